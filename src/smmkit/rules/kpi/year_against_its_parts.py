"""SMM433 year-against-its-parts."""

from __future__ import annotations

from smmkit.analyses.kpis.targets import contradicted
from smmkit.documents.objective import Objective
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import rounded, say


@rule(
    "SMM433",
    "year-against-its-parts",
    of=Objective,
    source="ISO 9001, 6.2.1",
    clause="6.2.1",
)
def year_against_its_parts(objective: Objective, qms: Qms) -> Problems:  # noqa: ARG001
    """The target of a year is what the targets of its quarters or months come to.

    Why: with all quarters on target the year would be missed, or reached although they were not.
    """
    for index, kpi in enumerate(objective.kpis):
        for n, target, others in contradicted(kpi):
            yield problem(
                objective,
                "kpis",
                index,
                "targets",
                n,
                "value",
                message=say(
                    "{id}: the target of {period} is {value}, and those of its parts come to {others}",
                    id=kpi.id,
                    period=target.period,
                    value=target.value,
                    others=rounded(others),
                ),
                hint=say("correct one of them, or write only the one that counts"),
            )
