"""SMM802 registered-before-verification."""

from __future__ import annotations

from smmkit.documents.certification import Eligibility, Registration, Verification
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM802", "registered-before-verification", of=Registration, source="juknis II.B1")
def registered_before_verification(registration: Registration, qms: Qms) -> Problems:
    """An application rests on a verification that was there before it.

    Why: the juknis has the inspectorate verify first whether the organization may be audited.
    """
    verification = qms.get(registration.verification or "", Verification)
    if verification and registration.date < verification.date:
        yield problem(
            registration,
            "date",
            message=say(
                "{id} is of {day}, before {verification} of {later}",
                id=registration.id,
                day=registration.date,
                verification=verification.id,
                later=verification.date,
            ),
            hint=say("put the day right that is wrong"),
        )
    elif verification and verification.verdict is Eligibility.NOT_ELIGIBLE:
        yield problem(
            registration,
            "verification",
            message=say(
                "{verification} found the organization not eligible", verification=verification.id
            ),
            hint=say(
                "make up for the shortages, have it verified again, and name that verification"
            ),
        )
