"""SMM339 lasts-too-long."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.calendar_ends import months_after
from smmkit.documents import Document
from smmkit.documents.audit import AuditProgramme
from smmkit.documents.direction import Direction
from smmkit.documents.people import Team
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Longest(Part):
    """How many years they last at most."""

    term: Whole = 6
    """The term of a direction."""
    team: Whole = 5
    """A team, by its decree."""
    programme: Whole = 4
    """An audit programme; a cycle of certification has three years."""


@rule(
    "SMM339",
    "lasts-too-long",
    of=Document,
    severity=Severity.WARNING,
    source="own rule",
    clause="7.5.2",
    filled=True,
    settings=Longest,
)
def lasts_too_long(document: Document, qms: Qms, settings: Longest) -> Problems:
    """A term, a team and a programme last no longer than such things do.

    Why: an end that nobody lives to see is a mistyped year, and nothing is renewed before it.
    """
    match document:
        case Direction():
            most = settings.term
        case Team():
            most = settings.team
        case AuditProgramme():
            most = settings.programme
        case _:
            return
    begins, ends = document.since, document.until
    if begins is None or ends is None or not is_live(document, qms):
        return
    if ends > months_after(begins, most * 12):
        yield problem(
            document,
            "until",
            message=say(
                "{id} lasts from {begins} to {ends}, more than {n} years",
                id=document.id,
                begins=begins,
                ends=ends,
                n=most,
            ),
            hint=say("write its last day"),
        )
