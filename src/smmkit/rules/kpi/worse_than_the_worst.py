"""SMM435 worse-than-the-worst."""

from __future__ import annotations

from smmkit.analyses.kpis.formulas import formula_of, formulas
from smmkit.analyses.kpis.series import series
from smmkit.documents.objective import Formula, Objective
from smmkit.location import Location
from smmkit.problem import Problem, Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, rule
from smmkit.words import say


@rule(
    "SMM435",
    "worse-than-the-worst",
    of=Objective,
    severity=Severity.WARNING,
    source="KMK 127/2026",
    clause="9.1.1",
)
def worse_than_the_worst(objective: Objective, qms: Qms) -> Problems:
    """No measured value is worse than the worst value that the KPI declares.

    Why: achievement is counted from the worst value; beyond it, less than nothing would be achieved.
    """
    known = qms.fact(formulas)
    for kpi in objective.kpis:
        used = {formula_of(kpi, one.value, known).data.id for one in kpi.targets}
        if kpi.worst is None or Formula.MINIMIZE_TO_ZERO not in used:
            continue
        read = qms.fact(series)[kpi.id]
        for one in read.observations:
            if one.value > kpi.worst:
                yield Problem(
                    read.path,
                    (),
                    say(
                        "{id} in {period} is {value}, beyond the worst value {worst}",
                        id=kpi.id,
                        period=one.period,
                        value=one.value,
                        worst=kpi.worst,
                    ),
                    say("correct it, or write at `worst:` what is the worst in truth"),
                    objective.id,
                    Location(read.path, one.line),
                )
