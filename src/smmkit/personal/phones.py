"""Phone numbers of persons; the one of an office, with the code of its town, is none."""

from __future__ import annotations

import re
from typing import Final

from smmkit.personal.hit import Certainty
from smmkit.personal.runs import DAY, OTHER_NUMBERS, Window

WORDS: Final = frozenset(
    (  # noqa: SIM905
        "hp wa whatsapp ponsel handphone seluler mobile phone telepon telp tel tlp hub hubungi dihubungi "
        "menghubungi narahubung kontak cp"
    ).split()
)
HOME: Final = frozenset("rumah pribadi home".split())  # noqa: SIM905
"""Beside these a number with the code of a town is a person's."""

OFFICE: Final = frozenset({"kantor", "dinas", "office", "fax", "faks", "faksimile", "tel"})
"""Beside these it is none, but where a home is named, too."""

MOBILE: Final = re.compile(r"(?:0|62|0062|620)8[1-9]\d{7,10}")
ABROAD: Final = re.compile(r"[1-57-9]\d{9,14}|6[013-9]\d{8,13}")
"""Behind a plus."""

CUT: Final = re.compile(r"8[1-9]\d{7,10}")
"""A mobile number whose zero a spreadsheet has dropped."""

TOWN: Final = re.compile(r"(?:0|620?)[2-79]\d{7,10}")
SHORTEST: Final = 10
"""Digits of a mobile number."""

CODE: Final = re.compile(r"[A-Z]-\Z")
"""Right before digits in groups: that of a document."""

AMOUNT: Final = re.compile(r"(?:Rp|IDR|S/N)\.?[ :]{0,2}\Z|\d[xX]\Z|://\S{1,40}\Z")
"""Right before digits: they are money, the number of a device, or part of an address."""

THOUSANDS: Final = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){2,5}")
IN_OFFICE: Final = re.compile(r"[ \t]{0,2}\((?:kantor|dinas|office|fax|faks)", re.I)
LETTER: Final = re.compile(
    r"/(?:[A-Z]{2}|(?:19|20)\d\d(?!\d))|[A-Za-z]|-\d| (?:rupiah|orang|bytes?)(?![^\W_])"
)
"""Right behind a number: it is that of a letter, part of a longer one, or an amount."""

PREFIXES: Final = re.compile(r"08\d\d(?:\D+08\d\d)+")
"""What mobile numbers begin with, one beside another: a list of providers, and no number."""

GROUPS: Final = frozenset({4, 6, 7})
"""So many digits stand in the first group of a mobile number, by whoever writes it."""

ABROAD_GROUPS: Final = frozenset({2, 5})
"""The same where it begins with 62."""


def phone(window: Window, near: frozenset[str]) -> Certainty | None:
    """A mobile number (08, +62 8), any behind a plus, and that of a town where a home is meant."""
    digits = window.digits
    is_broken = "\n" in window.written
    if is_broken and not (near & WORDS and is_split(window)):
        return None
    start = window.span[0]
    has_plus = "+" in window.run.text[max(0, start - 2) : start]
    if not has_plus and digits[0] not in "068":
        return None
    if MOBILE.fullmatch(digits):
        return mobile(window, near, has_plus=has_plus)
    if CUT.fullmatch(digits) and near & WORDS:
        return Certainty.SURE
    is_office = near & OFFICE or IN_OFFICE.match(window.run.text, window.span[1])
    if is_office and not near & HOME:
        return None
    if has_plus and ABROAD.fullmatch(digits):
        return Certainty.SURE if near & WORDS else Certainty.LIKELY
    if TOWN.fullmatch(digits) and near & (HOME | {"hp", "wa"}):
        return Certainty.SURE
    return None


def is_split(window: Window) -> bool:
    """Whether a number goes on in the next line, since what stands in the first is too short for one."""
    return len(re.sub(r"\D", "", window.written.partition("\n")[0])) < SHORTEST


def mobile(window: Window, near: frozenset[str], *, has_plus: bool) -> Certainty | None:
    """How sure it is of a number that has the form of a mobile one."""
    if has_plus or near & WORDS:
        return Certainty.SURE
    if (
        near & OTHER_NUMBERS
        or "/" in window.written
        or window.goes_on
        or DAY.search(window.written)
        or is_fraction(window)
        or is_code(window)
        or PREFIXES.fullmatch(window.written)
    ):
        return None
    text, start = window.run.text, window.span[0]
    if AMOUNT.search(text, max(0, start - 44), start) or THOUSANDS.fullmatch(window.written):
        return None
    first = window.cuts[0] if window.cuts else len(window.digits)
    is_grouped = (
        not window.cuts or first in GROUPS or (window.digits[0] == "6" and first in ABROAD_GROUPS)
    )
    return Certainty.LIKELY if is_grouped else None


def is_code(window: Window) -> bool:
    """Whether a number is part of that of a document or a letter, or counts something."""
    text, (start, end) = window.run.text, window.span
    is_behind_letters = bool(window.cuts) and CODE.search(text, max(0, start - 2), start)
    return bool(is_behind_letters or LETTER.match(text, end))


def is_fraction(window: Window) -> bool:
    """Whether a number is what stands behind the point of another."""
    text, (start, end) = window.run.text, window.span
    is_behind = start > 1 and text[start - 1] in ".," and text[start - 2].isdigit()
    is_cell = (
        text[start - 1] == "," and text[end : end + 1] == "," and text[end + 1 : end + 2] != " "
    )
    return is_behind and not is_cell and not window.cuts
