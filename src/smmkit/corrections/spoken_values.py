"""Days and periods as offices write them, and the same as YAML has them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Final

from smmkit.corrections.around_days import without_time
from smmkit.corrections.officials import table
from smmkit.period_days import is_period
from smmkit.small_words import small_words

MONTHS, QUARTERS = "months", "quarters"

BY_NUMBERS: Final = re.compile(r"(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4})")
BY_NAME: Final = re.compile(r"(\d{1,2})[ .-]{0,3}([^\W\d]{3,9})[ .,-]{0,3}(\d{4})")
YEAR_FIRST: Final = re.compile(r"(\d{4})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{1,2})")
JOINED: Final = re.compile(r"(\d{4})(\d{2})(\d{2})")
OF_YEAR: Final = (
    r"[ .-]{0,2}(?:ke)?[ .-]{0,2}(\w{1,8})[ ,/.-]{1,3}"
    rf"(?:(?:{small_words('year')}) ?)?(\d{{4}})"
)
"""Which of a year, and which year: I 2026, ke-2 Tahun 2026."""

PARTS_OF_YEAR: Final = {
    "Q": (small_words("quarter"), 4),
    "S": (rf"{small_words('half')}|hy|h|s", 2),
}
"""The letter for a part of a year, how people call it, and how many there are."""

NAMED_PARTS: Final = {
    letter: (
        re.compile(rf"(?:{words}){OF_YEAR}", re.IGNORECASE),
        re.compile(
            rf"(\w{{1,8}})[ .-]{{0,2}}(?:{words})(?: of)?[ ,/.-]{{1,3}}(\d{{4}})", re.IGNORECASE
        ),
        re.compile(rf"(?P<y>\d{{4}})[ ,/.-]{{0,3}}(?:{words})[ .-]{{0,2}}(?P<n>\w{{1,8}})", re.I),
    )
    for letter, (words, _) in PARTS_OF_YEAR.items()
}
"""Quarter I 2026, first quarter of 2026, 2026 Q1."""

MONTH: Final = re.compile(r"([^\W\d]{3,9})[ ,.-]{1,3}(\d{4})")
SHORT_MONTH: Final = re.compile(r"([^\W\d]{3,9})[ .'-]{1,2}(\d{2})")
MONTH_BY_NUMBER: Final = re.compile(r"(\d{4})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{4})")
UP_TO: Final = rf"(?:[-\u2010-\u2015]|{small_words('through')})"
"""What stands between the two ends of what is named by them: a word, or a dash as well."""

YEAR: Final = re.compile(rf"(?:(?:{small_words('year')}|fy\.?) *)?(\d{{4}})", re.IGNORECASE)


def day_meant(text: str) -> tuple[date, bool] | None:
    """The day that a text names, and whether it can be no other one.

    The day goes before the month, as it does in Indonesia; where both may be a month, it is a guess.
    """
    said = without_time(text)
    if ALIKE.fullmatch(said):
        said = said.translate(LOOKS_LIKE)
    if found := BY_NAME.fullmatch(said):
        month = table(MONTHS).get(found[2].casefold())
        known = calendar(found[3], month[0], found[1]) if month else None
        return (known, True) if known else None
    if (found := BY_ROMAN.fullmatch(said)) and found[2].casefold() in ROMAN_MONTHS:
        month_ = str(ROMAN_MONTHS.index(found[2].casefold()) + 1)
        known = calendar(found[3], month_, found[1])
        return (known, True) if known else None
    if found := BY_NUMBERS.fullmatch(said):
        if known := calendar(found[4], found[3], found[1]):
            return known, int(found[1]) > DECEMBER or found[1] == found[3]
        return None
    if found := YEAR_FIRST.fullmatch(said) or JOINED.fullmatch(said):
        year, month_, day = (
            found[1],
            found[found.lastindex - 1 if found.lastindex else 0],
            found[found.lastindex or 0],
        )
        if known := calendar(year, month_, day):
            return known, True
        known = calendar(year, day, month_)
        return (known, True) if known else None
    return None


BY_ROMAN: Final = re.compile(r"(\d{1,2})[ ./-]{1,3}([IVX]{1,4})[ ./-]{1,3}(\d{4})", re.IGNORECASE)
ROMAN_MONTHS: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
ALIKE: Final = re.compile(r"(?=\D*\d)[\dOoIl]{1,4}(?:[/.\u2010-\u2015\u2212-][\dOoIl]{1,4}){2}")
LOOKS_LIKE: Final = str.maketrans(
    {"O": "0", "o": "0", "I": "1", "l": "1"}
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
)
"""Letters that look like digits, and the dashes of print, in a day by numbers."""

SHORT_YEAR: Final = re.compile(
    r"(\d{1,2}[ /.-]{1,3}(?:\d{1,2}|[^\W\d]{3,9})[ /.-]{0,3})['\u2019]?(\d{2})"
)


def day_of_two_digits(text: str) -> date | None:
    """The day that a text names with a year of two digits: 1/2/26; a guess."""
    found = SHORT_YEAR.fullmatch(without_time(text))
    meant = day_meant(f"{found[1]}20{found[2]}") if found else None
    return meant[0] if meant else None


def day_of_digits(text: str) -> date | None:
    """The day of eight digits with the day before the month: 12012026; a guess."""
    found = DIGITS.fullmatch(text.strip())
    return calendar(found[3], found[2], found[1]) if found else None


DIGITS: Final = re.compile(r"(\d{2})(\d{2})((?:19|20)\d{2})")


def day_month_first(text: str) -> date | None:
    """The day that a text names with the month before it: 12/31/2026; a guess."""
    said = " ".join(text.split())
    found = BY_NUMBERS.fullmatch(said)
    return calendar(found[4], found[1], found[3]) if found else None


def without_day(text: str) -> str | None:
    """The month of a text that names a month where a day has to be: 2026-01."""
    meant = period_meant(text)
    return meant if meant and re.fullmatch(r"\d{4}-\d{2}", meant) else None


def last_of_month(text: str) -> date | None:
    """The last day of the month that a text names with a day behind its end: 30 Februari 2021."""
    said = " ".join(text.split())
    late = LATE.search(said)
    meant = day_meant(f"{said[: late.start()]}01{said[late.end() :]}") if late else None
    if late is None or meant is None:
        return None
    last = meant[0].replace(day=monthrange(meant[0].year, meant[0].month)[1])
    return last if int(late[0]) > last.day else None


LATE: Final = re.compile(r"\b(?:29|30|31)\b")
"""A day that some months do not have."""


def is_without_year(text: str) -> bool:
    """Whether a text names a day and a month, and no year: 20 April, 20/4."""
    found = NO_YEAR.fullmatch(" ".join(text.split()))
    return found is not None and (
        int(found[2]) <= DECEMBER if found[2].isdigit() else found[2].casefold() in table(MONTHS)
    )


NO_YEAR: Final = re.compile(r"(\d{1,2})[ /.-]{1,3}(\d{1,2}|[^\W\d]{3,9})")
DECEMBER, FIRST_YEAR = 12, 1000


def calendar(year: str, month: str, day: str) -> date | None:
    """A day of the calendar of our age, if there is one."""
    try:
        return date(int(year), int(month), int(day)) if int(year) >= FIRST_YEAR else None
    except ValueError:
        return None


def part_of_year(said: str) -> str | None:
    """The quarter or half that a text names: Triwulan I 2026, 1st half of 2026, 2026-H1."""
    numbers = table(QUARTERS)
    for letter, patterns in NAMED_PARTS.items():
        for found in filter(None, (one.fullmatch(said) for one in patterns)):
            year, number = found.groups() if "y" in found.groupdict() else found.groups()[::-1]
            meant = numbers.get(number.casefold(), ("",))[0]
            if meant and int(meant) <= PARTS_OF_YEAR[letter][1]:
                return f"{year}-{letter}{meant}"
    return None


def period_meant(text: str) -> str | None:
    """The period that a text names, as files have it: 2026, 2026-S1, 2026-Q1, 2026-07; 0812 is none."""
    found = period_said(text)
    return found if found and is_period(found) else None


def period_said(text: str) -> str | None:
    """The same, whatever the year."""
    said = " ".join(text.split())
    if part := part_of_year(said):
        return part
    months = table(MONTHS)
    found = MONTH.fullmatch(said)
    if found and (month := months.get(found[1].casefold())):
        return f"{found[2]}-{month[0]}"
    if found := MONTH_BY_NUMBER.fullmatch(said):
        year, number = found[1] or found[4], int(found[2] or found[3])
        return f"{year}-{number:02}" if 1 <= number <= DECEMBER else None
    if (found := SHORT_MONTH.fullmatch(said)) and (month := months.get(found[1].casefold())):
        return f"20{found[2]}-{month[0]}"
    if found := FROM_MONTH.fullmatch(said):
        return quarter_from(*found.groups())
    if (found := ROMAN_MONTH.fullmatch(said)) and found[1].casefold() in ROMAN:
        return f"{found[2]}-{ROMAN.index(found[1].casefold()) + 5:02}"
    found = YEAR.fullmatch(said)
    return found[1] if found else None


FROM_MONTH: Final = re.compile(
    rf"([^\W\d]{{3,9}}) ?{UP_TO} ?([^\W\d]{{3,9}})[ ,.-]{{1,3}}(\d{{4}})",
    re.IGNORECASE,
)
ROMAN_MONTH: Final = re.compile(r"([IVX]{1,4}) ?/ ?(\d{4})", re.IGNORECASE)
ROMAN: Final = ROMAN_MONTHS[4:]
"""The months from May on: I to IV may be quarters as well."""


HALVES: Final = (("01", "06"), ("07", "12"))
"""The first and last months of the halves of a year."""


def quarter_from(first: str, last: str, year: str) -> str | None:
    """The quarter, or the year, that goes from one month to another: Jan-Mar 2025."""
    months = table(MONTHS)
    begins, ends = (months.get(name.casefold(), ("0",))[0] for name in (first, last))
    if (begins, ends) == ("01", "12"):
        return year
    if (begins, ends) in HALVES:
        return f"{year}-S{HALVES.index((begins, ends)) + 1}"
    number = int(ends) // 3
    return (
        f"{year}-Q{number}" if number and int(begins) == int(ends) - 2 == number * 3 - 2 else None
    )


def month_alone(text: str) -> str | None:
    """The month of a text that names nothing else: 01."""
    found = table(MONTHS).get(text.strip().casefold())
    return found[0] if found else None


def without_year(text: str) -> str | None:
    """The quarter or month of a text that names no year: Q1, 03."""
    said = " ".join(text.split())
    found = BARE_QUARTER.fullmatch(said)
    if found and (quarter := table(QUARTERS).get(found[1].casefold())):
        return f"Q{quarter[0]}"
    return month_alone(said)


BARE_QUARTER: Final = re.compile(
    rf"(?:{small_words('quarter')})[ .-]{{0,2}}(?:ke[ .-]?)?(\w{{1,8}})", re.IGNORECASE
)
