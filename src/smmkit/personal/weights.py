"""What speaks for a number of a person and what against it: the table weights.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from smmkit.personal.hit import Certainty
from smmkit.yaml_text.reading import read_ours

HOME: Final = Path(__file__).with_name("weights.yaml")


@dataclass(frozen=True, slots=True)
class Weights:
    """The points of each sign by what a number may be, and the words that are signs."""

    enough: int
    sure: int
    signs: Mapping[str, Mapping[str, int]]
    words: Mapping[str, tuple[tuple[str, frozenset[str]], ...]]
    """By what a number may be, and by the sign that they are."""

    lists: Mapping[str, frozenset[str]]
    """Words that are the same sign for whatever a number may be."""

    def certainty(self, kind: str, signs: Iterable[str]) -> Certainty | None:
        """How sure it is of a number with these signs."""
        points = self.signs[kind]
        total = sum(points.get(sign, 0) for sign in signs)
        if total < self.enough:
            return None
        return Certainty.SURE if total >= self.sure else Certainty.LIKELY


@cache
def weights() -> Weights:
    """The table, read once."""
    table = read_ours(HOME.read_text("utf-8"))
    words = {
        kind: tuple((sign, frozenset(some.split())) for sign, some in signs.items())
        for kind, signs in table["words"].items()
    }
    lists = {name: frozenset(some.split()) for name, some in table["lists"].items()}
    return Weights(table["enough"], table["sure"], table["signs"], words, lists)
