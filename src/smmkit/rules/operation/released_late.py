"""SMM987 released-late."""

from __future__ import annotations

from smmkit.documents.customers import Feedback
from smmkit.documents.finding import CorrectiveAction
from smmkit.documents.services import NonconformingOutput, ServiceLog
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
def released_late(log: ServiceLog, qms: Qms) -> Problems:
    """A case that was released after its day says why, or another record does that names it.

    Why: the day was promised; a delay that nobody explains is the complaint of tomorrow.
    """
    for index, case in enumerate(log.cases):
        is_late = case.due and case.released and case.released > case.due
        if is_late and not case.note and not told_of(case.number, qms):
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


def told_of(number: str, qms: Qms) -> bool:
    """Whether a record of what went wrong names a case; a number alone is any number."""
    return not number.isdigit() and number in qms.fact(named_as_wrong)


def named_as_wrong(qms: Qms) -> frozenset[str]:
    """Every word and number of the records that tell what went wrong."""
    records = [*qms.of(NonconformingOutput), *qms.of(Feedback), *qms.of(CorrectiveAction)]
    texts = (text for one in records for text in one.source.strings)
    return frozenset(word.strip(".,;:()") for text in texts for word in text.split())
