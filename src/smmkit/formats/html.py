"""A page as HTML that needs no other file and no network, and prints well."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from smmkit import markdown
from smmkit.drawing import svg
from smmkit.formats import Reader, levels
from smmkit.page import Figure, Page, Table, Tone
from smmkit.templates import templates
from smmkit.words import Language

MARKS = {Tone.GOOD: "✓", Tone.WARN: "!", Tone.BAD: "✗"}
PORTRAIT_COLUMNS = 6

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


def _drawn(figure: Figure, language: Language) -> Markup:
    """A figure as SVG, in which every text of a person has been escaped."""
    return Markup(svg(figure, language))  # noqa: S704 - escaped where it is drawn
