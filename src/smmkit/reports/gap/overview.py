"""The numbers of the whole, by chapter and by phase: proved first, then claimed."""

from __future__ import annotations

from smmkit.analyses.gap.parts import Gap
from smmkit.analyses.gap.totals import FORMULA, VERSION, Totals
from smmkit.analyses.proof.need_words import few
from smmkit.page import Block, Cell, Fields, Figure, Shape, Table, Text, Tone
from smmkit.page.figures import Bar, Bars, Share
from smmkit.page.readings import Reading, table_of
from smmkit.reports import percent
from smmkit.reports.gap.tables import BEYOND, overclaim_table
from smmkit.words import Message, say

SHARES = (
    Share(say("proved"), Tone.GOOD),
    Share(say("claimed beyond proof"), Tone.WARN),
    Share(say("neither"), Tone.MUTED),
)


def overview(found: Gap, stale: Message | None = None, brief: bool = False) -> list[Block]:
    """What is proved, what is claimed beyond it; by chapter, and unless in brief by phase and drawn."""
    chapters: list[Row] = [
        (one.chapter.id, one.chapter.title, one.totals) for one in found.chapters
    ]
    phases: list[Row] = [
        (one.phase.value[0].upper(), one.phase.label, one.totals) for one in found.phases
    ]
    if brief:
        return [
            head(found, stale, brief=True),
            totals_table(say("By chapter"), chapters, brief=True),
        ]
    return [
        head(found, stale),
        *overclaim_table(found),
        bars(found),
        totals_table(say("By chapter"), chapters),
        totals_table(say("By phase of the PDCA circle"), phases),
    ]


def head(found: Gap, stale: Message | None = None, brief: bool = False) -> Fields:
    """The numbers of the whole, always together, with their formula, the assessment and its age.

    In brief also where more is claimed than shown, which has a table of its own otherwise.
    """
    assessment, total = found.assessment, found.totals
    source = (
        say("{id} of {day}", id=assessment.id, day=assessment.date)
        if assessment
        else say("there is no assessment of this standard in the folder")
    )
    assessed = say("{n} assessed of {m} that apply", n=total.assessed, m=total.applicable)
    return Fields(
        (
            (say("Proved: what the folder itself shows, of what applies"), percent(total.proved)),
            (say("Claimed: what the assessment says, of what applies"), percent(total.claimed)),
            (say("Coverage: assessed of what is applicable"), percent(total.coverage)),
            (say("Counts: what is claimed, as far as it is proved"), percent(total.floor)),
            *(overclaimed(found) if brief else [(say("Requirements"), Cell(assessed))]),
            (
                say("Formula"),
                Cell(say("{formula} (version {version})", formula=FORMULA, version=VERSION)),
            ),
            (say("Assessment"), Cell(source, Tone.PLAIN if assessment else Tone.BAD)),
            *(((say("The assessment is stale"), Cell(stale, Tone.WARN)),) if stale else ()),
        )
    )


def overclaimed(found: Gap) -> list[tuple[Text, Cell]]:
    """In which clauses more is claimed than shown, where there is no room for why."""
    clauses = list(dict.fromkeys(one.clause for one in found.overclaims))
    return [(BEYOND, Cell(few(clauses), Tone.WARN))] if clauses else []


def bars(found: Gap) -> Figure:
    """For each chapter what is proved, and what is claimed beyond that."""
    rows = []
    for one in found.chapters:
        proved, beyond = float(one.totals.proved or 0), float(one.totals.beyond or 0)
        label = say("{id} {title}", id=one.chapter.id, title=one.chapter.title)
        parts = (proved, beyond, max(100 - proved - beyond, 0.0))
        rows.append(Bar(label, parts, percent(one.totals.proved).value))
    return Figure(
        say("Proved by chapter"),
        say("For each chapter: the share that the folder proves, and what is claimed beyond that"),
        Bars(SHARES, tuple(rows)),
    )


Row = tuple[str, Text, Totals]


def totals_table(name: Text, rows: list[Row], brief: bool = False) -> Table:
    """The numbers for each row; in brief so few that the paper need not lie down."""
    readings: list[Reading[Row]] = [
        Reading(say("No."), lambda row: row[0], Shape.CODE),
        Reading(say("Title"), lambda row: row[1], width=4),
        Reading(say("Applicable"), lambda row: row[2].applicable, Shape.NUMBER),
        Reading(say("Assessed"), lambda row: row[2].assessed, Shape.NUMBER),
        Reading(say("Proved"), lambda row: percent(row[2].proved), Shape.NUMBER),
        Reading(say("Claimed"), lambda row: percent(row[2].claimed), Shape.NUMBER),
        Reading(say("Coverage"), lambda row: percent(row[2].coverage), Shape.NUMBER),
        Reading(say("Counts"), lambda row: percent(row[2].floor), Shape.NUMBER),
    ]
    kept = [one for n, one in enumerate(readings) if not brief or n not in {3, 6}]
    return table_of(name, kept, rows)
