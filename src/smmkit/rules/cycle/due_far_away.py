"""SMM878 due-far-away."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.texts.parts import to_do_in
from smmkit.calendar_ends import months_after
from smmkit.documents import Record
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Longest(Part):
    """How far ahead something may be due."""

    months: Annotated[Whole, Field(ge=1)] = 24
    """How many months after its record something is due at the latest."""


@rule(
    "SMM878",
    "due-far-away",
    of=Record,
    severity=Severity.WARNING,
    source="own rule",
    clause="10.2.1",
    settings=Longest,
)
def due_far_away(record: Record, qms: Qms, limits: Longest) -> Problems:  # noqa: ARG001
    """What a record asks for is due while people still know why.

    Why: a day some years ahead is none; it is a mistyped year, or a task that nobody means to do.
    """
    latest = months_after(record.date, limits.months)
    for steps, due, done in to_do_in(record):
        if due is None or done:
            continue
        if due > latest:
            yield problem(
                record,
                *steps,
                "due",
                message=say(
                    "due on {due}, more than {n} months after {id}",
                    due=due,
                    n=limits.months,
                    id=record.id,
                ),
                hint=say("write an earlier day, or steps with days of their own"),
            )
