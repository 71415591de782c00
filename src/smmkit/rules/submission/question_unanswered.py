"""SMM825 question-unanswered."""

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


class Promptness(Part):
    """How soon a question is answered."""

    days: Annotated[Whole, Field(ge=0)] = 7
    """How many days an answer may take."""


@rule(
    "SMM825",
    "question-unanswered",
    of=Submission,
    severity=Severity.WARNING,
    source="juknis II.B2",
    filled=True,
    settings=Promptness,
)
def question_unanswered(submission: Submission, qms: Qms, limits: Promptness) -> Problems:
    """Every question of the auditor about a submission is answered before the audit it was asked for.

    Why: an open question is the first one asked on site, and in front of everybody.
    """
    audit = qms.get(submission.audit or "", Audit)
    over = submission.closed is not None or (audit is not None and audit.date <= qms.as_of)
    for index, question in enumerate(submission.questions):
        waited = (qms.as_of - question.on).days
        if not question.answer and (over or waited > limits.days):
            yield problem(
                submission,
                "questions",
                index,
                "question",
                message=say("this question of {day} is not answered", day=question.on),
                hint=say("write `answer:`, and `answered:` with its day"),
            )
        elif audit and question.on < audit.date < (question.answered or question.on):
            yield problem(
                submission,
                "questions",
                index,
                "answered",
                message=say(
                    "this question was answered on {day}, and {audit} was on {date}",
                    day=question.answered,
                    audit=audit.id,
                    date=audit.date,
                ),
                hint=say("put the day right, or answer the next one before the audit"),
            )
