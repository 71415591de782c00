"""A sheet of objectives and indicators, read as objectives with the series of their values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Any

from smmkit.analyses.kpis.periods import frequency_of
from smmkit.intake import kpi_ways
from smmkit.intake.kpi_again import Indicator, joined
from smmkit.intake.kpi_apart import one_a_row
from smmkit.intake.kpi_cells import Cells
from smmkit.intake.kpi_columns import (
    aggregation_of,
    part_of,
    runs_on,
    values_of,
    year_of,
)
from smmkit.intake.kpi_groups import bare, group_of
from smmkit.intake.kpi_numbers import as_table, contradicted, is_large_share, is_share, way_of
from smmkit.intake.kpi_objective import write
from smmkit.intake.kpi_words import Ordinal, as_words, ordinal
from smmkit.intake.numbers import plain
from smmkit.intake.result import NO_TARGET, NO_UNIT, Result
from smmkit.intake.table import Table, is_blank
from smmkit.names import names_in
from smmkit.new.document import path_for
from smmkit.period_days import last_day, within
from smmkit.words import Message, say
from smmkit.yaml_text.emit import Quoted


def read(result: Result, tables: Iterable[Table], year: int | None, file: str = "") -> None:
    """The objectives of all tables; an indicator that comes again is joined where nothing contradicts."""
    found = [one for t in tables for one in read_one(result, one_a_row(result, t), year, file)]
    gone = joined(result, [kpi for one in found for kpi in one.kpis])
    for one in found:
        one.kpis = [kpi for kpi in one.kpis if kpi.id not in gone]
        if one.kpis:
            one.write()


def read_one(result: Result, table: Table, year: int | None, file: str) -> Iterator[Objective]:
    """One objective for each text in the column of objectives, its indicators below it."""
    told: list[Message] = []
    year = year or year_of(table, told, file)
    if year is None:
        why = say("the year is not said; call again with --year")
        result.unread.append((table.grid.about(), "", why))
        return
    part = part_of(table, year, file, told)
    groups: dict[str, list[int]] = {}
    last = ""
    for row in table.below():
        if table.is_total(row):
            text = " | ".join(dict.fromkeys(filter(None, table.grid.rows[row])))
            result.told.append((table.grid.place_of(row, 0), text, say("a total; not taken")))
            continue
        if title := group_of(table, row):
            last = title
            continue
        last = bare(table.line(row, "objective")) or last
        name = bare(table.line(row, "kpi"))
        if name and len({c for c in table.grid.rows[row] if c}) != 1:
            groups.setdefault(last or name, []).append(row)
    cells = Cells(result, table, values_of(table, year), year)
    for statement, rows in groups.items():
        yield Objective(cells, part, statement, rows, told)


class Objective:
    """One objective while it is read."""

    def __init__(
        self, cells: Cells, part: str, statement: str, rows: list[int], told: list[Message]
    ) -> None:
        self.cells, self.part = cells, part
        self.result, self.table, self.year = cells.result, cells.table, cells.year
        self.statement, self.rows, self.told = statement, rows, told
        self.id, self.values = self.result.fresh("SM"), cells.values
        self.kpis = [self.indicator(row) for row in rows]

    def assumptions(self) -> Iterator[Message]:
        """What is taken for granted of the whole table."""
        if self.values and not self.table.columns("value"):
            yield say("the columns of months or quarters are the actual values")
        if named := self.table.grid.named_by:
            yield say("the indicator, from the name of the file: {text}", text=named)
        if self.cells.ends_quarters:
            yield say("March, June, September and December are the quarters that they end")
        if self.cells.parts_thousands:
            yield say("a point parts thousands, as in other cells of the table: 1.250 is 1250")

    def indicator(self, row: int) -> Indicator:
        """An indicator with what its row says around it."""
        table = self.table
        around = tuple(table.line(row, role) for role in ("owner", "perspective"))
        stated = self.statement if table.columns("objective") else ""
        fields = self.kpi(row)
        place = table.place_of(row, "kpi")
        return Indicator(table, place, fields, (stated, *around), self.path(fields["id"]))

    def write(self) -> None:
        """The objective with all its indicators."""
        what = (*self.told, *self.assumptions())
        self.result.assumed += [(self.id, one) for one in what]
        write(self.result, self.table, self.id, self.statement, self.rows, self.kpis)

    def kpi(self, row: int) -> dict[str, Any]:
        """An indicator from its row; its values go into a file of their own."""
        result = self.result
        id_, title = result.fresh("IKU"), bare(self.table.line(row, "kpi"))
        if said := ordinal(result, self.table, row, self.values, self.year):
            return self.in_words(row, id_, title, said)
        targets, percent, is_less = self.targets(row, id_)
        unit = self.cells.unit(row) or ("%" if percent else "")
        if is_share(unit) and not percent and (doubt := kpi_ways.doubtful_share(targets)):
            result.assumed.append((id_, doubt))
        formula = kpi_ways.formula_of(
            result, self.table, row, (id_, title), targets, is_less=is_less
        )
        frequency, series, total = self.series(row, id_, unit, targets, formula)
        aggregation = kpi_ways.aggregation_among(
            result, self.table, row, id_, total or aggregation_of(targets)
        )
        return {
            "id": id_,
            "title": title,
            "measured_in": unit or result.blank(id_, NO_UNIT),
            "formula": formula,
            "worst": kpi_ways.worst_of(result, (id_, unit), formula, targets),
            "aggregation": aggregation,
            "frequency": frequency,
            "targets": targets,
            "series": series,
            "baseline": self.cells.baseline(row, in_words=False),
            "calculation": self.cells.calculation(row),
            "data_source": self.table.line(row, "data_source") or None,
        }

    def in_words(self, row: int, id: str, title: str, said: Ordinal) -> dict[str, Any]:
        """An indicator that is told in the words of a scale."""
        if not said.fields["targets"]:
            self.result.blanks.append((id, NO_TARGET))
            said.fields["targets"] = [{"period": Quoted(str(self.year)), "word": None}]
        what = say("its words are those of the scale {id}", id=said.fields["words"])
        self.result.assumed.append((id, what))
        text = as_words(said.values, comma=self.result.speech.code == "id")
        unit = self.table.line(row, "measured_in")
        self.cells.baseline(row, in_words=True)
        return {
            "id": id,
            "title": title,
            "measured_in": unit or self.result.blank(id, NO_UNIT),
            **said.fields,
            "series": self.keep(id, text),
            "calculation": self.cells.calculation(row),
            "data_source": self.table.line(row, "data_source") or None,
        }

    def path(self, id: str) -> PurePosixPath:
        """The file of the values of an indicator, beside the objective."""
        home = PurePosixPath(path_for("objective", self.id, names_in(self.result.qms)))
        return home.with_name(f"{id}.csv")

    def keep(self, id: str, text: str) -> str:
        """Put measured values into that file; its name."""
        path = self.path(id)
        self.result.lay(str(path), text)
        return path.name

    def targets(self, row: int, id: str) -> tuple[list[dict[str, Any]], bool, bool]:
        """The targets, whether they are shares, and whether less is better."""
        found: dict[str, dict[str, Any]] = {}
        percent = downward = False
        for column in self.table.columns("target"):
            text = self.cells.text(row, column)
            period = self.cells.period(column) or str(self.year)
            if is_blank(text):
                continue
            value, high = self.cells.ends(row, column, id)
            if value is None:
                continue
            if period in found:
                self.cells.tell_second(row, column, period, value, found[period]["value"])
                continue
            percent, downward = percent or "%" in text, downward or text.strip()[0] in "≤<"
            found[period] = {"period": Quoted(period), "value": value, "up_to": high}
        if not found:
            self.result.blanks.append((id, NO_TARGET))
            found[""] = {"period": Quoted(str(self.year)), "value": None}
        return list(found.values()), percent, downward

    def series(
        self, row: int, id: str, unit: str, targets: list[dict[str, Any]], formula: str
    ) -> tuple[str, str, str]:
        """The frequency of the values, the file that holds them, and how a total comes of them."""
        share = is_large_share(unit, targets)
        values: dict[str, Decimal] = {}
        where: dict[str, int] = {}
        periods: list[str] = []
        for column in self.values:
            period = self.period_at(column)
            periods.append(period)
            text = self.table.grid.cell(row, column)
            value = None if is_blank(text) else self.cells.number(row, column, id)
            if value is None:
                continue
            if share and 0 < value <= 1 and "%" not in text:
                more = plain(value * 100)
                doubt = say("{value} % or {more} %? write it with the sign", value=text, more=more)
                self.cells.tell(row, column, text, doubt)
            elif last_day(period) > self.result.qms.today:
                self.cells.tell(row, column, text, say("{period} is not over yet", period=period))
            elif period in values:
                self.cells.tell_second(row, column, period, value, values[period])
            else:
                values[period], where[period] = value, column
        frequency = kpi_ways.frequency_of(self.result, self.table, row, id, (periods, self.year))
        way = ""
        totals = [p for p in values if frequency_of(p) is not frequency]
        for period in sorted(totals, key=len, reverse=True):  # quarters before their year
            total = values.pop(period)
            parts = [v for p, v in sorted(values.items()) if within(p, period)]
            way = way_of(total, parts) or way
            if why := contradicted(total, parts):
                self.cells.tell(row, where[period], self.table.grid.cell(row, where[period]), why)
        way = way or kpi_ways.reached_by(self.table, row, self.year, targets, values, formula)
        is_last = runs_on(self.table, self.values) or kpi_ways.is_running(targets, values)
        way = way or ("last" if is_last else "")
        counted = self.cells.counts(row, values, self.period_at)
        if values.keys() == counted.keys() and counted:
            way = "ratio"
        text = as_table(values, counted, comma=self.result.speech.code == "id")
        return str(frequency.value), self.keep(id, text), way

    def period_at(self, column: int) -> str:
        """The period of a column; that of the whole table where its heading says none."""
        return self.cells.period(column) or self.part
