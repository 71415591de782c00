"""What a text speaks of: the beginnings of its longer words, without what is put before them."""

from __future__ import annotations

import re
from functools import lru_cache

from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.qms import Qms

STEM = 5
"""So many letters tell a word from another, whatever stands before and behind it."""

WORD = re.compile(r"[^\W\d_]{5,}")
BEFORE = re.compile(
    r"^(?:meng|meny|mem|men|peng|peny|pem|pen|ber|ter|per|ke|di|se|me|pe)(?=[^\W\d_]{4})"
)
"""What Indonesian puts before a word."""


def stems(text: str) -> set[str]:
    """The beginnings of the longer words of a text."""
    return {stem(word) for word in WORD.findall(text)}


@lru_cache(1 << 16)
def stem(word: str) -> str:
    """The beginning of a word; the same words come again and again."""
    return BEFORE.sub("", word.casefold())[:STEM]


def commonplaces(qms: Qms) -> frozenset[str]:
    """The beginnings of the words that stand in any text, and say nothing of its matter."""
    words = qms.fact(vocabulary)
    return beginnings((*words.commonplace, *words.anywhere, *words.fillers))


@lru_cache(4)
def beginnings(words: tuple[str, ...]) -> frozenset[str]:
    """The beginnings of the words of a vocabulary, most of which is the same in every folder."""
    return frozenset(stem(one.strip("*")) for one in words)


def matter(text: str, qms: Qms) -> set[str]:
    """What a text speaks of that does not stand in any other."""
    return stems(text) - qms.fact(commonplaces)


ROOT = 4
"""So few letters are enough where two words may be the same one: `cuti`, `cutinya`."""

SHORT_WORD = re.compile(r"[^\W\d_]{4,}")


def roots(text: str, qms: Qms) -> set[str]:
    """What a text speaks of, by fewer letters: for who asks whether two speak of nothing in common."""
    return roots_but(text, qms.fact(commonplaces))


def roots_but(text: str, common: frozenset[str]) -> set[str]:
    """The same, for who has the commonplaces at hand."""
    found = {stem(word) for word in SHORT_WORD.findall(text)}
    return {one[:ROOT] for one in found - common}
