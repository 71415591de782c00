"""SMM432 mean-of-percentages."""

from __future__ import annotations

from smmkit.analyses.kpis.kpi import pooled
from smmkit.analyses.kpis.rates import is_share
from smmkit.analyses.kpis.series import series
from smmkit.analyses.kpis.targets import aggregated
from smmkit.documents.objective import Aggregation, Objective
from smmkit.period_days import within
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import rounded, say


@rule(
    "SMM432",
    "mean-of-percentages",
    of=Objective,
    severity=Severity.WARNING,
    source="ISO 9001, 9.1.3",
    clause="9.1.3",
)
def mean_of_percentages(objective: Objective, qms: Qms) -> Problems:
    """The percentage of a year is counted from all its cases, unless a mean of percentages is asked for.

    Why: a month of one case then weighs as much as one of a hundred; the year comes out as nobody saw it.
    """
    for index, kpi in enumerate(objective.kpis):
        if kpi.aggregation is not Aggregation.AVERAGE or not is_share(kpi):
            continue
        seen = qms.fact(series)[kpi.id].observations
        year = max((one.period[:4] for one in seen), default="")
        values = [one for one in seen if year and within(one.period, year)]
        whole, mean = (
            pooled(kpi, values),
            aggregated(kpi.aggregation, [one.value for one in values]),
        )
        if whole is not None and mean is not None and rounded(whole) != rounded(mean):
            yield problem(
                objective,
                "kpis",
                index,
                "aggregation",
                message=say(
                    "{id} in {year}: the mean of the percentages is {mean}, all cases together are {whole}",
                    id=kpi.id,
                    year=year,
                    mean=rounded(mean),
                    whole=rounded(whole),
                ),
                hint=say("write `aggregation: ratio`; or `mean-of-rates`, if the mean is meant"),
            )
