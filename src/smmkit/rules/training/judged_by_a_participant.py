"""SMM533 judged-by-a-participant."""

from __future__ import annotations

from smmkit.documents.training import Training
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM533",
    "judged-by-a-participant",
    of=Training,
    severity=Severity.WARNING,
    source="ISO 9001, 7.2 c; own rule",
    clause="7.2",
    filled=True,
)
def judged_by_a_participant(training: Training, qms: Qms) -> Problems:  # noqa: ARG001
    """Whether a training helped is judged by somebody who did not attend it.

    Why: nobody sees in his own work what he still cannot do.
    """
    attended = {one.person for one in training.attendance if one.person}
    for index, seen in enumerate(training.evaluations):
        if seen.by in attended:
            yield problem(
                training,
                "evaluations",
                index,
                "by",
                message=say("{person} attended this training", person=seen.by),
                hint=say("let somebody judge who sees the work of those trained"),
            )
