"""SMM792 interview-about-nothing."""

from __future__ import annotations

from smmkit.documents.interview import Interview, Outcome
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM792",
    "interview-about-nothing",
    of=Interview,
    severity=Severity.WARNING,
    source="juknis II.B4",
    filled=True,
)
def interview_about_nothing(interview: Interview, qms: Qms) -> Problems:  # noqa: ARG001
    """An interview is about documents that were sent, and tells whether they are true.

    Why: the juknis has it for that: to confirm what stood in the samples. A talk about the work in
    general confirms nothing, nor does one that left every question open.
    """
    if interview.closed and not any(item.about for item in interview.items):
        yield problem(
            interview,
            "items",
            message=say("{id} is about none of the documents", id=interview.id),
            hint=say("name under `about:` of a question the documents that it was to confirm"),
        )
    if interview.closed and all(item.outcome is Outcome.UNCLEAR for item in interview.items):
        yield problem(
            interview,
            "items",
            message=say("{id} is closed, and none of its questions was settled", id=interview.id),
            hint=say("ask again, or look at the place, and write what came of it under `outcome:`"),
        )
