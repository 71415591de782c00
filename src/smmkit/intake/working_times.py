"""The working times of the steps of an SOP: in one column, or in one for hours and one for minutes."""

from __future__ import annotations

from typing import Any

from smmkit.documents.procedure import TimeUnit
from smmkit.intake.numbers import number
from smmkit.intake.table import Table, is_blank
from smmkit.intake.words import meaning
from smmkit.words import Message, say


def heading_unit(table: Table) -> str | None:
    """The unit of bare numbers, as the heading says it in brackets: `Waktu (menit)`."""
    text = " ".join(text for n in table.columns("duration") for text in table.paths[n])
    inner, closed, _ = text.partition("(")[2].partition(")")
    return meaning(inner, "times") if closed else None


def time_of(table: Table, row: int) -> str:
    """What a row says of its time; below `Jam` and `Menit` its numbers with their units, 1 Jam 30 Menit."""
    units = {n: table.paths[n][-1] for n in table.columns("duration")}
    units = {n: text for n, text in units.items() if meaning(text, "times")}
    cells = {n: table.grid.cell(row, n) for n in units}
    said = {n: text for n, text in cells.items() if not is_blank(text) and text.strip() != "0"}
    if said and all(number(text) is not None for text in said.values()):
        return " ".join(f"{text.strip()} {units[n]}" for n, text in said.items())
    return table.line(row, "duration")


def lasts(step: dict[str, Any]) -> Message | str:
    """How long a step takes, for showing."""
    time = step.get("duration")
    if not time:
        return "-"
    unit = TimeUnit(time["unit"]).label
    if "up_to" not in time:
        return say("{n} {unit}", n=time["value"], unit=unit)
    high = say("{n} {unit}", n=time["up_to"], unit=unit)
    return say("{low} to {high}", low=time["value"], high=high)
