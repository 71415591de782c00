"""What the comparison of a QMS with a standard is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from smmkit.analyses.gap.totals import NUMBERS, WHOLE, Totals
from smmkit.analyses.proof.proof import COUNTS, Shown, Strength
from smmkit.calendar_ends import missed
from smmkit.documents.assessment import GapAssessment, Status, Verdict
from smmkit.documents.finding import AuditFinding
from smmkit.standards import (
    Chapter,
    DocumentedInformation,
    Phase,
    Requirement,
    Standard,
    StandardClause,
)
from smmkit.words import ClosedList, Message, Words, say


@dataclass(frozen=True, slots=True)
class Judged:
    """One requirement: what is claimed of it, what that counts, and what proves it."""

    requirement: Requirement
    status: Status
    """What it counts as."""
    verdict: Verdict | None
    proof: Shown
    claimed: Status = Status.NOT_ASSESSED
    """What is claimed of it."""
    because: tuple[Message, ...] = ()
    """Why it counts less than is claimed."""

    FOR_PROGRAMS: ClassVar = {
        "id": "requirement.id",
        "status": "status",
        "claimed": "claimed",
        "because": "because",
        "proof": "proof",
    }


@dataclass(frozen=True, slots=True)
class ClauseGap:
    """One clause."""

    clause: StandardClause
    status: Status
    totals: Totals
    requirements: tuple[Judged, ...]
    proof: Shown
    items: tuple[Shown, ...]
    """What is shown for each item of documented information."""
    excluded: str | None = None
    """The reason of the scope for leaving it out."""

    FOR_PROGRAMS: ClassVar = {
        "id": "clause.id",
        "title": "clause.title",
        "phase": "clause.phase",
        "status": "status",
        "score": "totals.conformity",
        "coverage": "totals.coverage",
        "floor": "totals.floor",
        "excluded": "excluded",
        "strength": "strength",
        "proof": "proof",
        "requirements": "requirements",
    }

    @property
    def strength(self) -> Strength:
        """How well all of it is proved: what proves the clause falls short where a part of it does."""
        whole, proved = self.proof.strength, self.totals.proved
        is_short = whole in COUNTS and proved is not None and proved < WHOLE
        return Strength.SHORT if is_short else whole

    @property
    def unproved(self) -> list[str]:
        """Of a clause that is proved in part only, the requirements that are not."""
        short = [one for one in self.requirements if one.proof.strength not in COUNTS]
        return [one.requirement.id for one in short] if self.strength is Strength.SHORT else []


@dataclass(frozen=True, slots=True)
class Mandatory:
    """A document or record that a clause asks for, and what the folder has of it."""

    clause: StandardClause
    item: DocumentedInformation
    proof: Shown
    applies: bool

    FOR_PROGRAMS: ClassVar = {
        "clause": "clause.id",
        "kind": "item.kind",
        "what": "item.what",
        "applies": "applies",
        **{name: f"proof.{path}" for name, path in Shown.FOR_PROGRAMS.items()},
    }


class Obstacle(ClosedList):
    """Why something stands in the way of a certification audit."""

    NOT_ASSESSED = "not-assessed"
    NONCONFORM = "nonconform", "does not conform"
    NOT_PROVED = "not-proved", "required information is not proved"
    MAJOR_OPEN = "major-open", "major nonconformity is open"


@dataclass(frozen=True, slots=True)
class Blocking:
    """What stands in the way of a certification audit: a clause, and why."""

    clause: str
    why: Obstacle
    what: Requirement | DocumentedInformation | AuditFinding

    FOR_PROGRAMS: ClassVar = {"clause": "clause", "why": "why", "what": "detail"}

    @property
    def detail(self) -> Words | Message:
        """What blocks, in words."""
        match self.what:
            case Requirement():
                return self.what.text
            case DocumentedInformation():
                return self.what.what
        return say("{id}: {title}", id=self.what.id, title=self.what.title)


@dataclass(frozen=True, slots=True)
class Overclaim:
    """Requirements of a clause that are claimed better than they count, all for the same reasons."""

    clause: str
    requirements: tuple[str, ...]
    claimed: Status
    counts: Status
    because: tuple[Message, ...]

    FOR_PROGRAMS: ClassVar = {
        name: name for name in ("clause", "requirements", "claimed", "counts", "because")
    }


@dataclass(frozen=True, slots=True)
class Action:
    """Something to be done, from the assessment or from a finding."""

    clause: str
    what: str
    owner: str | None
    due: date | None
    done: date | None
    source: str

    FOR_PROGRAMS: ClassVar = {
        name: name for name in ("clause", "what", "owner", "due", "done", "source")
    }

    def late(self, day: date) -> bool:
        """Whether it should have been done by this day and is not."""
        return missed(self.due, self.done, day)


@dataclass(frozen=True, slots=True)
class ChapterTotals:
    """A chapter of the standard, with its numbers."""

    chapter: Chapter
    totals: Totals

    FOR_PROGRAMS: ClassVar = {"id": "chapter.id", "title": "chapter.title"} | {
        name: f"totals.{name}" for name in NUMBERS
    }


@dataclass(frozen=True, slots=True)
class PhaseTotals:
    """A phase of the PDCA circle, with the numbers of what is of it."""

    phase: Phase
    totals: Totals

    FOR_PROGRAMS: ClassVar = {"id": "phase"} | {name: f"totals.{name}" for name in NUMBERS}


@dataclass(frozen=True, slots=True)
class Gap:
    """The whole comparison."""

    standard: Standard
    assessment: GapAssessment | None
    totals: Totals
    chapters: tuple[ChapterTotals, ...]
    phases: tuple[PhaseTotals, ...]
    clauses: tuple[ClauseGap, ...]
    mandatory: tuple[Mandatory, ...]
    blocking: tuple[Blocking, ...] = ()
    overclaims: tuple[Overclaim, ...] = ()
    actions: tuple[Action, ...] = ()
