"""Which audit asks about which clause: one of a unit that it concerns, what is due first at first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from itertools import islice

from smmkit.analyses.auditing.clauses import ClauseCoverage, clauses_covered, concerned
from smmkit.analyses.auditing.fair_load import shared
from smmkit.qms import Qms

SO_MANY = 12
"""Clauses that one audit can ask about with care."""


def dealt(qms: Qms, units: Sequence[str]) -> list[list[str]]:
    """What each audit asks about, by the units of the audits; as evenly as that allows.

    What finds no room where it belongs goes to the audit that asks least, as long as that has room.
    """
    if not units:
        return []
    pool = pool_of_clauses(qms)
    audits = [f"{number:06}" for number in range(len(units))]
    able = [
        [one for one in audits if units[int(one)] in wanted]
        for wanted in (units_for(qms, one, units) for one in pool)
    ]
    asked: dict[str, list[str]] = defaultdict(list)
    sizes: Counter[int] = Counter()
    homeless = []
    for clause, (audit,) in zip(pool, shared(able, 1), strict=True):
        if sizes[number := int(audit)] < SO_MANY:
            asked[units[number]].append(clause.clause.id)
            sizes[number] += 1
        else:
            homeless.append(clause.clause.id)
    for id_ in homeless:
        least = min(range(len(units)), key=lambda number: sizes[number])
        if sizes[least] < SO_MANY:
            asked[units[least]].append(id_)
            sizes[least] += 1
    queues: dict[str, Iterator[str]] = {unit: iter(ids) for unit, ids in asked.items()}
    return [
        list(islice(queues.get(unit, iter(())), sizes[number])) for number, unit in enumerate(units)
    ]


def units_for(qms: Qms, one: ClauseCoverage, units: Sequence[str]) -> Collection[str]:
    """Where a clause is asked about: in a unit that it concerns and was not asked; else in one that it
    concerns; else anywhere.
    """
    standard = qms.standard_ids[0]
    known = set(units)
    ways = (
        known & set(one.not_in),
        known & qms.fact(concerned).get((standard, one.clause.id), set()),
    )
    return next(filter(None, ways), known)


def pool_of_clauses(qms: Qms) -> list[ClauseCoverage]:
    """The clauses in the order in which they are due: never asked about first, then the oldest.

    What a plan has already stands at the end.
    """
    return sorted(
        qms.fact(clauses_covered), key=lambda one: (one.planned is not None, one.last or date.min)
    )
