"""SMM458 interviewed-for-another-unit."""

from __future__ import annotations

from smmkit.analyses.organization.units import are_kin
from smmkit.documents.interview import Interview
from smmkit.documents.people import PersonEntry
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM458",
    "interviewed-for-another-unit",
    of=Interview,
    severity=Severity.WARNING,
    source="juknis II.B4",
    filled=True,
)
def interviewed_for_another_unit(interview: Interview, qms: Qms) -> Problems:
    """Who is interviewed for a unit holds a role in it on that day.

    Why: the coordinator of another unit tells what he has heard.
    """
    person = qms.get(interview.person or "", PersonEntry)
    held = person.held_on(interview.date) if person else ()
    if person and held and not any(are_kin(qms, one.unit, interview.unit) for one in held):
        yield problem(
            interview,
            "person",
            message=say(
                "{person} held no role in {unit} on {day}",
                person=person.id,
                unit=interview.unit,
                day=interview.date,
            ),
            hint=say("name who spoke for the unit, or the unit that was spoken for"),
        )
