"""What stands at a key path of values, and how a person says it."""

from __future__ import annotations

from typing import Any, Final

from smmkit.location import Step
from smmkit.problem import dotted
from smmkit.yaml_text.source import Source


def value_at(values: Any, steps: tuple[Step, ...]) -> Any:
    """What stands at a key path; None where nothing does."""
    for step in steps:
        try:
            values = values[step]
        except (KeyError, IndexError, TypeError):
            return None
    return values


def spoken_path(values: Any, steps: tuple[Step, ...]) -> str:
    """A key path as a person says it: from the nearest id on, `R-01.impact`."""
    start, text = 0, ""
    for index, step in enumerate(steps):
        try:
            values = values[step]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(step, int) and isinstance(values, dict) and isinstance(values.get("id"), str):
            start, text = index + 1, values["id"]
    rest = dotted(steps[start:])
    return f"{text}.{rest}" if text and rest else text or rest


def lines_of(source: Source, steps: tuple[Step, ...], text: str) -> list[str]:
    """The lines of a text that stands over several without a sign of it; none of any other."""
    at = source.at(*steps)
    first, *below = source.yaml.split("\n")[at.line - 1 : at.line - 1 + MOST_LINES]
    taken = [first[at.column - 1 :].strip()]
    for line in below:
        if " ".join(taken) == text:
            break
        taken.append(line.strip())
    return taken if len(taken) > 1 and " ".join(taken) == text else []


MOST_LINES: Final = 10
