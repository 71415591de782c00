"""Two bundles on a page: documents and files that came, went or changed, and what was answered."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from smmkit.analyses.leaving.bundles import Change, Changed, Difference, Side
from smmkit.page import Block, Cell, Fields, Heading, Page, Prose, Shape, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.words import Message, say

TONES = {Change.ADDED: Tone.GOOD, Change.GONE: Tone.BAD, Change.CHANGED: Tone.WARN}


def page(found: Difference) -> Page:
    """Both heads, then what differs, sort by sort."""
    blocks: list[Block] = [heads(found.before, found.after), Prose(*verdict(found))]
    for title, what, rows in (
        ()
        if found.is_same
        else (
            (say("Documents"), say("Title"), found.documents),
            (say("Files sent with the documents"), say("File"), found.files),
            (say("Questions and answers"), say("Question"), found.answers),
        )
    ):
        blocks += [Heading(title), table(title, what, rows)]
    if found.unchanged:
        said = say("As in the first bundle, and so not sent again: {ids}.", ids=found.unchanged)
        blocks.insert(2, Prose(said))
    if found.others:
        said = say(
            "{n} files that every bundle makes anew (sheets, binder, index, letter) differ, too; "
            "they follow from what stands above, the day and the commit.",
            n=len(found.others),
        )
        blocks.append(Prose(said))
    return Page(say("What changed from one bundle to the other"), "", tuple(blocks))


def verdict(found: Difference) -> tuple[Message, Tone]:
    """The whole in a sentence."""
    if found.is_same:
        return say("Both are the same bundle, byte for byte."), Tone.GOOD
    if not (found.documents or found.files or found.answers):
        return say(
            "The same documents, files and answers are sent; only the rest differs."
        ), Tone.WARN
    return (
        say(
            "{documents} documents, {files} files and {answers} answers differ.",
            documents=len(found.documents),
            files=len(found.files),
            answers=len(found.answers),
        ),
        Tone.WARN,
    )


def heads(before: Side, after: Side) -> Fields:
    """What each of them is."""
    rows = []
    for title, side in ((say("Before"), before), (say("After"), after)):
        told = say(
            "{submission}, as of {day}, {n} documents",
            submission=side.submission,
            day=day_of(side.as_of) or side.as_of,
            n=len(side.papers),
        )
        rows += [
            (title, Cell(side.place)),
            (say("Submission"), Cell(told)),
            (say("Commit"), Cell(side.commit or "-")),
            (say("Identity"), Cell(f"{side.identity[:16]} … {side.identity[-16:]}")),
        ]
    return Fields(tuple(rows))


def table(title: Message, what: Message, rows: Sequence[Changed]) -> Block:
    """A row for each thing that differs."""
    readings: list[Reading[Changed]] = [
        Reading(say("Id"), lambda one: one.id, Shape.CODE),
        Reading(what, lambda one: one.title, width=3),
        Reading(say("Change"), lambda one: Cell(one.change.label, TONES[one.change])),
        Reading(say("What"), lambda one: list(one.what), width=4),
    ]
    return table_of(title, readings, rows, say("No difference."))


def day_of(text: str) -> date | None:
    """A day as a manifest has it; None where it is none."""
    with suppress(ValueError):
        return date.fromisoformat(text)
    return None
