"""What a form of words at the left says, read from its tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from smmkit.intake.result import items
from smmkit.office.grid import Grid
from smmkit.words import Message

BEFORE: Final = re.compile(r"^(?:\d{1,2}|[a-z])[.)]\s*+", re.I)
"""What numbers a word or a line of a form."""


@dataclass
class Form:
    """What the words of a form say, and where; the lines that no word heads; the grids that it has used."""

    lines: dict[str, tuple[str, Message]] = field(default_factory=dict)
    others: list[tuple[Message, str]] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)

    def text(self, role: str) -> str:
        """What stands at a word."""
        return self.lines.get(role, ("", None))[0]

    def line(self, role: str) -> str:
        """The same in one line."""
        return " ".join(self.text(role).split())

    def many(self, role: str) -> list[str]:
        """The same as items."""
        return items(self.text(role))
