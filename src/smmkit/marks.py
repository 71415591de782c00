"""What can be annotated at a field: what its value refers to, and what else is to be known of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RefersTo:
    """Marks a text as the id of something else: of one of these kinds, or of any."""

    kinds: tuple[str, ...]

    def __init__(self, *kinds: str) -> None:
        object.__setattr__(self, "kinds", kinds)


@dataclass(frozen=True, slots=True)
class Names:
    """Marks a text that names a clause, a standard, or a file beside the documents."""

    what: str


CLAUSE = Names("clause")
STANDARD = Names("standard")
FILE = Names("file")

Reference = RefersTo | Names
