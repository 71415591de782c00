"""SMM821 submission-late."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.documents.audit import Audit
from smmkit.documents.submission import Submission
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Lead(Part):
    """How early it is sent."""

    days: Annotated[Whole, Field(ge=0)] = 14
    """How many days before the audit it is sent."""


@rule(
    "SMM821",
    "submission-late",
    of=Submission,
    severity=Severity.WARNING,
    source="own rule",
    filled=True,
    settings=Lead,
)
def submission_late(submission: Submission, qms: Qms, limits: Lead) -> Problems:
    """What is sent for an audit is sent early enough to be read.

    Why: certification bodies ask for the documents two to four weeks before. Who sends them on the eve
    is audited by somebody who has read nothing.
    """
    audit = qms.get(submission.audit or "", Audit)
    if audit and submission.sent and 0 <= (audit.date - submission.sent).days < limits.days:
        yield problem(
            submission,
            "sent",
            message=say(
                "{id} was sent {n} days before {audit}; {wanted} are wanted",
                id=submission.id,
                n=(audit.date - submission.sent).days,
                audit=audit.id,
                wanted=limits.days,
            ),
            hint=say("send it earlier next time, or agree on a later day of the audit"),
        )
