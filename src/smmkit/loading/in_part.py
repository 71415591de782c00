"""What can still be read of a file with faults: all but the parts that they are in."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any, TypeVar

from pydantic import ValidationError

from smmkit.documents import Information
from smmkit.location import Path
from smmkit.yaml_text.source import Source

M = TypeVar("M", bound=Information)

ROUNDS = 20
"""So often at most parts are left out; a file with faults inside faults inside faults is not read."""


class InPart(Source):
    """A text of which only a part is read; its places are those of the file, where all of it stands."""

    __slots__ = ("_kept",)

    def __init__(self, source: Source) -> None:
        super().__init__(source.path, source.values, source.yaml, source.prose, source.prose_line)
        self._kept: dict[Path, list[int]] = {}
        """For each list of which items are left out, by its path in the file, those that are read."""

    def in_file(self, steps: Path) -> Path:
        """A key path, with the items of lists counted as in the file."""
        here: Path = ()
        for step in steps:
            kept = self._kept.get(here)
            here = (*here, kept[step] if kept and type(step) is int and step < len(kept) else step)
        return here

    def leave_out(self, steps: Path, count: int) -> None:
        """Take note that an item is left out of a list that has so many."""
        kept = self._kept.setdefault(self.in_file(steps[:-1]), [*range(count)])
        kept.pop(int(str(steps[-1])))


def read_in_part(
    type_: type[M], source: Source, values: dict[str, Any], keep: Sequence[str]
) -> M | None:
    """A document without the parts that a fault is in; None where a fault is in the document itself.

    A value that is wrong is left out, and where one that must be there is missing, the part that lacks it:
    of two exclusions of which one has no reason, the other is read. What is named under `keep` has to be
    right.
    """
    rest, read = deepcopy(values), InPart(source)
    for _ in range(ROUNDS):
        try:
            document = type_.model_validate(rest)
        except ValidationError as error:
            faults = {
                one["loc"][:-1] if one["type"] == "missing" else one["loc"]
                for one in error.errors(include_url=False)
            }
        else:
            document._source = read
            return document
        for at in sorted(faults, key=in_order, reverse=True):
            if not at or at[0] in keep or not left_out(rest, at, read):
                return None
    return None


def in_order(at: tuple[int | str, ...]) -> list[tuple[bool, int | str]]:
    """By what key paths are sorted as in the file: of two items the later one goes first."""
    return [(isinstance(step, int), step) for step in at]


def left_out(values: Any, at: tuple[int | str, ...], read: InPart) -> bool:
    """Take out what stands at a path; True also where it has gone with a fault beside it."""
    for step in at[:-1]:
        try:
            values = values[step]
        except (KeyError, IndexError, TypeError):
            return True
    count = len(values) if isinstance(values, list) else 0
    try:
        del values[at[-1]]
    except (KeyError, IndexError, TypeError):
        return isinstance(values, dict | list)
    if count:
        read.leave_out(at, count)
    return True
