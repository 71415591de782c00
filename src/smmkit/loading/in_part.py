"""What can still be read of a file with faults: all but the parts that they are in."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

M = TypeVar("M", bound=BaseModel)

ROUNDS = 20
"""So often at most parts are left out; a file with faults inside faults inside faults is not read."""


def read_in_part(type_: type[M], values: dict[str, Any], keep: Sequence[str]) -> M | None:
    """A document without the parts that a fault is in; None where a fault is in the document itself.

    A value that is wrong is left out, and where one that must be there is missing, the part that lacks it:
    of two exclusions of which one has no reason, the other is read. What is named under `keep` has to be
    right.
    """
    rest = deepcopy(values)
    for _ in range(ROUNDS):
        try:
            return type_.model_validate(rest)
        except ValidationError as error:
            faults = {
                (one["loc"], one["type"] == "missing") for one in error.errors(include_url=False)
            }
        for at, is_missing in sorted(faults, key=repr, reverse=True):
            if at[0] in keep or not left_out(rest, at[:-1] if is_missing else at):
                return None
    return None


def left_out(values: Any, at: tuple[int | str, ...]) -> bool:
    """Take out what stands at a path; True also where it has gone with a fault beside it."""
    if not at:
        return False
    for step in at[:-1]:
        try:
            values = values[step]
        except (KeyError, IndexError, TypeError):
            return True
    try:
        del values[at[-1]]
    except (KeyError, IndexError, TypeError):
        return isinstance(values, dict | list)
    return True
