"""What a number on the command line means: a clause, a requirement, an item, or a group of clauses."""

from __future__ import annotations

from dataclasses import dataclass

from smmkit.analyses.references.spelling import closest
from smmkit.qms import Qms
from smmkit.standards import Standard, StandardClause
from smmkit.words import Message, say

MOST = 5
"""So many clauses are named where one is not known."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What a number means in a standard: one clause, perhaps an item of it; or all below a group."""

    standard: Standard
    number: str
    clauses: tuple[StandardClause, ...]
    item: int | None = None
    """The item of documented information, from 1, where one is meant."""
    is_group: bool = False


def meant(standard: Standard, number: str) -> Meant | None:
    """What a number means: `9.2.2`, its requirement `9.2.2-a`, its item `9.2.2:1`, the chapter `9`."""
    own = {clause.id: clause for clause in standard.clauses}
    if number in own:
        return Meant(standard, number, (own[number],))
    for clause in standard.clauses:
        if any(requirement.id == number for requirement in clause.requirements):
            return Meant(standard, number, (clause,))
        items = [f"{clause.id}:{n}" for n in range(1, len(clause.documented_information) + 1)]
        if number in items:
            return Meant(standard, number, (clause,), items.index(number) + 1)
    below = tuple(c for c in standard.clauses if number in standard.above[c.id])
    return Meant(standard, number, below, is_group=True) if below else None


def meant_elsewhere(qms: Qms, number: str) -> Meant | None:
    """What a number means that only one of the QMS's standards knows."""
    packs = filter(None, map(qms.standard, qms.standard_ids))
    found = [what for pack in packs if (what := meant(pack, number))]
    return found[0] if len(found) == 1 else None


def unknown(qms: Qms, standard: Standard, number: str) -> Message:
    """That a standard has no such clause, and the nearest that it has."""
    near = nearest(standard, number)
    others = [
        f"{id_}/{number}"
        for id_ in qms.standard_ids
        if id_ != standard.id and (other := qms.standard(id_)) and meant(other, number)
    ]
    return say(
        "{standard} has no clause {number}; did you mean one of these: {words}?",
        standard=standard.id,
        number=number,
        words=[*others, *near],
    )


def nearest(standard: Standard, number: str) -> list[str]:
    """The clauses nearest to a number: spelled like it, then those at the longest start that is known.

    Where there is neither, the chapters.
    """
    ids = [part.id for part in standard.parts]
    start = number.strip().rstrip(".")
    near = closest(start, ids, 1) if len(start) > 1 else None
    found = [near] if near else []
    while start:
        known = [id_ for id_ in ids if id_ == start or id_.startswith(f"{start}.")]
        if known:
            found += sorted(known, key=lambda id_: (id_.count("."), standard.order[id_]))
            break
        start = start.rpartition(".")[0]
    chapters = [chapter.id for chapter in standard.chapters if chapter.parent is None]
    return list(dict.fromkeys(found))[:MOST] or chapters
