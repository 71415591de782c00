"""SMM444 left-out-of-report."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import live
from smmkit.documents.direction import PerformanceReport
from smmkit.documents.objective import Objective
from smmkit.period_days import within
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM444",
    "left-out-of-report",
    of=PerformanceReport,
    severity=Severity.WARNING,
    source="juknis II.A7; ISO 9001, 9.1.3",
    clause="9.1.3",
    filled=True,
)
def left_out_of_report(report: PerformanceReport, qms: Qms) -> Problems:
    """A performance report tells of every KPI that had a target for its year.

    Why: what is left out is mostly what was not reached.
    """
    year, told = str(report.year), {one.kpi for one in report.achievements}
    missing = [
        kpi.id
        for objective in live(qms, Objective)
        for kpi in objective.kpis
        if kpi.id not in told and any(within(target.period, year) for target in kpi.targets)
    ]
    if missing and told:
        yield problem(
            report,
            "achievements",
            message=say(
                "nothing is said of {ids}, which had a target for {year}", ids=missing, year=year
            ),
            hint=say(
                "add them, also where they were not reached; the reason is written under `analysis:`"
            ),
        )
