"""More than a day where one day has to stand: a month's end, a quarter, from one day to another."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from smmkit.corrections.officials import nearest, table
from smmkit.corrections.spoken_values import MONTHS, UP_TO, day_meant, period_meant
from smmkit.period_days import first_day, is_period, last_day
from smmkit.small_words import small_words

EDGE: Final = re.compile(
    rf"(awal|(?:(?:per )?akhir|ultimo|minggu terakhir)|"
    rf"{small_words('through', 'latest')}) +(?:(?:{small_words('month', 'day')}) +)?(.{{3,24}})",
    re.IGNORECASE,
)
SPAN: Final = re.compile(rf"(.{{1,24}}?) ?{UP_TO} ?(.{{1,24}})", re.IGNORECASE)
BETWEEN_DAYS: Final = re.compile(
    rf"(.{{1,24}}?) ?(?:(?<![^\W\d])(?:{small_words('through')})(?![^\W\d])|(?<= )[-\u2010-\u2015](?= ))"
    r" ?(.{1,24})",
    re.IGNORECASE,
)
"""From one day to another, by a word or a dash with spaces: 02-03-2026 s.d. 04-03-2026."""

AS_IN_FILES: Final = re.compile(
    r"(\d{4}-\d{1,2}-\d{1,2}) ?"
    rf"(?:{UP_TO}|[/,;&]|{small_words('and')}) ?(\d{{4}}-\d{{1,2}}-\d{{1,2}})",
    re.IGNORECASE,
)
IDS_UP_TO: Final = re.compile(
    rf"([A-Za-z][\w.-]{{0,30}}?)(\d{{1,4}}) ?{UP_TO} ?(?:\1)?(\d{{1,4}})", re.IGNORECASE
)
"""From one id to another of the same kind: R-01 s.d. R-04, R-01-04."""

SERIAL: Final = re.compile(r"[345]\d{4}")
"""A day of our time as Excel counts it: from FIRST_OF_EXCEL on."""

FIRST_OF_EXCEL: Final = date(1899, 12, 30)
FROM, TO = date(2000, 1, 1), date(2049, 12, 31)


def ids_between(text: str) -> list[str]:
    """The ids from one to another, both with them; none where a text does not go from one to another."""
    found = IDS_UP_TO.fullmatch(text.strip())
    first, last = (int(found[2]), int(found[3])) if found else (0, -1)
    if found is None or not first < last < first + MOST_IDS:
        return []
    return [f"{found[1]}{n:0{len(found[2])}}" for n in range(first, last + 1)]


MOST_IDS: Final = 30
"""Of a longer row nobody reads each."""


def day_of_excel(text: str) -> date | None:
    """The day that a number is in a sheet of Excel, where it is one of our time: 46054."""
    if not SERIAL.fullmatch(text):
        return None
    day = FIRST_OF_EXCEL + timedelta(days=int(text))
    return day if FROM <= day <= TO else None


def edge_of_month(text: str) -> date | None:
    """The first or last day that is named so: akhir Februari 2026, paling lambat 12 Maret 2026."""
    found = EDGE.fullmatch(" ".join(text.split()))
    if found and (day := day_meant(found[2])):
        return day[0]
    days = days_of(period_meant(found[2])) if found else None
    return None if found is None or days is None else days[found[1].casefold() != "awal"]


def days_of(period: str | None) -> tuple[date, date] | None:
    """The first and the last day of a period: 2026-02, 2026-Q1, 2026; None where it is none."""
    return (first_day(period), last_day(period)) if period and is_period(period) else None


WITHIN: Final = re.compile(
    r"(?<![\w/.-])(?:(\d{1,2})(?:st|nd|rd|th)?[ .-]{0,3}(?:of )?([^\W\d]{3,9})[ .,-]{0,3}(\d{4})"
    r"|(\d{1,2}([/.-])\d{1,2}\5\d{4}|\d{4}([/-])\d{1,2}\6\d{1,2})"
    r"|([^\W\d]{3,9})[ .]{1,2}(\d{1,2})(?:st|nd|rd|th)?[ ,]{1,2}(\d{4}))(?![\w/-])"
)
"""A day among other words: by the name of its month, by numbers, with the month before it."""


def only_day_in(text: str) -> date | None:
    """The one day that a text names among other words, its month perhaps misspelt; a guess."""
    if two_days(text):
        return None
    days = [day for found in WITHIN.finditer(" ".join(text.split())) if (day := day_in(found))]
    return days[0] if len(days) == 1 else None


def day_in(found: re.Match[str]) -> date | None:
    """The day of one such place."""
    if found[4]:
        meant = day_meant(found[4])
    else:
        day, name, year = (found[n] or found[m] for n, m in ((1, 8), (2, 7), (3, 9)))
        months = table(MONTHS)
        month = name.casefold() if name.casefold() in months else nearest(name, list(months))
        meant = day_meant(f"{day} {month} {year}") if month else None
    return meant[0] if meant else None


WEEKDAY: Final = f"(?:{small_words('weekday')})"
WEEKDAYS: Final = re.compile(
    rf"^{WEEKDAY} ?{UP_TO} ?{WEEKDAY}[ ,/]+(?:(?:{small_words('day')}) )?", re.IGNORECASE
)
"""The days of the week that are said before a span: Senin - Rabu, 19 - 21 Oktober 2020."""


SPANS: Final = (AS_IN_FILES, BETWEEN_DAYS, SPAN)


def two_days(text: str) -> tuple[date, date] | None:
    """Both days of a text that goes from one to another: 15-17 Januari 2026."""
    said = WEEKDAYS.sub("", " ".join(text.split()))
    found = next(filter(None, (one.fullmatch(said) for one in SPANS)), None)
    last = day_meant(found[2]) if found else None
    if found is None or last is None:
        return None
    begins = found[1].strip()
    rest = re.sub(r"^\D{0,12}\d{1,2}", "", found[2]).strip()
    for whole in (begins, f"{begins} {rest}", f"{begins} {last[0].year}"):
        first = day_meant(whole)
        if first and first[0] <= last[0]:
            return first[0], last[0]
    return None
