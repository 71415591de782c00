"""What pydantic says of a document, in our words: a Problem for each fault, under a rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from smmkit.fields import names_at
from smmkit.location import KEY, Step
from smmkit.problem import Problem, Rule, Severity, dotted
from smmkit.words import Message, say, say_n

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

FAULT_RULES = (UNKNOWN_FIELD, WRONG_VALUE, MISSING_FIELD)

DAY_PATTERN = r"^\d{4}-\d{2}-\d{2}$"


def faults(
    path: str, document: str, model: type[BaseModel], errors: list[Any], values: Any
) -> Iterator[tuple[Rule, Problem]]:
    """The problems for what pydantic found wrong with one document."""
    hint: Message | None
    for error in errors:
        here: tuple[Step, ...] = tuple(error["loc"])
        name = called(values, here)
        match error["type"]:
            case "extra_forbidden" | "invalid_key" | "unexpected_keyword_argument":
                rule, (message, hint) = UNKNOWN_FIELD, unknown(error, names_at(model, here[:-1]))
                here = (*here[:-1], spelled(here[-1], error), KEY)
            case "missing":
                rule, hint = MISSING_FIELD, None
                message = say("{name} is missing", name=name)
                here = here[:-1]
            case "too_short" if len(error["input"]) >= error["ctx"].get("min_length", 1):
                continue
            case _:
                rule = WRONG_VALUE
                message, hint = in_our_words(error, name)
        yield rule, Problem(path, here, message, hint, document)


def unknown(error: Any, known: list[str]) -> tuple[Message, Message | None]:
    """What to say of a field that is not known; the rest of a text after a comma is none."""
    name = spelled(error["loc"][-1], error)
    message = say("there is no field {name} here", name=shorten(name))
    if error["input"] is None and not name.replace("_", "").isalnum():
        return message, say("put a text with a comma in quotes, or write it on a line of its own")
    return message, nearest_hint(name, known)


def called(values: Any, steps: tuple[Step, ...]) -> str:
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


def in_our_words(error: Any, name: str) -> tuple[Message, Message | None]:
    """What is wrong with a value, and what to write instead."""
    value, context = error["input"], error.get("ctx", {})
    shown = shorten(value)
    match error["type"]:
        case "string_type" if value is None:
            return say("{name} has no value", name=name), say("write one, or delete the line")
        case "string_type" if isinstance(value, bool | int | float):
            return (
                say(
                    "{name} must be text, and {value} is read as a number or as true or false",
                    name=name,
                    value=shown,
                ),
                say('put it in quotes as it should read: "..."'),
            )
        case "string_type":
            return say("{name} must be text", name=name), None
        case "string_too_short":
            return say("{name} is empty", name=name), None
        case "string_pattern_mismatch" if context["pattern"] == DAY_PATTERN:
            return say("{name} is no date: {value}", name=name, value=shown), DAY_HINT
        case "date_from_datetime_parsing" | "date_parsing":
            return say(
                "{name} is not a day of the calendar: {value}", name=name, value=shown
            ), DAY_HINT
        case "string_pattern_mismatch" if "sha256" in context["pattern"]:
            return say("{name} is no fingerprint", name=name), say("let `smm approve` write it")
        case "string_pattern_mismatch" if name.endswith("period"):
            return (
                say("{name} is no period: {value}", name=name, value=shown),
                say('write a year, a quarter or a month in quotes: "2019", "2019-Q3", "2019-07"'),
            )
        case "string_pattern_mismatch":
            return (
                say(
                    "{name} may hold only letters, digits, `.`, `_` and `-`: {value}",
                    name=name,
                    value=shown,
                ),
                None,
            )
        case "enum" | "literal_error":
            known = [
                word.strip(" '") for word in context["expected"].replace(" or ", ", ").split(",")
            ]
            if isinstance(value, str) and value in known:  # the right number, as text
                return say("{name} must be a whole number, without quotes", name=name), None
            return (
                say("{name} cannot be {value}", name=name, value=shown),
                nearest_hint(str(value), known)
                if len(known) > 1
                else say("write {words}", words=known[0]),
            )
        case "tuple_type":
            return (
                say("{name} must be a list", name=name),
                say("write each item on a line of its own, after `- `"),
            )
        case "too_short":
            return say_n(
                "{name} needs at least {n} item",
                "{name} needs at least {n} items",
                context["min_length"],
                name=name,
            ), None
        case "model_type" | "dataclass_type" | "dict_type":
            return (
                say("{name} must be a group of fields", name=name),
                say("write them below it, indented by two spaces"),
            )
        case "int_type" | "int_from_float" | "int_parsing":
            return say("{name} must be a whole number, without quotes", name=name), None
        case "decimal_type" | "decimal_parsing" | "finite_number":
            return say(
                "{name} must be a number, without quotes, with a point: 82.5", name=name
            ), None
        case "bool_type" | "bool_parsing":
            return say("{name} must be true or false, without quotes", name=name), None
        case "greater_than_equal":
            return say("{name} must be {n} or more", name=name, n=context["ge"]), None
        case "less_than_equal":
            return say("{name} must be {n} or less", name=name, n=context["le"]), None
    return say("{name} has a value that cannot be used: {value}", name=name, value=shown), None


def nearest_hint(word: str, known: list[str], otherwise: Message | None = None) -> Message:
    """What was probably meant; else where to look, or all that is possible."""
    from rapidfuzz import process

    if found := process.extractOne(word.lower(), known, score_cutoff=60):
        return say("did you mean {word}?", word=found[0])
    return otherwise or say("write one of: {words}", words=", ".join(known))


def shorten(value: Any) -> str:
    """A value as it is shown inside a sentence."""
    text = WORDS_OF_YAML[value] if isinstance(value, bool | None) else str(value)
    return text if len(text) <= 40 else text[:37] + "..."


def spelled(key: Any, error: Any) -> str:
    """A key as it stands in the file: pydantic says 1 for the key `true`."""
    value = error["input"] if error["type"] == "invalid_key" else key
    return WORDS_OF_YAML[value] if isinstance(value, bool | None) else str(value)


WORDS_OF_YAML = {True: "true", False: "false", None: "null"}


DAY_HINT = say("write year, month and day: 2019-12-31")
