"""SMM985 unit-not-on-the-agenda."""

from __future__ import annotations

from collections.abc import Sequence

from smmkit.analyses.organization.units import are_kin
from smmkit.documents.audit import AgendaItem, Audit
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM985",
    "unit-not-on-the-agenda",
    of=Audit,
    severity=Severity.WARNING,
    source="ISO 9001, 9.2.2; ISO 19011, 6.3.2",
    clause="9.2.2",
    filled=True,
)
def unit_not_on_the_agenda(audit: Audit, qms: Qms) -> Problems:
    """An audit plan has a time for each unit that is audited.

    Why: a unit that learns of its audit on the day is asked about the folder, and not about its work.
    """
    named = {unit for item in audit.agenda for unit in item.units}
    if not audit.agenda or is_for_all(audit.agenda):
        return
    missing = [unit for unit in audit.units if not any(are_kin(qms, unit, one) for one in named)]
    if missing:
        yield problem(
            audit,
            "agenda",
            message=say("the plan of {id} has no time for {units}", id=audit.id, units=missing),
            hint=say("add a line for each, with day and hours"),
        )


def is_for_all(agenda: Sequence[AgendaItem]) -> bool:
    """Whether a line between the first and the last, which are for meetings, names no unit: it is for all."""
    return any(not item.units for item in agenda[1:-1])
