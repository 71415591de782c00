"""SMM368 complaint-unanswered."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.audits.actions import acted_about
from smmkit.documents.customers import Feedback, FeedbackType
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Answered(Part):
    """How long it may take."""

    days: Annotated[Whole, Field(ge=0)] = 14
    """How many days after it came it is answered at the latest."""


@rule(
    "SMM368",
    "complaint-unanswered",
    of=Feedback,
    severity=Severity.WARNING,
    source="ISO 9001, 8.2.1 and 9.1.2; UU 25/2009",
    clause="8.2.1",
    settings=Answered,
)
def complaint_unanswered(feedback: Feedback, qms: Qms, settings: Answered) -> Problems:
    """A complaint or a question is answered in time, and what is found justified is acted on.

    Why: who gets no answer does not come back to us, but goes to the newspaper.
    """
    taken = ((feedback.answered or qms.as_of) - feedback.date).days
    asks = feedback.feedback_type in {FeedbackType.COMPLAINT, FeedbackType.QUESTION}
    idle = feedback.feedback_type is FeedbackType.COMPLAINT and not (
        feedback.actions or feedback.id in qms.fact(acted_about)
    )
    if asks and taken > settings.days and feedback.answered:
        said = say("{id} was answered after {n} days", id=feedback.id, n=taken)
    elif asks and taken > settings.days:
        said = say("{id} came on {day} and is not answered", id=feedback.id, day=feedback.date)
    elif feedback.accepted and idle:
        said = say("{id} is justified, and nothing is done because of it", id=feedback.id)
    else:
        return
    yield problem(
        feedback,
        "answered" if feedback.answered else "date",
        message=said,
        hint=say("answer it, and write what is done under `actions:`"),
    )
