"""The days of a document on which something has happened."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from pydantic import BaseModel

from smmkit.analyses.texts.parts import parts_in
from smmkit.documents import Information, Record
from smmkit.documents.submission import Submission
from smmkit.location import Path
from smmkit.model.fields import fields_of
from smmkit.model.marks import Trait


def days_of(document: Information) -> Iterator[tuple[Path, date]]:
    """Every day on which something has happened, with its key path; a submission may be planned."""
    if isinstance(document, Record) and not isinstance(document, Submission):
        yield ("date",), document.date
    for part, steps in parts_in(document, has_past):
        for name in past_days(type(part)):
            if day := getattr(part, name):
                yield (*steps, name), day


@cache
def past_days(class_: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a class that say such a day."""
    return tuple(one.name for one in fields_of(class_).values() if one.has(Trait.PAST))


@cache
def has_past(class_: type[BaseModel]) -> bool:
    """Whether a class has such a field."""
    return bool(past_days(class_))
