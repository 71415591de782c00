"""SMM399 role-of-nobody."""

from __future__ import annotations

from datetime import date

from smmkit.analyses.agenda.people import holders, people
from smmkit.analyses.lifecycle.live import is_live, live
from smmkit.analyses.people.held_roles import waiting
from smmkit.analyses.texts import squeezed
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.competence import Competences
from smmkit.documents.people import RoleEntry, Roles
from smmkit.documents.procedure import Procedure
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary.patterns import parted
from smmkit.words import say


@rule(
    "SMM399",
    "role-of-nobody",
    of=Roles,
    severity=Severity.WARNING,
    source="ISO 9001, 5.3",
    clause="5.3",
)
def role_of_nobody(register: Roles, qms: Qms) -> Problems:
    """Every role that is described is held by somebody.

    Why: duties that are written for an empty chair are done by nobody.
    """
    if not is_live(register, qms) or not any(one.assignments for one in people(qms)):
        return
    once, now = held_names(qms, None), held_names(qms, qms.as_of)
    known = sum(squeezed(role.title) in once for role in register.entries)
    if known * 4 < len(register.entries) * 3:
        return  # this register calls the roles otherwise than that of the people
    working = at_work(qms)
    for index, role in enumerate(register.entries):
        title = squeezed(role.title)
        if waiting(qms, role.id):
            continue
        if (
            title in now
            or title in working
            or next(holders(qms, role), None)
            or are_held(title, now, qms)
        ):
            continue
        yield problem(
            register,
            "entries",
            index,
            "title",
            message=say("nobody holds {id} ({title})", id=role.id, title=role.title),
            hint=say(
                "write who holds it, and since when, into the register of people, or take the role out"
            ),
        )


def are_held(title: str, now: set[str], qms: Qms) -> bool:
    """Whether a title names several sorts of positions, such as "heads of divisions and sections", and each
    begins the name of one that is held.
    """
    sorts = parted(qms.fact(vocabulary).joins).split(title)
    return len(sorts) > 1 and all(
        any(name.startswith(f"{one.strip()} ") for name in now) for one in sorts
    )


def at_work(qms: Qms) -> set[str]:
    """The names of the roles that many hold, whom no register names: those who do steps of procedures, and
    those of whom it is written which competence they have.
    """
    actors = (step.actor for one in live(qms, Procedure) for step in one.steps)
    skilled = (
        one.role for register in live(qms, Competences) for one in register.entries if one.held
    )
    roles = (qms.get(id_ or "", RoleEntry) for id_ in skilled)
    return {squeezed(name) for name in (*actors, *(role.title for role in roles if role))}


def held_names(qms: Qms, day: date | None) -> set[str]:
    """The names of the roles that somebody holds on a day; without one, ever held."""
    return {
        squeezed(one.role)
        for entry in people(qms)
        for one in entry.assignments
        if day is None or one.is_held_on(day)
    }
