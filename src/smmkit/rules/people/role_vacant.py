"""SMM640 role-vacant."""

from __future__ import annotations

from smmkit.analyses.agenda.people import holders, people
from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.people.held_roles import waiting
from smmkit.documents.people import Roles
from smmkit.few import at_most
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

SHOWN = 5
"""So many of the things that wait are named."""


@rule(
    "SMM640",
    "role-vacant",
    of=Roles,
    severity=Severity.WARNING,
    source="ISO 9001, 5.3",
    clause="5.3",
)
def role_vacant(register: Roles, qms: Qms) -> Problems:
    """Somebody holds every role that something open waits for.

    Why: a risk, a document or an action that is left to an empty chair is seen to by nobody, and
    nobody is told.
    """
    if not is_live(register, qms) or not any(one.assignments for one in people(qms)):
        return
    for index, role in enumerate(register.entries):
        open_ = waiting(qms, role.id)
        if not open_ or next(holders(qms, role), None):
            continue
        ids = list(dict.fromkeys(one.id for one in open_))
        yield problem(
            register,
            "entries",
            index,
            "id",
            message=say(
                "nobody holds {id} ({title}), and these wait for it: {ids}",
                id=role.id,
                title=role.title,
                ids=at_most(SHOWN, ids),
            ),
            hint=say(
                "write who holds it, and since when, into the register of people, or name another owner"
            ),
        )
