"""Which units of qms.yaml something reaches: a unit reaches what is part of it, and the other way round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from smmkit.analyses.references.reach import reached
from smmkit.documents.people import RoleEntry
from smmkit.documents.process import Process
from smmkit.documents.unit import OrganizationUnit
from smmkit.qms import Qms
from smmkit.words import Message, say


def above(qms: Qms) -> dict[str, tuple[str, ...]]:
    """For every unit, the one that it is part of."""
    units = qms.settings.units if qms.settings else ()
    return {unit.id: (unit.part_of,) if unit.part_of else () for unit in units}


def below(qms: Qms) -> dict[str, list[str]]:
    """For every unit, those that are part of it."""
    parts: dict[str, list[str]] = defaultdict(list)
    for unit, wholes in qms.fact(above).items():
        for whole in wholes:
            parts[whole].append(unit)
    return dict(parts)


def unreached(
    qms: Qms, named: Iterable[str], *, by_top: bool = True, on: date | None = None
) -> list[OrganizationUnit]:
    """The units of the day that are not named, are no part of one that is, and have no part that is.

    Without `by_top`, a unit that is part of nothing does not stand for its parts: who leads the
    whole agency does not speak for each unit of it. What was done `on` a day cannot have reached a unit
    that has begun since. What names a unit that has ended names the one that has taken over, too.
    """
    ups, downs = qms.fact(above), qms.fact(below)
    known: set[str] = set()
    for name in with_heirs(qms, named):
        known |= reached(name, ups)
        known |= reached(name, downs) if by_top or ups.get(name) else {name}
    standing = [unit for unit in standing_units(qms) if on is None or unit.exists_on(on)]
    return [unit for unit in standing if unit.id not in known]


def standing_units(qms: Qms) -> list[OrganizationUnit]:
    """The units that are there on the day: begun, and not ended."""
    units = qms.settings.units if qms.settings else ()
    return [unit for unit in units if unit.exists_on(qms.as_of)]


def is_one_house(qms: Qms) -> bool:
    """Whether nobody can belong to another unit: there is one at most."""
    return len(standing_units(qms)) <= 1


def heir(qms: Qms, unit: str) -> str:
    """The unit that does the work of one on the day: it itself, or what an ended one was merged into."""
    return qms.fact(heirs).get(unit, unit)


def with_heirs(qms: Qms, units: Iterable[str]) -> set[str]:
    """Units, and beside each that has ended the one that does its work on the day."""
    return {one for unit in units for one in (unit, heir(qms, unit))}


def work_of(qms: Qms, unit: str) -> set[str]:
    """A unit, and the ended ones whose work it does on the day: what still names them is its own."""
    return {unit, *(one for one, now in qms.fact(heirs).items() if now == unit)}


def is_theirs(qms: Qms, owner: str | None, units: Collection[str]) -> bool:
    """Whether what has an owner is the work of one of some units, or was, or has become it."""
    return owner in with_heirs(qms, units) or heir(qms, owner or "") in units


def heirs(qms: Qms) -> dict[str, str]:
    """For every unit, the one that does its work on the day."""
    known = {one.id: one for one in (qms.settings.units if qms.settings else ())}
    return {unit: last_of(known, unit, qms.as_of) for unit in known}


def last_of(known: Mapping[str, OrganizationUnit], unit: str, day: date) -> str:
    """The unit at the end of those that one was merged into, by a day; of a ring, one of it."""
    seen: set[str] = set()
    while unit in known and unit not in seen:
        seen.add(unit)
        one = known[unit]
        if one.until is None or one.until >= day or not one.merged_into:
            return unit
        unit = one.merged_into
    return unit


def called(qms: Qms, unit: str) -> Message | str:
    """How a unit is called above what it answers for: of an ended one who has taken over is told."""
    one = next((u for u in (qms.settings.units if qms.settings else ()) if u.id == unit), None)
    if one is None or one.until is None or one.until >= qms.as_of:
        return unit
    now = heir(qms, unit)
    if now == unit:
        return say("{id}, which ended on {day}", id=unit, day=one.until)
    return say(
        "{id}, which ended on {day}; its work is with {heir}", id=unit, day=one.until, heir=now
    )


def are_kin(qms: Qms, one: str, other: str) -> bool:
    """Whether two units are the same, or one is part of the other."""
    ups = qms.fact(above)
    return other in reached(one, ups) or one in reached(other, ups)


def units_of(qms: Qms, owner: str | None) -> set[str]:
    """The unit that answers for something: it itself, or that of the role that does."""
    role = qms.get(owner or "", RoleEntry)
    if role is not None:
        return {role.unit} if role.unit else set()
    return {owner} if owner else set()


def with_owners(qms: Qms, names: Iterable[str]) -> set[str]:
    """Units, and in place of each process the units that answer for it: who audits it audits them."""
    found: set[str] = set()
    for name in names:
        process = qms.get(name, Process)
        owners = (process.owner, *process.co_owners) if process else (name,)
        found.update(unit for owner in owners for unit in units_of(qms, owner))
    return found


def audited(qms: Qms, units: Iterable[str], processes: Iterable[str]) -> set[str]:
    """The units that an audit meets: those that it names, and those that answer for its processes.

    Where several answer for a process and the audit names some of them, it meets these alone.
    """
    named = with_owners(qms, units)
    owners = (with_owners(qms, (process,)) for process in processes)
    return named.union(*(answers & named or answers for answers in owners))


def answering(qms: Qms, owner: str | None) -> set[str]:
    """The unit that answers for something on the day: of an ended one, the one that it was merged into."""
    return {heir(qms, unit) for unit in units_of(qms, owner)}
