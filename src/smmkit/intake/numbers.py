"""Numbers and times as people write them in Indonesia: 95,5 %, 1.250, 1 jam 30 menit."""

from __future__ import annotations

import re
from decimal import Decimal

from smmkit.intake.words import meaning, without_brackets
from smmkit.small_words import small_words

RANGE = re.compile(rf"(\d+(?:[.,]\d+)?)\s*(?:-|\u2013|{small_words('through')})\s*(\d.*)$", re.I)
"""From so many to so many."""

PIECE = re.compile(r"(?<!\d)(\d++(?:[.,]\d++)?+)\s*+([^\W\d]++(?:\s++[^\W\d]+)?)")
LONG = {"minute": 1, "hour": 60}
"""Times of the clock in minutes; days and weeks of work have no fixed number of hours."""

FRACTION = re.compile(r"(?<![\d/.,])(?:(\d{1,3})\s+)?(\d{1,2})\s?/\s?(\d{1,2})(?![\d/.,])")
"""A fraction: 1/2, 1 1/2."""

GROUPED = re.compile(
    r"[+-]?\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:,\d+)?(?=\s*+(?:%|persen|percent|\Z))", re.I
)
"""A number whose thousands are parted by spaces, also by one that does not break: 1 250; 1 234,5."""

MONEY = re.compile(r"^Rp\.?\s*+|(?<=\d),-+$", re.I)
"""What says that a number is money: Rp1.250.000,-."""

ABOUT = re.compile(
    r"^\s*+(?:(?:\+\s?/\s?-|-\s?/\s?\+|±|~|<=?|≤|@|ca\.?(?=[\s\d])"
    rf"|(?:{small_words('about')})\b\.?)\s*+)+",
    re.I,
)
"""What stands before a time and says that it may be less, or somewhat more."""

LONGEST = 60
"""A longer text is no number."""

MAX_DIGITS = 15
"""A number of more digits is none that an agency measures."""


def thousands(text: str) -> Decimal | None:
    """The number that a text with points says, if each point parts thousands: 1.250 orang."""
    said = re.fullmatch(r"(\d{1,3}(?:\.\d{3})+)(?: [^\W\d]{1,20})?", text.strip())
    return Decimal(said[1].replace(".", "")) if said and len(said[1]) <= MAX_DIGITS else None


def number(text: str) -> Decimal | None:
    """The number that a text says, in one way only; a percent sign may follow, a sign go before.

    A comma stands before decimals and points part thousands; one point alone stands before
    decimals too, except where three digits follow, which can be read in two ways.
    """
    if len(text) > LONGEST:
        return None
    said = re.sub(r"^(>=|<=|[≥≤<>=±~])\s*", "", text.strip())
    if grouped := GROUPED.match(said):
        said = re.sub(r"\s", "", grouped[0]) + said[grouped.end() :]
    said, is_money = MONEY.subn("", said)
    said = re.sub(r"(?<!\s)\s*+(%|persen|percent)$", "", said, flags=re.I).replace("\u2212", "-")
    if sum(map(str.isdigit, said)) > MAX_DIGITS:
        return None
    if is_money and re.fullmatch(r"\d{1,3}\.\d{3}", said):
        return Decimal(said.replace(".", ""))
    if re.fullmatch(r"[+-]?\d+(,\d+)?", said) or re.fullmatch(r"[+-]?\d{1,3}(\.\d{3}){2,},?", said):
        return Decimal(said.replace(".", "").rstrip(",").replace(",", "."))
    if re.fullmatch(r"[+-]?\d{1,3}(\.\d{3})+,\d+", said):
        return Decimal(said.replace(".", "").replace(",", "."))
    if re.fullmatch(r"[+-]?\d+\.(\d{1,2}|\d{4,})", said):
        return Decimal(said)
    return None


def duration(text: str) -> tuple[Decimal, str] | None:
    """A working time and its unit; `1 jam 30 menit` are 90 minutes."""
    said = without_brackets(ABOUT.sub("", text).replace("½", ",5"))
    said = re.sub(r"\bsetengah\b", "0,5", said, flags=re.I)
    said = FRACTION.sub(exact, said)
    said = re.sub(r"(?<!\d),5", "0,5", said)
    said = re.sub(r"(\d)\s*['\u2019\u2032]\s*$", r"\1 menit", said.strip())
    found: list[tuple[Decimal, str]] = []
    for piece in PIECE.finditer(said):
        unit = meaning(piece[2], "times")
        value = number(piece[1])
        if unit is None or value is None or value <= 0:
            return None
        found.append((value, unit))
    rest = re.sub(
        r"\b(dan|and|maks|maksimal|max|maximum|paling|lama)\b|[ .,:±~]", "", PIECE.sub("", said)
    )
    if not found or rest:
        return None
    if len(found) == 1:
        return found[0]
    if all(unit in LONG for _, unit in found):
        return sum((value * LONG[unit] for value, unit in found), Decimal(0)), "minute"
    return None


def exact(found: re.Match[str]) -> str:
    """A fraction as a number with decimals, where it has few: 1/2 is 0,5; 1/3 stays."""
    below = int(found[3])
    value = Decimal(found[1] or 0) + (Decimal(found[2]) / below if below else 0)
    text = f"{value.normalize():f}".replace(".", ",")
    return text if below and len(text) <= len("123,125") else found[0]


def time_range(text: str) -> tuple[Decimal, Decimal, str] | None:
    """A working time from so many to so many: `1-2 hari`, `1 s.d. 2 hari`, `1 to 2 days`."""
    found = RANGE.match(ABOUT.sub("", text))
    low, high = (number(found[1]), duration(found[2])) if found else (None, None)
    if low is None or high is None or not 0 < low < high[0]:
        return None
    return low, *high


def plain(value: Decimal) -> str:
    """A number as a document writes it: 82.5."""
    return f"{value.normalize():f}"
