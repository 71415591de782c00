"""Names of people of the register, spelled: M e l k i a n u s."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from smmkit.personal.hit import Certainty, Data, Hit
from smmkit.personal.names import Names

SPELLED: Final = re.compile(r"(?<![^\W_])[^\W\d_](?: [^\W\d_](?![^\W_])){4,}+")
"""Five letters or more, with a blank between each and the next."""

ALONE: Final = re.compile(r" [^\W\d_] [^\W\d_] [^\W\d_] ")
"""What is in the middle of them, and found sooner: nearly every text has none."""


def spelled_names(text: str, names: Names) -> Iterator[Hit]:
    """Every word of a name that stands in a plain text letter by letter; nobody does that by chance."""
    for match in SPELLED.finditer(text) if ALONE.search(text) else ():
        if match[0].replace(" ", "").lower() in names.parts:
            yield Hit(Data.NAME, match.span(), Certainty.LIKELY)
