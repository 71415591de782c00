"""The small words between the days, numbers and names that people write, as parts of patterns.

What finds a day in a paper, a period in a heading and a number in a cell asks here, so that a way to write
"until" that one of them knows is known to all.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from smmkit.yaml_text.reading import read_ours

HOME: Final = Path(__file__).with_name("small_words.yaml")


@cache
def lists() -> Mapping[str, tuple[str, ...]]:
    """Every list by its name: the ways to write a word, each a part of a pattern."""
    return {name: tuple(ways) for name, ways in read_ours(HOME.read_text("utf-8")).items()}


def small_words(*names: str) -> str:
    """What finds a word of one list or of several, to stand in brackets."""
    return "|".join(way for name in names for way in lists()[name])
