"""What may stand in another one's place: the fields that say what a document or an entry is about."""

from __future__ import annotations

from functools import cache
from typing import Final

from pydantic import BaseModel

from smmkit.analyses.texts.empty_words import is_own_text
from smmkit.model.fields import fields_of, is_part
from smmkit.model.marks import RefersTo, Trait

SORTS_OF_ANYTHING: Final = frozenset({"unit", "person"})
"""What has to do with everything in the folder."""


@cache
def asked_of(class_: type[BaseModel]) -> dict[str, bool]:
    """The fields of a class that say what it is about, and whether they do so in own words."""
    found = {}
    for name, field in fields_of(class_).items():
        names = field.reference if isinstance(field.reference, RefersTo) else None
        if field.has(Trait.KEEPING) or field.has(Trait.COMMON):
            continue
        if names and SORTS_OF_ANYTHING.intersection(names.kinds):
            continue
        if names or is_own_text(field):
            found[name] = names is None
    return found


@cache
def parts_in(class_: type[BaseModel]) -> dict[str, type[BaseModel]]:
    """The fields of a class in which parts are listed."""
    kept = kept_by(class_)
    fields = fields_of(class_).values()
    return {f.name: f.type for f in fields if f.many and is_part(f.type) and f.name not in kept}


@cache
def kept_by(class_: type[BaseModel]) -> frozenset[str]:
    """The fields of a class that say how it is kept or told apart, and nothing of what it is about."""
    return frozenset(f.name for f in fields_of(class_).values() if f.has(Trait.KEEPING))
