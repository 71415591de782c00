"""SMM505 team-expired."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.people import Team
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM505",
    "team-expired",
    of=Team,
    severity=Severity.WARNING,
    source="juknis II.A5",
    clause="5.3",
)
def team_expired(team: Team, qms: Qms) -> Problems:
    """The term of a team has begun, and is not over.

    Why: before its first day and after its last nobody in it is appointed, whatever they do.
    """
    if team.since and team.since > qms.as_of and is_live(team, qms):
        yield problem(
            team,
            "since",
            message=say("the term of {id} only begins on {day}", id=team.id, day=team.since),
            hint=say("put the day right, or name the team that works until then"),
        )
    if team.until and team.until < qms.as_of and is_live(team, qms):
        yield problem(
            team,
            "until",
            message=say("the term of {id} ended on {day}", id=team.id, day=team.until),
            hint=say("form it anew by decree, or withdraw it"),
        )
