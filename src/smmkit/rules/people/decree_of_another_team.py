"""SMM485 decree-of-another-team."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.texts import squeezed
from smmkit.documents.people import People, PersonEntry, Team
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM485",
    "decree-of-another-team",
    of=Team,
    severity=Severity.WARNING,
    source="juknis II.A5; own rule",
    clause="5.3",
    filled=True,
    whole=(People,),
)
def decree_of_another_team(team: Team, qms: Qms) -> Problems:
    """The decree of a team, and its first day, are what the register of people says of its members.

    Why: two papers tell of one appointment. Where number or day differ, one of them appoints nobody.
    """
    if not team.decree or not is_live(team, qms):
        return
    for index, member in enumerate(team.members):
        person = qms.get(member.person, PersonEntry)
        for held in person.assignments if person else ():
            if not held.decree or held.unit not in {member.unit, None}:
                continue
            is_same = squeezed(held.decree) == squeezed(team.decree)
            if is_same and held.since < team.since:
                said = say(
                    "{id} begins on {day}, and {person} was appointed by its decree on {since}",
                    id=team.id,
                    day=team.since,
                    person=member.person,
                    since=held.since,
                )
            elif not is_same and held.since == team.since and is_of(held.role, member.role):
                said = say(
                    "{person} was appointed on the first day of {id} by another decree: {decree}",
                    person=member.person,
                    id=team.id,
                    decree=held.decree,
                )
            else:
                continue
            yield problem(
                team,
                "members",
                index,
                "person",
                message=said,
                hint=say("put right the decree or the day, here or in the register of people"),
            )


def is_of(role: str, other: str) -> bool:
    """Whether one role is the other, or a part of its name."""
    one, two = squeezed(role), squeezed(other)
    return one in two or two in one
