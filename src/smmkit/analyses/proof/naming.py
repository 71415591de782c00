"""Which documents name which clause: alone, with very many others, or as it was in another edition."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from smmkit.analyses.proof.kinship import Heirs, below, kin
from smmkit.documents import Information
from smmkit.qms import Qms
from smmkit.standards import Standard

BROAD = 20
"""A document that names so many clauses says nothing of any one of them alone."""


@dataclass(frozen=True, slots=True)
class Naming:
    """Who names which clause of a standard, or what it was in another edition."""

    standard: Standard
    direct: dict[str, list[Information]]
    indirect: dict[str, list[Information]]
    carried: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    """Documents with a clause that they name only as it was in another edition."""

    def of_this_edition(self, clause: str) -> Naming:
        """Without what counts only since it names what the clause was in another edition."""
        there = self.direct.get(clause, ())
        return Naming(
            self.standard, {clause: [d for d in there if (d.id, clause) not in self.carried]}, {}
        )


def namings(qms: Qms, standard: Standard) -> Naming:
    """Every document under the clauses that it names, and under those below a group that it names.

    A document that names a clause says nothing about the group above it, or about its siblings. One
    that names a clause of another edition names what came of that.
    """
    direct: dict[str, list[Information]] = defaultdict(list)
    indirect: dict[str, list[Information]] = defaultdict(list)
    carried: set[tuple[str, str]] = set()
    editions = [
        (standard, None),
        *((qms.standard(id_), h) for id_, h in kin(qms, standard).items()),
    ]
    known = {one.id: (below(one), heirs) for one, heirs in editions if one}
    for document in qms.documents:
        named: dict[str, set[str]] = defaultdict(set)
        for owner, number in (qms.clause(name, document) for name in document.clauses):
            if owner and owner.id in known:
                named[owner.id].add(number)
        strict, loose, mine = set[str](), set[str](), set[str]()
        for id_, own in named.items():
            inside, heirs = known[id_]
            wide = {clause for group in own for clause in inside.get(group, ())} - own
            alone, others = (own, wide) if len(own) < BROAD else (set[str](), own | wide)
            if heirs is None:
                mine = alone
            strict |= heired(alone, heirs)
            loose |= heired(others, heirs)
        for number in strict:
            direct[number].append(document)
        for number in loose - strict:
            indirect[number].append(document)
        carried |= {(document.id, number) for number in strict - mine}
    return Naming(standard, direct, indirect, frozenset(carried))


def heired(numbers: set[str], heirs: Heirs | None) -> set[str]:
    """What clauses of another edition became; those of this one are what they are."""
    if heirs is None:
        return numbers
    return {here for number in numbers for here in heirs.get(number, ())}
