"""SMM507 member-left."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.people import PersonEntry, Team
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM507",
    "member-left",
    of=Team,
    severity=Severity.WARNING,
    source="juknis II.A5; ISO 9001, 5.3",
    clause="5.3",
)
def member_left(team: Team, qms: Qms) -> Problems:
    """Whoever is in a team still holds a role, and the one by which the seat is called.

    Why: the seat of somebody who has left is empty, and nobody speaks for that unit.
    """
    if not is_live(team, qms):
        return
    for index, member in enumerate(team.members):
        person = qms.get(member.person, PersonEntry)
        if person is None or not person.assignments:
            continue
        seat = [one for one in person.assignments if one.role == member.role]
        held = seat or person.assignments
        if any(one.is_held_on(qms.as_of) for one in held):
            continue
        ends = [one.until for one in held if one.until and one.until < qms.as_of]
        if ends:
            yield problem(
                team,
                "members",
                index,
                "person",
                message=say(
                    "the last role of {person} ended on {day}, and {id} still has the person as a member",
                    person=member.person,
                    day=max(ends),
                    id=team.id,
                )
                if not seat
                else say(
                    "{person} is {role} only until {day}, and {id} still has the person as that",
                    person=member.person,
                    role=member.role,
                    day=max(ends),
                    id=team.id,
                ),
                hint=say("name who took over, or correct the register of people"),
            )
