"""Names of people of the register, spelled: M e l k i a n u s."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from smmkit.personal.hit import Certainty, Data, Hit
from smmkit.personal.names import Names

SPELLED: Final = re.compile(r"(?<![^\W_])[^\W\d_](?: [^\W\d_](?![^\W_])){4,}+")
"""Five letters or more, with a blank between each and the next."""


PARTED: Final = re.compile(r"(?<![^\W_])([A-Z][a-z]++) ([a-z]++)(?![^\W_])")
"""A word that a machine which reads pictures has parted: Tam bulaen."""

RARE: Final = 7
"""So many letters has a word of a name that is no word of a sentence."""


def spelled_names(text: str, names: Names) -> Iterator[Hit]:
    """Every word of a name that stands in a plain text letter by letter; nobody does that by chance."""
    for match in SPELLED.finditer(text):
        if match[0].replace(" ", "").lower() in names.parts:
            yield Hit(Data.NAME, match.span(), Certainty.LIKELY)
    for match in PARTED.finditer(text) if names.parts else ():
        word = (match[1] + match[2]).lower()
        if len(word) >= RARE and word in names.parts:
            yield Hit(Data.NAME, match.span(), Certainty.LIKELY)
