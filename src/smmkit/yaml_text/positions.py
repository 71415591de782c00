"""Where things stand in a YAML text, found exactly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cached_property
from typing import Any

from smmkit.location import KEY, Key, Location, Step
from smmkit.yaml_text.reading import key_read


def locations_of(path: str, text: str, wanted: Iterable[tuple[Step, ...]]) -> list[Location]:
    """Where the values at key paths stand; for what is missing, where its nearest parent begins.

    Why all at once: the text is walked through once and nothing of it is kept, however many
    places are asked for.
    """
    top = _Spot()
    asked = [top.below(steps) for steps in wanted]
    if not asked:
        return []

    import yaml

    walk = _Walk(path, text)
    with suppress(yaml.YAMLError, StopIteration):  # what is not met has no place of its own
        walk.value(top, next(walk.values))
    return [next((s.at for s in reversed(spots) if s.at), Location(path)) for spots in asked]


class _Spot:
    """A value whose place, or that of something in it, is asked for."""

    __slots__ = ("at", "inner")

    def __init__(self) -> None:
        self.at: Location | None = None
        self.inner: dict[str | Key, _Spot] = {}

    def below(self, steps: Iterable[Step]) -> list[_Spot]:
        """The spots of a key path, the whole text first; made where there are none yet."""
        spots = [self]
        for step in steps:
            spots.append(spots[-1].inner.setdefault(step if step is KEY else str(step), _Spot()))
        return spots


class _Walk:
    """One way through a text, event by event; it raises StopIteration where the text ends early."""

    def __init__(self, path: str, text: str) -> None:
        import yaml

        self.path = path
        self.text = text
        self.start: Any = yaml.CollectionStartEvent
        self.end: Any = yaml.CollectionEndEvent
        self.mapping: Any = yaml.MappingStartEvent
        self.values: Iterator[Any] = (
            event
            for event in yaml.parse(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
            if isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent)
        )

    def value(self, spot: _Spot | None, event: Any) -> Any:
        """Walk through one value, and note its place; the mark where it ends."""
        if not isinstance(event, self.start):
            last = event.end_mark
        elif spot is None or not spot.inner:
            last = self.skipped()
        elif isinstance(event, self.mapping):
            last = self.pairs(spot.inner)
        else:
            last = self.items(spot.inner)
        if spot is not None and spot.at is None:
            spot.at = self.span(event.start_mark, last)
        return last

    def pairs(self, inner: dict[str | Key, _Spot]) -> Any:
        """Walk through the keys of a mapping and what they hold; of two that are alike, the first."""
        while not isinstance(key := next(self.values), self.end):
            spot = None
            if isinstance(key, self.start):
                self.skipped()
            else:
                name = key.value if key.style or key.value in inner else key_read(key.value)
                spot = inner.pop(name, None)
            content = next(self.values)
            if spot is None:
                self.value(None, content)
                continue
            here = self.span(key.start_mark, key.end_mark)
            last = self.value(spot, content)
            if last.index == content.start_mark.index:  # there is nothing to be seen
                spot.at = here
            if KEY in spot.inner:
                spot.inner[KEY].at = here
        return key.end_mark

    def items(self, inner: dict[str | Key, _Spot]) -> Any:
        """Walk through the items of a list."""
        index = 0
        while not isinstance(event := next(self.values), self.end):
            self.value(inner.get(str(index)), event)
            index += 1
        return event.end_mark

    def skipped(self) -> Any:
        """Walk to the end of a mapping or a list that nobody asks for."""
        depth = 1
        while depth:
            event = next(self.values)
            depth += isinstance(event, self.start) - isinstance(event, self.end)
        return event.end_mark

    def span(self, start: Any, end: Any) -> Location:
        """A place; of several lines it is the first."""
        line, column = start.line + 1, start.column + 1
        if end.line == start.line:
            return Location(self.path, line, column, line, end.column + 1)
        first = self.lines[start.line].rstrip()
        return Location(self.path, line, column, line, len(first) + 1)

    @cached_property
    def lines(self) -> list[str]:
        """The text line by line."""
        return self.text.split("\n")
