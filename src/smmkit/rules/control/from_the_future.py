"""SMM303 from-the-future."""

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
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM303", "from-the-future", of=Information, source="ISO 9001, 7.5.3.2")
def from_the_future(document: Information, qms: Qms) -> Problems:
    """Days of what has happened are not later than today, or than `as_of` of qms.yaml."""
    for steps, day in days_of(document):
        if day > qms.today:
            yield problem(
                document,
                *steps,
                message=say(
                    "{day} is later than {today}, the day that counts as today",
                    day=day,
                    today=qms.today,
                ),
                hint=say("write the day on which it happened; until it has, leave the day out"),
            )


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
