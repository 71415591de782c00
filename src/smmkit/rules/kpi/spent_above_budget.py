"""SMM445 spent-above-budget."""

from __future__ import annotations

from smmkit.documents.direction import PerformanceReport
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM445",
    "spent-above-budget",
    of=PerformanceReport,
    severity=Severity.WARNING,
    source="own rule",
    clause="9.1.3",
    filled=True,
)
def spent_above_budget(report: PerformanceReport, qms: Qms) -> Problems:  # noqa: ARG001
    """No more money was spent on a KPI than was planned for it.

    Why: an agency may not spend what it does not have; one of the two numbers is wrong.
    """
    for index, one in enumerate(report.achievements):
        if one.budget is not None and one.spent is not None and one.spent > one.budget:
            yield problem(
                report,
                "achievements",
                index,
                "spent",
                message=say(
                    "{kpi}: {spent} of {budget} was spent",
                    kpi=one.kpi,
                    spent=one.spent,
                    budget=one.budget,
                ),
                hint=say("look into the accounts, and put the wrong number right"),
            )
