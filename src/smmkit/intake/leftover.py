"""What of a file nobody has taken: whole tables, and cells of a second column of the same name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from smmkit.intake.kpi_columns import values_of
from smmkit.intake.needed import UNTOLD
from smmkit.intake.persons import only_name
from smmkit.intake.result import Result
from smmkit.intake.table import Table, is_blank
from smmkit.office.grid import UNCOUNTED, Grid
from smmkit.words import Message, say

MANY: Final = frozenset(
    {
        "",
        "row",
        "note",
        "left",
        "private",
        "nip",
        "signature",
        "session",
        "month",
        "target",
        "value",
        "actor",
    }
    | {
        "likelihood",
        "impact",
        "likelihood_after",
        "impact_after",
        "level",
        "achievement",
        "mark",
        "level_held",
        "gap",
    }
)
"""The columns of which a table may have several, or that are told as a whole."""

SEVERAL: Final = frozenset(
    {
        ("issues", "title"),
        ("issues", "effect"),
        ("risk-register", "effect"),
        ("management-review", "decision"),
        ("audit", "seen"),
        ("audit", "verdict"),
        ("audit-programme", "auditor"),
        ("objective", "numerator"),
        ("objective", "calculation"),
        ("objective", "denominator"),
    }
)
"""The same, of one kind of table only."""

NOT_TAKEN = frozenset(
    {"left", "who", "provider", "certificate", "laboratory", "met_by", "follow", "note"}
)
NOT_KEPT = {
    "risk-register": frozenset({"process", "note"}),
    "objective": frozenset({"note"}),
    "attendance": frozenset({"post", "session"}),
    "team": frozenset({"post"}),
}
COUNTED = {
    "risk-register": frozenset({"level"}),
    "objective": frozenset({"achievement"}),
    "swot": frozenset({"score"}),
    "feedback": frozenset({"status"}),
    "service-log": frozenset({"days"}),
    "competences": frozenset({"gap"}),
}
"""The columns of risks and KPIs that have no field, and those that are counted from the others."""

PRIVATE = frozenset({"private", "nip"})
"""The columns that are known, and not taken."""

BROAD_TABLE: Final = 5
"""A table of which so many columns are known is no form."""

SHOWN: Final = 80
"""So many letters of a table are shown to say which it is."""


def tell_seconds(result: Result, table: Table) -> None:
    """Tell the cells of a column whose name another has, where that one says something else."""
    for column, role in enumerate(table.roles):
        first = next(iter(table.columns(role)), column)
        if role in MANY | NOT_TAKEN or first == column or (table.kind, role) in SEVERAL:
            continue
        for row in table.below():
            text = table.said(row, column)
            if not (is_blank(text) or text == table.text(row, role) or table.is_total(row)):
                why = say("another column has this name, and was taken")
                result.unread.append((table.grid.place_of(row, column), text, why))


def tell_tables(result: Result, grids: Iterable[Grid], is_used: Callable[[Grid], bool]) -> None:
    """Tell the tables of a file that nothing was read from."""
    for grid in grids:
        if is_used(grid) or not any(map(any, grid.rows)):
            continue
        texts = dict.fromkeys(" ".join(text.split()) for row in grid.rows for text in row if text)
        why = say("no headings that are known; this table was not read")
        result.unread.append((grid.about(), " | ".join(texts)[:SHOWN], why))


def tell_other_kinds(result: Result, found: dict[str, list[Table]], tables: list[Table]) -> None:
    """Tell the tables of another kind than the one that is read."""
    taken = {id(table.grid) for table in tables}
    for kind, those in found.items():
        for table in those:
            if id(table.grid) not in taken:
                why = say("looks like {kind}; call again with --as {kind}", kind=kind)
                result.unread.append((where(table), "", why))


def where(table: Table) -> Message:
    """Where a table is: its sheet, or the first cell of its heading where a sheet has several."""
    several = table.grid.is_sheet and table.grid.lines
    return table.grid.place_of(table.top, 0) if several else table.grid.about()


def is_more_than_names(table: Table, column: int) -> bool:
    """Whether a column of names also says when somebody was born, or a number."""
    if table.roles[column] != "name":
        return False
    texts = (table.grid.cell(row, column) for row in table.below())
    return any(only_name(text) not in {"", " ".join(text.split())} for text in texts)


def unknown(result: Result, table: Table, *, is_read_by_rows: bool) -> None:
    """Tell the columns that are none of those that are known, and the cells without a value."""
    taken = values_of(table, result.qms.today.year) if table.kind == "objective" else []
    for place, text in table.strangers(taken):
        result.unread.append((place, text, say("this column was not taken")))
    not_taken = NOT_KEPT.get(table.kind, frozenset()) | (NOT_TAKEN if is_read_by_rows else set())
    for column, role in enumerate(table.roles):
        place, text = table.grid.place_of(table.top, column), " / ".join(table.paths[column])
        says_something = any(table.grid.cell(row, column) for row in table.below())
        if (role in PRIVATE and is_read_by_rows) or is_more_than_names(table, column):
            result.unread.append((place, text, say("data of people are not taken")))
        elif role in not_taken and says_something:
            result.unread.append((place, text, say("this column was not taken")))
        elif role in COUNTED.get(table.kind, ()) and says_something:
            result.told.append((place, text, say("it is counted from the others; not taken")))
        elif (table.kind, role) == ("attendance", "unit") and says_something:
            why = say("only those whom the register of people does not know are counted by it")
            result.told.append((place, text, why))


def tell_uncounted(result: Result, grids: Iterable[Grid]) -> None:
    """Tell the cells without a value, and those in which Excel says that something is wrong."""
    for grid in grids:
        for row, cells in enumerate(grid.rows):
            for column, text in enumerate(cells):
                if not text.startswith(UNCOUNTED):
                    continue
                fault = text.removeprefix(UNCOUNTED)
                why = say("a formula without a value; open the file in Excel and save it")
                if fault:
                    why = say("its formula has a fault; mend it in Excel, or write the value")
                result.unread.append((grid.place_of(row, column), fault or text, why))


def is_broad(table: Table) -> bool:
    """Whether so many columns of a table are known, that of its numbers among them, that it is no form."""
    return len({*table.roles} - (UNTOLD - {"row"})) >= BROAD_TABLE
