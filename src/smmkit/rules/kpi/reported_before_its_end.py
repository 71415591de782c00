"""SMM427 reported-before-its-end."""

from __future__ import annotations

from smmkit.documents.direction import PerformanceReport
from smmkit.period_days import year_days
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM427",
    "reported-before-its-end",
    of=PerformanceReport,
    severity=Severity.WARNING,
    source="juknis II.A7",
    clause="9.1.3",
    filled=True,
)
def reported_before_its_end(report: PerformanceReport, qms: Qms) -> Problems:  # noqa: ARG001
    """The performance report of a year is made after its end.

    Why: the results of a year that still goes on are a guess.
    """
    if report.date < year_days(report.year)[1]:
        yield problem(
            report,
            "date",
            message=say(
                "{id} of {day} reports the year {year}",
                id=report.id,
                day=report.date,
                year=str(report.year),
            ),
            hint=say("write the right day, or the right year"),
        )
