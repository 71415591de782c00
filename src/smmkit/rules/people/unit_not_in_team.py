"""SMM503 unit-not-in-team."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.organization.units import unreached
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.people import Team, TeamType
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary.parts import Offices
from smmkit.words import say

MANY = 2
"""From so many coordinators on, each unit is to have one."""


@rule(
    "SMM503",
    "unit-not-in-team",
    of=Team,
    severity=Severity.WARNING,
    source="juknis II.A5",
    clause="5.3",
    wish="quality-team",
)
def unit_not_in_team(team: Team, qms: Qms) -> Problems:
    """The quality management team has a member for every unit, and a coordinator where others have one.

    Why: who is not in the team hears of the system last, and an auditor asks there first.
    """
    if team.team_type is not TeamType.QUALITY_MANAGEMENT or not is_live(team, qms):
        return
    for unit in unreached(qms, [member.unit for member in team.members], by_top=False):
        yield problem(
            team,
            "members",
            message=say("{id} has no member for {unit}", id=team.id, unit=unit.id),
            hint=say("name somebody of that unit under `members:`"),
        )
    for index in without_coordinator(team, qms.fact(vocabulary).offices):
        member = team.members[index]
        yield problem(
            team,
            "members",
            index,
            "role",
            message=say("{id} has no coordinator for {unit}", id=team.id, unit=member.unit),
            hint=say("most units have one; name who coordinates quality in this one"),
        )


def without_coordinator(team: Team, words: Offices) -> Iterator[int]:
    """The first members of units of which nobody coordinates or leads, where most have one."""
    roles: dict[str, list[str]] = defaultdict(list)
    first: dict[str, int] = {}
    for index, member in enumerate(team.members):
        roles[member.unit].append(member.role.casefold())
        first.setdefault(member.unit, index)
    have = [unit for unit, said in roles.items() if mentions(said, words.coordinates)]
    lack = [
        unit for unit, said in roles.items() if not mentions(said, words.coordinates + words.leads)
    ]
    if len(have) >= MANY and len(have) > len(lack):
        yield from (first[unit] for unit in lack)


def mentions(roles: Iterable[str], words: tuple[str, ...]) -> bool:
    """Whether one of several roles has one of several words in it."""
    return any(word in role for role in roles for word in words)
