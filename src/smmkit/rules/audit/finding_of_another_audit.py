"""SMM743 finding-of-another-audit."""

from __future__ import annotations

from smmkit.documents.audit import Audit
from smmkit.documents.finding import AuditFinding
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM743", "finding-of-another-audit", of=Audit, source="ISO 9001, 9.2.2 f", clause="9.2.2")
def finding_of_another_audit(audit: Audit, qms: Qms) -> Problems:
    """What an audit says to have become a finding is a finding of that audit.

    Why: the thread from the question to the finding leads into another audit; one of the two is wrong.
    """
    for index, check in enumerate(audit.checklist):
        found = qms.get(check.finding or "", AuditFinding)
        if found and found.audit != audit.id:
            yield problem(
                audit,
                "checklist",
                index,
                "finding",
                message=say(
                    "{finding} is a finding of {other}, not of {id}",
                    finding=found.id,
                    other=found.audit,
                    id=audit.id,
                ),
                hint=say("name a finding of this audit, or put `audit:` of the finding right"),
            )
