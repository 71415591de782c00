"""SMM832 submission-for-nothing."""

from __future__ import annotations

from smmkit.documents.audit import Audit, AuditType
from smmkit.documents.submission import Submission
from smmkit.model.fields import named
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM832",
    "submission-for-nothing",
    of=Submission,
    severity=Severity.WARNING,
    source="juknis II.B2",
    filled=True,
)
def submission_for_nothing(submission: Submission, qms: Qms) -> Problems:
    """What was sent names the external audit that it was for, and the time of its samples.

    Why: without them nobody can tell later what the auditor had before the audit.
    """
    missing = [
        named(Submission, name)
        for name, value in (("audit", submission.audit), ("period", submission.period))
        if not value
    ]
    if submission.sent and missing:
        yield problem(
            submission,
            "sent",
            message=say("{id} was sent without {missing}", id=submission.id, missing=missing),
            hint=say("write the audit that it was sent for, and the year of its samples"),
        )
    audit = qms.get(submission.audit or "", Audit)
    if audit and audit.audit_type is AuditType.INTERNAL:
        yield problem(
            submission,
            "audit",
            message=say("{audit} is no audit of a certification body", audit=audit.id),
            hint=say("write the external audit that it was sent for"),
        )
