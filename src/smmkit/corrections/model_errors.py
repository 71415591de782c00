"""What pydantic says of a document, in our words: a Problem for each fault, under a rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from pydantic import BaseModel, ValidationError

from smmkit.corrections.alone import note_alone
from smmkit.corrections.as_meant import to_be_told
from smmkit.corrections.by_id import Ids
from smmkit.corrections.cut_texts import (
    decimal_comma,
    decimal_rest,
    key_of,
    text_rest,
    text_with_comma,
)
from smmkit.corrections.key_paths import lines_of, spoken_path, value_at
from smmkit.corrections.parted import is_parted
from smmkit.corrections.put_right import known_of, put_right, stands_in_list
from smmkit.corrections.spoken_words import Right
from smmkit.corrections.unknown_fields import UNKNOWN, joint_in, key_as_written, unknown_field
from smmkit.corrections.wrong_values import Said, wrong_value
from smmkit.few import FEW
from smmkit.location import KEY, Step
from smmkit.model.fields import field_at, labels_at
from smmkit.problem import Problem, Rule, Severity
from smmkit.problem.first import UNTOLD
from smmkit.words import Message, say
from smmkit.yaml_text.misread import cut_off
from smmkit.yaml_text.source import Source

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

RULE_OF = {
    **dict.fromkeys(UNKNOWN, UNKNOWN_FIELD),
    "missing": MISSING_FIELD,
}
"""The rule that an error of pydantic is told under; any other is a wrong value."""

MANY = 1_000
"""So many items of a list are looked at one by one where the faults of a file have no end."""

OF_A_KEY: Final = "[key]"
"""So pydantic ends the way to a key that is no text."""

MODEL_RULES = (UNKNOWN_FIELD, WRONG_VALUE, MISSING_FIELD)


def problems_of(
    path: str,
    document: str,
    model: type[BaseModel],
    errors: list[Any],
    values: Any,
    most: int | None = None,
    source: Source | None = None,
    ids: Ids | None = None,
) -> Iterator[tuple[Rule, Problem]]:
    """The problems for what pydantic found wrong with one document.

    Values are put right as they stand in the `source`, where that is given; `ids` are those of things
    by what they are called. With `most`, so many of each rule are put
    into words; the others are only there to be counted.
    """
    told, errors = Counter[str](), to_be_told(errors, model, values, source, ids)
    if source is not None:
        note_written(errors, source)
    for error in errors:
        if is_only_echo(error):
            continue
        rule = RULE_OF.get(error["type"], WRONG_VALUE)
        told[rule.code] += 1
        if most is not None and told[rule.code] > most:
            yield rule, Problem(path, (), UNTOLD, None, document)
        else:
            near = (
                source if told[rule.code] <= FEW else None
            )  # it is walked through for each of them
            here, (message, hint) = described(rule, error, model, values, near)
            yield rule, Problem(path, here, message, hint, document)


def first_errors(
    model: type[BaseModel], error: ValidationError, values: Any, most: int | None
) -> tuple[list[Any], int]:
    """What pydantic found wrong, and how many more faults of lists without end are left out.

    Why: it can only tell all at once, and half a million faults of one list fill the memory.
    """
    count = error.error_count()
    if most is not None and count > MANY:
        try:
            model.model_validate(shortened(values))
        except ValidationError as shorter:
            error = shorter
    return error.errors(include_url=False), count - error.error_count()


def shortened(values: Any) -> Any:
    """The same values, of each list no more than the first MANY."""
    if isinstance(values, dict):
        return {key: shortened(value) for key, value in values.items()}
    return [shortened(v) for v in values[:MANY]] if isinstance(values, list) else values


def is_only_echo(error: Any) -> bool:
    """Whether a list is too short only because its items, which are told, could not be read."""
    least = error["ctx"].get("min_length", 1) if error["type"] == "too_short" else None
    return least is not None and len(error["input"]) >= least


def described(
    rule: Rule | None,
    error: Any,
    model: type[BaseModel],
    values: Any,
    source: Source | None = None,
) -> tuple[tuple[Step, ...], Said]:
    """Where the fault is, and what is said of it."""
    here: tuple[Step, ...] = tuple(error["loc"])
    if rule is UNKNOWN_FIELD:
        name, around = key_as_written(here[-1], error), value_at(values, here[:-1]) or {}
        is_value = error["type"] != "invalid_key"
        if is_value and type(error["input"]) is float and source is not None:
            error["input"] = source.written(*here) or error["input"]  # 8.10 is no 8.1
        rest = decimal_rest(error, around, source, here[:-1])
        if rest:
            return (*here[:-1], rest[2], KEY), decimal_comma(*rest)
        is_joint = joint_in(name, labels_at(model, here[:-1]), around)
        if not is_joint and (cut := text_rest(key_of(error), around, source, here[:-1])):
            return (*here[:-1], cut[0]), text_with_comma(*cut)
        said = unknown_field(error, model, around)
        return (*here[:-1], name, KEY), said
    if here[-1:] == (OF_A_KEY,):
        name = key_as_written(error["input"], error)
        why = say("a name must be text, and {key} is read as a number or a word of YAML", key=name)
        return (*here[:-2], name, KEY), (why, say("write {words}", words=f'`"{name}":`'))
    if error["input"] is None and source is not None:
        error["lost"] = lost_behind_hash(source, here)
    name = spoken_path(values, here)
    if rule is MISSING_FIELD:
        return here[:-1], (say("{name} is missing", name=name), how_to_add(here, model, values))
    right = meant(error, model, source)
    key = here[-1] if here and isinstance(here[-1], str) else ""
    return here, wrong_value(error, name, right, key)


def lost_behind_hash(source: Source, steps: tuple[Step, ...]) -> str:
    """The text that is no value because `#` begins it, and so is a comment; empty where there is none."""
    line = source.at(*steps).line
    found = cut_off(source.path, source.yaml)
    return next((lost for at, value, lost in found if at.line == line and not value), "")


def how_to_add(here: tuple[Step, ...], model: type[BaseModel], values: Any) -> Message | None:
    """How a field that is missing is written: with which words, or what it means."""
    above, name = here[:-1], here[-1]
    index = above[-1] if above else None
    if isinstance(index, int) and is_parted(value_at(values, above[:-1]), index, name):
        return say("if it belongs to the item above, write it without `- `, below the others")
    field = field_at(model, here)
    if field is None:
        return None
    if choices := field.choices:
        return say(
            "add `{word}:` and one of: {words}", word=name, words=", ".join(map(str, choices))
        )
    return (
        say("add a line `{word}:`. {text}", word=name, text=field.meaning)
        if field.meaning
        else None
    )


def note_written(errors: list[Any], source: Source) -> None:
    """Let the first errors of numbers know how these are written; the text is walked through once."""
    numbers = list(islice(filter(is_number, errors), FEW))
    places = [tuple(error["loc"]) for error in numbers]
    for error, written in zip(numbers, source.all_written(places) if places else (), strict=True):
        error["written"] = written


def is_number(error: Any) -> bool:
    """Whether a number stands where another value has to, or a list in which one may stand."""
    known = RULE_OF.get(error["type"]) is not UNKNOWN_FIELD
    return known and (isinstance(error["input"], int | float) or stands_in_list(error))


def meant(error: Any, model: type[BaseModel], source: Source | None) -> Right | None:
    """What the value of an error was meant to be; the error gets to know all that its place tells of it."""
    here = error["loc"]
    if source is not None and "written" not in error and is_number(error):
        error["written"] = source.written(*here)
    field = field_at(model, here)
    if source is not None and error["type"] == "tuple_type" and isinstance(error["input"], str):
        error["lines"] = lines_of(source, here, error["input"])
    error["required"] = field is not None and field.required
    note_alone(error, field)
    error |= known_of(error, field)
    return put_right(error, field)
