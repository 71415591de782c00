"""What `smm import` has read; what it could not read; what is to be filled in, or was assumed."""

from __future__ import annotations

from smmkit.intake.result import Result
from smmkit.page import Block, Cell, Column, Page, Shape, Table
from smmkit.problem import Problem
from smmkit.words import say


def page(result: Result, file: str, errors: list[Problem]) -> Page:
    """What was read; what could not be; what is still to be filled in, or was assumed."""
    blocks: list[Block] = [*result.shown]
    if result.unread:
        names = (
            Column(say("Where")),
            Column(say("What stands there"), width=2),
            Column(say("Why"), width=2),
        )
        rows = tuple((Cell(a), Cell(b or "-"), Cell(c)) for a, b, c in result.unread)
        blocks.append(Table(say("Not read"), names, rows))
    for name, pairs in (
        (say("Still to be filled in"), result.blanks),
        (say("Assumed; please look at it"), result.assumed),
    ):
        if pairs:
            columns = (Column(say("Id"), Shape.CODE), Column(say("What it is"), width=3))
            blocks.append(Table(name, columns, tuple((Cell(a), Cell(b)) for a, b in pairs)))
    if errors:
        columns = (Column(say("File")), Column(say("Error"), width=3))
        lines = tuple((Cell(error.path), Cell(error.message)) for error in errors)
        blocks.append(Table(say("What smm validate will find in it"), columns, lines))
    return Page(say("What {path} says", path=file), "", tuple(blocks))
