"""SMM716 gaps-lead-nowhere."""

from __future__ import annotations

from smmkit.documents.assessment import GapAssessment, Status
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

GAPS = (Status.PARTIAL, Status.NONCONFORM)
FEW = 3
"""A gap or two may well concern nothing but themselves."""


@rule(
    "SMM716",
    "gaps-lead-nowhere",
    of=GapAssessment,
    severity=Severity.WARNING,
    source="juknis II.A1",
    filled=True,
)
def gaps_lead_nowhere(assessment: GapAssessment, qms: Qms) -> Problems:  # noqa: ARG001
    """What an assessment finds leads to the policy, to objectives or to processes.

    Why: the juknis makes the comparison for that, as the first step to a policy, to objectives and to
    processes. Gaps that lead to none of them were counted and left.
    """
    gaps = [(i, v) for i, v in enumerate(assessment.verdicts) if v.status in GAPS]
    if len(gaps) >= FEW and not any(verdict.feeds for _, verdict in gaps):
        yield problem(
            assessment,
            "verdicts",
            gaps[0][0],
            "requirement",
            message=say(
                "none of the {n} gaps of {id} leads to a point of the policy, an objective or a process",
                n=len(gaps),
                id=assessment.id,
            ),
            hint=say("write below the gaps `feeds:` with the ids of what they change"),
        )
