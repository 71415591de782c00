"""The boxes of the first page of an SOP: number, title, dates, legal basis and the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from smmkit.intake import days
from smmkit.intake.forms.around import above
from smmkit.intake.forms.base import titled
from smmkit.intake.result import Result
from smmkit.intake.table import Table, is_blank
from smmkit.intake.words import any_of, comparable, meaning
from smmkit.intake.words import table as word_table
from smmkit.office.grid import Grid
from smmkit.words import Message, say

SHORT = ("number", "title", "made", "revised", "effective", "version", "approved_by", "unit")
"""Boxes of one line, whose text stands at the right; that of the others stands below."""

NUMBERED = re.compile(r"(\D{2,29}[^\d\s])\s+(\d.*)")
"""A label and its number in one line, without a colon: `No. Revisi 01`."""

PAPER = any_of("procedure_papers")
PROCEDURE_TITLE = re.compile(rf"(?:(?:{PAPER})\b\s*(?:[:\-\u2013]\s*)?){{1,4}}(\S.{{3,}})", re.I)
"""How a line begins that names a procedure."""

SORT = re.compile(rf"(?:{PAPER})(?: \(?(?:sop|spo|ik)\)?)?", re.I)
"""A line that only says that a procedure follows, whose name stands in the next."""

LONGEST_LABEL, LONGEST_LINE, FEWEST_IN_CELL = 4, 300, 2
"""So many words the label of such a box has, and letters its line; so many of them share a cell."""

FIRST_PAGE, FEWEST_BOXES = 40, 3
"""A sheet is the first page of a procedure that has so many of its boxes in its first rows."""


class Boxes:
    """What stands in the boxes, found by their labels."""

    def __init__(self, grids: list[Grid], ends: dict[int, int]) -> None:
        self._found: dict[str, list[tuple[str, Message]]] = {}
        self.ends, self.first = ends, [grid for grid in grids[:1] if ends.get(id(grid), 1) > 0]
        self.grids: set[int] = set()
        """In which grids a box was found."""
        for line in grids[0].above if grids else ():
            label, rest = parted(line)
            if (what := meaning(label, "identity")) in SHORT and rest:
                self._found.setdefault(str(what), [(rest, say("the text"))])
        for grid in grids:
            for row in range(min(ends.get(id(grid), len(grid.rows)), len(grid.rows))):
                for column, text in enumerate(grid.rows[row]):
                    if text and (column == 0 or text != grid.rows[row][column - 1]):
                        self._look(grid, row, column, text)

    def _shared(self, grid: Grid, place: Message, text: str) -> bool:
        """Take the boxes that share one cell; whether there are several, or one below a title."""
        head, found = lines_of(text)
        if len(found) + bool(head) < FEWEST_IN_CELL or not found:
            return False
        for label, said in found:
            what = meaning(label, "identity")
            if what and not is_blank(said):
                self._found.setdefault(what, [(said, place)])
                self.grids.add(id(grid))
        return True

    def _look(self, grid: Grid, row: int, column: int, text: str) -> None:
        if self._shared(grid, grid.place_of(row, column), text):
            return
        label, rest = parted(text)
        what = meaning(label, "identity")
        if what is None or what in self._found or (row and grid.rows[row - 1][column] == text):
            return
        right, below = self._right(grid, row, column), self._below(grid, row, column)
        order = (rest, right, below) if what in SHORT else (rest, below, right)
        texts = [said for said in order if not is_blank(said)]
        if texts:
            self._found[what] = [(texts[0], grid.place_of(row, column))]
            self.grids.add(id(grid))

    def _right(self, grid: Grid, row: int, column: int) -> str:
        """The next cell that is not the label itself, nor a colon; nothing if it is a label."""
        own = grid.cell(row, column)
        for at in range(column + 1, len(grid.rows[row])):
            text = grid.cell(row, at)
            if text and text != own and text.strip(" :"):
                return "" if meaning(parted(text)[0], "identity") else text.lstrip(": ")
        return ""

    def _below(self, grid: Grid, row: int, column: int) -> str:
        """The cells below, until one is empty or a label."""
        texts: list[str] = []
        for at in range(row + 1, self.ends.get(id(grid), len(grid.rows))):
            text = grid.cell(at, column)
            if text == grid.cell(row, column) or (texts and text == texts[-1]):
                continue
            if not text or meaning(parted(text)[0], "identity"):
                break
            texts.append(text)
        return "\n".join(texts)

    def heading(self) -> str:
        """What the first cells of the page call the procedure, where no box says it: `SOP PINDAH DATANG`."""
        cells = (
            text for grid in self.first for row in grid.rows[:1] for text in dict.fromkeys(row)
        )
        lines = (" ".join(text.split()) for text in cells)
        found = (PROCEDURE_TITLE.fullmatch(one) for one in lines if not SORT.fullmatch(one))
        names = (said[1] for said in found if said)
        return next((titled(one) for one in names if not meaning(parted(one)[0], "identity")), "")

    def texts(self, what: str) -> Iterator[str]:
        """What stands in a box."""
        return (text for text, _ in self._found.get(what, ()))

    def line(self, what: str) -> str:
        """The same in one line."""
        return " ".join(" ".join(self.texts(what)).split())

    def place_of(self, what: str) -> Message | str:
        """Where its label stands."""
        return next((place for _, place in self._found.get(what, ())), "")

    def day(self, what: str, unread: list[tuple[Message | str, str, Message]]) -> date | None:
        """The day in a box; what is none is told."""
        if not (text := self.line(what)):
            return None
        found = days.first(text)
        if found is None:
            unread.append((self.place_of(what), text, say("this is no day")))
        return found


def parted(text: str) -> tuple[str, str]:
    """A label, and what stands behind its colon or in the lines below it."""
    head, _, rest = text.partition("\n")
    label, colon, more = head.partition(":")
    if colon:
        return label.strip(), "\n".join(filter(None, (more.strip(), rest)))
    found = None if rest else NUMBERED.fullmatch(head.strip())
    if found and word_table("identity").get(comparable(found[1])) in SHORT:
        return found[1], found[2]
    return head.strip(), rest


def lines_of(text: str) -> tuple[str, list[tuple[str, str]]]:
    """The boxes of one line that share a cell, each with what it says; and what stands before the first."""
    head: list[str] = []
    found: list[tuple[str, str]] = []
    is_list = meaning(parted(text)[0], "identity") not in {None, *SHORT}
    for line in () if is_list else filter(None, map(str.strip, text.splitlines())):
        bare, boxes = boxes_in(line)
        if found and bare:
            found[-1] = (found[-1][0], f"{found[-1][1]}\n{bare}".strip())
        elif bare:
            head.append(bare)
        found += boxes
    return " ".join(head), found


def boxes_in(line: str) -> tuple[str, list[tuple[str, str]]]:
    """What stands before the first box of a line, and each of its boxes: `No. Dokumen: 12 Revisi: 01`."""
    first, *rest = line.split(":") if len(line) <= LONGEST_LINE else [line]
    before, label = ending(first) if rest else opening(line)
    found = [(label, "")] if label else []
    for n, piece in enumerate(rest, 1):
        said, after = ending(piece) if n < len(rest) else (piece, "")
        if not found:
            before, label = f"{before}:{said}", after
        else:
            sign = ":" if found[-1][1] else ""
            found[-1] = (found[-1][0], f"{found[-1][1]}{sign}{said.strip()}")
        found += [(after, "")] if after else []
    if label and not rest:
        found = [(label, before)]
        before = ""
    return before.strip(), found


def ending(text: str) -> tuple[str, str]:
    """A text without the label of a box of one line at its end, and that label."""
    words = text.split()
    for n in range(min(LONGEST_LABEL, len(words)), 0, -1):
        if is_short(label := " ".join(words[-n:])):
            return " ".join(words[:-n]), label
    return text, ""


def opening(line: str) -> tuple[str, str]:
    """What a line says without a colon behind the label of a box, and that label: `Ditetapkan Direktur`."""
    label, rest = parted(line)
    if is_short(label):
        return rest, label
    words = line.split()
    for n in range(min(LONGEST_LABEL, len(words)), 0, -1):
        if is_short(label := " ".join(words[:n])) == "approved_by":
            return " ".join(words[n:]), label
    return line, ""


def is_short(label: str) -> str:
    """Which box of one line a label written as it should be is that of; nothing where it is none."""
    what = word_table("identity").get(comparable(label), "")
    return what if what in {*SHORT, "pages"} else ""


def titled_by(boxes: Boxes, table: Table, result: Result, id: str) -> str:
    """What the first page, else a line above the first table calls it; what is assumed is told."""
    if title := boxes.line("title") or boxes.heading():
        return title
    title = named_above(table)
    line = say("the title, from the line above the table: {text}", text=title)
    what = line if title else say("the title: the name of the file")
    result.assumed.append((id, what))
    return title


def named_above(table: Table) -> str:
    """What a line above the first table calls it: `INSTRUKSI KERJA PENGISIAN BUKU TAMU`."""
    lines = above(table)
    found = (PROCEDURE_TITLE.match(line) for line in reversed(lines))
    if title := next((titled(said[1]) for said in found if said), ""):
        return title
    heads = [n for n, line in enumerate(lines[:-1]) if SORT.fullmatch(line.strip(" :."))]
    below = lines[heads[-1] + 1] if heads else ""
    return titled(below) if below.isupper() and not meaning(parted(below)[0], "identity") else ""


def version(boxes: Boxes, result: Result, id: str) -> str:
    """The version that the first page names; the first, where it names none."""
    if found := re.search(r"\d{1,3}(\.\d{1,3})*", boxes.line("version")):
        return found[0]
    result.assumed.append((id, say("the version: 1")))
    return "1"


def near(grid: Grid, tables: list[Table], *, is_alone: bool) -> bool:
    """Whether a grid belongs to the procedure of these tables, for its boxes; `is_alone` in its workbook."""
    if not grid.is_sheet or grid is tables[0].grid:
        return True
    cells = (parted(text)[0] for row in grid.rows[:FIRST_PAGE] for text in row)
    known = {role for label in cells if (role := meaning(label, "identity"))}
    return is_alone and len(known) >= FEWEST_BOXES
