"""SMM526 member-never-trained."""

from __future__ import annotations

from collections import defaultdict

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.organization.head import is_head
from smmkit.documents.people import People, Team, TeamType
from smmkit.documents.settings import Settings
from smmkit.documents.training import Audience, Training
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM526",
    "member-never-trained",
    of=Team,
    severity=Severity.WARNING,
    source="juknis II.A6 and II.B3",
    clause="7.2",
    whole=(People, Training, Settings),
)
def member_never_trained(team: Team, qms: Qms) -> Problems:
    """Every member of a team attended a training for that team.

    Why: a team learns one by one; who never attended works by hearsay.
    """
    if not is_live(team, qms):
        return
    audience = AUDIENCES[team.team_type]
    trained = qms.fact(trained_persons).get(audience, set())
    for index, member in enumerate(team.members):
        if trained and member.person not in trained and not is_head(qms, member.person, qms.as_of):
            yield problem(
                team,
                "members",
                index,
                "person",
                message=say(
                    "{person} attended no training for {audience}",
                    person=member.person,
                    audience=audience.label,
                ),
                hint=say("train the member, and name the person under `attendance:` there"),
            )


AUDIENCES = {
    TeamType.QUALITY_MANAGEMENT: Audience.QUALITY_TEAM,
    TeamType.INTERNAL_AUDIT: Audience.INTERNAL_AUDITORS,
}


def trained_persons(qms: Qms) -> dict[str, set[str]]:
    """For every audience, the persons who attended a training for it up to the day of judgement."""
    found: dict[str, set[str]] = defaultdict(set)
    for training in qms.of(Training):
        named = {one.person for one in training.attendance if one.person and one.attended}
        for audience in training.audience if training.date <= qms.as_of else ():
            found[audience] |= named
    return dict(found)
