"""The three numbers of the whole, by chapter and by phase."""

from __future__ import annotations

from smmkit.analyses.gap.parts import FORMULA, VERSION, Gap, Totals
from smmkit.figures import Bar, Bars, Share
from smmkit.page import Block, Cell, Fields, Figure, Shape, Table, Text, Tone
from smmkit.readings import Reading, table_of
from smmkit.reports import percent
from smmkit.words import say

SHARES = (
    Share(say("conforms"), Tone.GOOD),
    Share(say("does not conform"), Tone.BAD),
    Share(say("not assessed"), Tone.MUTED),
)


def overview(found: Gap) -> list[Block]:
    """The three numbers, always together, with their formula; by chapter and by phase."""
    assessment = found.assessment
    source = (
        say("{id} of {day}", id=assessment.id, day=assessment.date)
        if assessment
        else say("there is no assessment of this standard in the folder")
    )
    total = found.totals
    head = Fields(
        (
            (say("Conformity: of what is applicable and assessed"), percent(total.conformity)),
            (say("Coverage: assessed of what is applicable"), percent(total.coverage)),
            (say("Floor: what is not assessed counts as 0"), percent(total.floor)),
            (
                say("Requirements"),
                Cell(say("{n} assessed of {m} that apply", n=total.assessed, m=total.applicable)),
            ),
            (
                say("Formula"),
                Cell(say("{formula} (version {version})", formula=FORMULA, version=VERSION)),
            ),
            (say("Assessment"), Cell(source, Tone.PLAIN if assessment else Tone.BAD)),
        )
    )
    chapters: list[Row] = [
        (one.chapter.id, one.chapter.title, one.totals) for one in found.chapters
    ]
    phases: list[Row] = [
        (one.phase.value[0].upper(), one.phase.label, one.totals) for one in found.phases
    ]
    return [
        head,
        bars(found),
        totals_table(say("By chapter"), chapters),
        totals_table(say("By phase of the PDCA circle"), phases),
    ]


def bars(found: Gap) -> Figure:
    """Conformity and what is not assessed, for each chapter."""
    rows = []
    for one in found.chapters:
        floor = float(one.totals.floor or 0)
        unknown = 100 - float(one.totals.coverage or 0)
        lost = max(100 - floor - unknown, 0.0)
        label = say("{id} {title}", id=one.chapter.id, title=one.chapter.title)
        rows.append(Bar(label, (floor, lost, unknown), percent(one.totals.floor).value))
    return Figure(
        say("Floor by chapter"),
        say(
            "For each chapter: the share that conforms, the share that does not, what is not assessed"
        ),
        Bars(SHARES, tuple(rows)),
    )


Row = tuple[str, Text, Totals]


def totals_table(name: Text, rows: list[Row]) -> Table:
    """The three numbers for each row."""
    readings: list[Reading[Row]] = [
        Reading(say("No."), lambda row: row[0], Shape.CODE),
        Reading(say("Title"), lambda row: row[1], width=4),
        Reading(say("Applicable"), lambda row: row[2].applicable, Shape.NUMBER),
        Reading(say("Assessed"), lambda row: row[2].assessed, Shape.NUMBER),
        Reading(say("Conformity"), lambda row: percent(row[2].conformity), Shape.NUMBER),
        Reading(say("Coverage"), lambda row: percent(row[2].coverage), Shape.NUMBER),
        Reading(say("Floor"), lambda row: percent(row[2].floor), Shape.NUMBER),
    ]
    return table_of(name, readings, rows)
