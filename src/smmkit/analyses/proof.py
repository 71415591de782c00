"""What the folder itself proves: the documents that meet the `proof` of a standard."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from smmkit.analyses.series import series
from smmkit.analyses.state import GONE, Standing, standings
from smmkit.documents import Document, Information, Record
from smmkit.documents.objective import Objective
from smmkit.qms import Qms
from smmkit.standards import Condition, Proof, Standard
from smmkit.words import ClosedList


class Strength(ClosedList):
    """How well a clause or an item is proved."""

    PROVED = "proved"
    SHORT = "short", "falls short"
    NONE = "none", "no proof"
    CLAIM_ONLY = "claim-only"


BEST_FIRST = (Strength.PROVED, Strength.SHORT, Strength.NONE)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A document that counts for a clause: directly, or because it names a group above it."""

    document: Information
    indirect: bool = False

    FOR_PROGRAMS: ClassVar = {"id": "document.id", "indirect": "indirect"}


@dataclass(frozen=True, slots=True)
class ShortOf:
    """A document of the right kind, and the conditions that it does not meet."""

    document: Information
    conditions: tuple[Condition, ...]
    gone: Standing | None = None
    """How it stands, if it is one that no longer holds."""

    FOR_PROGRAMS: ClassVar = {"id": "document.id", "conditions": "conditions"}


@dataclass(frozen=True, slots=True)
class Shown:
    """What the folder shows for a clause or an item: what counts, and what falls short."""

    strength: Strength
    evidence: tuple[Evidence, ...] = ()
    short_of: tuple[ShortOf, ...] = ()
    lacking: tuple[str, ...] = ()
    """Kinds of which nothing is there at all, though it is asked for."""

    FOR_PROGRAMS: ClassVar = {
        "strength": "strength",
        "documents": "evidence",
        "short_of": "short_of",
        "lacking": "lacking",
    }


@dataclass(frozen=True, slots=True)
class Naming:
    """Who names which clause of a standard."""

    direct: dict[str, list[Information]]
    indirect: dict[str, list[Information]]


def namings(qms: Qms, standard: Standard) -> Naming:
    """Every document under the clauses that it names, and under those below a group that it names.

    A document that names a clause says nothing about the group above it, or about its siblings.
    """
    direct: dict[str, list[Information]] = defaultdict(list)
    indirect: dict[str, list[Information]] = defaultdict(list)
    below: dict[str, list[str]] = defaultdict(list)
    for clause, groups in standard.above.items():
        for group in groups:
            below[group].append(clause)
    for document in qms.documents:
        meant = (qms.clause(name, document) for name in document.clauses)
        named = {number for owner, number in meant if owner and owner.id == standard.id}
        wide = {clause for group in named for clause in below.get(group, ())} - named
        for number in named:
            direct[number].append(document)
        for number in wide:
            indirect[number].append(document)
    return Naming(direct, indirect)


def evidence_for(qms: Qms, proof: Proof | None, clause: str, naming: Naming) -> Shown:
    """What the folder shows for one `proof`, for what stands in for it, and for what joins it."""
    if proof is None:
        return Shown(Strength.CLAIM_ONLY)
    ways = [alone(qms, proof, clause, naming)]
    ways += [evidence_for(qms, other, clause, naming) for other in proof.instead]
    best = min(ways, key=lambda way: BEST_FIRST.index(way.strength))
    return together([best, *(evidence_for(qms, other, clause, naming) for other in proof.also)])


def together(parts: list[Shown]) -> Shown:
    """What several parts show that are all asked for: half of them is too little, not nothing."""
    strengths = {part.strength for part in parts}
    return Shown(
        strengths.pop() if len(strengths) == 1 else Strength.SHORT,
        tuple({e.document.id: e for part in parts for e in part.evidence}.values()),
        tuple(one for part in parts for one in part.short_of),
        tuple(dict.fromkeys(kind for part in parts for kind in part.lacking)),
    )


def alone(qms: Qms, proof: Proof, clause: str, naming: Naming) -> Shown:
    """What the folder shows for one `proof` by itself."""
    if proof.named:
        candidates = [Evidence(d) for d in naming.direct.get(clause, ())]
        candidates += [Evidence(d, indirect=True) for d in naming.indirect.get(clause, ())]
    else:
        kinds = qms.fact(by_kind)
        candidates = [Evidence(document) for kind in proof.kinds for document in kinds[kind]]
    right = [e for e in candidates if e.document.kind in proof.kinds and fits(e.document, proof)]
    failing = [(e, unmet(qms, e.document, proof)) for e in right]
    good = tuple(e for e, missing in failing if not missing)
    short = tuple(
        ShortOf(e.document, missing, gone(qms, e.document)) for e, missing in failing if missing
    )
    if len(good) >= proof.at_least:
        return Shown(Strength.PROVED, good, short)
    if good or short:
        return Shown(Strength.SHORT, good, short)
    return Shown(Strength.NONE, lacking=proof.kinds)


def gone(qms: Qms, document: Information) -> Standing | None:
    """How a document stands that no longer holds; None of any other."""
    found = qms.fact(standings)[document.id] if isinstance(document, Document) else None
    return found if found and found.state in GONE else None


def by_kind(qms: Qms) -> dict[str, list[Information]]:
    """Every document under its kind."""
    found: dict[str, list[Information]] = defaultdict(list)
    for document in qms.documents:
        found[document.kind].append(document)
    return found


def fits(document: Information, proof: Proof) -> bool:
    """Whether the fields of a document have the values that a proof wants; of a list, one does."""
    for name, values in proof.where.items():
        held = getattr(document, name, "")
        if not any(str(one) in values for one in (held if isinstance(held, tuple) else (held,))):
            return False
    return True


def unmet(qms: Qms, document: Information, proof: Proof) -> tuple[Condition, ...]:
    """The conditions of a proof that a document does not meet."""
    return tuple(c for c in proof.conditions if not meets(qms, document, c, proof.months))


def meets(qms: Qms, document: Information, condition: Condition, months: int) -> bool:
    """Whether a document meets one condition on the day of judgement."""
    match condition:
        case Condition.APPROVED:
            return isinstance(document, Document) and qms.fact(standings)[document.id].holds
        case Condition.CURRENT:
            due = getattr(document, "review_by", None)
            return due is None or due >= qms.as_of
        case Condition.IN_PERIOD:
            earliest = months_before(qms.as_of, months)
            return isinstance(document, Record) and earliest < document.date <= qms.as_of
        case Condition.CLOSED:
            return isinstance(document, Record) and document.is_closed_on(qms.as_of)
        case Condition.MEASURED:
            values = qms.fact(series)
            return isinstance(document, Objective) and all(
                values[kpi.id].observations for kpi in document.kpis
            )


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier; the last of the month where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if year < 1:
        return date.min  # there are no earlier days
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def ids(evidence: Iterable[Evidence]) -> list[str]:
    """The ids of documents that count, in order."""
    return [e.document.id for e in evidence]
