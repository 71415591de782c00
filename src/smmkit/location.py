"""Where something stands: in a file by line and column, in values by key path."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from smmkit.words import Message


class Key:
    """The last step of a key path that means the key itself, not its value."""

    def __repr__(self) -> str:
        return "KEY"


KEY: Final = Key()

Step = str | int | Key
"""One step of a key path: a key of a mapping, an index (from 0) of a list, or KEY."""

Path = tuple[Step, ...]
"""A key path: where a value stands among the values of a document."""


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file. Lines and columns count from 1, in code points; the end is exclusive."""

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 0
    end_column: int = 0

    def __post_init__(self) -> None:
        """Let a place without an end, end where it begins."""
        if not self.end_line:
            object.__setattr__(self, "end_line", self.line)
            object.__setattr__(self, "end_column", self.column)


class SourceError(Exception):
    """The text is no document at all; `at` is where, `message` is why, `hint` what to write."""

    def __init__(self, at: Location, message: Message, hint: Message | None = None) -> None:
        super().__init__(message.text)
        self.at = at
        self.message = message
        self.hint = hint
