"""SMM775 certificate-before-audit."""

from __future__ import annotations

from smmkit.analyses.audits import last_day
from smmkit.documents.audit import Audit
from smmkit.documents.certification import Certificate
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM775", "certificate-before-audit", of=Certificate, source="juknis II.B5")
def certificate_before_audit(certificate: Certificate, qms: Qms) -> Problems:
    """A certificate follows its audit, and holds after it was decided on.

    Why: the report comes from the audit, the decision from the report, the paper from the decision.
    """
    audit = qms.get(certificate.audit or "", Audit)
    steps = [
        (("report_sent",), last_day(audit) if audit else None, certificate.report_sent),
        (("date",), last_day(audit) if audit else None, certificate.date),
        (("date",), certificate.report_sent, certificate.date),
        (("received",), certificate.date, certificate.received),
        (("expires",), certificate.date, certificate.expires),
    ]
    told: set[tuple[str, ...]] = set()
    for path, earlier, later in steps:
        if earlier and later and later < earlier and path not in told:
            told.add(path)
            yield problem(
                certificate,
                *path,
                message=say(
                    "{day} is too early: what it follows from is of {earlier}",
                    day=later,
                    earlier=earlier,
                ),
                hint=say("put the day right that is wrong"),
            )
