"""SMM995 dimension-does-not-fit."""

from __future__ import annotations

from typing import Final

from smmkit.documents import Information
from smmkit.model.part import Dimension
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

PLANS: Final = frozenset(
    {
        "quality-policy", "objective", "direction", "strategic-plan", "performance-agreement",
        "issues", "interested-parties", "swot", "risk-register", "roles",
    }
)  # fmt: skip
LOOKS: Final = frozenset({"audit", "interview", "spot-check", "performance-report", "survey"})
ACTS: Final = frozenset({"corrective-action", "finding"})
PLAN, DO = frozenset({Dimension.PLANNING}), frozenset({Dimension.PROCESSING})
MENDS: Final = frozenset({Dimension.CORRECTION})
EVERY: Final = frozenset(Dimension)
FITTING: Final = {
    **dict.fromkeys(PLANS, PLAN),
    **dict.fromkeys(LOOKS, EVERY - PLAN - DO - MENDS),
    **dict.fromkeys(ACTS, EVERY - PLAN - DO),
}
"""The kinds that belong to one part of the circle, and the dimensions that lie in it."""


@rule(
    "SMM995",
    "dimension-does-not-fit",
    of=Information,
    severity=Severity.WARNING,
    source="juknis I.C",
    filled=True,
)
def dimension_does_not_fit(document: Information, qms: Qms) -> Problems:  # noqa: ARG001
    """What plans is counted as planning, what looks as control, what mends as correction.

    Why: an audit that is counted as planning leaves a hole where the circle is to be closed.
    """
    named, fitting = document.dimension, FITTING.get(document.kind)
    if named and fitting and named not in fitting:
        yield problem(
            document,
            "dimension",
            message=say(
                "{id} belongs to {wanted}, and not to {dimension}",
                id=document.id,
                wanted=[one.label for one in Dimension if one in fitting],
                dimension=named.label,
            ),
            hint=say(
                "write `dimension: {word}`", word=next(one for one in Dimension if one in fitting)
            ),
        )
