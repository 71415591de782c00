"""SMM817 contract-ends-before-audit."""

from __future__ import annotations

from smmkit.analyses.cycle.certificates import running, signed
from smmkit.analyses.status.numbers import certified
from smmkit.documents.certification import Contract
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM817",
    "contract-ends-before-audit",
    severity=Severity.WARNING,
    source="juknis II.B1",
    clause="8.4.3",
    filled=True,
    whole=(Contract,),
)
def contract_ends_before_audit(qms: Qms) -> Problems:
    """The contract with a certification body holds until the next audit of the cycle.

    Why: a new one takes weeks of budget and procurement; who sees on the last day that it has ended has
    nobody who comes, and a certificate that is suspended.
    """
    for certificate in qms.fact(running):
        step, contracts = certified(qms, certificate).next, signed(qms, certificate.body)
        last = contracts[-1] if contracts else None
        if step is None or step.planned is None or last is None or last.until is None:
            continue
        if qms.as_of <= last.until < step.planned:  # of one that has ended another rule speaks
            yield problem(
                last,
                "until",
                message=say(
                    "{id} ends on {day}; {audit} of {certificate} is due by {due}",
                    id=last.id,
                    day=last.until,
                    audit=step.what,
                    certificate=certificate.id,
                    due=step.planned,
                ),
                hint=say("hold it before, or agree on the next contract and record it"),
            )
