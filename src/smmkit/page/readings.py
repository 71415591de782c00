"""Columns that say how they are read from what a row is about; so a heading never parts from its cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from smmkit.page import Cell, Column, Shape, Table, Text

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """A column: its heading, what it says of a row (a value, or a Cell with its tone), its shape."""

    title: Text
    read: Callable[[T], Any]
    shape: Shape = Shape.WORDS
    width: int = 1
    choices: tuple[Text, ...] = ()

    def cell(self, row: T) -> Cell:
        """What stands in this column of a row."""
        value = self.read(row)
        return value if isinstance(value, Cell) else Cell(value)


def table_of(
    name: Text, readings: Sequence[Reading[T]], rows: Iterable[T], empty: Text = ""
) -> Table:
    """A row for each thing, a column for each reading."""
    return Table(
        name,
        tuple(Column(one.title, one.shape, one.width, one.choices) for one in readings),
        tuple(tuple(one.cell(row) for one in readings) for row in rows),
        empty,
    )
