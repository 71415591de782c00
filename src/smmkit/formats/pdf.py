"""A page as PDF, for paper and for the archive."""

from __future__ import annotations

from smmkit.formats import Reader, levels
from smmkit.page import Page
from smmkit.typesetting.print_layout import lying, spoken
from smmkit.typesetting.typeset import typeset
from smmkit.words import say


def pdf(page: Page, reader: Reader) -> bytes:
    """Draw a page on A4; lying when a table has many columns."""
    landscape, language = lying(page.blocks), reader.language
    data = {
        "title": language.say(page.title),
        "subtitle": language.say(page.subtitle),
        "footer": language.say(say("Page {page} of {pages}", page="{page}", pages="{pages}")),
        "landscape": landscape,
        "blocks": [
            spoken(block, level, language, landscape=landscape) for block, level in levels(page)
        ],
    }
    return typeset("page", data, language=language.code, day=reader.day)
