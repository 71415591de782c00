"""One clause told whole: what is asked, what was found and where, what is claimed, what to do next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from smmkit.analyses.gap.comparison import gap
from smmkit.analyses.gap.numbers import Meant
from smmkit.analyses.gap.parts import ClauseGap, Gap, Judged
from smmkit.analyses.gap.steps import steps
from smmkit.analyses.gap.why import why
from smmkit.analyses.gap.why_parts import Step, Why
from smmkit.documents.finding import AuditFinding
from smmkit.git import Origin
from smmkit.page import Block, Cell, Fields, Heading, Page, Prose, Shape, Text, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.reports import Report, percent, stamp, unread_files
from smmkit.reports.gap.demands import demand_blocks
from smmkit.reports.gap.proofs import TONES, sentences, whole_strength
from smmkit.reports.gap.tables import assessed_words
from smmkit.words import say


@dataclass(frozen=True)
class WhyReport(Report):
    """Why a clause is proved or not; of a group, how each of its clauses stands."""

    meant: Meant

    schema: ClassVar = "smmkit-why/1"
    FOR_PROGRAMS: ClassVar = {
        "schema": "schema",
        "standard": "meant.standard.id",
        "as_of": "as_of",
        "asked": "meant.number",
        "clauses": "told",
        "left_out": "unread",
    }

    @cached_property
    def gap(self) -> Gap:
        """The whole comparison."""
        return gap(self.qms, self.meant.standard)

    @cached_property
    def told(self) -> list[Told]:
        """Each clause that is asked for."""
        wanted = {clause.id for clause in self.meant.clauses}
        found = [
            why(self.qms, self.gap, clause, self.meant.item)
            for clause in self.gap.clauses
            if clause.clause.id in wanted
        ]
        return [Told(one, tuple(steps(self.qms, one))) for one in found]

    def page(self, commit: Origin) -> Page:
        """The answer as a Page."""
        number, standard = self.meant.number, self.meant.standard
        title = say(
            "{number}: why it counts or not ({standard})", number=number, standard=standard.id
        )
        blocks = group(self.told) if self.meant.is_group else clause_blocks(self.told[0], self.gap)
        disclaimer = Prose(standard.disclaimer, Tone.MUTED)
        told = (*blocks, *unread_files(self.qms), disclaimer)
        return Page(title, stamp(self.qms, commit), told)


@dataclass(frozen=True, slots=True)
class Told:
    """A clause, and what is to be done about it."""

    why: Why
    steps: tuple[Step, ...]

    FOR_PROGRAMS: ClassVar = {
        "id": "why.gap.clause.id",
        "title": "why.gap.clause.title",
        "status": "why.gap.status",
        "excluded": "why.gap.excluded",
        "proved": "why.gap.totals.proved",
        "claimed": "why.gap.totals.claimed",
        "demands": "why.demands",
        "requirements": "why.gap.requirements",
        "findings": "why.findings",
        "next": "steps",
    }


def group(told: list[Told]) -> list[Block]:
    """A short list of the clauses of a chapter."""
    readings: list[Reading[Told]] = [
        Reading(say("Clause"), lambda one: one.why.gap.clause.id, Shape.CODE),
        Reading(say("Title"), lambda one: one.why.gap.clause.title, width=4),
        Reading(say("Claim"), lambda one: claim_cell(one.why.gap), width=2),
        Reading(say("Proof"), lambda one: proof_cell(one.why.gap), width=2),
        Reading(say("Proved"), lambda one: percent(one.why.gap.totals.proved), Shape.NUMBER),
        Reading(say("Next"), first_step, width=4),
    ]
    return [Heading(say("Clauses")), table_of(say("Clauses"), readings, told)]


def first_step(told: Told) -> Any:
    """What to do first about a clause."""
    return told.steps[0].what if told.steps else Cell(say("nothing is open"), Tone.MUTED)


def claim_cell(one: ClauseGap) -> Cell:
    """What is claimed of a clause, as far as it counts."""
    return Cell(one.status.label, TONES[one.status])


def proof_cell(one: ClauseGap) -> Cell:
    """How well a clause is proved."""
    return whole_strength(one)


def clause_blocks(told: Told, found: Gap) -> Iterator[Block]:
    """Everything of one clause."""
    yield Fields(tuple(head(told.why)))
    yield from next_steps(told.steps)
    first = told.why.demands[0]
    for demand in told.why.demands:
        if demand is not first and demand.own == first.own and demand.own:
            title = say("{id} {title}", id=demand.id, title=demand.what)
            yield Heading(title)
            yield Prose(say("Shown by the same documents as {id}.", id=first.id))
        else:
            yield from demand_blocks(demand)
    yield from claims(told.why.gap, found)
    yield from findings(told.why.findings)


def head(found: Why) -> Iterator[tuple[Text, Cell]]:
    """The verdict in a few lines."""
    one = found.gap
    yield say("Clause"), Cell(say("{id} {title}", id=one.clause.id, title=one.clause.title))
    if one.excluded:
        yield say("Excluded in the scope"), Cell(one.excluded)
    yield say("Proof"), proof_cell(one)
    yield say("Claim"), claim_cell(one)
    yield say("Proved: what the folder itself shows, of what applies"), percent(one.totals.proved)
    yield say("Claimed: what the assessment says, of what applies"), percent(one.totals.claimed)
    yield say("Counts: what is claimed, as far as it is proved"), percent(one.totals.floor)


def next_steps(found: tuple[Step, ...]) -> list[Block]:
    """What to do, the cheapest first."""
    readings: list[Reading[Step]] = [
        Reading(say("What to do"), lambda one: one.what, width=5),
        Reading(say("Where"), lambda one: one.place, Shape.CODE, 3),
        Reading(say("Command"), lambda one: one.command, Shape.CODE, 3),
    ]
    none = say("Nothing is open here.")
    return [
        Heading(say("Next, the cheapest first")),
        table_of(say("Next steps"), readings, found, none),
    ]


def claims(one: ClauseGap, found: Gap) -> list[Block]:
    """Each requirement: what is claimed, what that counts and why it is less; then what was assessed."""
    readings: list[Reading[Judged]] = [
        Reading(say("No."), lambda one: one.requirement.id, Shape.CODE),
        Reading(say("Requirement"), lambda one: one.requirement.text, width=6),
        Reading(say("Claim"), lambda one: Cell(one.claimed.label, TONES[one.claimed]), width=2),
        Reading(say("Counts as"), lambda one: Cell(one.status.label, TONES[one.status]), width=2),
        Reading(say("Why"), lambda one: sentences(one.because), width=4),
    ]
    table = table_of(say("Claims"), readings, one.requirements)
    return [Heading(say("What is claimed")), table, *verdicts(one, found)]


def verdicts(one: ClauseGap, found: Gap) -> Iterator[Block]:
    """The lines of the assessment that speak of the clause, each once, with its place."""
    told = {j.verdict.requirement: j for j in one.requirements if j.verdict}
    assessment = found.assessment
    if not told or assessment is None:
        return
    places = {v.requirement: n for n, v in enumerate(assessment.verdicts)}

    def line(judged: Judged) -> str:
        steps = ("verdicts", places[judged.verdict.requirement]) if judged.verdict else ()
        return f"{assessment.path}:{assessment.at(*steps).line}"

    readings: list[Reading[Judged]] = [
        Reading(say("No."), lambda one: one.verdict and one.verdict.requirement, Shape.CODE),
        Reading(say("Objective condition and gap"), assessed_words, width=6),
        Reading(say("Evidence named"), lambda one: one.verdict and one.verdict.evidence, width=2),
        Reading(say("Where"), line, Shape.CODE, 3),
    ]
    yield table_of(say("Assessed in {id}", id=assessment.id), readings, told.values())


def findings(found: tuple[AuditFinding, ...]) -> list[Block]:
    """The findings on the clause."""
    readings: list[Reading[AuditFinding]] = [
        Reading(say("Id"), lambda one: one.id, Shape.CODE),
        Reading(say("Title"), lambda one: one.title, width=4),
        Reading(say("Grade"), lambda one: one.grade.label, width=2),
        Reading(say("Date"), lambda one: one.date, width=2),
        Reading(say("Closed on"), lambda one: one.closed or Cell(say("open"), Tone.WARN), width=2),
        Reading(say("File"), lambda one: one.path, Shape.CODE, 3),
    ]
    none = say("No audit has found anything on it.")
    return [Heading(say("Findings")), table_of(say("Findings"), readings, found, none)]
