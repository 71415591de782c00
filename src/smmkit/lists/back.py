"""A list that has come back, cell by cell: what is new, refused, or changed here and there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from smmkit.corrections.officials import comparable
from smmkit.errors import SmmError
from smmkit.lists.listing import SIGN, Change, Column, Fresh, Listing, Refusal, Row
from smmkit.lists.text import unquoted
from smmkit.lists.visible import as_it_was, visible, visible_cell
from smmkit.loading.cell_values import CellError, mark, meant, plain
from smmkit.office.grid import UNCOUNTED, Grid
from smmkit.qms import Qms
from smmkit.words import LANGUAGES, Message, language, say

NUMBERED = re.compile(r"[\d.,/-]*")
"""An id that a spreadsheet may have taken for a number or a day: 7.2; its mark says which it is."""

FEWEST_MOVED = 3
"""So many cells of a column do not change places by chance."""

UNSAVED = say("a formula without a value; open the file in Excel and save it")

DEEPEST = 10
"""The heading stands in one of the first rows."""


@dataclass
class Back:
    """What a list says that the files do not."""

    listing: Listing
    changes: list[Change] = field(default_factory=list)
    fresh: list[Fresh] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    conflicts: list[Refusal] = field(default_factory=list)
    same: int = 0
    """How many rows say nothing new."""
    missing: list[str] = field(default_factory=list)
    """The ids that went out and did not come back; nothing is taken away."""


def signed(grid: Grid) -> tuple[int, int] | None:
    """Where a grid has the heading of the marks; None where it is no list of ours."""
    for row in range(min(DEEPEST, len(grid.rows))):
        for column, text in enumerate(grid.rows[row]):
            if text.startswith(f"{SIGN} ") and len(text.split()) > 2:
                return row, column
    return None


def kind_in(grid: Grid) -> str:
    """The word of the list that a grid is: risk, gap/GA-01."""
    at = signed(grid)
    return grid.cell(*at).split()[1] if at else ""


class Reading:
    """One pass over a list that came back."""

    def __init__(self, qms: Qms, grid: Grid, listing: Listing) -> None:
        found = signed(grid) or (0, 0)
        self.qms, self.grid, self.listing = qms, grid, listing
        self.top, self.marks = found
        self.fields = grid.cell(*found).split()[2:]
        self.back = Back(listing)
        self.rows = {visible(row.id): row for row in listing.rows}
        self.seen: set[str] = set()
        self.columns = self.headed()

    def headed(self) -> dict[int, Column]:
        """The columns that can be filled, by their place; one that nobody knows is told.

        Raises:
            SmmError: the column of the ids is not there.
        """
        known = self.known_headings()
        told = {
            comparable(self.spoken(label, code))
            for label in self.listing.told
            for code in LANGUAGES
        }
        found: dict[int, Column] = {}
        heading = self.grid.rows[self.top]
        ids = {comparable(self.spoken(say("Id"), code)) for code in LANGUAGES}
        if comparable(heading[0]) not in ids:
            raise SmmError(
                say("{sheet}: the first column must be Id, as it went out", sheet=self.grid.name)
            )
        for place, text in enumerate(heading[1:], start=1):
            same = known.get(comparable(text), [])
            left = [one for one in same if one not in found.values()]
            if left and sum(comparable(other) == comparable(text) for other in heading) >= len(
                same
            ):
                found[place] = left[0]
            elif text and place != self.marks and comparable(text) not in told:
                why = say("this column was not taken")
                self.back.refused.append(Refusal(self.grid.place_of(self.top, place), text, why))
        return found

    def known_headings(self) -> dict[str, list[Column]]:
        """The columns that a heading can mean; of several, each is taken in its turn, if all are there."""
        known: dict[str, list[Column]] = {}
        for column in self.listing.columns:
            for heading in {comparable(self.spoken(column.label, code)) for code in LANGUAGES}:
                known.setdefault(heading, []).append(column)
        return known

    def spoken(self, label: Message, code: str) -> str:
        """A heading in one language."""
        return language(code).say(label)

    def read(self) -> Back:
        """Every row."""
        for line in range(self.top + 1, len(self.grid.rows)):
            if any(self.grid.cell(line, place) for place in (0, self.marks, *self.columns)):
                self.row(line)
        for column in self.columns.values():
            self.refuse_moved(column)
        sent = set(self.rows) - self.seen
        self.back.missing = [id_ for id_ in self.rows if id_ in sent]
        return self.back

    def refuse_moved(self, column: Column) -> None:
        """Take nothing of a column whose cells have only changed places: it was sorted without the others."""
        moved = [one for one in self.back.changes if one.column is column]
        before = sorted(one.row.plain(column.name) for one in moved)
        if (
            len(moved) < FEWEST_MOVED
            or len({*before}) < len(before)
            or before != sorted(one.text for one in moved)
        ):
            return
        why = say(
            "the cells of this column have changed places, as if it alone was sorted; not taken"
        )
        self.back.refused += [Refusal(one.place, one.said, why) for one in moved]
        self.back.changes = [one for one in self.back.changes if one.column is not column]

    def refuse(self, line: int, place: int, why: Message) -> None:
        """Tell a cell that is not taken."""
        cell = self.grid.cell(line, place)
        self.back.refused.append(Refusal(self.grid.place_of(line, place), cell, why))

    def row(self, line: int) -> None:
        """One row: one that went out, or a new one."""
        id_, text = self.grid.cell(line, 0), self.grid.cell(line, self.marks)
        sent, *marks = text.split(":")
        if NUMBERED.fullmatch(id_) and id_ not in self.rows:
            id_ = sent
        if not text:
            self.new(line, id_)
        elif id_ != sent:
            why = say("the id must stay as it went out: {id}; the row was left out", id=sent)
            self.refuse(line, 0, why)
        elif id_ in self.seen:
            why = say("this id stands here a second time; the row was left out")
            self.refuse(line, 0, why)
        elif id_ not in self.rows:
            self.seen.add(id_)
            why = say("it is in no file any more; the row was left out")
            self.back.conflicts.append(Refusal(self.grid.place_of(line, 0), id_, why))
        elif len(marks) != len(self.fields):
            self.seen.add(id_)
            self.refuse(line, self.marks, say("the marks of the row are damaged; it was left out"))
        else:
            self.seen.add(id_)
            self.known(line, self.rows[id_], dict(zip(self.fields, marks, strict=True)))

    def known(self, line: int, row: Row, marks: dict[str, str]) -> None:
        """A row that went out: each cell against what was sent, and what stands here now."""
        before = len(self.back.changes) + len(self.back.refused) + len(self.back.conflicts)
        for place, column in self.columns.items():
            said = unquoted(self.grid.cell(line, place))
            if said.startswith(UNCOUNTED):
                self.refuse(line, place, UNSAVED)
                continue
            now, old = row.plain(column.name), marks.get(column.name)
            if said == now or pointed(said) == now or said == self.as_shown(row, column):
                continue
            if not self.grid.is_sheet and said.split() == visible(now).split():
                continue
            if visible(now) != now:  # else a code that a colleague types is text
                said = as_it_was(said)
            try:
                new = meant(column.field, said, self.qms)
            except CellError as error:
                self.refuse(line, place, error.message)
                continue
            if new == now or old in {mark(new), mark(pointed(new))}:
                continue
            where = self.grid.place_of(line, place)
            if mark(now) != old:
                why = say("changed here meanwhile, too: {now}; not taken", now=now or "-")
                self.back.conflicts.append(Refusal(where, said, why))
            elif not new and column.field.required:
                self.refuse(line, place, say("it must not be empty"))
            else:
                self.back.changes.append(Change(row, column, where, said, new))
        told = len(self.back.changes) + len(self.back.refused) + len(self.back.conflicts)
        self.back.same += before == told

    def as_shown(self, row: Row, column: Column) -> str:
        """What stands in a cell that nobody has touched, as the reader of tables gives it."""
        return plain(visible_cell(row, column, language("id")))

    def new(self, line: int, id_: str) -> None:
        """A row that did not go out."""
        back = self.back
        if id_:
            known = say(
                "{id} went out with a mark that is missing here; the row was left out", id=id_
            )
            other = say("a new row has no id; it gets one when it is taken in; it was left out")
            self.refuse(line, 0, known if id_ in self.rows else other)
            return
        if not self.listing.grows:
            kind = self.listing.kind.partition("/")[0]
            why = say("nothing can be added to this list; write it with smm new")
            back.refused.append(Refusal(self.grid.place_of(line, 1), kind, why))
            return
        values: dict[str, str] = {}
        told = len(back.refused)
        for place, column in self.columns.items():
            said = unquoted(self.grid.cell(line, place))
            if said.startswith(UNCOUNTED):
                self.refuse(line, place, UNSAVED)
                continue
            try:
                text = meant(column.field, said, self.qms)
            except CellError as error:
                self.refuse(line, place, error.message)
                continue
            if text:
                values[column.name] = text
            elif column.field.required:
                self.refuse(line, place, say("it must not be empty"))
        if len(back.refused) == told and values:
            back.fresh.append(Fresh(self.grid.place_of(line, 0), values))


def pointed(text: str) -> str:
    """A text that a table took for a number, with the point that it had."""
    return text.replace(",", ".") if re.fullmatch(r"-?\d+,\d+", text) else text
