"""All faults of a standard, tried on a folder, and what that says of each demand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from smmkit.drill.ground import Ground, Notice, Outcome
from smmkit.qms import Qms
from smmkit.standards import Requirement, Standard
from smmkit.standards.drills import Break, Drill, FieldOnly, shipped_drills

Told = Callable[[int, int], object]
"""What is told of the way: how many faults were tried, of how many."""

GUARDED = (Notice.NOTICED, Notice.TOLD)
"""What is as good as noticed."""


@dataclass(frozen=True, slots=True)
class Guarded:
    """One demand, with what was tried against it."""

    requirement: Requirement
    outcomes: tuple[Outcome, ...]
    field_only: FieldOnly | None = None

    @property
    def notice(self) -> Notice:
        """Unnoticed if any fault of it is; absent if there was nothing to break."""
        found = {one.notice for one in self.outcomes}
        return next((word for word in WORST_FIRST if word in found), Notice.ABSENT)

    FOR_PROGRAMS: ClassVar = {"id": "requirement.id", "notice": "notice"}


WORST_FIRST = (Notice.UNNOTICED, Notice.NOTICED, Notice.TOLD, Notice.ABSENT)


def drills_of(qms: Qms) -> list[Drill]:
    """The drills for the standards of a folder: its own, else those that come with smmkit.

    The standard that is named last comes first: a guide that says how to answer to another standard
    asks for more than that one.
    """
    every = {**shipped_drills(), **qms.drills}
    last_first = list(reversed(qms.standard_ids))
    fit = [drill for drill in every.values() if drill.standard in last_first]
    return sorted(fit, key=lambda drill: last_first.index(drill.standard))


def drilled(qms: Qms, faults: Iterable[Break], told: Told = lambda *_: None) -> list[Outcome]:
    """Try faults one after the other."""
    ground, chosen = Ground(qms), list(faults)
    outcomes = []
    for number, fault in enumerate(chosen, 1):
        told(number, len(chosen))
        outcomes.append(ground.tried(fault))
    return outcomes


def guarded(standard: Standard, drill: Drill, outcomes: Iterable[Outcome]) -> Iterator[Guarded]:
    """Every demand of a standard that something was tried against; after the whole drill also those
    that only the field can show.
    """
    tried = list(outcomes)
    is_whole = len(tried) == len(drill.breaks)
    only = {one.demand: one for one in drill.field_only if is_whole}
    for clause in standard.clauses:
        for asked in clause.requirements:
            own = tuple(one for one in tried if asked.id in one.fault.demands)
            if own or asked.id in only:
                yield Guarded(asked, own, only.get(asked.id))
