"""SMM987 released-late."""

from __future__ import annotations

from smmkit.documents.services import ServiceLog
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM987",
    "released-late",
    of=ServiceLog,
    severity=Severity.WARNING,
    source="ISO 9001, 8.5.1 and 8.6",
    clause="8.6",
    filled=True,
)
def released_late(log: ServiceLog, qms: Qms) -> Problems:  # noqa: ARG001
    """A case that was released after its day says why.

    Why: the day was promised; a delay that nobody explains is the complaint of tomorrow.
    """
    for index, case in enumerate(log.cases):
        if case.due and case.released and case.released > case.due and not case.note:
            yield problem(
                log,
                "cases",
                index,
                "released",
                message=say(
                    "{number} was due on {due} and released on {day}",
                    number=case.number,
                    due=case.due,
                    day=case.released,
                ),
                hint=say("write under `note:` why, and what was done for the customer"),
            )
