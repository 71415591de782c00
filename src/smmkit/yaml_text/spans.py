"""What a text that is still being written is made of, as far as it can be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from smmkit.location import KEY, Path, Step
from smmkit.yaml_text.accepted import MAX_DEPTH
from smmkit.yaml_text.fences import CLOSING, FENCE

MOST: Final = 8
"""So many lines that cannot be read are passed over."""

LETTERS: Final = 1_000_000
"""So many letters are walked through for that; at least all of the text once."""

LONGEST: Final = 500_000
"""A longer text (letters) is no text that a person is helped with while it is being typed."""


@dataclass(frozen=True, slots=True)
class Span:
    """A key, or a single value: its key path (that of a key ends with KEY), and where it stands.

    Lines and columns count from 1, the end is exclusive, as in a Location.
    """

    steps: Path
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    quote: str = ""
    """How it is quoted: `"`, `'`, `|`, `>`, or not at all."""

    @property
    def is_key(self) -> bool:
        """Whether it is the key, not what the key holds."""
        return self.steps[-1:] == (KEY,)

    def holds(self, line: int, column: int) -> bool:
        """Whether a place is in it, or right behind its end."""
        return (self.line, self.column) <= (line, column) <= (self.end_line, self.end_column)


def front_of(path: str, text: str) -> str | None:
    """The YAML of a text, lines counted as in the file, also where its front matter is still open.

    None where Markdown has none.
    """
    if not path.endswith(".md"):
        return text
    if not text.startswith(FENCE + "\n"):
        return None
    end = CLOSING.search(text, len(FENCE))
    return text[len(FENCE) : end.start() + 1 if end else None]


def spans(text: str) -> list[Span]:
    """Every key and every single value, in their order; lines that cannot be read are passed over."""
    if len(text) > LONGEST:
        return []
    lines = text.split("\n")
    found: list[Span] = []
    for _ in range(max(1, min(MOST, LETTERS // (len(text) + 1)))):
        found, broken = _walked("\n".join(lines))
        if broken is None:
            break
        line = next((n for n in range(min(broken, len(lines) - 1), -1, -1) if lines[n].strip()), -1)
        if line < 0:
            break
        lines[line] = ""
    return found


def _walked(text: str) -> tuple[list[Span], int | None]:
    """What can be read of a text, and the line (from 0) where it breaks off."""
    import yaml

    found: list[Span] = []
    try:
        found.extend(_below(_nodes(text), ()))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return found, mark.line if mark else 0
    except (
        yaml.YAMLError,
        StopIteration,
        RuntimeError,
    ):  # a generator may not end with StopIteration
        return found, None
    return found, None


def _nodes(text: str) -> Iterator[Any]:
    import yaml

    for event in yaml.parse(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)):
        if isinstance(event, yaml.DocumentEndEvent):
            return
        if isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent):
            yield event


def _below(nodes: Iterator[Any], steps: Path) -> Iterator[Span]:
    """What the next value is made of."""
    import yaml

    open_: list[tuple[Path, int | None]] = []
    """For each collection that is open its key path, and of a list how many items there were."""
    key: str | None = None
    for event in nodes:
        if isinstance(event, yaml.CollectionEndEvent):
            open_.pop()
            if not open_:
                return
            continue
        if not open_:
            here = steps
        elif (count := open_[-1][1]) is not None:
            here = (*open_[-1][0], count)
            open_[-1] = (open_[-1][0], count + 1)
        elif key is None and isinstance(event, yaml.ScalarEvent):
            key = event.value
            yield _span((*open_[-1][0], key, KEY), event)
            continue
        else:
            here, key = (*open_[-1][0], key or ""), None
        if isinstance(event, yaml.ScalarEvent):
            yield _span(here, event)
        elif isinstance(event, yaml.CollectionStartEvent):
            if len(open_) >= MAX_DEPTH:
                return
            open_.append((here, 0 if isinstance(event, yaml.SequenceStartEvent) else None))
            key = None
        if not open_:
            return


def _span(steps: Path, event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(
        steps,
        start.line + 1,
        start.column + 1,
        end.line + 1,
        end.column + 1,
        event.value,
        event.style or "",
    )


def at_place(found: Iterable[Span], line: int, column: int) -> Span | None:
    """The key or value at a place (from 1); of two that meet there the one that begins."""
    holding = [span for span in found if span.holds(line, column)]
    return holding[-1] if holding else None


def stretch(found: list[Span], steps: Path) -> tuple[Span, Span] | None:
    """The first and the last of what stands below a key path, its key included."""
    inside = [one for one in found if one.steps[: len(steps)] == steps]
    return (inside[0], inside[-1]) if inside else None


def value_of(found: Iterable[Span], *steps: Step) -> str:
    """The text of a single value; empty where there is none."""
    return next((span.text for span in found if span.steps == steps), "")
