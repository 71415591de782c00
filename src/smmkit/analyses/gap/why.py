"""Why one clause is proved or not: what is asked for, what was looked at, and what each lacks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from smmkit.analyses.conditions import unmet
from smmkit.analyses.content import about, shortfalls, uncovered
from smmkit.analyses.coverage import clauses_named
from smmkit.analyses.gap.asked import condition_asked, kinds_asked, needed
from smmkit.analyses.gap.parts import ClauseGap, Gap
from smmkit.analyses.proof import VAGUE, Naming, Shown, Strength, alone, candidates, namings
from smmkit.documents import Information
from smmkit.documents.finding import AuditFinding
from smmkit.location import Location
from smmkit.qms import Qms
from smmkit.standards import Standard
from smmkit.standards.proof import Condition, Need, Proof
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
    gap: ClauseGap
    demands: tuple[Demand, ...]
    findings: tuple[AuditFinding, ...]
    """The findings on it, whatever their grade, that were made by the day."""


def why(qms: Qms, found: Gap, clause: ClauseGap, item: int | None = None) -> Why:
    """Everything about one clause, or about one item (from 1) of its documented information."""
    naming = namings(qms, found.standard)
    every = [*demands(qms, clause, naming)]
    wanted = every if item is None else every[item : item + 1]
    return Why(found.standard, clause, tuple(wanted), tuple(findings_on(qms, found, clause)))


def demands(qms: Qms, gap: ClauseGap, naming: Naming) -> Iterator[Demand]:
    """What is to be shown for a clause: itself, then each item of documented information."""
    clause = gap.clause
    proof = clause.proof
    ways = tuple(ways_of(qms, proof, clause.id, naming)) if proof else ()
    yield Demand(clause.id, clause.title, gap.proof, ways, proof)
    for n, (item, shown) in enumerate(
        zip(clause.documented_information, gap.items, strict=True), 1
    ):
        ways = tuple(ways_of(qms, item.proof, clause.id, naming)) if item.proof else ()
        yield Demand(f"{clause.id}:{n}", item.what, shown, ways, item.proof)


def ways_of(
    qms: Qms,
    proof: Proof,
    clause: str,
    naming: Naming,
    joined: Joined = Joined.FIRST,
    depth: int = 0,
) -> Iterator[Way]:
    """A proof, then what does as well in its place, then what is asked for beside it."""
    yield way(qms, proof, clause, naming, joined, depth)
    for other in proof.instead:
        yield from ways_of(qms, other, clause, naming, Joined.INSTEAD, depth + 1)
    for other in proof.also:
        yield from ways_of(qms, other, clause, naming, Joined.ALSO, depth + 1)


def way(qms: Qms, proof: Proof, clause: str, naming: Naming, joined: Joined, depth: int) -> Way:
    """One proof alone, with every document that it was looked for in."""
    looked = tuple(
        Looked(one.document, one.indirect, tuple(lacks(qms, one.document, proof)))
        for one in candidates(qms, proof, clause, naming)
    )
    good = [one.document for one in looked if not one.lacks]
    return Way(
        proof,
        joined,
        depth,
        alone(qms, proof, clause, naming).strength,
        tuple(asks(qms, proof, clause, naming, looked)),
        looked,
        tuple(uncovered(qms, naming.standard, good, proof.needs)),
    )


def asks(
    qms: Qms, proof: Proof, clause: str, naming: Naming, looked: tuple[Looked, ...]
) -> Iterator[Ask]:
    """Each thing that a proof asks for, with what was found of it."""
    every = tuple(one.document for one in looked)
    good = [one.document for one in looked if not one.lacks]
    vague = [Lack(VAGUE, one.document, "clauses") for one in looked if one.indirect]
    yield Ask(kinds_asked(proof, clause), without(every, vague), tuple(vague))
    for condition in proof.conditions:
        short = [x for one in looked for x in one.lacks if x.condition is condition]
        yield Ask(condition_asked(proof, condition), without(every, short), tuple(short))
    for need in proof.needs:
        short = [
            Lack(reason, one, first_field(need))
            for one in every
            for asked in about(one, [need])
            for reason in shortfalls(qms, one, [asked])
        ]
        left_out = uncovered(qms, naming.standard, good, [need])
        yield Ask(needed(proof, need), without(every, short), tuple(short), tuple(left_out))


def without(every: tuple[Information, ...], short: list[Lack]) -> tuple[Information, ...]:
    """The documents that lack nothing of it."""
    lacking = {one.document.id for one in short}
    return tuple(one for one in every if one.id not in lacking)


FIELDS = {
    Condition.CURRENT: "review_by",
    Condition.IN_PERIOD: "date",
    Condition.CLOSED: "closed",
    Condition.MEASURED: "kpis",
}
"""The field that a condition looks at."""


def lacks(qms: Qms, document: Information, proof: Proof) -> Iterator[Lack]:
    """All that keeps a document from counting, each with the field to mend."""
    for condition, reason in unmet(qms, document, proof):
        yield Lack(reason, document, FIELDS.get(condition, ""), condition)
    for need in about(document, proof.needs):
        for reason in shortfalls(qms, document, [need]):
            yield Lack(reason, document, first_field(need))


def first_field(need: Need) -> str:
    """The field of the document that a need begins with."""
    return need.has.partition(".")[0]


def findings_on(qms: Qms, found: Gap, clause: ClauseGap) -> Iterator[AuditFinding]:
    """What audits have found on a clause by the day, of any grade; open ones first."""
    here = (found.standard.id, clause.clause.id)
    on_it = [
        one
        for one in qms.of(AuditFinding)
        if one.date <= qms.as_of and here in clauses_named(qms, one.clause, one)
    ]
    yield from sorted(on_it, key=lambda one: (one.is_closed_on(qms.as_of), one.date, one.id))
