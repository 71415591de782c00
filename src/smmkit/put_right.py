"""What a wrong value was meant to be: the reader's own value, as YAML has it where it can be used."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from smmkit.officials import comparable, nearest, table
from smmkit.patterns import DAY, ID, PERIOD
from smmkit.spoken_numbers import IN_TWO_WAYS, certain, number_meant
from smmkit.spoken_values import day_meant, period_meant
from smmkit.words import LANGUAGES, language
from smmkit.yaml_text.scalars import scalar

if TYPE_CHECKING:
    from smmkit.fields import Field

MOST: Final = 60
"""A longer value is not put right in a sentence."""


class Right(NamedTuple):
    """A value as it was meant, in YAML."""

    yaml: str
    is_certain: bool = True
    """Whether nothing else can have been meant."""
    day: date | None = None
    """Where it is a day that may be another one: which it is taken for."""


def put_right(error: Any, field: Field | None, written: str = "") -> Right | None:
    """What a value that pydantic refuses was meant to be; None where nobody can know.

    `written` is the value as it stands in the file: `8.10`, which is read as 8.1.
    """
    value, type_ = error["input"], error["type"]
    text = written if isinstance(value, bool | int | float) and written else value
    text = text if isinstance(text, str) else "" if value is None else str(text)
    if not text or len(text) > MOST or isinstance(value, dict | list) or "\n" in text:
        return None
    if field is not None and field.type is date:
        return day(text)
    if field is not None and field.many and type_ == "tuple_type":
        return as_list(text, field)
    if field is not None and field.enum and type_ in {"enum", "literal_error"}:
        return word(text, field)
    if type_ == "string_type":
        return Right(json.dumps(text, ensure_ascii=False))
    if type_ == "string_pattern_mismatch":
        return pattern(text, error["ctx"]["pattern"])
    if type_ in WHOLE | NUMBER:
        return number(text, whole=type_ in WHOLE)
    if type_ in {"bool_type", "bool_parsing"}:
        meant = table("flags").get(comparable(text))
        return Right(meant[0]) if meant else None
    return None


WHOLE: Final = frozenset({"int_type", "int_from_float", "int_parsing"})
NUMBER: Final = frozenset({"decimal_type", "decimal_parsing", "finite_number"})


def day(text: str) -> Right | None:
    """A day: 31/12/2019, 12 Januari 2026."""
    meant = day_meant(text)
    if meant is None:
        return None
    known, sure = meant
    return Right(known.isoformat(), sure, None if sure else known)


def as_list(text: str, field: Field) -> Right | None:
    """A list of what stands with commas in one text, where its items are ids, clauses, or words."""
    if field.part is not None:
        return None
    short = field.reference is not None or field.enum is not None
    pieces = [piece.strip() for piece in (re.split("[,;]", text) if short else [text])]
    items = [f'"{p}"' if re.fullmatch(r"[\d.]+", p) else scalar(p) for p in pieces if p]
    return Right(f"[{', '.join(items)}]") if items else None


def word(text: str, field: Field) -> Right | None:
    """A word of a closed list, by its label."""
    said = comparable(text)
    for one in field.enum or ():
        if said in {
            comparable(one.value),
            *(comparable(language(c).say(one.label)) for c in LANGUAGES),
        }:
            return Right(one.value)
    labels = {comparable(language("id").say(o.label)): o.value for o in field.enum or ()}
    found = nearest(text, list(labels))
    return Right(labels[found], is_certain=False) if found else None


def pattern(text: str, regex: str) -> Right | None:
    """A text that has to be written in a certain way."""
    if regex == DAY.regex:
        return day(text)
    if regex == PERIOD.regex:
        meant = period_meant(text)
        return Right(f'"{meant}"') if meant else None
    if regex == ID.regex:
        plain = re.sub(r"[^A-Za-z0-9._-]+", "-", text.strip()).strip("-._")
        return Right(plain, is_certain=False) if re.search(ID.regex, plain) else None
    return None


def number(text: str, *, whole: bool) -> Right | None:
    """A number: 2,5 and 1.200 and 62 orang."""
    meant = number_meant(text)
    if meant is None or (whole and "." in meant[0]):
        return None
    sure = meant[1] and not IN_TWO_WAYS.fullmatch(text)
    return Right(certain(meant[0]), sure or whole)
