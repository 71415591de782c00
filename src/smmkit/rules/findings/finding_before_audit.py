"""SMM751 finding-before-audit."""

from __future__ import annotations

from smmkit.analyses.audits import findings_by_audit, last_day
from smmkit.documents.audit import Audit
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM751", "finding-before-audit", source="own rule", clause="9.2.2")
def finding_before_audit(qms: Qms) -> Problems:
    """A finding is not older than the audit that found it, nor an audit closed before it is over.

    Why: a date before its cause is wrong, or the finding was written before anybody looked.
    """
    for audit in qms.of(Audit):
        for found in qms.fact(findings_by_audit).get(audit.id, ()):
            if found.date < audit.date:
                yield problem(
                    found,
                    "date",
                    message=say(
                        "{id} is of {day}, before {audit} began on {began}",
                        id=found.id,
                        day=found.date,
                        audit=audit.id,
                        began=audit.date,
                    ),
                    hint=say("put the day right that is wrong"),
                )
        if audit.closed and audit.date <= audit.closed < last_day(audit):
            yield problem(
                audit,
                "closed",
                message=say(
                    "{id} is closed before its last day, {day}", id=audit.id, day=last_day(audit)
                ),
                hint=say("put the day right that is wrong"),
            )
