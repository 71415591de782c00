"""The rehearsal of an audit: a question sheet for each coordinator, with room for answers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from smmkit.analyses.agenda.people import name_of, stand_for
from smmkit.analyses.auditing import checklist as sheet
from smmkit.analyses.auditing import rehearsed
from smmkit.analyses.auditing.trails import Stop, Trail, trails
from smmkit.git import Origin
from smmkit.page import Block, Cell, Fields, Heading, Page, Prose, Shape, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.reports import Report, stamp, unread_files
from smmkit.standards.rehearsals import Rehearsal
from smmkit.words import say


@dataclass(frozen=True)
class RehearsalReport(Report):
    """What a mock auditor asks each unit."""

    rehearsal: Rehearsal
    seed: int
    unit: str | None = None
    blind: bool = False
    """Whether the sheet keeps back where the answers stand."""

    schema: ClassVar = "smmkit-rehearsal/1"
    FOR_PROGRAMS: ClassVar = {
        "schema": "schema",
        "as_of": "as_of",
        "rehearsal": "rehearsal.id",
        "seed": "seed",
        "units": "trails",
        "left_out": "unread",
    }

    @cached_property
    def trails(self) -> list[Trail]:
        """The questions of each unit."""
        return trails(self.qms, self.rehearsal, self.seed, self.unit)

    def page(self, commit: Origin) -> Page:
        """A sheet for each unit, one behind the other."""
        missing = sum(stop.is_missing for trail in self.trails for stop in trail.stops)
        blocks: list[Block] = [
            Fields(
                (
                    (say("Trail"), Cell(self.rehearsal.title)),
                    (rehearsed.SEED, Cell(str(self.seed))),
                    (rehearsed.HELD, Cell("")),
                    (
                        say("Questions that the folder cannot answer"),
                        Cell(missing, Tone.WARN if missing else Tone.GOOD),
                    ),
                )
            ),
            Prose(
                say(
                    "What is asked about was drawn by chance; the same seed draws the same. The "
                    "coordinator answers without the folder first, and then shows where it stands: yes, "
                    "in part or no below “Shown”. smm import takes the filled sheets back."
                )
            ),
        ]
        for trail in self.trails:
            blocks += self.sheet_of(trail)
        return Page(rehearsed.TITLE, stamp(self.qms, commit), (*blocks, *unread_files(self.qms)))

    def sheet_of(self, trail: Trail) -> list[Block]:
        """The questions of one unit, with room to write."""
        readings: list[Reading[Stop]] = [
            Reading(sheet.UNIT, lambda _: trail.unit.id, Shape.CODE),
            Reading(sheet.CLAUSE, lambda stop: stop.clause, Shape.CODE),
            Reading(sheet.QUESTION, asked, width=6),
        ]
        if not self.blind:
            readings.append(Reading(say("Where the answer stands"), where, width=3))
        readings += [
            Reading(rehearsed.ANSWER, lambda _: "", Shape.FREE, 4),
            Reading(rehearsed.SHOWN, lambda _: "", Shape.FREE, 1),
        ]
        title = say("{id}: {title}", id=trail.unit.id, title=trail.unit.title)
        who = [name_of(self.qms, id_) for id_ in stand_for(self.qms, trail.unit.id)]
        head = rehearsed.head_of(title, who) if who else title
        return [Heading(head), table_of(title, readings, trail.stops)]


def asked(stop: Stop) -> Cell:
    """The question; what the folder has nothing about is marked."""
    return Cell(stop.text, Tone.WARN if stop.is_missing else Tone.PLAIN)


def where(stop: Stop) -> str:
    """The file in which the answer stands."""
    return stop.path or "-"
