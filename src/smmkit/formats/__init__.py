"""Every way to draw a page, by the word that asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from types import ModuleType
from typing import cast

from smmkit.page import Block, Heading, Page
from smmkit.words import Language


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom a page is drawn: the language, the day it bears, and how a terminal looks."""

    language: Language
    day: date
    width: int = 100
    colour: bool = False
    blocks: bool = False
    """Whether the terminal has letters for bars of eight heights."""


Format = Callable[[Page, Reader], bytes]
"""What each format is: one function."""


def draw(
    page: Page,
    form: str,
    language: Language,
    *,
    day: date,
    width: int = 100,
    colour: bool = False,
    blocks: bool = False,
) -> bytes:
    """The page in the form of this word; `width`, `colour` and `blocks` matter to text alone.

    Why: a format is imported when it is asked for; typst and xlsxwriter are slow to start.
    """
    drawn = cast("Format", getattr(module_of(form), form))
    return drawn(page, Reader(language, day, width, colour, blocks))


def is_text(form: str) -> bool:
    """Whether a format is text, and may be shown on a terminal."""
    return getattr(module_of(form), "IS_TEXT", False)


def module_of(form: str) -> ModuleType:
    """The module of a format; its function has the same name."""
    return import_module(f"{__name__}.{form}")


def levels(page: Page) -> Iterator[tuple[Block, int]]:
    """Each block with the level of the heading it is or stands under; none is skipped.

    Why: a reader who hears the page finds the way by its headings, and PDF/UA asks for it.
    """
    level = 0
    for block in page.blocks:
        if isinstance(block, Heading):
            level = min(max(block.level, 1), level + 1)
        yield block, level
