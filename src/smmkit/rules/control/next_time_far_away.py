"""SMM347 next-time-far-away."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.texts.parts import parts_in
from smmkit.calendar_ends import months_after
from smmkit.documents import Document
from smmkit.model.fields import fields_of
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

AHEAD = ("next", "next_review", "due")
"""Fields that say when it is looked at again, or done."""


class Longest(Part):
    """How far ahead."""

    months: Annotated[Whole, Field(ge=1)] = 36
    """So many months from the day of judgement at most."""


@rule(
    "SMM347",
    "next-time-far-away",
    of=Document,
    severity=Severity.WARNING,
    source="own rule",
    clause="9.1.1",
    filled=True,
    settings=Longest,
)
def next_time_far_away(document: Document, qms: Qms, settings: Longest) -> Problems:
    """What is evaluated again and again, or still to be done, has its next day within sight.

    Why: a day some years ahead is mostly a mistyped year; until then nobody looks.
    """
    if not is_live(document, qms):
        return
    latest = months_after(qms.as_of, settings.months)
    for part, steps in parts_in(document, looks_ahead):
        for name in AHEAD:
            day = getattr(part, name, None)
            if day is not None and day > latest and getattr(part, "done", None) is None:
                yield problem(
                    document,
                    *steps,
                    name,
                    message=say(
                        "{day} is more than {n} months from now", day=day, n=settings.months
                    ),
                    hint=say("write an earlier day"),
                )


def looks_ahead(class_: type[BaseModel]) -> bool:
    """Whether a part has such a day."""
    return not fields_of(class_).keys().isdisjoint(AHEAD)
