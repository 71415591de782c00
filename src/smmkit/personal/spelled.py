"""Names of people of the register, spelled or misread: M e l k i a n u s, MELK1ANUS."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from smmkit.personal.hit import Certainty, Data, Hit
from smmkit.personal.names import WORD, Names, named

SPELLED: Final = re.compile(r"(?<![^\W_])[^\W\d_](?: [^\W\d_](?![^\W_])){4,}+")
"""Five letters or more, with a blank between each and the next."""

ALONE: Final = re.compile(r" [^\W\d_] [^\W\d_] [^\W\d_] ")
"""What is in the middle of them, and found sooner: nearly every text has none."""


PARTED: Final = re.compile(r"([A-Z](?<![^\W_].)[a-z]++) ([a-z]++)(?![^\W_])")
"""A word that a machine which reads pictures has parted: Tam bulaen."""

RARE: Final = 7
"""So many letters has a word of a name that is no word of a sentence."""


SLIP: Final = re.compile(
    r"[0158](?:(?<=[^\W\d_][0158])(?=[^\W\d_])|(?<=[^\W\d_]{3}[015])(?![^\W_]))"
)
"""A digit that a machine that reads pictures puts for a letter of a word."""

LONGEST: Final = 30
"""So many letters has a word of a name on either side of it."""

MEANT: Final = ("oisb", "olsb")
"""The letters for 0, 1, 5 and 8; 1 is one of two."""


def misread_names(text: str, names: Names) -> Iterator[Hit]:
    """Names in which digits stand for letters: MELK1ANUS."""
    for letters in MEANT if has_misread(text, names) else ():
        meant = SLIP.sub(partial(letter_meant, letters), text)
        for hit in named(meant, "", names):
            if meant[slice(*hit.span)] != text[slice(*hit.span)]:
                yield hit


def has_misread(text: str, names: Names) -> bool:
    """Whether a word with a digit in it may be one of a name."""
    return any(
        SLIP.sub(partial(letter_meant, letters), word[0]).lower() in names.parts
        for slip in SLIP.finditer(text)
        for word in WORD.finditer(text, max(0, slip.start() - LONGEST), slip.end() + LONGEST)
        if word.start() <= slip.start() < word.end()
        for letters in MEANT
    )


def letter_meant(letters: str, slip: re.Match[str]) -> str:
    """What a digit stands for, large behind a large letter."""
    letter = letters["0158".index(slip[0])]
    return letter.upper() if slip.string[slip.start() - 1].isupper() else letter


def spelled_names(text: str, names: Names) -> Iterator[Hit]:
    """Every word of a name that stands in a plain text letter by letter; nobody does that by chance."""
    for match in SPELLED.finditer(text) if ALONE.search(text) else ():
        if match[0].replace(" ", "").lower() in names.parts:
            yield Hit(Data.NAME, match.span(), Certainty.LIKELY)
    for match in PARTED.finditer(text) if names.parts else ():
        word = (match[1] + match[2]).lower()
        if len(word) >= RARE and word in names.parts:
            yield Hit(Data.NAME, match.span(), Certainty.LIKELY)
