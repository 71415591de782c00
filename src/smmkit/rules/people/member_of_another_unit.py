"""SMM508 member-of-another-unit."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.organization.units import are_kin
from smmkit.analyses.texts import squeezed
from smmkit.documents.people import PersonEntry, Team
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM508",
    "member-of-another-unit",
    of=Team,
    severity=Severity.WARNING,
    source="juknis II.A5",
    clause="5.3",
)
def member_of_another_unit(team: Team, qms: Qms) -> Problems:
    """A member of a team belongs to the unit that he or she speaks for, and holds the role there.

    Why: only who works there knows what is done there.
    """
    if not is_live(team, qms):
        return
    for index, member in enumerate(team.members):
        person = qms.get(member.person, PersonEntry)
        held = person.held_on(qms.as_of) if person else ()
        in_role = [one for one in held if squeezed(one.role) == squeezed(member.role)]
        held = tuple(in_role) or held
        if held and not any(are_kin(qms, one.unit, member.unit) for one in held):
            yield problem(
                team,
                "members",
                index,
                "unit",
                message=say(
                    "{person} speaks for {unit}, and works in {units}",
                    person=member.person,
                    unit=member.unit,
                    units=sorted({one.unit for one in held}),
                ),
                hint=say("name somebody of that unit, or correct the register of people"),
            )
