"""Values under the names that were meant, so that what is wrong below a wrong name is told at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from pydantic import BaseModel

from smmkit.corrections.by_id import Ids, coded
from smmkit.corrections.cut_texts import MANY, without_cut
from smmkit.corrections.key_paths import value_at
from smmkit.corrections.many_fields import only_choice, only_gap
from smmkit.corrections.near_fields import near_field
from smmkit.corrections.parted import is_parted
from smmkit.corrections.pattern_advice import span_of, two_years
from smmkit.corrections.put_right import fitted
from smmkit.corrections.spoken_lists import MOST
from smmkit.corrections.spoken_spans import two_days
from smmkit.corrections.spoken_words import time_in
from smmkit.corrections.unknown_fields import (
    UNKNOWN,
    alone,
    fields_meant,
    groups_with,
    key_as_written,
)
from smmkit.location import Path
from smmkit.model.fields import field_at, fields_at, labels_at
from smmkit.yaml_text.scalars import scalar
from smmkit.yaml_text.source import Source

Names = Mapping[Path, str]
"""For key paths as they were meant, what is written in place of their last name."""


class AsMeant(Source):
    """A text that is asked by the names that were meant; its places are those of what is written."""

    __slots__ = ("_names",)

    def __init__(self, source: Source, names: Names) -> None:
        super().__init__(source.path, source.values, source.yaml, source.prose, source.prose_line)
        self._names = names

    def in_file(self, steps: Path) -> Path:
        """A key path with the names that stand in the file."""
        return as_written(steps, self._names)


def as_written(steps: Path, names: Names) -> Path:
    """A key path with the names that stand in the file."""
    return tuple(names.get(steps[: end + 1], step) for end, step in enumerate(steps))


def to_be_told(
    errors: list[Any],
    model: type[BaseModel],
    values: Any,
    source: Source | None,
    ids: Ids | None,
) -> list[Any]:
    """The errors but for those that follow from another one; each knows how things are called."""
    errors = without_cut(errors, values, source)
    for error in errors:
        error["ids"] = ids or {}
    errors = without_parted(without_renamed(errors, model, values), values)
    return without_ends(without_counted(errors), model, values)


def unknown_names(
    errors: list[Any], model: type[BaseModel], values: Any
) -> Iterator[tuple[Any, Path, tuple[str, ...]]]:
    """The errors of names that are not known, with the key path of each, and the fields that it may mean."""
    for error in errors[:MANY]:
        if error["type"] not in UNKNOWN:
            continue
        above: Path = tuple(error["loc"][:-1])
        around = value_at(values, above) or {}
        name = key_as_written(error["loc"][-1], error)
        known, fields = labels_at(model, above), fields_at(model, above)
        yield error, (*above, name), fields_meant(name, error["input"], known, fields, around)


def renamed(errors: list[Any], model: type[BaseModel], values: Any) -> dict[Path, str]:
    """The fields that stand under other names, where their own are free and nothing else can be meant."""
    names: dict[Path, str] = {}
    for error, (*above, written), meant in unknown_names(errors, model, values):
        around = value_at(values, tuple(above))
        if len(meant) != 1 or meant[0] in around or written != error["loc"][-1] or "ends" in error:
            continue
        fields = fields_at(model, tuple(above))
        if not only_choice(meant[0], error["input"], fields, around):
            names.setdefault((*above, meant[0]), str(written))
    return names


def without_renamed(errors: list[Any], model: type[BaseModel], values: Any) -> list[Any]:
    """The errors but for fields that are missing only because they stand under another name; that is told."""
    there: set[Path] = set()
    for error, (*steps, written), meant in unknown_names(errors, model, values):
        above, name = tuple(steps), str(written)
        around, fields = value_at(values, above) or {}, fields_at(model, above)
        if len(meant) == 1:
            there.add((*above, meant[0]))
        elif not meant and not groups_with(name, model, above, around):
            gap = only_gap(name, error["input"], fields, around)
            near = near_field(name, error["input"], list(labels_at(model, above)), fields) or gap
            there |= {(*above, near)} if near else set()
            if alone(name, error["input"], fields, around):
                there |= {(*above, one) for one in fields}
    return [e for e in errors if e["type"] != "missing" or tuple(e["loc"]) not in there]


def without_parted(errors: list[Any], values: Any) -> list[Any]:
    """The errors but for fields of an item that stand in the one below, behind a hyphen of their own."""
    told: set[Path] = set()
    for error in errors[:MANY]:
        steps: Path = tuple(error["loc"])
        index, name = steps[-2] if len(steps) > 1 else None, steps[-1] if steps else None
        if error["type"] == "missing" and isinstance(index, int):
            items = value_at(values, steps[:-2])
            below = items[index + 1] if index + 1 < len(items) else None
            if isinstance(below, dict) and name in below and is_parted(items, index + 1, "id"):
                told.add(steps)
    return [e for e in errors if e["type"] != "missing" or tuple(e["loc"]) not in told]


def without_counted(errors: list[Any]) -> list[Any]:
    """The errors but for units that are missing because they stand at their number; that is told."""
    counted = {
        (*error["loc"][:-1], "unit")
        for error in errors[:MANY]
        if error["loc"][-1:] == ("value",) and time_in(str(error["input"])[:MOST])
    }
    return [e for e in errors if e["type"] != "missing" or tuple(e["loc"]) not in counted]


def without_ends(errors: list[Any], model: type[BaseModel], values: Any) -> list[Any]:
    """The errors but for a last day that is missing because it stands with the first one."""
    told: set[Path] = set()
    called = {id(e): meant[0] for e, _, meant in unknown_names(errors, model, values) if meant}
    for error in errors[:MANY]:
        *above, name = error["loc"]
        name = called.get(id(error), name)
        around = value_at(values, tuple(above))
        fields = (
            fields_at(model, tuple(above)) if name in BEGINS and isinstance(around, dict) else {}
        )
        if ENDS not in fields or ENDS in around:
            continue
        find = (
            two_years
            if fields[ENDS].type is int
            else span_of
            if fields[ENDS].required
            else two_days
        )
        if ends := find(str(error["input"])[:MOST]):
            error["ends"] = [f"`{one}: {end}`" for one, end in zip((name, ENDS), ends, strict=True)]
            told.add((*above, ENDS))
    return [e for e in errors if e["type"] != "missing" or tuple(e["loc"]) not in told]


BEGINS, ENDS = ("date", "since"), "until"
"""The fields of a first and a last day."""


def with_names(values: Any, names: Names) -> Any:
    """The same values, with those names."""
    meant = deepcopy(values)
    for steps, written in names.items():
        around = value_at(meant, steps[:-1])
        around[steps[-1]] = around.pop(written)
    return meant


def is_put_right(steps: Path, target: str, names: Names, model: type[BaseModel], ids: Ids) -> bool:
    """Whether what stands at such a name is told with it, otherwise than it is written, or fits nothing."""
    field = field_at(model, steps) if steps in names else None
    if field is None:
        return False
    return fitted(coded(target, field, ids), field, ids) != scalar(target)


def below(errors: list[Any], names: Names, model: type[BaseModel]) -> list[Any]:
    """The errors of what stands at those names; not of a value that was put right with its name."""
    return [error for error in errors if is_below(tuple(error["loc"]), error, names, model)]


def is_below(steps: Path, error: Any, names: Names, model: type[BaseModel]) -> bool:
    """Whether an error is of what stands at one of those names, and nobody has said how it is right."""
    if steps in names:
        field = field_at(model, steps)
        return field is None or fitted(error["input"], field) is None
    return any(steps[:end] in names for end in range(1, len(steps)))
