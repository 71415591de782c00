"""What a list that came back changes; what is refused, cell by cell; what has changed here and there."""

from __future__ import annotations

from operator import attrgetter

from smmkit.few import at_most
from smmkit.lists.exchange import Taken
from smmkit.lists.listing import Change, Fresh, Refusal
from smmkit.lists.written import titles
from smmkit.page import Block, Page, Shape
from smmkit.page.readings import Reading, table_of
from smmkit.problem import Problem
from smmkit.words import Message, say, say_n

FEW = 8
"""So many of the rows that are not in a list are named."""


def page(taken: Taken, file: str, errors: list[Problem]) -> Page:
    """The changes, the new rows, the conflicts and the refusals."""
    back, blocks = taken.back, list[Block]()
    if back.changes:
        changes: list[Reading[Change]] = [
            Reading(say("Id"), attrgetter("row.id"), Shape.CODE),
            Reading(say("Title"), lambda one: titles(one.row), width=2),
            Reading(say("Field"), lambda one: one.column.label),
            Reading(say("Before"), lambda one: one.row.plain(one.column.name) or "-", width=2),
            Reading(say("After"), lambda one: one.text or "-", width=2),
        ]
        blocks.append(table_of(say("Changes"), changes, back.changes))
    if back.fresh:
        fresh: list[Reading[Fresh]] = [
            Reading(say("Where"), attrgetter("place")),
            Reading(say("What stands there"), lambda one: "; ".join(one.values.values()), width=3),
        ]
        blocks.append(table_of(say("New"), fresh, back.fresh))
    for name, told in (
        (say("Changed here and there; see which holds"), back.conflicts),
        (say("Not taken"), taken.refused),
    ):
        if told:
            refusals: list[Reading[Refusal]] = [
                Reading(say("Where"), attrgetter("place")),
                Reading(say("What stands there"), lambda one: one.said or "-", width=2),
                Reading(say("Why"), attrgetter("why"), width=3),
            ]
            blocks.append(table_of(name, refusals, told))
    if errors:
        found: list[Reading[Problem]] = [
            Reading(say("File"), lambda one: one.path),
            Reading(say("Error"), lambda one: one.message, width=3),
        ]
        blocks.append(table_of(say("What smm validate will find in it"), found, errors))
    return Page(say("What {path} says", path=file), summary(taken), tuple(blocks))


def summary(taken: Taken) -> Message:
    """How much is new, and how much is as it was."""
    back = taken.back
    same = say_n("{n} row is as it was", "{n} rows are as they were", back.same)
    if not back.missing:
        return say("{what}.", what=same)
    ids = at_most(FEW, back.missing)
    return say("{what}; not in the list, and left as they are: {ids}.", what=same, ids=ids)
