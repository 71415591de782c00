"""What can be seen of a file that could not become a document: the kind it meant, the ids it has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from smmkit.documents import KINDS
from smmkit.words import Message, say
from smmkit.wrong_values import nearest_hint


def unknown_kind(values: dict[str, Any]) -> tuple[Message, Message]:
    """What to say of a file that says no kind, or one that is not known."""
    kind = values.get("kind")
    if kind is None:
        return (
            say("the file does not say its kind"),
            say("write `kind:`, and one of the kinds that `smm new` names"),
        )
    return say("there is no kind {kind}", kind=str(kind)), nearest_kind(str(kind))


def nearest_kind(word: str) -> Message:
    """The kind that was probably meant, or how to find it."""
    return nearest_hint(word, list(KINDS), say("`smm new` names the kinds"))


def ids_in(values: Any) -> Iterator[str]:
    """Every id in values that could not become a document."""
    if isinstance(values, dict):
        id_ = values.get("id")
        if isinstance(id_, str):
            yield id_
        for value in values.values():
            yield from ids_in(value)
    elif isinstance(values, list):
        for value in values:
            yield from ids_in(value)


def ids_in_text(data: bytes) -> tuple[str, ...]:
    """Every id in a text that could not be read, as far as can be seen."""
    found = re.findall(
        r"""(?:^|[{,])[ \t-]*id:[ \t]*["']?([A-Za-z0-9._-]+)""",
        data.decode("utf-8", "replace"),
        re.M,
    )
    return tuple(found)
