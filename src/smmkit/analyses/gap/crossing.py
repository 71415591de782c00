"""From one edition to the next: what carries over with its proof, what is new, and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from smmkit.analyses.gap.comparison import gap
from smmkit.analyses.gap.parts import ClauseGap, Gap, Judged
from smmkit.analyses.gap.score import OUT
from smmkit.analyses.proof.proof import COUNTS, Strength
from smmkit.qms import Qms
from smmkit.standards import Standard
from smmkit.standards.editions import Certainty, Change, Transition
from smmkit.words import ClosedList


class Carry(ClosedList):
    """What becomes of a clause in the next edition, by what the folder proves."""

    WHOLE = "carries-over", "carries over"
    IN_PART = "carries-over-in-part", "carries over, but not what is new"
    ANEW = "shown-anew", "shown for this edition"
    SHORT = "falls-short", "falls short"
    NOTHING = "nothing", "nothing carries over"
    OUT = "out", "does not apply"


@dataclass(frozen=True, slots=True)
class Crossed:
    """A clause of the new edition beside what it was."""

    here: ClauseGap
    before: tuple[ClauseGap, ...]
    """The clauses that it came from."""
    carry: Carry

    FOR_PROGRAMS: ClassVar = {
        "id": "here.clause.id",
        "title": "here.clause.title",
        "from": "origins",
        "before": "strengths",
        "proof": "here.proof.strength",
        "carries": "carry",
        "change": "here.clause.change",
        "to_do": "here.clause.to_do",
        "known": "certainty",
    }

    @property
    def origins(self) -> tuple[str, ...]:
        """The numbers of the clauses that it came from."""
        return tuple(one.clause.id for one in self.before)

    @property
    def strengths(self) -> tuple[Strength, ...]:
        """How well each of those is proved."""
        return tuple(one.proof.strength for one in self.before)

    @property
    def certainty(self) -> Certainty | None:
        """How well number, title and origin are known."""
        return self.here.clause.known.certainty if self.here.clause.known else None


@dataclass(frozen=True, slots=True)
class Point:
    """A requirement that is new, or another than before, and what shows it."""

    clause: str
    judged: Judged

    FOR_PROGRAMS: ClassVar = {
        "id": "judged.requirement.id",
        "text": "judged.requirement.text",
        "change": "judged.requirement.change",
        "proof": "judged.proof",
        "known": "certainty",
    }

    @property
    def certainty(self) -> Certainty | None:
        """How well it is known that it is asked for."""
        known = self.judged.requirement.known
        return known.certainty if known else None


@dataclass(frozen=True, slots=True)
class Crossing:
    """The change of a whole QMS from one edition to the next."""

    transition: Transition
    before: Standard
    proved_before: Decimal | None
    """What is proved of what the edition before asks for, in percent."""
    clauses: tuple[Crossed, ...]
    points: tuple[Point, ...]

    FOR_PROGRAMS: ClassVar = {
        "replaces": "before.id",
        "published": "transition.published",
        "first_only": "transition.first_only",
        "ends": "transition.ends",
        "proved_before": "proved_before",
        "clauses": "clauses",
        "points": "points",
    }

    def count(self, *carries: Carry) -> int:
        """How many clauses are carried over in one of these ways."""
        return sum(one.carry in carries for one in self.clauses)

    @property
    def new(self) -> list[Point]:
        """What the edition before did not ask for at all, where it applies."""
        return [
            one
            for one in self.points
            if one.judged.requirement.change is Change.NEW and one.judged.status not in OUT
        ]

    @property
    def new_proved(self) -> int:
        """How much of that the folder proves."""
        return sum(one.judged.proof.strength in COUNTS for one in self.new)


def crossing(qms: Qms, found: Gap) -> Crossing | None:
    """What a comparison with a new edition owes to the one before; None where there is none before."""
    transition = found.standard.transition
    before = qms.standard(transition.replaces) if transition else None
    if not (transition and before):
        return None
    earlier = gap(qms, before)
    known = {one.clause.id: one for one in earlier.clauses}
    clauses = []
    for here in found.clauses:
        numbers = here.clause.comes_from.get(before.id, ())
        old = tuple(known[number] for number in numbers if number in known)
        clauses.append(Crossed(here, old, carried(here, old)))
    points = (
        Point(one.clause.id, judged)
        for one in found.clauses
        for judged in one.requirements
        if judged.requirement.change
    )
    return Crossing(transition, before, earlier.totals.proved, tuple(clauses), tuple(points))


def carried(here: ClauseGap, before: Iterable[ClauseGap]) -> Carry:
    """How a clause is carried over: never better than what it came from is proved."""
    applying = [one for one in here.requirements if one.status not in OUT]
    if not applying:
        return Carry.OUT
    proved = [one for one in applying if one.proof.strength in COUNTS]
    kept = [one for one in applying if one.requirement.change is not Change.NEW]
    was_proved = all(whole(one) for one in before) if before else False
    if len(proved) == len(applying):
        return Carry.WHOLE if was_proved else Carry.ANEW
    if was_proved and all(one in proved for one in kept):
        return Carry.IN_PART
    short = any(one.proof.strength in {*COUNTS, Strength.SHORT} for one in kept)
    return Carry.SHORT if short else Carry.NOTHING


def whole(clause: ClauseGap) -> bool:
    """Whether all of a clause that applies is proved."""
    applying = [one for one in clause.requirements if one.status not in OUT]
    return all(one.proof.strength in COUNTS for one in applying)
