"""SMM684 staff-not-possible."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.services import ServiceStandard
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM684",
    "staff-not-possible",
    of=ServiceStandard,
    severity=Severity.WARNING,
    source="UU 25/2009, 21; own rule",
    clause="7.1.2",
    filled=True,
)
def staff_not_possible(standard: ServiceStandard, qms: Qms) -> Problems:
    """A service is given by somebody, and by no more than work there.

    Why: the number stands on the wall, and whoever reads it can count the desks.
    """
    there = qms.settings.headcount if qms.settings else None
    staff = standard.staff
    if staff is None or not is_live(standard, qms) or 0 < staff <= (there or staff):
        return
    yield problem(
        standard,
        "staff",
        message=say("{n} people for {id}", n=staff, id=standard.id)
        if there is None
        else say("{n} people for {id}; {m} work here", n=staff, id=standard.id, m=there),
        hint=say("write how many do this service"),
    )
