"""SMM788 nonconformity-unanswered."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.audits import NONCONFORMITIES
from smmkit.documents.finding import AuditFinding
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Answer(Part):
    """How long an answer may take."""

    days: Annotated[Whole, Field(ge=0)] = 60
    """How many days a nonconformity may be without a cause, where the auditor named no day."""


@rule(
    "SMM788",
    "nonconformity-unanswered",
    of=AuditFinding,
    severity=Severity.WARNING,
    source="ISO 9001, 10.2.1",
    clause="10.2.1",
    filled=True,
    settings=Answer,
)
def nonconformity_unanswered(found: AuditFinding, qms: Qms, limits: Answer) -> Problems:
    """A nonconformity is answered within the time that is usual, and before the answer is accepted.

    Why: certification bodies wait sixty days as a rule. Where the auditor named no day, none passes, and
    the finding is forgotten.
    """
    answered = found.cause or found.action or found.correction
    if found.grade in NONCONFORMITIES and found.accepted and not answered:
        yield problem(
            found,
            "accepted",
            message=say("{id} has no answer that could be accepted", id=found.id),
            hint=say("write the answer first: `correction:`, `cause:` and `action:`"),
        )
        return
    waited = (qms.as_of - found.date).days
    is_open = found.closed is None and found.accepted is None and found.response_due is None
    if (
        found.grade in NONCONFORMITIES
        and is_open
        and not (found.cause or found.action)
        and waited > limits.days
    ):
        yield problem(
            found,
            "date",
            message=say("{id} has had no cause and no action for {n} days", id=found.id, n=waited),
            hint=say(
                "write under `cause:` why it happened, and under `action:` what keeps it from happening again"
            ),
        )
