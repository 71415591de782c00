"""SMM826 submission-days."""

from __future__ import annotations

from datetime import date

from smmkit.documents.submission import Submission
from smmkit.location import Path
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM826", "submission-days", of=Submission, source="own rule")
def submission_days(submission: Submission, qms: Qms) -> Problems:  # noqa: ARG001
    """What happens to a submission happens in its order: sent, received, asked, answered.

    Why: a date before its cause is wrong, and these days are agreed with the certification body.
    """
    steps: list[tuple[Path, date | None, date | None]] = [
        (("received",), submission.sent, submission.received)
    ]
    for index, question in enumerate(submission.questions):
        steps.append((("questions", index, "on"), submission.sent, question.on))
        steps.append((("questions", index, "answered"), question.on, question.answered))
    for path, earlier, later in steps:
        if earlier and later and later < earlier:
            yield problem(
                submission,
                *path,
                message=say(
                    "{day} lies before what it follows from, on {earlier}",
                    day=later,
                    earlier=earlier,
                ),
                hint=say("put the day right that is wrong"),
            )
