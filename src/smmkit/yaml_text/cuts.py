"""Cutting values out of a YAML text, and writing others in, so that every other byte stays."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from smmkit.location import Step
from smmkit.yaml_text.scalars import scalar
from smmkit.yaml_text.source import read

Path = tuple[Step, ...]
Edit = tuple[int, int, str]


class CannotCutError(Exception):
    """A text that is written in a way that cannot be changed safely."""


@dataclass(frozen=True, slots=True)
class New:
    """A value in place of another; as YAML it is `text`, or, for a list of one, `lines` of it."""

    value: Any
    text: str = ""
    lines: tuple[str, ...] = ()
    beside: Mapping[str, Any] = field(default_factory=dict)
    """Fields that are added behind it."""

    @property
    def written(self) -> str:
        """The value as YAML in one line."""
        return self.text or (scalar(self.value) if isinstance(self.value, str) else str(self.value))


def composed(text: str) -> Any:
    """What a text is made of; its marks count letters from the very beginning."""
    import yaml

    return yaml.compose(text, Loader=yaml.BaseLoader)


def edited(text: str, cuts: Collection[Path], news: Mapping[Path, New]) -> str:
    """A text without the values at some key paths, and with new ones at others.

    Raises:
        CannotCutError: it would say something else than it should.
    """
    if not cuts and not news:
        return text
    cutting = _Cutting(text, frozenset(cuts), news)
    new = cutting.applied(0, len(text), list(cutting.walk(composed(text), ())))
    wish = expected(read("", text), (), frozenset(cuts), news)
    tidy = re.sub(r"\n{3,}", "\n\n", new).rstrip("\n") + "\n"
    for said in (tidy, new):
        if read("", said) == wish:
            return said
    raise CannotCutError


def without_comments(text: str, unwanted: re.Pattern[str]) -> str:
    """A YAML text without the comments, each of them whole, in which something unwanted stands.

    Where that cannot be done safely, all of them stay.
    """

    def kept(found: re.Match[str]) -> str:
        return "" if unwanted.search(found[0]) else found[0]

    new = re.sub(r"(?m)(?:^[ ]*#(?! yaml-language-server:)[^\n]*\n)+", kept, text)
    new = re.sub(r"(?m)(?<=\S)[ ]+#[^\n'\"]*$", kept, new)
    return new if new == text or read("", new) == read("", text) else text


def expected(values: Any, path: Path, cuts: Collection[Path], news: Mapping[Path, New]) -> Any:
    """What values are to be after the edits."""
    if path in news:
        return news[path].value
    if isinstance(values, dict):
        found: dict[str, Any] = {}
        for name, value in values.items():
            here = (*path, name)
            if here not in cuts:
                found[name] = expected(value, here, cuts, news)
                found |= news[here].beside if here in news else {}
        return found
    if isinstance(values, list):
        kept = ((i, v) for i, v in enumerate(values) if (*path, i) not in cuts)
        return [expected(value, (*path, index), cuts, news) for index, value in kept]
    return values


class _Cutting:
    """The work of `edited`."""

    def __init__(self, text: str, cuts: frozenset[Path], news: Mapping[Path, New]) -> None:
        self.text, self.cuts, self.news = text, cuts, news

    def applied(self, start: int, end: int, edits: list[Edit]) -> str:
        """A stretch of the text with its edits."""
        said, at = "", start
        for first, last, new in sorted(edits):
            if first < at:
                raise CannotCutError
            said += self.text[at:first] + new
            at = last
        return said + self.text[at:end]

    def walk(self, node: Any, path: Path) -> Iterator[Edit]:
        if path in self.news:
            yield self.put(node, path)
        elif node.id == "scalar":
            return
        elif node.flow_style and any((*path, step) in self.cuts for step, _, _ in kids(node)):
            yield node.start_mark.index, node.end_mark.index, self.flow(node, path)
        else:
            yield from self.block(node, path)

    def put(self, node: Any, path: Path) -> Edit:
        """A new value in place of an old one."""
        new = self.news[path]
        start, end, column = node.start_mark.index, end_of(self.text, node), node.start_mark.column
        said = new.written
        if new.lines and not node.flow_style:
            said = f"\n{' ' * column}".join(new.lines)
        if new.beside:
            line = 1 + self.text.rfind("\n", 0, start)
            flow = "{" in self.text[line:start]
            indent = len(re.match(r"[ -]*", self.text[line:start])[0])  # type: ignore[index]
            for name, value in new.beside.items():
                said += ", " if flow else "\n" + " " * indent
                said += f"{name}: {scalar(value) if isinstance(value, str) else value}"
        return start, end, said

    def flow(self, node: Any, path: Path) -> str:
        """`[...]` or `{...}` without what is cut."""
        kept = []
        for step, start, value in kids(node):
            if (here := (*path, step)) not in self.cuts:
                edits = list(self.walk(value, here))
                kept.append(self.applied(start, end_of(self.text, value), edits))
        return ", ".join(kept).join("{}" if node.id == "mapping" else "[]")

    def block(self, node: Any, path: Path) -> Iterator[Edit]:
        """The lines of what is cut; what begins behind a `- ` gives its place to the next field."""
        children = list(kids(node))
        done = -1
        for index, (step, start, value) in enumerate(children):
            here = (*path, step)
            if here not in self.cuts:
                yield from self.walk(value, here)
            elif index > done:
                at = start if node.id == "mapping" else self.text.rfind("-", 0, start)
                line = 1 + self.text.rfind("\n", 0, at)
                if not self.text[line:at].strip():
                    yield self.above(line, at - line), self.below(value, at - line), ""
                    continue
                kept = (
                    i
                    for i in range(index, len(children))
                    if (*path, children[i][0]) not in self.cuts
                )
                follower = next(kept, None)
                if follower is None or node.id != "mapping":
                    raise CannotCutError
                done = follower - 1
                yield at, children[follower][1], ""

    def above(self, line: int, column: int) -> int:
        """Where the comment above a line begins that belongs to it; not the head of the file."""
        start = line
        while start:
            before = 1 + self.text.rfind("\n", 0, start - 1)
            if not re.match(rf" {{{column}}}#", self.text[before:start]):
                return start
            start = before
        return line

    def below(self, value: Any, column: int) -> int:
        """Where a block ends: behind its last line, and behind comments that stand deeper."""
        end = end_of(self.text, value)
        deeper = rf"[^\n]*(?:(?:\n[ \t]*)*\n {{{column + 1},}}#[^\n]*)*\n?"
        return re.compile(deeper).match(self.text, end).end()  # type: ignore[union-attr]


def kids(node: Any) -> Iterator[tuple[Step, int, Any]]:
    """What is directly in a mapping or a list: its step, where it begins, its value."""
    if node.id == "mapping":
        yield from ((key.value, key.start_mark.index, value) for key, value in node.value)
    else:
        yield from ((i, item.start_mark.index, item) for i, item in enumerate(node.value))


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
