"""All faults of a standard, tried on a folder, and what that says of each demand."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import ClassVar

from smmkit.drill.ground import Ground, Notice, Outcome
from smmkit.files.tree import Tree
from smmkit.loading.folder import load
from smmkit.processes import shared
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


FEW = 40
"""So many faults are tried here: a process of its own takes longer to read the folder."""


def drilled(
    qms: Qms, faults: Iterable[Break], told: Told = lambda *_: None, workers: int = 1
) -> list[Outcome]:
    """Try faults one after the other, in one process or in several.

    Raises:
        SmmError: a process was ended from outside.
    """
    chosen = list(faults)
    told(1, len(chosen))
    outcomes = []
    for outcome in each_tried(qms, chosen, workers):
        outcomes.append(outcome)
        told(min(len(outcomes) + 1, len(chosen)), len(chosen))
    return outcomes


def each_tried(qms: Qms, faults: Sequence[Break], workers: int) -> Iterable[Outcome]:
    """What becomes of each fault, in their order."""
    if workers <= 1 or len(faults) <= FEW:
        return map(Ground(qms).tried, faults)
    return shared(tried_apart, faults, workers, apart, (qms.tree, qms.as_of, qms.today))


def apart(tree: Tree, as_of: date, today: date) -> None:
    """Begin in a process of its own, with the folder as it lies there; why no garbage is collected says
    `cli`.
    """
    gc.disable()
    GROUNDS[:] = [lambda: Ground(load(tree, as_of, lambda _: today, None))]


GROUNDS: list[Callable[[], Ground]] = []
"""The folder of this process, read when the first fault is tried."""


@cache
def ground_apart() -> Ground:
    """The folder of this process, read once."""
    [ground] = GROUNDS
    return ground()


def tried_apart(fault: Break) -> Outcome:
    """Try a fault in a process of its own."""
    return ground_apart().tried(fault)


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
