"""Tax numbers (NPWP)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from smmkit.personal.runs import Window, words_before
from smmkit.personal.words import word_set

NPWP_CUTS: Final = ((2, 5, 8, 9, 12), (3, 6, 9, 10, 13), (4, 8, 12))
DOTTED: Final = re.compile(r"\d\d\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3}")
"""A tax number as its card has it; then it is one though it goes on in the next line."""

WAYS: Final = frozenset({(), *NPWP_CUTS})
WHOLE: Final = re.compile(r"0?\d{9}(?!000)\d{3}000")
"""Of who has no branch."""

BODIES: Final = word_set("parts_of_office", "taxpayers")
"""Before a tax number these say that it is no person's."""


def npwp(window: Window, near: frozenset[str]) -> Iterator[str]:
    """15 digits with the dots of a tax number, or 15, 16 or, of a branch, 22 behind its name."""
    digits = window.digits
    is_broken = "\n" in window.written
    is_card = len(digits) == 15 and window.cuts == NPWP_CUTS[0]
    is_whole = not is_broken or DOTTED.fullmatch("".join(window.written.split()))
    if (is_card and is_whole) or (
        len(digits) == 16 and window.cuts == NPWP_CUTS[1] and digits[0] == "0"
    ):
        yield "card"
    elif len(digits) == 14:
        yield "short"
        if is_broken:
            yield "odd"
    else:
        yield "plain"
        if not is_broken and WHOLE.fullmatch(digits) and window.cuts in WAYS:
            yield "branch"
    if is_of_office(window, near):
        yield "office"


def is_of_office(window: Window, near: frozenset[str]) -> bool:
    """Whether a tax number is that of a treasurer of the state (00), or of a firm or an office (01 to 03)
    where a word says so, too.
    """
    begin = window.digits[1:3] if len(window.digits) in (16, 22) else window.digits[:2]
    if begin not in {"00", "01", "02", "03"}:
        return False
    around = (*near, *words_before(window.run.text, window.span[0]))
    return begin == "00" or not BODIES.isdisjoint(around)
