"""SMM539 case-note-against-its-days."""

from __future__ import annotations

from smmkit.analyses.processes.service_time import spent
from smmkit.analyses.texts.spoken_counts import any_count, count_of
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.services import Case, ServiceLog
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import pattern_of
from smmkit.standards.vocabulary.counts import so_late
from smmkit.words import say

FREE = 2
"""So many days more may be free that nobody has told smmkit of."""


@rule(
    "SMM539",
    "case-note-against-its-days",
    of=ServiceLog,
    severity=Severity.WARNING,
    source="ISO 9001, 8.6",
    clause="8.6",
    filled=True,
)
def case_note_against_its_days(log: ServiceLog, qms: Qms) -> Problems:
    """A case whose note says that it was late was released after its day, by as many days as the note says.

    Why: either the day was put right and the note was not, or the other way round.
    """
    late = pattern_of(qms.fact(vocabulary).delayed)
    for n, case in enumerate(log.cases):
        in_time = case.due and case.released and case.released <= case.due
        days = days_late(case, qms)
        if in_time and late.match(case.note or ""):
            yield problem(
                log,
                "cases",
                n,
                "note",
                message=say(
                    "{number} is late by its note, and was released on {day}, due on {due}",
                    number=case.number,
                    day=case.released,
                    due=case.due,
                ),
                hint=say("write the true day, or another note"),
            )
        elif days and case.due and case.released and not in_time:
            yield problem(
                log,
                "cases",
                n,
                "note",
                message=say(
                    "{number} is {said} working days late by its note, and {n} by its days",
                    number=case.number,
                    said=days[0],
                    n=days[1],
                ),
                hint=say("write the true day, or another note"),
            )


def days_late(case: Case, qms: Qms) -> tuple[int, int] | None:
    """By how many working days a case is late by its note and by its days, where these are not the same."""
    words = qms.fact(vocabulary)
    asked = so_late(words.delayed, any_count(qms), words.working_days)
    said = asked.search(case.note or "")
    told = count_of(said[1], words.numbers) if said else None
    if told is None or not case.due or not case.released:
        return None
    days = spent(qms, case.due, case.released)
    return None if days - FREE <= told <= days else (told, days)
