"""What each part of a document says, field by field: what it speaks of, and what it names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

from pydantic import BaseModel

from smmkit.analyses.references.exchangeable import kept_by, parts_in
from smmkit.analyses.texts.stems import roots_but
from smmkit.location import Path
from smmkit.yaml_text.source import strings_in


class Said(NamedTuple):
    """What is spoken of somewhere, and the single words that stand there, which may be ids."""

    words: set[str]
    names: list[str]

    @classmethod
    def of(cls, places: Sequence[Said]) -> Said:
        """What is said in several places."""
        return cls(
            set().union(*(one.words for one in places)),
            [name for one in places for name in one.names],
        )


class Told(NamedTuple):
    """A part of a document, with what its fields say, and with all that is said in it."""

    class_: type[BaseModel]
    steps: Path
    id: str
    fields: Mapping[str, Said]
    all: Said


def told_in(
    values: dict[str, Any], class_: type[BaseModel], steps: Path, common: frozenset[str]
) -> list[Told]:
    """A part of a document, and then all parts below it; each text is looked at once, and handed up."""
    fields, rest, below = {}, Said(set(), []), list[Told]()
    parts, kept = parts_in(class_), kept_by(class_)
    for name, value in values.items():
        if name in parts and isinstance(value, list):
            inner = [
                told_in(one, parts[name], (*steps, name, n), common)
                for n, one in enumerate(value)
                if isinstance(one, dict)
            ]
            below += chain.from_iterable(inner)
            others = said_in([one for one in value if not isinstance(one, dict)], common)
            fields[name] = Said.of([others, *(one[0].all for one in inner)])
        elif name not in kept and isinstance(value, str | list | dict):
            fields[name] = said_in(value, common)
        elif steps:
            rest = Said.of([rest, said_in(value, common)])
    told = Told(
        class_, steps, str(values.get("id") or ""), fields, Said.of([rest, *fields.values()])
    )
    return [told, *below]


def said_in(value: Any, common: frozenset[str]) -> Said:
    """What the texts in a value speak of, and the single words among them, which may be ids."""
    texts = [value] if isinstance(value, str) else strings_in({"": value})
    phrases = [one for one in texts if " " in one]
    words = roots_but(" ".join(phrases), common) if phrases else set()
    return Said(words, [one for one in texts if " " not in one])
