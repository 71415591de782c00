"""SMM955 nothing-learned."""

from __future__ import annotations

from smmkit.documents.training import Training
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM955",
    "nothing-learned",
    of=Training,
    severity=Severity.WARNING,
    source="ISO 9001, 7.2 c",
    clause="7.2",
    filled=True,
)
def nothing_learned(training: Training, qms: Qms) -> Problems:  # noqa: ARG001
    """Nobody is certified who knows less than before; no training is effective after which most know no more.

    Why: the scores stand beside the verdict, and the auditor reads both.
    """
    certified = [
        index
        for index, one in enumerate(training.attendance)
        if one.certificate
        and one.score_after is not None
        and one.score_after < (one.score_before or 0)
    ]
    for index in certified:
        yield problem(
            training,
            "attendance",
            index,
            "score_after",
            message=say("certified, and knew less after it than before"),
            hint=say("correct the scores, or write false and teach it again"),
        )
    tested = [
        (one.score_before, one.score_after)
        for one in training.attendance
        if one.score_before is not None and one.score_after is not None
    ]
    worse = sum(after <= before for before, after in tested)
    if not training.evaluations or not training.evaluations[-1].effective:
        return
    if tested and 2 * worse > len(tested):
        last = len(training.evaluations) - 1
        yield problem(
            training,
            "evaluations",
            last,
            "effective",
            message=say(
                "called effective, but {n} of {m} who were tested know no more than before",
                n=worse,
                m=len(tested),
            ),
            hint=say("correct the scores, or write false and teach it again"),
        )
