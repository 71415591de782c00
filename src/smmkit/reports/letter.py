"""The letter that goes with a submission: what is sent, samples, answers, what is left out."""

from __future__ import annotations

from collections.abc import Iterator

from smmkit.analyses.leaving.selection import Omitted, Selection
from smmkit.analyses.leaving.submissions import grouped
from smmkit.documents.submission import Question, Sample
from smmkit.git import Commit, Origin
from smmkit.page import Block, Cell, Fields, Heading, Page, Prose, Shape, Text
from smmkit.page.readings import Reading, table_of
from smmkit.qms import Qms
from smmkit.words import say

BLANK = "_" * 40


def page(
    qms: Qms,
    selection: Selection,
    commit: Origin,
    allowed: tuple[Text, ...] = (),
    known: str = "",
) -> Page:
    """The letter, to be printed on the paper of the agency and signed; `allowed` is what was let pass.

    `known` is the identity of the bundle; a letter that lies in the bundle leaves room for it.
    """
    submission = selection.submission
    settings = qms.settings
    name = settings.organization.name if settings else ""
    blocks: list[Block] = [
        Fields(
            (
                (say("To"), Cell(submission.recipient)),
                (say("From"), Cell(name)),
                (say("Day"), Cell(submission.date)),
                (say("Submission"), Cell(submission.id)),
                (say("Concerning"), Cell(submission.title)),
                (say("Period"), Cell(submission.period or "-")),
                (say("Sent by"), Cell(submission.channel or "-")),
            )
        ),
        Prose(
            say(
                "With this letter {n} documents are sent. {m} documents are left out; they are named below "
                "with their reasons. The file index.html leads to every document and page.",
                n=len(selection.chosen),
                m=len(selection.omitted),
            )
        ),
        *samples(submission.samples),
        *answers(submission.questions),
        *omissions(selection),
        *passed(allowed),
        *identity(commit, known),
        Heading(say("Signature")),
        Fields(
            (
                (say("Place and day"), Cell(BLANK)),
                (settings.organization.head if settings else say("Head"), Cell(BLANK)),
            )
        ),
    ]
    return Page(say("Covering letter: {title}", title=submission.title), name, tuple(blocks))


def samples(chosen: tuple[Sample, ...]) -> Iterator[Block]:
    """How the records in it were chosen."""
    if not chosen:
        return
    readings: list[Reading[Sample]] = [
        Reading(say("Records"), lambda one: one.what, width=4),
        Reading(say("There are"), lambda one: number(one.population), Shape.NUMBER),
        Reading(say("Sent"), lambda one: one.chosen, Shape.NUMBER),
        Reading(say("Rule"), lambda one: one.how, width=4),
        Reading(say("Seed"), lambda one: one.seed or "-", Shape.CODE),
        Reading(say("Chosen by"), lambda one: one.chosen_by or "-", width=2),
    ]
    yield Heading(say("Samples"))
    yield table_of(say("Samples"), readings, chosen)


def number(value: int | None) -> object:
    """A number, or a dash where nobody counted."""
    return "-" if value is None else value


def answers(questions: tuple[Question, ...]) -> Iterator[Block]:
    """What the auditor asked, and what is answered."""
    if not questions:
        return
    readings: list[Reading[Question]] = [
        Reading(say("Asked on"), lambda one: one.on, Shape.CODE),
        Reading(say("Question"), lambda one: one.question, width=4),
        Reading(say("Answer"), lambda one: one.answer or say("not answered yet"), width=5),
    ]
    yield Heading(say("Questions and answers"))
    yield table_of(say("Questions"), readings, questions)


def omissions(selection: Selection) -> Iterator[Block]:
    """What is not sent, and why."""
    if not selection.omitted:
        return
    readings: list[Reading[Omitted]] = [
        Reading(say("Id"), lambda one: one.document.id, Shape.CODE),
        Reading(say("Title"), lambda one: one.document.title, width=3),
        Reading(say("Reason"), lambda one: one.reason, width=4),
    ]
    yield Heading(say("Left out"))
    yield table_of(say("Left out"), readings, selection.omitted)


def passed(allowed: tuple[Text, ...]) -> Iterator[Block]:
    """What was let pass, though it stops a bundle, each with its reason."""
    if allowed:
        yield Heading(say("Known and accepted"))
        yield from (Prose(text) for text in allowed)


def identity(commit: Origin, known: str) -> Iterator[Block]:
    """By what the recipient knows that it is this submission."""
    yield Heading(say("Identity"))
    rows: list[tuple[Text, Cell]] = []
    if isinstance(commit, Commit):
        rows.append((say("Commit"), Cell(commit.id)))
    rows.append((say("SHA-512 of tagmanifest-sha512.txt"), Cell(grouped(known) or BLANK)))
    yield Fields(tuple(rows))
    if known:
        yield Prose(
            say('Compare the last line with what VERIFY.txt or "smm verify" says of the bundle.')
        )
        return
    yield Prose(
        say(
            'The last line is what "smm bundle" and "smm verify" answer. Write its first and last 16 digits '
            "here by hand, or send it in another way: a bundle cannot hold its own identity."
        )
    )
