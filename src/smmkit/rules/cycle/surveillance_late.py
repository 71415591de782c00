"""SMM779 surveillance-late."""

from __future__ import annotations

from smmkit.analyses.cycle.certificates import is_active, running
from smmkit.analyses.cycle.steps import held_in_part, steps_of
from smmkit.documents.audit import Audit, AuditType
from smmkit.documents.certification import Certificate
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import Message, say


@rule(
    "SMM779",
    "surveillance-late",
    severity=Severity.WARNING,
    source="ISO/IEC 17021-1, 9.1.3.3",
    whole=(Audit,),
)
def surveillance_late(qms: Qms) -> Problems:
    """Surveillance audits are held in time, each year, as long as the certificate runs.

    Why: without one in time the certification body has to suspend the certificate. The first is due
    within twelve months of the decision, whatever the rule of the later ones.
    """
    for certificate in qms.fact(running):
        if not is_active(qms, certificate, qms.as_of):
            continue
        late = [
            step
            for step in steps_of(qms, certificate)
            if step.audit_type is AuditType.SURVEILLANCE and step.is_late(qms.as_of)
        ]
        for step in late[:1]:
            yield problem(
                certificate,
                "date",
                message=say(
                    "surveillance audit {n} of {id} was due on {due}",
                    n=step.number,
                    id=certificate.id,
                    due=step.planned,
                ),
                hint=what_to_do(certificate, qms),
            )


def what_to_do(certificate: Certificate, qms: Qms) -> Message:
    """That a day is agreed on; or that an audit names each standard it was held to."""
    if part := held_in_part(qms, certificate, AuditType.SURVEILLANCE):
        return say(
            "{audit} was held to {standards} alone; name each standard that it was held to, or agree on "
            "a day with the certification body for what is left",
            audit=part.id,
            standards=list(part.standards),
        )
    return say("agree on a day with the certification body, and write down what it decided")
