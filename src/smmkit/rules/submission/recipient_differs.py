"""SMM829 recipient-differs."""

from __future__ import annotations

from smmkit.analyses.texts import squeezed
from smmkit.documents.audit import Audit
from smmkit.documents.certification import CertificationBody
from smmkit.documents.submission import Submission
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM829",
    "recipient-differs",
    of=Submission,
    severity=Severity.WARNING,
    source="juknis II.B2",
    filled=True,
)
def recipient_differs(submission: Submission, qms: Qms) -> Problems:
    """A submission goes to the certification body that does the audit.

    Why: what is sent to somebody else has left the house without a reason.
    """
    audit = qms.get(submission.audit or "", Audit)
    body = qms.get(audit.body or "", CertificationBody) if audit else None
    if (
        body
        and squeezed(body.title) not in squeezed(submission.recipient)
        and squeezed(body.id) != squeezed(submission.recipient)
    ):
        yield problem(
            submission,
            "recipient",
            message=say(
                "{recipient} is not {body}, who does {audit}",
                recipient=submission.recipient,
                body=body.title,
                audit=audit.id if audit else "",
            ),
            hint=say("write the name as in {id}", id=body.id),
        )
