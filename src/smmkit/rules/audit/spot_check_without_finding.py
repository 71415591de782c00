"""SMM746 spot-check-without-finding."""

from __future__ import annotations

from smmkit.documents.audit import Outcome, SpotCheck
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM746",
    "spot-check-without-finding",
    of=SpotCheck,
    severity=Severity.WARNING,
    source="juknis II.B4",
    clause="9.2.2",
    filled=True,
)
def spot_check_without_finding(spot: SpotCheck, qms: Qms) -> Problems:  # noqa: ARG001
    """What a spot check showed to be otherwise than the documents say has become a finding.

    Why: what was seen at the place of work weighs more than what stands on paper, and has to be
    answered.
    """
    if spot.outcome is Outcome.CONTRADICTED and not spot.finding:
        yield problem(
            spot,
            "outcome",
            message=say("what was seen contradicts the documents, but no finding came of it"),
            hint=say("write the finding and name it under `finding:`"),
        )
