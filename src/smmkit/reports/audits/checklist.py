"""The checklist of an audit, with room to write."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import ClassVar

from smmkit.analyses.agenda.people import name_of
from smmkit.analyses.auditing import checklist as asked
from smmkit.analyses.auditing.checklist import Line, checklist
from smmkit.documents.assessment import Status
from smmkit.documents.audit import Audit, Check
from smmkit.git import Origin
from smmkit.names import spoken_in
from smmkit.page import Cell, Fields, Page, Prose, Shape
from smmkit.page.readings import Reading, table_of
from smmkit.reports import stamp, unread_files
from smmkit.reports.audits.of_one import AuditReport
from smmkit.words import Message, say
from smmkit.yaml_text.scalars import item_lines

HOW = say(
    "Write what was seen, and below “Conforms”: yes, in part, no, does not apply, or not seen; a no "
    "has a finding, whose id stands in the last column. smm import takes the filled sheet back."
)
"""How it is filled in."""

VERDICTS = tuple(one.label for one in Status)
"""What may be said of a question."""


@dataclass(frozen=True)
class ChecklistReport(AuditReport):
    """What is asked in one audit."""

    schema: ClassVar = "smmkit-audit-checklist/1"

    @cached_property
    def lines(self) -> list[Line]:
        """Every line of it."""
        return checklist(self.qms, self.audit)

    def page(self, commit: Origin) -> Page:
        """A row for each, with room for what was seen."""
        readings: list[Reading[Line]] = [
            Reading(asked.CLAUSE, lambda one: one.clause, Shape.CODE),
            Reading(asked.UNIT, lambda one: one.unit, width=2),
            Reading(asked.QUESTION, lambda one: one.question, width=6),
            Reading(asked.LOOK, lambda one: ", ".join(one.look) or "-", width=3),
            Reading(asked.SEEN, lambda one: (one.check and one.check.seen) or "", Shape.FREE, 9),
            Reading(asked.VERDICT, verdict, Shape.FREE, 1, VERDICTS),
            Reading(asked.FINDING, lambda one: (one.check and one.check.finding) or "", Shape.FREE),
        ]
        table = table_of(say("Checklist"), readings, self.lines, say("none"))
        head = Fields(((asked.HELD, Cell(self.held)), (asked.AUDITORS, Cell(self.auditors))))
        blocks = (head, Prose(HOW), table, *unread_files(self.qms))
        return Page(self.title, stamp(self.qms, commit), blocks)

    @property
    def title(self) -> Message:
        """How it is called."""
        return Message(asked.TITLE.text, {"id": self.audit.id, "title": self.audit.title})

    @property
    def held(self) -> date | str:
        """The day of the audit, where it was held."""
        return self.audit.date if isinstance(self.audit, Audit) else ""

    @property
    def auditors(self) -> str:
        """Who audits, as far as that is known."""
        known = [
            one if isinstance(one, str) else one.person or one.name for one in self.audit.auditors
        ]
        return "; ".join(name_of(self.qms, one) for one in known if one)

    def entries(self) -> str:
        """The lines as the `checklist:` of an audit, in the language of the folder's papers."""
        speech = spoken_in(self.qms)
        lines = []
        for one in self.lines:
            said = one.check or Check(
                clause=one.clause, question=speech.say(one.question), status=Status.NOT_ASSESSED
            )
            unit = said.unit or (one.unit if one.check is None and "," not in one.unit else None)
            values = {
                "clause": said.clause,
                "unit": unit,
                "question": said.question,
                "seen": said.seen,
                "status": said.status.value,
                "finding": said.finding,
            }
            lines += item_lines({n: v for n, v in values.items() if v}, "  ")
        return "\n".join(["checklist:", *lines]) + "\n" if lines else ""


def verdict(one: Line) -> Message | str:
    """What was said of a line already."""
    known = one.check
    return "" if known is None or known.status is Status.NOT_ASSESSED else known.status.label
