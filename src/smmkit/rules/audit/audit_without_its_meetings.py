"""SMM974 audit-without-its-meetings."""

from __future__ import annotations

from smmkit.analyses.audits import CLOSING, OPENING, is_before, meeting
from smmkit.documents.audit import AgendaItem, Audit
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

MEETINGS = ((OPENING, say("an opening meeting")), (CLOSING, say("a closing meeting")))
"""What an audit begins and ends with."""


@rule(
    "SMM974",
    "audit-without-its-meetings",
    of=Audit,
    severity=Severity.WARNING,
    source="ISO 19011, 6.4.3 and 6.4.10; juknis II.B3",
    clause="9.2.2",
    filled=True,
)
def audit_without_its_meetings(audit: Audit, qms: Qms) -> Problems:  # noqa: ARG001
    """The plan of an audit has a meeting to open it, before any unit, and one to close it, after all.

    Why: at the closing meeting the unit hears what was found, and can say that it was otherwise.
    """
    for words, lacking in MEETINGS:
        held = meeting(audit, words)
        if held and (other := out_of_order(audit, held, is_opening=words is OPENING)):
            yield problem(
                audit,
                "agenda",
                audit.agenda.index(held),
                message=say("this is before: {what}", what=other.what)
                if words is CLOSING
                else say("this is after: {what}", what=other.what),
                hint=say("put right the day and the time, here or there"),
            )
        elif audit.agenda and held is None:
            yield problem(
                audit,
                "agenda",
                message=say("the plan of {id} lacks {meeting}", id=audit.id, meeting=lacking),
                hint=say("write it into the plan, with its day and time, and keep who attended"),
            )


def out_of_order(audit: Audit, held: AgendaItem, *, is_opening: bool) -> AgendaItem | None:
    """The first visit to a unit that comes before the opening meeting, or after the closing one."""
    visits = [item for item in audit.agenda if item.units and item is not held]
    return next(
        (one for one in visits if (is_before(one, held) if is_opening else is_before(held, one))),
        None,
    )
