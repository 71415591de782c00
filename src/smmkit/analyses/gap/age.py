"""Whether an assessment is too old to be counted on: by its day, or by what came after it."""

from __future__ import annotations

from smmkit.calendar_ends import months_before
from smmkit.documents.assessment import GapAssessment
from smmkit.documents.audit import Audit
from smmkit.documents.review import ManagementReview
from smmkit.qms import Qms
from smmkit.words import Message, say


def stale(qms: Qms, assessment: GapAssessment, months: int) -> Message | None:
    """Why an assessment is stale, if it is: older than so many months, or than an audit or a review."""
    if assessment.date < months_before(qms.as_of, months):
        return say(
            "{id} is of {day}, more than {n} months ago",
            id=assessment.id,
            day=assessment.date,
            n=months,
        )
    later = [
        record
        for record in qms.fact(since_assessed)
        if record.date > assessment.date and counts(qms, record, assessment)
    ]
    if not later:
        return None
    return say(
        "{id} is of {day}; {other} of {later} is not in it",
        id=assessment.id,
        day=assessment.date,
        other=later[-1].id,
        later=later[-1].date,
    )


def since_assessed(qms: Qms) -> list[Audit | ManagementReview]:
    """Audits and reviews that have been, the earliest first."""
    been: list[Audit | ManagementReview] = [*qms.of(Audit), *qms.of(ManagementReview)]
    return sorted((r for r in been if r.date <= qms.as_of), key=lambda r: (r.date, r.id))


def counts(qms: Qms, record: Audit | ManagementReview, assessment: GapAssessment) -> bool:
    """Whether an audit was held against the standard of an assessment; a review is of the first."""
    if isinstance(record, Audit) and record.standards:
        return assessment.standard in record.standards
    return assessment.standard == qms.standard_ids[0]
