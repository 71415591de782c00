"""What `smm import` has read; what it could not read; what is to be filled in, or was assumed."""

from __future__ import annotations

from operator import itemgetter
from typing import Any

from smmkit.intake.result import Result
from smmkit.page import Block, Page, Shape
from smmkit.page.readings import Reading, table_of
from smmkit.problem import Problem
from smmkit.words import say


def page(result: Result, file: str, errors: list[Problem]) -> Page:
    """What was read; what could not be; what is still to be filled in, or was assumed."""
    blocks: list[Block] = [*result.shown]
    for name, hidden in (
        (say("Not read"), result.unread),
        (say("What the file does not show"), result.told),
    ):
        unread: list[Reading[tuple[Any, ...]]] = [
            Reading(say("Where"), itemgetter(0)),
            Reading(say("What stands there"), lambda one: one[1] or "-", width=2),
            Reading(say("Why"), itemgetter(2), width=2),
        ]
        if hidden:
            blocks.append(table_of(name, unread, hidden))
    told: list[Reading[tuple[Any, ...]]] = [
        Reading(say("Id"), itemgetter(0), Shape.CODE),
        Reading(say("What it is"), itemgetter(1), width=3),
    ]
    for title, pairs in (
        (say("Still to be filled in"), result.blanks),
        (say("Assumed; please look at it"), result.assumed),
    ):
        if pairs:
            blocks.append(table_of(title, told, pairs))
    if errors:
        found: list[Reading[Problem]] = [
            Reading(say("File"), lambda one: one.path),
            Reading(say("Error"), lambda one: one.message, width=3),
            Reading(say("What to do"), lambda one: one.hint or "-", width=2),
        ]
        blocks.append(table_of(say("What smm validate will find in it"), found, errors))
    return Page(say("What {path} says", path=file), "", tuple(blocks))
