"""One document as a PDF for somebody outside: what it says, and what tells that it holds."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, cast

from smmkit.arranging.letterhead import logo
from smmkit.arranging.pictures import Picture, numbers, pictures_of
from smmkit.documents import Document, Information
from smmkit.errors import SmmError
from smmkit.formats import levels
from smmkit.page import Page
from smmkit.personal import masked
from smmkit.qms import Qms
from smmkit.sheets.control import Seal, control
from smmkit.sheets.signing import signing
from smmkit.templates import templates
from smmkit.typesetting.markdown import nodes
from smmkit.typesetting.print_layout import spoken
from smmkit.typesetting.typeset import typeset
from smmkit.words import Language, say

LARGEST = 1_000_000
"""Letters, with what says how they are drawn: some hundred pages; more would fill the memory."""

Sheet = Callable[[Information, Qms], dict[str, Any]]
"""What each sheet is: the values that its template shows, not yet in any language."""


def sheet(document: Information, qms: Qms, language: Language, *, seal: Seal) -> bytes:
    """A document as PDF/A-2a and PDF/UA-1; the same bytes for the same document, day and seal."""
    name = sheet_of(document.kind)
    make = cast("Sheet", getattr(import_module(f"{__name__}.{name}"), name))
    made = make(document, qms)
    frame = {**control(document, qms, seal), "signing": None}
    if seal.signing:
        frame |= {"paper": seal.signing.paper} if seal.signing.paper else {}
        frame |= signing(document, qms, seal.signing) if isinstance(document, Document) else {}
    values = in_words({**made, "control": frame}, language, landscape=made.get("landscape", False))
    data = with_masks(values)
    shown = pictures_of(document, qms)
    insert(data, shown, language)
    if len(json.dumps(data)) > LARGEST:
        raise SmmError(
            say(
                "{id} is too long for a paper: part it, or keep its tables in files of their own (.xlsx, "
                ".csv) that it names",
                id=document.id,
            )
        )
    head = qms.fact(logo)
    files = {picture.name: numbers(picture.content) for picture in shown.values()}
    files |= {head.name: numbers(head.content)} if head.name else {}
    return typeset(
        f"sheets/{template_of(name)}",
        data,
        language=language.code,
        day=seal.day,
        files=files,
    )


def insert(data: dict[str, Any], shown: Mapping[str, Picture], language: Language) -> None:
    """Give the Markdown of a sheet the pictures that can be shown; of the others it says what they show."""
    known = {masked(path): picture for path, picture in shown.items()}
    for node in (node for root in trees(data) for node in nodes(root) if node["kind"] == "image"):
        if picture := known.get(node["path"]):
            node |= {
                "file": f"/files/{picture.name}",
                "width": picture.width,
                "note": language.say(picture.note),
            }
        elif node["path"].rpartition("/")[2] != node["alt"]:
            node["alt"] = f"{node['alt']}: {node['path']}"


def trees(value: Any) -> Iterator[Any]:
    """The Markdown anywhere in the values of a sheet."""
    if isinstance(value, dict):
        if value.get("kind") == "markdown":
            yield value["tree"]
            return
        value = value.values()
    elif not isinstance(value, list):
        return
    for part in value:
        yield from trees(part)


def sheet_of(kind: str) -> str:
    """The sheet of a kind: the module of its name here; else the general."""
    name = kind.replace("-", "_")
    return name if name in own_sheets() else "general"


@cache
def template_of(name: str) -> str:
    """The template of a sheet: the one of its name, or the general, which draws any part."""
    return name if (templates() / f"sheets/{name}.typ").is_file() else "general"


@cache
def own_sheets() -> frozenset[str]:
    """The sheets that are made for one kind each."""
    return frozenset(module.name for module in iter_modules(__path__)) - {
        "control",
        "general",
        "signing",
    }


def in_words(value: Any, language: Language, *, landscape: bool) -> Any:
    """The same values as a template reads them: texts, and what it counts or chooses by."""
    match value:
        case None | str() | bool() | int() | float():
            return value
        case dict():
            return {
                name: in_words(part, language, landscape=landscape) for name, part in value.items()
            }
        case list() | tuple():
            return [in_words(part, language, landscape=landscape) for part in value]
        case Page():
            blocks = [spoken(b, level, language, landscape=landscape) for b, level in levels(value)]
            for one in blocks:
                if one["kind"] == "heading":
                    one["text"] = one["text"][:1].upper() + one["text"][1:]
            return {"title": language.say(value.title), "blocks": blocks}
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
