"""The report: what of the comparison programs get, and in which order people read it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import ClassVar

from smmkit.analyses.gap.belonging import View
from smmkit.analyses.gap.changes import Comparison, compared
from smmkit.analyses.gap.comparison import gap, others
from smmkit.analyses.gap.course import Moment, course, held_against, own_gap
from smmkit.analyses.gap.papers import Paper, grouped, papers
from smmkit.analyses.gap.parts import Gap
from smmkit.analyses.gap.readiness import Readiness, readiness
from smmkit.analyses.gap.views import Cut, cut, of_unit
from smmkit.analyses.proof_days.turns import on_day
from smmkit.git import Origin
from smmkit.page import Block, Page, Prose, Tone
from smmkit.reports import Report, stamp, unread_files
from smmkit.reports.gap.changes import change_tables, course_tables
from smmkit.reports.gap.checklists import Checklist, checklist_tables, checklists
from smmkit.reports.gap.overview import overview
from smmkit.reports.gap.papers import group_table, own_papers, own_table
from smmkit.reports.gap.readiness import readiness_tables, step_table
from smmkit.reports.gap.tables import (
    action_table,
    blocking_table,
    clause_table,
    mandatory_table,
    requirement_table,
)
from smmkit.reports.gap.views import (
    unit_head,
    view_tables,
)
from smmkit.rules.assessment.assessment_stale import stale_for
from smmkit.standards import Standard
from smmkit.words import Message, say


@dataclass(frozen=True)
class GapReport(Report):
    """A QMS held against a standard; `detailed` adds every requirement to the page.

    With a `unit` it is that unit's own page; the whole is named as such.
    """

    standard: Standard
    detailed: bool = True
    brief: bool = False
    """Only the numbers, the steps of the way, and the documents in groups."""
    views: tuple[View, ...] = ()
    """By what the numbers are cut, beside chapter and phase."""
    unit: str | None = None
    """The unit whose page it is."""
    since: date | str | None = None
    """What it is compared with: a day, or a revision of `qms.before`."""
    days: tuple[date, ...] = ()
    """The days of a series."""

    schema: ClassVar = "smmkit-gap/1"
    FOR_PROGRAMS: ClassVar = {
        "schema": "schema",
        "standard": "standard.id",
        "standard_title": "standard.title",
        "standard_version": "standard.version",
        "as_of": "as_of",
        "assessment": "gap.assessment",
        "stale": "stale",
        "unit": "unit",
        "totals": "gap.totals",
        "whole": "whole.totals",
        "overclaims": "gap.overclaims",
        "chapters": "gap.chapters",
        "phases": "gap.phases",
        "views": "cuts",
        "since": "comparison",
        "series": "course",
        "clauses": "gap.clauses",
        "documents": "documents",
        "mandatory": "gap.mandatory",
        "checklists": "checklists",
        "blocking": "gap.blocking",
        "readiness": "readiness",
        "actions": "gap.actions",
        "left_out": "unread",
    }

    @cached_property
    def whole(self) -> Gap:
        """The comparison of the whole organization."""
        return gap(self.qms, self.standard)

    @cached_property
    def gap(self) -> Gap:
        """The comparison: of the whole, or what of it is the unit's."""
        return of_unit(self.qms, self.whole, self.unit) if self.unit else self.whole

    @cached_property
    def checklists(self) -> list[Checklist]:
        """What the other standards of the QMS ask for."""
        return checklists(self.qms, self.others, self.unit)

    @cached_property
    def stale(self) -> Message | None:
        """Why the assessment is too old to be counted on, if it is."""
        return stale_for(self.qms, self.gap.assessment) if self.gap.assessment else None

    @cached_property
    def others(self) -> list[Gap]:
        """The comparison with the other standards of the QMS."""
        return others(self.qms, self.standard)

    @cached_property
    def readiness(self) -> list[Readiness]:
        """Whether the whole is ready for each step, by all standards together; of a unit, nothing."""
        return [] if self.unit else readiness(self.qms, [self.whole, *self.others])

    @cached_property
    def cuts(self) -> list[Cut]:
        """The numbers by each view that is asked for."""
        return [cut(self.qms, self.whole, view) for view in self.views]

    @cached_property
    def comparison(self) -> Comparison | None:
        """What is otherwise than on an earlier day or at an earlier revision."""
        if self.since is None:
            return None
        moment: Message | date
        if isinstance(self.since, date):
            before, moment = on_day(self.qms, self.since), self.since
        elif self.qms.before is not None:
            before = held_against(self.qms.before, self.standard)
            moment = say("revision {revision}", revision=self.since)
        else:
            return None
        was = own_gap(before, self.standard, self.unit)
        return compared((before, was), (self.qms, self.gap), moment)

    @cached_property
    def course(self) -> list[Moment]:
        """The numbers on each day of the series."""
        return course(self.qms, self.standard, self.days, self.unit)

    @cached_property
    def documents(self) -> list[Paper]:
        """The documents: of the whole, or of the unit."""
        every = papers(self.qms, self.whole)
        return own_papers(self.qms, self.unit, every) if self.unit else every

    def more(self) -> list[Block]:
        """What a report on this sort of standard has beside the numbers."""
        return []

    def page(self, commit: Origin) -> Page:
        """The report as a Page."""
        title = say("Gap report: {standard}", standard=self.standard.title)
        if self.unit:
            name = self.qms.things[self.unit].title if self.unit in self.qms.things else self.unit
            title = say("{title}, page of the unit {unit}", title=title, unit=name)
        disclaimer = Prose(self.standard.disclaimer, Tone.MUTED)
        blocks = (*self.numbers(), *(self.short() if self.brief else self.whole_story()))
        return Page(title, stamp(self.qms, commit), (*blocks, disclaimer))

    def numbers(self) -> Iterator[Block]:
        """How much is proved, what is claimed beyond that; before, over time, and cut in several ways."""
        if self.unit:
            yield from unit_head(self.qms, self.unit, self.whole)
        yield from overview(self.gap, self.stale, self.brief)
        if self.comparison:
            yield from change_tables(self.comparison)
        yield from course_tables(self.course)
        yield from view_tables(self.cuts)
        if not self.unit and not self.brief:
            yield from self.more()
        yield from unread_files(self.qms)

    def short(self) -> Iterator[Block]:
        """What fits on two pages: each step of the way, and all documents in groups."""
        if not self.unit:
            yield from step_table(self.readiness)
        yield from group_table(grouped(self.documents))

    def whole_story(self) -> Iterator[Block]:
        """What blocks, each clause, each document, what is to be done."""
        found = self.gap
        yield from blocking_table(found)
        if not self.unit:
            yield from readiness_tables(self.readiness)
        yield from clause_table(found)
        yield from mandatory_table(found)
        if self.unit:
            yield from own_table(self.qms, self.unit, self.documents)
        else:
            yield from group_table(grouped(self.documents))
        yield from checklist_tables(self.checklists)
        yield from action_table(found, self.qms)
        if self.detailed:
            yield from requirement_table(found)
