"""The numbers of clauses, as people name them."""

from __future__ import annotations

import re
from typing import Final

from smmkit.corrections.spoken_values import UP_TO

NUMBER_OF_CLAUSE: Final = re.compile(
    r"(?<![\w.,:])(?:[4-9]|10)(?:[.,]\d{1,2}){0,3}(?![\w:])(?![.,]\d)"
)
BETWEEN: Final = re.compile(rf"[ .]*(?:{UP_TO})\s*", re.IGNORECASE)
"""What stands between two clauses where all that lie between them are meant, too."""


def numbers_of_clauses(text: str) -> list[str]:
    """The clauses that a text names: `klausul 8.5`, `5.3 Peran`, `8.5; 7.2`, `8.5.1 s.d. 8.5.6`."""
    found = [*NUMBER_OF_CLAUSE.finditer(text)]
    numbers = [one[0].replace(",", ".") for one in found]
    for at in range(len(found) - 1, 0, -1):
        if BETWEEN.fullmatch(text, found[at - 1].end(), found[at].start()):
            numbers[at:at] = those_between(numbers[at - 1], numbers[at])
    return numbers


def those_between(first: str, last: str) -> list[str]:
    """The clauses that lie between two of the same group."""
    (group, _, begins), (other, _, ends) = first.rpartition("."), last.rpartition(".")
    dot = "." if group else ""
    return [f"{group}{dot}{n}" for n in range(int(begins) + 1, int(ends))] if group == other else []


def spanned(text: str) -> tuple[str, str] | None:
    """The first and the last clause of a text that names all between them, of whatever groups."""
    found = [*NUMBER_OF_CLAUSE.finditer(text)]
    if len(found) == 2 and BETWEEN.fullmatch(text, found[0].end(), found[1].start()):
        return found[0][0].replace(",", "."), found[1][0].replace(",", ".")
    return None


def in_order(number: str) -> list[int]:
    """The parts of the number of a clause; 10.2 comes after 9.3."""
    return [int(part) if part.isdigit() else 0 for part in number.split(".")]
