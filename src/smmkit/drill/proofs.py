"""How well each clause is proved by a folder; what lasts of that in a changed one is not asked again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from smmkit.analyses.gap.comparison import shown_of
from smmkit.analyses.proof.claims import exclusions
from smmkit.analyses.proof.naming import Naming, namings
from smmkit.analyses.proof.proof import BEST_FIRST
from smmkit.drill.asked_before import Asked, Lasts, Watched
from smmkit.qms import Qms
from smmkit.standards import StandardClause


@dataclass(frozen=True, slots=True)
class Proved:
    """How well a clause, its documents, and what has a proof of its own are proved; 0 is best."""

    strengths: tuple[int, ...]
    named_by: tuple[tuple[int, ...], ...]
    """The documents that name the clause: alone, with others, or as it was in another edition."""
    is_excluded: bool
    asked: frozenset[Asked]
    """All else that the folder was asked for."""


def proofs(qms: Qms, known: Mapping[str, Proved], lasts: Lasts) -> dict[str, Proved]:
    """How well each clause is proved: `9.2.2`, or `juknis/B3` of another than the first standard."""
    found: dict[str, Proved] = {}
    for id_ in qms.standard_ids:
        if standard := qms.standard(id_):
            prefix = "" if id_ == qms.standard_ids[0] else f"{id_}/"
            naming, excluded = namings(qms, standard), exclusions(qms, standard)
            for clause in standard.clauses:
                named, is_excluded = named_by(naming, clause.id), clause.id in excluded
                before = known.get(prefix + clause.id)
                if (
                    before is None
                    or (before.named_by, before.is_excluded) != (named, is_excluded)
                    or not lasts(before.asked)
                ):
                    watched: Any = Watched(qms)
                    strengths = strengths_of(watched, clause, naming, is_excluded=is_excluded)
                    before = Proved(strengths, named, is_excluded, frozenset(watched.asked))
                found[prefix + clause.id] = before
    return found


def named_by(naming: Naming, clause: str) -> tuple[tuple[int, ...], ...]:
    """The documents that name a clause, each as it is in memory: what did not change is the same."""
    direct, indirect = naming.direct.get(clause, ()), naming.indirect.get(clause, ())
    carried = (one for one in direct if (one.id, clause) in naming.carried)
    return tuple(map(id, direct)), tuple(map(id, indirect)), tuple(map(id, carried))


def strengths_of(
    qms: Qms, clause: StandardClause, naming: Naming, *, is_excluded: bool
) -> tuple[int, ...]:
    """How well all that has a proof is proved; of what the scope leaves out the clause alone."""
    proof, items, own = shown_of(qms, clause, naming)
    asked = (one.id for one in clause.requirements if one.proof)
    shown = (proof, *items, *(proof if is_excluded else own[id_] for id_ in asked))
    return tuple(BEST_FIRST.index(one.strength) for one in shown)


def worse(now: Proved | None, before: Proved) -> bool:
    """Whether a clause has less proof than before, as a whole or for a part of it."""
    if now is None or len(now.strengths) != len(before.strengths):
        return True
    return any(a > b for a, b in zip(now.strengths, before.strengths, strict=True))
