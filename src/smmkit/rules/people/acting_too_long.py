"""SMM398 acting-too-long."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.calendar_ends import months_before
from smmkit.documents.people import People, Standing
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Acting(Part):
    """How long somebody may act."""

    months: Annotated[Whole, Field(ge=1)] = 6
    """So many months at most."""


@rule(
    "SMM398",
    "acting-too-long",
    of=People,
    severity=Severity.WARNING,
    source="UU 30/2014, 14; SE BKN 1/SE/I/2021",
    clause="5.3",
    settings=Acting,
)
def acting_too_long(people: People, qms: Qms, settings: Acting) -> Problems:
    """Nobody acts in an office for longer than that is allowed.

    Why: an acting officer decides nothing strategic; a unit without a head for a year stands still.
    """
    for index, person in enumerate(people.entries):
        for n, one in enumerate(person.assignments):
            is_acting = one.standing is Standing.ACTING and one.is_held_on(qms.as_of)
            if is_acting and one.since < months_before(qms.as_of, settings.months):
                yield problem(
                    people,
                    "entries",
                    index,
                    "assignments",
                    n,
                    "standing",
                    message=say(
                        "{person} has been acting as {role} since {day}",
                        person=person.id,
                        role=one.role,
                        day=one.since,
                    ),
                    hint=say("write the last day, or the decree that made it definitive"),
                )
