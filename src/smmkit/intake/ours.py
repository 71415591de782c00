"""Sheets that smmkit made and people filled in: found by their headings, in either language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from smmkit.analyses.auditing import rehearsed
from smmkit.analyses.auditing.checklist import HERE
from smmkit.analyses.gap.verification_form import COACHED, TOPIC
from smmkit.analyses.leaving import for_the_auditor
from smmkit.intake import days
from smmkit.intake.result import Result
from smmkit.intake.words import comparable
from smmkit.office.grid import UNCOUNTED, Grid
from smmkit.words import LANGUAGES, UNSEEN, Message, language, say

HIGHEST = 12
"""The heading stands in one of the first rows, whatever somebody has written above it."""

HOW = "smm import"
"""What the sentence has that says on each of our forms how it is filled in."""

LABELS = (
    *(say("Verification before registration"), say("Coaching"), COACHED, TOPIC),
    *(rehearsed.TITLE, rehearsed.HELD),
    *for_the_auditor.OURS,
)
"""What stands on our forms also where it is known already, or nobody has filled it in."""

HEAD = rehearsed.head_of(HERE, HERE)
"""What stands above the questions of a unit."""


@dataclass(frozen=True)
class Sheet:
    """A table of ours, and in which column each of its headings stands."""

    grid: Grid
    top: int
    columns: dict[str, int]
    """By the English of the heading."""

    def text(self, row: int, heading: Message) -> str:
        """What a row says below a heading, in one line; a formula without a value says nothing."""
        column = self.columns.get(heading.text)
        text = "" if column is None else UNSEEN.sub(" ", self.grid.cell(row, column))
        return "" if text.startswith(UNCOUNTED) else " ".join(text.split())

    def place(self, row: int, heading: Message) -> Message:
        """Where that stands."""
        return self.grid.place_of(row, self.columns.get(heading.text, 0))

    def rows(self) -> Iterator[int]:
        """The rows below the heading that say anything, and are not the heading again."""
        heading = self.grid.rows[self.top]
        for row in range(self.top + 1, len(self.grid.rows)):
            if any(self.grid.rows[row]) and self.grid.rows[row] != heading:
                yield row


def sheets_of(
    grids: Sequence[Grid], needed: Sequence[Message], others: Sequence[Message] = ()
) -> list[Sheet]:
    """The tables that have all headings that are needed, in one language."""
    found = (sheet_of(grid, needed, others) for grid in grids)
    return [one for one in found if one]


def sheet_of(grid: Grid, needed: Sequence[Message], others: Sequence[Message]) -> Sheet | None:
    """A table with these headings; None where no row of its first ones has them."""
    spoken = [
        [(one.text, as_compared(one, code)) for one in (*needed, *others)] for code in LANGUAGES
    ]
    for top in range(min(len(grid.rows), HIGHEST)):
        cells = {comparable(text): n for n, text in reversed([*enumerate(grid.rows[top])]) if text}
        for headings in spoken:
            columns = {name: cells[text] for name, text in headings if text in cells}
            if all(one.text in columns for one in needed):
                return Sheet(grid, top, columns)
    return None


def as_compared(message: Message, code: str) -> str:
    """A heading as it is compared."""
    return comparable(language(code).say(message))


def beside(grids: Sequence[Grid], label: Message) -> tuple[str, Message] | None:
    """What stands at the right of a label, and where; None where the label stands nowhere."""
    labels = {as_compared(label, code) for code in LANGUAGES}
    for grid in grids:
        for row, cells in enumerate(grid.rows):
            for column, text in enumerate(cells):
                if comparable(text) in labels:
                    more = (
                        (n, one)
                        for n, one in enumerate(cells[column + 1 :], column + 1)
                        if one and one != text
                    )
                    at, value = next(more, (column + 1, ""))
                    return " ".join(value.split()), grid.place_of(row, at)
    return None


def written_at(grids: Sequence[Grid], label: Message) -> str:
    """What stands beside a label; empty where nothing does."""
    found = beside(grids, label)
    return found[0] if found else ""


def day_at(result: Result, grids: Sequence[Grid], label: Message, id_: str) -> str:
    """The day beside a label; where there is none, that of the reading. Both are told, and what is no day."""
    text, place = beside(grids, label) or ("", None)
    found = days.first(text)
    if text and place and found is None:
        result.unread.append((place, text, say("this is no day")))
    if found is None:
        found = result.qms.as_of
        result.assumed.append((id_, say("the day: {day}", day=found)))
    return found.isoformat()


def lines_in(grids: Sequence[Grid]) -> Iterator[str]:
    """Every text of some tables, and of the lines above them."""
    for grid in grids:
        yield from grid.above
        yield from (text for cells in grid.rows for text in dict.fromkeys(cells) if text)


def named_in(grids: Sequence[Grid], title: Message) -> str | None:
    """The id that a title of ours names; the message has `HERE` where the id stands."""
    heads = [language(code).say(title).partition(HERE)[::2] for code in LANGUAGES]
    for line in lines_in(grids):
        for before, after in heads:
            if before and line.startswith(before):
                rest = line.removeprefix(before)
                return rest.partition(after.strip() or " ")[0].strip() or None
    return None


def is_ours(line: str, house: str) -> bool:
    """Whether a line of a form is one that smmkit wrote: whose it is and of which day, how to fill it in."""
    stamp = say("{name}, as of {day}", name=house, day="")
    own = tuple(language(code).say(stamp).strip() for code in LANGUAGES)
    labels = (as_compared(one, code) for one in LABELS for code in LANGUAGES)
    heads = (language(code).say(HEAD).split(HERE)[1] for code in LANGUAGES)
    return (
        HOW in line
        or bool(house and line.startswith(own))
        or comparable(line) in labels
        or any(one in line for one in heads)
    )
