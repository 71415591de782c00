"""Fields that stand below a group which is empty, as if they belonged to what is around it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import takewhile
from typing import Any

from smmkit.model.fields import Field, fields_of
from smmkit.words import Message, say


def fields_below(
    name: str, around: Any, fields: Mapping[str, Field]
) -> tuple[str, list[str]] | None:
    """The empty group above a field, and the fields from there on that stand in such a group.

    None where some that it asks for are not among them: then nobody can know.
    """
    names = [*around] if isinstance(around, dict) else []
    above = names[: names.index(name)] if name in names else []
    empty = [one for one in above if around[one] is None and one in fields and fields[one].part]
    part = fields[empty[-1]].part if empty else None
    if part is None or fields[empty[-1]].many:
        return None
    inner = fields_of(part)
    run = [*takewhile(inner.__contains__, names[names.index(empty[-1]) + 1 :])]
    needed = {one.name for one in inner.values() if one.required}
    return (empty[-1], run) if name in run and needed <= {*run} else None


def moved_below(name: str, around: Any, fields: Mapping[str, Field]) -> Message | None:
    """That some fields belong into the empty group above them."""
    found = fields_below(name, around, fields)
    if found is None:
        return None
    lines = [f"`  {one}: ...`" for one in found[1]]
    return say(
        "these belong into {group}, each two spaces further in: {lines}",
        group=f"`{found[0]}:`",
        lines=lines,
    )
