"""Which reader a file belongs to, and what it makes of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from smmkit.errors import SmmError
from smmkit.intake import days, kpi, risks, sop
from smmkit.intake.american_days import day_first
from smmkit.intake.boxes import near
from smmkit.intake.coloured_months import with_marks
from smmkit.intake.findings_crossed import row_by_row
from smmkit.intake.forms import (
    answers,
    attendance,
    audit_reports,
    competences,
    entries,
    feedback,
    findings,
    issues,
    labelled,
    own_checklists,
    people,
    programme,
    prose,
    service_logs,
    services,
    swot,
    team,
)
from smmkit.intake.kpi_forms import with_times
from smmkit.intake.leftover import (
    tell_other_kinds,
    tell_seconds,
    tell_tables,
    tell_uncounted,
    unknown,
)
from smmkit.intake.months_down import turned
from smmkit.intake.outside import tell_outside, tell_rows
from smmkit.intake.result import Result, UnknownPaperError
from smmkit.intake.single_forms import FORM_ROWS, a_form
from smmkit.intake.sorts import kinds_of
from smmkit.intake.stacked import apart, levels, stacked, with_rest
from smmkit.intake.table import Table, headed
from smmkit.intake.written_out import written_out
from smmkit.office.converting import TARGETS, converted, in_unicode
from smmkit.office.dialects import ENDS, in_usual_form
from smmkit.office.excel import MAX_ROWS
from smmkit.office.grid import Grid
from smmkit.office.hidden import remarks
from smmkit.office.reading import OTHERS, READ, grids, paragraphs_of, suffix, text_of
from smmkit.office.zipped import OfficeError
from smmkit.qms import Qms
from smmkit.words import say

FIRST = 5
"""In so many rows a table stands below its title."""

READERS: dict[str, Callable[[Result, list[Table]], object]] = {
    "people": people.read,
    "attendance": attendance.read,
    "team": team.read,
    "finding": findings.read,
    "feedback": feedback.read,
    "swot": swot.read,
    "audit-programme": programme.read,
    "audit": own_checklists.read,
    "competences": competences.read,
    "issues": issues.read,
    "services": services.read,
    "service-log": service_logs.read,
    "job-description": labelled.read_rows,
    **dict.fromkeys(entries.PLANS, entries.read),
}
"""What reads the tables of a sort, beside SOP, KPI and risk."""


@lru_cache(maxsize=1)
def tables_of(name: str, data: bytes) -> tuple[str, bytes, list[Grid], list[str]]:
    """A file that can be read, its tables, and the names of its hidden sheets; read once.

    Raises:
        OfficeError: it cannot be read.
    """
    readable = converted(*in_usual_form(name, in_unicode(name, data)))
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
    for meant in (written_out, day_first):
        written = [meant(grid) for grid in tables]
        tables = [grid for grid, _ in written]
        result.told += [one for _, told in written for one in told]
    why = say("it is hidden, and was not read")
    result.unread += [(say("sheet {n}", n=one), "", why) for one in hidden]
    result.told += remarks(name, readable)
    tables = with_marks(result, name, readable, tables)
    if in_unicode(file.name, data) != data:
        result.told.append((say("the text"), "", say("it is in the code page of Windows; read so")))
    why = say("only the first {n} rows are read; divide the file", n=MAX_ROWS)
    result.unread += [(g.about(), "", why) for g in tables if len(g.rows) >= MAX_ROWS]
    title = " ".join(file.stem.replace("_", " ").split())
    lines, heads = paragraphs_of(name, readable)
    result.lines = lines
    alone = ({*row} - {""} for grid in tables for row in grid.rows[:FIRST])
    result.begins = tuple(text for texts in alone if len(texts) == 1 for text in texts)
    cells = (text for g in tables if len(g.rows) <= FORM_ROWS for row in g.rows for text in row)
    result.named = days.named((*lines, *cells))
    sort = read_tables(result, tables, kind, title, year)
    if sort is None and not audit_reports.tells([lines], result.qms):
        sort, forms = prose.read(result, lines, tables, kind, title)
        tables = [*tables, *forms]
    if sort == "finding":
        audit_reports.read_beside(result, lines, heads)
    if sort is not None:
        tell_rows(result, tables)
        tell_uncounted(result, tables)
        tell_outside(result, name, readable, tables)
    elif kind not in {None, "finding"} or not audit_reports.told_alone(result, name, readable):
        raise UnknownPaperError(
            say("{path} has no table with the headings of what smm import knows", path=str(file))
        )


def is_to_be_adopted(file: Path, data: bytes, qms: Qms) -> bool:
    """Whether a file can only be registered: it has no tables that are read, or lists documents."""
    end = suffix(file.name)
    if end == ".pdf":
        return not audit_reports.tells(text_of(file.name, data), qms)
    if end not in {*ENDS, ".csv", *TARGETS}:
        return end in {*READ, *OTHERS}
    if ENDS.get(end, end) not in {".xlsx", ".csv"}:
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
    grids = with_times(grids)
    small = [g for g in grids if len(g.rows) <= FORM_ROWS and row_by_row(g, result.qms) is g]
    title = name if len(grids) == 1 else ""
    parts = {
        id(grid): [
            row_by_row(turned(stacked(one), title), result.qms)
            for part in apart(grid)
            for one in levels(part)
        ]
        for grid in grids
    }
    flat = [part for several in parts.values() for part in several]
    found = kinds_of(flat)
    if told := a_form(result, grids, small, kind, name, found):
        return told
    if kind:
        found[kind] = [table for grid in flat if (table := headed(grid, kind))]
    elif found:
        kind = max(found, key=lambda known: sum(len(list(t.below())) for t in found[known]))
    if kind is None or not found[kind]:
        return None
    tables = with_rest(found[kind], flat) if kind in READERS else found[kind]
    if kind in READERS:
        tables += more_below(found, tables, [p for p in parts.values() if len(p) > 1], kind)
    tell_other_kinds(result, found, tables)
    used = read_kind(result, kind, tables, grids, name, year)
    known = used | {id(table.grid) for several in found.values() for table in several}
    known |= {id(table.grid) for table in tables}
    rest = [part for grid in grids if id(grid) not in known for part in parts[id(grid)]]
    tell_tables(result, rest, lambda part: id(part) in known)
    for table in tables:
        unknown(result, table, is_read_by_rows=kind in READERS)
        if kind != "procedure":
            tell_seconds(result, table)
    return kind


def more_below(
    found: dict[str, list[Table]], tables: list[Table], parts: list[list[Grid]], kind: str
) -> list[Table]:
    """The tables below one of a kind on its sheet that name less, and are no others: the suggestions."""
    taken = {id(one.grid) for several in (tables, *found.values()) for one in several}
    beside = [p for several in parts if any(id(p) in taken for p in several) for p in several]
    return [
        table
        for one in beside
        if id(one) not in taken and (table := headed(one, kind, is_more=True))
    ]


def read_kind(
    result: Result, kind: str, tables: list[Table], grids: list[Grid], name: str, year: int | None
) -> set[int]:
    """Read all tables of a kind; which other grids it has used."""
    used: set[int] = set()
    result.taken += tables
    match kind:
        case "procedure":
            groups = together(tables)
            for sheets in groups:
                pages = [g for g in grids if near(g, sheets, is_alone=len(groups) == 1)]
                used |= sop.read(result, sheets, pages, name)
        case "objective":
            kpi.read(result, tables, year, name)
        case "risk-register":
            risks.read(result, tables)
        case "swot":
            own = {id(table.grid) for table in tables}
            used |= swot.read(result, tables, [grid for grid in grids if id(grid) not in own])
        case other:
            READERS[other](result, tables)
    return used


def together(tables: list[Table]) -> list[list[Table]]:
    """The flow tables of each procedure: all of a Word file, one of each sheet."""
    return [[table] for table in tables] if tables[0].grid.is_sheet else [tables]
