"""One document as a PDF for somebody outside: what it says, and what tells that it holds."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, cast

from smmkit.documents import Document, Information
from smmkit.formats import levels
from smmkit.page import Page
from smmkit.personal import masked
from smmkit.print_layout import lying, spoken
from smmkit.qms import Qms
from smmkit.sheets.control import Seal, control
from smmkit.sheets.signing import signing
from smmkit.typeset import typeset
from smmkit.words import Language

Sheet = Callable[[Information, Qms], dict[str, Any]]
"""What each sheet is: the values that its template shows, not yet in any language."""


def sheet(document: Information, qms: Qms, language: Language, *, seal: Seal) -> bytes:
    """A document as PDF/A-2a and PDF/UA-1; the same bytes for the same document, day and seal."""
    name = sheet_of(document.kind)
    make = cast("Sheet", getattr(import_module(f"{__name__}.{name}"), name))
    frame = {**control(document, qms, seal), "signing": None}
    if seal.signing and isinstance(document, Document):
        frame |= signing(document, qms, seal.signing)
    data = with_masks(in_words({**make(document, qms), "control": frame}, language))
    return typeset(f"sheets/{name}", data, language=language.code, day=seal.day)


def sheet_of(kind: str) -> str:
    """The sheet of a kind: the module of its name here, and the template beside it; else the general."""
    name = kind.replace("-", "_")
    return name if name in own_sheets() else "general"


@cache
def own_sheets() -> frozenset[str]:
    """The sheets that are made for one kind each."""
    return frozenset(module.name for module in iter_modules(__path__)) - {
        "control",
        "general",
        "signing",
    }


def in_words(value: Any, language: Language) -> Any:
    """The same values as a template reads them: texts, and what it counts or chooses by."""
    match value:
        case None | str() | bool() | int():
            return value
        case dict():
            return {name: in_words(part, language) for name, part in value.items()}
        case list() | tuple():
            return [in_words(part, language) for part in value]
        case Page():
            flat = lying(value.blocks)
            blocks = [spoken(b, level, language, landscape=flat) for b, level in levels(value)]
            return {"title": language.say(value.title), "landscape": flat, "blocks": blocks}
    return language.say(value)


def with_masks(value: Any) -> Any:
    """The same values with the digits of every employee number masked: no page needs them."""
    match value:
        case str():
            return masked(value)
        case dict():
            return {name: with_masks(part) for name, part in value.items()}
        case list() | tuple():
            return [with_masks(part) for part in value]
    return value


__all__ = ["Seal", "own_sheets", "sheet", "sheet_of"]
