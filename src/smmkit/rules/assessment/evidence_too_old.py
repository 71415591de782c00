"""SMM714 evidence-too-old."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from smmkit.calendar_ends import months_before
from smmkit.documents import Record
from smmkit.documents.assessment import GapAssessment, Status
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Reach(Part):
    """How far back a record may lie to show a claim."""

    months: Annotated[Whole, Field(ge=1)] = 18
    """How many months before the assessment a record may be of."""


@rule(
    "SMM714",
    "evidence-too-old",
    of=GapAssessment,
    severity=Severity.WARNING,
    source="own rule",
    filled=True,
    settings=Reach,
)
def evidence_too_old(assessment: GapAssessment, qms: Qms, limits: Reach) -> Problems:
    """No claim of conformity rests on old records alone.

    Why: an audit of three years ago shows what was done then. For what is done again and again the
    auditor wants to see the last time.
    """
    oldest = months_before(assessment.date, limits.months)
    for index, verdict in enumerate(assessment.verdicts):
        records = [record for id_ in verdict.evidence if (record := qms.get(id_, Record))]
        if verdict.status is Status.CONFORM and records and len(records) == len(verdict.evidence):
            last = max(records, key=end_of)
            if end_of(last) < oldest:
                yield problem(
                    assessment,
                    "verdicts",
                    index,
                    "evidence",
                    message=say(
                        "{requirement} rests on nothing later than {id} of {day}",
                        requirement=verdict.requirement,
                        id=last.id,
                        day=end_of(last),
                    ),
                    hint=say(
                        "name a record of the last {n} months, or claim less", n=limits.months
                    ),
                )


def end_of(record: Record) -> date:
    """The last day that a record tells of."""
    until: date | None = getattr(record, "until", None)
    return max(filter(None, (record.date, until, record.closed)))
