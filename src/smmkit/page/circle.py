"""A circle in parts that follow one another, as plan, do, check and act: what a figure of it shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from smmkit.page import Cell, Column, Drawing, Table, Text, Tone
from smmkit.words import say


@dataclass(frozen=True, slots=True)
class Arc:
    """One part of a circle: its name, how much of it is reached (0 to 100), and what is said of it."""

    name: Text
    share: float | None
    value: Any
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Circle(Drawing):
    """Parts of the same size round a centre, the first at the upper right, each leading to the next."""

    arcs: tuple[Arc, ...]
    centre: Text = ""

    def values(self, name: Text) -> Table:
        """A row for each part."""
        columns = (Column(say("Title"), width=2), Column(say("Value"), width=3))
        rows = [(Cell(arc.name), Cell(arc.value, arc.tone)) for arc in self.arcs]
        return Table(name, columns, tuple(rows))
