"""One document as a PDF for somebody outside: what it says, and what tells that it holds."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, cast

from smmkit.documents import Information
from smmkit.formats import levels
from smmkit.page import Page
from smmkit.print_layout import lying, spoken
from smmkit.qms import Qms
from smmkit.sheets.control import Seal, control
from smmkit.typeset import typeset
from smmkit.words import Language

SHEETS: dict[str, str] = {
    "procedure": "smmkit.sheets.procedure:procedure",
    "quality-policy": "smmkit.sheets.policy:policy",
}
"""Kinds that have a form of their own; `templates/sheets/<kind>.typ` stands beside each."""

GENERAL = "smmkit.sheets.general:general"

Sheet = Callable[[Information, Qms], dict[str, Any]]
"""What each sheet is: the values that its template shows, not yet in any language."""


def sheet(document: Information, qms: Qms, language: Language, *, seal: Seal) -> bytes:
    """A document as PDF/A-2a and PDF/UA-1; the same bytes for the same document, day and seal."""
    kind = document.kind
    module, _, name = SHEETS.get(kind, GENERAL).partition(":")
    make = cast("Sheet", getattr(import_module(module), name))
    data = {**make(document, qms), "control": control(document, qms, seal)}
    template = kind.replace("-", "_") if kind in SHEETS else "general"
    said = in_words(data, language)
    return typeset(f"sheets/{template}", said, language=language.code, day=seal.day)


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


__all__ = ["GENERAL", "SHEETS", "Seal", "sheet"]
