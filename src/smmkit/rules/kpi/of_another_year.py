"""SMM962 of-another-year."""

from __future__ import annotations

from smmkit.documents import Information
from smmkit.documents.direction import PerformanceAgreement, PerformanceReport
from smmkit.documents.objective import Objective
from smmkit.location import Path
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM962",
    "of-another-year",
    of=Information,
    severity=Severity.WARNING,
    source="juknis II.A4 and II.A7",
    clause="9.1.3",
    filled=True,
)
def of_another_year(document: Information, qms: Qms) -> Problems:
    """A performance report, and an agreement, are about indicators of the year that they name.

    Why: the form of last year with another number on its cover is found by the first comparison.
    """
    steps: Path = ("year",)
    match document:
        case PerformanceReport():
            years = {str(one.period)[:4] for one in document.achievements}
        case PerformanceAgreement():
            named = {one.kpi for one in document.promises}
            years = {
                str(target.period)[:4]
                for objective in qms.of(Objective)
                for kpi in objective.kpis
                if kpi.id in named
                for target in kpi.targets
            }
        case _:
            return
    if years and str(document.year) not in years:
        yield problem(
            document,
            *steps,
            message=say(
                "{id} is for {year}, its indicators are of {years}",
                id=document.id,
                year=str(document.year),
                years=sorted(years),
            ),
            hint=say("write the year that it is about, or the targets of that year"),
        )
