"""What is wrong in one text and how it is put right, change by change."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from pydantic import BaseModel, ValidationError

from smmkit.corrections.cut_texts import decimal_comma, decimal_rest, without_cut
from smmkit.corrections.key_paths import value_at
from smmkit.corrections.model_errors import RULE_OF, UNKNOWN_FIELD, described, is_number, meant
from smmkit.corrections.officials import comparable, kinds_by_word, nearest
from smmkit.corrections.unknown_fields import (
    key_as_written,
    lacking,
    meant_fields,
)
from smmkit.documents import KINDS, class_of
from smmkit.fixes.change import Change
from smmkit.loading.recognizing import unknown_kind
from smmkit.location import KEY, Location, SourceError, Step
from smmkit.model.fields import fields_at, labels_at
from smmkit.problem import dotted
from smmkit.standards.packs import PACKS
from smmkit.words import Message, say
from smmkit.yaml_text.decoding import decoded
from smmkit.yaml_text.misread import quoted_in_print
from smmkit.yaml_text.reading import breaks_off
from smmkit.yaml_text.slips import slips_in
from smmkit.yaml_text.slips_around import slips_near
from smmkit.yaml_text.source import Source, split

MOST: Final = 20000
"""So many faults of one file are looked at in one go; the text is walked through once for all of them."""


THOUSANDS: Final = re.compile(r"-?\d{1,3}(?:\.\d{3}){1,5}")
"""A whole number with points between its thousands."""


def proposals(path: str, text: str) -> list[Change]:
    """What may be changed in a text, as far as it can be read; the next go may find more."""
    try:
        source = Source.parse(path, text.encode())
    except SourceError as error:
        return list(of_unreadable(path, text, error))
    found = [*of_quotes(source), *of_kind(source)]
    return found or list(of_values(source, text))


def of_unreadable(path: str, text: str, error: SourceError) -> Iterator[Change]:
    """The slip of the hand that breaks off a text, if that is what does."""
    try:
        decoded(path, text.encode())
        front = split(path, text)[0] if path.endswith(".md") else text
    except SourceError:
        return
    for slip in slips_near(front, breaks_off(front) or error.at.line, breaks_off):
        if slip.hint:
            continue
        line = front.split("\n")[slip.line - 1]
        yield Change(slip.line, 1, len(line) + 1, slip.right, slip.message, slip.is_certain)


def of_quotes(source: Source) -> Iterator[Change]:
    """Straight quotes for values that stand in those of print."""
    for at, value in quoted_in_print(source.path, source.yaml):
        if at.line == at.end_line:
            said = say("the quotes are those of print")
            yield at_place(at, json.dumps(value[1:-1], ensure_ascii=False), said)


def of_kind(source: Source) -> Iterator[Change]:
    """The kind that another word means: never certain, since all else follows from it."""
    kind = source.values.get("kind")
    if not isinstance(kind, str) or kind in KINDS or kind in PACKS:
        return
    named = kinds_by_word().get(comparable(kind), ())
    found = named[0] if len(named) == 1 else None if named else nearest(kind, list(KINDS))
    if found:
        yield at_place(source.at("kind"), found, unknown_kind(source)[0], sure=False)


def of_values(source: Source, text: str) -> Iterator[Change]:
    """What the class of a document refuses, where it can be known what was meant."""
    kind = source.values.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        return
    model = class_of(kind)
    try:
        model.model_validate(source.values)
    except ValidationError as error:
        errors = without_cut(error.errors(include_url=False)[:MOST], source.values, source)
        lines = text.split("\n")
        for one, at, written in in_place(source, errors):
            rule = RULE_OF.get(one["type"])
            if rule is UNKNOWN_FIELD:
                yield from of_field(source, model, one, at, lines)
            elif rule is None and at.line == at.end_line and written:
                yield from of_value(source, model, one, at)


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


def of_value(source: Source, model: type[BaseModel], error: Any, at: Location) -> Iterator[Change]:
    """A value as it was meant."""
    right = meant(error, model, source)
    if right is None:
        return
    message = described(None, error, model, source.values, source)[1][0]
    yield at_place(at, right.yaml, message, sure=right.is_certain)


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
    line = lines[at.line - 1]
    slip = next(iter(slips_in(line, at.line)), None)
    if slip and re.search(r"[^\x00-\x7f]", name):
        end = len(line) + 1
        yield Change(slip.line, 1, end, slip.right, slip.message)
        return
    known = labels_at(model, steps[:-1])
    named = lacking(meant_fields(name, known, around or {}), fields_at(model, steps[:-1]), around)
    found = named[0] if len(named) == 1 else None if named else nearest(name, list(known))
    if found and isinstance(around, dict) and found not in around:
        yield at_place(at, found, message, sure=False)


def at_place(at: Location, new: str, message: Message, *, sure: bool = True) -> Change:
    """A change of what stands at a place."""
    return Change(at.line, at.column, at.end_column, new, message, sure)
