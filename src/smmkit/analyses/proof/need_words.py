"""How what a need of a proof is about is called: its field, the entries that it chooses, the values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from pydantic import BaseModel

from smmkit.documents import Information
from smmkit.model.fields import Field, fields_of
from smmkit.standards.proof import Need
from smmkit.words import Message, say

MOST_NAMED = 5
"""How many of what is missing are named; of the others their number is said."""


def sort_of(document: Information, need: Need) -> list[Any]:
    """The values by which a need chooses its entries, as a reader calls them."""
    first = need.has.partition(".")[0]
    return [
        word
        for name, values in need.where.items()
        for word in words_of(last_field(type(document), f"{first}.{name}"), values)
    ]


def words_of(field: Field | None, values: Iterable[str]) -> list[Message | str]:
    """Values of a field as a reader calls them: labels of a closed list, what is so or not, the text."""
    if field and field.enum:
        return [field.enum(one).label if one in field.choices else one for one in values]
    if field and field.choices == ():
        yes, no = say("{field}: yes", field=field.label), say("{field}: no", field=field.label)
        return [{"true": yes, "false": no}.get(one, one) for one in values]
    return [*values]


def last_field(owner: type[BaseModel], path: str) -> Field | None:
    """The field at the end of a path of fields, of `a|b` the first that is there."""
    names, _, rest = path.partition(".")
    fields = fields_of(owner)
    field = next((fields[name] for name in names.split("|") if name in fields), None)
    if field is None or not rest:
        return field
    return last_field(field.part, rest) if field.part else None


def label(document: Information, need: Need) -> Message | str:
    """How the field that a need is about is called."""
    return label_at(type(document), need.has) or need.has


def label_at(owner: type[BaseModel], path: str) -> Message | None:
    """How the field at the end of a path is called, with what it is a part of; None where it is not there."""
    names, _, rest = path.partition(".")
    said = either(owner, names)
    if said is None or not rest:
        return said
    whole = last_field(owner, names)
    part = label_at(whole.part, rest) if whole and whole.part else None
    if part is None or names == "entries":
        return part
    return say("{whole}, {part}", whole=said, part=part)


def either(owner: type[BaseModel], names: str) -> Message | None:
    """How the fields are called of which one is enough: those of `a|b.c|d` that are there."""
    fields = fields_of(owner)
    firsts = dict.fromkeys(name.partition(".")[0] for name in names.split("|"))
    labels = [fields[name].label for name in firsts if name in fields]
    said = labels[0] if labels else None
    for other in labels[1:]:
        said = say("{one} or {other}", one=said, other=other)
    return said


def name_of(one: Any, number: int) -> str:
    """How an entry is named: by its id, or else by its place."""
    return str(getattr(one, "id", None) or number)


def too_few(document: Information, need: Need, found: int) -> Message:
    """There are not enough of them; none, or fewer than asked for."""
    words = sort_of(document, need)
    field = label(document, need)
    if words:
        field = say("{field} ({words})", field=field, words=words)
    if found or need.at_least > 1:
        return say("{field}: {n} of {m}", field=field, n=found, m=need.at_least)
    return say("{field}: none", field=field)


def as_words(document: Information, need: Need, missing: Sequence[str]) -> list[Message | str]:
    """The first of what is missing, as a person says it where it is a word of a closed list."""
    field = last_field(type(document), need.has)
    labels = {one.value: one.label for one in (field and field.enum) or ()}
    return few([labels.get(word, word) for word in missing])


def few(missing: Sequence[Message | str]) -> list[Message | str]:
    """The first of what is missing, and how many more there are."""
    more = len(missing) - MOST_NAMED
    shown: list[Message | str] = [*missing[:MOST_NAMED]]
    return [*shown, say("{n} more", n=more)] if more > 0 else shown
