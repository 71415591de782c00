"""SMM373 never-calibrated."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from smmkit.analyses.lifecycle.live import is_live
from smmkit.calendar_ends import months_after
from smmkit.documents.resources import ResourceEntry, Resources, ResourceType
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import Message, say


class Checked(Part):
    """How long a check holds of which nobody said when the next one is due."""

    months: Annotated[Whole, Field(ge=1)] = 12
    """How many months a check holds for which no next one is planned."""


@rule(
    "SMM373",
    "never-calibrated",
    of=Resources,
    severity=Severity.WARNING,
    source="ISO 9001, 7.1.5",
    clause="7.1.5.2",
    settings=Checked,
)
def never_calibrated(register: Resources, qms: Qms, settings: Checked) -> Problems:
    """What measures was checked or calibrated, will be again, and something shows it.

    Why: a value from an instrument that nobody checked proves nothing, however exact it looks.
    """
    if not is_live(register, qms):
        return
    measuring = [
        (index, one)
        for index, one in enumerate(register.entries)
        if one.resource_type is ResourceType.MEASURING
    ]
    for index, one in measuring:
        if said := unchecked(one, qms.as_of, settings.months):
            yield problem(
                register,
                "entries",
                index,
                "id",
                message=said,
                hint=say(
                    "write under `care:` what was checked, when (`done:`), and when it is due again (`due:`)"
                ),
            )
    checks = [care for _, one in measuring for care in one.care if care.done]
    if checks and not register.attached and not any(care.evidence for care in checks):
        yield problem(
            register,
            "entries",
            measuring[0][0],
            "care",
            message=say("nothing shows that what measures was checked: {id}", id=register.id),
            hint=say("name the certificate, or the sheet of the check, under `evidence:`"),
        )


def unchecked(one: ResourceEntry, day: date, months: int) -> Message | None:
    """What is said of an instrument that was not checked, or long ago with no next check planned."""
    last = max((care.done for care in one.care if care.done and care.done <= day), default=None)
    if last is None:
        return say("{id} measures, and was never checked", id=one.id)
    is_planned = any(care.due and not care.done for care in one.care)
    if not is_planned and months_after(last, months) < day:
        return say(
            "{id} was last checked on {day}, and no next check is planned", id=one.id, day=last
        )
    return None
