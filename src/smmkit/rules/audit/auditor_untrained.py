"""SMM736 auditor-untrained."""

from __future__ import annotations

from smmkit.analyses.audits.auditors import was_trained
from smmkit.documents.audit import Audit, AuditType
from smmkit.documents.competence import Competences
from smmkit.documents.people import PersonEntry
from smmkit.documents.training import Training
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM736",
    "auditor-untrained",
    of=Audit,
    severity=Severity.WARNING,
    source="juknis II.B3",
    clause="7.2",
    filled=True,
    whole=(Training, Competences),
)
def auditor_untrained(audit: Audit, qms: Qms) -> Problems:
    """An internal auditor has been trained as one before the audit, or has shown the competence otherwise.

    Why: the juknis has internal audits done by a trained team; an untrained auditor finds what is easy
    to see, and the certification auditor asks for the training first.
    """
    if audit.audit_type is not AuditType.INTERNAL:
        return
    for index, auditor in enumerate(audit.auditors):
        known = auditor.person and qms.get(auditor.person, PersonEntry)
        if auditor.person and known and not was_trained(qms, auditor.person, audit.date):
            yield problem(
                audit,
                "auditors",
                index,
                "person",
                message=say(
                    "{person} has no training for internal auditors by {day}",
                    person=auditor.person,
                    day=audit.date,
                ),
                hint=say(
                    "record the training (`audience: [internal-auditors]`) or the competence with its "
                    "evidence, or let another do it"
                ),
            )
