"""Which reader a file belongs to, and what it makes of it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from smmkit.errors import SmmError
from smmkit.intake import kpi, risks, sop
from smmkit.intake.forms import (
    answers,
    attendance,
    audit_reports,
    entries,
    feedback,
    findings,
    people,
    programme,
    spo,
    swot,
    team,
)
from smmkit.intake.forms.base import Row
from smmkit.intake.kpi_columns import values_of
from smmkit.intake.persons import only_name
from smmkit.intake.result import Result, UnknownPaperError
from smmkit.intake.stacked import apart
from smmkit.intake.table import Table, headed, kinds_of
from smmkit.intake.units import units_in
from smmkit.office.converting import TARGETS, converted
from smmkit.office.excel import MAX_ROWS
from smmkit.office.grid import Grid
from smmkit.office.hidden import remarks
from smmkit.office.reading import OTHERS, READ, grids, suffix, text_of
from smmkit.office.zipped import OfficeError
from smmkit.qms import Qms
from smmkit.words import Message, say

FORM_ROWS = 120
"""A form for one thing, with a word at the left, has no more rows than this."""

READERS: dict[str, Callable[[Result, list[Table]], None]] = {
    "people": people.read,
    "attendance": attendance.read,
    "team": team.read,
    "finding": findings.read,
    "feedback": feedback.read,
    "swot": swot.read,
    "audit-programme": programme.read,
    **dict.fromkeys(entries.PLANS, entries.read),
}
"""What reads the tables of a sort, beside SOP, KPI and risk."""

NOT_TAKEN = frozenset({"left", "who", "provider", "certificate", "laboratory", "met_by", "note"})
NOT_KEPT = {
    "risk-register": frozenset({"process", "note"}),
    "objective": frozenset({"note"}),
}
COUNTED = {"risk-register": frozenset({"level"}), "objective": frozenset({"achievement"})}
"""The columns of risks and KPIs that have no field, and those that are counted from the others."""

PRIVATE = frozenset({"private", "nip"})
"""The columns that are known, and not taken."""


def in_unicode(name: str, data: bytes) -> bytes:
    """A CSV file that Excel has written in the code page of Windows, as UTF-8; all else as it is."""
    if suffix(name) != ".csv" or data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data:
        return data
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        with suppress(UnicodeDecodeError):
            return data.decode("cp1252").encode()
    return data


@lru_cache(maxsize=1)
def tables_of(name: str, data: bytes) -> tuple[str, bytes, list[Grid], list[str]]:
    """A file that can be read, its tables, and the names of its hidden sheets; read once.

    Raises:
        OfficeError: it cannot be read.
    """
    readable = converted(name, in_unicode(name, data))
    return *readable, *grids(*readable)


def read_into(result: Result, file: Path, data: bytes, kind: str | None, year: int | None) -> None:
    """Read a file of an office program into documents.

    Raises:
        SmmError: it cannot be opened, or has no table that is known.
    """
    if suffix(file.name) == ".pdf" and kind in {None, "finding"}:
        audit_reports.read_alone(result, file.name, text_of(file.name, data))
        return
    try:
        name, readable, tables, hidden = tables_of(file.name, data)
    except OfficeError as error:
        raise SmmError(say("{path}: {message}", path=str(file), message=error.message)) from error
    for name in hidden:
        result.unread.append((say("sheet {n}", n=name), "", say("it is hidden, and was not read")))
    result.told += remarks(name, readable)
    if in_unicode(file.name, data) != data:
        why = say("it is in the code page of Windows; read so")
        result.told.append((say("the text"), "", why))
    for grid in tables:
        if len(grid.rows) >= MAX_ROWS:
            why = say("only the first {n} rows are read; divide the file", n=MAX_ROWS)
            result.unread.append((grid.about(), "", why))
    title = " ".join(file.stem.replace("_", " ").split())
    if read_tables(result, tables, kind, title, year) is None:
        if kind in {None, "finding"} and audit_reports.read(result, text_of(name, readable)):
            return
        raise UnknownPaperError(
            say("{path} has no table with the headings of what smm import knows", path=str(file))
        )


def is_to_be_adopted(file: Path, data: bytes, qms: Qms) -> bool:
    """Whether a file can only be registered: it has no tables that are read, or lists documents."""
    end = suffix(file.name)
    if end == ".pdf":
        return not audit_reports.told_in(text_of(file.name, data), units_in(qms))
    if end not in {".docx", ".xlsx", ".csv", *TARGETS}:
        return end in {*READ, *OTHERS}
    if end not in {".xlsx", ".csv"}:
        return False
    try:
        tables = tables_of(file.name, data)[2]
    except OfficeError:
        return False
    lists = [table for grid in tables if (table := headed(grid, "register"))]
    rows = sum(len(list(table.below())) for table in lists)
    numbered = any({"number", "version"} <= set(table.roles) for table in lists)
    others = [t for several in kinds_of(tables).values() for t in several]
    return numbered and rows > sum(len(list(table.below())) for table in others)


def read_tables(
    result: Result, grids: list[Grid], kind: str | None, name: str, year: int | None
) -> str | None:
    """Read all tables of one kind: the one that is asked for, else the one that has most rows.

    Tables of other kinds are told. None where there is no table of a kind that is known.
    """
    if told := answers.read(result, grids, kind, name):
        return told
    if kind in {None, "finding"} and (sheets_of_findings := forms_among(result, grids)):
        findings.read_forms(result, sheets_of_findings)
        return "finding"
    small = [grid for grid in grids if len(grid.rows) <= FORM_ROWS]
    if kind in {None, "swot"} and (boxes := [box for g in small for box in swot.boxes_of(g)]):
        swot.read_boxes(result, boxes)
        return "swot"
    parts = [one for grid in grids for one in apart(grid)]
    found = kinds_of(parts)
    form = spo.form_of(small) if kind in {None, "procedure"} and "procedure" not in found else None
    if form and not grids[0].is_sheet:
        spo.read(result, form[0], grids, name)
        return "procedure"
    if kind:
        found[kind] = [table for grid in parts if (table := headed(grid, kind))]
    elif found:
        kind = max(found, key=lambda known: sum(len(list(t.below())) for t in found[known]))
    if kind is None or not found[kind]:
        return None
    tables = found[kind]
    taken = {id(table.grid) for table in tables}
    for other, those in found.items():
        for table in those:
            if id(table.grid) not in taken:
                why = say("looks like {kind}; call again with --as {kind}", kind=other)
                result.unread.append((where(table), "", why))
    match kind:
        case "procedure":
            for sheets in together(tables):
                sop.read(result, sheets, [g for g in grids if near(g, sheets)], name)
        case "objective":
            for table in tables:
                kpi.read(result, table, year)
        case "risk-register":
            risks.read(result, tables)
        case other:
            READERS[other](result, tables)
    for table in tables:
        unknown(result, table)
    return kind


def where(table: Table) -> Message:
    """Where a table is: its sheet, or the first cell of its heading where a sheet has several."""
    several = table.grid.is_sheet and table.grid.lines
    return table.grid.place_of(table.top, 0) if several else table.grid.about()


def is_more_than_names(table: Table, column: int) -> bool:
    """Whether a column of names also says when somebody was born, or a number."""
    if table.roles[column] != "name":
        return False
    texts = (table.grid.cell(row, column) for row in table.below())
    return any(only_name(text) != " ".join(text.split()) for text in texts)


def forms_among(result: Result, grids: list[Grid]) -> list[Row]:
    """The sheets of single findings, with a word at the left and what it says at the right."""
    trial = Result(result.qms, result.owner, result.class_)
    small = [grid for grid in grids if len(grid.rows) <= FORM_ROWS]
    found = [grid for grid in small if findings.form_of(trial, grid)]
    return [row for grid in found if (row := findings.form_of(result, grid))]


def together(tables: list[Table]) -> list[list[Table]]:
    """The flow tables of each procedure: all of a Word file, one of each sheet."""
    if tables[0].grid.is_sheet:
        return [[table] for table in tables]
    return [tables]


def near(grid: Grid, tables: list[Table]) -> bool:
    """Whether a grid belongs to the procedure of these tables, for its boxes."""
    return not grid.is_sheet or grid is tables[0].grid


def unknown(result: Result, table: Table) -> None:
    """Tell the columns that are none of those that are known, and the cells without a value."""
    taken = values_of(table, result.qms.today.year) if table.kind == "objective" else []
    for place, text in table.strangers(taken):
        result.unread.append((place, text, say("this column was not taken")))
    not_taken = NOT_TAKEN if table.kind in READERS else NOT_KEPT.get(table.kind, frozenset())
    for column, role in enumerate(table.roles):
        place, text = table.grid.place_of(table.top, column), " / ".join(table.paths[column])
        says_something = any(table.grid.cell(row, column) for row in table.below())
        if (role in PRIVATE and table.kind in READERS) or is_more_than_names(table, column):
            result.unread.append((place, text, say("data of people are not taken")))
        elif role in not_taken and says_something:
            result.unread.append((place, text, say("this column was not taken")))
        elif role in COUNTED.get(table.kind, ()) and says_something:
            result.told.append((place, text, say("it is counted from the others; not taken")))
    for row in table.below():
        for column, text in enumerate(table.grid.rows[row]):
            if text == "=?":
                why = say("a formula without a value; open the file in Excel and save it")
                result.unread.append((table.grid.place_of(row, column), text, why))
