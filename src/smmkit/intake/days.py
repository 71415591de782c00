"""Days as people write them: 06 April 2020, 6/4/2020, 2020-04-06."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from smmkit.analyses.texts.spoken_counts import count_of, pattern_of_count
from smmkit.corrections.spoken_values import period_meant
from smmkit.intake.words import meaning
from smmkit.period_days import first_day, half_days, last_day
from smmkit.small_words import small_words
from smmkit.standards.vocabulary import shipped_vocabulary
from smmkit.words import Message, say

FIRST_YEAR = 1945
"""No document of an agency is older."""

WORDS = re.compile(
    r"(?<![\dA-Za-z])(?<!\bke[- ])(\d{1,2})\s*+(?:[-.]\s*+)?([A-Za-z]{3,9})\.?\s*+(?:[-,]\s*+)?(\d{4})(?!\d)"
)
SHORT_YEAR = re.compile(r"(?<![\d-])(\d{1,2})([-/])([A-Za-z]{3,9})\2(\d{2})(?![\d-])")
"""As Excel shows a day: 20-Jul-20."""
NUMBERS = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\d/-])")
ISO = re.compile(r"(?<![\d/])(\d{4})([-._/])(\d{2})\2(\d{2})(?!\d)")
SPAN = re.compile(
    rf"(?:[-\u2013,&]|\b(?:{small_words('through', 'and')})(?=\s))\s*+(?=[A-Za-z])",
    re.I,
)
"""What stands between the two ends of a time: Juli-Agustus, Juli s.d. Agustus."""

BEGIN = re.compile(
    rf"(?<!\d)(\d{{1,2}})\s?(?:[-\u2013,&]|{small_words('through', 'and')})\s?$", re.I
)
"""The first of two days of a month, and what stands between them: `15 s.d. `16 Maret 2027."""
LONGEST_BEGIN = len("31 sampai dengan ")

HALF = re.compile(
    rf"(?:{small_words('half')})\.?\s*+(?P<n>ii|i|1|2)(?:\s++(?:(?:{small_words('year')})\s++)?(?P<year>20\d\d))?",
    re.I,
)
WEEK = re.compile(
    r"(?:(?:minggu|pekan)\s*+(?:ke[- ]?(?=[\divx])|(?=[ivx]))|m[-. ]?+)"
    r"(?P<n>iv|v|i{1,3}|[1-5])\s++(?:bulan\s++)?"
    r"(?P<month>[a-z]{3,9})\.?(?:\s++(?P<year>20\d\d))?",
    re.I,
)
"""A week of a month: Minggu ke-2 Juli 2020, M2 Juli. `Minggu, 2 Agustus 2020` is a Sunday."""
WEEKS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}

UP_TO = re.compile(rf"(?:{small_words('through', 'latest')}|akhir)\s++(?=\D)", re.I)
"""What stands before the month that ends a time: s.d. Maret 2020, akhir Maret 2020."""

WEEKDAY = re.compile(rf"\b(?:{small_words('weekday')})\s?/\s?(?=\d)", re.I)
"""The day of the week before a day, with a stroke between them: Rabu/5-2-2020."""

BRIEF = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{2})|(\d{1,2}) ([A-Za-z]{3,9}) '(\d{2})")
"""A day with two digits of its year: 05/01/20, 5 Jan '20."""

PATTERNS = ((ISO, (1, 3, 4)), (WORDS, (3, 2, 1)), (SHORT_YEAR, (4, 3, 1)), (NUMBERS, (4, 3, 1)))
"""How a day is written, and where its year, month and day stand."""
COUNT = pattern_of_count(*sorted(shipped_vocabulary().numbers.items()))
SPOKEN = re.compile(
    rf"\b(?P<day>{COUNT})\s+(?P<month>[A-Za-z]{{3,9}})\s+(?P<year>dua\s+ribu(?:\s+{COUNT})?|[12]\d{{3}})\b",
    re.IGNORECASE,
)
"""A day in words: "dua puluh April dua ribu dua puluh"."""
IN_WORDS = re.compile(
    r"\bdua ribu\b|(?:puluh|belas|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)"
    r" [a-z]{3,9} [12]\d{3}\b",
    re.I,
)
"""What a text with such a day has at least."""
JOINED = re.compile(r"(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)")


def spans(text: str) -> Iterator[tuple[int, int, date]]:
    """Every day in a text, and where it stands; the day goes before the month, as in Indonesia."""
    text = WEEKDAY.sub(lambda found: " " * len(found[0]), text)
    for pattern, order in PATTERNS:
        for found in pattern.finditer(text):
            year, month, day = (found[n] for n in order)
            year = year if len(year) > len("20") else f"20{year}"
            named = month if month.isdigit() else meaning(month, "months")
            if named and (known := day_of(int(year), int(named), int(day))):
                yield found.start(), found.end(), known
    if IN_WORDS.search(text):
        yield from in_words(text)


