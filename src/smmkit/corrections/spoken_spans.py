"""More than a day where one day has to stand: a month's end, a quarter, from one day to another."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from smmkit.corrections.spoken_values import day_meant, period_meant

EDGE: Final = re.compile(
    r"(awal|akhir|ultimo|minggu terakhir) +(?:bulan +)?(.{3,24})", re.IGNORECASE
)
SPAN: Final = re.compile(
    r"(.{1,24}?) ?(?:s\.?/?d\.?|sampai(?: dengan)?|hingga|[\u2013\u2014-]) ?(.{1,24})",
    re.IGNORECASE,
)
SERIAL: Final = re.compile(r"[345]\d{4}")
FIRST_OF_EXCEL: Final = date(1899, 12, 30)
FROM, TO = date(2000, 1, 1), date(2049, 12, 31)


def day_of_excel(text: str) -> date | None:
    """The day that a number is in a sheet of Excel, where it is one of our time: 46054."""
    if not SERIAL.fullmatch(text):
        return None
    day = FIRST_OF_EXCEL + timedelta(days=int(text))
    return day if FROM <= day <= TO else None


def edge_of_month(text: str) -> date | None:
    """The first or last day of a month that is named so: akhir Februari 2026."""
    found = EDGE.fullmatch(" ".join(text.split()))
    days = days_of(period_meant(found[2]) or "") if found else None
    return None if found is None or days is None else days[found[1].casefold() != "awal"]


def days_of(period: str) -> tuple[date, date] | None:
    """The first and the last day of a period: 2026-02, 2026-Q1, 2026."""
    year, _, rest = period.partition("-")
    if not year.isdecimal() or not int(year):
        return None
    first, last = 1, 12
    if rest.startswith("Q"):
        first, last = int(rest[1]) * 3 - 2, int(rest[1]) * 3
    elif rest:
        first = last = int(rest)
    return date(int(year), first, 1), date(int(year), last, monthrange(int(year), last)[1])


def two_days(text: str) -> tuple[date, date] | None:
    """Both days of a text that goes from one to another: 15-17 Januari 2026."""
    said = " ".join(text.split())
    for found in [SPAN.fullmatch(said)]:
        last = day_meant(found[2]) if found else None
        if found is None or last is None:
            return None
        begins = found[1].strip()
        rest = re.sub(r"^\D{0,12}\d{1,2}", "", found[2]).strip()
        year = str(last[0].year)
        for whole in (begins, f"{begins} {rest}", f"{begins} {year}"):
            first = day_meant(whole)
            if first and first[0] <= last[0]:
                return first[0], last[0]
    return None
