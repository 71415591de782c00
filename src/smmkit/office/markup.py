"""The text in files of office programs: of every part, hidden or not, as it comes."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import ParseError, XMLParser
from zipfile import ZipFile

from smmkit.office.columns import Columns
from smmkit.office.markup_names import (
    AUTHORS,
    BLANKS,
    BREAKS,
    CELLS,
    DAMAGED,
    KNOWN,
    LARGE_PICTURE,
    MAX_LETTERS,
    PICTURES,
    PROPERTIES,
    QUIET,
    ROWS,
    TOLD,
)
from smmkit.office.zipped import TEXTS, OfficeError, checked

Found = tuple[tuple[str, ...], str, str]
"""A place, a text, and its context."""


class Words:
    """Takes the text of one part, in its order, and parts it where a reader sees a new line or cell."""

    def __init__(self, part: str) -> None:
        self.part, self.found = part, list[Found]()
        self.is_properties = part.startswith(PROPERTIES)
        self.columns, self.context = Columns(), ""
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
            if local(key) in TOLD and value:
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
            self.take("part", text, self.context)

    def take(self, sort: str, text: str, context: str = "") -> None:
        """A piece of this part."""
        self.found.append(((sort, self.part, str(self.count)), text, context))


def office_texts(data: bytes) -> tuple[list[Found], list[tuple[str, str]]]:
    """Every text of a file, and what in it could not be read: why, and which part.

    Raises:
        OfficeError: it is no archive, or a dangerous one.
    """
    from smmkit.office.workbook import workbook_texts

    found: list[Found] = []
    unread: list[tuple[str, str]] = []
    with checked(data) as archive:
        done = frozenset[str]()
        if "xl/workbook.xml" in archive.namelist():
            texts, done = workbook_texts(archive)
            found += texts
        for part in archive.infolist():
            name = part.filename
            if name in done or part.is_dir():
                continue
            if name.endswith(TEXTS):
                found += part_texts(archive, name)
            else:
                unread += unread_part(archive, name, part.file_size, found)
    return found, unread


def part_texts(archive: ZipFile, name: str) -> list[Found]:
    """The texts of one part.

    Raises:
        OfficeError: it is no markup.
    """
    found: list[Found] = parsed(archive, name, Words(name))
    return found


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


def unread_part(
    archive: ZipFile, name: str, size: int, found: list[Found]
) -> Iterator[tuple[str, str]]:
    """Why a part that is no markup cannot be read; what a picture says of itself is taken."""
    low = name.lower()
    if low.endswith(PICTURES):
        from smmkit.office.pictures import said_by

        if size < 2**25:
            said = said_by(archive.read(name))
            found += [(("property", f"{name} {key}"), text, "") for key, text in said]
        if size >= LARGE_PICTURE:
            yield "picture", name
    elif low.endswith((".docx", ".xlsx", ".pptx", ".odt", ".ods")) and size < 2**23:
        inner, beneath = office_texts(archive.read(name))
        found += [
            ((place[0], posixpath.join(name, *place[1:2]), *place[2:]), t, c)
            for place, t, c in inner
        ]
        yield from beneath
    elif is_dark(low):
        yield "part", name


def is_dark(name: str) -> bool:
    """Whether nobody can say what a part holds."""
    if name.endswith(".bin") and "embedding" in name:
        return True
    return not name.endswith(QUIET) and not any(word in name for word in KNOWN)


def local(tag: str) -> str:
    """A name without its namespace."""
    return tag.rpartition("}")[2]
