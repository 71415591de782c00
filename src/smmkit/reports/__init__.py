"""Every report: a Page for readers and data for programs; and what all of them share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from smmkit.analyses.lifecycle.state import State
from smmkit.analyses.references.nearest import damaged_pack
from smmkit.git import Origin
from smmkit.page import Block, Cell, Heading, Page, Prose, Shape, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.qms import Qms, Stub
from smmkit.standards import Standard, shipped, shipped_standard
from smmkit.words import Message, Percent, say

STATE_TONES = {
    State.IN_FORCE: Tone.GOOD,
    State.REVISING: Tone.WARN,
    State.RENEWED: Tone.WARN,
    State.APPROVED: Tone.WARN,
    State.BROKEN: Tone.BAD,
}
"""What the state of a document means to a reader."""


@dataclass(frozen=True)
class Report(ABC):
    """What is told of a QMS: a page for people; programs get what `FOR_PROGRAMS` names of it."""

    qms: Qms

    @abstractmethod
    def page(self, commit: Origin) -> Page:
        """The report as a Page, with the commit that it was made from."""

    @property
    def as_of(self) -> date:
        """The day that it judges by."""
        return self.qms.as_of

    @property
    def unread(self) -> list[str]:
        """The files that could not be read, so that nothing of them is in it."""
        return [stub.path for stub in lost_files(self.qms)]


PACKS = "standards/"
"""Where the packs of a folder lie."""

CUT = say("the history of this clone ends here: git fetch --unshallow")
"""That a commit is the first one of a shallow clone, so that an earlier one may be meant."""


def stamp(qms: Qms, commit: Origin) -> Message:
    """Whose QMS it is, on which day, and at which commit."""
    name = qms.settings.organization.name if qms.settings else ""
    if commit is None:
        return say("{name}, as of {day}", name=name, day=qms.as_of)
    if isinstance(commit, Message):
        return say(
            "{name}, as of {day}; without a commit: {why}", name=name, day=qms.as_of, why=commit
        )
    state = say("no other changes") if commit.clean else say("with changes that are not committed")
    if commit.cut:
        state = say("{state}; {cut}", state=state, cut=CUT)
    return say(
        "{name}, as of {day}; commit {id} ({state})",
        name=name,
        day=qms.as_of,
        id=commit.id[:12],
        state=state,
    )


def percent(value: Decimal | None) -> Cell:
    """A share, or a dash where there is none; never 0 for what is missing."""
    return Cell("-", Tone.MUTED) if value is None else Cell(Percent(value))


def unread_files(qms: Qms) -> tuple[Block, ...]:
    """The files that could not be read and are missing from what is shown; what stands in for them."""
    instead = tuple(
        Prose(
            say(
                "Counted by {id} as it comes with smmkit (version {version}), not by your own: {why}",
                id=pack.id,
                version=pack.version,
                why=why,
            ),
            Tone.BAD,
        )
        for pack, why in stand_ins(qms)
    )
    lost = lost_files(qms)
    if not lost:
        return instead
    readings: list[Reading[Stub]] = [
        Reading(say("File"), lambda stub: Cell(stub.path, Tone.BAD), Shape.CODE),
        Reading(say("Ids"), lambda stub: ", ".join(stub.ids)),
    ]
    return (
        *instead,
        Heading(say("Left out because it could not be read")),
        table_of(say("Left out"), readings, lost),
    )


def lost_files(qms: Qms) -> list[Stub]:
    """The files that could not be read: documents, and packs in place of which others count."""
    there = {stub.path for stub in qms.stubs} | {document.path for document in qms.documents}
    packs = {problem.path for _, problem in qms.found if problem.path.startswith(PACKS)} - there
    return [*qms.stubs, *(Stub(path, "", ()) for path in sorted(packs))]


def stand_ins(qms: Qms) -> Iterator[tuple[Standard, Message]]:
    """The shipped packs that were asked for and stand in for one of the folder, and why."""
    for name in shipped():
        if (why := damaged_pack(name, qms)) and qms.packs.get(name) is shipped_standard(name):
            yield shipped_standard(name), why
