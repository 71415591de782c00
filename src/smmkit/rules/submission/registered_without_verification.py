"""SMM803 registered-without-verification."""

from __future__ import annotations

from smmkit.documents.certification import Registration
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

JUKNIS = "juknis"
"""Who does not answer to the juknis needs no verification."""


@rule(
    "SMM803",
    "registered-without-verification",
    of=Registration,
    severity=Severity.WARNING,
    source="juknis II.B1",
    filled=True,
)
def registered_without_verification(registration: Registration, qms: Qms) -> Problems:
    """An application names the verification that it rests on.

    Why: the inspectorate prepares and verifies the offices of the province; the certification body will
    ask who said that the organization is ready.
    """
    if registration.verification is None and JUKNIS in qms.standard_ids:
        yield problem(
            registration,
            "id",
            message=say("{id} names no verification by the inspectorate", id=registration.id),
            hint=say("record it, with `kind: verification`, and name it under `verification:`"),
        )
