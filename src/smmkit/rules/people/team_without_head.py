"""SMM952 team-without-head."""

from __future__ import annotations

from smmkit.analyses.live import is_live
from smmkit.analyses.texts import squeezed
from smmkit.documents.people import Team
from smmkit.model.part import Part, Text
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class PlainRoles(Part):
    """How somebody is called who leads nothing."""

    plain: tuple[Text, ...] = (
        "anggota",
        "member",
        "auditor",
        "auditor internal",
        "internal auditor",
    )
    """The roles in a team that carry no task of their own."""


@rule(
    "SMM952",
    "team-without-head",
    of=Team,
    severity=Severity.WARNING,
    source="ISO 9001, 5.3; juknis II.A5",
    clause="5.3",
    filled=True,
    settings=PlainRoles,
)
def team_without_head(team: Team, qms: Qms, settings: PlainRoles) -> Problems:
    """A team has somebody with another role than that of a plain member.

    Why: where all are members nobody calls the meeting, and the auditor has nobody to ask for.
    """
    plain = {squeezed(word) for word in settings.plain}
    if len(team.members) < 2 or not is_live(team, qms):
        return
    if all(squeezed(member.role) in plain for member in team.members):
        yield problem(
            team,
            "members",
            message=say("nobody leads {id}: all {n} are members", id=team.id, n=len(team.members)),
            hint=say(
                "write under `role:` who is its head, its secretary, the coordinator of a unit"
            ),
        )
