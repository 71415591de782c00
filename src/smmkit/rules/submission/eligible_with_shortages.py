"""SMM988 eligible-with-shortages."""

from __future__ import annotations

from smmkit.documents.certification import Eligibility, Verification
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM988",
    "eligible-with-shortages",
    of=Verification,
    severity=Severity.WARNING,
    source="juknis II.B1",
    filled=True,
)
def eligible_with_shortages(verification: Verification, qms: Qms) -> Problems:  # noqa: ARG001
    """Who is found eligible without conditions had nothing open on that day.

    Why: a clean verdict above a list of shortages is one that nobody has read.
    """
    day = verification.date
    still = [one for one in verification.shortages if one.done is None or one.done > day]
    if verification.verdict is Eligibility.ELIGIBLE and still:
        yield problem(
            verification,
            "verdict",
            message=say(
                "{id} finds the organization eligible, with shortages open: {n}",
                id=verification.id,
                n=len(still),
            ),
            hint=say("write `verdict: conditional`, or the day on which each was made up for"),
        )
