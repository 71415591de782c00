"""The report: what of the comparison programs get, and in which order people read it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from smmkit.analyses.gap.comparison import gap
from smmkit.analyses.gap.parts import Gap
from smmkit.git import Origin
from smmkit.page import Block, Page, Prose, Tone
from smmkit.reports import Report, stamp, unread_files
from smmkit.reports.gap.checklists import Checklist, checklist_tables, checklists
from smmkit.reports.gap.overview import overview
from smmkit.reports.gap.tables import (
    action_table,
    blocking_table,
    clause_table,
    mandatory_table,
    overclaim_table,
    requirement_table,
)
from smmkit.standards import Standard
from smmkit.words import say


@dataclass(frozen=True)
class GapReport(Report):
    """A QMS held against a standard; `detailed` adds every requirement to the page."""

    standard: Standard
    detailed: bool = True

    schema: ClassVar = "smmkit-gap/1"
    FOR_PROGRAMS: ClassVar = {
        "schema": "schema",
        "standard": "standard.id",
        "standard_title": "standard.title",
        "standard_version": "standard.version",
        "as_of": "as_of",
        "assessment": "gap.assessment",
        "totals": "gap.totals",
        "chapters": "gap.chapters",
        "phases": "gap.phases",
        "clauses": "gap.clauses",
        "mandatory": "gap.mandatory",
        "checklists": "checklists",
        "blocking": "gap.blocking",
        "overclaims": "gap.overclaims",
        "actions": "gap.actions",
        "left_out": "unread",
    }

    @cached_property
    def gap(self) -> Gap:
        """The comparison."""
        return gap(self.qms, self.standard)

    @cached_property
    def checklists(self) -> list[Checklist]:
        """What the other standards of the QMS ask for."""
        return checklists(self.qms, self.standard)

    def more(self) -> list[Block]:
        """What a report on this sort of standard has beside the numbers."""
        return []

    def page(self, commit: Origin) -> Page:
        """The report as a Page."""
        found = self.gap
        blocks: list[Block] = [
            *overview(found),
            *self.more(),
            *unread_files(self.qms),
            *overclaim_table(found),
            *blocking_table(found),
            *clause_table(found),
            *mandatory_table(found),
            *checklist_tables(self.checklists),
            *action_table(found, self.qms),
        ]
        if self.detailed:
            blocks += requirement_table(found)
        title = say("Gap report: {standard}", standard=self.standard.title)
        disclaimer = Prose(self.standard.disclaimer, Tone.MUTED)
        return Page(title, stamp(self.qms, commit), (*blocks, disclaimer))
