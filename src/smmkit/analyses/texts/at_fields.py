"""What stands at a path of fields in a document, through lists, with its key path."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from smmkit.location import Path


def values_at(value: object, way: Iterable[str]) -> list[tuple[Path, Any]]:
    """What the fields at a path say, each with its key path; a list at its end stays one."""
    reached: list[tuple[Path, Any]] = [((), value)]
    for name in way:
        held = [one for one in listed(reached) if isinstance(one[1], dict) and name in one[1]]
        reached = [((*steps, name), below[name]) for steps, below in held]
    return reached


def texts_at(value: object, way: Iterable[str]) -> list[tuple[Path, str]]:
    """The texts at a path of fields, those of a list one by one."""
    found = listed(values_at(value, way))
    return [(steps, below) for steps, below in found if isinstance(below, str)]


def listed(reached: Iterable[tuple[Path, Any]]) -> list[tuple[Path, Any]]:
    """What was reached, and in place of a list what stands in it, at any depth."""
    found: list[tuple[Path, Any]] = []
    for steps, below in reached:
        if isinstance(below, list):
            found += listed([((*steps, index), one) for index, one in enumerate(below)])
        else:
            found.append((steps, below))
    return found
