"""The cells of a sheet of KPIs as numbers: what is none, or may be one of two, is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from smmkit.intake.days import COUNT
from smmkit.intake.kpi_columns import GROUPED, parts_thousands, period_of
from smmkit.intake.kpi_numbers import comes_of
from smmkit.intake.numbers import RANGE, number, plain, thousands
from smmkit.intake.result import Result
from smmkit.intake.table import Table, is_blank
from smmkit.intake.words import BRACKETS, begins, comparable, data, holds, meaning
from smmkit.small_words import small_words
from smmkit.words import Message, say

AMOUNT: Final = re.compile(r"(?P<number>[≤≥<>]?\s?-?\d[\d.,]{0,15})\s(?P<unit>[^\W\d][\w/ ]{0,30})")
"""A number, and in what it is measured: 20 hari kerja."""

GRADE: Final = r"[A-Z]{1,3}[+-]?|[A-Z][a-z]{1,15}(?: [A-Z]?[a-z]{1,15})?"
FIGURE: Final = r"\d[\d.,]{0,15}"
NAMED: Final = re.compile(
    rf"(?:{GRADE})\s?[(/]\s?(?P<behind>{FIGURE})\)?|(?P<before>{FIGURE})\s?[(/]\s?(?:{GRADE})\)?"
)
"""A number beside its grade: BB (76,20); 76,20 (BB)."""

BAND: Final = re.compile(
    rf"(?:{GRADE})\s?\((?P<behind>[^()]{{3,24}})\)|(?P<before>[^()]{{3,24}})\((?:{GRADE})\)"
)
"""A grade, and from where to where it reaches: BB (70-80)."""

BRACKETED: Final = re.compile(rf"(?P<number>[≤≥<>]?\s?{FIGURE})\s?\((?P<unit>[^()]{{1,30}})\)")
"""A number, and in brackets in what it is measured: 88,50 (Indeks)."""

COUNTED: Final = re.compile(
    rf"(?P<number>{FIGURE}\s?%?)\s?\(\s?\d[\d.]{{0,9}}\s?(?:{small_words('of')}|/)\s?\d[\d.]{{0,9}}[^()]{{0,40}}\)"
)
"""A share, and in brackets of what: 70% (35 dari 50 orang)."""

LEVELLED: Final = re.compile(
    rf"(?:level|tingkat|peringkat|skor|nilai|indeks|lv)\.? ({FIGURE})", re.I
)
"""A number behind the word for what it is one of: Level 3."""

SPELLED: Final = re.compile(rf"({FIGURE}) ?\((?:{COUNT}|nol)\)", re.I)
"""A number, and again in words: 3 (tiga)."""

MOST: Final = re.compile(
    r"^(?:maks(?:imal|imum)?|max(?:imum)?|paling (?:lama|lambat|banyak|tinggi))\b\.? ?(?=\d)", re.I
)
LEAST: Final = re.compile(
    r"^(?:min(?:imal|imum)?|paling (?:sedikit|rendah|kurang)|sekurang-kurangnya)\b\.? ?(?=\d)", re.I
)
"""What stands before a number that is a bound."""

PARTS: Final = ("numerator", "denominator")
MONTH: Final = re.compile(r"20\d\d-\d\d")
LAST_MONTHS: Final = {"-03": "-Q1", "-06": "-Q2", "-09": "-Q3", "-12": "-Q4"}
"""With which month each quarter ends."""


def amount(text: str) -> re.Match[str] | None:
    """The number of a cell and in what it is measured, where it says both."""
    if found := AMOUNT.fullmatch(text):
        return found
    known = (*data()["measures"], *data()["counted"])
    found = BRACKETED.fullmatch(text)
    return found if found and comparable(found["unit"]) in map(comparable, known) else None


def measure_in(title: str) -> str:
    """In what an indicator is measured, as its title says in brackets: Waktu tunggu (menit)."""
    found = BRACKETS.search(title)
    text = found[0].strip("( )") if found else ""
    known = (*data()["measures"], *data()["counted"])
    return text if text in {"%", "‰"} or comparable(text) in map(comparable, known) else ""


class Cells:
    """The numbers of one table."""

    def __init__(self, result: Result, table: Table, values: list[int], year: int) -> None:
        self.result, self.table, self.values, self.year = result, table, values, year
        columns = (*table.columns("target"), *values)
        self.parts_thousands = parts_thousands(table, columns)
        periods = {period_of(table.paths[n], year) or "" for n in columns}
        months = {one[4:] for one in periods if MONTH.fullmatch(one)}
        self.ends_quarters = len(months) > 1 and months <= LAST_MONTHS.keys()
        """Whether of the months only those stand there with which a quarter ends."""

    def period(self, column: int) -> str | None:
        """The period of a column, if its heading says one."""
        found = period_of(self.table.paths[column], self.year)
        if found is None or not self.ends_quarters:
            return found
        return found[:4] + LAST_MONTHS.get(found[4:], found[4:])

    def unit(self, row: int) -> str:
        """In what a row measures: as its column says, else as its targets do."""
        if said := self.table.line(row, "measured_in"):
            return said
        found = (amount(self.text(row, n)) for n in self.table.columns("target"))
        said = next((one["unit"].strip() for one in found if one), "")
        return said or measure_in(self.table.line(row, "kpi"))

    def text(self, row: int, column: int) -> str:
        """What a cell says in one line, a bound by its sign: `maks. 3 hari` is `≤ 3 hari`."""
        said = " ".join(self.table.grid.cell(row, column).split())
        return LEAST.sub("≥ ", MOST.sub("≤ ", said, count=1), count=1)

    def number(self, row: int, column: int, id: str) -> Decimal | None:
        """The number of a cell, as the table writes numbers; what is none is told.

        Of what is counted in wholes a point parts thousands, which is told, too.
        """
        text = self.text(row, column)
        grouped = self.parts_thousands and GROUPED.fullmatch(text)
        value = number(text.replace(".", "") if grouped else text)
        if value is None:
            value = self.beside(row, text, id)
        if value is None:
            self.tell(row, column, text, say("this is no number, or one of two readings"))
        return value

    def ends(self, row: int, column: int, id: str) -> tuple[Decimal | None, Decimal | None]:
        """A target: of a range both ends (2-8; 45 s.d. 60 %), else its number alone."""
        text = self.text(row, column)
        grade = BAND.fullmatch(text)
        if found := RANGE.match((grade["behind"] or grade["before"]).strip() if grade else text):
            low, high = (number(found[n].strip()) for n in (1, 2))
            if low is not None and high is not None and low < high:
                return (self.reached(row, text, (low, high), id), None) if grade else (low, high)
        return self.number(row, column, id), None

    def reached(self, row: int, text: str, ends: tuple[Decimal, Decimal], id: str) -> Decimal:
        """From where on a grade is reached: its lowest number; where less is better, its highest."""
        is_less = meaning(self.table.line(row, "direction"), "directions") == "minimize"
        value = max(ends) if is_less else min(ends)
        what = say("{text}: its grade is reached at {value}", text=text, value=value)
        self.result.assumed.append((id, what))
        return value

    def beside(self, row: int, text: str, id: str) -> Decimal | None:
        """The number of a cell that says more: its unit, or its grade."""
        unit = self.unit(row)
        bare = text
        found = amount(text)
        if found and found["unit"].strip().casefold() == unit.casefold():
            bare = found["number"].strip()
        elif counted := COUNTED.fullmatch(text):
            bare = counted["number"]
            what = say("{text}: the number is taken, not what it is counted from", text=text)
            self.result.assumed.append((id, what))
        elif said := SPELLED.fullmatch(text) or LEVELLED.fullmatch(text):
            bare = said[1]
        elif named := NAMED.fullmatch(text):
            bare = named["behind"] or named["before"]
            what = say("{text}: the number is taken, not its grade", text=text)
            self.result.assumed.append((id, what))
        value = number(bare) if bare != text else None
        is_whole = holds(unit, data()["counted"]) or begins(
            self.table.line(row, "kpi"), data()["numbers_of"]
        )
        if value is None and is_whole:
            value = thousands(bare)
            if value is not None:
                why = say(
                    "the point in {text} parts thousands, since {unit} are whole",
                    text=text,
                    unit=unit,
                )
                self.result.assumed.append((id, why))
        return value

    def baseline(self, row: int, *, in_words: bool) -> Decimal | None:
        """The value before; what is no number, or stands beside words of a scale, is told."""
        text = self.table.line(row, "baseline")
        value = None if in_words else number(text)
        if value is None and not is_blank(text):
            why = say("this is no number, or one of two readings")
            if in_words:
                why = say("no field takes it")
            self.result.unread.append((self.table.place_of(row, "baseline"), text, why))
        return value

    def counts(
        self, row: int, values: Mapping[str, Decimal], period_at: Callable[[int], str]
    ) -> dict[str, tuple[Decimal, Decimal]]:
        """Numerator and denominator of each value that comes of them; all others are told."""
        cells: dict[str, list[tuple[int, Decimal]]] = {}
        for role in PARTS:
            for column in self.table.columns(role):
                found = number(self.table.grid.cell(row, column))
                if found is not None:
                    cells.setdefault(period_at(column), []).append((column, found))
        counted: dict[str, tuple[Decimal, Decimal]] = {}
        for period, parts in cells.items():
            numbers = [one for _, one in parts]
            if len(numbers) == len(PARTS) and comes_of(values.get(period), *numbers):
                counted[period] = (numbers[0], numbers[1])
                continue
            why = say("the value of {period} does not come of it; not taken", period=period)
            self.tell(row, parts[0][0], " / ".join(map(plain, numbers)), why)
        return counted

    def calculation(self, row: int) -> str | None:
        """How it is counted, in words: as its column says, else what is divided by what."""
        cells = (self.table.said(row, n) for n in self.table.columns("calculation"))
        said = "; ".join(
            dict.fromkeys(" ".join(text.split()) for text in cells if not is_blank(text))
        )
        texts = (self.table.line(row, role) for role in PARTS)
        above, below = ("" if number(text) is not None else text for text in texts)
        is_said = above and below
        for role, text in zip(PARTS, (above, below), strict=True):
            if text and text.casefold() not in said.casefold() and (said or not is_said):
                why = say("its formula is said already, or this is no word of one; not taken")
                self.result.unread.append((self.table.place_of(row, role), text, why))
        return said or (f"{above} / {below}" if is_said else None)

    def tell_second(
        self, row: int, column: int, period: str, value: Decimal, first: Decimal
    ) -> None:
        """Say that a period has another number already, which was taken."""
        if value != first:
            why = say("{period} has {value} already; not taken", period=period, value=first)
            self.tell(row, column, self.table.grid.cell(row, column), why)

    def tell(self, row: int, column: int, text: str, why: Message) -> None:
        """Say what could not be read, and where."""
        self.result.unread.append((self.table.grid.place_of(row, column), text, why))
