"""SMM717 clauses-not-assessed."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.proof.coverage import (
    chapters_left,
    clauses_left,
    clauses_named,
    latest_assessments,
)
from smmkit.analyses.texts.claims import all_claimed
from smmkit.documents.assessment import GapAssessment, Status
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say, say_n

SHOWN = 12
"""So many clauses are named; their number is told in any case."""


class Lasting(Part):
    """How long an assessment may take."""

    days: Annotated[Whole, Field(ge=0)] = 90
    """So many days after its own the latest one says something of every chapter."""


@rule(
    "SMM717",
    "clauses-not-assessed",
    of=GapAssessment,
    severity=Severity.WARNING,
    source="juknis II.A1",
    filled=True,
    settings=Lasting,
)
def clauses_not_assessed(assessment: GapAssessment, qms: Qms, settings: Lasting) -> Problems:
    """A finished assessment speaks of every clause, and the latest one of every chapter when it had time to.

    Why: a clause that nobody looked at is not a clause without a gap.
    """
    said = [one for one in all_claimed(assessment.note or "", ("clauses",), qms) if not one[2]]
    standard = qms.standard(assessment.standard)
    is_late = (qms.as_of - assessment.date).days > settings.days
    is_latest = assessment.id in qms.fact(latest_assessments)
    is_over = assessment.closed or said or (is_late and is_latest)
    if not is_over or standard is None or standard.id not in qms.standard_ids:
        return
    seen = {
        c
        for v in assessment.verdicts
        if v.status is not Status.NOT_ASSESSED
        for c in clauses_named(qms, v.requirement, assessment)
    }
    left = clauses_left(qms, standard, seen)
    if left and assessment.closed:
        message = say_n(
            "{id} is closed, but {n} clause is not assessed: {clauses}",
            "{id} is closed, but {n} clauses are not assessed, such as {clauses}",
            n=len(left),
            id=assessment.id,
            clauses=left[:SHOWN],
        )
        hint = say("assess what is left, or take `closed:` away")
        yield problem(assessment, "closed", message=message, hint=hint)
    elif left and said:
        message = say_n(
            "{id} says that all are assessed, but {n} clause is not: {clauses}",
            "{id} says that all are assessed, but {n} clauses are not, such as {clauses}",
            n=len(left),
            id=assessment.id,
            clauses=left[:SHOWN],
        )
        hint = say("assess what is left, or write which are assessed")
        yield problem(assessment, "note", message=message, hint=hint)
    elif chapters := chapters_left(qms, standard, seen):
        message = say(
            "{id} of {day} says nothing of chapter {chapters}",
            id=assessment.id,
            day=assessment.date,
            chapters=chapters,
        )
        yield problem(assessment, "verdicts", message=message, hint=say("assess what is left"))
