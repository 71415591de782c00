"""SMM819 said-closed-though-open."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from smmkit.analyses.audits import WRITTEN_WITHIN
from smmkit.analyses.texts.days import days_by_sentence
from smmkit.analyses.texts.own_words import own_words
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.calendar_ends import moved
from smmkit.documents import Record
from smmkit.documents.finding import AuditFinding, CorrectiveAction
from smmkit.location import Path
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import pattern_of, ways_of
from smmkit.words import say

FAR = 300
"""So many letters before the word that says it ids are looked for."""


@rule(
    "SMM819",
    "said-closed-though-open",
    of=Record,
    severity=Severity.WARNING,
    source="ISO 9001, 9.3.2 a and 10.2.1",
    clause="10.2.1",
    filled=True,
)
def said_closed_though_open(record: Record, qms: Qms) -> Problems:
    """What a record says to be closed is closed in its own record, too, and what it says to be open is open.

    Why: the review takes it for done, and the auditor opens the finding and reads that nothing was looked at.
    """
    words = qms.fact(vocabulary)
    if isinstance(record, AuditFinding | CorrectiveAction) and record.closed is None:
        yield from of_itself(record, pattern_of(words.closes), pattern_of(words.only_when))
    closed = re.compile(rf" (?:{ways_of(words.closes)})\b(?! (?:{ways_of(words.only_when)})\b)")
    day = moved(record.date, WRITTEN_WITHIN)
    for steps, found in said_of(record, closed, qms):
        if not found.is_closed_on(day):
            yield problem(
                record,
                *steps,
                message=say("this says that {id} is closed, and it is not", id=found.id),
                hint=say("write how far it is, or close {id}", id=found.id),
            )
    for steps, found in said_of(record, re.compile(rf" (?:{ways_of(words.stays_open)})\b"), qms):
        if found.is_closed_on(record.date):
            yield problem(
                record,
                *steps,
                message=say("this says that {id} is open, and it was closed before", id=found.id),
                hint=say("write how far it was on the day of this record"),
            )


def said_of(
    record: Record, behind: re.Pattern[str], qms: Qms
) -> Iterator[tuple[Path, AuditFinding | CorrectiveAction]]:
    """The findings and actions of which a record says something right behind their ids, with the places."""
    joins = qms.fact(vocabulary).joins
    for steps, text in own_words(record):
        for match in behind.finditer(text):
            before = text[max(match.start() - FAR, 0) : match.start()]
            for id_ in ids_before(before, joins):
                found = qms.get(id_, AuditFinding) or qms.get(id_, CorrectiveAction)
                if found and found is not record:
                    yield steps, found


def of_itself(
    record: AuditFinding | CorrectiveAction,
    closes: re.Pattern[str],
    only_when: re.Pattern[str],
) -> Problems:
    """Where the note of a record that is open says on which day it was closed."""
    for sentence, days in days_by_sentence(record.note or ""):
        said = closes.match(sentence.strip())
        if said and not only_when.match(sentence.strip(), said.end() + 1):
            yield problem(
                record,
                "note",
                message=say(
                    "this says that {id} was closed on {day}, and it is open",
                    id=record.id,
                    day=days[0],
                ),
                hint=say("write `closed:` with the day once all is done, or what is still open"),
            )


def ids_before(text: str, joins: Collection[str]) -> Iterator[str]:
    """The ids that a text ends with: "T-1, T-2 and T-3"."""
    for word in reversed(text.split()[-20:]):
        id_ = word.strip(",")
        if id_ not in joins:
            if not any(sign.isdigit() for sign in id_):
                return
            yield id_
