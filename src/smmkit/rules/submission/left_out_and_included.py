"""SMM831 left-out-and-included."""

from __future__ import annotations

from smmkit.documents.submission import Submission
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM831", "left-out-and-included", of=Submission, source="juknis II.B2")
def left_out_and_included(submission: Submission, qms: Qms) -> Problems:  # noqa: ARG001
    """No document is both sent and left out, or left out twice.

    Why: both cannot be true; of two reasons the auditor reads one, and which is a matter of chance.
    """
    before: set[str] = set()
    for index, omission in enumerate(submission.leave_out):
        if omission.document in submission.include:
            yield problem(
                submission,
                "leave_out",
                index,
                "document",
                message=say("{id} is named to be sent, and to be left out", id=omission.document),
                hint=say("take it away from one of the two"),
            )
        if omission.document in before:
            yield problem(
                submission,
                "leave_out",
                index,
                "document",
                message=say("{id} is left out twice", id=omission.document),
                hint=say("keep the one with the true reason"),
            )
        before.add(omission.document)
