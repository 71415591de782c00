"""SMM451 plan-of-the-past."""

from __future__ import annotations

import re

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.objective import Objective
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")


@rule(
    "SMM451",
    "plan-of-the-past",
    of=Objective,
    severity=Severity.WARNING,
    source="ISO 9001, 6.2.2 d",
    clause="6.2.2",
    filled=True,
)
def plan_of_the_past(objective: Objective, qms: Qms) -> Problems:
    """The plan of an objective reaches as far as its targets, and does not begin behind them.

    Why: a plan that ended two years ago is not how this year's target is reached.
    """
    if objective.plan is None or not is_live(objective, qms):
        return
    years = [int(year) for year in YEAR.findall(objective.plan.when)]
    targets = years_of_targets(objective)
    wanted = [year for year in targets if year <= qms.as_of.year]
    if years and targets and min(years) > max(targets):
        message = say(
            "the plan of {id} begins in {year}, and its last target is for {wanted}",
            id=objective.id,
            year=str(min(years)),
            wanted=str(max(targets)),
        )
    elif years and wanted and max(years) < max(wanted):
        message = say(
            "the plan of {id} ends in {year}, and there is a target for {wanted}",
            id=objective.id,
            year=str(max(years)),
            wanted=str(max(wanted)),
        )
    else:
        return
    hint = say("plan for the years of the targets, in a new version")
    yield problem(objective, "plan", "when", message=message, hint=hint)


def years_of_targets(objective: Objective) -> list[int]:
    """The years for which there are targets."""
    periods = (one.period[:4] for kpi in objective.kpis for one in kpi.targets)
    return [int(year) for year in periods if year.isdigit()]
