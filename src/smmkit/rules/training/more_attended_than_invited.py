"""SMM529 more-attended-than-invited."""

from __future__ import annotations

from smmkit.documents.training import Training
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM529",
    "more-attended-than-invited",
    of=Training,
    severity=Severity.WARNING,
    source="juknis II.A6",
    clause="7.2",
)
def more_attended_than_invited(training: Training, qms: Qms) -> Problems:  # noqa: ARG001
    """No more people attended than were invited.

    Why: the share of the staff that was reached is counted from the two, and 110 percent of a unit tells
    that one of them was made up.
    """
    for index, one in enumerate(training.attendance):
        if None not in (one.attended, one.invited) and one.attended > one.invited:  # type: ignore[operator]
            yield problem(
                training,
                "attendance",
                index,
                "attended",
                message=say("{n} attended, and {m} were invited", n=one.attended, m=one.invited),
                hint=say("write both numbers from the list of attendance"),
            )
