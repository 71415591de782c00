"""SMM369 answered-before-asked."""

from __future__ import annotations

from smmkit.documents.customers import Feedback, FeedbackType
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM369", "answered-before-asked", of=Feedback, source="own rule", clause="8.2.1")
def answered_before_asked(feedback: Feedback, qms: Qms) -> Problems:  # noqa: ARG001
    """Feedback is answered after it came, and closed with an answer.

    Why: a closed complaint without an answer was put away, not dealt with.
    """
    asks = feedback.feedback_type in {FeedbackType.COMPLAINT, FeedbackType.QUESTION}
    if feedback.answered and feedback.answered < feedback.date:
        yield problem(
            feedback,
            "answered",
            message=say("{id} was answered before it came", id=feedback.id),
            hint=say("correct one of the two days"),
        )
    if feedback.closed and asks and not feedback.answer:
        yield problem(
            feedback,
            "closed",
            message=say("{id} is closed without an answer", id=feedback.id),
            hint=say("write what was answered, or take `closed:` away"),
        )
