"""Where things stand in a YAML text, found exactly."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from smmkit.location import KEY, Location, Step


def location_of(path: str, text: str, steps: tuple[Step, ...]) -> Location:
    """Where the value at a key path stands; for what is missing, where its nearest parent begins."""
    import yaml

    try:
        node = composed(text)
    except yaml.YAMLError:
        node = None
    if node is None:
        return Location(path)
    for step in steps:
        found = _child(node, step)
        if found is None:
            break
        node = found
    return _span(path, text, node)


@lru_cache(maxsize=4)
def composed(text: str) -> Any:
    """What a text is made of, each node with its marks; values are not given types."""
    import yaml

    return yaml.compose(text, Loader=_untyped())


@lru_cache(maxsize=1)
def _untyped() -> Any:
    """A reader that gives no value a type: places need none, and it is twice as fast."""
    import yaml

    def nothing(*_: object) -> str:
        return ""

    base = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    silent = dict.fromkeys(("resolve", "descend_resolver", "ascend_resolver"), nothing)
    return type("Untyped", (base,), silent)


def _child(node: Any, step: Step) -> Any:
    if node.id == "mapping":
        for key, value in node.value:
            if key.value == str(step):
                return _Pair(key, value)
    if node.id == "pair":
        return node.key if step is KEY else _child(node.content, step)
    if node.id == "sequence" and isinstance(step, int) and step < len(node.value):
        return node.value[step]
    return None


@dataclass(frozen=True, slots=True)
class _Pair:
    """A key with its value: it stands where the value stands, or, if that is empty, at the key."""

    key: Any
    content: Any
    id: str = "pair"

    @property
    def visible(self) -> Any:
        empty = (
            self.content.id == "scalar"
            and self.content.start_mark.index == self.content.end_mark.index
        )
        return self.key if empty else self.content


def _span(path: str, text: str, node: Any) -> Location:
    if node.id == "pair":
        node = node.visible
    start, end = node.start_mark, node.end_mark
    if end.line == start.line:
        return Location(path, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
    line = text.split("\n", start.line + 1)[start.line]
    return Location(path, start.line + 1, start.column + 1, start.line + 1, len(line.rstrip()) + 1)
