"""SMM890 appointed-outside-the-team."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.texts import squeezed
from smmkit.documents.people import People, Team
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM890",
    "appointed-outside-the-team",
    of=Team,
    severity=Severity.WARNING,
    source="ISO 9001, 5.3; juknis II.A5",
    clause="5.3",
    filled=True,
)
def appointed_outside_the_team(team: Team, qms: Qms) -> Problems:
    """Whom the decree of a team gives a role, by the register of people, is in the team.

    Why: the decree and the list of the team are read side by side, and whoever heads it is missed first.
    """
    if not team.decree or not is_live(team, qms):
        return
    decree, members = squeezed(team.decree), {member.person for member in team.members}
    for person in (entry for register in qms.of(People) for entry in register.entries):
        held = [
            one.role for one in person.held_on(qms.as_of) if squeezed(one.decree or "") == decree
        ]
        if held and person.id not in members:
            yield problem(
                team,
                "members",
                message=say(
                    "{person} is {roles} by the decree of {id}, and not in it",
                    person=person.id,
                    roles=held,
                    id=team.id,
                ),
                hint=say("name the person under `members:`, or end the role in the register"),
            )
