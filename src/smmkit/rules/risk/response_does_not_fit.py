"""SMM609 response-does-not-fit."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.risks import is_by_priority, level_before
from smmkit.documents.risk import Response, Risk, RiskRegister, Sort
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM609",
    "response-does-not-fit",
    of=RiskRegister,
    severity=Severity.WARNING,
    source="ISO 9001, 6.1.2; own rule",
    clause="6.1.2",
)
def response_does_not_fit(register: RiskRegister, qms: Qms) -> Problems:
    """What is said to be done about a risk is what is done.

    Why: `reduce` without a treatment reduces nothing, and an opportunity is not to be avoided.
    """
    for index, risk in enumerate(register.entries if is_live(register, qms) else ()):
        wrong = WRONG[risk.sort]
        idle = risk.response is not Response.ACCEPT and not risk.treatments
        if idle and risk.controls and is_accepted(qms, risk):
            continue  # it is done already: what keeps it small stands under controls
        if risk.response in wrong:
            said = say("{id} is no thing to {response}", id=risk.id, response=risk.response.label)
        elif idle:
            said = say(
                "{id} says {response} and has no treatment",
                id=risk.id,
                response=risk.response.label,
            )
        elif risk.response is Response.ACCEPT and risk.treatments:
            said = (
                say("{id} is accepted and treated at once", id=risk.id)
                if "response" in risk.model_fields_set
                else say(
                    "{id} has treatments, and no `response:` says what they are for", id=risk.id
                )
            )
        else:
            continue
        yield problem(
            register,
            "entries",
            index,
            "response",
            message=said,
            hint=say("make `response:` say what `treatments:` do"),
        )


WRONG = {
    Sort.RISK: (Response.PURSUE,),
    Sort.OPPORTUNITY: (Response.REDUCE, Response.AVOID),
}
"""The responses that make no sense of a sort."""


def is_accepted(qms: Qms, risk: Risk) -> bool:
    """Whether a risk is known to be no higher than is accepted, as it stands."""
    criteria = qms.settings.risk if qms.settings else None
    if criteria is None or risk.sort is not Sort.RISK or is_by_priority(risk, criteria):
        return False
    found = level_before(qms, risk, criteria)
    return found is not None and found <= criteria.appetite
