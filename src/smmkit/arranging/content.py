"""The content of a document in the order in which it is read; what all documents have comes apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import BaseModel

from smmkit.arranging.forms import FORMS
from smmkit.arranging.rows import plain, said_of, tables
from smmkit.document_view import (
    COMMON,
    ELSEWHERE,
    EMPTY,
    DocumentView,
    filled_fields,
    is_parts,
    joined,
    prose,
    visible_value,
)
from smmkit.model.fields import fields_of
from smmkit.page import Block, Cell, Fields, Heading, Page, Prose, Text, Tone
from smmkit.typesetting.print_layout import lying
from smmkit.words import say

SAID = frozenset({"owner", "version", "date", "recorded_by", "closed", "classification"})
"""What the frame says already."""


NOTHING = Page("", "", (Prose(say("Nothing has been entered yet."), Tone.MUTED),))


def content(view: DocumentView, apart: frozenset[str] = frozenset()) -> Iterator[Block]:
    """What the kind of a document asks for: single values, then its tables, each by its form."""
    form = FORMS.get(view.home.kind, {})
    simple: list[tuple[Text, Cell]] = []
    larger: list[Block] = []
    for field, value in filled_fields(view.home):
        name = field.name
        if name in ELSEWHERE or name in COMMON or name in apart:
            continue
        if isinstance(value, BaseModel):
            larger += [Heading(field.label), *view.content(value, (name,), level=2)]
        elif is_parts(value):
            own = form.get(name) or plain(type(value[0]))
            above = [] if name == "entries" else [Heading(field.label)]
            larger += [*above, *tables(view, field, (name,), own, level=1 + len(above))]
        else:
            simple.append((field.label, Cell(view.spoken(field, value, (name,)))))
    if simple:
        yield Fields(tuple(simple))
    yield from larger


def kept(view: DocumentView) -> Iterator[Block]:
    """What every document says of itself: clauses, files, how long it is kept, who gets it."""
    names = frozenset(type(view.home).model_fields) - COMMON
    yield from view.content(view.home, apart=ELSEWHERE | SAID | names, level=2)


def arranged(
    view: DocumentView,
    *own: Any,
    apart: str = "",
    head: str = "",
    after: Sequence[Any] = (),
    flat: bool = False,
    **more: Any,
) -> dict[str, Any]:
    """The values of a sheet: what stands at its head, its own parts, what these do not say, its prose.

    `apart` names the fields that the own parts say, `head` those that go before them, `after` is
    what comes last; `flat` lays the paper down whatever stands on it.
    """
    above = frozenset(head.split())
    every = frozenset(type(view.home).model_fields)
    first = Page("", "", tuple(content(view, every - above)))
    rest = Page("", "", (*content(view, above | {*apart.split()}), *prose(view.home)))
    every_part = (first, *own, rest, *after)
    parts = [part for part in every_part if not isinstance(part, Page) or part.blocks] or [NOTHING]
    laid = [block for part in parts if isinstance(part, Page) for block in part.blocks]
    return {
        "parts": parts,
        "landscape": flat or lying(laid),
        "rest": Page("", "", tuple(kept(view))),
        **more,
    }


def drawn(draw: str, **values: Any) -> dict[str, Any]:
    """A part that `draws.typ` draws, by the name that it has there."""
    return {"draw": draw, **values}


def box(title: Text, *said: Any, wide: int = 1, room: int = 26) -> dict[str, Any]:
    """A box of a form: its title, and what stands in it (a value, or a Cell); without, room to write."""
    cells = [one if isinstance(one, Cell) else Cell(one) for one in said]
    texts = [
        {"text": joined("", [cell.value]), "tone": cell.tone}
        for cell in cells
        if cell.value not in EMPTY
    ]
    return {"title": title, "said": texts, "wide": wide, "room": room}


def boxed(view: DocumentView, form: str) -> dict[str, Any]:
    """The boxes of a form; what has not been said yet is room to write."""
    fields = fields_of(type(view.home))
    rows = []
    for row in form.split("|"):
        boxes = []
        for one in row.split():
            name, _, wide = one.partition(":")
            value = visible_value(fields[name], getattr(view.home, name))
            said = "" if value in EMPTY else said_of(view, fields[name], value, (name,))
            boxes.append(box(fields[name].label, said, wide=int(wide or 1)))
        rows.append(boxes)
    return drawn("boxes", rows=rows)


def names_in(form: str) -> str:
    """The fields that the boxes of a form say."""
    return " ".join(one.partition(":")[0] for one in form.replace("|", " ").split())
