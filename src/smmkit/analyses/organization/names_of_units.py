"""Where a name that stands beside a unit is that of another unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from smmkit.analyses.organization.units import are_kin
from smmkit.analyses.texts import squeezed
from smmkit.documents import Information
from smmkit.location import Path
from smmkit.qms import Qms

UNITS: Final = ("unit", "owner")
"""The fields that say whose something is; the first that is there counts."""

NAMES: Final = ("role", "first_party")
"""The fields in which the office of somebody is named."""

NAMED_IN: Final = {
    "interview": ("title",),
    "job-description": ("title",),
    "performance-agreement": ("title",),
    "spot-check": ("place",),
}
"""For some kinds what names an office, too; the title of another may be about the work of any unit."""

CODE: Final = re.compile(r"[A-Z][A-Z0-9-]{1,20}")
"""What may be the id of a unit in a name: `Bidang MUT`, `SOP/01/MUT/2020`."""


class Misnamed(NamedTuple):
    """A part of a document that is of one unit, and has the name of another."""

    steps: Path
    field: str
    """The field that says of which unit it is."""
    unit: str
    name: str
    """The field that has the name."""
    others: list[str]


def misnamed(qms: Qms, document: Information) -> Iterator[Misnamed]:
    """The parts of a document that are of one unit, and in whose name only others stand."""
    names = (*NAMES, *NAMED_IN.get(document.kind, ()))
    for steps, part in [((), document.source.values), *entries_in(document.source.values)]:
        field = next((one for one in UNITS if isinstance(part.get(one), str)), "")
        said = {name: offices(qms, part.get(name)) for name in names} if field else {}
        if field and "number" in part:
            said["number"] = coded(qms, part["number"])
        for name, others in said.items():
            if others and not any(are_kin(qms, part[field], one) for one in others):
                yield Misnamed(steps, field, part[field], name, others)


def entries_in(values: dict[str, Any]) -> Iterator[tuple[Path, dict[str, Any]]]:
    """The entries of the lists of a document, and those of theirs."""
    for name, below in values.items():
        for n, one in enumerate(below if isinstance(below, list) else ()):
            if isinstance(one, dict):
                yield (name, n), one
                yield from (((name, n, *steps), part) for steps, part in entries_in(one))


def titled(qms: Qms) -> dict[str, str]:
    """The title of every unit, as it is compared."""
    units = qms.settings.units if qms.settings else ()
    return {unit.id: squeezed(unit.title) for unit in units}


def offices(qms: Qms, text: object) -> list[str]:
    """The units that the name of an office names, by title or id; a title within another is that other's."""
    if not isinstance(text, str):
        return []
    titles, said = qms.fact(titled), squeezed(text)
    found = [id_ for id_, title in titles.items() if title in said]
    whole = [id_ for id_ in found if not any(inside(titles[id_], titles[one]) for one in found)]
    return list(dict.fromkeys([*whole, *coded(qms, text)]))


def coded(qms: Qms, text: object) -> list[str]:
    """The units of which the ids stand in a text."""
    codes = set(CODE.findall(text)) if isinstance(text, str) else set()
    return [id_ for id_ in qms.fact(titled) if id_ in codes]


def inside(title: str, other: str) -> bool:
    """Whether a title is a part of another one."""
    return title != other and title in other
