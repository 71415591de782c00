"""SMM815 verdict-without-shortage."""

from __future__ import annotations

from smmkit.documents.certification import Eligibility, Verification
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM815",
    "verdict-without-shortage",
    of=Verification,
    severity=Severity.WARNING,
    source="juknis II.B1",
    filled=True,
)
def verdict_without_shortage(verification: Verification, qms: Qms) -> Problems:  # noqa: ARG001
    """A verification that is not without conditions says what is missing.

    Why: a condition that is not written down cannot be met.
    """
    if verification.verdict is not Eligibility.ELIGIBLE and not verification.shortages:
        yield problem(
            verification,
            "verdict",
            message=say(
                'the verdict of {id} is "{verdict}", and nothing is said to be missing',
                id=verification.id,
                verdict=verification.verdict.label,
            ),
            hint=say("write under `shortages:` what is missing, who makes up for it and by when"),
        )
