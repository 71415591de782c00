"""What `smm adopt` would register, with where each value was found, and what is told of the rest."""

from __future__ import annotations

from datetime import date
from operator import itemgetter
from typing import Any

from smmkit.intake.adoption import Adoption, Newcomer
from smmkit.intake.guess import Found, Guess
from smmkit.page import Block, Page
from smmkit.page.readings import Reading, table_of
from smmkit.words import Message, say


def page(adoption: Adoption, source: str) -> Page:
    """What would be registered, with where each value was found; and what is told of the rest."""
    readings: list[Reading[Newcomer]] = [
        Reading(say("Id"), lambda new: new.id),
        Reading(say("File"), lambda new: new.file or new.name, width=3),
        Reading(say("Title"), lambda new: text_cell(new.guesses.title), width=3),
        Reading(say("Number"), lambda new: text_cell(new.guesses.number)),
        Reading(say("Version"), lambda new: text_cell(new.guesses.version)),
        Reading(say("Date"), lambda new: day_cell(new.guesses.issued)),
        Reading(say("Type"), type_cell),
    ]
    blocks: list[Block] = []
    if adoption.newcomers:
        blocks.append(table_of(say("To be registered"), readings, adoption.newcomers))
    told = [(new.id, message) for new in adoption.newcomers for message in new.told]
    pairs: list[Reading[tuple[Any, ...]]] = [
        Reading(say("Document"), itemgetter(0)),
        Reading(say("What is told"), itemgetter(1), width=3),
    ]
    for name, lines in (
        (say("To be looked at"), told),
        (say("Registered already"), adoption.known),
        (say("Left out"), adoption.left),
    ):
        if lines:
            blocks.append(table_of(name, pairs, lines))
    return Page(say("Documents in {path}", path=source), "", tuple(blocks))


def type_cell(new: Newcomer) -> Message | str:
    """What sort of document it is, and whether it comes from outside."""
    sort = text_cell(new.guesses.document_type)
    is_outside = new.guesses.external and new.guesses.document_type.value
    return say("{text}, from outside", text=sort) if is_outside else sort


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
