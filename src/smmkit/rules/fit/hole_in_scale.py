"""SMM859 hole-in-scale."""

from __future__ import annotations

from smmkit.analyses.kpis.scales import holes
from smmkit.documents.settings import Settings
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM859",
    "hole-in-scale",
    of=Settings,
    severity=Severity.WARNING,
    source="own rule",
)
def hole_in_scale(home: Settings, qms: Qms) -> Problems:  # noqa: ARG001
    """Between two bands of a scale no number is left without a name.

    Why: 84.6 on a scale with 75 to 84 and 85 to 100 is nothing, until somebody rounds it up.
    """
    for index, scale in enumerate(home.scales):
        for n, top, bottom in holes(scale):
            yield problem(
                home,
                "scales",
                index,
                "bands",
                n,
                message=say(
                    "{id} has no band for what lies between {top} and {bottom}",
                    id=scale.id,
                    top=top,
                    bottom=bottom,
                ),
                hint=say("write `below:` with the number at which the next band begins"),
            )
