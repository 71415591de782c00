"""A change of one line of a text, and texts to which such changes are made."""

from __future__ import annotations

from codecs import register_error
from collections.abc import Iterable
from dataclasses import dataclass, field

from smmkit.location import Location
from smmkit.words import Message
from smmkit.yaml_text.decoding import MAX_TEXT, UNSHOWN, said_encoding
from smmkit.yaml_text.edit import BOM, written_like


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


def at_place(at: Location, new: str, message: Message, *, sure: bool = True) -> Change:
    """A change of what stands at a place."""
    return Change(at.line, at.column, at.end_column, new, message, sure)


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


def in_utf_8(data: bytes) -> tuple[bytes, str] | None:
    """A text in UTF-8, and the encoding that it has instead; None where it is UTF-8, or nobody can know.

    Certain is UTF-16 or UTF-32 where it shows that itself, and Windows-1252 for bytes that are no UTF-8:
    what stands beside them as UTF-8 stays, since a program may have written into such a file.
    """
    if len(data) > MAX_TEXT:
        return None
    try:
        said = said_encoding(data)
        text = data.decode(said) if said else data.decode("utf-8", WINDOWS)
    except UnicodeDecodeError:
        return None
    new = text.encode()
    return (
        None
        if new == data or UNSHOWN.search(text.removeprefix("\ufeff"))
        else (new, said or "Windows-1252")
    )


WINDOWS = "smm-windows-1252"
"""How bytes are read that are no UTF-8."""


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """A byte that is no UTF-8, as Windows means it in western Europe and Indonesia."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252"), error.end


register_error(WINDOWS, _as_windows)
