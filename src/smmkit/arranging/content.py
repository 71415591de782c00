"""The content of a document in the order in which it is read; what all documents have comes apart."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from smmkit.arranging.forms import FORMS
from smmkit.arranging.rows import tables
from smmkit.document_view import COMMON, ELSEWHERE, DocumentView, filled_fields, is_parts
from smmkit.documents import Information
from smmkit.page import Block, Cell, Fields, Heading, Text

SAID = frozenset({"owner", "version", "date", "recorded_by", "closed", "classification"})
"""What the frame says already."""


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
            if name != "entries":
                larger.append(Heading(field.label))
            larger += (
                tables(view, field, (name,), form[name])
                if name in form
                else view.tables(field, value, (name,))
            )
        else:
            simple.append((field.label, Cell(view.spoken(field, value, (name,)))))
    if simple:
        yield Fields(tuple(simple))
    yield from larger


def kept(view: DocumentView) -> Iterator[Block]:
    """What every document says of itself: clauses, files, how long it is kept, who gets it."""
    names = frozenset(type(view.home).model_fields) - COMMON
    yield from view.content(view.home, apart=ELSEWHERE | SAID | names, level=2)


def has_content(document: Information, name: str) -> bool:
    """Whether a field of a document says something."""
    return any(field.name == name for field, _ in filled_fields(document))
