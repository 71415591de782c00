"""SMM919 scale-of-something-else."""

from __future__ import annotations

from smmkit.analyses.kpis.scales import scales_named
from smmkit.documents.objective import Objective
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.measures import Named
from smmkit.words import say

NAMES = {"scale": Named.ACHIEVEMENT, "value_scale": Named.VALUE}
"""What each of the two scales of a KPI names."""


@rule(
    "SMM919",
    "scale-of-something-else",
    of=Objective,
    severity=Severity.WARNING,
    source="own rule",
    clause="9.1.1",
)
def scale_of_something_else(objective: Objective, qms: Qms) -> Problems:
    """A known scale names what it is made for: the achievement in percent, or the measured value itself.

    Why: an index of 62 is low by its own scale, and 95 percent of its target: each has a name of its own.
    """
    for index, field, data in scales_named(objective, qms):
        wanted = NAMES[field]
        if data.names not in {wanted, Named.EITHER}:
            other = next(one for one in NAMES if one != field)
            yield problem(
                objective,
                "kpis",
                index,
                field,
                message=say(
                    "{scale} names the {what}, not the {other}",
                    scale=data.id,
                    what=data.names.label,
                    other=wanted.label,
                ),
                hint=say("write it as {field}", field=other),
            )
