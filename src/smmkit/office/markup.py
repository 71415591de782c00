"""The text in files of office programs: of every part, hidden or not, as it comes."""

from __future__ import annotations

import re
from typing import Any, Final
from xml.etree.ElementTree import ParseError, XMLParser
from zipfile import ZipFile

from smmkit.office.columns import Columns, is_label
from smmkit.office.zipped import OfficeError
from smmkit.words import say

Found = tuple[tuple[str, ...], str, str]
"""A place, a text, and its context."""

BREAKS: Final = frozenset(
    {
        *(
            "p",
            "h",
            "tc",
            "table-cell",
            "si",
            "comment",
            "text",
            "annotation",
            "row",
            "tr",
            "list-item",
        ),
        *(
            "oddHeader",
            "oddFooter",
            "evenHeader",
            "evenFooter",
            "firstHeader",
            "firstFooter",
            "definedName",
            "pt",
            "title",
        ),
    }
)
ROWS: Final = frozenset({"tr", "table-row", "row"})
CELLS: Final = frozenset({"tc", "table-cell", "covered-table-cell"})
BLANKS: Final = frozenset({"tab", "br", "s", "line-break", "cr"})
TOLD: Final = frozenset(
    {
        "author",
        "descr",
        "title",
        "Target",
        "href",
        "string-value",
        "displayName",
        "userId",
        "creator",
    }
)
"""Attributes that people's words come into."""

WORDS: Final = re.compile(r"\d{6}|\d[ .\-]\d{3}|@|[^\W\d_]{2} [^\W\d_]{2}")
"""What else a person has written looks like this: a number, an address, words."""

AUTHORS: Final = frozenset(
    {"author", "creator", "lastModifiedBy", "initial-creator", "manager", "displayName"}
)
PROPERTIES: Final = ("docProps/", "meta.xml")

LABEL: Final = 25
"""Letters of a line that is one without a colon."""

MAX_LETTERS: Final = 20_000_000
DAMAGED: Final = say("it is damaged, or no file of this sort")


class Words:
    """Takes the text of one part, in its order, and parts it where a reader sees a new line or cell."""

    def __init__(self, part: str) -> None:
        self.part, self.found = part, list[Found]()
        self.is_properties = part.startswith(PROPERTIES)
        self.columns, self.context = Columns(), ""
        self.label = ""
        """The line before, where it may say what stands in the next."""
        self.buffer: list[str] = []
        self.struck: list[str] = []
        """What is deleted, and kept as a tracked change."""
        self.inner: list[str] | None = None
        """What stands in the cell that is open."""
        self.count, self.deleted, self.letters = 0, 0, 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = local(tag)
        if name in BREAKS or self.is_properties:
            self.flush()
        if name in ROWS:
            self.columns.row()
        elif name in CELLS:
            self.context, self.inner = self.columns.entered(), []
        elif name in BLANKS:
            self.buffer.append(" ")
        elif name in {"del", "moveFrom", "deletion"}:
            self.deleted += 1
        for key, value in attributes.items():
            if (local(key) in TOLD and value) or (len(value) > 7 and WORDS.search(value)):
                self.take(("author" if local(key) in AUTHORS else "part"), value)

    def end(self, tag: str) -> None:
        """An element ends."""
        name = local(tag)
        if self.is_properties:
            self.flush(name)
        elif name in CELLS:
            self.flush()
            self.columns.left(" ".join(" ".join(self.inner or ()).split()))
            self.context, self.inner = "", None
        elif name in BREAKS:
            self.flush()
        elif name in {"del", "moveFrom", "deletion"}:
            self.deleted -= 1

    def data(self, text: str) -> None:
        """Letters come."""
        self.letters += len(text)
        if self.letters < MAX_LETTERS:
            (self.struck if self.deleted else self.buffer).append(text)

    def close(self) -> list[Found]:
        """All that was found."""
        self.flush()
        return self.found

    def flush(self, name: str = "") -> None:
        """What was taken since the last line is a piece."""
        text, struck = "".join(self.buffer), "".join(self.struck)
        self.buffer.clear()
        self.struck.clear()
        self.count += bool(text.strip() or struck.strip())
        if struck.strip():
            self.take("deleted", struck, self.context)
        if not text.strip():
            return
        if self.inner is not None:
            self.inner.append(text)
        if name:
            sort = "author" if name in AUTHORS else "property"
            self.found.append(((sort, name), text.strip(), name))
        else:
            self.take("part", text, self.context or self.label)
            self.label = text if is_label(text) and is_short(text) else ""

    def take(self, sort: str, text: str, context: str = "") -> None:
        """A piece of this part."""
        self.found.append(((sort, self.part, str(self.count)), text, context))


def parsed(archive: ZipFile, name: str, target: Any) -> Any:
    """What a target makes of a part; entities were refused when the archive was opened."""
    parser = XMLParser(target=target)  # noqa: S314
    try:
        with archive.open(name) as stream:
            while block := stream.read(2**16):
                parser.feed(block)
        return parser.close()
    except ParseError as error:
        raise OfficeError(DAMAGED) from error


def is_short(text: str) -> bool:
    """Whether a line is so short that it is a label of what follows, or ends as one."""
    return len(text.strip()) <= LABEL or text.rstrip().endswith(":")


def local(tag: str) -> str:
    """A name without its namespace."""
    return tag.rpartition("}")[2]
