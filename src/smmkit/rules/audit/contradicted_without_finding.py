"""SMM745 contradicted-without-finding."""

from __future__ import annotations

from smmkit.analyses.audits import is_nonconformity
from smmkit.documents.interview import Interview, Outcome
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM745",
    "contradicted-without-finding",
    of=Interview,
    severity=Severity.WARNING,
    source="juknis II.B4",
    clause="9.2.2",
    filled=True,
)
def contradicted_without_finding(interview: Interview, qms: Qms) -> Problems:
    """What an interview showed to be otherwise than on paper is a finding; what it confirmed is none.

    Why: the juknis has interviews for that: to confirm what the documents said. Where they did not,
    something has to change, the document or the work.
    """
    for index, item in enumerate(interview.items):
        if item.outcome is Outcome.CONTRADICTED and not item.finding:
            yield problem(
                interview,
                "items",
                index,
                "outcome",
                message=say(
                    "an answer contradicts {about}, but no finding came of it",
                    about=list(item.about) or say("the documents"),
                ),
                hint=say("write the finding and name it under `finding:`"),
            )
        elif (
            item.outcome is Outcome.CONFIRMED
            and item.finding
            and is_nonconformity(qms, item.finding)
        ):
            yield problem(
                interview,
                "items",
                index,
                "outcome",
                message=say("this is said to confirm, and {id} came of it", id=item.finding),
                hint=say("write `outcome: contradicted`, or take the finding out"),
            )
