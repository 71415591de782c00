"""SMM539 case-note-against-its-days."""

from __future__ import annotations

import re

from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.services import ServiceLog
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import ways_of
from smmkit.words import say


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
    """A case whose note says that it was late was released after its day.

    Why: either the day was put right and the note was not, or the other way round.
    """
    late = re.compile(rf"(?:{ways_of(qms.fact(vocabulary).delayed)})\b", re.IGNORECASE)
    for n, case in enumerate(log.cases):
        in_time = case.due and case.released and case.released <= case.due
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
