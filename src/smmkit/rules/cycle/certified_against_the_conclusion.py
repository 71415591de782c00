"""SMM893 certified-against-the-conclusion."""

from __future__ import annotations

from smmkit.analyses.organization.vocabulary import vocabulary
from smmkit.documents.audit import Audit
from smmkit.documents.certification import Certificate
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
    """The audit that a certificate rests on did not conclude that it cannot be given.

    Why: report and certificate lie in one folder, and one of them says what did not happen.
    """
    audit, refusals = qms.get(certificate.audit or "", Audit), qms.fact(vocabulary).refusals
    if audit is None or not audit.conclusion or not refusals:
        return
    if refused := pattern_of(refusals).search(audit.conclusion):
        yield problem(
            certificate,
            "audit",
            message=say("{id} concludes: {refused}", id=audit.id, refused=refused[0]),
            hint=say("name the audit that led to it, or put its conclusion right"),
        )
