"""Units and standards by their ids, where people write what they are called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from smmkit.corrections.officials import comparable, data
from smmkit.model.marks import STANDARD, RefersTo

if TYPE_CHECKING:
    from smmkit.model.fields import Field

NO_UNITS: Final[Mapping[str, str]] = {}

ALL_UNITS: Final = "all_units"
"""The words that stand for every unit."""


def coded(value: Any, field: Field | None, units: Mapping[str, str]) -> Any:
    """A value, a unit or standard in it by its id where its title is written and these are asked for."""
    if field is None or type(value) is not str:
        return value
    if field.reference is STANDARD:
        return units.get(standard_name(value), value)
    if not takes_units(field):
        return value
    bare = value.partition(" ")[2]  # Bidang PPI
    coded_ = bare if units.get(comparable(bare)) == bare else value
    return units.get(comparable(value), coded_)


def standard_name(text: str) -> str:
    """The letters and numbers of a name of a standard, in whatever language it is named."""
    letters = re.sub(r"[\W_]+", "", text.casefold()[:100])
    return re.sub(r"^(?:sni|standard|standar)?(iso)(?:iec)?", r"\1", letters)


def is_every_unit(text: str) -> bool:
    """Whether a text stands for every unit there is: `semua unit`."""
    return comparable(text) in data()[ALL_UNITS]


def takes_units(field: Field) -> bool:
    """Whether units may be named at a field."""
    return isinstance(field.reference, RefersTo) and "unit" in field.reference.kinds


def each_coded(piece: str, field: Field, units: Mapping[str, str]) -> list[str]:
    """An item of a list by its id; for `semua unit` every unit: each of them is known by its own id, too."""
    if takes_units(field) and is_every_unit(piece):
        return [id_ for said, id_ in units.items() if said == comparable(id_)] or [piece]
    return [coded(piece, field, units)]
