"""SMM436 divided-by-zero."""

from __future__ import annotations

from smmkit.analyses.kpis.kpi import result
from smmkit.analyses.kpis.result import Progress
from smmkit.analyses.kpis.series import series
from smmkit.documents.objective import Formula, Objective
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM436",
    "divided-by-zero",
    of=Objective,
    severity=Severity.WARNING,
    source="own rule",
    clause="9.1.1",
)
def divided_by_zero(objective: Objective, qms: Qms) -> Problems:
    """The best value that there can be is counted as one.

    Why: with `minimize-ratio` nothing can be divided by 0, so that the best result of all has none.
    """
    for index, kpi in enumerate(objective.kpis):
        if kpi.formula is not Formula.MINIMIZE_RATIO or kpi.at_zero is not None:
            continue
        years = {one.period[:4] for one in qms.fact(series)[kpi.id].observations}
        for year in sorted(years):
            found = result(qms, objective, kpi, year)
            if found.progress is Progress.NO_FORMULA and found.actual == 0:
                yield problem(
                    objective,
                    "kpis",
                    index,
                    "formula",
                    message=say(
                        "{id} is 0 in {year}, and {formula} cannot count that",
                        id=kpi.id,
                        year=year,
                        formula=kpi.formula.value,
                    ),
                    hint=say(
                        "write `at_zero:` with what 0 earns, such as 120; or the formula minimize"
                    ),
                )
                break
