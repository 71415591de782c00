"""What the folder itself proves: the documents that meet the `proof` of a standard."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from smmkit.analyses.lifecycle.live import is_gone
from smmkit.analyses.organization.wishes import is_wished
from smmkit.analyses.proof.conditions import unmet
from smmkit.analyses.proof.content import has_values, shortfalls, uncovered
from smmkit.analyses.proof.copies import copied
from smmkit.analyses.proof.naming import Naming
from smmkit.analyses.references.files import exists, resolve
from smmkit.analyses.references.links import links
from smmkit.analyses.texts.seen import seen_in
from smmkit.analyses.texts.unfilled import is_untouched, left_in
from smmkit.documents import Document, Information, Record, Register
from smmkit.documents.document import OtherDocument
from smmkit.model.fields import fields_of
from smmkit.model.marks import FILE
from smmkit.qms import Qms
from smmkit.standards.proof import Condition, Proof
from smmkit.words import ClosedList, Message, say


class Strength(ClosedList):
    """How well a clause or an item is proved."""

    PROVED = "proved"
    PAPER = "paper", "a paper, not looked into"
    SHORT = "short", "falls short"
    NONE = "none", "no proof"
    CLAIM_ONLY = "claim-only"


BEST_FIRST = (Strength.PROVED, Strength.PAPER, Strength.SHORT, Strength.NONE, Strength.CLAIM_ONLY)
COUNTS = (Strength.PROVED, Strength.PAPER)
"""What counts as proved."""

PAPER = Proof(kinds=("document",), conditions=(Condition.APPROVED, Condition.CURRENT))
"""How a paper has to stand that counts without being looked into."""
VAGUE = say("names a group of clauses or very many, which proves none alone")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A document that counts for a clause: directly, or since it names a group above it or very many."""

    document: Information
    indirect: bool = False

    FOR_PROGRAMS: ClassVar = {"id": "document.id", "indirect": "indirect"}


@dataclass(frozen=True, slots=True)
class ShortOf:
    """A document of the right kind that is not enough: the conditions that it does not meet, and why."""

    document: Information
    conditions: tuple[Condition, ...]
    reasons: tuple[Message, ...] = ()
    """What is wrong with it, each in words: how it stands, and what is missing in it."""

    FOR_PROGRAMS: ClassVar = {
        "id": "document.id",
        "conditions": "conditions",
        "reasons": "reasons",
    }


@dataclass(frozen=True, slots=True)
class Shown:
    """What the folder shows for a clause or an item: what counts, and what falls short."""

    strength: Strength
    evidence: tuple[Evidence, ...] = ()
    short_of: tuple[ShortOf, ...] = ()
    lacking: tuple[str, ...] = ()
    """Kinds of which nothing is there at all, though it is asked for."""
    uncovered: tuple[Message, ...] = ()
    """What the documents that count leave out, taken together."""
    elsewhere: tuple[str, ...] = ()
    """The ids of what there is of the kinds that lack: it is about something else."""

    FOR_PROGRAMS: ClassVar = {
        "strength": "strength",
        "documents": "evidence",
        "short_of": "short_of",
        "lacking": "lacking",
        "uncovered": "uncovered",
        "elsewhere": "elsewhere",
    }


def evidence_for(qms: Qms, proof: Proof | None, clause: str, naming: Naming) -> Shown:
    """What the folder shows for one `proof`; else a paper that names the clause, unread as it is.

    What documents that hold leave out, no paper makes good: they say themselves that it is not there.
    """
    found = evidence_shown(qms, proof, clause, naming) if proof else Shown(Strength.CLAIM_ONLY)
    if (
        found.strength in COUNTS
        or found.uncovered
        or any(says_itself(one, qms) for one in found.short_of)
    ):
        return found
    named = [d for d in naming.direct.get(clause, ()) if isinstance(d, OtherDocument)]
    faults = {d.id: tuple(reason for _, reason in unmet(qms, d, PAPER)) for d in named}
    good = tuple(Evidence(d) for d in named if not faults[d.id])
    short = tuple(ShortOf(d, (), faults[d.id]) for d in named if faults[d.id])
    if not good:
        return found if found.short_of else replace(found, short_of=short)
    return replace(found, strength=Strength.PAPER, evidence=(*found.evidence, *good))


def says_itself(one: ShortOf, qms: Qms) -> bool:
    """Whether a document that holds, and is about this clause, shows that something is not there."""
    is_to_come = isinstance(one.document, Record) and one.document.date > qms.as_of
    return not is_to_come and Condition.APPROVED not in one.conditions and one.reasons != (VAGUE,)


