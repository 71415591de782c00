"""The numbers by unit, owner, process, service and dimension, and the page of one unit."""

from __future__ import annotations

from collections.abc import Iterable

from smmkit.analyses.gap.belonging import View, with_parts
from smmkit.analyses.gap.parts import Gap
from smmkit.analyses.gap.views import Cut, ViewPart
from smmkit.analyses.organization.units import called
from smmkit.page import Block, Cell, Fields, Heading, Prose, Shape, Text, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.qms import Qms
from smmkit.reports import percent
from smmkit.words import say

BELONGS = {
    View.UNIT: say(
        "A clause is a unit's where a document that it answers for, or that is about it as a whole, "
        "shows the clause, falls short of it or names it, or where a finding there is open."
    ),
    View.OWNER: say(
        "A clause is an owner's where a document that it answers for shows the clause, falls short of it "
        "or names it."
    ),
    View.PROCESS: say(
        "A clause is a process's where a document that the process is, names or is named by shows the "
        "clause, falls short of it or names it."
    ),
    View.SERVICE: say(
        "A clause is a service's where a document that names the service, or that it names, shows the "
        "clause, falls short of it or names it."
    ),
    View.DIMENSION: say(
        "A requirement is of the dimension that the standard says; where it says none, its clause is of "
        "the dimensions of the documents that show it, fall short of it or name it."
    ),
}
SEVERAL = say("What belongs to several counts in each, so the lines do not add up to the whole.")


def view_tables(cuts: Iterable[Cut]) -> list[Block]:
    """A heading, how it is counted, and a table for each view."""
    blocks: list[Block] = []
    for one in cuts:
        if one.view is View.DIMENSION and not any(part.clauses for part in one.parts):
            continue  # nobody has said of anything which dimension it is of
        title = say("By {view}", view=one.view.label)
        blocks += [
            Heading(title),
            table_of(title, readings(one.view), one.parts, say("There is none in the folder.")),
            Prose(say("{how} {several}", how=BELONGS[one.view], several=SEVERAL), Tone.MUTED),
        ]
        if one.parts and one.nobodys:
            blocks.append(Prose(say("Of none of them: {clauses}", clauses=one.nobodys), Tone.WARN))
    return blocks


def readings(view: View) -> list[Reading[ViewPart]]:
    """The columns of a view."""
    found: list[Reading[ViewPart]] = [
        Reading(say("Title"), lambda one: one.title, width=4),
        Reading(say("Clauses"), lambda one: len(one.clauses), Shape.NUMBER),
        Reading(say("Applicable"), lambda one: one.totals.applicable, Shape.NUMBER),
        Reading(say("Proved"), lambda one: percent(one.totals.proved), Shape.NUMBER),
        Reading(say("Claimed"), lambda one: percent(one.totals.claimed), Shape.NUMBER),
        Reading(say("Counts"), lambda one: percent(one.totals.floor), Shape.NUMBER),
        Reading(say("Documents"), lambda one: one.documents, Shape.NUMBER),
        Reading(say("Fall short"), lambda one: some(one.short), Shape.NUMBER),
    ]
    if view is not View.DIMENSION:
        found.insert(0, Reading(say("Id"), lambda one: one.id, Shape.CODE))
    if view in {View.UNIT, View.OWNER}:
        found += [
            Reading(say("Open findings"), lambda one: some(one.findings), Shape.NUMBER),
            Reading(say("Late actions"), lambda one: some(one.late), Shape.NUMBER),
        ]
    return found


def some(number: int) -> Cell:
    """A number of things that should not be there."""
    return Cell(number, Tone.WARN if number else Tone.PLAIN)


def unit_head(qms: Qms, unit: str, whole: Gap) -> list[Block]:
    """Whose page it is, and the numbers of the whole, named as such."""
    thing = qms.things.get(unit)
    others = sorted(with_parts(qms, unit) - {unit})
    name = say("{id}: {title}", id=called(qms, unit), title=thing.title if thing else "")
    rows: list[tuple[Text, Cell]] = [(say("Unit"), Cell(name))]
    if others:
        rows.append((say("With its parts"), Cell(others)))
    rows += [
        (say("The whole organization: proved"), percent(whole.totals.proved)),
        (say("The whole organization: claimed"), percent(whole.totals.claimed)),
        (say("The whole organization: blocking"), Cell(len(whole.blocking))),
    ]
    said = say(
        "What follows is of this unit alone; only the lines above speak of the whole. {how} {several}",
        how=BELONGS[View.UNIT],
        several=say("What belongs to several units stands on the page of each."),
    )
    return [Fields(tuple(rows)), Prose(said, Tone.MUTED), Heading(say("What is of this unit"))]
