"""A page as HTML that needs no other file and no network, and prints well."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from smmkit.drawing import svg
from smmkit.formats import Reader, levels
from smmkit.page import Figure, Link, Page, Table, Tone, links_in
from smmkit.templates import templates
from smmkit.typesetting import markdown
from smmkit.words import Language, Message

MARKS = {Tone.GOOD: "✓", Tone.WARN: "!", Tone.BAD: "✗"}
PORTRAIT_COLUMNS = 6
NAMES = {"en": "English", "id": "Bahasa Indonesia"}

IDS = re.compile(r"(?<![\w/.-])(?=[^\s\d]{0,20}\d)\w[\w.]{0,20}(?:-[\w.]{1,20}){1,4}(?![\w/-])")
"""What looks like an id: words with hyphens between, with a number in it, and no part of a path."""

KEPT = Markup('<span class="id">{}</span>')

IS_TEXT = True
"""It may be shown on a terminal."""


def html(page: Page, reader: Reader) -> bytes:
    """Draw a page as one file for a browser."""
    return _drawn_for([page], [reader], None)


def html_to_search(pages: Sequence[Page], readers: Sequence[Reader], script: Script) -> bytes:
    """Draw a page once for each reader, one of whom is chosen there, with a field to search its tables.

    Without scripts all of it is there, and everything leads where it leads; only the search is missing.
    """
    return _drawn_for(pages, readers, script)


@dataclass(frozen=True, slots=True)
class Script:
    """A script of ours in a page, and what the field asks for that it reads."""

    text: Markup
    asks: Message
    none: Message
    """What is said where nothing is found."""

    @property
    def mark(self) -> str:
        """By what a browser knows that it is this script and no other."""
        digest = hashlib.sha256(self.text.encode()).digest()
        return f"sha256-{base64.b64encode(digest).decode()}"


def _drawn_for(pages: Sequence[Page], readers: Sequence[Reader], script: Script | None) -> bytes:
    """A page, once for each reader."""
    tables = (block for page in pages for block in page.blocks if isinstance(block, Table))
    languages = [reader.language for reader in readers]
    facts = {
        "wide": any(len(table.columns) > PORTRAIT_COLUMNS for table in tables),
        "day": readers[0].day.isoformat(),
        "editions": [
            {
                "code": one.code,
                "say": one.say,
                "name": NAMES[one.code],
                "page": page,
                "blocks": [(type(block).__name__, block, level) for block, level in levels(page)],
            }
            for one, page in zip(languages, pages, strict=True)
        ],
        "script": script,
        "markdown": _markdown,
        "is_day": lambda value: isinstance(value, date),
        "shown": _shown,
        "drawn": lambda figure: _drawn(figure, languages[0]),
        "marks": MARKS,
    }
    return _template().render(facts).encode()


@cache
def _template() -> Template:
    """The one template, which escapes what it is given and knows every name it uses."""
    pages = Environment(
        loader=FileSystemLoader(templates()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return pages.get_template("page.html.j2")


def _markdown(text: str, level: int) -> Markup:
    """What a person wrote, made safe by the parser; the page's own title is the first level."""
    return Markup(markdown.html(text, level + 1))  # noqa: S704 - raw HTML is off


def _shown(value: Any, say: Callable[[Any], str], flowing: bool) -> Markup | str:
    """A value in words, escaped; each text of it that leads somewhere on a line of its own."""
    if lines := links_in(value):
        return Markup("<br>").join(
            Markup('<a href="{}">{}</a>').format(one.to, _unbroken(say(one)))
            if isinstance(one, Link)
            else _unbroken(say(one))
            for one in lines
        )
    return _unbroken(say(value)) if flowing else say(value)


def _unbroken(text: str) -> Markup:
    """A text, escaped, in which no id is broken at one of its hyphens by the end of a line."""
    parts, at = [], 0
    for found in IDS.finditer(text):
        parts += [escape(text[at : found.start()]), KEPT.format(found[0])]
        at = found.end()
    return Markup("").join([*parts, escape(text[at:])])


def _drawn(figure: Figure, language: Language) -> Markup:
    """A figure as SVG, in which every text of a person has been escaped."""
    return Markup(svg(figure, language))  # noqa: S704 - escaped where it is drawn