def evidence_shown(qms: Qms, proof: Proof, clause: str, naming: Naming) -> Shown:
    """What the folder shows for one `proof`, for what stands in for it, and for what joins it."""
    ways = [alone(qms, proof, clause, naming)]
    ways += [
        evidence_shown(qms, other, clause, naming)
        for other in proof.instead
        if not other.unless or not is_wished(qms, other.unless)
    ]
    best = min(ways, key=lambda way: BEST_FIRST.index(way.strength))
    return together([best, *(evidence_shown(qms, other, clause, naming) for other in proof.also)])


def together(parts: list[Shown]) -> Shown:
    """What several parts show that are all asked for: half of them is too little, not nothing."""
    strengths = {part.strength for part in parts}
    return Shown(
        strengths.pop() if len(strengths) == 1 else Strength.SHORT,
        tuple({e.document.id: e for part in parts for e in part.evidence}.values()),
        tuple({one.document.id: one for part in parts for one in part.short_of}.values()),
        tuple(dict.fromkeys(kind for part in parts for kind in part.lacking)),
        tuple(one for part in parts for one in part.uncovered),
        tuple(dict.fromkeys(id_ for part in parts for id_ in part.elsewhere)),
    )


def alone(qms: Qms, proof: Proof, clause: str, naming: Naming) -> Shown:
    """What the folder shows for one `proof` by itself.

    A document that names the group above, or very many clauses, joins others and is none alone.
    """
    good: list[Evidence] = []
    short: list[ShortOf] = []
    is_spoilt = False
    for one in candidates(qms, proof, clause, naming):
        met = [*unmet(qms, one.document, proof)]
        lacks = [*shortfalls(qms, one.document, proof.needs)] or [*unfinished(qms, one.document)]
        if met or lacks:
            reasons = (*(reason for _, reason in met), *lacks)
            is_spoilt = is_spoilt or (proof.whole and not met)
            short.append(ShortOf(one.document, tuple(c for c, _ in met), reasons))
        else:
            good.append(one)
    left_out = tuple(uncovered(qms, naming.standard, [one.document for one in good], proof.needs))
    if sum(not one.indirect for one in good) >= proof.at_least:
        strength = Strength.SHORT if left_out or is_spoilt else Strength.PROVED
    else:
        strength = Strength.SHORT if good or short else Strength.NONE
        short += [ShortOf(one.document, (), (VAGUE,)) for one in good if one.indirect]
        good = [one for one in good if not one.indirect]
    lacking = proof.kinds if strength is Strength.NONE else ()
    elsewhere = tuple(one.id for one in there(qms, lacking))
    return Shown(strength, tuple(good), tuple(short), lacking, left_out, elsewhere)


def there(qms: Qms, kinds: Iterable[str]) -> Iterator[Information]:
    """What there is of some kinds: what is not gone, and no form that nobody has filled in."""
    for kind in kinds:
        for one in qms.fact(by_kind)[kind]:
            if not (
                is_untouched(one)
                if isinstance(one, Record)
                else isinstance(one, Document) and is_gone(one, qms)
            ):
                yield one


def unfinished(qms: Qms, document: Information) -> Iterator[Message]:
    """That a document has blanks, text of a template or none of its own, or names a file that is gone."""
    if left := seen_in(qms, document, left_in):
        yield say("not finished, it still says {left}", left=left)
    if missing := qms.fact(missing_files).get(document.path):
        yield say("{path} is not there", path=missing)
    if same := seen_in(qms, document, copied):
        yield say("{n} of {m} entries are copies of one another", n=same[0], m=same[1])
    if isinstance(document, Register) and not getattr(document, "entries", True):
        yield say("{field}: none", field=fields_of(type(document))["entries"].label)


def missing_files(qms: Qms) -> dict[str, str]:
    """Of each document that names files that are not in the folder the last of them."""
    return {
        link.document.path: link.target
        for link in qms.fact(links)
        if link.mark is FILE and not exists(qms, resolve(link.document, link.target))
    }


def candidates(qms: Qms, proof: Proof, clause: str, naming: Naming) -> Iterable[Evidence]:
    """The documents that a proof is about: by their kind and fields, and perhaps by the clause.

    The form of a record that nobody has filled in is none.
    """
    if proof.named:
        named = [Evidence(d) for d in naming.direct.get(clause, ())]
        named += [Evidence(d, indirect=True) for d in naming.indirect.get(clause, ())]
    else:
        kinds = qms.fact(by_kind)
        named = [Evidence(document) for kind in proof.kinds for document in kinds[kind]]
    return [
        e
        for e in named
        if e.document.kind in proof.kinds
        and has_values(e.document, proof.where)
        and not (isinstance(e.document, Record) and is_untouched(e.document))
    ]


def by_kind(qms: Qms) -> dict[str, list[Information]]:
    """Every document under its kind."""
    found: dict[str, list[Information]] = defaultdict(list)
    for document in qms.documents:
        found[document.kind].append(document)
    return found


def ids(evidence: Iterable[Evidence]) -> list[str]:
    """The ids of documents that count, in order."""
    return [e.document.id for e in evidence]
