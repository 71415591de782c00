"""The service report: how long results took against what was promised, and how complaints were answered."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any, ClassVar

from smmkit.analyses.processes.service_time import (
    Complaints,
    Counted,
    Timing,
    complaints,
    cost_of_failure,
    counted_logs,
    timings,
)
from smmkit.git import Origin
from smmkit.page import Block, Cell, Figure, Heading, Page, Prose, Shape, Tone
from smmkit.page.figures import Line, Lines
from smmkit.page.readings import Reading, table_of
from smmkit.reports import Report, percent, stamp, unread_files
from smmkit.words import rounded, say


@dataclass(frozen=True)
class ServiceReport(Report):
    """What service logs and complaints say."""

    schema: ClassVar = "smmkit-service/1"
    FOR_PROGRAMS: ClassVar = {
        "schema": "schema",
        "as_of": "as_of",
        "services": "services",
        "logs": "logs",
        "complaints": "complaints",
        "cost_of_failure": "cost",
        "left_out": "unread",
    }

    @cached_property
    def services(self) -> list[Timing]:
        """Every service with logged cases, as a whole and by month."""
        return timings(self.qms)

    @cached_property
    def logs(self) -> list[Counted]:
        """The logs that count all that came in."""
        return counted_logs(self.qms)

    @cached_property
    def complaints(self) -> list[Complaints]:
        """The complaints by what they are about."""
        return complaints(self.qms)

    @property
    def cost(self) -> Decimal | None:
        """What nonconforming outputs have cost."""
        return cost_of_failure(self.qms)

    def page(self, commit: Origin) -> Page:
        """Times by service, by month, the numbers of the logs, the complaints."""
        whole = [one for one in self.services if one.month is None]
        blocks: list[Block] = [
            Heading(say("Time of the cases that are listed")),
            table_of(say("Services"), self.timing_columns(), whole, say("no case is logged")),
            *self.by_month(),
            *self.counted(),
            *self.complained(),
        ]
        if self.cost is not None:
            text = say("Nonconforming outputs have cost {n} so far.", n=rounded(self.cost, 0))
            blocks.append(Prose(text))
        note = say(
            "Time is counted in working days after the day of arrival, holidays of qms.yaml left out; "
            "waiting for others is in it. In time is what was released by the day promised in the log."
        )
        blocks += [Prose(note), *unread_files(self.qms)]
        return Page(say("Services and complaints"), stamp(self.qms, commit), tuple(blocks))

    def timing_columns(self) -> list[Reading[Timing]]:
        """How a row of times is read."""
        return [
            Reading(say("Service"), self.name, width=4),
            Reading(say("Promised"), lambda one: days_cell(one.promised), Shape.NUMBER),
            Reading(say("Cases"), lambda one: one.cases, Shape.NUMBER),
            Reading(say("Released"), lambda one: one.released, Shape.NUMBER),
            Reading(say("Mean"), lambda one: days_cell(one.mean), Shape.NUMBER),
            Reading(say("Median"), lambda one: days_cell(one.median), Shape.NUMBER),
            Reading(say("Longest"), lambda one: days_cell(one.longest), Shape.NUMBER),
            Reading(say("In time"), lambda one: percent(one.share), Shape.NUMBER),
            Reading(say("Open and late"), late, Shape.NUMBER),
        ]

    def name(self, one: Timing) -> Any:
        """A service with its title."""
        return self.titled(one.service)

    def titled(self, id_: str) -> Any:
        """An id with the title of what it names."""
        title = getattr(self.qms.things.get(id_), "title", None)
        return say("{id}: {title}", id=id_, title=title) if title else id_

    def by_month(self) -> list[Block]:
        """The share in time of each service by month, as lines and as a table."""
        rows = [one for one in self.services if one.month is not None]
        if not rows:
            return []
        readings: list[Reading[Timing]] = [
            Reading(say("Month"), lambda one: one.month, Shape.CODE),
            *self.timing_columns()[:1],
            *self.timing_columns()[3:-1],
        ]
        title = say("By month of release")
        services = dict.fromkeys(one.service for one in rows)
        drawn = [
            self.drawn([one for one in rows if one.service == service]) for service in services
        ]
        return [Heading(title), table_of(title, readings, rows), *(one for one in drawn if one)]

    def drawn(self, months: list[Timing]) -> Figure | None:
        """The share in time of a service, month by month; nothing where there is one month only."""
        known = [(one.month, one.share) for one in months if one.month and one.share is not None]
        if len(known) < 2:
            return None
        line = Line(say("In time"), tuple(rounded(share) for _, share in known))
        alt = say("The share released in time, by month; the numbers stand in the table above.")
        drawing = Lines(tuple(month for month, _ in known), (line,), "%")
        return Figure(self.titled(months[0].service), alt, drawing)

    def counted(self) -> list[Block]:
        """What the logs count of all, listed or not."""
        readings: list[Reading[Counted]] = [
            Reading(say("Log"), lambda one: one.log.id, Shape.CODE, 2),
            Reading(say("Service"), lambda one: self.titled(one.log.service), width=4),
            Reading(say("Until"), lambda one: one.log.until, width=2),
            Reading(say("Received"), lambda one: one.log.received, Shape.NUMBER),
            Reading(say("In time"), lambda one: one.log.released_on_time, Shape.NUMBER),
            Reading(say("Share"), lambda one: percent(one.share), Shape.NUMBER),
        ]
        title = say("All that came in, by the logs")
        return [Heading(title), table_of(title, readings, self.logs)] if self.logs else []

    def complained(self) -> list[Block]:
        """The complaints by what they are about."""
        readings: list[Reading[Complaints]] = [
            Reading(say("About"), lambda one: self.titled(one.about), width=4),
            Reading(say("Complaints"), lambda one: one.number, Shape.NUMBER),
            Reading(say("Answered"), unanswered, Shape.NUMBER),
            Reading(
                say("Mean days to the answer"), lambda one: days_cell(one.mean), Shape.NUMBER, 2
            ),
            Reading(say("Longest"), lambda one: days_cell(one.longest), Shape.NUMBER),
            Reading(say("Justified"), lambda one: one.justified, Shape.NUMBER),
            Reading(say("Causes"), causes, width=4),
        ]
        title = say("Complaints")
        return [Heading(title), table_of(title, readings, self.complaints, say("none"))]


def days_cell(value: Decimal | int | None) -> Any:
    """A number of days; a dash where there is none."""
    if value is None:
        return Cell("-", Tone.MUTED)
    return rounded(value) if isinstance(value, Decimal) else value


def late(one: Timing) -> Cell:
    """How many are open past their day."""
    return Cell(one.open_late, Tone.BAD if one.open_late else Tone.PLAIN)


def unanswered(one: Complaints) -> Cell:
    """How many were answered; if not all, marked."""
    return Cell(one.answered, Tone.WARN if one.answered < one.number else Tone.PLAIN)


def causes(one: Complaints) -> Any:
    """Each cause with how often it was found."""
    if not one.causes:
        return Cell("-", Tone.MUTED)
    return ", ".join(f"{cause} ({number})" for cause, number in one.causes)
