"""A value that stands where a group of fields is asked for: which of them it is, and how all are written."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from pydantic import BaseModel

from smmkit.corrections.officials import ENTRIES, comparable, kinds_by_word, table
from smmkit.corrections.put_right import GROUP, as_part, fitted
from smmkit.corrections.spoken_clauses import numbers_of_clauses
from smmkit.corrections.spoken_lists import MOST
from smmkit.corrections.spoken_numbers import number
from smmkit.corrections.spoken_values import period_meant
from smmkit.corrections.spoken_words import word
from smmkit.few import FEW
from smmkit.model.fields import Field, fields_of
from smmkit.model.marks import RefersTo
from smmkit.model.patterns import ID
from smmkit.words.numbers import number_meant
from smmkit.yaml_text.scalars import scalar

ONE_ROW: Final = re.compile(r"1[.)] (?!.*\s2[.)] )")
"""A text with the number that a single row has on paper."""

SEVERAL: Final = re.compile(r"[,;] |^1[.)] ")
"""What stands in a text that names several things."""


def pair_in(name: Any, value: Any, inner: Mapping[str, Field]) -> str | None:
    """A value in place of a field's name, and its value, as the part has both: `SEK: Sekretariat`;
    of a name, `Tono Rekaan: Kepala Dinas`, what an entry has of it.
    """
    key, text = str(name), str(value)
    if len(key) > MOST or len(text) > MOST:
        return None
    if (
        {"id", "title"} <= inner.keys()
        and NAME.fullmatch(key)
        and not isinstance(value, list | dict)
    ):
        others = [one for one in with_gaps(text, inner) if not one.startswith(("id:", "title:"))]
        return f"{{{', '.join(['id: ...', f'title: {scalar(key)}', *others])}}}"
    if type(value) not in {str, int, float}:
        return None
    if {"year", "target"} <= inner.keys() and (period := period_meant(key.casefold())):
        return (
            f"{{year: {period}, target: {json.dumps(text, ensure_ascii=False)}}}"
            if period.isdigit()
            else None
        )
    if {"period", "value"} <= inner.keys():
        period, amount = period_meant(key), number(text, whole=False)
        return f'{{period: "{period}", value: {amount.yaml}}}' if period and amount else None
    if {"value", "unit"} <= inner.keys():
        return amount_in({key: text}, inner)
    if {"id", "title"} <= inner.keys() and key.isupper() and re.search(ID.regex, key):
        return f"{{id: {key}, title: {scalar(text)}}}"
    gaps = with_gaps(text, inner)
    if {"id", "title"} <= inner.keys() and " " in text and sum(text in one for one in gaps) == 1:
        named = {"id": "id: ...", "title": f"title: {scalar(key)}"}  # mutu: Seberapa baik ...
        return f"{{{', '.join(named.get(one.partition(':')[0], one) for one in gaps)}}}"
    if chosen := with_choice(key, text, inner):
        return chosen
    if (CODE.fullmatch(key) or numbers_of_clauses(key) == [key]) and (
        coded := with_code(key, text, inner)
    ):
        return coded
    pairs = gaps if NAME.fullmatch(key) or CODE.fullmatch(key) else []
    return f"{{{', '.join(pairs)}}}" if len(pairs) > 1 else None


def with_gaps(text: str, inner: Mapping[str, Field]) -> list[str]:
    """The fields that are asked for, where a name and a text stand in place of them: the text in its own.

    Nothing where no field, or more than one, takes any text.
    """
    needed = [one for one in inner.values() if one.required]
    named = {"id", "title"}  # they take the name
    free = [
        one.name
        for one in needed
        if one.type is str and not (one.reference or one.enum or one.name in named)
    ]
    if len(free) != 1:
        return []
    return [f"{one.name}: {scalar(text) if one.name in free else '...'}" for one in needed]


def with_code(key: str, text: str, inner: Mapping[str, Field]) -> str:
    """A code and what is said of it, where the first field that is asked for takes it: `SMM301: belum`."""
    needed = [one.name for one in inner.values() if one.required]
    free = [one for one in needed if inner[one].type is str and not inner[one].reference]
    told = [one for one in inner if one in TELLING] or [one for one in free if not inner[one].enum]
    if not told or {"id", "title"} & {*needed}:
        return ""
    sort = comparable(key.rstrip("-0123456789"))
    kinds = {*(table(ENTRIES).get(sort) or kinds_by_word().get(sort, ()))}
    named = ((one, inner[one].reference) for one in needed)
    fits = [one for one, to in named if isinstance(to, RefersTo) and kinds & {*to.kinds}]
    given = {(fits or needed)[0]: scalar(key), told[0]: scalar(text)}
    pairs = [f"{one}: {given.get(one, '...')}" for one in dict.fromkeys((*needed, *given))]
    return f"{{{', '.join(pairs)}}}"


def with_choice(key: str, text: str, inner: Mapping[str, Field]) -> str:
    """A word of a list and what is said of it: `audits: Hasil audit` as a topic and what it was."""
    needed = [one for one in inner.values() if one.required]
    lists = [one for one in needed if one.enum and (meant := word(key, one)) and meant.is_certain]
    told = [one.name for one in needed if one.type is str and not (one.reference or one.enum)]
    if len(lists) != 1 or len(told) != 1 or {"id", "title"} & {*inner}:
        return ""
    meant = word(key, lists[0])
    given = {lists[0].name: meant.yaml if meant else key, told[0]: scalar(text)}
    pairs = (f"{one.name}: {given.get(one.name, '...')}" for one in needed)
    return f"{{{', '.join(pairs)}}}"


TELLING: Final = ("reason", "role", "why")
"""The fields that say something of what another one names."""

CODE: Final = re.compile(r"[A-Z]{1,20}+-?+[\w-]{0,40}\d")
"""An id, where a field is called by a small word."""

NAME: Final = re.compile(r"[A-Z][\w'.,-]* [\w'., -]+|[A-Z][a-z]{2,}")
"""How a thing is called, where a field is called by a small word: `Tono Rekaan`."""


def amount_in(around: Mapping[Any, Any], inner: Mapping[str, Field]) -> str | None:
    """An amount of which the units stand in place of the names: `{jam: 2, menit: 30}`."""
    if not {"value", "unit"} <= inner.keys() or around.keys() & inner.keys() or len(around) > FEW:
        return None
    right = as_part(" ".join(f"{value} {name}" for name, value in around.items()), inner)
    return right.yaml if right else None


def lines_of_part(value: Any, text: str, part: type[BaseModel]) -> dict[str, Any]:
    """The `fields` of a part with a value in them that stands alone; of a pair of both an `item`."""
    inner = fields_of(part)
    needed = [one.name for one in inner.values() if one.required]
    if isinstance(value, dict):
        first, other = next(iter(value.items()), ("", None))
        line = pair_in(first, other, inner)
        return {"item": line} if line else {}
    if type(value) not in {str, int, float} or len(text) > MOST or "\n" in text:
        return {}
    if ONE_ROW.match(text):
        text = text[len("1. ") :]
    pieces = [without_name(piece.strip(), needed) for piece in re.split(r"[,|;]", text)]
    if needed == ["id", "title"] and (both := CODE_FIRST.fullmatch(text)):
        pieces = [*both.groups()]
    told = dict(zip(needed, pieces, strict=True)) if len(pieces) == len(needed) > 1 else {}
    if not told and not SEVERAL.search(text):
        told = dict.fromkeys(likely(text, inner, needed)[:1], text)
    if told and not needed and (code := CODE.match(text)):
        told = dict.fromkeys(told, code[0])  # P-08 (ketua)
    filled = {name: fitted(one, inner[name]) or "" for name, one in told.items()}
    names = dict.fromkeys((*needed, *told) or [*inner][:FEW])
    return {"fields": [f"{name}: {filled.get(name, '')}".rstrip() for name in names]}


def without_name(piece: str, names: list[str]) -> str:
    """A value without the name of its field before it: `id SEK`."""
    name, _, value = piece.partition(" ")
    return value if name in names else piece


CODE_FIRST: Final = re.compile(r"([A-Z][A-Z0-9-]{0,15})(?:\.| [-\u2013=]|(?<=\d) ) *([^\s\d].*)")
"""A code with a title behind it: `SEK - Sekretariat`, `U1. Persyaratan`, `BM-01 Cepat`."""


def likely(text: str, inner: Mapping[str, Field], needed: list[str]) -> list[str]:
    """The fields of a part in which a text may belong that stands in place of it, the likely one first."""
    if "period" in inner and period_meant(text):
        return ["period"]
    if text[:1].isdigit() and number_meant(text):
        return [n for n, one in inner.items() if one.type in {int, Decimal}] or needed
    if not needed and CODE.match(text):
        return [one.name for one in inner.values() if one.reference]
    if "title" in needed and not text.isupper():
        return ["title"]
    rest = [one for one in needed if one != "period"]
    if rest and inner[rest[0]].enum and " " in text:  # a sentence is no word of a list
        rest = [
            n for n in rest if inner[n].type is str and not (inner[n].reference or inner[n].enum)
        ]
    return rest


def note_alone(error: Any, field: Field | None) -> None:
    """Let an error know the fields that are asked for where it has another value."""
    if error["type"] in GROUP | {"tuple_type"} and field is not None and field.part is not None:
        text = error.get("written") or str(error["input"])
        first = text.partition(", ")[0]
        if error["type"] == "tuple_type" and len(text) <= MOST and "(" not in first:
            text = first  # of several, as an example
        error |= lines_of_part(error["input"], text, field.part)
