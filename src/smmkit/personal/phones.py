"""Phone numbers of persons; the one of an office, with the code of its town, is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from smmkit.personal.hit import Certainty, Data, Hit
from smmkit.personal.plain import letters_of
from smmkit.personal.runs import DAY, Window
from smmkit.personal.things import known
from smmkit.personal.words import word_ways

MOBILE: Final = re.compile(r"(?:0|62|0062|620)8[1-9]\d{7,10}")
PROVIDER: Final = re.compile(
    r"(?:0|62|0062|620)8(?:1[1-9]|2[1-38]|3[1-38]|5[1-35-9]|68|7[6-9]|8[1-9]|9[4-9])"
)
"""What the numbers of those begin with who have any."""

ABROAD: Final = re.compile(r"[1-57-9]\d{9,14}|6[013-9]\d{8,13}")
"""Behind a plus."""

CUT: Final = re.compile(r"8[1-9]\d{7,10}")
"""A mobile number whose zero a spreadsheet has dropped."""

TOWN: Final = re.compile(r"(?:0|620?)[2-79]\d{7,10}")
CODE: Final = re.compile(r"[A-Z]-\Z")
"""Right before digits in groups: that of a document."""

TOUCHING: Final = re.compile(r"(?<![A-Za-z])[A-Za-z]{1,3}\Z")
"""The same without anything between, but for a word for a phone: HP0812."""

YEAR: Final = re.compile(r"/(?:19|20)\d\d(?!\d)")
THOUSANDS: Final = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){2,5}")
IN_OFFICE: Final = re.compile(rf"[ \t]{{0,2}}\((?:{word_ways('phone_in_office')})", re.I)
LETTER: Final = re.compile(
    r"/(?:[A-Z]{2}|(?:19|20)\d\d(?!\d))|[A-Za-z]|-\d"
    rf"| (?:{word_ways('counted')})(?![^\W_])"
)
"""Right behind a number: it is that of a letter, part of a longer one, or an amount."""

PREFIXES: Final = re.compile(r"08\d\d(?:\D+08\d\d)+")
"""What mobile numbers begin with, one beside another: a list of providers, and no number."""

EIGHT: Final = frozenset({"delapan", "eight"})
SPOKEN: Final = re.compile(
    r"(?<![^\W_])(?:nol|kosong|zero|oh)[ ,\-]{1,2}(?:delapan|eight)(?![^\W_])"
    rf"(?:[ ,\-]{{1,3}}(?:{word_ways('digits')}|\d{{1,12}})(?![^\W_])){{2,16}}+",
    re.I,
)
"""08 as it is said, and what follows."""

PART: Final = re.compile(r"[^\W_]+")
FEWEST: Final = 9

GROUPS: Final = frozenset({4, 6, 7, 8})
"""So many digits stand in the first group of a mobile number, by whoever writes it."""

TRIPLES: Final = re.compile(r"08\d([ .\-])\d{3}\1\d{3}\1\d{2,4}")
"""The same in threes, parted by the same sign; no amount begins so."""

ABROAD_GROUPS: Final = frozenset({2, 5})
"""The same where it begins with 62."""


DROPPED_GROUPS: Final = frozenset({3, 5, 6, 7})
"""The same without the zero."""


def may_be_spoken(text: str) -> bool:
    """Whether a text has the word for the second digit of a mobile number."""
    return not EIGHT.isdisjoint(letters_of(text.lower()))


def spoken(text: str) -> Iterator[Hit]:
    """Every mobile number whose digits are words, all or some."""
    for match in SPOKEN.finditer(text) if may_be_spoken(text) else ():
        parts = PART.findall(match[0])
        if sum(len(part) if part.isdigit() else 1 for part in parts) >= FEWEST:
            yield Hit(Data.PHONE, match.span(), Certainty.LIKELY)


def phone(window: Window, _: frozenset[str]) -> Iterator[str]:
    """A mobile number: 08, +62 8, or 8 where a spreadsheet has dropped the zero."""
    if MOBILE.fullmatch(window.digits):
        yield "mobile" if PROVIDER.match(window.digits) else "unknown"
        if has_plus(window):
            yield "plus"
        yield from against(window)
    elif CUT.fullmatch(window.digits):
        yield "dropped"
        yield from against(window)
    else:
        return
    yield from broken(window)


def line(window: Window, _: frozenset[str]) -> Iterator[str]:
    """A number with the code of a town, or of another country behind a plus."""
    if has_plus(window) and ABROAD.fullmatch(window.digits):
        yield "abroad"
    elif TOWN.fullmatch(window.digits):
        yield "town"
    else:
        return
    if IN_OFFICE.match(window.run.text, window.span[1]):
        yield "office"
    yield from broken(window)


def has_plus(window: Window) -> bool:
    """Whether a plus stands before a number."""
    start = window.span[0]
    return "+" in window.run.text[max(0, start - 2) : start]


def broken(window: Window) -> Iterator[str]:
    """What speaks against a number over two lines; where a hyphen ends the first, nothing does."""
    first, _, second = window.written.partition("\n")
    if second and not first.rstrip().endswith("-"):
        yield "broken" if MOBILE.fullmatch(re.sub(r"\D", "", first)) else "split"


def against(window: Window) -> Iterator[str]:
    """What speaks against a number that has the form of a mobile one."""
    if "/" in window.written:
        yield "stroke"
        if YEAR.search(window.written):
            yield "year"
    if DAY.search(window.written):
        yield "day"
    if is_fraction(window):
        yield "fraction"
    if is_code(window):
        yield "code"
    if THOUSANDS.fullmatch(window.written):
        yield "money"
    if PREFIXES.fullmatch(window.written):
        yield "list"
    first = window.cuts[0] if window.cuts else 0
    groups = DROPPED_GROUPS if window.digits[0] == "8" else GROUPS
    groups |= ABROAD_GROUPS if window.digits[0] == "6" else frozenset()
    if first and first not in groups and not TRIPLES.fullmatch(window.written):
        yield "parted" if window.digits[0] == "8" else "cut"


def is_code(window: Window) -> bool:
    """Whether a number is part of that of a document or a letter, or counts something."""
    text, (start, end) = window.run.text, window.span
    is_behind_letters = bool(window.cuts) and CODE.search(text, max(0, start - 2), start)
    touching = TOUCHING.search(text, max(0, start - 4), start)
    is_touched = touching is not None and touching[0].lower() not in known()
    return bool(is_behind_letters or is_touched or LETTER.match(text, end))


def is_fraction(window: Window) -> bool:
    """Whether a number is what stands behind the point of another."""
    text, (start, end) = window.run.text, window.span
    is_behind = start > 1 and text[start - 1] in ".," and text[start - 2].isdigit()
    is_cell = (
        text[start - 1] == "," and text[end : end + 1] == "," and text[end + 1 : end + 2] != " "
    )
    return is_behind and not is_cell and not window.cuts
