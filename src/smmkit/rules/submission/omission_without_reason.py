"""SMM827 omission-without-reason."""

from __future__ import annotations

from smmkit.analyses.texts import says_nothing
from smmkit.documents.submission import Submission
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM827",
    "omission-without-reason",
    of=Submission,
    severity=Severity.WARNING,
    source="juknis II.B2",
    filled=True,
)
def omission_without_reason(submission: Submission, qms: Qms) -> Problems:  # noqa: ARG001
    """What is left out of a submission has a reason that the auditor can accept.

    Why: "later" is no reason; the auditor writes the document down as missing.
    """
    for index, omission in enumerate(submission.leave_out):
        if says_nothing(omission.reason):
            yield problem(
                submission,
                "leave_out",
                index,
                "reason",
                message=say(
                    "the reason for leaving out {id} says nothing: {reason}",
                    id=omission.document,
                    reason=omission.reason,
                ),
                hint=say(
                    "say why it cannot leave the house, or since when and until when it is not ready"
                ),
            )
