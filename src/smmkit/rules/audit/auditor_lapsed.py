"""SMM737 auditor-lapsed."""

from __future__ import annotations

from smmkit.analyses.audits.auditors import ended_on
from smmkit.documents.audit import Audit, AuditType
from smmkit.documents.training import Training
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM737",
    "auditor-lapsed",
    of=Audit,
    severity=Severity.WARNING,
    source="juknis II.B3",
    clause="7.2",
    filled=True,
    whole=(Training,),
)
def auditor_lapsed(audit: Audit, qms: Qms) -> Problems:
    """The certificate of an internal auditor holds on the day of the audit.

    Why: a certificate that has run out shows what somebody once knew.
    """
    if audit.audit_type is not AuditType.INTERNAL:
        return
    for index, auditor in enumerate(audit.auditors):
        until = ended_on(qms, auditor.person or "", audit.date)
        if until:
            yield problem(
                audit,
                "auditors",
                index,
                "person",
                message=say(
                    "the certificate of {person} as an auditor held until {until}",
                    person=auditor.person,
                    until=until,
                ),
                hint=say("record the training that renewed it, or let another auditor do it"),
            )
