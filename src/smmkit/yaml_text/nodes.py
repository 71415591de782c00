"""What a YAML text is made of, letter by letter, for those who cut it and write into it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from smmkit.location import Step

Path = tuple[Step, ...]
Edit = tuple[int, int, str]
"""From which letter to which, and what stands there instead."""


class CannotCutError(Exception):
    """A text that is written in a way that cannot be changed safely."""


def composed(text: str) -> Any:
    """What a text is made of; its marks count letters from the very beginning.

    Why: those of the faster reader (`positions`) do not where the text begins with a byte order mark.

    Raises:
        CannotCutError: this reader refuses what the faster one takes: `{ask: who?, by: me}`.
    """
    import yaml

    try:
        return yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        raise CannotCutError from error


def pair(node: Any, name: str) -> tuple[Any, Any]:
    """A key of a mapping, and what it holds."""
    return next((key, value) for key, value in node.value if key.value == name)


def child(node: Any, name: str) -> Any:
    """What a key of a mapping holds."""
    return pair(node, name)[1]


def children(node: Any) -> Iterator[tuple[Step, int, Any]]:
    """What is directly in a mapping or a list: its step, where it begins, its value."""
    if node.id == "mapping":
        yield from ((key.value, key.start_mark.index, value) for key, value in node.value)
    else:
        yield from ((i, item.start_mark.index, item) for i, item in enumerate(node.value))


def leaves(text: str, node: Any, path: Path = ()) -> Iterator[tuple[int, int, Path, str]]:
    """Every single value and every key: where it stands, its key path, how it is quoted.

    The key path of a key is empty.
    """
    if node.id == "scalar":
        yield node.start_mark.index, end_of(text, node), path, node.style or ""
        return
    if node.id == "mapping":
        for key, _ in node.value:
            yield key.start_mark.index, key.end_mark.index, (), ""
    for step, _, value in children(node):
        yield from leaves(text, value, (*path, step))


def end_of(text: str, node: Any) -> int:
    """Where a value ends, without what only follows it."""
    start: int = node.start_mark.index
    end: int = node.end_mark.index
    if node.id == "scalar":
        return start + len(text[start:end].rstrip())
    if node.flow_style:
        return end
    if not node.value:
        return start
    last = node.value[-1]
    return end_of(text, last[1] if node.id == "mapping" else last)


def with_edits(text: str, edits: Iterable[Edit], start: int = 0, end: int | None = None) -> str:
    """A text, or a stretch of it, with its edits.

    Raises:
        CannotCutError: two of them are at the same letters.
    """
    new, at = "", start
    for first, last, instead in sorted(edits):
        if first < at:
            raise CannotCutError
        new += text[at:first] + instead
        at = last
    return new + text[at:end]
