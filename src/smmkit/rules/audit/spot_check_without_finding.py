"""SMM746 spot-check-without-finding."""

from __future__ import annotations

from smmkit.analyses.audits import is_nonconformity
from smmkit.documents.interview import Outcome, SpotCheck
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
def spot_check_without_finding(spot: SpotCheck, qms: Qms) -> Problems:
    """A spot check settles something; what was otherwise than the documents say has become a finding.

    Why: what was seen at the place of work weighs more than what stands on paper, and has to be
    answered. One that left it open was a walk.
    """
    if spot.outcome is Outcome.CONTRADICTED and not spot.finding:
        yield problem(
            spot,
            "outcome",
            message=say("what was seen contradicts the documents, but no finding came of it"),
            hint=say("write the finding and name it under `finding:`"),
        )
    if spot.outcome is Outcome.CONFIRMED and spot.finding and is_nonconformity(qms, spot.finding):
        yield problem(
            spot,
            "outcome",
            message=say("this is said to confirm, and {id} came of it", id=spot.finding),
            hint=say("write `outcome: contradicted`, or take the finding out"),
        )
    if spot.outcome is Outcome.UNCLEAR and spot.closed and not spot.finding:
        yield problem(
            spot,
            "outcome",
            message=say("{id} is closed, and nothing was settled by it", id=spot.id),
            hint=say("look again, and write what came of it under `outcome:`"),
        )
