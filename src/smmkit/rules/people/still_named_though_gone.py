"""SMM498 still-named-though-gone."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.calendar_ends import moved
from smmkit.documents import Document
from smmkit.documents.people import PersonEntry
from smmkit.documents.settings import Settings
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

READ_WITHIN = 90
"""So many days may pass from reading a text to its approval."""


@rule(
    "SMM498",
    "still-named-though-gone",
    of=Document,
    severity=Severity.WARNING,
    source="ISO 9001, 5.3",
    clause="5.3",
)
def still_named_though_gone(document: Document, qms: Qms) -> Problems:
    """Who answers for the QMS still holds a role, and who read a document did when it was approved.

    Why: what is due for the whole system is called for from somebody who has left, and nobody hears the call.
    """
    if not is_live(document, qms):
        return
    approved = max((one.on for one in document.approvals), default=qms.as_of)
    named = {"reviewer": (document.reviewer, moved(approved, -READ_WITHIN))}
    if isinstance(document, Settings):
        named["responsible"] = document.responsible, qms.as_of
    for field, (name, day) in named.items():
        person = qms.get(name or "", PersonEntry)
        ends = [one.until for one in person.assignments if one.until] if person else []
        if person and ends and max(ends) < day and not person.held_on(day):
            yield problem(
                document,
                field,
                message=say(
                    "the last role of {person} ended on {day}, and {id} still names the person here",
                    person=name,
                    day=max(ends),
                    id=document.id,
                ),
                hint=say("name who took over, or correct the register of people"),
            )
