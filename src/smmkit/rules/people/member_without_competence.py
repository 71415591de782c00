"""SMM349 member-without-competence."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.texts import squeezed
from smmkit.documents.competence import Competences
from smmkit.documents.people import PersonEntry, RoleEntry, Roles, Team
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM349",
    "member-without-competence",
    severity=Severity.WARNING,
    source="ISO 9001, 7.2 a; juknis II.A5 and II.B3",
    clause="7.2",
    filled=True,
    whole=(Roles,),
)
def member_without_competence(qms: Qms) -> Problems:
    """Of each member of a team it is written which competence the work needs, and whether it is there.

    Why: an auditor of whom nobody asked what he must be able to do audits as he can.
    """
    registers = [one for one in qms.of(Competences) if is_live(one, qms) and one.entries]
    if not registers:
        return
    entries = [entry for one in registers for entry in one.entries]
    persons = {entry.person for entry in entries if entry.person}
    named = {
        squeezed(role.title) for e in entries if e.role and (role := qms.get(e.role, RoleEntry))
    }
    for team in qms.of(Team):
        if not is_live(team, qms) or (team.until and team.until < qms.as_of):
            continue
        for index, member in enumerate(team.members):
            entry = qms.get(member.person, PersonEntry)
            held = {squeezed(one.role) for one in entry.held_on(qms.as_of)} if entry else set()
            if entry and member.person not in persons and not held & named:
                yield problem(
                    team,
                    "members",
                    index,
                    "person",
                    message=say(
                        "no register of competences says what {person} must be able to do",
                        person=member.person,
                    ),
                    hint=say(
                        "enter the person there, or the role: what is needed, what is there, what shows it"
                    ),
                )
