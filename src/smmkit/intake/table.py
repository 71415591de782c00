"""A table whose columns are understood: which row names them, and what each of them is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from smmkit.intake.below import below_table
from smmkit.intake.by_content import TICKS, seen
from smmkit.intake.headings import heads_a_part, is_below_gaps, path_of, raised, reaches
from smmkit.intake.needed import NEEDED, STANDS_FOR
from smmkit.intake.roles import role_of, timeless
from smmkit.intake.words import comparable, data, is_numbering, meaning, without_brackets
from smmkit.intake.words import table as word_table
from smmkit.office.grid import UNCOUNTED, Grid
from smmkit.words import Message

BROAD = 40
"""A row with more cells than this is looked at more closely before it counts as a heading."""

DEEPEST, HIGHEST = 60, 3
"""The heading stands in one of the first rows, and has at most so many."""


@dataclass(frozen=True)
class Table:
    """A grid below its heading."""

    grid: Grid
    kind: str
    top: int
    """The first row of the heading."""
    first: int
    """The first row below it."""
    paths: tuple[tuple[str, ...], ...]
    """For each column what its heading says, from the top down."""

    @cached_property
    def roles(self) -> tuple[str, ...]:
        """What each column is, by its heading and by what stands below it."""
        return tuple(seen(self, n, role) for n, role in enumerate(self.named))

    @cached_property
    def named(self) -> list[str]:
        """What the headings say; nothing where no word fits, or another stands nearer to its indicators."""
        roles = [role_of(path, self.kind) for path in self.paths]
        there, wanted = STANDS_FOR.get(self.kind, ("", ""))
        if wanted not in roles and roles.count(there) == 1:
            roles[roles.index(there)] = wanted
        if self.kind == "objective" and {there, wanted} <= set(roles):
            key = roles.index(wanted)
            near = min((n for n, r in enumerate(roles) if r == there), key=lambda n: abs(n - key))
            far = [
                n for n, r in enumerate(roles) if r == there and self.paths[n] != self.paths[near]
            ]
            roles = ["" if n in far else role for n, role in enumerate(roles)]
        return roles

    def is_ticked(self, column: int, marks: frozenset[str] = TICKS) -> bool:
        """Whether nothing but ticks stands below a heading; the first other text tells, in a long table."""
        is_any = False
        for row in range(self.first, len(self.grid.rows)):
            text = self.grid.cell(row, column).strip()
            if text.casefold() in marks:
                is_any = True
            elif not is_blank(text) and self.is_own(row) and not self.is_total(row):
                return False
        return is_any

    def is_total(self, row: int) -> bool:
        """Whether the first words of a row say that it only counts the others."""
        first = comparable(next((text for text in self.grid.rows[row] if text.strip()), ""))
        return first in map(comparable, map(str, data()["totals"]))

    @cached_property
    def plan_or_done(self) -> int:
        """The column that says of each row below months whether it is what is planned, or was done."""
        for column, role in enumerate(self.roles) if "month" in self.roles else ():
            cells = {self.grid.cell(row, column) for row in self.below()} - {""}
            said = {meaning(text, "plan_or_done") for text in cells}
            if role != "month" and said == {"planned", "done"}:
                return column
        return -1

    def carried_out(self, row: int) -> int:
        """The column in which a row of a plan says that it is what was done; -1 where none does."""
        column = self.plan_or_done
        is_done = meaning(self.grid.cell(row, column), "plan_or_done") == "done"
        return column if column >= 0 and is_done else -1

    def columns(self, *roles: str) -> list[int]:
        """The columns that are one of these."""
        return [n for n, role in enumerate(self.roles) if role in roles]

    def text(self, row: int, role: str) -> str:
        """What a row says in the first column of a role that says something there."""
        found = (self.said(row, column) for column in self.columns(role))
        return next((text for text in found if not is_without_words(text)), "")

    def said(self, row: int, column: int) -> str:
        """What a cell says: a tick says what the column is called below a heading that it shares."""
        text, path = self.grid.cell(row, column), self.paths[column]
        names = len(path) > 1 or (path and self.kind == "finding" and self.roles[column] == "grade")
        return path[-1] if names and text.strip().casefold() in TICKS else text

    def line(self, row: int, role: str) -> str:
        """The same in one line."""
        return " ".join(self.text(row, role).split())

    def place_of(self, row: int, role: str) -> Message:
        """Where a row says what it says of a role."""
        return self.grid.place_of(row, next(iter(self.columns(role)), 0))

    def strangers(self, taken: Sequence[int] = ()) -> Iterator[tuple[Message, str]]:
        """The columns that are none of those that are known, though they say something."""
        for column, role in enumerate(self.roles):
            if (
                not role
                and column not in taken
                and any(self.grid.cell(row, column) for row in self.below())
            ):
                said = (self.grid.cell(row, column) for row in self.below())
                name = " / ".join(self.paths[column]) or next(filter(None, said), "")
                yield self.grid.place_of(self.top, column), name

    def below(self) -> Iterator[int]:
        """The rows of the table that say anything, without headings that come again."""
        return filter(self.is_own, range(self.first, len(self.grid.rows)))

    def is_own(self, row: int) -> bool:
        """Whether a row below the heading says something, and is no heading and no signature."""
        cells = self.grid.rows[row]
        is_named = cells in self.heading or is_numbering(cells)
        return any(cells) and not is_named and row not in self.outside

    @cached_property
    def heading(self) -> set[tuple[str, ...]]:
        """The rows that name the columns."""
        return {self.grid.rows[n] for n in range(self.top, self.first)}

    @cached_property
    def outside(self) -> frozenset[int]:
        """The rows below the table that are none of its own: who signs it, and notes."""
        return frozenset(below_table(self.grid, self.first, self.heading))


def headed(grid: Grid, kind: str) -> Table | None:
    """A grid as a table of a kind; None where no row names the columns that it needs."""
    for top in range(min(len(grid.rows), DEEPEST)):
        key, others = NEEDED[kind]
        if not may_head(grid.rows[top], kind, key):
            continue
        found = Table(grid, kind, top, top + 1, tuple((text,) for text in grid.rows[top]))
        if key not in found.named or key not in found.roles or len(set(grid.rows[top]) - {""}) < 2:
            continue
        found = deepened(found, found.roles.index(key))
        if key in found.roles and set(others) & set(found.roles):
            return found
    return None


def stands_in(table: Table) -> bool:
    """Whether another column stands for the one that its kind must have."""
    wanted = STANDS_FOR.get(table.kind, ("", ""))[1]
    return wanted in table.named and wanted not in {
        role_of(path, table.kind) for path in table.paths
    }


def may_head(cells: tuple[str, ...], kind: str, key: str) -> bool:
    """Whether a row may be a heading: a broad one must name its key column without a slip of the pen.

    Why: to look for likenesses takes long, and a broad table has many rows of many cells.
    """
    said = {text for text in cells if text}
    if len(said) <= BROAD:
        return True
    known = word_table(kind)
    texts = (one for text in said for one in (text, timeless(text), without_brackets(text)))
    return any(known.get(comparable(text)) == key for text in texts)


def deepened(table: Table, key: int) -> Table:
    """The same table with all rows of its heading: those that leave its key column as it is."""
    grid, top, last = table.grid, table.top, table.top
    while last + 1 < min(len(grid.rows), top + HIGHEST):
        below, above = grid.rows[last + 1], grid.rows[last]
        new = [n for n, text in enumerate(below) if text and text != above[n]]
        is_numbered = any(grid.cell(n, 0) for n in range(top, last + 1))
        is_part = is_numbered and key > 0 and heads_a_part(below, key, new)
        if (
            not new
            or is_part
            or (
                below[key] not in {"", above[key]}
                and not (last == top and (reaches(above, key) or is_below_gaps(above, below)))
            )
        ):
            break
        last += 1
    top = raised(grid, top)
    first = last + 1
    while first < len(grid.rows) and is_numbering(grid.rows[first]):
        first += 1
    paths = tuple(path_of(grid, top, last, column) for column in range(len(grid.rows[top])))
    return Table(grid, table.kind, top, first, paths)


def is_blank(text: str) -> bool:
    """Whether a cell says nothing: it is empty, or a dash."""
    return not text.strip(" -–—.\n\t") or text.startswith(UNCOUNTED)


def is_without_words(text: str) -> bool:
    """The same of a cell of words, where n/a says nothing, too; where a number is due, it is told."""
    is_short = len(text) <= len(" n. / a. ")
    return is_blank(text) or (is_short and comparable(text) in data()["nothing"])
