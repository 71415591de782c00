"""The unit of the QMS that a name in somebody's table means."""

from __future__ import annotations

from smmkit.intake.words import NEAR, comparable
from smmkit.qms import Qms


def unit_of(qms: Qms, text: str) -> str | None:
    """The id of the unit with this code, or with nearly this title; None where none is near."""
    from rapidfuzz import fuzz, process

    if qms.settings is None or not comparable(text):
        return None
    for unit in qms.settings.units:
        if comparable(unit.id) == comparable(text):
            return unit.id
    titles = {unit.id: comparable(unit.title) for unit in qms.settings.units}
    near = process.extract(comparable(text), titles, scorer=fuzz.ratio, score_cutoff=NEAR, limit=2)
    if len(near) == 2 and near[0][1] == near[1][1]:
        return None
    return str(near[0][2]) if near else None


def units_in(qms: Qms) -> frozenset[str]:
    """The ids of the units."""
    return frozenset(unit.id for unit in qms.settings.units) if qms.settings else frozenset()
