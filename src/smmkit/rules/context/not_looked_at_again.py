"""SMM615 not-looked-at-again."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.lifecycle.live import is_live
from smmkit.calendar_ends import months_after
from smmkit.documents import Register
from smmkit.documents.context import InterestedParties, Issues
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Looking(Part):
    """How often it is done."""

    months: Annotated[Whole, Field(ge=1)] = 12
    """How many months may pass until an entry is looked at again."""


@rule(
    "SMM615",
    "not-looked-at-again",
    of=Register,
    severity=Severity.WARNING,
    source="ISO 9001, 4.1 and 4.2",
    clause="4.1",
    settings=Looking,
)
def not_looked_at_again(register: Register, qms: Qms, settings: Looking) -> Problems:
    """Issues and interested parties are looked at again each year, all of them.

    Why: the list of last year describes the agency of last year.
    """
    if not isinstance(register, (Issues, InterestedParties)) or not is_live(register, qms):
        return
    given = max(one.on for one in register.approvals)
    last = max((one.reviewed for one in register.entries if one.reviewed), default=given)
    old = [
        entry
        for entry in register.entries
        if months_after(max(entry.reviewed or given, given), settings.months) < qms.as_of
        or months_after(entry.reviewed or last, settings.months) < last
    ]
    if old:
        yield problem(
            register,
            "entries",
            register.entries.index(old[0]),
            "reviewed" if old[0].reviewed else "id",
            message=say(
                "nobody has looked at these for {n} months: {ids}",
                n=settings.months,
                ids=[entry.id for entry in old],
            ),
            hint=say("look whether they still hold, and write the day under `reviewed:`"),
        )
