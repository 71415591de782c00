"""SMM952 team-without-head."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.organization.head import is_head
from smmkit.analyses.texts import squeezed
from smmkit.documents.people import Team, TeamType
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
    leading: tuple[Text, ...] = (
        "ketua",
        "kepala",
        "penanggung jawab",
        "pimpinan",
        "manajer",
        "wakil manajemen",
        "head",
        "chair",
        "lead",
        "manager",
        "director",
        "representative",
        "responsible",
    )
    """Words in the role of who leads a team for quality management."""


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
    """A team has somebody who leads it, by the role in it or as head of the organization.

    Why: where all are members nobody calls the meeting, and the auditor has nobody to ask for.
    """
    plain = {squeezed(word) for word in settings.plain}
    if len(team.members) < 2 or not is_live(team, qms):
        return
    if all(squeezed(member.role) in plain for member in team.members):
        told = say("nobody leads {id}: all {n} are members", id=team.id, n=len(team.members))
    elif team.team_type is TeamType.QUALITY_MANAGEMENT and not is_led(team, qms, settings.leading):
        told = say("nobody leads {id}: no role in it is that of its head", id=team.id)
    else:
        told = None
    if told:
        yield problem(
            team,
            "members",
            message=told,
            hint=say(
                "write under `role:` who is its head, its secretary, the coordinator of a unit"
            ),
        )


def is_led(team: Team, qms: Qms, leading: tuple[str, ...]) -> bool:
    """Whether somebody in a team leads it by the role, heads the organization, or answers for quality."""
    responsible = qms.settings.responsible if qms.settings else None
    return any(
        any(word in squeezed(member.role) for word in leading)
        or (
            member.person
            and (member.person == responsible or is_head(qms, member.person, qms.as_of))
        )
        for member in team.members
    )
