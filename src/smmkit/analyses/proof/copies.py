"""Entries of a document that are copies of one another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pydantic import BaseModel

from smmkit.analyses.texts import squeezed
from smmkit.analyses.texts.empty_words import is_own_text
from smmkit.documents import Information
from smmkit.model.fields import fields_of, is_part

LEAST = 3
"""So many entries that say the same, and are more than half of all, were copied down."""
SENTENCE = 5
"""Fewer words may honestly be the same in many entries: "Koordinator mutu"."""


def copied(document: Information) -> tuple[int, int] | None:
    """How many entries of a list say the same as the first of them, of how many; None where few do."""
    for name in fields_of(type(document)):
        held = getattr(document, name, ())
        if isinstance(held, tuple) and len(held) >= LEAST and is_part(type(held[0])):
            said = Counter(squeezed(" ".join(own_words(part))) for part in held)
            text, count = said.most_common(1)[0]
            if count >= LEAST and count * 2 > len(held) and text.count(" ") >= SENTENCE - 1:
                return count, len(held)
    return None


def own_words(part: BaseModel) -> Iterator[str]:
    """What a part says in its own words, below its title, and what its parts say."""
    for name, field in fields_of(type(part)).items():
        held = getattr(part, name)
        for one in held if isinstance(held, tuple) else (held,):
            if isinstance(one, BaseModel):
                yield from own_words(one)
            elif isinstance(one, str) and name != "title" and is_own_text(field):
                yield one
