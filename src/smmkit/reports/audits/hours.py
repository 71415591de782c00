"""The agenda of an audit by the hour, as a page and as lines of the audit's file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from smmkit.analyses.auditing.hours import QUESTION, SAMPLE, Hours, ends, hours, questions
from smmkit.documents.audit import Audit
from smmkit.git import Origin
from smmkit.names import spoken_in
from smmkit.page import Block, Page, Prose, Shape
from smmkit.page.readings import Reading, table_of
from smmkit.reports import stamp, unread_files
from smmkit.reports.audits.of_one import AuditReport
from smmkit.words import Language, Message, say


@dataclass(frozen=True)
class HoursReport(AuditReport):
    """Who is visited when."""

    schema: ClassVar = "smmkit-audit-agenda/1"

    @cached_property
    def lines(self) -> list[Hours]:
        """Every line of it."""
        return hours(self.qms, self.audit)

    def page(self, commit: Origin) -> Page:
        """A row for each, and what does not fit."""
        readings: list[Reading[Hours]] = [
            Reading(say("Day"), lambda one: one.on, width=2),
            Reading(say("Time"), lambda one: one.time, Shape.CODE, 2),
            Reading(say("What"), lambda one: one.what, width=5),
            Reading(say("Units"), lambda one: ", ".join(one.units) or "-", Shape.CODE, 3),
        ]
        title = say("Agenda: {id}, {title}", id=self.audit.id, title=self.audit.title)
        empty = say("no time is set for it: write `since` and `until` in the programme")
        blocks: list[Block] = [table_of(say("By the hour"), readings, self.lines, empty)]
        blocks += [Prose(said) for said in (self.too_many, self.too_long) if said]
        blocks.append(
            Prose(
                say(
                    "smm audit agenda ID --yaml writes it as lines of the audit, to be changed there."
                )
            )
        )
        return Page(title, stamp(self.qms, commit), (*blocks, *unread_files(self.qms)))

    @property
    def too_many(self) -> Message | None:
        """That of the questions a sample has to be taken."""
        if isinstance(self.audit, Audit) and self.audit.agenda:
            return None
        most = max(questions(self.qms, self.audit).values())
        if not self.lines or most <= SAMPLE:
            return None
        return say(
            "At {minutes} minutes a question {n} of {most} fit into a day: choose them by risk, changes "
            "and earlier findings, or set `audited_clauses` in the programme, and see the others in "
            "another audit.",
            minutes=QUESTION,
            n=SAMPLE,
            most=most,
        )

    @property
    def too_long(self) -> Message | None:
        """That it ends after the time that the audit has."""
        end = ends(self.audit)
        if not self.lines or end is None or self.lines[-1].on <= end:
            return None
        return say(
            "It ends on {day}, after the last day that is set, {end}: set more days, or send two teams.",
            day=self.lines[-1].on,
            end=end,
        )

    def entries(self) -> str:
        """The lines as the `agenda:` of an audit, in the language of the folder's papers."""
        from smmkit.yaml_text.scalars import scalar

        speech = spoken_in(self.qms)
        lines = [
            f"  - {{on: {one.on.isoformat()}, time: {scalar(one.time)}, "
            f"what: {scalar(done_as_written(one, speech))}, units: [{', '.join(one.units)}]}}"
            for one in self.lines
        ]
        return "\n".join(["agenda:", *lines]) + "\n" if lines else ""


def done_as_written(one: Hours, speech: Language) -> str:
    """What is done, as it is written, or in a language."""
    return one.what if isinstance(one.what, str) else speech.say(one.what)
