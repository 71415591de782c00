"""What packs say without their clauses: editions, wishes, which is the one to begin with on a day."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from smmkit.layout import DEFAULT_STANDARD
from smmkit.standards import SHIPPED, shipped
from smmkit.standards.editions import Edition, Transition
from smmkit.yaml_text.reading import read_ours


class Head(NamedTuple):
    """What a pack says of editions, without its clauses."""

    editions: tuple[Edition, ...]
    transition: Transition | None


@cache
def shipped_heads() -> dict[str, Head]:
    """What the packs that come with smmkit say of editions, by their ids.

    Why: every check asks for it, and a pack has thousands of lines below.
    """
    found = {}
    for id_ in shipped():
        with (SHIPPED / f"{id_}.yaml").open(encoding="utf-8") as file:
            values = read_ours("".join(takewhile(lambda line: line != CLAUSES, file)))
        change = values.get("transition")
        found[id_] = Head(
            tuple(map(Edition.model_validate, values.get("editions", ()))),
            Transition.model_validate(change) if change else None,
        )
    return found


CLAUSES = "chapters:\n"
"""The line where the head of a pack that comes with smmkit ends."""


def standard_on(day: date) -> str:
    """The standard that a QMS which begins on a day is held against, unless it says another.

    It is the old edition as long as a first certificate to it can be had.
    """
    now = DEFAULT_STANDARD
    while following := [
        id_
        for id_, head in shipped_heads().items()
        if head.transition and head.transition.replaces == now and day >= head.transition.first_only
    ]:
        now = following[0]
    return now


@cache
def shipped_wishes(name: str) -> tuple[str, ...]:
    """The wishes of a pack, read from its head alone: the clauses below it are long."""
    head, _, _ = (SHIPPED / f"{name}.yaml").read_text("utf-8").partition("\nchapters:")
    return tuple(read_ours(head).get("wishes", ()))
