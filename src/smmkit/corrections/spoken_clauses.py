"""The numbers of clauses, as people name them."""

from __future__ import annotations

import re
from typing import Final

NUMBER_OF_CLAUSE: Final = re.compile(
    r"(?<![\w.,:])(?:[4-9]|10)(?:[.,]\d{1,2}){0,3}(?![\w:])(?![.,]\d)"
)


def numbers_of_clauses(text: str) -> list[str]:
    """The clauses that a text names in other words: `klausul 8.5`, `5.3 Peran`, `8.5; 7.2`."""
    return [found.replace(",", ".") for found in NUMBER_OF_CLAUSE.findall(text)]
