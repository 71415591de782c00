"""What an office file says outside of its cells: lines, heads and feet of pages, notes, comments, shapes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from zipfile import ZipFile

from smmkit.office.letters import OFF, STRUCK
from smmkit.office.markup import local, parsed
from smmkit.office.parts import unread_part
from smmkit.office.pieces import why_unread
from smmkit.office.shapes import related, sheet_parts
from smmkit.office.zipped import TEXTS, checked, is_large
from smmkit.words import Message, say

Block = tuple[Message, list[str]]
"""Where some lines stand, and what they are."""

HEADS: Final = frozenset(
    {"oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"}
)
SAID: Final = HEADS | {"t", "text"}
"""The elements that hold letters; all else is for programs."""

SKIPPED: Final = frozenset(
    {"del", "moveFrom", "txbxContent", "Fallback", "rPh", "rt", "pPrChange", "rPrChange"}
)
"""What was deleted, what another remark tells, and what is said twice."""

ENDS: Final = HEADS | {"p", "comment", "threadedComment", "text"}
GAPS: Final = frozenset({"tab", "br", "cr"})
CODES: Final = re.compile(r'&(?:"[^"]{0,60}"|\d{1,3}|K[0-9A-F]{6}|[A-Za-z&])')
"""How Excel writes fonts, pages and sides into the head of a page."""

DOCUMENT: Final = "word/document.xml"
PARTS: Final = (
    (re.compile(r"word/header\d*\.xml"), say("the head of the pages")),
    (re.compile(r"word/footer\d*\.xml"), say("the foot of the pages")),
    (re.compile(r"word/(?:foot|end)notes\.xml"), say("the notes below the text")),
    (re.compile(r"word/comments\.xml"), say("the comments")),
    (re.compile(r"(?:word|xl)/diagrams/data\d*\.xml"), say("a drawing")),
    (re.compile(r"(?:word|xl)/charts/\w{1,20}\.xml"), say("a chart")),
)
"""The parts that hold words of people, by their names."""


class Lines:
    """Takes the lines of a part, in blocks: a new one where a table begins or ends."""

    def __init__(self, where: Message) -> None:
        self.where = where
        self.blocks: list[Block] = [(where, [])]
        self.skips, self.tables, self.depth = 0, 0, 0
        self.is_struck, self.unwritten = False, list[int]()
        """Whether letters are struck through, and how deep the controls lie that only ask for a text."""
        self.tags: list[str] = []
        self.buffer: list[str] = []
        self.cell = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = local(tag)
        self.tags.append(name)
        self.skips += name in SKIPPED
        if name == "r":
            self.is_struck = False
        elif name in STRUCK and self.tags[-3:-1] == ["r", "rPr"]:
            self.is_struck = next(iter(attributes.values()), "1") not in OFF
        elif name == "showingPlcHdr":
            self.unwritten.append(len(self.tags) - 2)
        if name in {"comment", "threadedComment"}:
            self.cell = attributes.get("ref", "")
        if name in GAPS:
            self.buffer.append(" ")
        elif name == "textpath" and not self.skips:
            self.buffer.append(attributes.get("string", ""))
        elif name in {"p", "tbl"}:
            self.end_line()
        if name == "tbl":
            self.tables, self.depth = self.tables + 1, self.depth + 1
            self.blocks.append((say("table {n}", n=self.tables), []))

    def end(self, tag: str) -> None:
        """An element ends."""
        name = local(tag)
        if name in ENDS:
            self.end_line()
        self.tags.pop()
        if self.unwritten[-1:] == [len(self.tags) + 1]:
            self.unwritten.pop()
        self.skips -= name in SKIPPED
        if name == "tbl":
            self.depth -= 1
            self.blocks.append((self.where if not self.depth else self.blocks[-1][0], []))

    def data(self, text: str) -> None:
        """Letters come."""
        is_said = self.tags[-1] in SAID and "is" not in self.tags
        if is_said and not (self.skips or self.is_struck or self.unwritten):
            self.buffer.append(text)

    def end_line(self) -> None:
        """What was taken since the last line is one."""
        text = "".join(self.buffer)
        if self.tags[-1:] and self.tags[-1] in HEADS:
            text = CODES.sub(" ", text)
        if line := " ".join(text.split()):
            lines = self.blocks[-1][1]
            lines.append(f"{self.cell}: {line}" if self.cell else line)
        self.buffer.clear()

    def close(self) -> list[Block]:
        """All that was found."""
        self.end_line()
        return [block for block in self.blocks if block[1]]


def outside(name: str, data: bytes) -> tuple[list[Block], list[tuple[Message, Message]]]:
    """The lines of a Word or Excel file, block by block, and the parts that nobody can read, with why.

    The lines of the tables are among them: who has read those knows them.
    """
    end = name.lower().rpartition(".")[2]
    if end not in {"xlsx", "docx"}:
        return [], []
    if is_large(data, 4):
        why = say("it is so large that only its tables were looked at")
        return [], [(say("the text"), why)]
    blocks: list[Block] = []
    with checked(data) as archive:
        for where, part in parts_of(archive):
            blocks += parsed(archive, part, Lines(where))
        dark = list(dark_parts(archive, blocks))
    return blocks, dark


def parts_of(archive: ZipFile) -> Iterator[tuple[Message, str]]:
    """The parts that hold words outside of cells."""
    names = archive.namelist()
    if DOCUMENT in names:
        yield say("the text"), DOCUMENT
    for sheet, part in sheet_parts(archive):
        of_sheet = [part, *related(archive, part).values()]
        for path in of_sheet:
            if path not in names or not (path == part or "omments" in path or "/drawing" in path):
                continue
            if path != part or b"eaderFooter>" in archive.read(path):
                yield say("sheet {n}", n=sheet), path
    for path in names:
        for pattern, where in PARTS:
            if pattern.fullmatch(path):
                yield where, path


def dark_parts(archive: ZipFile, blocks: list[Block]) -> Iterator[tuple[Message, Message]]:
    """The parts that nobody can read as text; the texts of files within go to the blocks."""
    for part in archive.infolist():
        if part.is_dir() or part.filename.endswith(TEXTS):
            continue
        found: list[tuple[tuple[str, ...], str, str]] = []
        for why, at in unread_part(archive, part.filename, part.file_size, found):
            yield say("the text"), why_unread(why, at)
        if lines := [text for place, text, _ in found if is_shown(place)]:
            blocks.append((say("the file {name} in it", name=part.filename), lines))


def is_shown(place: tuple[str, ...]) -> bool:
    """Whether a piece of a file within is a cell of it, or a line of its text."""
    return place[0] in {"cell", "hidden"} or (place[0] == "part" and place[1].endswith(DOCUMENT))
