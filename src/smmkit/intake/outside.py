"""What stands outside of the tables of a paper and came into no document is told, block by block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from smmkit.intake import days
from smmkit.intake.boxes import boxes_in
from smmkit.intake.needed import NEEDED
from smmkit.intake.ours import is_ours
from smmkit.intake.result import Result
from smmkit.intake.table import is_blank
from smmkit.intake.words import comparable, data, holds
from smmkit.intake.words import table as word_table
from smmkit.office.grid import Grid
from smmkit.office.outside import outside
from smmkit.small_words import small_words
from smmkit.words import say

SHOWN: Final = 300
"""So many letters of a block are shown to say which it is."""

LABELLED: Final = ("finding", "job-description", "service-standard", "spo", "identity")
"""The forms with words at the left, or above what they say."""

MOST: Final = 400
"""So many lines are looked for in what was read; more are no form."""

LEAD: Final = re.compile(r"^(?:\d{1,2}|[A-Za-z]|[IVX]{1,5})[.)]\s++(?=\S)")
"""What numbers a line."""

SHORTEST: Final = 8
"""A title of fewer letters may stand in any line."""

IDS: Final = re.compile(r"(?<![\w-])[A-Z]{1,12}-\d{1,5}(?![\w-])")
"""The ids by which a document names what a paper calls by its name."""

PAGES: Final = re.compile(rf"(?:{small_words('page', 'of')}|\W|\d){{1,12}}", re.I)
"""What the foot of a page says of pages alone."""

COUNTED: Final = re.compile(
    rf" (?:{small_words('page')})\b[\W\d]*+(?:(?:{small_words('of')})\b[\W\d]*+)?$", re.I
)
"""What the foot of a page says of pages behind a title."""


def tell_outside(result: Result, name: str, data: bytes, grids: list[Grid]) -> None:
    """Tell the lines that stand neither in a table that is known nor in what was written, and dark parts."""
    known = Known(result, grids)
    blocks, dark = outside(name, data)
    result.unread += [(where, "", why) for where, why in dark]
    for where, lines in blocks:
        left = [line for line in dict.fromkeys(lines) if not known.has(line)]
        if left:
            text = " / ".join(left)
            why = say("it is not among what is read; lines: {n}", n=len(left))
            result.unread.append((where, shortened(text), why))


def tell_rows(result: Result, grids: list[Grid]) -> None:
    """Tell what stands above the heading of a table and in rows that its reader has no name for.

    Of a form these are its lines of one text.
    """
    known = Known(result, [])
    for table in result.taken:
        key = NEEDED[table.kind][0]
        below = [row for row in table.below() if is_blank(table.line(row, key))]
        tell_block(result, table.grid, [*range(table.top)], known)
        tell_block(result, table.grid, below, known)
        tell_block(result, table.grid, sorted(table.outside), known)
    for grid in () if result.taken else grids:
        alone = [
            n for n, cells in enumerate(grid.rows) if len({text for text in cells if text}) == 1
        ]
        tell_block(result, grid, alone, known)


def tell_block(result: Result, grid: Grid, rows: list[int], known: Known) -> None:
    """Tell what some rows say that is not known, as one."""
    left: list[tuple[int, str]] = []
    seen: set[str] = set()
    for row in rows:
        lines = [line for text in dict.fromkeys(grid.rows[row]) for line in text.splitlines()]
        texts = [text for line in lines if (text := " ".join(line.split())) not in seen]
        seen.update(texts)
        said = [text for text in texts if not is_blank(text) and not known.has(text)]
        left += [(row, " | ".join(said))] if said else []
    if left:
        first = next(n for n, text in enumerate(grid.rows[left[0][0]]) if text)
        why = say("it is not among what is read; lines: {n}", n=len(left))
        text = shortened(" / ".join(text for _, text in left))
        result.unread.append((grid.place_of(left[0][0], first), text, why))


def shortened(text: str) -> str:
    """As much of a text as says which it is."""
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


class Known:
    """What a paper has said already: in its tables, in what was written of it, and in what was told."""

    def __init__(self, result: Result, grids: list[Grid]) -> None:
        written = [*result.files.values(), *(d.decode("utf-8") for d in result.changed.values())]
        told = [text for _, text, _ in (*result.unread, *result.told)]
        told += [str(value) for _, said in result.assumed for value in said.values.values()]
        said = [text for grid in grids for row in grid.rows for text in row]
        settings = result.qms.settings
        things = result.qms.things
        ids = {one for text in written for one in IDS.findall(text) if one in things}
        told += [things[one].title for one in ids]
        own = [settings.organization.name, settings.organization.head] if settings else []
        own += [unit.title for unit in settings.units] if settings else []
        self.lines = {bare(line) for text in said for line in text.splitlines()}
        self.all = "\n".join(bare(text) for text in (*written, *told, *said, *own))
        self.days = "\n".join(written)
        self.titles = [key for one in titles(written) if len(key := bare(one)) >= SHORTEST]
        self.left = MOST
        self.house = settings.organization.name if settings else ""

    def has(self, line: str) -> bool:
        """Whether a line was read, or says nothing."""
        line = COUNTED.sub("", LEAD.sub("", line, count=1))
        before, boxes = boxes_in(line)
        if len(boxes) > 1 or (boxes and ":" not in line):
            return all(self.has(one) for one in (before, *(said for _, said in boxes)))
        key = bare(line)
        if not key or key in self.lines or PAGES.fullmatch(line) or is_time(line) or is_name(line):
            return True
        self.left -= 1
        if self.left < 0:
            return False
        if is_ours(line, self.house):
            return True
        behind = bare(line.partition(":")[2])
        head, _, rest = line.partition(" ")
        if comparable(head) in word_table("objective"):
            behind = behind or bare(rest)
        day = days.first(line)
        return (
            key in self.all
            or (bool(behind) and behind in self.all)
            or bool(day and day.isoformat() in self.days)
            or any(title in key for title in self.titles)
        )


def titles(written: list[str]) -> Iterator[str]:
    """The titles in what was written."""
    for text in written:
        for line in text.splitlines():
            label, _, rest = line.strip().partition(": ")
            if label in {"title", "- title"}:
                yield rest


def is_time(line: str) -> bool:
    """Whether a line only says of which time a paper is: `Tahun 2020`, `Periode Triwulan II 2020`."""
    words = comparable(line).split()
    known = {str(word) for word in data()["words_of_times"]}
    return all(word in known or word.isdigit() for word in words)


def is_name(line: str) -> bool:
    """Whether a line only says what sort of paper it is, or is the label of what is read."""
    label = comparable(line.strip(" :"))
    is_label = any(label in word_table(one) for one in LABELLED)
    return is_label or (line.isupper() and holds(line, data()["names_of_papers"]))


def bare(text: str) -> str:
    """A text by its letters and digits alone."""
    return re.sub(r"[\W_]+", "", text.casefold())
