"""SMM974 audit-without-its-meetings."""

from __future__ import annotations

from smmkit.analyses.audits import is_before, meetings
from smmkit.analyses.organization.units import is_one_house
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.audit import AgendaItem, Audit, AuditType
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

SMALL = 2
"""The plan of an audit in one sitting has so many lines at most; it opens and closes with the visit."""


@rule(
    "SMM974",
    "audit-without-its-meetings",
    of=Audit,
    severity=Severity.WARNING,
    source="ISO 19011, 6.4.3 and 6.4.10; juknis II.B3",
    clause="9.2.2",
    filled=True,
)
def audit_without_its_meetings(audit: Audit, qms: Qms) -> Problems:
    """The plan of an audit has a meeting to open it, before any unit, and one to close it, after all.

    Why: at the closing meeting the unit hears what was found, and can say that it was otherwise.
    """
    words = qms.fact(vocabulary).meetings
    opened, closed = meetings(audit, words.opening), meetings(audit, words.closing)
    if len(audit.agenda) <= SMALL and not opened and not closed:
        return
    is_at_home = audit.audit_type is AuditType.INTERNAL and is_one_house(qms)
    for held, lacking in ((opened, say("an opening meeting")), (closed, say("a closing meeting"))):
        is_opening = held is opened
        if audit.agenda and not held and not is_at_home:
            yield problem(
                audit,
                "agenda",
                message=say("the plan of {id} lacks {meeting}", id=audit.id, meeting=lacking),
                hint=say("write it into the plan, with its day and time, and keep who attended"),
            )
        elif visit := visit_outside(audit, held, is_opening=is_opening):
            yield problem(
                audit,
                "agenda",
                audit.agenda.index(held[0 if is_opening else -1]),
                message=say("this is after: {what}", what=visit.what)
                if is_opening
                else say("this is before: {what}", what=visit.what),
                hint=say("put right the day and the time, here or there"),
            )


def visit_outside(audit: Audit, held: list[AgendaItem], *, is_opening: bool) -> AgendaItem | None:
    """The first visit to a unit that comes before every opening meeting, or after every closing one."""
    for visit in audit.agenda if held else ():
        pairs = ((visit, one) if is_opening else (one, visit) for one in held)
        if visit.units and all(is_before(*pair) for pair in pairs):
            return visit
    return None
