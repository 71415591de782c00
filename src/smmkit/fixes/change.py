"""A change of one line of a text, and texts to which such changes are made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from smmkit.words import Message

BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """A stretch of a line, from which column up to which (from 1), and what stands there instead."""

    line: int
    column: int
    end: int
    new: str
    message: Message = field(compare=False)
    """What is wrong there."""
    is_certain: bool = True

    def before(self, text: str) -> str:
        """The line as it is."""
        return text.split("\n")[self.line - 1]

    def after(self, text: str) -> str:
        """The line as it becomes."""
        line = self.before(text)
        return line[: self.column - 1] + self.new + line[self.end - 1 :]


def changed(text: str, changes: Iterable[Change]) -> str:
    """A text with changes; of two that meet in a line the first is made."""
    lines = text.split("\n")
    reached: dict[int, int] = {}
    for change in sorted(changes, key=lambda c: (c.line, c.column), reverse=True):
        if change.end <= reached.get(change.line, len(lines[change.line - 1]) + 1):
            line = lines[change.line - 1]
            lines[change.line - 1] = line[: change.column - 1] + change.new + line[change.end - 1 :]
            reached[change.line] = change.column
    return "\n".join(lines)


def plain_text(data: bytes) -> str | None:
    """Bytes as a text whose lines end in LF; None where they could not be written back as they are."""
    try:
        text = data.removeprefix(BOM).decode()
    except UnicodeDecodeError:
        return None
    plain = text.replace("\r\n", "\n")
    return plain if "\r" not in plain and written_like(data, plain) == data else None


def written_like(data: bytes, text: str) -> bytes:
    """A text as bytes, with the mark at the beginning and the ends of lines that a file had."""
    new = text.replace("\n", "\r\n") if b"\r\n" in data else text
    return (BOM if data.startswith(BOM) else b"") + new.encode()
