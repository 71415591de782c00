"""SMM814 verified-without-coaching."""

from __future__ import annotations

from smmkit.documents.certification import Coaching, Verification
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

JUKNIS = "juknis"
"""Who does not answer to the juknis needs no inspectorate."""


@rule(
    "SMM814",
    "verified-without-coaching",
    severity=Severity.WARNING,
    source="juknis II.B1",
    filled=True,
    whole=(Coaching,),
)
def verified_without_coaching(qms: Qms) -> Problems:
    """The inspectorate has coached the organization before it verifies it.

    Why: the juknis gives it both tasks, in this order: membina dan memverifikasi.
    """
    if JUKNIS not in qms.standard_ids:
        return
    coached = min((coaching.date for coaching in qms.of(Coaching)), default=None)
    for verification in qms.of(Verification):
        if coached is None or coached > verification.date:
            yield problem(
                verification,
                "date",
                message=say(
                    "no coaching by the inspectorate before {id} of {day}",
                    id=verification.id,
                    day=verification.date,
                ),
                hint=say("record the coaching, with its advice and what became of it"),
            )
