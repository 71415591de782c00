"""SMM534 role-without-duty."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.people import Roles
from smmkit.model.fields import named
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM534",
    "role-without-duty",
    of=Roles,
    severity=Severity.WARNING,
    source="ISO 9001, 5.3",
    clause="5.3",
)
def role_without_duty(register: Roles, qms: Qms) -> Problems:
    """Every role says what it answers for and what it may decide.

    Why: who has a duty and no authority can only ask, and who has neither does nothing.
    """
    if not is_live(register, qms):
        return
    for index, role in enumerate(register.entries):
        missing = [
            named(type(role), name) for name in ("duties", "authority") if not getattr(role, name)
        ]
        if missing:
            yield problem(
                register,
                "entries",
                index,
                "id",
                message=say("{id} has no {missing}", id=role.id, missing=missing),
                hint=say("write what the role answers for, and what it may decide"),
            )
