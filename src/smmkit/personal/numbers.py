"""Numbers of persons: NIP, NIK, NPWP, phone, bank account; what makes a number one of them."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from smmkit.personal.accounts import account, may_be_near
from smmkit.personal.around import Around, People
from smmkit.personal.cards import card
from smmkit.personal.hit import Certainty, Data, Hit
from smmkit.personal.phones import line, phone
from smmkit.personal.runs import (
    BEFORE,
    MOST_GROUPS,
    Run,
    Window,
    words_before,
)
from smmkit.personal.tax import npwp
from smmkit.personal.things import saying_nothing
from smmkit.personal.weights import weights

NIP_CUTS: Final = frozenset({4, 6, 8, 12, 14, 15, 16})
NIK_CUTS: Final = frozenset({2, 4, 6, 8, 10, 12})
PROVINCES: Final = frozenset(
    (*range(11, 20), 21, *range(31, 37), *range(51, 54), *range(61, 66), *range(71, 77))
) | frozenset((81, 82, *range(91, 98)))

OLD_WORDS: Final = {8: "nrp", 9: "nip", 14: "nrp"}
"""Behind which word a number of so many digits is an old one of an official."""

MANY_DIGITS: Final = 6
"""So many different ones have no scores from 1 to 5."""

SAMPLE: Final = "12345678901234567890"
"""What people type where a number would stand."""

BEHIND: Final = re.compile(
    r"[ \t]{0,2}[(\[]?(nip|nik|npwp|ktp)(?![^\W_])(?!\)?[ \t.|;,/]{0,4}\d|[ \t]{0,2}[:=])", re.I
)
NOTHING: Final[frozenset[str]] = frozenset()


def numbers(run: Run, context: str, people: People = ()) -> Iterator[Hit]:
    """The numbers of persons in a run, the first and longest first; none within another.

    `people` are the places in its text where somebody is named, in their order.
    """
    at, until = 0, run.end_of_numbers()
    while at < until:
        if (end := run.end_of_boxes(at)) - at > MOST_GROUPS:
            at = end  # so many digits alone are a table of scores
            continue
        found = next(found_at(run, at, context, people), None)
        if found is None:
            at += 1
            continue
        hit, last = found
        yield hit
        at = last + 1


def found_at(run: Run, at: int, context: str, people: People) -> Iterator[tuple[Hit, int]]:
    """What a number that begins with this group may be, the surest first."""
    is_far = run.groups[at][0] - run.groups[0][0] > BEFORE  # there are no words within a run
    said = [] if is_far and not context else words_before(run.text, run.groups[at][0], context)
    windows = list(run.windows(at, 8, 22, said=bool(said)))
    near = frozenset((*nearest(said), *context.lower().split())) if said else NOTHING
    for window in reversed(windows):
        if len(set(window.digits)) == 1:  # a blank that somebody has filled with noughts
            continue
        kinds = BY_LENGTH.get(len(window.digits), ())
        beside = near | said_behind(window) if kinds else near
        around = Around(beside, said, context, people)
        for kind in kinds:
            if certainty := weighed(kind, window, around):
                yield Hit(KINDS[kind], begun(window, kind), certainty), window.last
    for window in reversed(windows) if may_be_near(windows, said, near) else ():
        if certainty := account(window, said, near):
            yield Hit(Data.ACCOUNT, window.span, certainty), window.last


def nearest(said: list[str]) -> list[str]:
    """The three nearest words that say anything."""
    empty = saying_nothing()
    return [word for word in said if word not in empty][:3]


def weighed(kind: str, window: Window, around: Around) -> Certainty | None:
    """How sure it is that a number is of this kind, by its form and by what is said around it."""
    signs = [*SIGNS[kind](window, around.near)]
    if not signs:
        return None
    table = weights()
    signs += (
        sign for sign, words in table.words.get(kind, ()) if not words.isdisjoint(around.near)
    )
    signs += around.of_persons(window)
    if table.certainty(kind, signs) is None:
        return None  # what follows only speaks against it
    return table.certainty(kind, (*signs, *around.of_things(window)))


def said_behind(window: Window) -> frozenset[str]:
    """The label right behind a number, where none follows to which it belongs."""
    label = BEHIND.match(window.run.text, window.span[1])
    return frozenset({label[1].lower()}) if label else NOTHING


def begun(window: Window, kind: str) -> tuple[int, int]:
    """Where a number stands, with the plus of a phone."""
    start, end = window.span
    before = window.run.text[max(0, start - 2) : start]
    plus = before.rfind("+") if KINDS[kind] is Data.PHONE else -1
    return (start - len(before) + plus if plus >= 0 else start), end


KINDS: Final = {
    "nip": Data.NIP,
    "old nip": Data.NIP,
    "nik": Data.NIK,
    "npwp": Data.NPWP,
    "phone": Data.PHONE,
    "line": Data.PHONE,
    "card": Data.CARD,
}


def nip(window: Window, _: frozenset[str]) -> Iterator[str]:
    """18 digits: birth day, month of appointment (from 20 on of PPPK), sex, three more."""
    digits = window.digits
    year, begun, month = int(digits[:4]), int(digits[8:12]), int(digits[12:14])
    is_born = 1920 <= year <= 2099 and is_day(year, int(digits[4:6]), int(digits[6:8]))
    is_appointed = 15 <= begun - year <= 65 and (1 <= month <= 12 or 20 <= month <= 29)
    if is_born and is_appointed and digits[14] in "12":
        yield "whole"
    elif digits[:2] in {"19", "20"}:
        yield "begun"
        yield from slips(window)
    else:
        return
    if not window.is_cut_at(NIP_CUTS):
        yield "cut"


def slips(window: Window) -> Iterator[str]:
    """What speaks against a number whose form is not the whole one."""
    if window.digits in SAMPLE or len(set(window.digits)) < 3:
        yield "sample"
    if window.is_boxed or "\n" in window.written:
        yield "odd"


def old_nip(window: Window, near: frozenset[str]) -> Iterator[str]:
    """9 digits behind the word NIP: the number of officials until 2008; 8 or 14 behind NRP."""
    if OLD_WORDS[len(window.digits)] in near:
        yield from ("whole", "strong")
        if window.is_boxed:
            yield "odd"
        if "\n" in window.written:
            yield "broken"


def nik(window: Window, _: frozenset[str]) -> Iterator[str]:
    """16 digits: province, regency, district, birth day (40 more for a woman), four more."""
    digits = window.digits
    province, regency, district = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    day, month = int(digits[6:8]), int(digits[8:10])
    day -= 40 if day > 40 else 0
    if province not in PROVINCES:
        return
    if regency and district and is_day(2000, month, day):
        yield "whole"
        if not ((regency < 40 or 71 <= regency <= 79) and district < 80):
            yield "unlikely"
        if window.is_boxed and not has_many_digits(digits):
            yield "scores"
        if "\n" in window.written:
            yield "broken"
    else:
        yield "begun"
        yield from slips(window)
    if digits.endswith("0000"):
        yield "rounded"
    if not window.is_cut_at(NIK_CUTS):
        yield "cut"


def has_many_digits(digits: str) -> bool:
    """Whether digits that stand alone are no row of scores or ticks."""
    return "0" in digits and len(set(digits)) >= MANY_DIGITS


SIGNS: Final[Mapping[str, Callable[[Window, frozenset[str]], Iterable[str]]]] = {
    "nip": nip,
    "old nip": old_nip,
    "nik": nik,
    "npwp": npwp,
    "phone": phone,
    "line": line,
    "card": card,
}
"""What the form of a number says for and against it; nothing where it has not that form."""

BY_LENGTH: Final = {
    8: ("old nip", "card"),
    9: ("old nip", "line"),
    **dict.fromkeys((10, 11, 12, 13), ("phone", "line", "card")),
    14: ("old nip", "phone", "line", "npwp", "card"),
    15: ("npwp", "phone", "line"),
    16: ("nik", "npwp", "card"),
    18: ("nip",),
    22: ("npwp",),
}
"""What a number of so many digits may be."""


def is_day(year: int, month: int, day: int) -> bool:
    """Whether there is such a day."""
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
