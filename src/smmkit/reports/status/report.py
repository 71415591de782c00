"""Where the organization stands, on one page: the journey, what is next, the circle, what is open."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from smmkit.analyses.agenda.agenda import MONTHS, Entry, agenda, chosen
from smmkit.analyses.agenda.people import name_of
from smmkit.analyses.gap.belonging import View
from smmkit.analyses.gap.comparison import gap
from smmkit.analyses.gap.parts import Gap
from smmkit.analyses.gap.views import Cut, cut
from smmkit.analyses.organization.units import called
from smmkit.analyses.status.journey import Next, Stop, current, journey_of, next_of, stops
from smmkit.analyses.status.numbers import Numbers, Whose, numbers
from smmkit.calendar_ends import months_after
from smmkit.git import Origin
from smmkit.page import Block, Page
from smmkit.reports import Report, stamp, unread_files
from smmkit.reports.status.blocks import (
    FEW,
    MOST,
    circle,
    dimension_table,
    finding_table,
    head,
    journey_table,
    soon_table,
)
from smmkit.reports.status.certificates import certificate_table
from smmkit.words import Message, say


@dataclass(frozen=True)
class StatusReport(Report):
    """Where the organization stands on the day."""

    whose: Whose
    brief: bool = False
    """Whether all is to go onto one page."""

    schema: ClassVar = "smmkit-status/1"
    FOR_PROGRAMS: ClassVar = {
        "schema": "schema",
        "as_of": "as_of",
        "choice": "whose",
        "journey": "stops",
        "step": "step",
        "next": "next",
        "numbers": "numbers",
        "phases": "phases",
        "dimensions": "dimensions",
        "agenda": "entries",
        "left_out": "unread",
    }

    @cached_property
    def found(self) -> Gap | None:
        """The folder held against the standard of its journey."""
        journey = journey_of(self.qms)
        pack = self.qms.standard(journey.standard) if journey else None
        return gap(self.qms, pack) if pack else None

    @cached_property
    def stops(self) -> list[Stop]:
        """Every step of the journey."""
        journey = journey_of(self.qms)
        return stops(self.qms, journey, self.found) if journey and self.found else []

    @property
    def at(self) -> Stop | None:
        """The step that the organization is at."""
        return current(self.stops)

    @property
    def step(self) -> str | None:
        """The id of that step; None where all are done."""
        return self.at.id if self.at else None

    @cached_property
    def next(self) -> Next | None:
        """What is done first."""
        return next_of(self.qms, self.at) if self.at else None

    @cached_property
    def entries(self) -> list[Entry]:
        """What of the agenda is meant."""
        return chosen(self.qms, agenda(self.qms), unit=self.whose.unit, person=self.whose.person)

    @property
    def soon(self) -> list[Entry]:
        """What of them smm agenda shows."""
        return chosen(self.qms, self.entries, until=months_after(self.qms.as_of, MONTHS))

    @cached_property
    def numbers(self) -> Numbers:
        """What is counted on the day."""
        return numbers(self.qms, self.whose, self.entries)

    @property
    def phases(self) -> list[dict[str, object]]:
        """Each phase of the circle with its numbers."""
        found = self.found.phases if self.found else ()
        return [{"phase": one.phase.value, "totals": one.totals} for one in found]

    @cached_property
    def cut(self) -> Cut | None:
        """The five dimensions with their numbers."""
        return cut(self.qms, self.found, View.DIMENSION) if self.found else None

    @property
    def dimensions(self) -> list[dict[str, object]]:
        """Each dimension with its numbers."""
        found = self.cut.parts if self.cut else ()
        return [{"dimension": one.id, "totals": one.totals} for one in found]

    @property
    def title(self) -> Message:
        """What it is called, with whose it is."""
        if self.whose.person:
            return say("Where we stand: {who}", who=name_of(self.qms, self.whose.person))
        if self.whose.unit:
            return say("Where we stand: {who}", who=called(self.qms, self.whose.unit))
        return say("Where we stand")

    def page(self, commit: Origin) -> Page:
        """The report as a Page."""
        blocks: list[Block] = [
            head(self.qms, self.at, self.next, self.stops, self.numbers),
            *(() if self.brief else journey_table(self.stops)),
            *(circle(self.qms, self.found, self.numbers) if self.found else ()),
            *(dimension_table(self.cut) if self.cut and not self.brief else ()),
            *certificate_table(self.qms, self.numbers.certificates),
            *(() if self.brief else finding_table(self.qms, self.numbers.findings)),
            *soon_table(self.qms, self.soon, FEW if self.brief else MOST),
            *unread_files(self.qms),
        ]
        return Page(self.title, stamp(self.qms, commit), tuple(blocks))
