"""The words that rules look for, as a folder has them."""

from __future__ import annotations

from typing import Final

from smmkit.analyses.texts import WORDS
from smmkit.qms import Qms
from smmkit.standards.vocabulary import Vocabulary, pattern_of, shipped_vocabulary, with_shipped

FEWEST: Final = 3
"""So many words are needed to say why."""

AROUND: Final = ".,;:()!?'\"“”‘’-–/"
"""Signs around a word."""

LONG: Final = 12
"""From so many words on, a "not yet" among them no longer stands for the whole."""


def vocabulary(qms: Qms) -> Vocabulary:
    """The vocabulary of a folder with the one that comes with smmkit."""
    own = next(iter(qms.vocabularies.values()), None)
    return with_shipped(own) if own else shipped_vocabulary()


def says_nothing(reason: str, qms: Qms) -> bool:
    """Whether a reason is a placeholder, or puts off to another day, instead of saying why."""
    words = len({word.casefold() for word in WORDS.findall(reason)})
    puts_off = pattern_of(qms.fact(vocabulary).puts_off)
    return words < FEWEST or (words < LONG and puts_off.search(reason) is not None)


def gives_no_reason(reason: str, qms: Qms) -> bool:
    """Whether what should be a reason says nothing, or only a formality that fits everything.

    Why: "as the rules say" and "on the instruction of the head" could stand below anything; its reader
    learns neither which rule nor why.
    """
    said = {one.strip(AROUND) for one in reason.casefold().split()} - {""}
    return says_nothing(reason, qms) or said.issubset(qms.fact(vocabulary).formalities)
