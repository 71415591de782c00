"""Two bundles, as far as they are compared: what came, went or changed from one to the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from smmkit.analyses.lifecycle.state import State
from smmkit.page import Text
from smmkit.words import ClosedList, Message, say


class Change(ClosedList):
    """What became of something from one bundle to the other."""

    ADDED = "added"
    GONE = "gone", "no longer there"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Paper:
    """A document as a bundle tells of it."""

    id: str
    title: str
    version: str
    state: str
    classification: str
    text: str
    """The checksum of its source."""
    signed: str
    """The checksum of its signed copy."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two bundles, as far as it is compared."""

    place: str
    identity: str
    submission: str
    as_of: str
    commit: str
    papers: Mapping[str, Paper]
    files: Mapping[str, str]
    """The checksums of attached files, by the id of their document and their name."""
    others: Mapping[str, str]
    """The checksums of all else below `data/`, by path."""
    left_out: Mapping[str, str]
    """Why documents are not sent, by their ids."""
    unchanged: frozenset[str]
    """Those of them that its reader has from the bundle before it, as they are."""
    answers: Mapping[str, str]
    """What was answered, by day and question; empty where nothing was."""

    FOR_PROGRAMS: ClassVar = {
        "place": "place",
        "identity": "identity",
        "submission": "submission",
        "as_of": "as_of",
        "commit": "commit",
    }


@dataclass(frozen=True, slots=True)
class Changed:
    """One thing that is not the same in both, and what of it."""

    id: str
    title: str
    change: Change
    what: tuple[Text, ...] = ()

    FOR_PROGRAMS: ClassVar = {"id": "id", "title": "title", "change": "change", "what": "what"}


@dataclass(frozen=True)
class Difference:
    """What changed from the first bundle to the second."""

    before: Side
    after: Side

    schema: ClassVar = "smmkit-diff/1"
    FOR_PROGRAMS: ClassVar = {
        "schema": "schema",
        "same": "is_same",
        "before": "before",
        "after": "after",
        "documents": "documents",
        "unchanged": "unchanged",
        "files": "files",
        "answers": "answers",
        "other_files": "others",
    }

    @property
    def is_same(self) -> bool:
        """Whether both are one bundle, byte for byte."""
        return self.before.identity == self.after.identity

    @cached_property
    def unchanged(self) -> list[str]:
        """The documents of the first bundle that the second one adds to, and so does not send again."""
        return sorted(self.after.unchanged & self.before.papers.keys())

    @cached_property
    def documents(self) -> list[Changed]:
        """The documents that are not the same in both, by id."""
        old, new = self.before.papers, self.after.papers
        found = []
        for id_ in sorted((old.keys() | new.keys()).difference(self.unchanged)):
            if id_ not in new:
                reason = self.after.left_out.get(id_)
                why = (say("left out: {reason}", reason=spoken(reason)),) if reason else ()
                found.append(Changed(id_, old[id_].title, Change.GONE, why))
            elif id_ not in old:
                found.append(Changed(id_, new[id_].title, Change.ADDED, come(new[id_])))
            elif what := tuple(changes(old[id_], new[id_])):
                found.append(Changed(id_, new[id_].title, Change.CHANGED, what))
        return found

    @cached_property
    def files(self) -> list[Changed]:
        """The attached files that are not the same in both."""
        found = compared(self.before.files, self.after.files)
        return [one for one in found if one.id not in self.unchanged]

    @cached_property
    def others(self) -> list[Changed]:
        """What every bundle has made anew: sheets, binder, index, letter."""
        found = compared(self.before.others, self.after.others)
        return [Changed("", f"{one.id}/{one.title}", one.change) for one in found]

    @cached_property
    def answers(self) -> list[Changed]:
        """The questions that were asked or answered since."""
        old, new = self.before.answers, self.after.answers
        found = []
        for asked in sorted(old.keys() | new.keys()):
            if old.get(asked) != new.get(asked):
                change = (
                    Change.GONE
                    if asked not in new
                    else Change.ADDED
                    if asked not in old
                    else Change.CHANGED
                )
                day, _, question = asked.partition(" ")
                told = new.get(asked) or ""
                found.append(Changed(day, question, change, (told,) if told else ()))
        return found


def come(paper: Paper) -> tuple[Message, ...]:
    """What is told of a document that is new."""
    return (say("version or day {version}", version=paper.version),) if paper.version else ()


def changes(old: Paper, new: Paper) -> Iterator[Message]:
    """What of a document is not the same; a text that changed under its version is said as that."""
    for name, before, after in (
        (say("version or day"), old.version, new.version),
        (say("state"), standing(old.state), standing(new.state)),
        (say("class"), old.classification, new.classification),
        (say("title"), old.title, new.title),
    ):
        if before != after:
            yield say(
                "{name}: {before} → {after}", name=name, before=before or "-", after=after or "-"
            )
    if old.text != new.text:
        yield (
            say("the text changed under the same version")
            if old.version == new.version
            else say("the text changed")
        )
    if old.signed != new.signed:
        yield (
            say("the signed copy is gone")
            if not new.signed
            else say("a signed copy came")
            if not old.signed
            else say("the signed copy is another one")
        )


def standing(state: str) -> Text:
    """A state as readers call it; what is none of ours, as it is written."""
    return State(state).label if state in [one.value for one in State] else state


def spoken(reason: str) -> Text:
    """A reason as readers say it, where it is a sentence of ours, which lists for programs have in English;
    what a person has written, as it is.
    """
    return reason if "{" in reason or "}" in reason else Message(reason, {})


def compared(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Changed]:
    """What is not the same of files by name."""
    for name in sorted(old.keys() | new.keys()):
        if old.get(name) == new.get(name):
            continue
        change = (
            Change.GONE if name not in new else Change.ADDED if name not in old else Change.CHANGED
        )
        id_, _, file = name.partition("/")
        yield Changed(id_, file or name, change)
