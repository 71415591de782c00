"""What internal audits have covered: unit by half-year, clause by clause, with the gaps by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from smmkit.analyses.auditing.clauses import (
    CYCLE,
    ClauseCoverage,
    clauses_covered,
    missing_in_cycle,
)
from smmkit.analyses.auditing.coverage import (
    Covered,
    HalfYear,
    ProcessCoverage,
    UnitCoverage,
    half_of,
    halves,
    processes_covered,
    units_covered,
)
from smmkit.git import Origin
from smmkit.page import Block, Cell, Fields, Heading, Page, Prose, Shape, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.reports import Report, stamp, unread_files
from smmkit.words import say


@dataclass(frozen=True)
class CoverageReport(Report):
    """Which units and clauses internal audits have reached in a cycle."""

    schema: ClassVar = "smmkit-audit-coverage/1"
    FOR_PROGRAMS: ClassVar = {
        "schema": "schema",
        "as_of": "as_of",
        "units": "units",
        "processes": "processes",
        "clauses": "clauses",
        "clauses_missing": "missing_ids",
        "left_out": "unread",
    }

    @cached_property
    def units(self) -> list[UnitCoverage]:
        """Every unit with its audits."""
        return units_covered(self.qms)

    @cached_property
    def processes(self) -> list[ProcessCoverage]:
        """Every process with its audits."""
        return processes_covered(self.qms)

    @cached_property
    def clauses(self) -> list[ClauseCoverage]:
        """Every clause that applies with its last audit."""
        return self.qms.fact(clauses_covered)

    @cached_property
    def missing(self) -> list[ClauseCoverage]:
        """The clauses that no audit of the cycle has asked about."""
        return missing_in_cycle(self.qms)

    @property
    def missing_ids(self) -> list[str]:
        """Their numbers."""
        return [one.clause.id for one in self.missing]

    def page(self, commit: Origin) -> Page:
        """Totals, the matrix, the clauses."""
        shown = halves(self.qms, CYCLE)
        by_half: list[Reading[Any]] = [
            Reading(half.short, self.cell(half), Shape.CODE, 2) for half in shown
        ]
        unit: Reading[Any] = Reading(say("Unit"), lambda one: one.unit.id, Shape.CODE, 2)
        process: Reading[Any] = Reading(say("Process"), lambda one: one.process.id, Shape.CODE, 2)
        blocks: list[Block] = [
            self.totals(shown),
            Heading(say("Units by half-year")),
            table_of(say("Units by half-year"), [unit, *by_half], self.units),
            Heading(say("Processes by half-year")),
            table_of(
                say("Processes by half-year"),
                [process, *by_half],
                self.processes,
                say("no process is in force"),
            ),
            Heading(say("Clauses")),
            table_of(say("Clauses"), CLAUSES, self.clauses),
            Prose(
                say(
                    "Not asked in: units whose documents or records name the clause, in which no internal "
                    "audit of three years has asked about it, and no plan does."
                )
            ),
        ]
        title = say("What internal audits have covered")
        return Page(title, stamp(self.qms, commit), (*blocks, *unread_files(self.qms)))

    def totals(self, shown: list[HalfYear]) -> Fields:
        """What no audit reaches."""
        now = half_of(self.qms.as_of)
        gaps = [
            say("{unit} ({halves})", unit=one.unit.id, halves=left)
            for one in self.units
            if (left := [half.label for half in shown if half >= now and one.is_gap(half)])
        ]
        missed = [
            one.process.id
            for one in self.processes
            if not any(half in one.held or half in one.planned for half in shown)
        ]
        missing = [one for one in self.missing if one.planned is None]
        return Fields(
            (
                (
                    say("Units without an audit, held or planned, from now on"),
                    Cell(gaps or say("none"), tone(len(gaps))),
                ),
                (
                    say("Processes that no audit of three years reached, and no plan does"),
                    Cell(missed or say("none"), tone(len(missed))),
                ),
                (
                    say("Clauses that no audit of three years asked about, and no plan has"),
                    Cell([one.clause.id for one in missing] or say("none"), tone(len(missing))),
                ),
            )
        )

    def cell(self, half: HalfYear) -> Callable[[Covered], Cell]:
        """How a half-year is read from a unit or a process: held, planned, or a gap."""
        now = half_of(self.qms.as_of)

        def read(one: Covered) -> Cell:
            if half in one.held:
                return Cell(", ".join(one.held[half]), Tone.GOOD)
            if half in one.planned:
                return Cell(", ".join(one.planned[half]))
            return Cell("-", Tone.WARN if half >= now else Tone.MUTED)

        return read


def tone(number: int) -> Tone:
    """Nothing missing is good."""
    return Tone.WARN if number else Tone.GOOD


CLAUSES: list[Reading[ClauseCoverage]] = [
    Reading(say("Clause"), lambda one: one.clause.id, Shape.CODE),
    Reading(say("Title"), lambda one: one.clause.title, width=5),
    Reading(say("Last asked about on"), lambda one: one.last or Cell("-", Tone.WARN), width=2),
    Reading(say("Audit"), lambda one: one.audit or "-", Shape.CODE, 2),
    Reading(say("Planned in"), lambda one: one.planned or "-", Shape.CODE, 2),
    Reading(say("Asked in"), lambda one: ", ".join(one.asked_in) or "-", Shape.CODE, 2),
    Reading(
        say("Not asked in"),
        lambda one: Cell(", ".join(one.not_in) or "-", Tone.WARN if one.not_in else Tone.MUTED),
        width=2,
    ),
]
