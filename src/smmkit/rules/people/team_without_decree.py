"""SMM506 team-without-decree."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.people import Team
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM506",
    "team-without-decree",
    of=Team,
    severity=Severity.WARNING,
    source="juknis II.A5",
    clause="5.3",
    wish="decree",
)
def team_without_decree(team: Team, qms: Qms) -> Problems:
    """A team is formed by a decree.

    Why: without it nobody has given the members their task, nor the time for it.
    """
    if not team.decree and is_live(team, qms):
        yield problem(
            team,
            "team_type",
            message=say("{id} names no decree that forms it", id=team.id),
            hint=say("write `decree:` with its number"),
        )
