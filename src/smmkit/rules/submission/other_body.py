"""SMM810 other-body."""

from __future__ import annotations

from datetime import date

from smmkit.documents.certification import Contract, Registration
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM810", "other-body", of=Contract, source="juknis II.B1", clause="8.4.1")
def other_body(contract: Contract, qms: Qms) -> Problems:
    """Application, contract and audit are of the same certification body.

    Why: a contract with another body than the one that accepted the application is a contract for
    something else.
    """
    registration = qms.get(contract.registration or "", Registration)
    accepted = registration and registration.accepted
    if registration and registration.body != contract.body and registration.body in qms.things:
        yield problem(
            contract,
            "body",
            message=say(
                "{id} is with {body}, the application {registration} was made to {other}",
                id=contract.id,
                body=contract.body,
                registration=registration.id,
                other=registration.body,
            ),
            hint=say("name the application to this body, or put the body right"),
        )
    elif registration and contract.signed_on and contract.signed_on < registration.date:
        yield problem(
            contract,
            "signed_on",
            message=say(
                "{id} was signed on {day}, before the application of {later}",
                id=contract.id,
                day=contract.signed_on,
                later=registration.date,
            ),
            hint=say("put the day right that is wrong"),
        )
    elif registration and contract.signed_on and contract.signed_on < (accepted or date.min):
        yield problem(
            contract,
            "signed_on",
            message=say(
                "{id} was signed on {day}, before {registration} was accepted on {later}",
                id=contract.id,
                day=contract.signed_on,
                registration=registration.id,
                later=accepted,
            ),
            hint=say("put the day right that is wrong"),
        )
