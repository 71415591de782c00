"""Vehicle plates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from smmkit.personal.hit import Certainty, Data, Hit
from smmkit.personal.runs import words_before

PLATE: Final = re.compile(
    r"([A-Z](?<![\w.\-/][A-Z])[A-Z]?)([ ]?)(\d{1,4})([ ]?)([A-Z]{1,3})(?![\w\-/])"
)
"""It begins with a letter, since such a pattern is looked for fastest; what stands before is asked then."""

AREAS: Final = (
    frozenset("ABDEFGHKLMNPRSTWZ")
    | {f"A{letter}" for letter in "ABDEG"}
    | {f"B{letter}" for letter in "ABDEGHKLMNP"}
    | {f"D{letter}" for letter in "ABCDEGHKLMNPRSTW"}
    | {"EA", "EB", "ED", "KB", "KH", "KT", "KU", "PA", "PB", "PG", "PS", "PT", "PY"}
)
LABELS: Final = frozenset(
    {"plat", "pelat", "nopol", "polisi", "kendaraan", "mobil", "motor", "tnkb", "bpkb", "stnk"}
)


def plates(text: str, context: str) -> Iterator[Hit]:
    """Every plate in a plain text: behind a word for it, or so formed that it is nothing else."""
    for match in PLATE.finditer(text):
        area, first, number, second, letters = match.groups()
        if area not in AREAS or number.startswith("0"):
            continue
        said = frozenset(words_before(text, match.start(), context)[:4])
        if said & LABELS:
            yield Hit(Data.PLATE, match.span(), Certainty.SURE)
        elif len(number) > 2 and first == second and (first or len(letters) > 1):
            yield Hit(Data.PLATE, match.span(), Certainty.LIKELY)
