"""The master list (Daftar Induk): every maintained document, which version holds, and who has copies."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from smmkit.analyses.lifecycle.master import Handed, Kept, handed, master_list
from smmkit.analyses.lifecycle.state import GONE
from smmkit.analyses.organization.units import work_of
from smmkit.documents import Document, Information, kind_label
from smmkit.documents.base import HandedCopy
from smmkit.git import Origin
from smmkit.model.fields import label
from smmkit.page import Block, Cell, Fields, Heading, Page, Shape, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.reports import STATE_TONES, Report, stamp, unread_files
from smmkit.words import Message, say


@dataclass(frozen=True)
class MasterList(Report):
    """All documents that are maintained, of a unit or in a state; with the copies that are out."""

    owner: str | None = None
    state: str | None = None

    schema: ClassVar = "smmkit-master-list/1"
    FOR_PROGRAMS: ClassVar = {
        "schema": "schema",
        "as_of": "as_of",
        "owner": "owner",
        "state": "state",
        "documents": "documents",
        "to_recall": "to_recall",
        "left_out": "unread",
    }

    @cached_property
    def documents(self) -> list[Kept]:
        """What is asked for."""
        theirs = work_of(self.qms, self.owner) if self.owner else set()
        return [
            one
            for one in master_list(self.qms)
            if (self.owner is None or theirs & {one.document.owner, *one.document.co_owners})
            and self.state in {None, one.standing.state.value}
        ]

    @property
    def to_recall(self) -> list[Handed]:
        """The copies that have to come back."""
        return [copy for one in self.documents for copy in one.obsolete]

    def page(self, commit: Origin) -> Page:
        """The numbers, the list, the copies to be recalled, all copies that are out."""
        blocks: list[Block] = [
            *unread_files(self.qms),
            Fields(tuple(self.numbers())),
            Heading(say("Documents")),
            table_of(say("Documents"), columns(), self.documents, say("There is none.")),
        ]
        if self.to_recall:
            name = say("Copies to be recalled")
            blocks += [Heading(name), table_of(name, of_copies(), self.to_recall)]
        out = [copy for one in self.documents for copy in one.out if not copy.obsolete_since]
        if out:
            name = say("Copies that are out")
            blocks += [Heading(name), table_of(name, of_copies()[:-1], out)]
        return Page(say("Master list of documents"), stamp(self.qms, commit), tuple(blocks))

    def numbers(self) -> list[tuple[Message, Cell]]:
        """How many there are, hold, are overdue for review, are to be recalled."""
        held = [one for one in self.documents if one.standing.holds]
        late = [one for one in self.documents if is_late(one, self)]
        recall = len(self.to_recall)
        return [
            (say("Documents"), Cell(len(self.documents))),
            (say("In force"), Cell(len(held))),
            (say("Review overdue"), Cell(len(late), Tone.WARN if late else Tone.GOOD)),
            (say("Copies to be recalled"), Cell(recall, Tone.BAD if recall else Tone.GOOD)),
        ]


@dataclass(frozen=True)
class CopiesList(Report):
    """The controlled copies, of one document or of all: first those that have to come back."""

    document: str | None = None
    every: bool = False

    schema: ClassVar = "smmkit-copies/1"
    FOR_PROGRAMS: ClassVar = {
        "schema": "schema",
        "as_of": "as_of",
        "document": "document",
        "copies": "copies",
        "to_recall": "to_recall",
        "left_out": "unread",
    }

    @cached_property
    def copies(self) -> list[Handed]:
        """The copies that are asked for, by document."""
        return [
            copy
            for one in master_list(self.qms)
            if self.document in {None, one.document.id}
            for copy in handed(self.qms, one.document, every=self.every)
        ]

    @property
    def to_recall(self) -> list[Handed]:
        """Those that have to come back."""
        return [copy for copy in self.copies if copy.obsolete_since]

    def page(self, commit: Origin) -> Page:
        """The numbers, what has to come back, what is out, what came back."""
        recall, back = self.to_recall, [one for one in self.copies if came_back(one, self)]
        out = [one for one in self.copies if one not in recall and one not in back]
        tone = Tone.BAD if recall else Tone.GOOD
        numbers = (
            (say("Copies that are out"), Cell(len(recall) + len(out))),
            (say("Copies to be recalled"), Cell(len(recall), tone)),
        )
        blocks: list[Block] = [*unread_files(self.qms), Fields(numbers)]
        came: Reading[Handed] = Reading(
            label(HandedCopy, "recalled"), lambda one: one.copy.recalled or "-", Shape.CODE
        )
        for name, readings, rows in (
            (say("Copies to be recalled"), of_copies(), recall),
            (say("Copies that are out"), of_copies()[:-1], out),
            (say("Copies that came back"), [*of_copies()[:-1], came], back),
        ):
            if rows:
                blocks += [Heading(name), table_of(name, readings, rows)]
        return Page(say("Controlled copies"), stamp(self.qms, commit), tuple(blocks))


def came_back(one: Handed, report: Report) -> bool:
    """Whether a copy is no longer out."""
    return one.copy.recalled is not None and one.copy.recalled <= report.as_of


def is_late(one: Kept, report: Report) -> bool:
    """Whether the day of its review has passed."""
    day = one.document.review_by
    return day is not None and day < report.as_of and one.standing.state not in GONE


def columns() -> list[Reading[Kept]]:
    """What the list says of a document."""
    return [
        Reading(say("Id"), lambda one: one.document.id, Shape.CODE),
        Reading(say("Title"), lambda one: one.document.title, width=4),
        Reading(say("Kind"), lambda one: kind_label(one.document.kind), width=2),
        Reading(label(Document, "version"), version, Shape.CODE),
        Reading(say("State"), state, width=2),
        Reading(say("Since"), lambda one: one.since or "-", Shape.CODE),
        Reading(
            label(Document, "review_by"), lambda one: one.document.review_by or "-", Shape.CODE
        ),
        Reading(label(Information, "owner"), lambda one: one.document.owner or "-", Shape.CODE),
        Reading(
            label(Document, "distribution"),
            lambda one: ", ".join(one.document.distribution) or "-",
            width=2,
        ),
        Reading(say("Copies out"), lambda one: len(one.out) or "-", Shape.NUMBER),
        Reading(say("To recall"), recall, Shape.NUMBER),
    ]


def version(one: Kept) -> Message | str:
    """The version that holds, and the one that is in the making."""
    own = one.document.version
    if one.holding in {None, own}:
        return own
    return say("{version} (new: {newer})", version=one.holding, newer=own)


def state(one: Kept) -> Cell:
    """The state, with its tone."""
    found = one.standing.state
    return Cell(found.label, STATE_TONES.get(found, Tone.PLAIN))


def recall(one: Kept) -> Cell:
    """How many copies have to come back."""
    n = len(one.obsolete)
    return Cell(n, Tone.BAD) if n else Cell("-")


def of_copies() -> list[Reading[Handed]]:
    """What is said of a copy; last, since when it is obsolete."""
    return [
        Reading(say("Id"), lambda one: one.document.id, Shape.CODE),
        Reading(say("Title"), lambda one: one.document.title, width=3),
        Reading(label(HandedCopy, "version"), lambda one: one.copy.version, Shape.CODE),
        Reading(label(HandedCopy, "holder"), lambda one: one.holder, width=3),
        Reading(label(HandedCopy, "given"), lambda one: one.copy.given, Shape.CODE),
        Reading(
            say("Not in force since"), lambda one: Cell(one.obsolete_since, Tone.BAD), Shape.CODE
        ),
    ]
