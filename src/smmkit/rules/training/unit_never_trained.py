"""SMM879 unit-never-trained."""

from __future__ import annotations

from smmkit.analyses.organization.units import unreached
from smmkit.documents.people import People, PersonEntry
from smmkit.documents.training import Audience, Training
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM879",
    "unit-never-trained",
    severity=Severity.WARNING,
    source="juknis II.A6; ISO 9001, 7.3",
    clause="7.3",
    whole=(People, Training),
)
def unit_never_trained(qms: Qms) -> Problems:
    """What everybody is to know was taught to people of each unit.

    Why: one unit that has never heard of the system is where the auditor asks.
    """
    held = [
        one
        for one in qms.of(Training)
        if one.date <= qms.as_of and Audience.ALL_STAFF in one.audience and one.attendance
    ]
    if not held:
        return
    units = {
        unit for one in held for there in one.attendance for unit in units_there(qms, one, there)
    }
    last = max(held, key=lambda one: (one.date, one.id))
    left = unreached(qms, units, by_top=False, on=last.date) if units else []
    if missing := [one.id for one in left]:
        yield problem(
            last,
            "attendance",
            message=say("nobody of {units} was at a training for all staff", units=missing),
            hint=say("hold it for them, too; write how many of each unit attended"),
        )


def units_there(qms: Qms, training: Training, there: object) -> set[str]:
    """The units of who attended."""
    unit, person = getattr(there, "unit", None), getattr(there, "person", None)
    entry = qms.get(person or "", PersonEntry)
    held = {one.unit for one in entry.held_on(training.date)} if entry else set()
    return held | ({unit} if unit and getattr(there, "attended", 0) else set())
