"""SMM504 member-without-criteria."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.people import Criterion, Team
from smmkit.model.part import Part
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Criteria(Part):
    """What members are chosen by."""

    criteria: tuple[Criterion, ...] = tuple(Criterion)
    """The criteria that each member meets."""


@rule(
    "SMM504",
    "member-without-criteria",
    of=Team,
    severity=Severity.WARNING,
    source="juknis II.A5",
    clause="7.2",
    settings=Criteria,
    wish="quality-team",
)
def member_without_criteria(team: Team, qms: Qms, settings: Criteria) -> Problems:
    """Each member of a team meets every criterion, and it is written what shows it.

    Why: a team that was chosen by rank alone cannot answer why it is these people.
    """
    if not is_live(team, qms):
        return
    for index, member in enumerate(team.members):
        met = {one.criterion for one in member.criteria}
        missing = [one.label for one in settings.criteria if one not in met]
        if missing:
            yield problem(
                team,
                "members",
                index,
                "person",
                message=say(
                    "nothing is said of {person} about: {missing}",
                    person=member.person,
                    missing=missing,
                ),
                hint=say("write `criteria:` with each criterion and what shows it"),
            )
