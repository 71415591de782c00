"""SMM356 regulation-unchecked."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.lifecycle.live import is_live
from smmkit.calendar_ends import months_after
from smmkit.documents.regulations import Regulations
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Checking(Part):
    """How often it is done."""

    months: Annotated[Whole, Field(ge=1)] = 12
    """How many months may pass until somebody looks again."""


@rule(
    "SMM356",
    "regulation-unchecked",
    of=Regulations,
    severity=Severity.WARNING,
    source="ISO 9001, 4.2 and 7.5.3.2",
    clause="7.5.3.2",
    settings=Checking,
)
def regulation_unchecked(register: Regulations, qms: Qms, settings: Checking) -> Problems:
    """Somebody looks each year whether a regulation still holds.

    Why: laws end without telling those who work by them.
    """
    if not is_live(register, qms):
        return
    given = max(one.on for one in register.approvals)
    old = [
        entry
        for entry in register.entries
        if (entry.until is None or entry.until >= qms.as_of)
        and months_after(entry.checked or given, settings.months) < qms.as_of
    ]
    if old:
        yield problem(
            register,
            "entries",
            register.entries.index(old[0]),
            "checked" if old[0].checked else "id",
            message=say(
                "nobody has looked for {n} months whether these still hold: {ids}",
                n=settings.months,
                ids=[entry.id for entry in old],
            ),
            hint=say("look, and write the day under `checked:`, or the last day under `until:`"),
        )
