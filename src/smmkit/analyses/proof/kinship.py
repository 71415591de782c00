"""What of one edition of a standard lives on in another: which clauses there came of which here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from smmkit.qms import Qms
from smmkit.standards import Standard

Heirs = Mapping[str, tuple[str, ...]]
"""For clauses of one standard, those of another that they became."""


def kin(qms: Qms, standard: Standard) -> dict[str, Heirs]:
    """For every other edition, by its id, which of its clauses are which clauses of this one.

    The map is that of the newer pack. It is read backwards too, for a newer edition that the QMS
    answers to: who names a clause of that one has named what it was before.
    """
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for clause in standard.clauses:
        for other, origins in clause.comes_from.items():
            for origin in origins:
                found[other][origin].append(clause.id)
    for newer in filter(None, map(qms.standard, qms.standard_ids)):
        for clause in newer.clauses if newer.id != standard.id else ():
            for here in clause.comes_from.get(standard.id, ()):
                found[newer.id][clause.id].append(here)
    return {id_: {n: tuple(here) for n, here in heirs.items()} for id_, heirs in found.items()}


def origins(heirs: Heirs) -> dict[str, tuple[str, ...]]:
    """The same map the other way: for each clause here, what it came from."""
    found: dict[str, list[str]] = defaultdict(list)
    for there, clauses in heirs.items():
        for here in clauses:
            found[here].append(there)
    return {here: tuple(there) for here, there in found.items()}


def below(standard: Standard) -> dict[str, tuple[str, ...]]:
    """For each group of a standard, the clauses that lie in it."""
    found: dict[str, list[str]] = defaultdict(list)
    for clause, groups in standard.above.items():
        for group in groups:
            found[group].append(clause)
    return {group: tuple(clauses) for group, clauses in found.items()}


def counted_here(
    standard: Standard, relatives: Mapping[str, Heirs], owner: Standard | None, number: str
) -> tuple[str, ...]:
    """The clauses of a standard that a number of a standard is about: itself, or what it became.

    `relatives` are its kin.
    """
    if owner is None or owner.id == standard.id:
        return (number,) if owner else ()
    heirs = relatives.get(owner.id)
    if heirs is None:
        return ()
    asked = (c for c in owner.clauses if number in {c.id, *(r.id for r in c.requirements)})
    inside = below(owner).get(number, ()) or tuple(clause.id for clause in asked)
    return tuple(dict.fromkeys(here for there in inside for here in heirs.get(there, ())))
