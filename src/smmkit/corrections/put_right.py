"""What a wrong value was meant to be: the reader's own value, as YAML has it where it can be used."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from smmkit.corrections.by_id import NO_IDS, Ids
from smmkit.corrections.spoken_clauses import numbers_of_clauses
from smmkit.corrections.spoken_lists import MOST, as_list, one_a_line
from smmkit.corrections.spoken_numbers import number
from smmkit.corrections.spoken_spans import day_of_excel, edge_of_month, only_day_in
from smmkit.corrections.spoken_values import (
    day_meant,
    day_month_first,
    day_of_digits,
    day_of_two_digits,
    period_meant,
)
from smmkit.corrections.spoken_words import (
    TIMES,
    Right,
    as_amount,
    flag,
    time_in,
    word,
    words_in,
)
from smmkit.model.fields import fields_of
from smmkit.model.marks import CLAUSE, FILE, Trait
from smmkit.model.patterns import DAY, ID, PERIOD
from smmkit.yaml_text.scalars import scalar

if TYPE_CHECKING:
    from smmkit.model.fields import Field


def known_of(error: Any, field: Field | None) -> dict[str, Any]:
    """What a field tells of the error of its value besides: which of its words that names, and of 2026 for
    a day, that not the quotes are what is missing.
    """
    text = text_of(error)
    if field is None or not text:
        return {}
    if field.type is date and error["type"] == "string_type":
        return {"type": "string_pattern_mismatch", "ctx": {"pattern": DAY.regex}}
    if field.enum and error["type"] in NO_WORD:
        return {"several": words_in(text, field)}
    return {}


def text_of(error: Any) -> str:
    """The value of an error as its file has it: `8.10`, read as 8.1; empty where it is no short line."""
    value = error["input"]
    if isinstance(value, bool | int | float):
        value = error.get("written") or value
    text = "" if value is None or isinstance(value, dict | list) else str(value)
    return "" if len(text) > MOST or "\n" in text else text


def put_right(error: Any, field: Field | None) -> Right | None:
    """What a value that pydantic refuses was meant to be; None where nobody can know."""
    value, type_, ids = error["input"], error["type"], error.get("ids", NO_IDS)
    if stands_in_list(error):
        return (
            one_of(value, field)
            if all_text(value) and type_ == "string_type"
            else in_list(error, field)
        )
    if isinstance(value, dict) and field is not None and field.many and type_ == "tuple_type":
        text = ", ".join(value) if not any(value.values()) and all_text([*value]) else ""
        return as_list(text, field, ids) if 0 < len(text) <= MOST else None
    if lines := error.get("lines"):
        return one_a_line(lines, field, ids)
    if isinstance(value, dict) and type_ == "string_type" and not any(value.values()):
        text = ", ".join(value) if all_text([*value]) else ""  # {Tim mutu}
        return Right(scalar(text)) if 0 < len(text) <= MOST else None
    text = text_of(error)
    if not text:
        return None
    if field is not None and field.type is date:
        return day(text)
    if field is not None and field.many and type_ == "tuple_type":
        return as_list(text, field, ids)
    if field is not None and field.part is not None and type_ in GROUP:
        return as_part(text, fields_of(field.part))
    if field is not None and field.enum and type_ in NO_WORD:
        return word(text, field) if len(words_in(text, field)) < 2 else None
    if type_ == "string_type":
        return Right(json.dumps(text, ensure_ascii=False))
    if type_ == "string_pattern_mismatch":
        return pattern(text, error["ctx"]["pattern"])
    if type_ in WHOLE | NUMBER:
        return amount(text, type_ in WHOLE, field)
    if type_ in {"bool_type", "bool_parsing"}:
        return flag(text)
    return None


def stands_in_list(error: Any) -> bool:
    """Whether a list stands where a single value is asked for."""
    return isinstance(error["input"], list) and error["type"] not in {"tuple_type", "too_short"}


def in_list(error: Any, field: Field | None) -> Right | None:
    """The one value of a list that stands where one is asked for; a decimal comma parts it in two."""
    values, written = error["input"], str(error.get("written", ""))
    if field is None or field.many or not 0 < len(values) <= PARTED or len(written) > MOST:
        return None
    text = values[0] if len(values) == 1 and all_text(values) else BRACKETS.sub("", written)
    right = fitted(text, field, error.get("ids", NO_IDS))
    return Right(right, is_certain=len(values) == 1) if right else None


PARTED: Final = 2
"""Into so many a decimal comma parts one number: [2,5]."""

BRACKETS: Final = re.compile(r"^(?:\[|- )\s*+|(?<!\s)\s*+\]$")
"""What makes a list of one value."""


def one_of(values: list[Any], field: Field | None) -> Right | None:
    """The one text of a list that stands where a single text is asked for; several as one text."""
    if not all_text(values) or not 0 < len(text := "; ".join(values)) <= MOST:
        return None
    if len(values) == 1:
        return Right(scalar(text))
    return None if field is None or field.reference else Right(scalar(text), is_certain=False)


def all_text(values: list[Any]) -> bool:
    """Whether these are some texts and nothing else."""
    return bool(values) and all(isinstance(one, str) for one in values)


NO_WORD: Final = frozenset({"enum", "literal_error"})
GROUP: Final = frozenset({"model_type", "dataclass_type", "dict_type"})
WHOLE: Final = frozenset({"int_type", "int_from_float", "int_parsing"})
NUMBER: Final = frozenset({"decimal_type", "decimal_parsing", "finite_number"})


def amount(text: str, whole: bool, field: Field | None) -> Right | None:
    """A number; one of hours is none of days, and where the field does not say what it counts, a guess."""
    if whole and re.fullmatch(DAY.regex, text):
        return Right(text[: len("2019")], is_certain=False)
    right, counted = number(text, whole=whole), time_in(text)
    if right and field and field.has(Trait.SHARE) and text.rstrip().endswith("%"):
        return right._replace(yaml=f"{Decimal(right.yaml).scaleb(-2).normalize():f}")
    if right is None or not counted:
        return right
    own = field.name.rpartition("_")[2].removesuffix("s") if field else ""
    return right if own == counted else None if own in TIMES else right._replace(is_certain=False)


def day(text: str) -> Right | None:
    """A day: 31/12/2019, 12 Januari 2026."""
    meant = day_meant(text)
    if meant is None:
        guess = next(filter(None, (find(text) for find in DAYS_GUESSED)), None)
        return Right(guess.isoformat(), False, guess) if guess else None
    known, sure = meant
    return Right(known.isoformat(), sure, None if sure else known)


DAYS_GUESSED: Final = (
    *(day_of_two_digits, day_of_digits, day_of_excel),
    *(edge_of_month, day_month_first, only_day_in),
)
"""What finds the day that a text probably means."""


def as_part(text: str, inner: Mapping[str, Field]) -> Right | None:
    """A group of fields of which only one value stands there: `2 menit`."""
    amount, measure = inner.get("value"), inner.get("unit")
    if amount and measure and measure.enum:
        return as_amount(text, measure, takes_range="up_to" in inner)
    return None


NAME_OF_FILE: Final = re.compile(r"\.\w{2,5}$")


def fitted(value: Any, field: Field, ids: Ids = NO_IDS) -> str | None:
    """A value as a field takes it that has stood at another name; None where nobody can know."""
    if isinstance(value, list) and all_text(value):
        text = scalar(value)
        return text if field.many and field.part is None and len(text) <= MOST else None
    if isinstance(value, bool) and field.type is bool:
        return str(value).lower()
    if type(value) not in {str, int} or len(str(value)) > MOST or "\n" in str(value):
        return None
    text = str(value)
    if field.many:
        right = as_list(text, field, ids)
    elif field.part is not None:
        right = as_part(text, fields_of(field.part))
    elif field.type is date:
        right = Right(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else day(text)
    elif field.enum is not None and not field.is_open:
        right = word(text, field)
    elif field.type is bool:
        right = flag(text)
    elif field.reference is CLAUSE and len(named := numbers_of_clauses(text)) == 1:
        right = Right(json.dumps(named[0]))
    elif field.reference is FILE and not NAME_OF_FILE.search(text):
        right = None
    elif field.type is str:
        right = Right(scalar(text) if text[:1].isalpha() else json.dumps(text, ensure_ascii=False))
    else:
        right = Right(text) if isinstance(value, int) else amount(text, field.type is int, field)
    return right.yaml if right and (right.is_certain or right.day) else None


def pattern(text: str, regex: str) -> Right | None:
    """A text that has to be written in a certain way."""
    if regex == DAY.regex:
        return day(text)
    if regex == PERIOD.regex:
        meant = period_meant(text)
        return Right(f'"{meant}"') if meant else None
    if regex == ID.regex:
        plain = id_meant(text)
        is_certain = plain == text.strip(AROUND_ID)
        return Right(plain, is_certain) if re.search(ID.regex, plain) else None
    return None


AROUND_ID: Final = " .,;:"
"""What stands around an id in a sentence and is none of it."""


def id_meant(text: str) -> str:
    """An id without what none may have in it: `SOP 01.` as SOP-01."""
    return re.sub(r"[^A-Za-z0-9._-]+", "-", text.strip())[:64].strip("-._")
