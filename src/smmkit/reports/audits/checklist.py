"""The checklist of an audit, with room to write."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from smmkit.analyses.audit_checklist import Line, checklist
from smmkit.documents.audit import Audit, PlannedAudit
from smmkit.git import Origin
from smmkit.page import Page, Shape
from smmkit.readings import Reading, table_of
from smmkit.reports import Report, stamp, unread_files
from smmkit.words import say


@dataclass(frozen=True)
class ChecklistReport(Report):
    """What is asked in one audit."""

    audit: Audit | PlannedAudit

    schema: ClassVar = "smmkit-audit-checklist/1"
    FOR_PROGRAMS: ClassVar = {
        "schema": "schema",
        "as_of": "as_of",
        "audit": "audit.id",
        "lines": "lines",
        "left_out": "unread",
    }

    @cached_property
    def lines(self) -> list[Line]:
        """Every line of it."""
        return checklist(self.qms, self.audit)

    def page(self, commit: Origin) -> Page:
        """A row for each, with room for what was seen."""
        readings: list[Reading[Line]] = [
            Reading(say("Clause"), lambda one: one.clause, Shape.CODE),
            Reading(say("Unit"), lambda one: one.unit, Shape.CODE, 2),
            Reading(say("Question"), lambda one: one.question, width=6),
            Reading(say("Begin at"), lambda one: ", ".join(one.look) or "-", width=3),
            Reading(say("Seen"), lambda _: "", Shape.FREE, 4),
            Reading(say("Conforms"), lambda _: "", Shape.FREE, 1),
        ]
        title = say("Checklist: {id}, {title}", id=self.audit.id, title=self.audit.title)
        table = table_of(say("Checklist"), readings, self.lines, say("none"))
        return Page(title, stamp(self.qms, commit), (table, *unread_files(self.qms)))
