"""The parts of the page that says where the organization stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from smmkit.analyses.agenda.agenda import Entry
from smmkit.analyses.agenda.people import name_of
from smmkit.analyses.gap.parts import Gap, PhaseTotals
from smmkit.analyses.gap.views import Cut, ViewPart
from smmkit.analyses.status.journey import Next, Stop
from smmkit.analyses.status.numbers import Numbers
from smmkit.documents.finding import AuditFinding, Grade
from smmkit.page import Block, Cell, Fields, Figure, Heading, Prose, Shape, Text, Tone
from smmkit.page.circle import Arc, Circle
from smmkit.page.readings import Reading, table_of
from smmkit.qms import Qms
from smmkit.reports import percent
from smmkit.standards import Phase
from smmkit.words import Message, Percent, rounded, say, say_n

MOST, FEW = 4, 2
"""So many findings and next things are shown, so that all goes onto a page or two; fewer on one."""


def head(
    qms: Qms, at: Stop | None, next_: Next | None, stops: Sequence[Stop], found: Numbers
) -> Fields:
    """The step, what is done next and by whom, and the numbers of the day."""
    rows: list[tuple[Text, Cell]] = []
    if stops:
        done = sum(one.is_done for one in stops)
        said = say("{n} of {m}", n=done, m=len(stops))
        ids = [one.mark for one in stops if one.is_done]
        told = say("{count}: {steps}", count=said, steps=ids) if ids else said
        name = say("Ready for") if stops[0].is_milestone else say("Steps done")
        rows.append((name, Cell(told)))
    rows += where(qms, at, next_) if stops else []
    red, missing = len(found.red), len(found.unmeasured)
    named = [*found.unmeasured[:NAMED], *(["…"] if missing > NAMED else [])]
    lacking = say("{count}: {steps}", count=missing, steps=named) if missing else missing
    rows += [
        (say("Open findings"), Cell(graded(found.findings), tone(len(found.findings)))),
        (say("Overdue"), Cell(found.overdue, tone(found.overdue, Tone.BAD))),
        (say("Documents overdue for review"), Cell(found.reviews, tone(found.reviews))),
        (
            say("Red KPIs, {period}", period=found.period) if found.period else say("Red KPIs"),
            Cell(
                say("{n} of {m}", n=red, m=found.kpis),
                tone(red, Tone.BAD) if found.kpis else Tone.MUTED,
            ),
        ),
        (say("KPIs that lack values"), Cell(lacking, tone(missing))),
    ]
    if qms.stubs:
        left = say_n(
            "{n} file, of which nothing is counted here",
            "{n} files, of which nothing is counted here",
            len(qms.stubs),
        )
        rows.append((say("Unreadable"), Cell(left, Tone.BAD)))
    if found.management_review:
        late = found.management_review < qms.as_of
        cell = Cell(found.management_review, Tone.BAD if late else Tone.PLAIN)
        rows.append((say("Next management review by"), cell))
    return Fields(tuple(rows))


NAMED = 6
"""So many KPIs are named at most."""


def where(qms: Qms, at: Stop | None, next_: Next | None) -> list[tuple[Text, Cell]]:
    """The step that the organization is at, and what leads on from it."""
    if at is None or next_ is None:
        return [(say("Step"), Cell(say("every step is done; keep it so"), Tone.GOOD))]
    people = [name_of(qms, id_) for id_ in next_.people]
    return [
        (say("Step"), Cell(at.said, Tone.WARN)),
        (say("Next, not met yet"), Cell(next_.what)),
        (say("Because"), Cell(list(next_.why)[:3])),
        (say("How to do it"), Cell(next_.how)),
        (say("Who"), Cell(people or say("nobody is named"), Tone.PLAIN if people else Tone.WARN)),
    ]


def tone(number: int, bad: Tone = Tone.WARN) -> Tone:
    """What a number means of which none is best."""
    return bad if number else Tone.GOOD


def graded(findings: Sequence[AuditFinding]) -> Message | int:
    """How many findings are open, of each grade."""
    counts = Counter(one.grade for one in findings)
    told = [
        say("{n} {grade}", n=counts[grade], grade=grade.label) for grade in Grade if counts[grade]
    ]
    return say("{n}: {grades}", n=len(findings), grades=told) if told else 0


def journey_table(stops: Sequence[Stop]) -> list[Block]:
    """The steps that are not done: the one that one is at, and those to come, with what is wanting."""
    left = [one for one in stops if not one.is_done]
    at = left[0].id if left else None
    readings: list[Reading[Stop]] = [
        Reading(say("Step"), lambda one: one.mark, Shape.CODE, 2),
        Reading(say("Title"), lambda one: one.title, width=5),
        Reading(say("State"), lambda one: state(one, at), width=2),
        Reading(say("What is wanting"), wanting, width=7),
    ]
    title = say("The journey")
    return [Heading(title), table_of(title, readings, left)] if left else []


def state(one: Stop, at: str | None) -> Cell:
    """Whether a step is the one that one is at, or still to come."""
    if one.id == at:
        return Cell(say("here"), Tone.WARN)
    return Cell(say("to come"), Tone.MUTED)


def wanting(one: Stop) -> list[Any]:
    """What is wanting to leave a step, with the first reason of each."""
    return [
        say("{what} ({why})", what=lack.criterion.text, why=lack.reasons[0].why)
        for lack in one.wanting
    ]


def circle(qms: Qms, found: Gap, numbers: Numbers) -> list[Block]:
    """The PDCA circle with what of each phase is proved, and the findings that are open in it."""
    open_ = Counter(phase_of(qms, one) for one in numbers.findings)
    arcs = tuple(arc(one, open_[one.phase]) for one in found.phases)
    alt = say(
        "Plan, do, check, act in a circle; each part is filled as far as the folder proves it."
    )
    title = say("The PDCA circle, {standard}", standard=found.standard.title)
    return [Figure(title, alt, Circle(arcs, say("QMS")))]


def phase_of(qms: Qms, finding: AuditFinding) -> Phase | None:
    """The phase of the clause, or of the group of clauses, that a finding is about."""
    standard, number = qms.clause(finding.clause, finding)
    parts = standard.parts if standard else ()
    return next((part.phase for part in parts if part.id == number), None)


def arc(one: PhaseTotals, findings: int) -> Arc:
    """One phase: how much is proved, of how many demands, and the open findings."""
    proved = one.totals.proved
    value = say(
        "{proved} proved of {n} demands; open findings: {findings}",
        proved=Percent(rounded(proved)) if proved is not None else "-",
        n=one.totals.applicable,
        findings=findings,
    )
    if proved is None:
        return Arc(one.phase.label, None, value, Tone.MUTED)
    full, half = 99, 60
    shade = Tone.GOOD if proved >= full else Tone.WARN if proved >= half else Tone.BAD
    return Arc(one.phase.label, float(proved), value, shade)


def dimension_table(found: Cut) -> list[Block]:
    """The five dimensions with what is proved and claimed of each; where none has a demand, nothing."""
    readings: list[Reading[ViewPart]] = [
        Reading(say("Dimension"), lambda one: one.title, width=4),
        Reading(say("Demands"), lambda one: one.totals.applicable, Shape.NUMBER, 2),
        Reading(say("Proved"), lambda one: percent(one.totals.proved), Shape.NUMBER, 2),
        Reading(say("Claimed"), lambda one: percent(one.totals.claimed), Shape.NUMBER, 2),
    ]
    title = say("The five dimensions")
    has_demands = any(one.totals.applicable for one in found.parts)
    return [Heading(title), table_of(title, readings, found.parts)] if has_demands else []


def finding_table(qms: Qms, findings: Sequence[AuditFinding]) -> list[Block]:
    """The open findings, the gravest first, with how long they have been open."""
    readings: list[Reading[AuditFinding]] = [
        Reading(say("Id"), lambda one: one.id, Shape.CODE, 2),
        Reading(say("Grade"), lambda one: one.grade.label, width=3),
        Reading(say("Clause"), lambda one: one.clause, Shape.CODE, 2),
        Reading(say("Unit"), lambda one: one.unit, Shape.CODE),
        Reading(say("Title"), lambda one: one.title, width=5),
        Reading(say("Open for"), lambda one: days((qms.as_of - one.date).days), width=2),
    ]
    title = say("Open findings")
    shown = table_of(title, readings, findings[:MOST])
    more = len(findings) - MOST
    rest = [Prose(say_n("{n} more: smm list finding", "{n} more: smm list finding", more))]
    return [Heading(title), shown, *(rest if more > 0 else ())] if findings else []


def days(number: int) -> Message:
    """So many days."""
    return say_n("{n} day", "{n} days", number)


def soon_table(qms: Qms, entries: Sequence[Entry], most: int = MOST) -> list[Block]:
    """What is overdue or comes first; the agenda has all."""
    readings: list[Reading[Entry]] = [
        Reading(
            say("Day"),
            lambda one: Cell(one.due.day, Tone.BAD if one.is_overdue else Tone.PLAIN),
            Shape.CODE,
            2,
        ),
        Reading(say("Matter"), lambda one: one.due.matter.label, width=2),
        Reading(say("Id"), lambda one: one.due.id, Shape.CODE, 2),
        Reading(say("Description"), lambda one: one.due.what, width=5),
        Reading(
            say("Seen to by"),
            lambda one: [name_of(qms, id_) for id_ in one.seen_to_by],
            width=3,
        ),
    ]
    title = say("Overdue, and what comes next")
    shown = table_of(title, readings, entries[:most])
    more = len(entries) - most
    rest = [Prose(say_n("{n} more: smm agenda", "{n} more: smm agenda", more))]
    return [Heading(title), shown, *(rest if more > 0 else ())] if entries else []
