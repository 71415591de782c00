"""The report on one step of the way to the certificate: is all ready, and what is mended first?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from smmkit.analyses.gap.comparison import gap, others
from smmkit.analyses.gap.readiness import Readiness, readiness
from smmkit.git import Origin
from smmkit.page import Page
from smmkit.reports import Report, stamp, unread_files
from smmkit.reports.gap.readiness import readiness_tables
from smmkit.standards import Standard
from smmkit.standards.readiness import Milestone
from smmkit.words import say


@dataclass(frozen=True)
class ReadyReport(Report):
    """Whether the QMS is ready for one step, and what is mended first."""

    standard: Standard
    stage: Milestone

    schema: ClassVar = "smmkit-ready/1"
    FOR_PROGRAMS: ClassVar = {
        "schema": "schema",
        "as_of": "as_of",
        "stage": "stage",
        "ready": "found.is_ready",
        "criteria": "found.criteria",
        "blockers": "found.blockers",
        "left_out": "unread",
    }

    @cached_property
    def found(self) -> Readiness:
        """The step, by all standards of the folder together."""
        gaps = [gap(self.qms, self.standard), *others(self.qms, self.standard)]
        return next(one for one in readiness(self.qms, gaps) if one.stage is self.stage)

    def page(self, commit: Origin) -> Page:
        """The report as a Page."""
        title = say("Ready for {stage}?", stage=self.stage.label)
        blocks = [*readiness_tables([self.found], self.stage), *unread_files(self.qms)]
        return Page(title, stamp(self.qms, commit), tuple(blocks))
