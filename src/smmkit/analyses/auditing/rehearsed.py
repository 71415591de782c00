"""What the last rehearsal of each unit has left open, as long as no audit has come to the unit since."""

from __future__ import annotations

from smmkit.analyses.audits import audits
from smmkit.calendar_ends import is_done
from smmkit.documents.rehearsed import Answered, MockAnswer, MockAudit
from smmkit.qms import Qms
from smmkit.words import Message, say

ANSWER, SHOWN, SEED, HELD = say("Answer"), say("Shown"), say("Drawn with seed"), say("Rehearsed on")
"""What the question sheets have beside clause, unit and question."""

TITLE = say("Rehearsal of an audit")


def head_of(unit: object, who: object) -> Message:
    """What stands above the questions of a unit: by whom they are answered."""
    return say("{unit}; answered by {who}", unit=unit, who=who)


def last_rehearsals(qms: Qms) -> dict[str, MockAudit]:
    """The last rehearsal of each unit."""
    found: dict[str, MockAudit] = {}
    for one in sorted(qms.of(MockAudit), key=lambda one: (one.date, one.id)):
        if one.date <= qms.as_of:
            found |= dict.fromkeys((answer.unit for answer in one.answers), one)
    return found


def still_weak(qms: Qms) -> list[tuple[MockAudit, int, MockAnswer]]:
    """The answers that are still weak or missing, with their places."""
    found = []
    held = qms.fact(audits)
    for unit, mock in qms.fact(last_rehearsals).items():
        if any(unit in audit.units and audit.date > mock.date for audit in held):
            continue
        for index, one in enumerate(mock.answers):
            is_open = not is_done(one.done, qms.as_of)
            if one.unit == unit and one.answered is not Answered.SHOWN and is_open:
                found.append((mock, index, one))
    return sorted(found, key=lambda one: (one[0].id, one[1]))
