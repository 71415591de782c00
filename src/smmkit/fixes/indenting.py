"""Fields that stand too far to the left, or that lack the hyphen of an item: the lines moved in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from smmkit.corrections.misplaced import fields_below
from smmkit.fixes.change import Change
from smmkit.location import KEY, Step
from smmkit.model.fields import Field
from smmkit.words import Message
from smmkit.yaml_text.source import Source

STEP = "  "
"""So far in stands what belongs to a field."""


def moved_in(
    source: Source, steps: tuple[Step, ...], names: list[Any], message: Message, begin: str = STEP
) -> Iterator[Change]:
    """The lines of some fields that stand below one another, moved in; the first one begins with `begin`."""
    lines = source.yaml.split("\n")
    places = [*source.places([(*steps, name, KEY) for name in names])]
    column, last = places[0].column, block_end(lines, places[-1].line, places[-1].column)
    if any(place.column != column for place in places):
        return
    for number in range(places[0].line, last + 1):
        if lines[number - 1].strip():
            at = column if number == places[0].line else 1
            new = begin if number == places[0].line else STEP
            yield Change(number, at, at, new, message)


def block_end(lines: list[str], number: int, column: int) -> int:
    """The last line of what stands at a field, which begins in a line and a column."""
    end = number
    for below, line in enumerate(lines[number:], number + 1):
        bare = line.lstrip(" ")
        inner = len(line) - len(bare) - (column - 1)
        if bare and not (inner > 0 or (inner == 0 and bare.startswith("- "))):
            break
        end = below if bare else end
    return end


def of_group(
    source: Source, steps: tuple[Step, ...], around: Any, fields: Any, message: Message
) -> Iterator[Change]:
    """The fields that stand below an empty group and not in it, moved into it."""
    found = fields_below(str(steps[-1]), around, fields)
    if found and steps[-1] == next((one for one in found[1] if one not in fields), ""):
        yield from moved_in(source, steps[:-1], found[1], message)


def of_item(
    source: Source, steps: tuple[Step, ...], value: Any, field: Field | None, message: Message
) -> Iterator[Change]:
    """One item alone where a list has to stand, with the hyphen of an item."""
    if field is not None and field.part and isinstance(value, dict) and value:
        at = source.at(*steps)
        if source.yaml.split("\n")[at.line - 1][at.column - 1 :].startswith("{"):
            return
        if all(one in field.part.model_fields for one in value):
            yield from moved_in(source, steps, [*value], message, "- ")
