"""The page that every report makes and every format draws: what is shown, never how."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from smmkit.words import ClosedList, Message, Words

Text = Message | Words | str
"""Something to be spoken: by a catalogue, by data in both languages, or as it is."""


@dataclass(frozen=True, slots=True)
class Link(Message):
    """A text that leads to a file beside the page, by its path there, or after a "#" to a mark in it.

    Who cannot follow it reads the text.
    """

    to: str = ""


def link(text: Text, to: str) -> Link:
    """A text that leads to a path."""
    return Link("{text}", {"text": text}, to=to)


def links_in(value: Any) -> list[Any]:
    """The texts of a value, one for each line, if one of them leads somewhere; else none."""
    if isinstance(value, Link):
        return [value]
    several = isinstance(value, list | tuple) and any(isinstance(one, Link) for one in value)
    return list(value) if several else []


class Tone(ClosedList):
    """What a value means to the reader; each format shows it in its own way, never by colour alone."""

    PLAIN = "plain"
    GOOD = "good"
    WARN = "warn", "to be watched"
    BAD = "bad"
    MUTED = "muted"


class Shape(StrEnum):
    """How the values of a column lie: words flow, codes never break, numbers stand at the right.

    A free column is empty: room to write in by hand.
    """

    WORDS = "words"
    CODE = "code"
    NUMBER = "number"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Cell:
    """One value (text, number, date, Percent, Message) with its tone."""

    value: Any
    tone: Tone = Tone.PLAIN
    mark: str = ""
    """By what links of other pages lead to it in a browser: letters, digits and "_" alone, each mark once."""


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, the shape of what stands below, and its share of the width."""

    title: Text
    shape: Shape = Shape.WORDS
    width: int = 1
    choices: tuple[Text, ...] = ()
    """What may be chosen where it is filled in by hand; something else may be written, too."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A title inside the page; level 1 is the first below the page's own title."""

    text: Text
    level: int = 1
    mark: str = ""
    """By what links in the page lead here: letters, digits and "_" alone, each mark once."""


@dataclass(frozen=True, slots=True)
class Prose:
    """Sentences; `markdown` is true for text that a person wrote as Markdown."""

    text: Text
    tone: Tone = Tone.PLAIN
    markdown: bool = False


@dataclass(frozen=True, slots=True)
class Fields:
    """Names and values, one below the other: the head of a sheet, the totals of a report."""

    rows: tuple[tuple[Text, Cell], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns. A workbook gives each table a sheet of its own, named `name`."""

    name: Text
    """Shown above it, except where a heading stands just there."""
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    empty: Text = ""


class Drawing(ABC):
    """What a figure shows; those that there are stand in figures.py."""

    @abstractmethod
    def values(self, name: Text) -> Table:
        """What is drawn, as rows that can be read and counted with."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing under its title; `alt` says in a sentence what it shows to who cannot see it."""

    title: Text
    alt: Text
    drawing: Drawing

    @property
    def values(self) -> Table:
        """What it draws, as a table of the same name."""
        return self.drawing.values(self.title)


Block = Heading | Prose | Fields | Table | Figure


@dataclass(frozen=True, slots=True)
class Page:
    """A title, a line of facts about it (folder, day, commit), and the blocks below."""

    title: Text
    subtitle: Text = ""
    blocks: tuple[Block, ...] = field(default=())
