"""Which cells of an Excel sheet are merged; its reader does not tell that while it reads row by row."""

from __future__ import annotations

import re
from xml.parsers import expat
from zipfile import ZipFile

from smmkit.office.shapes import sheet_parts
from smmkit.office.zipped import checked

Span = tuple[int, int, int, int]
"""The first row and column of merged cells, and the last, from 0."""

MAX_MERGES = 20_000

CELLS = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")


def merges(data: bytes) -> dict[str, list[Span]]:
    """The merged cells of every sheet, by its name."""
    with checked(data) as archive:
        return {name: merged(archive, part) for name, part in sheet_parts(archive)}


def merged(archive: ZipFile, part: str) -> list[Span]:
    """The merged cells of one sheet."""
    found: list[Span] = []

    def started(name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(":")[2] == "mergeCell" and len(found) < MAX_MERGES:
            cells = CELLS.fullmatch(attributes.get("ref", ""))
            if cells:
                left, top, right, bottom = cells.groups()
                found.append((int(top) - 1, number(left), int(bottom) - 1, number(right)))

    data = archive.read(part) if part in archive.namelist() else b""
    if b"mergeCell" in data:  # most sheets have none, and to go through all their cells takes long
        parser = expat.ParserCreate()
        parser.StartElementHandler = started
        parser.Parse(data, True)
    return [span for span in found if min(span) >= 0 and span[:2] <= span[2:]]


def number(letters: str) -> int:
    """The number of a column, from 0: A, Z, AA."""
    total = 0
    for letter in letters:
        total = total * 26 + ord(letter) - ord("A") + 1
    return total - 1
