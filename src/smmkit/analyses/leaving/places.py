"""Where everything lies in a bundle: each document in a file of its own, and by its page in the binder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from smmkit.page import Link, Text, link

BINDER = "00-binder.pdf"
"""All documents in one file."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where one document lies."""

    file: str
    """Its own file."""
    page: int = 0
    """Its first page in the binder, 1 the first; 0 where it is not in there."""

    def alone(self, text: Text) -> Link:
        """A text that leads to its own file."""
        return link(text, self.file)

    def in_binder(self, text: Text) -> Link:
        """A text that leads to its page in the binder, else to its own file."""
        return link(text, f"{BINDER}#page={self.page}" if self.page else self.file)


@dataclass(frozen=True, slots=True)
class Places:
    """Where everything lies: documents by id, files by their path in the folder."""

    documents: Mapping[str, Place]
    files: Mapping[str, str] = field(default_factory=dict)
