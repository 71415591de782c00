"""Boxes in bands that hand things on to one another, as the processes of an organization do."""

from __future__ import annotations

from dataclasses import dataclass

from smmkit.page import Cell, Column, Drawing, Table, Text, Tone
from smmkit.words import say


@dataclass(frozen=True, slots=True)
class Box:
    """One box, and the band that it stands in, counted from 0."""

    id: str
    name: Text
    band: int


@dataclass(frozen=True, slots=True)
class Handed:
    """What one hands on to another, each a box by its id or somebody outside by name."""

    giver: str
    taker: str
    what: Text
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Map(Drawing):
    """Bands of boxes; what comes from outside stands at the left, what goes out at the right."""

    bands: tuple[Text, ...]
    middle: int
    """The band whose boxes are drawn with the ways between them."""
    boxes: tuple[Box, ...]
    handed: tuple[Handed, ...]

    def values(self, name: Text) -> Table:
        """A row for each thing that is handed on."""
        columns = (
            Column(say("From"), width=2),
            Column(say("What is handed on"), width=5),
            Column(say("To"), width=2),
        )
        rows = [(Cell(one.giver), Cell(one.what, one.tone), Cell(one.taker)) for one in self.handed]
        return Table(name, columns, tuple(rows))

    def outside(self) -> tuple[list[str], list[str]]:
        """Who gives and who takes from outside, each once."""
        inside = {box.id for box in self.boxes}
        givers = dict.fromkeys(one.giver for one in self.handed if one.giver not in inside)
        takers = dict.fromkeys(one.taker for one in self.handed if one.taker not in inside)
        return [*givers], [*takers]
