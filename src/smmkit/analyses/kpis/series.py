"""The measured values of a KPI, read from its CSV file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache, partial
from posixpath import dirname, join, normpath

from smmkit.analyses.kpis.periods import frequency_of, period_hint
from smmkit.analyses.kpis.rates import factor_of, near_values
from smmkit.analyses.kpis.scales import scale_of
from smmkit.analyses.kpis.series_slips import (
    KNOWN,
    Hint,
    column_hint,
    is_column,
    lacks_heading,
    lone_part,
    no_word,
    renamed,
    told_of,
)
from smmkit.analyses.references.files import exists
from smmkit.analyses.references.tables import table_of
from smmkit.analyses.texts.parted import other_way
from smmkit.cells import Cells
from smmkit.documents.objective import Formula, Kpi, Objective
from smmkit.location import SourceError
from smmkit.period_days import is_period, last_day
from smmkit.problem import Problem
from smmkit.problem.first import UNTOLD
from smmkit.qms import Qms
from smmkit.words import Message, say

NOTHING_TO_COUNT = say("there was nothing to count: the denominator is 0")
"""Why there is no share in a period."""


@dataclass(frozen=True, slots=True)
class Observation:
    """A value of one period, as number, and the word, if it was measured in words."""

    period: str
    value: Decimal
    word: str | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    written: Decimal | None = None
    """The value as the line has it; None where it was counted from its two parts."""
    line: int = 0
    """The line of the file that it stands in."""

    @property
    def has_parts(self) -> bool:
        """Whether it can be counted from what it is a share of."""
        return self.numerator is not None and bool(self.denominator)


@dataclass(frozen=True, slots=True)
class Series:
    """The usable values of a KPI in order of time, and what was wrong with the others.

    Of many faults the first few are told; the others are only there to be counted.
    """

    observations: tuple[Observation, ...] = ()
    faults: tuple[Problem, ...] = ()
    excused: Mapping[str, Message | str] = field(default_factory=dict)
    """The periods for which there can be no value, each with the reason."""
    path: str = field(default="", compare=False)
    """The file that they were read from."""
    is_whole: bool = field(default=True, compare=False)
    """Whether the file that is named could be opened, and every value of it read."""


def series(qms: Qms) -> dict[str, Series]:
    """The series of every KPI, by its id."""
    return {
        kpi.id: read_series(qms, objective, kpi)
        for objective in qms.of(Objective)
        for kpi in objective.kpis
    }


def read_series(qms: Qms, objective: Objective, kpi: Kpi) -> Series:
    """The series of one KPI."""
    cells = table_of(qms, objective, kpi.series, is_column) if kpi.series else None
    if cells is None:
        return Series(is_whole=kpi.series is None)
    if isinstance(cells, SourceError):
        told = Problem(cells.at.path, (), cells.message, cells.hint, objective.id, cells.at)
        return Series(faults=(told,), is_whole=False)
    reading = _Reading(qms, objective, kpi, cells)
    observations = tuple(sorted(reading.rows(), key=lambda seen: last_day(seen.period)))
    faults = tuple(reading.faults)
    return Series(observations, faults, reading.excused, cells.path, is_whole=not faults)


class _Reading:
    """One pass over the rows of a series."""

    def __init__(self, qms: Qms, objective: Objective, kpi: Kpi, cells: Cells) -> None:
        self.qms, self.objective, self.kpi, self.cells = qms, objective, kpi, cells
        self.faults: list[Problem] = []
        self.untold = Problem(cells.path, (), UNTOLD, None, objective.id)
        self.lines: dict[str, int] = {}
        self.excused: dict[str, Message | str] = {}
        self.factor = factor_of(kpi)
        scale = scale_of(qms, kpi.words)
        self.words = {word.word: word.value for word in scale.words} if scale else {}
        self.near = cache(partial(near_values, kpi, cells))

    def rows(self) -> Iterator[Observation]:
        heading = self.cells.heading
        possible = [one for one in KNOWN if one not in heading]
        if said := lacks_heading(heading, self.cells.delimiter):
            self.fault(self.cells.heading_line, 0, *said)
            return
        for index, name in enumerate(heading):
            if name not in KNOWN and not self.cells.is_void(index):
                self.fault(
                    self.cells.heading_line,
                    index,
                    say("there is no column {name}", name=name or "?"),
                    partial(column_hint, name, possible),
                )
        needed = ("period",) if {"numerator", "denominator"} <= {*heading} else ("period", "value")
        lacks = {*needed} - {*heading}
        if lacks and renamed(heading, possible) >= lacks:
            return
        if missing := [one for one in needed if one in lacks - renamed(heading, possible)]:
            self.fault(
                self.cells.heading_line,
                0,
                say("the columns {words} are missing", words=missing),
                say("the first line names them: period,value"),
            )
            return
        for line, row in self.cells.rows:
            if len(row) != len(heading):
                self.fault(
                    line,
                    min(len(row), len(heading)),
                    say("the line has {n} cells, the heading {m}", n=len(row), m=len(heading)),
                    partial(other_way, self.cells, line),
                )
                continue
            yield from self.row(line, {"value": ""} | dict(zip(heading, row, strict=True)))

    def row(self, line: int, row: dict[str, str]) -> Iterator[Observation]:
        at = self.cells.heading.index
        period = row["period"]
        if not is_period(period) or frequency_of(period) is not self.kpi.frequency:
            self.fault(
                line,
                at("period"),
                say(
                    "{period} is no period of a {frequency} series",
                    period=period or "?",
                    frequency=self.kpi.frequency.label,
                ),
                partial(period_hint, period, self.kpi.frequency),
            )
            return
        if last_day(period) > self.qms.today and (row["value"] or row.get("numerator")):
            self.fault(
                line,
                at("period"),
                say("{period} is not over on {today}", period=period, today=self.qms.today),
            )
            return
        if first := self.lines.get(period):
            message = say("{period} stands already in line {line}", period=period, line=str(first))
            self.fault(line, at("period"), message)
            return
        self.lines[period] = line
        self.shown_by(line, row)
        if row.get("reason"):
            self.excuse(line, row)
        number = self.value(line, at("value"), row["value"]) if row["value"] else None
        above = self.part(line, row, "numerator")
        below = self.part(line, row, "denominator")
        if not self.words and (lone := lone_part(row, self.cells.heading)):
            self.fault(line, *lone)
        written = number
        if number is None and not row["value"] and above is not None and below is not None:
            number = above / below * self.factor if below else None
            if not below:
                self.excused.setdefault(period, NOTHING_TO_COUNT)
        if number is not None and last_day(period) <= self.qms.as_of:
            word = row["value"] if self.words else None
            yield Observation(period, number, word, above, below, written, line)

    def shown_by(self, line: int, row: dict[str, str]) -> None:
        """See that the file that shows a value is there; it is named from the folder of the table."""
        file = row.get("evidence")
        if file and not exists(self.qms, normpath(join(dirname(self.cells.path), file))):
            hint = say("name the file that shows the value, from the folder of this table")
            at = self.cells.heading.index("evidence")
            self.fault(line, at, say("{path} is not there", path=file), hint)

    def part(self, line: int, row: dict[str, str], name: str) -> Decimal | None:
        """The numerator or the denominator of a value; None where there is none."""
        text = row.get(name, "")
        if not text or self.words:
            return None
        return self.number(line, self.cells.heading.index(name), text)

    def excuse(self, line: int, row: dict[str, str]) -> None:
        """Keep the reason why there is no value; with a value beside it, one of them is wrong."""
        if row["value"]:
            self.fault(
                line,
                self.cells.heading.index("reason"),
                say("{period} has a value, and a reason why there is none", period=row["period"]),
                say("keep one of them; what explains a value stands in `note`"),
            )
        else:
            self.excused[row["period"]] = row["reason"]

    def value(self, line: int, column: int, text: str) -> Decimal | None:
        if self.kpi.formula is not Formula.ORDINAL:
            return self.number(line, column, text)
        if self.words and text not in self.words:
            self.fault(line, column, *no_word(self.kpi, text, self.words))
        return self.words.get(text)

    def number(self, line: int, column: int, text: str) -> Decimal | None:
        """The number that a cell says; where it says none for certain, that is told."""
        number = self.cells.number(text, self.near(column))
        if isinstance(number, Message):
            self.fault(line, column, *told_of(self.kpi, self.cells.heading[column], text, number))
            return None
        return number

    def fault(self, line: int, column: int, message: Message, hint: Hint = None) -> None:
        """One fault; a hint that has to be looked for is looked for only where it is told."""
        most = self.qms.found.most
        if most is not None and len(self.faults) >= most:
            self.faults.append(self.untold)
            return
        at = self.cells.at(line, column)
        told = hint() if callable(hint) else hint
        self.faults.append(Problem(self.cells.path, (), message, told, self.objective.id, at))
