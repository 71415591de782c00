"""Some of the fields of a kind that has many, where one is written that it does not have."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import Any

from pydantic import BaseModel

from smmkit.corrections.near_fields import near_field
from smmkit.corrections.put_right import fitted
from smmkit.corrections.spoken_words import word
from smmkit.kinds import KINDS
from smmkit.model.fields import Field, fields_of
from smmkit.words import Message, say

SHOWN = 10
"""Of more fields than these only some are named."""


def few_of(fields: Mapping[str, Field], model: type[BaseModel], around: Any) -> Message | None:
    """Of many fields a few that are not there yet, those of the kind itself first, and where all stand."""
    kind = kind_of(model)
    if len(fields) <= SHOWN or kind is None:
        return None
    free = [one for one in fields.values() if one.name not in around]
    shared = getattr(model.__base__, "model_fields", {})
    own = sorted(free, key=lambda one: (not one.required, one.name in shared))
    words = ", ".join(one.name for one in own[:SHOWN])
    return say(
        "write one of: {words}, ...; all of them: `smm new {kind} --fields`", words=words, kind=kind
    )


def only_gap(name: str, value: Any, fields: Mapping[str, Field], around: Any) -> str:
    """The one field that is asked for and not there, if this is the one unknown name; else empty."""
    beside = around if isinstance(around, dict) else {}
    gaps = [one.name for one in fields.values() if one.required and one.name not in beside]
    others = [*islice((one for one in beside if one not in fields), 2)]
    is_slip = near_field(name, value, list(fields), fields) is not None
    is_only = len(gaps) == 1 and others == [name] and not is_slip
    return gaps[0] if is_only and may_stand(value, fields[gaps[0]]) else ""


def may_stand(value: Any, field: Field) -> bool:
    """Whether a value may be meant for a field: what names something else is one word."""
    is_word = " " in str(value) or str(value).islower()
    return bool(fitted(value, field)) and not (field.reference and is_word)


def only_choice(name: str, value: Any, fields: Mapping[str, Field], around: Any) -> str:
    """The one free field that has a value among the words of its list, where the name takes no such value."""
    near = near_field(name, value, list(fields), fields) or name
    named = fields.get(name) or fields.get(near)
    if not isinstance(value, str) or (named and fitted(value, named)):
        return ""
    free = [one for one in fields.values() if one.enum and one.name not in around]
    taking = [one.name for one in free if (meant := word(value, one)) and meant.is_certain]
    return taking[0] if len(taking) == 1 else ""


def as_rows(name: str, value: Any, fields: Mapping[str, Field]) -> Message | None:
    """Where rows that a list has are gathered below what marks them: `strengths:` in a SWOT."""
    if not isinstance(value, list):
        return None
    names = [name, *(name.removesuffix(end) + one for end, one in PLURALS if name.endswith(end))]
    found = {
        (rows.name, f"`{one.name}: {meant.yaml}`")
        for rows in fields.values()
        if rows.many and rows.part
        for one in fields_of(rows.part).values()
        if one.enum and one.required
        for spoken in names
        if (meant := word(spoken, one)) and meant.is_certain
    }
    if len(found) != 1:
        return None
    rows, line = found.pop()
    return say("write them below `{field}:`, each with {line}", field=rows, line=line)


PLURALS = (("ies", "y"), ("es", ""), ("s", ""))
"""How English words end that are of several."""


def taken(name: str, free: list[str]) -> Message:
    """What to do with another word for a field that stands already; of many others none is the likely one."""
    if not free or len(free) > SHOWN:
        return say("it is called {word}, which stands here too; delete one", word=name)
    return say(
        "it is called {word}, which stands here too; delete one, or write the field that is meant: {words}",
        word=name,
        words=free,
    )


def kind_of(model: type[BaseModel]) -> str | None:
    """The kind of documents of a class."""
    home = f"{model.__module__.rpartition('.')[2]}:{model.__name__}"
    return next((name for name, kind in KINDS.items() if kind.home == home), None)
