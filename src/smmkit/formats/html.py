"""A page as HTML that needs no other file and no network, and prints well."""

from __future__ import annotations

import re
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from smmkit import markdown
from smmkit.drawing import svg
from smmkit.formats import Reader, levels
from smmkit.page import Figure, Page, Table, Tone
from smmkit.templates import templates
from smmkit.words import Language

MARKS = {Tone.GOOD: "✓", Tone.WARN: "!", Tone.BAD: "✗"}
PORTRAIT_COLUMNS = 6

IDS = re.compile(r"(?<![\w/.-])(?=[^\s\d]{0,20}\d)\w[\w.]{0,20}(?:-[\w.]{1,20}){1,4}(?![\w/-])")
"""What looks like an id: words with hyphens between, with a number in it, and no part of a path."""

KEPT = Markup('<span class="id">{}</span>')

IS_TEXT = True
"""It may be shown on a terminal."""


def html(page: Page, reader: Reader) -> bytes:
    """Draw a page as one file for a browser."""
    tables = (block for block in page.blocks if isinstance(block, Table))
    facts = {
        "page": page,
        "blocks": [(type(block).__name__, block, level) for block, level in levels(page)],
        "wide": any(len(table.columns) > PORTRAIT_COLUMNS for table in tables),
        "day": reader.day.isoformat(),
        "language": reader.language.code,
        "say": reader.language.say,
        "markdown": _markdown,
        "unbroken": _unbroken,
        "drawn": lambda figure: _drawn(figure, reader.language),
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
