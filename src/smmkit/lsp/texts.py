"""A text that is open in an editor, and its places: our letters count from 1, its units from 0."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from lsprotocol import types as t

from smmkit.yaml_text.decoding import MAX_TEXT
from smmkit.yaml_text.spans import LONGEST, Span, front_of, spans

MARK = "\ufeff"
"""What some editors hand over before the first letter."""


@dataclass(eq=False)
class Text:
    """A text as it is open, or as it lies on the disk; lines end in LF."""

    path: str
    raw: str
    units: str = "utf-16"
    """In what an editor counts columns."""
    version: int | None = None

    @cached_property
    def text(self) -> str:
        """All of it, without the mark before its first letter."""
        return self.raw.removeprefix(MARK).replace("\r\n", "\n").replace("\r", "\n")

    @cached_property
    def data(self) -> bytes:
        """The bytes that would be saved; of a text that is too large no more than shows that it is."""
        return self.raw[: MAX_TEXT + 1].encode("utf-8", "surrogatepass")

    @cached_property
    def lines(self) -> list[str]:
        """Line by line."""
        return self.text.split("\n")

    @cached_property
    def front(self) -> str | None:
        """Its YAML; None where it has none, or too much to look at while somebody types."""
        return None if len(self.raw) > LONGEST else front_of(self.path, self.text)

    @cached_property
    def spans(self) -> list[Span]:
        """The keys and values of its YAML, as far as it can be read."""
        return spans(self.front) if self.front else []

    def width(self, letters: str) -> int:
        """How many units some letters are."""
        if letters.isascii() or self.units == "utf-32":
            return len(letters)
        size = len(letters.encode(f"{self.units}-le" if "16" in self.units else "utf-8", HALVES))
        return size // 2 if "16" in self.units else size

    def before(self, number: int) -> int:
        """How many units stand before a line that are none of it: the mark of the first one."""
        return self.width(MARK) if number == 1 and self.raw.startswith(MARK) else 0

    def line(self, number: int) -> str:
        """A line (from 1); empty where there is none."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def place(self, at: t.Position) -> tuple[int, int]:
        """Line and column, from 1, of a place of the editor."""
        line, reached = self.line(at.line + 1), self.before(at.line + 1)
        if line.isascii():
            return at.line + 1, min(max(at.character - reached, 0), len(line)) + 1
        for column, letter in enumerate(line):
            if reached >= at.character:
                return at.line + 1, column + 1
            reached += self.width(letter)
        return at.line + 1, len(line) + 1

    def position(self, line: int, column: int) -> t.Position:
        """A place of ours, line and column from 1, as the editor counts."""
        width = self.width(self.line(line)[: max(column, 1) - 1])
        return t.Position(max(line, 1) - 1, self.before(line) + width)

    def range(self, line: int, column: int, end_line: int, end_column: int) -> t.Range:
        """From where to where."""
        return t.Range(self.position(line, column), self.position(end_line, end_column))

    def range_of(self, span: Span) -> t.Range:
        """From where to where a key or a value goes, in its first line."""
        if span.end_line == span.line:
            return self.range(span.line, span.column, span.line, span.end_column)
        end = len(self.line(span.line).rstrip()) + 1
        return self.range(span.line, span.column, span.line, max(end, span.column))


HALVES = "surrogatepass"
"""Half a letter, which some editors hand over, is counted as it is."""
