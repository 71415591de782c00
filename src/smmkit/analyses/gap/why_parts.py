"""What is told of one clause: what is asked for, what was looked at, and what each document lacks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import ClassVar

from smmkit.analyses.gap.parts import ClauseGap
from smmkit.analyses.proof.proof import Shown, Strength
from smmkit.documents import Information
from smmkit.documents.finding import AuditFinding
from smmkit.location import Location
from smmkit.standards import Standard
from smmkit.standards.proof import Condition, Proof
from smmkit.words import ClosedList, Message, Words


class Joined(ClosedList):
    """How a way of proving joins the one before it."""

    FIRST = "first", "asked for"
    ALSO = "also", "and also"
    INSTEAD = "instead", "or instead"


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that keeps a document from counting: what, why, and where it is to be mended."""

    why: Message
    document: Information
    field: str = ""
    condition: Condition | None = None

    @property
    def at(self) -> Location:
        """The place to mend, as near as the file has it."""
        return self.document.at(self.field) if self.field else self.document.at()

    @property
    def place(self) -> str:
        """The same as a reader writes it: file and line, and the field."""
        at = self.at
        return f"{at.path}:{at.line} {self.field}".rstrip()

    FOR_PROGRAMS: ClassVar = {
        "id": "document.id",
        "why": "why",
        "path": "at.path",
        "line": "at.line",
        "field": "field",
        "condition": "condition",
    }


@dataclass(frozen=True, slots=True)
class Looked:
    """A document that was looked at, and all that it lacks; it counts where it lacks nothing."""

    document: Information
    indirect: bool
    lacks: tuple[Lack, ...]

    FOR_PROGRAMS: ClassVar = {
        "id": "document.id",
        "path": "document.path",
        "indirect": "indirect",
        "lacks": "lacks",
    }


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that a proof asks for: what, which documents have it, and what the others lack."""

    what: Message
    met_by: tuple[Information, ...]
    lacks: tuple[Lack, ...] = ()
    uncovered: tuple[Message, ...] = ()
    """What those that count leave out together."""
    field: str = ""
    """The field of the documents that it is about."""

    FOR_PROGRAMS: ClassVar = {
        "what": "what",
        "met_by": "met_by",
        "lacks": "lacks",
        "uncovered": "uncovered",
    }


@dataclass(frozen=True, slots=True)
class Way:
    """One `proof` by itself: what it asks for, what was looked at, and what it comes to."""

    proof: Proof
    joined: Joined
    depth: int
    strength: Strength
    asks: tuple[Ask, ...]
    looked: tuple[Looked, ...]
    uncovered: tuple[Message, ...]

    FOR_PROGRAMS: ClassVar = {
        "joined": "joined",
        "strength": "strength",
        "asked": "asks",
        "looked_at": "looked",
        "uncovered": "uncovered",
    }


@dataclass(frozen=True, slots=True)
class Demand:
    """What is to be shown: the clause itself, or an item of its documented information."""

    id: str
    """The clause, or the clause and the number of the item: `9.2.2:1`."""
    what: Words
    shown: Shown
    ways: tuple[Way, ...]
    own: Proof | None = None

    FOR_PROGRAMS: ClassVar = {
        "id": "id",
        "what": "what",
        "strength": "shown.strength",
        "documents": "shown.evidence",
        "ways": "ways",
    }


@dataclass(frozen=True, slots=True)
class Why:
    """All that counts, falls short or is missing for one clause."""

    standard: Standard
    number: str
    """The clause as a document names it: of a standard that is not the first, with its name."""
    gap: ClauseGap
    demands: tuple[Demand, ...]
    findings: tuple[AuditFinding, ...]
    """The findings on it, whatever their grade, that were made by the day."""


class Cost(IntEnum):
    """How much work a step is, the least first."""

    APPROVE = 1
    NAME = 2
    MEND = 3
    BEGIN = 5
    NOBODY = 9


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do: what, where it stands, and the command that does it, if there is one."""

    cost: int
    what: Message
    place: str = ""
    command: str = ""

    FOR_PROGRAMS: ClassVar = {"what": "what", "place": "place", "command": "command"}
