"""The life of one document: its versions, who approved them, what each changed, and where copies went."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Any, ClassVar

from smmkit.analyses.lifecycle.copies import who_has
from smmkit.analyses.lifecycle.lineage import Version, lineage
from smmkit.analyses.lifecycle.state import Standing, standings
from smmkit.analyses.lifecycle.timeline import folder_of
from smmkit.analyses.texts.differences import PROSE, Difference, attached, differences
from smmkit.documents import Document
from smmkit.documents.base import Approval, HandedCopy
from smmkit.git import Origin
from smmkit.git.log import Change
from smmkit.model.fields import field_at, label
from smmkit.page import Block, Cell, Fields, Heading, Page, Prose, Shape, Text, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.problem import dotted
from smmkit.qms import Qms
from smmkit.reports import STATE_TONES, Report, stamp
from smmkit.words import Message, say


@dataclass(frozen=True, slots=True)
class Step:
    """What a version says otherwise than the one before it; nothing where a text of them is not kept."""

    version: Version
    before: Version
    found: tuple[Difference, ...] | None

    FOR_PROGRAMS: ClassVar = {"from": "before.name", "to": "version.name", "changes": "found"}


@dataclass(frozen=True)
class History(Report):
    """The history of a document, with the commits that changed its file, where git knows them."""

    id: str = ""
    commits: list[Change] = field(default_factory=list)

    schema: ClassVar = "smmkit-history/1"
    FOR_PROGRAMS: ClassVar = {
        "schema": "schema",
        "as_of": "as_of",
        "id": "document.id",
        "title": "document.title",
        "kind": "document.kind",
        "state": "standing.state",
        "withdrawn": "document.withdrawn",
        "versions": "data",
        "differences": "steps",
        "commits": "told",
    }

    @property
    def document(self) -> Document:
        """The document that is asked for."""
        thing = self.qms.things[self.id]
        assert isinstance(thing, Document)  # noqa: S101 - the verb has seen to it
        return thing

    @property
    def standing(self) -> Standing:
        """How it stands on the day."""
        return self.qms.fact(standings)[self.id]

    @cached_property
    def versions(self) -> list[Version]:
        """Its versions, the first one first."""
        return lineage(self.qms, self.document)

    @cached_property
    def steps(self) -> list[Step]:
        """What each version changed."""
        return [Step(new, old, self.between(old, new)) for old, new in pairwise(self.versions)]

    def between(self, old: Version, new: Version) -> tuple[Difference, ...] | None:
        """What two versions say differently; None where the text of one is not kept."""
        if old.text is None or new.text is None:
            return None
        before, after = old.text.document, new.text.document
        kept = folder_of(self.document, old.name)
        now = "" if new.is_current else folder_of(self.document, new.name)
        files = attached(self.qms, before, after, kept, now)
        return (*differences(before, after), *files)

    @property
    def data(self) -> list[dict[str, Any]]:
        """The versions for programs."""
        return [version_data(one) for one in self.versions]

    @property
    def told(self) -> list[dict[str, Any]]:
        """The commits for programs."""
        return [{"id": one.id, "date": one.day, "subject": one.words} for one in self.commits]

    def page(self, commit: Origin) -> Page:
        """State, versions, approvals, what each changed, copies, commits."""
        document = self.document
        blocks: list[Block] = [
            Fields(tuple(self.head())),
            Heading(say("Versions")),
            table_of(say("Versions"), of_versions(self.qms), self.versions),
        ]
        if document.approvals:
            name = say("Approvals")
            blocks += [Heading(name), table_of(name, of_approvals(), document.approvals)]
        for step in reversed(self.steps):
            blocks += changes(step, document)
        if document.copies:
            name = say("Copies handed out")
            blocks += [Heading(name), table_of(name, of_copies(self.qms), document.copies)]
        if self.commits:
            name = say("Commits that changed the file")
            blocks += [Heading(name), table_of(name, of_commits(), self.commits)]
        title = say("History of {id}: {title}", id=document.id, title=document.title)
        return Page(title, stamp(self.qms, commit), tuple(blocks))

    def head(self) -> Iterator[tuple[Text, Cell]]:
        """How it stands, and what it replaces or is replaced by."""
        document, standing = self.document, self.standing
        tone = STATE_TONES.get(standing.state, Tone.PLAIN)
        yield say("State"), Cell(standing.state.label, tone)
        if standing.since:
            yield say("Since"), Cell(standing.since)
        yield say("File"), Cell(document.path)
        if document.supersedes:
            yield label(Document, "supersedes"), Cell(", ".join(document.supersedes))
        newer = [d.id for d in self.qms.of(Document) if document.id in d.supersedes]
        if newer:
            yield say("Replaced by"), Cell(", ".join(newer))
        if document.withdrawn:
            yield label(Document, "withdrawn"), Cell(document.withdrawn)


def version_data(one: Version) -> dict[str, Any]:
    """A version for programs."""
    return {
        "version": one.name,
        "since": one.since,
        "is_current": one.is_current,
        "kept": one.text.path if one.text else None,
        "change": one.change or None,
        "approvals": [
            {
                "by": given.by,
                "role": given.role,
                "on": given.on,
                "hash": given.hash,
                "proof": given.proof,
                "signed": given.signed,
                "compared_by": given.compared_by,
            }
            for given in one.approvals
        ],
        "copies": [copy.model_dump(mode="json") for copy in one.copies],
    }


def of_versions(qms: Qms) -> list[Reading[Version]]:
    """What is said of a version."""

    def since(one: Version) -> Cell:
        if one.since:
            return Cell(one.since, Tone.PLAIN if one.since <= qms.as_of else Tone.WARN)
        waits = say("approval incomplete") if one.approvals else say("not approved")
        return Cell(waits, Tone.WARN)

    def text(one: Version) -> Cell:
        return Cell(one.text.path) if one.text else Cell(say("not kept"), Tone.BAD)

    return [
        Reading(label(Document, "version"), lambda one: one.name, Shape.CODE),
        Reading(label(Document, "effective"), since, Shape.CODE),
        Reading(label(Document, "change_note"), lambda one: one.change or "-", width=4),
        Reading(say("Text"), text, Shape.CODE, 2),
    ]


def of_approvals() -> list[Reading[Approval]]:
    """What is said of an approval."""
    return [
        Reading(label(Approval, "version"), lambda one: one.version, Shape.CODE),
        Reading(say("Approved on"), lambda one: one.on, Shape.CODE),
        Reading(
            say("Approved by"),
            lambda one: say("{role} ({codes})", role=one.role, codes=one.by),
            width=2,
        ),
        Reading(say("Shown by"), shown_by, width=2),
        Reading(label(Approval, "hash"), lambda one: one.hash[7:23], Shape.CODE),
    ]


def shown_by(given: Approval) -> Message | str:
    """What shows an approval: the number, the signed copy, who compared it."""
    parts: list[Message | str] = [given.proof] if given.proof else []
    parts += [given.signed] if given.signed else []
    parts += [say("compared by {person}", person=given.compared_by)] if given.compared_by else []
    return say("{list}", list=parts) if parts else say("the entry in the file")


def changes(step: Step, document: Document) -> list[Block]:
    """What a version says otherwise than the one before."""
    name = say("Changes from version {old} to {new}", old=step.before.name, new=step.version.name)
    if step.found is None:
        return [Heading(name), Prose(say("The text of one of them is not kept."), Tone.WARN)]
    readings: list[Reading[Difference]] = [
        Reading(say("Field"), lambda one: difference_place(one, document), width=2),
        Reading(say("Before"), lambda one: one.before if one.before is not None else "-", width=4),
        Reading(say("Now"), lambda one: one.after if one.after is not None else "-", width=4),
    ]
    return [Heading(name), table_of(name, readings, step.found, say("No field differs."))]


def difference_place(one: Difference, document: Document) -> Message | str:
    """Where something differs: the field as it is called, and its place."""
    if one.steps == (PROSE,):
        return say("Prose")
    found = field_at(type(document), one.steps[:1])
    if found is None or len(one.steps) == 1:
        return found.label if found else one.field
    return say("{field}: {place}", field=found.label, place=dotted(one.steps[1:]).lstrip("."))


def of_copies(qms: Qms) -> list[Reading[HandedCopy]]:
    """What is said of a copy."""
    return [
        Reading(label(HandedCopy, "version"), lambda one: one.version, Shape.CODE),
        Reading(label(HandedCopy, "holder"), lambda one: who_has(one, qms), width=3),
        Reading(label(HandedCopy, "given"), lambda one: one.given, Shape.CODE),
        Reading(label(HandedCopy, "recalled"), lambda one: one.recalled or "-", Shape.CODE),
    ]


def of_commits() -> list[Reading[Change]]:
    """What is said of a commit."""
    return [
        Reading(say("Commit"), lambda one: one.id[:12], Shape.CODE),
        Reading(say("Date"), lambda one: one.day, Shape.CODE),
        Reading(say("What it says"), lambda one: one.words, width=4),
    ]
