"""Many agencies on one page: ranked, each with its facts; what could not be read is a bad row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import takewhile
from pathlib import PurePosixPath
from typing import Any, ClassVar

from smmkit.analyses.texts import squeezed
from smmkit.page import Block, Cell, Fields, Heading, Page, Prose, Shape, Table, Tone, link
from smmkit.page.readings import Reading, table_of
from smmkit.reports import percent
from smmkit.rollup.row import Broken, Row
from smmkit.standards.readiness import Milestone
from smmkit.words import Message, say, say_n

Ranked = tuple[int, Row]


@dataclass(frozen=True)
class RollupReport:
    """What is known of many agencies on their days."""

    found: Sequence[Row | Broken]
    detail: bool = False

    FOR_PROGRAMS: ClassVar = {
        "schema": "schema",
        "agencies": "ranked_rows",
        "broken": "broken",
    }
    schema: ClassVar = "smmkit-rollup/1"

    @cached_property
    def ranked(self) -> list[Ranked]:
        """The agencies, the furthest first; equal ones share a rank and stand by name."""
        rows = sorted((one for one in self.found if isinstance(one, Row)), key=ahead)
        ranks: list[Ranked] = []
        for place, row in enumerate(rows, 1):
            same = ranks and standing(ranks[-1][1]) == standing(row)
            ranks.append((ranks[-1][0] if same else place, row))
        return ranks

    @property
    def ranked_rows(self) -> list[Row]:
        """The same without their ranks."""
        return [row for _, row in self.ranked]

    @property
    def broken(self) -> list[Broken]:
        """The places that gave no row."""
        return [one for one in self.found if isinstance(one, Broken)]

    @property
    def twice(self) -> list[str]:
        """The agencies of which there is more than one row, as of a folder and its bundle."""
        names = Counter(squeezed(row.name) for row in self.ranked_rows)
        return sorted({row.name for row in self.ranked_rows if names[squeezed(row.name)] > 1})

    def page(self) -> Page:
        """Totals, the ranking, what could not be read, and each agency by itself."""
        rows = self.ranked_rows
        totals = (
            (say("Agencies"), Cell(len(rows))),
            (say("Could not be read"), Cell(len(self.broken), tone(len(self.broken)))),
            (say("Open findings"), Cell(sum(row.open_findings for row in rows))),
            (
                say("Of them major"),
                Cell(majors := sum(row.open_majors for row in rows), tone(majors)),
            ),
        )
        blocks: list[Block] = [Fields(totals), self.table()]
        if self.broken:
            readings: list[Reading[Broken]] = [
                Reading(say("Place"), lambda one: Cell(one.source, Tone.BAD), Shape.CODE, 3),
                Reading(say("Reason"), lambda one: one.reason, width=5),
            ]
            title = say("Could not be read")
            blocks += [Heading(title), table_of(title, readings, self.broken)]
        note = say(
            "Ranked by the steps that nothing blocks, then by what the folders prove, then by open "
            "findings and what is overdue. Each row is judged on its own day. The next step is the first "
            "that is blocked, with the number of criteria that do not hold. A certificate that has ended "
            "by the last of these days is marked."
        )
        blocks.append(Prose(note))
        if self.twice:
            blocks.append(
                Prose(say("More than once in the list, and in the sums: {names}", names=self.twice))
            )
        if self.detail:
            blocks += [block for n, row in enumerate(rows) for block in by_itself(row, mark(n))]
        return Page(say("Agencies beside one another"), days(rows), tuple(blocks))

    def table(self) -> Table:
        """A row for each agency; where several have a short name, each with its place."""
        named = Counter(short(row) for row in self.ranked_rows)
        folders = [PurePosixPath(row.source).parent.parts for row in self.ranked_rows]
        alike = [*takewhile(lambda level: len({*level}) == 1, zip(*folders, strict=False))]

        places = {id(row): mark(n) for n, row in enumerate(self.ranked_rows)}

        def called(row: Row) -> Message | str:
            place = "/".join(PurePosixPath(row.source).parts[len(alike) :])
            said = say("{name} ({place})", name=short(row), place=place)
            told = short(row) if named[short(row)] == 1 else said
            return link(told, f"#{places[id(row)]}") if self.detail else told

        last = max((row.as_of for row in self.ranked_rows), default=date.max)
        readings: list[Reading[Ranked]] = [
            Reading(say("Rank"), lambda one: one[0], Shape.NUMBER),
            Reading(say("Agency"), lambda one: called(one[1]), width=3),
            Reading(say("Next step"), lambda one: next_step(one[1]), width=2),
            Reading(say("Proved"), lambda one: percent(one[1].proved), Shape.NUMBER),
            *of_several(self.ranked_rows),
            *of_several_days(self.ranked_rows),
            Reading(say("Open findings"), lambda one: findings(one[1]), Shape.NUMBER),
            Reading(say("Overdue"), lambda one: marked(one[1].overdue), Shape.NUMBER),
            Reading(say("KPIs"), lambda one: measured(one[1])),
            Reading(say("Errors"), lambda one: marked(one[1].errors), Shape.NUMBER),
            Reading(say("Next day"), lambda one: coming(one[1]), width=2),
            Reading(say("Certified until"), lambda one: until(one[1], last), width=2),
        ]
        return table_of(say("Agencies"), readings, self.ranked, say("none"))


def standing(row: Row) -> tuple[Any, ...]:
    """What a rank is made of, the best first."""
    proved = -(row.proved if row.proved is not None else -1)
    hidden = row.unread > 0  # what a broken file does not tell gains no rank
    return (-len(row.ready), proved, hidden, row.open_majors, row.open_findings, row.overdue)


def ahead(row: Row) -> tuple[Any, ...]:
    """The order of the list: by rank, then by name and place, so that it is always the same."""
    return (*standing(row), short(row), row.source)


def tone(number: int) -> Tone:
    """Nothing is good, anything is bad."""
    return Tone.BAD if number else Tone.GOOD


def marked(number: int) -> Cell:
    """A number that had better be 0."""
    return Cell(number, Tone.WARN if number else Tone.PLAIN)


def next_step(row: Row) -> Cell:
    """The step that is blocked first."""
    if not row.next_step:
        return Cell(say("none is blocked"), Tone.GOOD)
    known = {one.value: one.label for one in Milestone}
    return Cell(say("{step} ({n})", step=known.get(row.next_step, row.next_step), n=row.blockers))


def findings(row: Row) -> Cell:
    """How many are open; with a major one it is bad, and a file that cannot be read may hide more."""
    told: Message | int = row.open_findings
    if row.open_majors:
        told = say("{n} ({m} major)", n=row.open_findings, m=row.open_majors)
    if row.unread:
        told = say_n(
            "{told}; {n} file unreadable", "{told}; {n} files unreadable", row.unread, told=told
        )
    return Cell(told, Tone.BAD if row.open_majors or row.unread else Tone.PLAIN)


def measured(row: Row) -> Any:
    """How many KPIs of how many have a value, and how many are red."""
    if not row.kpis:
        return Cell("-", Tone.MUTED)
    if row.red:
        return Cell(
            say("{n} of {m}, {red} red", n=row.measured, m=row.kpis, red=row.red), Tone.WARN
        )
    return say("{n} of {m}", n=row.measured, m=row.kpis)


def until(row: Row, day: date) -> Cell:
    """The last day of a certificate that held when the row was made; one that has ended by a day is bad."""
    if row.certified_until is None:
        return Cell("-", Tone.MUTED)
    return Cell(row.certified_until, Tone.BAD if row.certified_until < day else Tone.PLAIN)


def coming(row: Row) -> Any:
    """The first day to come, and what it is for."""
    if row.next_day is None:
        return Cell("-", Tone.MUTED)
    return say("{day}, {id}", day=row.next_day, id=row.next_for)


def days(rows: Sequence[Row]) -> Message:
    """The day on which they are judged, or the first and the last."""
    seen: list[date] = sorted({row.as_of for row in rows})
    if len(seen) <= 1:
        return say("as of {day}", day=seen[0]) if seen else say("none")
    return say("as of {first} to {last}", first=seen[0], last=seen[-1])


def short(row: Row) -> str:
    """The short name of an agency, or its whole name where it has none."""
    return row.short_name.strip() or row.name


def of_several(rows: list[Row]) -> list[Reading[Ranked]]:
    """The column that says of which standard a share is, where the agencies answer to several."""
    several = len({row.standard for row in rows}) > 1
    return [Reading(say("Standard"), lambda one: one[1].standard, Shape.CODE)] if several else []


def of_several_days(rows: list[Row]) -> list[Reading[Ranked]]:
    """The column that says on which day a row was judged, where they are of several."""
    several = len({row.as_of for row in rows}) > 1
    return [Reading(say("Day of judgement"), lambda one: one[1].as_of)] if several else []


def mark(place: int) -> str:
    """By what the line of an agency leads to what is told of it by itself."""
    return f"agency_{place + 1}"


def by_itself(row: Row, mark: str) -> list[Block]:
    """One agency: where it lies, its numbers, its open findings."""
    rows = (
        (say("Place"), Cell(row.source)),
        (say("Day of judgement"), Cell(row.as_of)),
        (say("Standard"), Cell(row.standard)),
        (say("Documents"), Cell(row.documents)),
        (say("Unreadable"), marked(row.unread)),
        (say("Errors"), marked(row.errors)),
        (say("Warnings"), Cell(row.warnings)),
        (say("Red KPIs"), marked(row.red)),
        (say("Proved"), percent(row.proved)),
        (say("Claimed, as far as it counts"), percent(row.claimed)),
        (say("Period of the KPIs"), Cell(row.period or "-")),
    )
    open_ones = [Prose(say("- {what}", what=one)) for one in row.findings]
    return [Heading(row.name, mark=mark), Fields(rows), *open_ones]
