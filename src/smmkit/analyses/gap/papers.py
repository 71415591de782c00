"""Each document of a folder: the clauses that it counts for, those that it falls short of, and why."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import ClassVar

from smmkit.analyses.gap.parts import Gap
from smmkit.documents import Information
from smmkit.qms import Qms
from smmkit.words import Message, say


@dataclass(frozen=True, slots=True)
class Paper:
    """A document, and what it is worth for a standard."""

    document: Information
    counts: tuple[str, ...] = ()
    """The clauses that it counts for."""
    short: tuple[str, ...] = ()
    """The clauses that it falls short of."""
    reasons: tuple[Message, ...] = ()
    """Why, each once."""

    FOR_PROGRAMS: ClassVar = {
        "id": "document.id",
        "kind": "document.kind",
        "owner": "document.owner",
        "counts_for": "counts",
        "falls_short_of": "short",
        "reasons": "reasons",
    }


def papers(qms: Qms, found: Gap) -> list[Paper]:
    """Every document of the folder, in the order of paths."""
    counts: dict[str, dict[str, None]] = defaultdict(dict)
    short: dict[str, dict[str, None]] = defaultdict(dict)
    reasons: dict[str, list[Message]] = defaultdict(list)
    for clause in found.clauses:
        number = clause.clause.id
        for shown in (clause.proof, *clause.items):
            for evidence in shown.evidence:
                counts[evidence.document.id][number] = None
            for one in shown.short_of:
                short[one.document.id][number] = None
                known = reasons[one.document.id]
                known += [reason for reason in one.reasons if reason not in known]
    return [
        Paper(one, tuple(counts[one.id]), tuple(short[one.id]), tuple(reasons[one.id]))
        for one in qms.documents
    ]


@dataclass(frozen=True, slots=True)
class Group:
    """Documents that are worth the same: all count, fall short for one first reason, or show nothing."""

    papers: tuple[Paper, ...]
    do_count: bool
    reason: Message | None

    @property
    def by_kind(self) -> dict[str, list[str]]:
        """The documents, by id, under their kinds."""
        found: dict[str, list[str]] = defaultdict(list)
        for one in self.papers:
            found[one.document.kind].append(one.document.id)
        return dict(found)

    @property
    def owners(self) -> list[str]:
        """The units that answer for them, each once."""
        return list(dict.fromkeys(one.document.owner for one in self.papers if one.document.owner))


def grouped(every: list[Paper]) -> list[Group]:
    """Documents by what they are worth: those that count, those that fall short alike, then the rest."""
    alike: list[tuple[bool, Message | None, list[Paper]]] = []
    for one in every:
        falls_short = one.reasons and not one.counts
        key = (bool(one.counts), said_alike(one.reasons[0]) if falls_short else None)
        same = next((papers for *known, papers in alike if tuple(known) == key), None)
        if same is None:
            alike.append((*key, [one]))
        else:
            same.append(one)
    alike.sort(key=lambda group: (not group[0], group[1] is None, -len(group[2])))
    return [Group(tuple(papers), counts, reason) for counts, reason, papers in alike]


def said_alike(reason: Message) -> Message:
    """Why a document falls short, said alike of all that are too old, or that lack a file."""
    if reason.values.keys() == {"day", "n"}:
        return say("more than {n} months ago", n=reason.values["n"])
    if reason.values.keys() == {"path"}:
        return say("a file that it names is not there")
    return reason
