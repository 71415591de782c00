"""SMM360 standard-contradicts-itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.services import ServiceStandard
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

ONES = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
WORDS = {
    **{word: n for n, word in enumerate(ONES, 1)},
    **{f"{word} belas": n + 10 for n, word in enumerate(ONES, 1) if n > 1},
    **{f"{word} puluh": n * 10 for n, word in enumerate(ONES, 1) if n > 1},
    "sebelas": 11,
    "sepuluh": 10,
    "seratus": 100,
}
"""Numbers in words, as proclamations write them."""

DAYS = re.compile(
    r"\b([0-9]{1,3}|(?:[a-z]{2,9} )?[a-z]{2,9}) (?:\([a-z ]{1,40}\) )?(?:hari kerja|working days?)\b",
    re.IGNORECASE,
)
"""How many working days a text says, in figures or in words."""

ASKED = re.compile(r"\b(?:Rp|IDR|USD|EUR) ?\.?\d|\b\d[\d.,]{0,20} ?rupiah\b", re.IGNORECASE)
"""How a fee names an amount."""

FREE = re.compile(
    r"\b(?:tanpa (?:biaya|pungutan|imbalan)|tidak (?:dipungut|dikenakan) biaya|gratis|free of charge)\b",
    re.IGNORECASE,
)
"""How a text says that there is none."""


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
    if ASKED.search(standard.fee or "") and (free := FREE.search(standard.proclamation or "")):
        yield problem(
            standard,
            "fee",
            message=say("{id} asks for money, and proclaims: {free}", id=standard.id, free=free[0]),
            hint=say("write the same in both"),
        )
    if standard.promised_days is None:
        return
    for field in ("time_limit", "proclamation"):
        said = list(days_in(getattr(standard, field) or ""))
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


def days_in(text: str) -> Iterator[int]:
    """The numbers of working days in a text."""
    for said in DAYS.findall(text):
        word = said.casefold()
        last = word.rpartition(" ")[2]
        if said.isdigit():
            yield int(said)
        elif word in WORDS or last in WORDS:
            yield WORDS.get(word) or WORDS[last]
