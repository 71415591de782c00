"""The words by which personal data are told, or told to be none: the lists of words.yaml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from smmkit.yaml_text.reading import read_ours

HOME: Final = Path(__file__).with_name("words.yaml")


@cache
def lists() -> Mapping[str, tuple[str, ...]]:
    """Every list by its name, its words in their order."""
    table = read_ours(HOME.read_text("utf-8"))
    return {
        name: tuple(some.split() if isinstance(some, str) else some) for name, some in table.items()
    }


def word_set(*names: str) -> frozenset[str]:
    """The words of one list or of several."""
    return frozenset().union(*(lists()[name] for name in names))


def word_list(name: str) -> tuple[str, ...]:
    """The words of a list, in their order."""
    return lists()[name]


def first_words(name: str) -> frozenset[str]:
    """The first words of the entries of a list: a text with none of them has no entry."""
    return frozenset(map(first_word, lists()[name]))


def first_word(entry: str) -> str:
    """The letters that an entry begins with."""
    return re.split(r"[^a-z]", entry, maxsplit=1)[0]


def word_ways(name: str) -> str:
    """What finds any word of a list, as a part of a pattern."""
    return "|".join(map(re.escape, lists()[name]))
