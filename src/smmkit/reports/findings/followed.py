"""Findings or corrective actions with what became of them: ages, rate of closing, Pareto."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from smmkit.analyses.cycle.followed import Followed, Lack, Rates, rates
from smmkit.documents.finding import AuditFinding
from smmkit.git import Origin
from smmkit.page import Block, Cell, Fields, Figure, Page, Prose, Shape, Table, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.reports import Report, percent, stamp, unread_files
from smmkit.reports.findings.figures import ages, closing, often
from smmkit.words import Message, rounded, say


@dataclass(frozen=True)
class FollowedReport(Report):
    """What became of the findings, or of the corrective actions."""

    rows: Sequence[Followed]
    title: Message
    empty: Message

    schema: ClassVar = "smmkit-followed/1"
    FOR_PROGRAMS: ClassVar = {
        "schema": "schema",
        "as_of": "as_of",
        "rates": "rates",
        "rows": "rows",
        "left_out": "unread",
    }

    @property
    def rates(self) -> Rates:
        """How many are closed, late, and how old."""
        return rates(list(self.rows))

    def page(self, commit: Origin) -> Page:
        """Totals, the list, and what comes most often."""
        found = self.rates
        totals = (
            (say("In all"), Cell(found.total)),
            (say("Closed by us"), Cell(found.closed)),
            (say("Rate of closing"), percent(found.rate)),
            (say("Late"), Cell(found.late, Tone.BAD if found.late else Tone.GOOD)),
            (say("Median age when closed (days)"), Cell(number(found.median_age))),
            (say("Oldest open one (days)"), Cell(number(found.oldest))),
        )
        blocks: list[Block] = [Fields(totals), self.table()]
        findings = [one.record for one in self.rows if isinstance(one.record, AuditFinding)]
        if len(self.rows) > 1:
            blocks += self.figures(findings)
        if findings:
            text = say(
                "Accepted: by the auditor. Closed: by us, when nothing is waited for any more."
            )
            blocks.append(Prose(text))
        return Page(self.title, stamp(self.qms, commit), (*blocks, *unread_files(self.qms)))

    def figures(self, findings: Sequence[AuditFinding]) -> list[Figure]:
        """How much is closed, how old it is, and where most comes from."""
        units = [one.record.unit for one in self.rows]
        if not findings:
            by_unit = closing(say("Closed, by unit"), self.rows, lambda one: one.record.unit)
            return [by_unit, ages(self.rows), often(say("By unit"), units)]
        by_audit = closing(say("Closed, by audit"), self.rows, lambda one: one.audit or "-")
        clauses = often(say("By clause"), [one.clause for one in findings])
        return [by_audit, ages(self.rows), clauses, often(say("By unit"), units)]

    def table(self) -> Table:
        """A row for each."""
        findings = any(isinstance(one.record, AuditFinding) for one in self.rows)
        readings: list[Reading[Followed]] = [
            Reading(say("Id"), lambda one: one.record.id, Shape.CODE, 2),
            Reading(say("Title"), lambda one: one.record.title, width=5),
        ]
        if findings:
            readings += [
                Reading(say("Grade"), grade, width=3),
                Reading(say("Audit"), lambda one: one.audit or "-", Shape.CODE, 2),
                Reading(say("Clause"), clause, Shape.CODE),
            ]
        readings += [
            Reading(say("Unit"), lambda one: one.record.unit, Shape.CODE),
            Reading(say("Days"), lambda one: one.age, Shape.NUMBER),
        ]
        if findings:
            readings.append(Reading(say("Accepted"), lambda one: day(one.accepted), width=2))
        readings += [
            Reading(say("Closed"), lambda one: day(one.closed), width=2),
            Reading(say("Waits for"), waits, width=2),
            Reading(say("Late since"), late, width=2),
        ]
        if any(one.repeats for one in self.rows):
            readings.append(Reading(say("Repeats"), repeats, Shape.CODE, 2))
        return table_of(self.title, readings, self.rows, self.empty)


def number(value: Any) -> Any:
    """A number of days; a dash where there is none."""
    return "-" if value is None else rounded(value, 0) if not isinstance(value, int) else value


def grade(one: Followed) -> Any:
    """The auditor's grade."""
    return one.record.grade.label if isinstance(one.record, AuditFinding) else "-"


def clause(one: Followed) -> str:
    """The clause that a finding is about."""
    return one.record.clause if isinstance(one.record, AuditFinding) else "-"


def day(value: Any) -> Any:
    """A day; a dash where there is none."""
    return value or Cell("-", Tone.MUTED)


def waits(one: Followed) -> Cell:
    """What it waits for; nothing once it is closed."""
    if one.lacks is Lack.NOTHING:
        return Cell("-", Tone.MUTED)
    return Cell(one.lacks.label, Tone.WARN)


def late(one: Followed) -> Cell:
    """The first day that was missed."""
    return Cell(one.late, Tone.BAD) if one.late else Cell("-", Tone.MUTED)


def repeats(one: Followed) -> Cell:
    """The earlier one that it repeats."""
    return Cell(one.repeats, Tone.WARN) if one.repeats else Cell("-", Tone.MUTED)
