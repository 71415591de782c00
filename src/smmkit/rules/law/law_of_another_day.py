"""SMM343 law-of-another-day."""

from __future__ import annotations

import re
from datetime import date

from smmkit.documents.regulations import RegulationEntry, Regulations
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import Message, say

YEAR = re.compile(r"(?<![\d.])(?:19|20)\d\d(?![\d.])")
"""A year in the number of a regulation."""

MOST = 92
"""So many days may lie between two regulations of which one follows the other."""


@rule(
    "SMM343",
    "law-of-another-day",
    of=Regulations,
    severity=Severity.WARNING,
    source="own rule",
    clause="8.2.2",
    filled=True,
)
def law_of_another_day(register: Regulations, qms: Qms) -> Problems:
    """A regulation holds from its own year on, and what replaces it is younger and follows on its last day.

    Why: a day that cannot be right shows that the register was filled in without the law at hand.
    """
    days = {entry.id: entry.in_force for entry in register.entries}
    for index, entry in enumerate(register.entries):
        years = [int(year) for year in YEAR.findall(entry.number)]
        if years and entry.in_force.year < min(years):
            yield problem(
                register,
                "entries",
                index,
                "in_force",
                message=say(
                    "{number} is said to hold from {day} on",
                    number=entry.number,
                    day=entry.in_force,
                ),
                hint=say("write the day that its last articles name"),
            )
        heir = days.get(entry.replaced_by or "")
        if heir is None:
            continue
        if heir >= entry.in_force and (said := not_followed(entry, heir, qms.as_of)):
            yield problem(
                register,
                "entries",
                index,
                "until" if entry.until else "replaced_by",
                message=said,
                hint=say("write the last day of the one, and the regulation that followed it"),
            )
        if heir < entry.in_force:
            yield problem(
                register,
                "entries",
                index,
                "replaced_by",
                message=say(
                    "{id} is replaced by {other}, which is older",
                    id=entry.id,
                    other=entry.replaced_by,
                ),
                hint=say("name the regulation that took its place"),
            )


def not_followed(entry: RegulationEntry, heir: date, today: date) -> Message | None:
    """What is wrong where the one that takes its place does not follow when a regulation ends."""
    if entry.until is None:
        return say("{id} is replaced, and has no last day", id=entry.id) if heir <= today else None
    if (heir - entry.until).days > MOST:
        return say(
            "{id} ends on {day}, and {other} begins only on {since}",
            id=entry.id,
            day=entry.until,
            other=entry.replaced_by,
            since=heir,
        )
    return None
