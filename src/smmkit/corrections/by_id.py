"""Things by their ids, where people write what they are called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from smmkit.corrections.officials import ENTRIES, IN_NUMBERS, comparable, data
from smmkit.model.marks import STANDARD, RefersTo

if TYPE_CHECKING:
    from smmkit.model.fields import Field

Ids = Mapping[tuple[str, str], str]
"""The ids of things by their kind and what they are called, as that is compared; the kind is empty for what
alone of all is called so.
"""

NO_IDS: Final[Ids] = {}

UNIT: Final = "unit"

ALL_UNITS: Final = "all_units"
"""The words that stand for every unit."""


def coded(value: Any, field: Field | None, ids: Ids) -> Any:
    """A value, a thing in it by its id where its title is written and its kind is asked for."""
    if field is None or type(value) is not str:
        return value
    if field.reference is STANDARD:
        return ids.get((STANDARD.what, standard_name(value)), value)
    if not isinstance(field.reference, RefersTo):
        return value
    said, (sort, _, bare) = comparable(value), value.partition(" ")
    is_unit = sort.isalpha() and takes_units(field) and (UNIT, comparable(sort)) not in ids
    if is_unit and ids.get((UNIT, comparable(bare))) == bare:  # Bidang PPI
        return bare
    found = (ids.get((kind, said)) for kind in field.reference.kinds or ("",))
    return next(filter(None, found), value)


def coded_by_part(value: str, field: Field, ids: Ids) -> str | None:
    """The id that a text is but for its signs, `Misi 5` of MISI-05; else of the one thing in whose title all
    words of it stand: Bid. Mutasi, of Mutasi dan Promosi.

    What sort of thing it is need not be among them.
    """
    kinds = field.reference.kinds if isinstance(field.reference, RefersTo) else ()
    said = bare_id(value)
    alike = {id_ for (kind, _), id_ in ids.items() if kind in kinds and bare_id(id_) == said}
    if len(alike) == 1:
        return alike.pop()
    sorts = {word for kind in kinds for word in (kind, *data()[ENTRIES].get(kind, ()))}
    words = words_of(comparable(value)) - sorts
    titles = ids.items() if words else ()
    found = {id_ for (kind, said), id_ in titles if kind in kinds and words <= words_of(said)}
    return found.pop() if len(found) == 1 else None


def words_of(text: str) -> set[str]:
    """The words of a text without the signs at their ends: of `Wayan Rekaan, S.Kep.`."""
    return {word.strip(".,") for word in text.split()}


def bare_id(text: str) -> tuple[str, ...]:
    """What makes an id in small letters, numbers without noughts in front: `SOP 1` is `SOP-01`."""
    found = re.findall(r"[^\W\d_]+|\d+", text.casefold()[:LONGEST_ID])
    between = data()[IN_NUMBERS]
    kept = (one for one in found if one not in between)
    return tuple(one.lstrip("0") or "0" if one.isdecimal() else one for one in kept)


LONGEST_ID: Final = 64


def standard_name(text: str) -> str:
    """The letters and numbers of a name of a standard, in whatever language it is named."""
    letters = re.sub(r"[\W_]+", "", text.casefold()[:100])
    return re.sub(r"^(?:sni|standard|standar)?(iso)(?:iec)?", r"\1", letters)


def is_every_unit(text: str) -> bool:
    """Whether a text stands for every unit there is: `semua unit`."""
    return comparable(text) in data()[ALL_UNITS]


def takes_units(field: Field) -> bool:
    """Whether units may be named at a field."""
    return isinstance(field.reference, RefersTo) and UNIT in field.reference.kinds


def each_coded(piece: str, field: Field, ids: Ids) -> list[str]:
    """An item of a list by its id; for `semua unit` every unit: each of them is known by its own id, too."""
    if takes_units(field) and is_every_unit(piece):
        units = (id_ for (kind, _), id_ in ids.items() if kind == UNIT)
        return [*dict.fromkeys(units)] or [piece]
    return [coded(piece, field, ids)]
