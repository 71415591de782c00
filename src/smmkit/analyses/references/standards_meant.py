"""Which standard a name means that no pack has for its id: `ISO 9001:2015` is iso9001-2015."""

from __future__ import annotations

from typing import Final

from smmkit.corrections.by_id import standard_name
from smmkit.qms import Qms
from smmkit.standards import shipped


def known_standards(qms: Qms) -> tuple[str, ...]:
    """The ids of all packs, of smmkit and of the folder."""
    return tuple(sorted({*shipped(), *qms.packs}))


def standards_meant(named: str, qms: Qms) -> list[str]:
    """The standard of this id; without one those whose letters and numbers it has, or begins with."""
    known = qms.fact(known_standards)
    if named in known:
        return [named]
    said = standard_name(named)
    same = [one for one in known if standard_name(one) == said]
    if same or len(said) <= SHORT:
        return same
    return [one for one in known if standard_name(one).startswith(said)]


SHORT: Final = 3
"""A name of so few letters begins too many."""
