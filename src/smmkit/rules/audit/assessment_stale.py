"""SMM706 assessment-stale."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.coverage import latest_assessments
from smmkit.analyses.periods import months_before
from smmkit.documents.assessment import GapAssessment
from smmkit.documents.audit import Audit
from smmkit.documents.review import ManagementReview
from smmkit.model import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Age(Part):
    """How old the last assessment may be."""

    months: Annotated[Whole, Field(ge=1)] = 12
    """How many months an assessment holds."""


@rule(
    "SMM706",
    "assessment-stale",
    of=GapAssessment,
    severity=Severity.WARNING,
    source="own rule",
    filled=True,
    settings=Age,
)
def assessment_stale(assessment: GapAssessment, qms: Qms, limits: Age) -> Problems:
    """The last assessment of a standard is younger than what has been audited and reviewed since.

    Why: a gap report counts what an assessment claims. What an audit or a review has found later is
    not in it, and the numbers look better, or worse, than the organization is.
    """
    if assessment.id not in qms.fact(latest_assessments):
        return
    hint = say("assess again, in a new gap assessment with its own day")
    oldest = months_before(qms.as_of, limits.months)
    later = [
        r
        for r in qms.fact(since_assessed)
        if r.date > assessment.date and counts(qms, r, assessment)
    ]
    if assessment.date < oldest:
        yield problem(
            assessment,
            "date",
            message=say(
                "{id} is of {day}, more than {n} months ago",
                id=assessment.id,
                day=assessment.date,
                n=limits.months,
            ),
            hint=hint,
        )
    elif later:
        last = later[-1]
        yield problem(
            assessment,
            "date",
            message=say(
                "{id} is of {day}; {other} of {later} is not in it",
                id=assessment.id,
                day=assessment.date,
                other=last.id,
                later=last.date,
            ),
            hint=hint,
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
