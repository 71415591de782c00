"""SMM481 year-of-another."""

from __future__ import annotations

import re
from collections import defaultdict

from smmkit.documents import Record
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

YEAR = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")

HABIT = 4
"""So many others of its kind show by what year a record is called."""


@rule(
    "SMM481",
    "year-of-another",
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.2 a; own rule",
    clause="7.5.2",
    filled=True,
    whole=(Record,),
)
def year_of_another(qms: Qms) -> Problems:
    """Where all other records of a kind have the year of their day in their id, each has.

    Why: a complaint that is numbered in one year and dated in another was dated back, or its number is
    that of another one; both is what an auditor looks for in a register.
    """
    kinds: dict[str, list[tuple[Record, int]]] = defaultdict(list)
    for record in qms.of(Record):
        if years := YEAR.findall(record.id):
            kinds[record.kind].append((record, int(years[0])))
    for found in kinds.values():
        strange = [(one, year) for one, year in found if one.date.year != year]
        if len(strange) == 1 and len(found) > HABIT:
            [(record, year)] = strange
            yield problem(
                record,
                "date",
                message=say(
                    "{id} is numbered as of {year}, and is of {day}; all others of its kind have the year of "
                    "their day",
                    id=record.id,
                    year=str(year),
                    day=record.date,
                ),
                hint=say("put the day right, or give it an id of its year"),
            )
