"""Which units of qms.yaml something reaches: a unit reaches what is part of it, and the other way round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from smmkit.analyses.reach import reached
from smmkit.documents.settings import OrganizationUnit
from smmkit.qms import Qms


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


def unreached(qms: Qms, named: Iterable[str]) -> list[OrganizationUnit]:
    """The units that are not named, are no part of one that is, and have no part that is."""
    ups, downs = qms.fact(above), qms.fact(below)
    known = {unit for name in set(named) for way in (ups, downs) for unit in reached(name, way)}
    return [unit for unit in (qms.settings.units if qms.settings else ()) if unit.id not in known]


def are_kin(qms: Qms, one: str, other: str) -> bool:
    """Whether two units are the same, or one is part of the other."""
    ups = qms.fact(above)
    return other in reached(one, ups) or one in reached(other, ups)
