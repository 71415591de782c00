"""Cutting values out of a YAML text, and writing others in, so that every other byte stays."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from smmkit.yaml_text.edit import BOM, parted, written_like
from smmkit.yaml_text.nodes import (
    CannotCutError,
    Edit,
    Path,
    children,
    composed,
    end_of,
    with_edits,
)
from smmkit.yaml_text.reading import read
from smmkit.yaml_text.scalars import pairs, scalar


@dataclass(frozen=True, slots=True)
class New:
    """A value in place of another; as YAML it is `text`, or, for a list of one, `lines` of it."""

    value: Any
    text: str = ""
    lines: tuple[str, ...] = ()
    beside: Mapping[str, Any] = field(default_factory=dict)
    """Fields that are added behind it."""

    @property
    def in_one_line(self) -> str:
        """The value as YAML in one line."""
        return self.text or scalar(self.value)


def edited(text: str, cuts: Collection[Path], news: Mapping[Path, New]) -> str:
    """A text without the values at some key paths, and with new ones at others.

    Raises:
        CannotCutError: it would say something else than it should.
    """
    if not cuts and not news:
        return text
    cutting = _Cutting(text, frozenset(cuts), news)
    new = with_edits(text, cutting.walk(composed(text), ()))
    wish = expected(read("", text), (), frozenset(cuts), news)
    tidy = re.sub(r"\n{3,}", "\n\n", new).rstrip("\n") + "\n"
    for outcome in (tidy, new):
        if read("", outcome) == wish:
            return outcome
    raise CannotCutError


def file_edited(path: str, data: bytes, cuts: Collection[Path], news: Mapping[Path, New]) -> bytes:
    """A file of the folder, edited so; its prose, its mark and its ends of lines stay.

    Raises:
        CannotCutError: it would say something else than it should.
    """
    text = data.removeprefix(BOM).decode().replace("\r\n", "\n")
    before, front, rest = parted(path, text)
    return written_like(data, before + edited(front, cuts, news) + rest)


def without_comments(text: str, unwanted: re.Pattern[str]) -> str:
    """A YAML text without the comments, each of them whole, in which something unwanted stands.

    Where that cannot be done safely, all of them stay.
    """

    def unless_unwanted(comment: re.Match[str]) -> str:
        return "" if unwanted.search(comment[0]) else comment[0]

    new = re.sub(r"(?m)(?:^[ ]*#(?! yaml-language-server:)[^\n]*\n)+", unless_unwanted, text)
    new = re.sub(r"(?m)(?<=\S)[ ]+#[^\n'\"]*$", unless_unwanted, new)
    return new if new == text or read("", new) == read("", text) else text


def expected(values: Any, path: Path, cuts: Collection[Path], news: Mapping[Path, New]) -> Any:
    """What values are to be after the edits."""
    if path in news:
        return news[path].value
    if isinstance(values, dict):
        left: dict[str, Any] = {}
        for name, value in values.items():
            here = (*path, name)
            if here not in cuts:
                left[name] = expected(value, here, cuts, news)
                left |= read_again(news[here].beside) if here in news else {}
        return left
    if isinstance(values, list):
        kept = ((i, v) for i, v in enumerate(values) if (*path, i) not in cuts)
        return [expected(value, (*path, index), cuts, news) for index, value in kept]
    return values


def read_again(beside: Mapping[str, Any]) -> dict[str, Any]:
    """Fields as they are read again."""
    return read("", "\n".join(pairs(beside))) if beside else {}


class _Cutting:
    """The work of `edited`."""

    def __init__(self, text: str, cuts: frozenset[Path], news: Mapping[Path, New]) -> None:
        self.text, self.cuts, self.news = text, cuts, news

    def walk(self, node: Any, path: Path) -> Iterator[Edit]:
        if path in self.news:
            yield self.replacement(node, path)
        elif node.id == "scalar":
            return
        elif node.flow_style and any((*path, step) in self.cuts for step, _, _ in children(node)):
            yield node.start_mark.index, node.end_mark.index, self.flow(node, path)
        else:
            yield from self.block(node, path)

    def replacement(self, node: Any, path: Path) -> Edit:
        """A new value in place of an old one."""
        new = self.news[path]
        start, end, column = node.start_mark.index, end_of(self.text, node), node.start_mark.column
        value = new.in_one_line
        if new.lines and node.id == "sequence" and not node.flow_style:
            value = f"\n{' ' * column}".join(new.lines)
        if new.beside:
            line = 1 + self.text.rfind("\n", 0, start)
            flow = "{" in self.text[line:start]
            indent = len(re.match(r"[ -]*", self.text[line:start])[0])  # type: ignore[index]
            between = ", " if flow else "\n" + " " * indent
            value = between.join([value, *pairs(new.beside)])
        return start, end, value

    def flow(self, node: Any, path: Path) -> str:
        """`[...]` or `{...}` without what is cut."""
        kept = []
        for step, start, value in children(node):
            if (here := (*path, step)) not in self.cuts:
                end = end_of(self.text, value)
                kept.append(with_edits(self.text, self.walk(value, here), start, end))
        return ", ".join(kept).join("{}" if node.id == "mapping" else "[]")

    def block(self, node: Any, path: Path) -> Iterator[Edit]:
        """The lines of what is cut; what begins behind a `- ` gives its place to the next field."""
        inner = list(children(node))
        done = -1
        for index, (step, start, value) in enumerate(inner):
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
                    i for i in range(index, len(inner)) if (*path, inner[i][0]) not in self.cuts
                )
                follower = next(kept, None)
                if follower is None or node.id != "mapping":
                    raise CannotCutError
                done = follower - 1
                yield at, inner[follower][1], ""

    def above(self, line: int, column: int) -> int:
        """Where the comment above a line begins that belongs to it; not the head of the file."""
        start = line
        while start:
            before = 1 + self.text.rfind("\n", 0, start - 1)
            if not self.text[before:start].startswith(" " * column + "#"):
                return start
            start = before
        return line

    def below(self, value: Any, column: int) -> int:
        """Where a block ends: behind its last line, and behind comments that stand deeper."""
        end = end_of(self.text, value)
        deeper = re.compile(rf"[^\n]*(?:(?:\n[ \t]*)*\n {{{column + 1},}}#[^\n]*)*\n?")
        return deeper.match(self.text, end).end()  # type: ignore[union-attr]
