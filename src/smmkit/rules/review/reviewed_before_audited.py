"""SMM768 reviewed-before-audited."""

from __future__ import annotations

from smmkit.analyses.audits import audits, last_day
from smmkit.documents.audit import Audit
from smmkit.documents.review import ManagementReview
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM768",
    "reviewed-before-audited",
    severity=Severity.WARNING,
    source="ISO 9001, 9.3.2 c",
    clause="9.3.2",
    filled=True,
    whole=(Audit,),
)
def reviewed_before_audited(qms: Qms) -> Problems:
    """The results of an internal audit are before the first management review.

    Why: audit results are one of its inputs; a review before any audit has nothing to look at there.
    """
    reviews = sorted(
        (r for r in qms.of(ManagementReview) if r.date <= qms.as_of), key=lambda r: (r.date, r.id)
    )
    if reviews and not any(last_day(audit) <= reviews[0].date for audit in qms.fact(audits)):
        yield problem(
            reviews[0],
            "date",
            message=say(
                "no audit was over on {day}, when {id} was held",
                day=reviews[0].date,
                id=reviews[0].id,
            ),
            hint=say("hold an internal audit first, then the review"),
        )
