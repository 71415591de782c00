"""SMM756 effect-checked-by-doer."""

from __future__ import annotations

from smmkit.analyses.audits.actions import acted_on
from smmkit.analyses.organization.units import is_one_house, units_of
from smmkit.documents.people import PersonEntry
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM756",
    "effect-checked-by-doer",
    severity=Severity.WARNING,
    source="own rule",
    clause="10.2.1",
    filled=True,
)
def effect_checked_by_doer(qms: Qms) -> Problems:
    """Whether an action helped is looked at by somebody else than the unit that acted.

    Why: who has worked on it wants it to have helped.
    """
    for document, tasks, effect in qms.fact(acted_on):
        person = qms.get(effect.by, PersonEntry) if effect else None
        owners = {unit for task in tasks for unit in units_of(qms, task.owner)}
        held = person.works_in(effect.checked_on) if person and effect else set[str]()
        if (both := owners & held) and not is_one_house(qms):
            yield problem(
                document,
                "effectiveness",
                "by",
                message=say(
                    "{person} belongs to {units}, which carried out the action",
                    person=effect.by if effect else "",
                    units=sorted(both),
                ),
                hint=say("let an auditor, or another unit, look at it"),
            )
