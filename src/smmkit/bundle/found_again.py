"""Whether what a document says is read again from its sheet: nothing is lost on the way to paper."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import pypdfium2
from pydantic import BaseModel

from smmkit.analyses.leaving.selection import Chosen
from smmkit.bundle.stops import Gate, Stop
from smmkit.model.fields import fields_of
from smmkit.typesetting.markdown import tree
from smmkit.typesetting.typeset import printable
from smmkit.words import ClosedList, say

WORD = re.compile(r"[^\W_]{4,}")
ENOUGH = 0.8
"""The share of its words by which a sentence counts as found: some are broken by a page or a sign."""

FEWEST = 3
"""Words that a text must have to be looked for; shorter ones are shown as labels, titles, numbers."""

ELSEWHERE = frozenset({"kind", "approvals", "classification"})
"""Fields that are shown in other words."""

SHOWN = 60


def lost_texts(chosen: Chosen, pdf: bytes) -> Iterator[Stop]:
    """The first sentence of a document that is not on its sheet."""
    shown = letters_of(pdf)
    for text in sentences(chosen):
        words = [plain(word) for word in WORD.findall(str(printable(text)))]
        if len(words) < FEWEST:
            continue
        if sum(word in shown for word in words) < ENOUGH * len(words):
            short = " ".join(text.split())[:SHOWN]
            yield Stop(
                Gate.TEXT,
                say(
                    'The sheet of {id} does not show this text: "{text} ..."',
                    id=chosen.document.id,
                    text=short,
                ),
            )
            return


def letters_of(pdf: bytes) -> str:
    """All letters and digits of a PDF, without what is between."""
    paper = pypdfium2.PdfDocument(pdf)
    try:
        return plain("".join(page.get_textpage().get_text_range() for page in paper))
    finally:
        paper.close()


def plain(text: str) -> str:
    """A text as letters and digits alone, small."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).casefold()


def sentences(chosen: Chosen) -> Iterator[str]:
    """Every text that a person wrote into a document."""
    yield from said_in(chosen.document)
    prose = chosen.document.source.prose
    if prose.strip():
        yield from leaves(tree(prose))


def said_in(part: BaseModel) -> Iterator[str]:
    """The texts in the fields of a part, and below it; what refers to something is shown by its title."""
    for field in fields_of(type(part)).values():
        if field.name in ELSEWHERE or field.reference:
            continue
        value = getattr(part, field.name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, BaseModel):
                yield from said_in(one)
            elif isinstance(one, str) and not isinstance(one, ClosedList):
                yield one


def leaves(node: dict[str, Any]) -> Iterator[str]:
    """The texts in a tree of Markdown."""
    if text := node.get("text"):
        yield text
    for child in node.get("children", ()):
        yield from leaves(child)
