"""Audits that would close the gaps, as a page and as entries to be put into an audit programme."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import count
from typing import Any, ClassVar

from smmkit.analyses.agenda.people import name_of
from smmkit.analyses.auditing.plan import Proposal, left_over, proposals
from smmkit.analyses.audits.auditors import ended_on
from smmkit.analyses.organization.units import standing_units
from smmkit.git import Origin
from smmkit.page import Block, Cell, Page, Prose, Shape, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.reports import Report, stamp, unread_files
from smmkit.words import say


@dataclass(frozen=True)
class PlanReport(Report):
    """What is proposed, why, and who could do it."""

    schema: ClassVar = "smmkit-audit-plan/1"
    FOR_PROGRAMS: ClassVar = {
        "schema": "schema",
        "as_of": "as_of",
        "proposals": "proposals",
        "clauses_left": "clauses_left",
        "left_out": "unread",
    }

    @cached_property
    def proposals(self) -> list[Proposal]:
        """The audits that are proposed."""
        return proposals(self.qms)

    @cached_property
    def clauses_left(self) -> list[str]:
        """The clauses for which these audits have no room."""
        return left_over(self.qms, self.proposals)

    def page(self, commit: Origin) -> Page:
        """A row for each, and how it was made."""
        readings: list[Reading[Proposal]] = [
            Reading(say("Half-year"), lambda one: one.half.label, width=2),
            Reading(say("Unit"), lambda one: one.unit.id, Shape.CODE),
            Reading(say("Why"), why, width=4),
            Reading(say("Clauses"), lambda one: ", ".join(one.clauses) or "-", width=4),
            Reading(say("Auditors"), self.able, width=3),
        ]
        if standing_units(self.qms):
            empty = say("every unit has an audit, held or planned, in the half-years to come")
        else:
            empty = say("there is no unit to audit: name them in qms.yaml (`units:`)")
        note = say(
            "Units without an audit come first, then those with more open findings, risks above appetite "
            "and red KPIs, then those audited longest ago. Clauses that nobody asked about come first, then "
            "the oldest, each in a unit whose documents or records name it. Auditors are trained on the day "
            "and not of the unit; the load is shared as evenly as that allows. smm audit plan --yaml writes "
            "it as entries of an audit programme."
        )
        left = say(
            "Neither asked about within a cycle nor in these audits: {clauses}. Plan more audits, or ask "
            "more in each.",
            clauses=self.clauses_left,
        )
        blocks: list[Block] = [
            table_of(say("Proposed audits"), readings, self.proposals, empty),
            *([Prose(left)] if self.clauses_left else ()),
            Prose(note),
        ]
        title = say("Proposed internal audits")
        return Page(title, stamp(self.qms, commit), (*blocks, *unread_files(self.qms)))

    def able(self, one: Proposal) -> Cell:
        """Who may do it; nobody is a gap of its own."""
        if not one.auditors:
            return Cell(say("nobody may: train one, or ask another organization"), Tone.BAD)
        names = [name_of(self.qms, id_) for id_ in one.auditors]
        if (last := self.last_day(one)) < one.half.until:
            by = say("{people}, by {day}, when a training ends", people=names, day=last)
            return Cell(by, Tone.WARN)
        return Cell(names)

    def last_day(self, one: Proposal) -> date:
        """The last day on which all of its auditors may do it: that of the half-year, or of a training."""
        ends = (ended_on(self.qms, person, one.half.until) for person in one.auditors)
        return min((end for end in ends if end), default=one.half.until)

    def entries(self) -> str:
        """The proposals as the entries of an audit programme."""
        from smmkit.yaml_text.scalars import scalar

        lines = ["entries:"]
        numbers = count(1)
        for one in self.proposals:
            stem = f"RA-{one.half.year}-{one.half.half}"
            id_ = next(i for n in numbers if (i := f"{stem}{n:02}") not in self.qms.homes)
            since = max(one.half.since, self.qms.as_of)
            lines += [
                f"  - id: {scalar(id_)}",
                f"    title: {scalar(f'Audit internal {one.unit.id} {one.half_name}')}",
                "    audit_type: internal",
                f"    since: {since.isoformat()}",
                f"    until: {self.last_day(one).isoformat()}",
                f"    units: [{one.unit.id}]",
                f"    audited_clauses: [{', '.join(map(quoted, one.clauses))}]",
                f"    auditors: [{', '.join(one.auditors)}]",
            ]
        return "\n".join(lines) + "\n" if self.proposals else ""


def quoted(clause: str) -> str:
    """A clause as YAML keeps it: 9.1 is no number."""
    return f'"{clause}"'


def why(one: Proposal) -> Any:
    """The weight of a unit in words."""
    weight = one.weight
    if weight.months is None:
        return say("never audited; open findings {n}, risks {m}", n=weight.findings, m=weight.risks)
    return say(
        "open findings {n}, risks above appetite {m}, red KPIs {red}, {months} months since the last",
        n=weight.findings,
        m=weight.risks,
        red=weight.red,
        months=weight.months,
    )
