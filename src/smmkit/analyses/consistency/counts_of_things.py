"""How many things of a sort sentences of people say that there are, and how many the folder has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Final, NamedTuple

from smmkit.analyses.audits import internal, planned_days
from smmkit.analyses.texts.spoken_counts import any_count, count_of
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.audit import AuditProgramme, AuditType
from smmkit.documents.people import Team, TeamType
from smmkit.documents.process import Process
from smmkit.documents.risk import Risk
from smmkit.qms import Qms
from smmkit.standards.vocabulary import ways_of

YEAR: Final = re.compile(r"\b20[0-9]{2}\b")

MOST_DIGITS: Final = 3
"""What has more digits is a year, or counts something outside."""


class Counted(NamedTuple):
    """A count in a text."""

    said: str
    sort: str
    number: int
    years: tuple[int, ...]
    """The years that its sentence names."""


def counted_in(qms: Qms, text: str) -> Iterator[Counted]:
    """The counts of a text whose noun is that of a sort of things which a folder has."""
    words = qms.fact(vocabulary)
    sorts = qms.fact(sorts_of_nouns)
    low = text.casefold()
    if not any(noun in low for noun in sorts):
        return
    for found in counted(any_count(qms), tuple(sorts), words.after_counted).finditer(text):
        before = text[: found.start()].rsplit(None, 1)[-1:]
        number = count_of(found[1], words.numbers)
        is_name = bool(before) and before[0].casefold().strip("(") in words.uncounted
        if number is None or is_name or (len(found[1]) > MOST_DIGITS and found[1].isdecimal()):
            continue
        start, end = text.rfind(".", 0, found.start()) + 1, text.find(".", found.end())
        sentence = text[start : end if end >= 0 else len(text)]
        years = tuple(int(year) for year in YEAR.findall(sentence))
        yield Counted(found[0], sorts[" ".join(found[2].casefold().split())], number, years)


def sorts_of_nouns(qms: Qms) -> dict[str, str]:
    """Every noun that a text may count, with the sort of things that it is of."""
    words = qms.fact(vocabulary).counted
    return {noun: sort for sort, said in sorted(words.items()) for noun in said}


@cache
def counted(count: str, nouns: tuple[str, ...], after: tuple[str, ...]) -> re.Pattern[str]:
    """A count with its noun, the longer first, and an end or a word behind that narrows it no further."""
    every = sorted(nouns, key=len, reverse=True)
    either = "|".join(re.escape(noun).replace(r"\ ", r"\s") for noun in every)
    end = rf"(?=\s*(?:[,.;:)]|\Z|(?:{ways_of(after)})\b))"
    return re.compile(rf"(?<![\w,./-])({count})\s({either}){end}", re.IGNORECASE)


def totals(qms: Qms) -> Mapping[str, int]:
    """How many things of each sort the folder has."""
    found = Counter(thing.is_a for thing in qms.things.values())
    found["opportunity"] = sum(
        one.sort == "opportunity" for one in qms.things.values() if isinstance(one, Risk)
    )
    found["risk"] -= found["opportunity"]
    found.update(str(one.process_type.value) for one in qms.of(Process))
    teams = [one for one in qms.of(Team) if one.team_type is TeamType.INTERNAL_AUDIT]
    found["auditor"] = len({member.person for one in teams for member in one.members})
    return found


def audits_until(qms: Qms, day: date) -> int:
    """How many internal audits were held until a day."""
    return sum(one.date <= day for one in internal(qms))


def audits_in(qms: Qms, year: int) -> int:
    """How many internal audits were held in a year, or were to be held."""
    plans = (plan for one in qms.of(AuditProgramme) for plan in one.entries)
    days = [planned_days(plan) for plan in plans if plan.audit_type is AuditType.INTERNAL]
    planned = sum(last.year == year for _, last in filter(None, days))
    return max(planned, sum(one.date.year == year for one in internal(qms)))
