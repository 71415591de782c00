"""Whole numbers in sentences, in digits or in words: "57", "sebelas", "dua puluh tiga"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from smmkit.analyses.texts.own_words import DIGIT, Said, own_words
from smmkit.analyses.texts.seen import seen_with
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents import Information
from smmkit.qms import Qms
from smmkit.standards.vocabulary.counts import of_so_many

TEN, ROUND, DIGITS = 10, 20, "[0-9]{1,6}"
"""From twenty on a word may be followed by another; how many digits a count has at most."""

LETTERS: Final = re.compile(r"[^\W\d_]+")


def any_count(qms: Qms) -> str:
    """The pattern of a count, for `re.IGNORECASE`."""
    return qms.fact(_any_count)


def with_counts(qms: Qms, document: Information) -> list[Said]:
    """The texts of a document in its own words that have a number, in digits or in words."""
    return seen_with(qms, document, _with_counts, qms.fact(_beginnings))


def _with_counts(document: Information, numbers: frozenset[str]) -> list[Said]:
    return [
        said
        for said in own_words(document)
        if DIGIT.search(said[1]) or not numbers.isdisjoint(LETTERS.findall(said[1].casefold()))
    ]


def _beginnings(qms: Qms) -> frozenset[str]:
    """The first words of all numbers in words."""
    return frozenset(number.split()[0] for number in qms.fact(vocabulary).numbers)


def _any_count(qms: Qms) -> str:
    """The pattern of a count in the words that this folder has for numbers."""
    return pattern_of_count(*sorted(qms.fact(vocabulary).numbers.items()))


@cache
def pattern_of_count(*numbers: tuple[str, int]) -> str:
    """Numbers in words, the longer first, or in digits."""
    words = sorted((word for word, _ in numbers), key=len, reverse=True)
    known = "|".join(word.replace(" ", r"\s+") for word in words)
    small = "|".join(word for word, value in numbers if 0 < value < TEN)
    return rf"(?:(?:{known})(?:\s+(?:{small}))?|{DIGITS})"


def count_of(said: str, numbers: Mapping[str, int]) -> int | None:
    """What a count says; None where two words make none, such as "dua tiga"."""
    word = " ".join(said.casefold().split())
    if word.isdecimal():
        return int(word)
    if word in numbers:
        return numbers[word]
    first, _, last = word.rpartition(" ")
    tens, unit = numbers.get(first, 0), numbers.get(last, 0)
    return tens + unit if tens >= ROUND and not tens % TEN and 0 < unit < TEN else None


def pairs(qms: Qms, clause: str) -> Iterator[tuple[str, int, int, str]]:
    """Every "57 dari 86 pegawai" of a clause: as it stands, its two counts, its noun."""
    count, numbers = any_count(qms), qms.fact(vocabulary).numbers
    asked = of_so_many(qms.fact(vocabulary).counting, count)
    for match in asked.finditer(clause):
        one, other = count_of(match[1], numbers), count_of(match[2], numbers)
        if one is not None and other:
            yield clause[match.start() : match.end(2)], one, other, (match[3] or "").casefold()
