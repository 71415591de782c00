"""What `smm adopt` would register, with where each value was found, and what is told of the rest."""

from __future__ import annotations

from datetime import date

from smmkit.intake.adoption import Adoption, Newcomer
from smmkit.intake.guess import Found, Guess
from smmkit.page import Block, Cell, Column, Page, Shape, Table
from smmkit.words import Message, say


def page(adoption: Adoption, source: str) -> Page:
    """What would be registered, with where each value was found; and what is told of the rest."""
    names = (say("Id"), say("File"), say("Title"), say("Number"), say("Version"), say("Date"))
    columns = [Column(name, Shape.WORDS, 3 if n in {1, 2} else 1) for n, name in enumerate(names)]
    blocks: list[Block] = []
    if adoption.newcomers:
        title = say("To be registered")
        kind = Column(say("Type"))
        rows = tuple(row_of(new) for new in adoption.newcomers)
        blocks.append(Table(title, (*columns, kind), rows))
    told = [(new.id, message) for new in adoption.newcomers for message in new.told]
    pairs = (Column(say("Document")), Column(say("What is told"), width=3))
    for name, lines in (
        (say("To be looked at"), told),
        (say("Registered already"), adoption.known),
        (say("Left out"), adoption.left),
    ):
        if lines:
            blocks.append(Table(name, pairs, tuple((Cell(a), Cell(b)) for a, b in lines)))
    return Page(say("Documents in {path}", path=source), "", tuple(blocks))


def row_of(new: Newcomer) -> tuple[Cell, ...]:
    """A document in the table."""
    known = new.guesses
    sort = text_cell(known.document_type)
    if known.external and known.document_type.value:
        sort = say("{text}, from outside", text=sort)
    day = known.issued
    texts = (
        text_cell(known.title),
        text_cell(known.number),
        text_cell(known.version),
        day_cell(day),
        sort,
    )
    return (Cell(new.id), Cell(new.file or new.name), *map(Cell, texts))


def text_cell(guess: Guess) -> Message | str:
    """A value, and where it was found."""
    return say("{text} ({where})", text=guess.value, where=where(guess)) if guess.value else "-"


def day_cell(guess: Guess) -> Message | str:
    """A day, and where it was found."""
    if not guess.value:
        return "-"
    return say("{text} ({where})", text=date.fromisoformat(guess.value), where=where(guess))


def where(guess: Guess) -> Message:
    """Where a value was found, in words."""
    words = {
        Found.NAME: say("name"),
        Found.PROPERTIES: say("properties"),
        Found.TEXT: say("text"),
        Found.LIST: say("list"),
        Found.NOWHERE: say("assumed"),
    }
    return words[guess.found]
