"""What is wrong in one text and how it is put right, change by change."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from pydantic import BaseModel, ValidationError

from smmkit.corrections.as_meant import to_be_told
from smmkit.corrections.by_id import NO_IDS, Ids
from smmkit.corrections.cut_texts import (
    decimal_comma,
    decimal_rest,
    key_of,
    text_rest,
    text_with_comma,
)
from smmkit.corrections.key_paths import spoken_path, value_at
from smmkit.corrections.many_fields import only_choice
from smmkit.corrections.model_errors import (
    MISSING_FIELD,
    RULE_OF,
    UNKNOWN_FIELD,
    described,
    is_number,
    meant,
)
from smmkit.corrections.no_fields import no_field
from smmkit.corrections.officials import nearest
from smmkit.corrections.parted import is_parted
from smmkit.corrections.spoken_lists import items_of
from smmkit.corrections.spoken_values import BY_NUMBERS
from smmkit.corrections.unknown_fields import (
    alone,
    fields_meant,
    groups_with,
    joint_in,
    key_as_written,
    likely_gap,
    written,
)
from smmkit.corrections.wrong_values import wrong_value
from smmkit.documents import KINDS, class_of
from smmkit.few import FEW
from smmkit.fixes.before_values import of_fences, of_kind, of_quotes
from smmkit.fixes.change import Change, at_place
from smmkit.fixes.indenting import of_group, of_item
from smmkit.location import KEY, Location, SourceError, Step
from smmkit.model.fields import field_at, fields_at, labels_at
from smmkit.problem import dotted
from smmkit.words import say
from smmkit.yaml_text.decoding import decoded
from smmkit.yaml_text.reading import breaks_off
from smmkit.yaml_text.slips import slips_in
from smmkit.yaml_text.slips_around import slips_near
from smmkit.yaml_text.source import Source, split

MOST: Final = 20000
"""So many faults of one file are looked at in one go; the text is walked through once for all of them."""


THOUSANDS: Final = re.compile(r"-?\d{1,3}(?:\.\d{3}){1,5}")
"""A whole number with points between its thousands."""


def proposals(path: str, text: str, ids: Ids = NO_IDS) -> list[Change]:
    """What may be changed in a text, as far as it can be read; the next go may find more.

    `ids` are those of things by what they are called.
    """
    try:
        source = Source.parse(path, text.encode())
    except SourceError as error:
        return list(of_unreadable(path, text, error))
    found = [*of_quotes(source), *of_kind(source)]
    return found or list(of_values(source, text, ids))


def of_unreadable(path: str, text: str, error: SourceError) -> Iterator[Change]:
    """The slip of the hand that breaks off a text, if that is what does."""
    try:
        decoded(path, text.encode())
        front = split(path, text)[0] if path.endswith(".md") else text
    except SourceError:
        yield from of_fences(path, text)
        return
    for slip in slips_near(front, breaks_off(front) or error.at.line, breaks_off):
        if slip.hint and "\n" not in slip.right:
            continue  # what to write in its place only a person knows
        line = front.split("\n")[slip.line - 1]
        yield Change(slip.line, 1, len(line) + 1, slip.right, slip.message, slip.is_certain)


def of_values(source: Source, text: str, ids: Ids) -> Iterator[Change]:
    """What the class of a document refuses, where it can be known what was meant."""
    kind = source.values.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        return
    model = class_of(kind)
    try:
        model.model_validate(source.values)
    except ValidationError as error:
        found = error.errors(include_url=False)[:MOST]
        errors = to_be_told(found, model, source.values, source, ids)
        lines, unknown = text.split("\n"), 0
        yield from of_ends(source, [one for one in errors if one.get("ends")])
        for one, at, shown in in_place(source, errors):
            rule = RULE_OF.get(one["type"])
            if rule is MISSING_FIELD:
                yield from of_cut_item(source, one, lines)
            elif rule is UNKNOWN_FIELD:
                unknown += 1
                cut = text_cut(source, one) if unknown <= FEW else None
                yield from [cut] if cut else of_field(source, model, one, at, lines)
            elif rule is None and not one.get("ends") and at.line == at.end_line and shown:
                yield from of_value(source, model, one, at, lines)


def in_place(source: Source, errors: list[Any]) -> Iterator[tuple[Any, Location, str]]:
    """Each error, where it stands, and what is written there; the text is walked through once for all."""
    steps = [stands_at(one) for one in errors]
    written = source.all_written([tuple(one["loc"]) for one in errors])
    for one, text in zip(errors, written, strict=True):
        if is_number(one):
            one["written"] = text
    yield from zip(errors, source.places(steps), written, strict=True)


def stands_at(error: Any) -> tuple[Step, ...]:
    """The key path of the value that an error is about; of the key itself, if it is not known."""
    steps: tuple[Step, ...] = tuple(error["loc"])
    if RULE_OF.get(error["type"]) is UNKNOWN_FIELD:
        return (*steps[:-1], key_as_written(steps[-1], error), KEY)
    return steps


def of_value(
    source: Source, model: type[BaseModel], error: Any, at: Location, lines: list[str]
) -> Iterator[Change]:
    """A value as it was meant; of a text in several lines only a list, each line an item of it."""
    right, value = meant(error, model, source), error["input"]
    if right is None:
        message = described(None, error, model, source.values, source)[1][0]
        steps = tuple(error["loc"])
        yield from of_item(source, steps, value, field_at(model, steps), message)
        inner, before = error.get("fields", []), lines[at.line - 1][: at.column - 1]
        if inner and before.strip() == "-" and not any(one.endswith(":") for one in inner):
            between = "\n" + " " * (at.column - 1)
            yield at_place(at, between.join(inner), message, sure=len(inner) == 1)
        return
    message = described(None, error, model, source.values, source)[1][0]
    shown = lines[at.line - 1][at.column - 1 : at.end_column - 1]
    if not isinstance(value, str) or shown == value or shown[:1] in {'"', "'"}:
        yield at_place(at, right.yaml, message, sure=right.is_certain)
    elif (below := error.get("lines")) and not lines[at.line - 1][: at.column - 1].strip():
        items = items_of(below, field_at(model, error["loc"]), error["ids"])
        begin = " " * (at.column - 1) + "- "
        for line, item in zip(range(at.line, at.line + len(below)), items, strict=False):
            yield Change(line, 1, len(lines[line - 1]) + 1, begin + item, message)


def of_ends(source: Source, errors: list[Any]) -> Iterator[Change]:
    """A first and a last day that stand in one field, each in its own; the text is walked through once."""
    steps: list[tuple[Step, ...]] = [tuple(one["loc"]) for one in errors]
    wanted = [place for here in steps for place in (here, (*here, KEY), here[:-1])]
    places, lines = iter(source.places(wanted) if wanted else ()), source.yaml.split("\n")
    for error, here, at, key, above in zip(errors, steps, places, places, places, strict=False):
        first, last = (one.strip("`") for one in error["ends"])
        is_flow = lines[above.line - 1][above.column - 1 :].startswith("{")
        between = ", " if is_flow else "\n" + " " * (key.column - 1)
        if at.line == at.end_line:
            message = wrong_value(error, spoken_path(source.values, here))[0]
            new = f"{first.partition(': ')[2]}{between}{last}"
            sure = not BY_NUMBERS.search(str(error["input"]))  # which is the month?
            yield at_place(at, new, message, sure=sure)


def of_field(
    source: Source, model: type[BaseModel], error: Any, at: Location, lines: list[str]
) -> Iterator[Change]:
    """A field under the name that it has here."""
    steps: tuple[Step, ...] = tuple(error["loc"])
    name, around = key_as_written(steps[-1], error), value_at(source.values, steps[:-1])
    if rest := decimal_rest(error, around, source, steps[:-1]):
        at = source.at(*steps[:-1], rest[2], KEY)
        said, whole = decimal_comma(*rest)[0], rest[1]
        if "." not in whole:
            yield Change(at.line, at.column - 1, at.column, ".", said)
        elif THOUSANDS.fullmatch(whole):
            start = at.column - 1 - len(whole)
            yield Change(at.line, start, at.column, whole.replace(".", "") + ".", said)
        return
    message = say("there is no field {name} here", name=dotted((*steps[:-1], name)))
    known, fields = labels_at(model, steps[:-1]), fields_at(model, steps[:-1])
    if error["input"] is None and (joint := joint_in(name, known, around or {})):
        yield at_place(at, written(joint[1], joint[2], fields).strip("`"), message)
        return
    line = lines[at.line - 1]
    slip = next(iter(slips_in(line, at.line)), None)
    if slip and re.search(r"[^\x00-\x7f]", name):
        end = len(line) + 1
        yield Change(slip.line, 1, end, slip.right, slip.message)
        return
    if moved := [*of_group(source, steps, around, fields, message)]:
        yield from moved
        return
    beside = around or {}
    is_text = error["type"] != "invalid_key"  # of another one pydantic gives the key
    value = error["input"] if is_text else beside.get(error["input"])
    pair, group = alone(name, value, fields, beside) or "", source.at(*steps[:-1])
    if pair.startswith("{") and "..." not in pair and group.line == group.end_line:
        yield at_place(group, pair, message, sure=is_text)
        return
    named = fields_meant(name, value, known, fields, beside)
    found = nearest(name, list(known)) if not named else None
    if len(named) == 1:
        found = only_choice(named[0], value, fields, beside) or named[0]
    elif not (named or found or no_field(name) or groups_with(name, model, steps[:-1], beside)):
        found = likely_gap(name, value, fields, beside)
    if found and isinstance(around, dict) and found not in around:
        yield at_place(at, found, message, sure=False)


def of_cut_item(source: Source, error: Any, lines: list[str]) -> Iterator[Change]:
    """A field behind a hyphen of its own that belongs to the item above it."""
    item, name = tuple(error["loc"][:-1]), error["loc"][-1]
    items = value_at(source.values, item[:-1]) if item else None
    if isinstance(items, list) and is_parted(items, int(item[-1]), name):
        at = source.at(*item)
        before = lines[at.line - 1][: at.column - 1]
        if before.strip() == "-":
            message = described(MISSING_FIELD, error, BaseModel, source.values)[1][0]
            yield Change(at.line, 1, at.column, before.replace("-", " "), message, False)


def text_cut(source: Source, error: Any) -> Change | None:
    """A text that a comma within braces cuts, in quotes."""
    above: tuple[Step, ...] = tuple(error["loc"][:-1])
    cut = text_rest(key_of(error), value_at(source.values, above), source, above)
    if cut is None:
        return None
    before, whole = cut
    at, right = source.at(*above, before), json.dumps(whole, ensure_ascii=False)
    said = text_with_comma(before, whole)[0]
    return Change(at.line, at.column, at.column + len(whole), right, said)
