"""SMM835 surveillance-asks-too-little."""

from __future__ import annotations

from smmkit.analyses.audits import is_told
from smmkit.analyses.proof.coverage import clauses_named
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.audit import Audit, AuditType
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import pattern_of
from smmkit.words import say


@rule(
    "SMM835",
    "surveillance-asks-too-little",
    of=Audit,
    severity=Severity.WARNING,
    source="juknis II.C2 and ISO/IEC 17021-1, 9.6.2.2",
    filled=True,
)
def surveillance_asks_too_little(audit: Audit, qms: Qms) -> Problems:
    """A surveillance audit asks about all that each of them has to look at.

    Why: internal audits, the management review, earlier findings, complaints, objectives and changes
    show whether the system lived on after the certificate; without them nobody can say that it did.
    """
    if audit.audit_type is not AuditType.SURVEILLANCE or not audit.checklist or not is_told(audit):
        return
    asked = {c for check in audit.checklist for c in clauses_named(qms, check.clause, audit)}
    numbers = {number for standard, number in asked if standard.startswith("iso9001")}
    questions = " ".join(check.question or "" for check in audit.checklist)
    missing = [
        topic.what
        for topic in qms.fact(vocabulary).surveillance
        if not any(f"{one}.".startswith(f"{at}.") for one in numbers for at in topic.clauses)
        and not pattern_of(topic.words).search(questions)
    ]
    if numbers and missing:
        yield problem(
            audit,
            "checklist",
            message=say("no question of {id} is about {missing}", id=audit.id, missing=missing),
            hint=say("add what was asked and seen, or look at it in an audit soon"),
        )
