"""Numbers as offices write them; `1.200` is twelve hundred in Jakarta, and one and a fifth in London."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final
from unicodedata import decimal

from smmkit.words import Message, say

IN_TWO_WAYS: Final = re.compile(r"[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}")
"""A number whose one sign parts thousands, or stands before decimals."""

SHOWS_DECIMALS: Final = re.compile(
    r"[+-]?(?:[0-9]{1,15}\.(?:[0-9]{1,2}|[0-9]{4,15})|(?:0|[0-9]{4,15})\.[0-9]{3})"
)
"""A number whose point can only stand before decimals."""

THOUSAND: Final = 1000
NEAR: Final = 10
"""So many times greater a number may be beside another of which it is held to be a neighbour."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside numbers and settles what a point before three digits means there."""

    least: Decimal | None = None
    """The least of the numbers of the same sort of which it is known how they are read."""
    highest: Decimal | None = None
    """The highest number that there can be."""

    def shows_decimals(self, number: Decimal) -> bool:
        """Whether the point of a number, read as one before decimals, can be nothing else."""
        size = abs(number)
        if self.highest is not None and size * THOUSAND > self.highest >= size:
            return True
        return self.least is not None and self.least < size * NEAR


NOTHING: Final = Beside()


def beside(
    texts: Iterable[str], near: Iterable[Decimal] = (), highest: Decimal | None = None
) -> Beside:
    """What the texts of neighbouring numbers, and numbers that they lie near to, settle."""
    known = [abs(number) for number in near if number]
    known += [abs(Decimal(text)) for text in texts if SHOWS_DECIMALS.fullmatch(text)]
    return Beside(min(known, default=None), highest)


def readings(text: str, sign: str = ".") -> tuple[str, str]:
    """A number that can be read in two ways, written in each: in wholes, and with decimals.

    `sign` stands before decimals; a nought at the end, or one less, takes the doubt away.
    """
    whole, _, rest = text.replace(",", ".").partition(".")
    decimals = rest.rstrip("0")
    if decimals == rest:
        return whole + rest, f"{whole}{sign}{rest}0"
    return whole + rest, f"{whole}{sign}{decimals}" if decimals else whole


def in_two_ways(text: str, sign: str = ".") -> Message:
    """That a number can be read in two ways, and how each is written where `sign` stands before decimals."""
    first, second = readings(text, sign)
    return say(
        "{text} can be read in two ways; write {first} or {second}",
        text=text,
        first=first,
        second=second if sign == "." else text.replace(".", ","),
    )


DIGITS: Final = (
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
)
ONE: Final = {"sepuluh": 10, "sebelas": 11, "seratus": 100}


def in_words(text: str) -> int | None:
    """The number below a thousand that an Indonesian word says: dua puluh lima."""
    sum_, last = 0, None
    for word in re.sub(r"(?<=[a-z])(puluh|belas|ratus)", r" \1", text.casefold()).split()[:8]:
        if word in ONE or word in DIGITS:
            if last is not None:
                sum_ += last
            last = ONE.get(word) or DIGITS.index(word)
        elif last is not None and word in TIMES:
            last = last + 10 if word == "belas" else last * TIMES[word]
        else:
            return None
    return None if last is None else sum_ + last


TIMES: Final = {"belas": 1, "puluh": 10, "ratus": 100}

SCALED: Final = re.compile(
    r"(rp\.?|idr)? ?(-?\d[\d.,]{0,20}|[^\W\d]{3,9}) ?"
    r"(?:(ribu|rb)|(juta|jt)|(mil[iy]ar|m)|(triliun|t))\b\.?( rupiah)?",
    re.IGNORECASE,
)
"""A number with a word that makes it a thousand times more, or several times so: Rp 1,2 M."""


def certain(text: str) -> str:
    """A number as it is written for readers in Jakarta and London: 1.125 with a nought more."""
    return readings(text)[1] if IN_TWO_WAYS.fullmatch(text) else text


def scaled_number(text: str) -> tuple[str, bool] | None:
    """A number in thousands, millions and more: `Rp 1,2 M`; metres and tons may be meant without Rp."""
    found = SCALED.fullmatch(text)
    meant = number_meant(found[2]) if found else None
    if found is None or meant is None:
        return None
    times = next(n for n in range(3, 7) if found[n])
    is_money = bool(found[1] or found[7])
    if len(found[times]) == 1 and not is_money and found[times].islower():
        return None
    sure = meant[1] and (is_money or len(found[times]) > 1)
    return f"{(Decimal(meant[0]) * THOUSAND ** (times - 2)).normalize():f}", sure


RUPIAH: Final = re.compile(r"(?:rp|idr)\b\.? ?|rp(?=\d)", re.IGNORECASE)
FOREIGN: Final = re.compile(r"[A-Z]{3} ?\d|[A-Z]{0,2}[$\xa3\xa5\u20ac]")
"""Money of other countries, whose commas mostly part thousands: GBP 10,000."""

OF_ONE: Final = {
    "setengah": Decimal("0.5"),
    "\xbd": Decimal("0.5"),
    "\xbc": Decimal("0.25"),
    "\xbe": Decimal("0.75"),
}
PARTS: Final = re.compile(rf"(\d{{1,9}})? ?({'|'.join(OF_ONE)})", re.IGNORECASE)
"""A part of one, behind a whole or alone."""


def number_meant(text: str) -> tuple[str, bool] | None:
    """The number that a text says, as YAML has it, and whether it can be no other one.

    What stands behind it, a unit or a percent sign, falls away; a point before three digits parts
    thousands or stands before decimals, which is a guess.
    """
    if scaled := scaled_number(text.strip()):
        return scaled
    if part := PARTS.fullmatch(text.strip()):
        return f"{Decimal(part[1] or 0) + OF_ONE[part[2].casefold()]}", True
    found = re.fullmatch(
        r"(?:[^\W\d]{1,3}\.?|[A-Z]{0,2}[$\xa3\xa5\u20ac])? ?(-?[.,]?\d[\d.,]{0,20}?)"
        r"(?:,-{1,2}|,=| ?%| [^\W\d](?:[^\W\d]| |(?<=[^\W\d])[23]\b){0,20}| ?\([^()]{1,30}\))?",
        text.strip(),
    )
    if not found:
        word = in_words(text)
        return None if word is None else (str(word), True)
    said = "".join(str(decimal(sign)) if sign.isdecimal() else sign for sign in found[1])
    if re.fullmatch(r"-?[.,]\d+", said):
        return re.sub("[.,]", "0.", said), True
    if re.fullmatch(r"-?\d{1,3}(\.\d{3})+,\d+", said):
        return said.replace(".", "").replace(",", "."), True
    if re.fullmatch(r"-?[1-9]\d{0,2}(\.\d{3})+", said):
        return said.replace(".", ""), said.count(".") > 1
    if re.fullmatch(r"-?[1-9]\d{0,2},\d{3}", said) and FOREIGN.match(text.strip()):
        return said.replace(",", ""), False
    if re.fullmatch(r"-?\d{1,3}(,\d{3}){2,}|-?[1-9]\d{0,2}(,\d{3})+\.\d+", said):
        return said.replace(",", ""), True
    if re.fullmatch(r"-?\d+,\d+", said):
        return said.replace(",", "."), True
    return (said, True) if re.fullmatch(r"-?\d+(\.\d+)?", said) else None
