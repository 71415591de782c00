"""SMM891 interviewed-in-another-role."""

from __future__ import annotations

from smmkit.analyses.texts import squeezed
from smmkit.documents.interview import Interview
from smmkit.documents.people import People, PersonEntry
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM891",
    "interviewed-in-another-role",
    of=Interview,
    severity=Severity.WARNING,
    source="juknis II.B4",
    filled=True,
    whole=(People,),
)
def interviewed_in_another_role(interview: Interview, qms: Qms) -> Problems:
    """Who is interviewed in a role that the register of people gives to others holds that role, too.

    Why: the coordinators are to be asked; a colleague under their title answers for nobody.
    """
    person, said = qms.get(interview.person or "", PersonEntry), squeezed(interview.role)
    held = {squeezed(one.role) for one in person.held_on(interview.date)} if person else set()
    claimed = [role for role in qms.fact(roles_held) if f" {role} " in f" {said} "]
    if person and held and claimed and held.isdisjoint(claimed):
        yield problem(
            interview,
            "role",
            message=say(
                "{person} did not hold the role {role} on {day}",
                person=person.id,
                role=interview.role,
                day=interview.date,
            ),
            hint=say("name who held it, or the role in which this person was asked"),
        )


def roles_held(qms: Qms) -> set[str]:
    """The roles that people hold, or held."""
    people = (entry for register in qms.of(People) for entry in register.entries)
    return {squeezed(one.role) for entry in people for one in entry.assignments}
