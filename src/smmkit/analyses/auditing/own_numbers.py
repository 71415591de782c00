"""A clause of ISO 9001 under the number that a QMS has for it: what we ask ourselves is numbered by that."""

from __future__ import annotations

import re

from smmkit.layout import DEFAULT_STANDARD
from smmkit.qms import Qms
from smmkit.standards import Standard, shipped_standard

WORD = re.compile(r"\w{4,}")


def own_number(qms: Qms, number: str) -> str:
    """By an edition of ISO 9001 that the QMS answers to; else by the nearest group that another has of it."""
    known = [one for one in map(qms.standard, qms.standard_ids) if one]
    for standard in known:
        if heir := heir_of(standard, number):
            return heir if standard is known[0] else f"{standard.id}/{heir}"
    for standard in known:
        if found := nearest(standard, number):
            return found if standard is known[0] else f"{standard.id}/{found}"
    return number


def heir_of(standard: Standard, number: str) -> str | None:
    """What a clause has become in an edition of ISO 9001; none in any other standard."""
    if standard.id == DEFAULT_STANDARD:
        return number if standard.has(number) else None
    became = (c.id for c in standard.clauses if number in c.comes_from.get(DEFAULT_STANDARD, ()))
    return next(became, None)


def nearest(standard: Standard, number: str) -> str:
    """The number, or that of the nearest group of it which has a word of its heading here, too.

    Why: standards share their chapters; but 8.2 is about customers here, and about threats there.
    """
    here, there = headings(standard), headings(shipped_standard(DEFAULT_STANDARD))
    group = "" if standard.has(number) else number.rpartition(".")[0]
    while group and not here.get(group, set()) & there.get(group, set()):
        group = group.rpartition(".")[0]
    return group or (number if standard.has(number) else "")


def headings(standard: Standard) -> dict[str, set[str]]:
    """The words of the heading of each number."""
    return {part.id: set(WORD.findall(part.title.en.casefold())) for part in standard.parts}
