"""SMM820 submission-after-audit."""

from __future__ import annotations

from datetime import date

from smmkit.documents.audit import Audit
from smmkit.documents.submission import Submission
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM820", "submission-after-audit", source="juknis II.B2", whole=(Submission,))
def submission_after_audit(qms: Qms) -> Problems:
    """What is sent for an audit is sent before it begins.

    Why: the juknis has the documents read before the auditors come. What is sent later, as an answer,
    follows a first submission.
    """
    first: dict[str, Submission] = {}
    for submission in sorted(qms.of(Submission), key=lambda one: (sent_on(one), one.id)):
        audit = qms.get(submission.audit or "", Audit)
        if audit is None or first.setdefault(audit.id, submission) is not submission:
            continue
        if sent_on(submission) > audit.date:
            field = "sent" if submission.sent else "date"
            yield problem(
                submission,
                field,
                message=say(
                    "{id} is sent on {day} for {audit}, which began on {began}",
                    id=submission.id,
                    day=sent_on(submission),
                    audit=audit.id,
                    began=audit.date,
                ),
                hint=say("put the day right, or name the audit that is to come"),
            )


def sent_on(submission: Submission) -> date:
    """The day on which a submission was sent, else the day for which it is made."""
    return submission.sent or submission.date
