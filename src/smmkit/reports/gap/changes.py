"""What has changed since another moment, and the course over several days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from smmkit.analyses.gap.changes import Change, Comparison, Side, Turn
from smmkit.analyses.gap.course import Moment
from smmkit.analyses.gap.totals import Totals
from smmkit.page import Block, Cell, Figure, Heading, Shape, Text, Tone
from smmkit.page.figures import Line, Lines
from smmkit.page.readings import Reading, table_of
from smmkit.reports import percent
from smmkit.reports.gap.proofs import TONES, sentences, spans_of
from smmkit.words import Message, rounded, say

TURNS = {Turn.BETTER: Tone.GOOD, Turn.WORSE: Tone.BAD, Turn.OTHER: Tone.PLAIN}


def change_tables(found: Comparison) -> list[Block]:
    """The whole before and now, then each clause that has another verdict, and why."""
    sides: list[tuple[Text, Totals]] = [(say("before"), found.before), (say("now"), found.now)]
    totals: list[Reading[tuple[Text, Totals]]] = [
        Reading("", lambda row: row[0], width=2),
        Reading(say("Applicable"), lambda row: row[1].applicable, Shape.NUMBER),
        Reading(say("Proved"), lambda row: percent(row[1].proved), Shape.NUMBER),
        Reading(say("Claimed"), lambda row: percent(row[1].claimed), Shape.NUMBER),
        Reading(say("Coverage"), lambda row: percent(row[1].coverage), Shape.NUMBER),
        Reading(say("Counts"), lambda row: percent(row[1].floor), Shape.NUMBER),
    ]
    changes: list[Reading[Change]] = [
        Reading(say("Clause"), lambda one: one.clause.clause.id, Shape.CODE),
        Reading(say("Title"), lambda one: one.clause.clause.title, width=3),
        Reading("", lambda one: Cell(one.turn.label, TURNS[one.turn]), width=2),
        Reading(say("Proof before"), lambda one: proof_of(one.before), width=2),
        Reading(say("Proof now"), lambda one: proof_of(one.now), width=2),
        Reading(say("Claim before"), lambda one: claim_of(one.before), width=2),
        Reading(say("Claim now"), lambda one: claim_of(one.now), width=2),
        Reading(say("Why"), lambda one: sentences(together(one.because)), width=5),
    ]
    none = say("No clause has another verdict.")
    return [
        Heading(say("What has changed since {moment}", moment=found.since)),
        table_of(say("Before and now"), totals, sides),
        table_of(say("Changes"), changes, found.changes, none),
    ]


def together(told: Iterable[Message]) -> list[Message]:
    """Sentences that say the same of several documents as one; each where the first of them stood."""
    groups: list[tuple[Message, list[str]]] = []
    for one in told:
        same = next((ids for first, ids in groups if is_alike(first, one)), None)
        if same is None:
            groups.append((one, [str(one.values.get("id", ""))]))
        else:
            same.append(str(one.values["id"]))
    return [
        replace(one, values={**one.values, "id": spans_of(ids)}) if len(ids) > 1 else one
        for one, ids in groups
    ]


def is_alike(one: Message, other: Message) -> bool:
    """Whether two sentences differ in nothing but the id of the document that they speak of."""
    if one.text != other.text or "id" not in one.values:
        return False
    return {**one.values, "id": ""} == {**other.values, "id": ""}


def proof_of(side: Side) -> Cell:
    """How well a clause was proved on one side."""
    return Cell(side.strength.label, TONES[side.strength])


def claim_of(side: Side) -> Cell:
    """What was claimed on one side, as far as it counted."""
    return Cell(side.status.label, TONES[side.status])


def course_tables(found: list[Moment]) -> list[Block]:
    """The numbers of each day, and the lines that they draw."""
    if not found:
        return []
    readings: list[Reading[Moment]] = [
        Reading(say("Day"), lambda one: one.day.isoformat(), Shape.CODE),
        Reading(say("Proved"), lambda one: percent(one.totals.proved), Shape.NUMBER),
        Reading(say("Claimed"), lambda one: percent(one.totals.claimed), Shape.NUMBER),
        Reading(say("Coverage"), lambda one: percent(one.totals.coverage), Shape.NUMBER),
        Reading(say("Counts"), lambda one: percent(one.totals.floor), Shape.NUMBER),
        Reading(say("Blocking"), lambda one: one.blocking, Shape.NUMBER),
        Reading(say("Overclaims"), lambda one: one.overclaims, Shape.NUMBER),
        Reading(
            say("Assessment"), lambda one: one.assessment or Cell("-", Tone.MUTED), Shape.CODE, 2
        ),
    ]
    numbers = (
        (say("Proved"), [one.totals.proved for one in found]),
        (say("Claimed"), [one.totals.claimed for one in found]),
        (say("Counts"), [one.totals.floor for one in found]),
    )
    lines = tuple(
        Line(name, tuple(None if value is None else rounded(value) for value in values))
        for name, values in numbers
    )
    drawing = Lines(tuple(one.day.isoformat() for one in found), lines, "%")
    alt = say("What is proved, claimed and counts, in percent, on each of the days")
    return [
        Heading(say("The course over time")),
        table_of(say("Course"), readings, found),
        Figure(say("Proved and claimed over time"), alt, drawing),
    ]
