"""SMM790 audit-not-reviewed."""

from __future__ import annotations

from smmkit.analyses.audits import audits, findings_by_audit, is_told, last_day
from smmkit.documents.audit import Audit, AuditType
from smmkit.documents.review import ManagementReview
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM790",
    "audit-not-reviewed",
    severity=Severity.WARNING,
    source="ISO 9001, 9.3.2 c",
    clause="9.3.2",
    filled=True,
    whole=(ManagementReview,),
)
def audit_not_reviewed(qms: Qms) -> Problems:
    """The next management review looks at each audit.

    Why: audit results are one of its inputs. An audit that top management never heard of changed
    nothing.
    """
    reviews = sorted(
        (r for r in qms.of(ManagementReview) if r.date <= qms.as_of), key=lambda r: (r.date, r.id)
    )
    done = [audit for audit in qms.fact(audits) if is_told(audit)]
    before = None
    for review in reviews:
        looked_at = {id_ for one in review.inputs for id_ in one.about}
        since = before.date if before else None
        missed = [
            a.id
            for a in done
            if last_day(a) < review.date
            and (since is None or last_day(a) >= since)
            and a.id not in looked_at
            and not goes_on(a, looked_at, qms)
        ]
        before = review
        if missed and (review.minutes or review.closed):
            yield problem(
                review,
                "inputs",
                message=say("{id} does not look at {audits}", id=review.id, audits=missed),
                hint=say("name each below the input `audits`, and say what follows from it"),
            )


def goes_on(audit: Audit, looked_at: set[str], qms: Qms) -> bool:
    """Whether an audit is a first stage without findings, and the second that is looked at rests on it."""
    if audit.audit_type is not AuditType.STAGE_1 or qms.fact(findings_by_audit).get(audit.id):
        return False
    return any(
        one.audit_type is AuditType.STAGE_2 and one.id in looked_at and one.date >= audit.date
        for one in qms.fact(audits)
    )
