"""What pydantic says of a document, in our words: a Problem for each fault, under a rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from smmkit.fields import names_at
from smmkit.location import KEY, Step
from smmkit.problem import Problem, Rule, Severity, dotted
from smmkit.words import Message, say
from smmkit.wrong_values import WORDS_OF_YAML, Said, nearest_hint, shorten, wrong_value

UNKNOWN_FIELD = Rule(
    "SMM101",
    "unknown-field",
    Severity.ERROR,
    """A document has only the fields of its kind.

    Why: a misspelt field would be left out of every check without a word.
    """,
)
WRONG_VALUE = Rule(
    "SMM102",
    "wrong-value",
    Severity.ERROR,
    """A field holds the sort of value that it is made for.

    Why: `version: 1.10` is the number 1.1 to a machine; what looks right may mean something else.
    """,
)
MISSING_FIELD = Rule(
    "SMM103",
    "missing-field",
    Severity.ERROR,
    """A document has every field that its kind needs.""",
)

MODEL_RULES = (UNKNOWN_FIELD, WRONG_VALUE, MISSING_FIELD)


def problems_of(
    path: str, document: str, model: type[BaseModel], errors: list[Any], values: Any
) -> Iterator[tuple[Rule, Problem]]:
    """The problems for what pydantic found wrong with one document."""
    hint: Message | None
    for error in errors:
        here: tuple[Step, ...] = tuple(error["loc"])
        name = spoken_path(values, here)
        match error["type"]:
            case "extra_forbidden" | "invalid_key" | "unexpected_keyword_argument":
                rule, (message, hint) = (
                    UNKNOWN_FIELD,
                    unknown_field(error, names_at(model, here[:-1])),
                )
                here = (*here[:-1], key_as_written(here[-1], error), KEY)
            case "missing":
                rule, hint = MISSING_FIELD, None
                message = say("{name} is missing", name=name)
                here = here[:-1]
            case "too_short" if len(error["input"]) >= error["ctx"].get("min_length", 1):
                continue
            case _:
                rule = WRONG_VALUE
                message, hint = wrong_value(error, name)
        yield rule, Problem(path, here, message, hint, document)


def unknown_field(error: Any, known: list[str]) -> Said:
    """What to say of a field that is not known; the rest of a text after a comma is none."""
    name = key_as_written(error["loc"][-1], error)
    message = say("there is no field {name} here", name=shorten(name))
    if error["input"] is None and not name.replace("_", "").isalnum():
        return message, say("put a text with a comma in quotes, or write it on a line of its own")
    return message, nearest_hint(name, known)


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


def key_as_written(key: Any, error: Any) -> str:
    """A key as it stands in the file: pydantic says 1 for the key `true`."""
    value = error["input"] if error["type"] == "invalid_key" else key
    return WORDS_OF_YAML[value] if isinstance(value, bool | None) else str(value)
