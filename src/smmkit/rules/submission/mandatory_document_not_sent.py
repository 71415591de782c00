"""SMM828 mandatory-document-not-sent."""

from __future__ import annotations

from smmkit.analyses.audits import INITIAL
from smmkit.analyses.leaving.submissions import silent_about
from smmkit.documents import Information, kind_label
from smmkit.documents.audit import Audit
from smmkit.documents.submission import Submission
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

JUKNIS = "juknis"
WANTED = (
    *("strategic-plan", "issues", "interested-parties", "job-description", "process"),
    *("procedure", "risk-register", "swot", "performance-report"),
)
"""The list of the juknis, as kinds of documents."""


@rule(
    "SMM828",
    "mandatory-document-not-sent",
    of=Submission,
    severity=Severity.WARNING,
    source="juknis II.A7 and II.B2",
    filled=True,
    whole=(Information,),
)
def mandatory_document_not_sent(submission: Submission, qms: Qms) -> Problems:
    """A submission for a certification holds every document that the juknis asks for, or says why not.

    Why: the juknis calls them documents that must be shown. What is missing without a word is missed
    by the auditor.
    """
    audit = qms.get(submission.audit or "", Audit)
    if JUKNIS not in qms.standard_ids or (audit and audit.audit_type not in INITIAL):
        return
    missing = [kind_label(kind) for kind in silent_about(qms, submission, WANTED)]
    if missing:
        yield problem(
            submission,
            "id",
            message=say(
                "{id} lacks, without a reason: {missing}", id=submission.id, missing=missing
            ),
            hint=say("add them, or name them under `leave_out:` with the reason"),
        )
