"""SMM360 standard-contradicts-itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.services import ServiceStandard
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import pattern_of
from smmkit.words import say

MONEY_AHEAD = r"\b(?:{money}) ?\.? ?[0.,]{{0,20}}[1-9]"
MONEY_BEHIND = r"\b(?=[0.,]{{0,20}}[1-9])\d[\d.,]{{0,20}} ?(?:{money})\b"
"""How a fee names an amount that is not nought."""


@rule(
    "SMM360",
    "standard-contradicts-itself",
    of=ServiceStandard,
    severity=Severity.WARNING,
    source="UU 25/2009, 21",
    clause="8.2.2",
    filled=True,
)
def standard_contradicts_itself(standard: ServiceStandard, qms: Qms) -> Problems:
    """A service standard says one time and one fee: in its sentence, in its number, in its proclamation.

    Why: the one on the wall is the one that people come with.
    """
    if not is_live(standard, qms):
        return
    said_here, proclaimed = qms.fact(ways), standard.proclamation or ""
    if said_here.asked.search(standard.fee or "") and (free := said_here.free.search(proclaimed)):
        yield problem(
            standard,
            "fee",
            message=say("{id} asks for money, and proclaims: {free}", id=standard.id, free=free[0]),
            hint=say("write the same in both"),
        )
    if standard.promised_days is None:
        return
    for field in ("time_limit", "proclamation"):
        said = list(said_here.days_in(getattr(standard, field) or ""))
        if said and standard.promised_days not in said and sum(said) != standard.promised_days:
            yield problem(
                standard,
                field,
                message=say(
                    "{id} says {said} working days here, and promises {n}",
                    id=standard.id,
                    said=said[0],
                    n=standard.promised_days,
                ),
                hint=say(
                    "write the same time everywhere: {n} working days", n=standard.promised_days
                ),
            )


@dataclass(frozen=True, slots=True)
class Ways:
    """How a text says a time and a fee, in the words of the folder."""

    days: re.Pattern[str]
    """So many working days, in figures or in words."""
    numbers: Mapping[str, int]
    asked: re.Pattern[str]
    free: re.Pattern[str]

    def days_in(self, text: str) -> Iterator[int]:
        """The numbers of working days in a text."""
        for said in self.days.findall(text):
            word = said.casefold()
            last = word.rpartition(" ")[2]
            if said.isdigit():
                yield int(said)
            elif word in self.numbers or last in self.numbers:
                yield self.numbers.get(word) or self.numbers[last]


def ways(qms: Qms) -> Ways:
    """The ways of a folder."""
    held = qms.fact(vocabulary)
    money, days = ("|".join(map(re.escape, one)) for one in (held.money, held.working_days))
    asked = f"{MONEY_AHEAD}|{MONEY_BEHIND}".format(money=money)
    spelled = (
        rf"\b([0-9]{{1,3}}|(?:[a-z]{{2,9}} )?[a-z]{{2,9}}) (?:\([a-z ]{{1,40}}\) )?(?:{days})\b"
    )
    return Ways(
        re.compile(spelled, re.IGNORECASE),
        held.numbers,
        re.compile(asked, re.IGNORECASE),
        pattern_of(held.free),
    )
