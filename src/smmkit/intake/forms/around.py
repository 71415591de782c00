"""What the lines around a table say of all its rows: its year, its unit, the day of an evaluation."""

from __future__ import annotations

import re

from smmkit.intake.result import Result
from smmkit.intake.table import Table
from smmkit.intake.units import unit_of
from smmkit.intake.words import meaning

YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def year_of(result: Result, table: Table) -> str:
    """The year of a whole table: as the lines above it say, else as the person named it."""
    years = {year for line in (*above(table), table.grid.name) for year in YEAR.findall(line)}
    return years.pop() if len(years) == 1 else result.year


OF_UNIT = ("unit", "owner")
"""The columns of units."""

OF_WHOLE = {
    "external-providers": ("evaluated", "unit"),
    "resources": ("unit",),
    "training-plan": ("owner",),
    "finding": ("clause", "audit", "unit"),
}
"""What a line above or below a table may say of all its rows, where no column says it."""


def said_around(result: Result, table: Table) -> dict[str, str]:
    """What the lines around a table say of all its rows: `Tanggal evaluasi: 15 Desember 2025`.

    Of the unit also the name of its sheet.
    """
    below = [text for n in sorted(table.outside) for text in dict.fromkeys(table.grid.rows[n])]
    found: dict[str, str] = {}
    for line in (*above(table), *below, *(() if table.grid.is_sheet else result.lines)):
        label, colon, rest = line.partition(":")
        role = meaning(label.strip(), table.kind) if colon and rest.strip() else None
        if role in OF_WHOLE[table.kind] and role not in {*table.roles, *OF_UNIT}:
            found.setdefault(role, rest.strip())
    unit, _ = unit_around(result, table)
    roles = [role for role in OF_UNIT if role in OF_WHOLE[table.kind] and role not in table.roles]
    return found | {role: unit for role in roles if unit}


def unit_around(result: Result, table: Table) -> tuple[str | None, str]:
    """The unit that a line above a table says, or the name of its sheet; and which text it is."""
    for line in above(table):
        label, colon, rest = line.partition(":")
        is_unit = colon and meaning(label.strip(), table.kind) in OF_UNIT
        if is_unit and (found := unit_of(result.qms, rest)):
            return found, line
    return unit_of(result.qms, table.grid.name), table.grid.name


def above(table: Table) -> list[str]:
    """The lines above the heading of a table: of a text those before it, too."""
    found = list(table.grid.above)
    for row in table.grid.rows[: table.top]:
        line = " ".join(" ".join(dict.fromkeys(text for text in row if text)).split())
        if line:
            found.append(line)
    return found
