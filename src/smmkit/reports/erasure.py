"""Where a person stands, and what becomes of each place."""

from __future__ import annotations

from collections.abc import Iterator

from smmkit.analyses.people.erasure import Erasure
from smmkit.analyses.people.whereabouts import Standing
from smmkit.documents.submission import Submission
from smmkit.page import Block, Page, Prose, Shape
from smmkit.page.readings import Reading, table_of
from smmkit.words import Message, say

PLACES: list[Reading[Standing]] = [
    Reading(say("File"), lambda one: one.path, Shape.CODE, 3),
    Reading(say("Where"), lambda one: one.where, width=2),
    Reading(say("Text"), lambda one: one.shown, width=2),
]
REASONED: list[Reading[tuple[Standing, Message]]] = [
    Reading(say("File"), lambda one: one[0].path, Shape.CODE, 3),
    Reading(say("Where"), lambda one: one[0].where, width=2),
    Reading(say("Text"), lambda one: one[0].shown),
    Reading(say("Why"), lambda one: one[1], width=4),
]
SENT: list[Reading[Submission]] = [
    Reading(say("Id"), lambda one: one.id, Shape.CODE),
    Reading(say("Recipient"), lambda one: one.recipient, width=3),
    Reading(say("Sent on"), lambda one: one.sent),
]


def page(found: Erasure) -> Page:
    """The places by what becomes of them."""
    return Page(say("Where the person stands"), "", tuple(blocks(found)))


def blocks(found: Erasure) -> Iterator[Block]:
    """The tables, each only where there is something in it."""
    if found.taken:
        yield table_of(say("Is taken out"), PLACES, found.taken)
    if found.kept:
        yield table_of(say("Has to stay for now"), REASONED, found.kept)
    if found.by_hand:
        yield table_of(say("Is left to you"), REASONED, found.by_hand)
    if found.dark:
        yield Prose(
            say("Nobody but a person can look into these pictures: {files}", files=found.dark)
        )
    if found.sent:
        yield table_of(say("Was sent before; ask the recipients to delete it"), SENT, found.sent)
    yield Prose(HISTORY)


HISTORY = say(
    "git keeps what was committed before; nothing here rewrites it. Who owns the repository does so: "
    "commit first, agree with all who have a copy, make a fresh clone, run `git filter-repo --replace-text "
    "WORDS.txt` there, put it in place of the old one, let the others clone anew, delete backups that hold "
    "the old one, and write minutes of it."
)
"""How history is cleaned."""
