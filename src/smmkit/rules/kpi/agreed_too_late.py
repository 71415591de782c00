"""SMM446 agreed-too-late."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.lifecycle.live import is_live
from smmkit.calendar_ends import months_after
from smmkit.documents.direction import PerformanceAgreement
from smmkit.model.part import Part, Whole
from smmkit.period_days import year_days
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Time(Part):
    """Until when."""

    months: Annotated[Whole, Field(ge=1, le=12)] = 6
    """So many months of the year may pass before it is agreed."""


@rule(
    "SMM446",
    "agreed-too-late",
    of=PerformanceAgreement,
    severity=Severity.WARNING,
    source="own rule",
    clause="6.2.1",
    filled=True,
    settings=Time,
)
def agreed_too_late(agreement: PerformanceAgreement, qms: Qms, settings: Time) -> Problems:
    """What is promised for a year is agreed in its first months.

    Why: who promises in December what the year has brought risks nothing.
    """
    if not is_live(agreement, qms):
        return
    index, first = min(enumerate(agreement.approvals), key=lambda pair: pair[1].on)
    if first.on.year == agreement.year and first.on >= months_after(
        year_days(agreement.year)[0], settings.months
    ):
        yield problem(
            agreement,
            "approvals",
            index,
            "on",
            message=say(
                "{id} for {year} was approved on {day}",
                id=agreement.id,
                year=str(agreement.year),
                day=first.on,
            ),
            hint=say("write the day on which it was signed; the next one is signed in January"),
        )
