"""SMM834 surveillance-without-history."""

from __future__ import annotations

from smmkit.analyses.leaving.submissions import silent_about
from smmkit.documents import Information, kind_label
from smmkit.documents.audit import Audit, AuditType
from smmkit.documents.submission import Submission
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

LATER = (AuditType.SURVEILLANCE, AuditType.RECERTIFICATION)
WANTED = ("finding", "audit", "management-review", "feedback", "objective")
"""What such an audit looks at, as kinds of documents."""


@rule(
    "SMM834",
    "surveillance-without-history",
    of=Submission,
    severity=Severity.WARNING,
    source="juknis II.C2 and ISO/IEC 17021-1, 9.6.2.2",
    filled=True,
    whole=(Information,),
)
def surveillance_without_history(submission: Submission, qms: Qms) -> Problems:
    """A submission for a surveillance audit holds what became of things since the last audit.

    Why: each surveillance looks at earlier findings, internal audits, the management review, complaints
    and objectives; the juknis adds what became of suggestions.
    """
    audit = qms.get(submission.audit or "", Audit)
    if audit is None or audit.audit_type not in LATER:
        return
    missing = [kind_label(kind) for kind in silent_about(qms, submission, WANTED)]
    if missing:
        yield problem(
            submission,
            "id",
            message=say(
                "{id} does not show what became of things since the last audit: {missing}",
                id=submission.id,
                missing=missing,
            ),
            hint=say(
                "add what was kept of them since then, or say under `leave_out:` why there is none"
            ),
        )
