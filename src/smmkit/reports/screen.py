"""What stands in the way of a submission: personal data, and files that a person has to look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from smmkit.analyses.leaving.screening import Dark, Screen
from smmkit.analyses.privacy.acceptances import Group
from smmkit.analyses.privacy.personal_data import Trace
from smmkit.documents.submission import Submission
from smmkit.git import Origin
from smmkit.page import Block, Cell, Page, Prose, Shape, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.reports import Report, stamp
from smmkit.words import Message, say
from smmkit.yaml_text.emit import Quoted, document_text

FIRST = 5
"""So many places of one sort in one file are named; the others are counted."""


@dataclass(frozen=True)
class Screening(Report):
    """All that a submission would carry out, looked through for personal data."""

    submission: Submission
    screen: Screen

    schema: ClassVar = "smmkit-screen/1"
    FOR_PROGRAMS: ClassVar = {
        "schema": "schema",
        "as_of": "as_of",
        "submission": "submission.id",
        "looked_through": "screen.count",
        "open": "screen.open",
        "to_be_seen": "screen.unseen",
        "accepted": "screen.accepted",
        "officers": "screen.officers",
        "removed": "screen.removed",
        "left_out": "unread",
    }

    def page(self, commit: Origin) -> Page:
        """What is in the way first, with what to write; then what leaves by decision."""
        title = say(
            "Personal data in {id}: {title}", id=self.submission.id, title=self.submission.title
        )
        return Page(title, stamp(self.qms, commit), tuple(blocks(self.screen, self.submission)))


def blocks(screen: Screen, submission: Submission) -> Iterator[Block]:
    """The tables, each only where there is something in it."""
    yield Prose(summary(screen), tone=Tone.GOOD if screen.is_clear else Tone.BAD)
    if screen.open:
        yield table_of(say("Personal data that nobody has accepted"), OPEN, screen.open)
    if screen.unseen:
        yield table_of(say("Files that a person has to look at"), DARK, screen.unseen)
    if not screen.is_clear:
        yield Prose(what_to_do(submission))
        if standing := [n for n in ("accepted_data", "seen") if getattr(submission, n)]:
            yield Prose(where_it_goes(submission, standing))
        yield Prose(f"```yaml\n{entries(screen, submission)}```", markdown=True)
    if screen.accepted:
        yield table_of(say("Leaves by decision"), ACCEPTED, screen.accepted)
    if screen.officers:
        yield table_of(say("Officers who sign in office"), TRACES, screen.officers)
    if screen.removed:
        yield table_of(say("Taken out of the copies that are sent"), TRACES, screen.removed)


def summary(screen: Screen) -> Message:
    """How many were looked through, and what is in the way."""
    if screen.is_clear:
        return say(
            "{n} documents and files were looked through; nothing is in the way.", n=screen.count
        )
    return say(
        "{n} documents and files were looked through: {m} sorts of data to be taken out or accepted, "
        "{k} files to be looked at.",
        n=screen.count,
        m=len(screen.open),
        k=len(screen.unseen),
    )


def what_to_do(submission: Submission) -> Message:
    """What a person does about it."""
    return say(
        "Take the data out, leave the document out, or write into {path} who accepts what, why, and on which "
        "day. A file that no program can read needs the name of who has looked at it:",
        path=submission.path,
    )


def where_it_goes(submission: Submission, standing: list[str]) -> Message:
    """Where entries go whose list stands in the submission already: its name may not stand there twice."""
    return say(
        "{path} has {fields} already: put only the entries (from the hyphen on) below those that stand "
        "there.",
        path=submission.path,
        fields=[f"`{name}:`" for name in standing],
    )


def entries(screen: Screen, submission: Submission) -> str:
    """What may be written into the submission; the blanks are a person's."""
    by, day = submission.recorded_by or "P-..", submission.date.toordinal()

    def who() -> dict[str, Any]:
        return {"by": by, "on": date.fromordinal(day)}

    accepted = [
        {"file": one.path, "data": str(one.kind), "count": one.count, "reason": "(isi)", **who()}
        for one in screen.open
    ]
    seen = [
        {"file": one.path, "fingerprint": Quoted(one.fingerprint), **who()} for one in screen.unseen
    ]
    return document_text({"accepted_data": accepted, "seen": seen})


def places(group: Group) -> list[Message]:
    """Where the data stand, the first of them."""
    named = [
        say("{place}: {text}", place=one.where, text=one.shown) for one in group.traces[:FIRST]
    ]
    if group.count > FIRST:
        named.append(say("and {n} more", n=group.count - FIRST))
    return named


OPEN: list[Reading[Group]] = [
    Reading(say("File"), lambda one: one.path, Shape.CODE, 3),
    Reading(say("Sort of data"), lambda one: Cell(one.kind.label, Tone.BAD), width=2),
    Reading(say("How many"), lambda one: one.count),
    Reading(say("Where"), places, width=4),
    Reading(say("Why it stays"), lambda one: one.why, width=2),
]
ACCEPTED: list[Reading[Group]] = [
    Reading(say("File"), lambda one: one.path, Shape.CODE, 3),
    Reading(say("Sort of data"), lambda one: one.kind.label, width=2),
    Reading(say("How many"), lambda one: one.count),
    Reading(say("Reason"), lambda one: one.decision.reason if one.decision else "", width=4),
    Reading(say("By"), lambda one: one.decision.by if one.decision else "", Shape.CODE),
    Reading(say("On"), lambda one: one.decision.on if one.decision else "", Shape.CODE),
]
DARK: list[Reading[Dark]] = [
    Reading(say("File"), lambda one: one.path, Shape.CODE, 3),
    Reading(say("Fingerprint"), lambda one: one.fingerprint, Shape.CODE),
    Reading(say("Why"), lambda one: list(one.why[:FIRST]), width=3),
]
TRACES: list[Reading[Trace]] = [
    Reading(say("File"), lambda one: one.path, Shape.CODE, 3),
    Reading(say("Sort of data"), lambda one: one.kind.label, width=2),
    Reading(say("Where"), lambda one: one.where, width=3),
    Reading(say("Text"), lambda one: one.shown),
]
