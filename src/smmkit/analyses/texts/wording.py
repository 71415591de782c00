"""The words that a text is made of."""

from __future__ import annotations


def words_of(text: str) -> list[str]:
    """The words of a text, without the signs around them."""
    bare = (one.strip(".,;:()/!?") for one in text.split())
    return [one for one in bare if one]


def first_word(text: str) -> str:
    """The word that a text begins with."""
    return text.lstrip().partition(" ")[0].casefold().rstrip(",.;:")


def words(listed: str) -> frozenset[str]:
    """What stands in a list, with commas between."""
    return frozenset(listed.split(", "))
