"""SMM438 scale-of-another-time."""

from __future__ import annotations

from smmkit.analyses.kpis.scales import scales_named
from smmkit.documents.objective import Objective
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM438",
    "scale-of-another-time",
    of=Objective,
    severity=Severity.WARNING,
    source="own rule",
    clause="9.1.1",
)
def scale_of_another_time(objective: Objective, qms: Qms) -> Problems:
    """A scale that names values was there when they were measured.

    Why: a number that is named by a rule of later years is named as nobody could have named it then.
    """
    for index, field, data in scales_named(objective, qms):
        is_early = data.since is not None and qms.as_of < data.since
        is_late = data.until is not None and qms.as_of > data.until
        if is_early or is_late:
            yield problem(
                objective,
                "kpis",
                index,
                field,
                message=say(
                    "{scale} does not hold on {day}: {source}",
                    scale=data.id,
                    day=qms.as_of,
                    source=data.source,
                ),
                hint=say("name the scale that holds, or write one of your own in qms.yaml"),
            )
