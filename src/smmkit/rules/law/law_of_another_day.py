"""SMM343 law-of-another-day."""

from __future__ import annotations

import re

from smmkit.documents.context import Regulations
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

YEAR = re.compile(r"(?<![\d.])(?:19|20)\d\d(?![\d.])")
"""A year in the number of a regulation."""


@rule(
    "SMM343",
    "law-of-another-day",
    of=Regulations,
    severity=Severity.WARNING,
    source="own rule",
    clause="8.2.2",
    filled=True,
)
def law_of_another_day(register: Regulations, qms: Qms) -> Problems:  # noqa: ARG001
    """A regulation holds from its own year on, and what replaces it is younger.

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
        if heir is not None and heir < entry.in_force:
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
