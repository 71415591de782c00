"""All that an office file holds: the texts of every part, and the parts that nobody can read as text."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Final
from zipfile import ZipFile

from smmkit.office.markup import Found, Words, parsed
from smmkit.office.zipped import TEXTS, checked

LARGE_PICTURE: Final = 50_000
"""Bytes of a picture inside of a file that may show a paper; what is smaller is a logo."""

PICTURES: Final = (
    ".jpg",
    ".jpeg",
    ".png",
    ".tif",
    ".tiff",
    ".bmp",
    ".gif",
    ".webp",
    ".emf",
    ".wmf",
    ".heic",
)

QUIET: Final = (
    ".xml",
    ".rels",
    ".vml",
    ".bin",
    ".psmdcp",
    ".odttf",
    ".ttf",
    "mimetype",
    "Thumbnails/thumbnail.png",
)

KNOWN: Final = ("printersettings", "vbaproject", "activex", "thumbnail")
"""Parts that hold no text of people, whatever they end in."""


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
