"""SMM503 unit-not-in-team."""

from __future__ import annotations

from smmkit.analyses.live import is_live
from smmkit.analyses.units import unreached
from smmkit.documents.people import Team, TeamType
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


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
    """The quality management team has a member for every unit.

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