def in_words(text: str) -> Iterator[tuple[int, int, date]]:
    """The days in a text that are written in words, as a decree does."""
    numbers = shipped_vocabulary().numbers
    for found in SPOKEN.finditer(text):
        said = " ".join(found["year"].lower().split())
        over = count_of(said.removeprefix("dua ribu").strip(), numbers) if said[0] == "d" else None
        year = int(said) if said.isdigit() else 2000 + (over or 0)
        day, month = count_of(found["day"], numbers), meaning(found["month"], "months")
        if day and month and (known := day_of(year, int(month), day)):
            yield found.start(), found.end(), known


def in_name(text: str) -> Iterator[tuple[int, int, date]]:
    """The same in a file name, where 20200406 is a day too."""
    yield from spans(text)
    for found in JOINED.finditer(text):
        if known := day_of(int(found[1]), int(found[2]), int(found[3])):
            yield found.start(), found.end(), known


def first(text: str) -> date | None:
    """The first day in a text."""
    return min(spans(text), default=(0, 0, None))[2]


def named(lines: Iterable[str]) -> frozenset[date]:
    """Every day that some lines name; of a span of days also the first: 15 s.d. 16 Maret 2027."""
    found = [(line, start, known) for line in lines for start, _, known in spans(line)]
    begun = (begin_of(line[:start], known) for line, start, known in found)
    return frozenset(day for day in (*(known for *_, known in found), *begun) if day)


def begin_of(text: str, end: date) -> date | None:
    """The first day of a span that a text before its last day begins."""
    before = BEGIN.search(text[-LONGEST_BEGIN:])
    return day_of(end.year, end.month, int(before[1])) if before else None


def meant(text: str, *, last: bool = True, year: str = "") -> tuple[date | None, bool]:
    """The day that a text means, and whether it is but the last (or first) of a month, quarter or year.

    Of a span it is the end (or the beginning); where the text says no year, that of `year`.
    """
    if not text.strip():
        return None, False
    if week := WEEK.fullmatch(text.strip()):
        return week_of(week, year, last)
    if found := first(text):
        return found, False
    if brief := BRIEF.fullmatch(text.strip()):
        return in_brief(brief), True
    text = UP_TO.sub("", text.strip()) if last else text
    if half := HALF.fullmatch(text.strip()):
        return half_year(half, year, last)
    parts = [part.strip() for part in SPAN.split(text.strip()) if part.strip()]
    if len(parts) > 1:
        year = parts[-1][-4:] if parts[-1][-4:].isdigit() else year
        text = parts[-1 if last else 0]
    period = period_meant(text) or (period_meant(f"{text} {year}") if year else None)
    if period is None:
        return None, False
    return (last_day if last else first_day)(period), True


def said_no_year(text: str, today: date) -> Message:
    """Why a text is no day: it may be a month or a quarter that only lacks its year."""
    year = str(today.year)
    if meant(text, year=year)[0]:
        whole = f"{text} {year}"
        return say("it says no year; write {whole}, or give the year by --year", whole=whole)
    return say("this is no day")


def said_not_taken(text: str) -> Message:
    """Why the day of a document is not taken: it lies ahead, or says but a month or a year."""
    day, is_part = meant(text)
    if day and is_part:
        return say("{text} says no day, and was not taken; write it like {day}", text=text, day=day)
    return say("the date {text} was not taken", text=text)


def in_brief(found: re.Match[str]) -> date | None:
    """The day that two digits of a year end."""
    if found[7]:
        month = meaning(found[6], "months")
        return day_of(int(f"20{found[7]}"), int(month), int(found[5])) if month else None
    return day_of(int(f"20{found[4]}"), int(found[3]), int(found[1]))


def week_of(found: re.Match[str], year: str, last: bool) -> tuple[date | None, bool]:
    """The last (or first) day of a week of a month."""
    month, said, n = meaning(found["month"], "months"), found["year"] or year, found["n"].lower()
    if not month or not said:
        return None, False
    end = last_day(f"{said}-{int(month):02}")
    day = int(WEEKS.get(n, n)) * 7
    return end.replace(day=min(day, end.day) if last else min(day - 6, end.day)), True


def half_year(found: re.Match[str], year: str, last: bool) -> tuple[date | None, bool]:
    """The end (or beginning) of a half of a year: `Semester II 2021`."""
    if not (said := found["year"] or year):
        return None, False
    is_first = found["n"].lower() in {"i", "1"}
    return half_days(int(said), 1 if is_first else 2)[last], True


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, if there is such a day and a document may be of it."""
    if not FIRST_YEAR <= year <= 2100:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
