"""What pydantic says of a document, in our words: a Problem for each fault, under a rule."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, Final

from pydantic import BaseModel, ValidationError

from smmkit import officials
from smmkit.few import FEW
from smmkit.fields import field_at, labels_at
from smmkit.findings import UNTOLD
from smmkit.key_paths import spoken_path, value_at
from smmkit.location import KEY, Step
from smmkit.officials import comparable, meanings
from smmkit.problem import Problem, Rule, Severity
from smmkit.put_right import Right, put_right
from smmkit.words import LANGUAGES, Message, language, say
from smmkit.wrong_values import WORDS_OF_YAML, Said, nearest_hint, shorten, wrong_value
from smmkit.yaml_text.scalars import is_plain
from smmkit.yaml_text.slips import SPACE, no_break
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
    **dict.fromkeys(
        ("extra_forbidden", "invalid_key", "unexpected_keyword_argument"), UNKNOWN_FIELD
    ),
    "missing": MISSING_FIELD,
}
"""The rule that an error of pydantic is told under; any other is a wrong value."""

WITH_COMMA: Final = re.compile(r"([a-z_]{1,40}): {0,3}(-?[0-9]{1,15}),([0-9]{1,15})(?=[ ,}%])")
"""A number with a comma before its decimals, and the field that it stands at."""

MANY = 1_000
"""So many items of a list are looked at one by one where the faults of a file have no end."""

MOST = 40
"""A longer value is not repeated in a sentence."""

MODEL_RULES = (UNKNOWN_FIELD, WRONG_VALUE, MISSING_FIELD)


def problems_of(
    path: str,
    document: str,
    model: type[BaseModel],
    errors: list[Any],
    values: Any,
    most: int | None = None,
    source: Source | None = None,
) -> Iterator[tuple[Rule, Problem]]:
    """The problems for what pydantic found wrong with one document.

    Values are put right as they stand in the `source`, where that is given.
    With `most`, so many of each rule are put into words; the others are only there to be counted.
    """
    told, errors = Counter[str](), list(errors)
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
        rest = decimal_rest(error, around, source, here[:-1])
        if rest:
            return (*here[:-1], rest[2], KEY), decimal_comma(*rest)
        said = unknown_field(error, labels_at(model, here[:-1]), around)
        return (*here[:-1], name, KEY), said
    name = spoken_path(values, here)
    if rule is MISSING_FIELD:
        return here[:-1], (say("{name} is missing", name=name), None)
    right = meant(error, model, source)
    key = here[-1] if here and isinstance(here[-1], str) else ""
    return here, wrong_value(error, name, right, key)


def note_written(errors: list[Any], source: Source) -> None:
    """Let the first errors of numbers know how these are written; the text is walked through once."""
    numbers = list(islice(filter(is_number, errors), FEW))
    places = [tuple(error["loc"]) for error in numbers]
    for error, written in zip(numbers, source.all_written(places) if places else (), strict=True):
        error["written"] = written


def is_number(error: Any) -> bool:
    """Whether a number stands where another value has to."""
    known = RULE_OF.get(error["type"]) is not UNKNOWN_FIELD
    return known and isinstance(error["input"], int | float)


def meant(error: Any, model: type[BaseModel], source: Source | None) -> Right | None:
    """What the value of an error was meant to be; the error gets to know how it is `written`."""
    here = error["loc"]
    if source is not None and "written" not in error and is_number(error):
        error["written"] = source.written(*here)
    return put_right(error, field_at(model, here), error.get("written", ""))


def unknown_field(error: Any, known: Mapping[str, Message | None], around: Any) -> Said:
    """What to say of a field that is not known; the rest of a text after a comma is none.

    `known` are those that may stand there, with their labels; `around` is what does.
    """
    name, value = key_as_written(error["loc"][-1], error), error["input"]
    message = say("there is no field {name} here", name=shorten(name))
    if odd := SPACE.search(name):
        return no_break(odd[0]), say("write {line}", line=f"`{SPACE.sub(' ', name).strip()}:`")
    if value is None and not name.replace("_", "").isalnum():
        return message, say("put a text with a comma in quotes, or write it on a line of its own")
    match meant_fields(name, known):
        case (one,) if one in around:
            return message, say("it is called {word}, which stands here too; delete one", word=one)
        case (one,):
            line = f"`{one}: {shorten(value)}`" if is_short(value) else f"`{one}:`"
            return message, say("here it is called {word}: write {line}", word=one, line=line)
        case ():
            return message, nearest_hint(name, list(known))
        case several:
            return message, say("write one of: {words}", words=[f"`{n}:`" for n in several])


def decimal_rest(
    error: Any, around: Any, source: Source | None, steps: tuple[Step, ...]
) -> tuple[str, str, str] | None:
    """Where a field is the rest of a number behind a comma, `2,5` of `{value: 2,5}`: the field before
    it, what stands before the comma, and what behind it, as it is written at these steps.
    """
    key = error["input"] if error["type"] == "invalid_key" else error["loc"][-1]
    names = list(around) if isinstance(around, dict) else []
    digits = str(key).removesuffix("%").rstrip()
    if source is None or len(names) > MANY or key not in names[1:] or around[key] is not None:
        return None
    written = source.written(*steps)
    before = str(names[names.index(key) - 1])
    for found in WITH_COMMA.finditer(written) if digits.isdecimal() else ():
        if found[1] == before and found[3].lstrip("0") == digits.lstrip("0"):
            return before, found[2], found[3] + str(key)[len(digits) :]
    return None


def decimal_comma(before: str, whole: str, rest: str) -> Said:
    """What to say of it."""
    message = say(
        "{value} stands with a comma, and a comma parts two fields here", value=f"{whole},{rest}"
    )
    return message, say("write {line}", line=f"`{before}: {whole}.{rest.rstrip(' %')}`")


def meant_fields(name: str, known: Mapping[str, Message | None]) -> tuple[str, ...]:
    """The fields that a word means: as they are labelled, else as offices call them."""
    said = comparable(name)
    labelled = [
        field
        for field, label in known.items()
        if label and said in {comparable(language(code).say(label)) for code in LANGUAGES}
    ]
    return tuple(labelled) or meanings(name, officials.FIELDS, known)


def is_short(value: Any) -> bool:
    """Whether a value fits into a sentence as it would stand in the file."""
    return type(value) is int or (isinstance(value, str) and len(value) <= MOST and is_plain(value))


def key_as_written(key: Any, error: Any) -> str:
    """A key as it stands in the file: pydantic says 1 for the key `true`."""
    value = error["input"] if error["type"] == "invalid_key" else key
    return WORDS_OF_YAML[value] if isinstance(value, bool | None) else str(value)
