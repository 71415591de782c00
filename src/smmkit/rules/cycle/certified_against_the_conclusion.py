"""SMM893 certified-against-the-conclusion."""

from __future__ import annotations

from smmkit.analyses.audits import stage_1_of
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.audit import Audit, AuditType
from smmkit.documents.certification import Certificate, CertificateStatus
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import pattern_of
from smmkit.words import say


@rule(
    "SMM893",
    "certified-against-the-conclusion",
    of=Certificate,
    severity=Severity.WARNING,
    source="ISO/IEC 17021-1, 9.5; juknis II.B5",
    filled=True,
)
def certified_against_the_conclusion(certificate: Certificate, qms: Qms) -> Problems:
    """No audit that a certificate rests on, or that watches over it, concluded that there is none.

    Why: report and certificate lie in one folder, and one of them says what did not happen.
    """
    words, audit = qms.fact(vocabulary), qms.get(certificate.audit or "", Audit)
    refused = pattern_of(words.refusals + words.withdrawals)
    if audit and (said := refused.search(audit.conclusion or "")):
        yield problem(
            certificate,
            "audit",
            message=say("{id} concludes: {refused}", id=audit.id, refused=said[0]),
            hint=say("name the audit that led to it, or put its conclusion right"),
        )
    not_ready = pattern_of(words.not_ready)
    if (
        audit
        and audit.audit_type is AuditType.STAGE_2
        and (first := stage_1_of(audit, qms))
        and (said := not_ready.search(first.conclusion or ""))
    ):
        yield problem(
            certificate,
            "audit",
            message=say("{id} concludes: {refused}", id=first.id, refused=said[0]),
            hint=say("record the stage 1 that was held anew, or put its conclusion right"),
        )
    withdrawn = pattern_of(words.withdrawals)
    for later in watching(certificate, qms):
        if said := withdrawn.search(later.conclusion or ""):
            yield problem(
                certificate,
                "changes" if certificate.changes else "expires",
                message=say("{id} concludes: {refused}", id=later.id, refused=said[0]),
                hint=say(
                    "write under `changes:` since when and why it does not hold, or put the conclusion right"
                ),
            )


def watching(certificate: Certificate, qms: Qms) -> list[Audit]:
    """The audits by its body since a certificate was given, as long as it is said to hold."""
    ends = [one.on for one in certificate.changes if one.status is not CertificateStatus.ACTIVE]
    return [
        audit
        for audit in qms.of(Audit)
        if audit.audit_type is not AuditType.INTERNAL
        and audit.id != certificate.audit
        and audit.body == certificate.body
        and certificate.date <= audit.date <= certificate.expires
        and not any(audit.date <= end for end in ends)
    ]
