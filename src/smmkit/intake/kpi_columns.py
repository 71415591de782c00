"""What the columns of a sheet of KPIs stand for: the year, their periods, and how numbers are written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from smmkit.analyses.kpis.periods import STEP, frequency_of
from smmkit.documents.objective import Frequency
from smmkit.intake.kpi_numbers import contradicted
from smmkit.intake.numbers import number
from smmkit.intake.table import Table
from smmkit.intake.words import comparable, meaning
from smmkit.small_words import small_words
from smmkit.words import Message, say

YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
DAY = re.compile(r"(20\d\d)-(\d\d)-\d\d(?:[ T]00:00(?::00)?)?")
"""A month as Excel keeps it: its first day."""

SHORT = re.compile(r"([^\W\d]{3,9})[ .'-]+(\d\d)")
"""A month with two digits of its year: Jan-25."""

QUARTER = re.compile(rf"^(?:{small_words('quarter')})\s*(iv|iii|ii|i|[1-4])\b")
HALF = re.compile(rf"(?:{small_words('half')}|semester ke)\s(ii|i|[12])|sm?t?([12])")
OF_FOUR = r"[ ._-]{0,2}(?:ke[ -]?)?(iv|iii|ii|i|[1-4])(?![^\W_])"
IN_TITLE = re.compile(rf"(?<![^\W_])(?:{small_words('quarter')}){OF_FOUR}", re.I)
HALF_IN_TITLE = re.compile(
    rf"(?<![^\W_])(?:{small_words('half')})[ ._-]{{0,2}}(?:ke[ -]?)?(ii|i|[12])(?![^\W_])", re.I
)
"""The quarter or the half of a year that a title speaks of."""

SPANNED = re.compile(
    r"\b(?:iv|iii|ii|i|[1-4])\s{0,2}"
    rf"(?:-|\u2013|,|{small_words('through', 'and')})\s{{0,2}}(?:iv|iii|ii|[2-4])\b",
    re.I,
)
"""From one of them to another: Triwulan I - III."""

PARTS = re.compile(rf"\b(?:{small_words('quarter')})\b")
"""What stands above the numbers of quarters: Target Triwulan, and I, II, III, IV below it."""

HALVES = re.compile(rf"\b(?:{small_words('half')})\b")
"""What stands above the numbers of halves: Semester, and I, II below it."""

UP_TO = re.compile(rf"^(?:{small_words('through')}) ")
"""What stands before the end of a time that began in January: Realisasi s.d. TW II."""

CODED = re.compile(r"b ?(0?[1-9]|1[0-2])")
"""A month as plans of action write it: B03, B06, B09, B12."""

MONTHS, DECEMBER = re.compile(rf"\b(?:{small_words('month')})\b"), 12
"""What stands above the numbers of months."""

SPAN = re.compile(rf"(?<!\d)(20\d\d)\s*(?:-|\u2013|{small_words('through')})\s*(20\d\d)(?!\d)")
"""From one year to another: 2016-2020."""

COUNTED = re.compile(rf"\b(?:{small_words('year')}) ke\b")
"""What stands above years that are only counted: Tahun ke-, and 1 to 5 below it."""

ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
LAW = re.compile(
    r"\b(nomor|no|peraturan|permen\w*|undang|uu|pp|perpres|pergub|perda|keputusan)\b", re.I
)
"""A line with such a word speaks of the year of a law."""

GROUPED = re.compile(r"[+-]?\d{1,3}\.\d{3}(?:\s?%)?")
"""A number that can be read in two ways: 1.250."""

SURE = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+,\d+|[+-]?\d{1,3}(?:\.\d{3}){2,}")
"""A number whose points part thousands beyond doubt: 1.234,5; 1.234.567."""

DECIMAL = re.compile(r"[+-]?\d+\.(?:\d{1,2}|\d{4,})(?:\s?%)?")
"""A number whose point stands before decimals: 82.89."""


def year_of(table: Table, told: list[Message], file: str = "") -> int | None:
    """The year that the heading, what stands above it, or the name of the sheet or file says; only one.

    One that only a line of the text above a table, or the name of the file says is told.
    """
    before = {*table.columns("baseline")}
    heading = [text for n, path in enumerate(table.paths) if n not in before for text in path]
    above = [text for row in table.grid.rows[: table.top] for text in row]
    for texts in (above, [table.grid.name], heading):
        years = {int(found[1]) for text in texts for found in YEAR.finditer(text)}
        if len(years) == 1:
            return years.pop()
    if COUNTED.search(" ".join(comparable(text) for text in heading)):
        for span in filter(None, map(SPAN.search, (*above, *reversed(table.grid.above)))):
            told.append(
                say("year 1 of the table is {year}, as {text} says", year=span[1], text=span[0])
            )
            return int(span[1])
    own = [YEAR.search(" ".join(table.paths[n])) for n in table.columns("target", "value")]
    if own and all(own):
        return min(int(found[1]) for found in own if found)
    for line in reversed(table.grid.above):
        years = {int(found[1]) for found in YEAR.finditer(line)}
        if len(years) == 1 and not LAW.search(line):
            told.append(say("the year, from the line above the table: {text}", text=line))
            return years.pop()
    years = {int(found[1]) for found in YEAR.finditer(file)}
    if len(years) == 1:
        told.append(say("the year, from the name of the file: {text}", text=file))
        return years.pop()
    return None


def part_of(table: Table, year: int, file: str, told: list[Message]) -> str:
    """The period that the values of a table are of where their columns say none: the quarter, half or
    month that stands above it, or in the name of its sheet or file; else the year. It is told.
    """
    if all(period_of(table.paths[column], year) for column in values_of(table, year)):
        return str(year)
    cells = (text for row in table.grid.rows[: table.top] for text in row)
    for text in (*dict.fromkeys(cells), *table.grid.above, table.grid.name, file):
        is_name = text in {table.grid.name, file}
        found = {f"Q{quarter(one[1])}" for one in IN_TITLE.finditer(text)}
        found |= {f"S{quarter(one[1])}" for one in HALF_IN_TITLE.finditer(text)}
        if SPANNED.search(text) or len(found) > 1:
            return str(year)
        months = [meaning(word, "months") for word in text.split()] if is_name else []
        named = [f"{year}-{int(month):02}" for month in months if month]
        if found or len(named) == 1:
            period = f"{year}-{found.pop()}" if found else named[0]
            told.append(
                say("the values are those of {period}, as {text} says", period=period, text=text)
            )
            return period
    return str(year)


def quarter(said: str) -> int:
    """The number of a quarter, in Roman or Arabic digits."""
    return ROMAN.get(said.lower()) or int(said)


def period_of(path: tuple[str, ...], year: int) -> str | None:
    """The period that a heading means: a month, a quarter, a half-year, a year; None where it says none."""
    for text in reversed(path):
        if (day := DAY.fullmatch(text.strip())) and 1 <= int(day[2]) <= ROMAN["iv"] * 3:
            return f"{day[1]}-{day[2]}"
        short = SHORT.fullmatch(text.strip())
        if short and (month := meaning(short[1], "months")):
            return f"20{short[2]}-{int(month):02}"
        said = comparable(text)
        own = int(found[1]) if (found := YEAR.search(said)) else year
        said = re.sub(r"\b20\d\d\b|\b(bulan|target|realisasi|actual)\b", "", said).strip()
        said = UP_TO.sub("", said)
        if found_quarter := QUARTER.match(said):
            return f"{own}-Q{quarter(found_quarter[1])}"
        if half := HALF.fullmatch(said):
            return f"{own}-S{quarter(half[1] or half[2])}"
        if said and (month := meaning(said, "months")):
            return f"{own}-{int(month):02}"
        if len(path) > 1 and (coded := CODED.fullmatch(said)):
            return f"{own}-{int(coded[1]):02}"
        if part := numbered(said, path, year):
            return part
        if found:
            return str(own)
    return None


def numbered(said: str, path: tuple[str, ...], year: int) -> str | None:
    """The period that a number alone means below a heading that says what is numbered."""
    number = ROMAN.get(said) or (int(said) if re.fullmatch(r"[1-9]", said) else None)
    above = " ".join(map(comparable, path))
    if said.isdigit() and 1 <= int(said) <= DECEMBER and MONTHS.search(above):
        return f"{year}-{int(said):02}"
    if number and number <= ROMAN["iv"] and PARTS.search(above):
        return f"{year}-Q{number}"
    if number and number <= ROMAN["ii"] and HALVES.search(above):
        return f"{year}-S{number}"
    return str(year + number - 1) if number and COUNTED.search(above) else None


def values_of(table: Table, year: int) -> list[int]:
    """The columns of actual values: those that say so, else those that say nothing but a period."""
    said = table.columns("value")
    parts = [
        column
        for column, path in enumerate(table.paths)
        if path and not table.roles[column] and all(is_only_a_part(text, year) for text in path)
    ]
    if (
        len(said) == 1
        and not period_of(table.paths[said[0]], year)
        and are_parts(table, parts, said[0])
    ):
        return [*parts, *said]
    return said or parts


def are_parts(table: Table, parts: list[int], total: int) -> bool:
    """Whether the numbers of some columns come to that of another, in each row that has all of them."""
    known = False
    for row in table.below():
        found = [number(table.grid.cell(row, n)) for n in (*parts, total)]
        numbers = [one for one in found if one is not None]
        if len(numbers) == len(found) > len(("one", "total")):
            known = True
            if contradicted(numbers[-1], numbers[:-1]):
                return False
    return known


def runs_on(table: Table, columns: Iterable[int]) -> bool:
    """Whether the values of a table are counted from January on: Realisasi s.d. TW II."""
    texts = (comparable(text) for n in columns for text in table.paths[n])
    return any(UP_TO.search(re.sub(r"^realisasi ", "", text)) for text in texts)


def is_only_a_part(text: str, year: int) -> bool:
    """Whether a heading says a month or a quarter, and nothing else."""
    period = period_of((text,), year)
    bare = YEAR.sub(" ", comparable(text)).split()
    return bool(period) and len(period or "") > len("2025") and len(bare) <= len(("tw", "i"))


def frequency_among(periods: list[str], year: int) -> Frequency:
    """How often a value is due, by the shortest of its periods; where there are none, each quarter."""
    return min(map(frequency_of, periods or [f"{year}-Q1"]), key=STEP.__getitem__)


def aggregation_of(targets: list[dict[str, Any]]) -> str:
    """How the target of a year comes of those of its parts, where it does; else their average."""
    whole = next((one["value"] for one in targets if len(str(one["period"])) == len("2025")), None)
    parts = [one["value"] for one in targets if len(str(one["period"])) > len("2025")]
    if whole is None or len(parts) < len(("two", "parts")) or None in parts:
        return "average"
    total = sum(parts, Decimal(0))
    each = min(STEP[frequency_of(str(one["period"]))] for one in targets)
    ways = {"average": total / len(parts), "sum": total, "last": parts[-1]}
    ways |= {"sum of all": total / len(parts) * 12 / each}
    found = next((way for way, value in ways.items() if value == whole), "average")
    return found.partition(" ")[0]


def parts_thousands(table: Table, columns: Iterable[int]) -> bool:
    """Whether some numbers show that points part thousands, and none that one stands before decimals."""
    texts = [table.grid.cell(row, n).strip() for row in table.below() for n in columns]
    return any(map(SURE.fullmatch, texts)) and not any(map(DECIMAL.fullmatch, texts))
