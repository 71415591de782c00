"""SMM860 beside-the-scale."""

from __future__ import annotations

from smmkit.analyses.kpis.kpi import told_year
from smmkit.analyses.kpis.result import Progress
from smmkit.analyses.kpis.scales import band_at, scale_of
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import rounded, say


@rule(
    "SMM860",
    "beside-the-scale",
    severity=Severity.WARNING,
    source="own rule",
    clause="9.1.3",
)
def beside_the_scale(qms: Qms) -> Problems:
    """What a KPI has reached has a name on its scale.

    Why: a scale whose lowest band begins above 0 says nothing of the worst results.
    """
    for one in qms.fact(told_year)[1]:
        scale = scale_of(qms, one.kpi.scale)
        value = one.achievement
        if one.progress is not Progress.MEASURED or value is None or not scale or not scale.bands:
            continue
        if band_at(scale, value) is None:
            yield problem(
                one.objective,
                "kpis",
                one.objective.kpis.index(one.kpi),
                "scale",
                message=say(
                    "{id} has reached {value} percent in {period}, for which {scale} has no band",
                    id=one.kpi.id,
                    value=rounded(value),
                    period=one.period,
                    scale=scale.id,
                ),
                hint=say("let the lowest band of the scale begin at the lowest value"),
            )
