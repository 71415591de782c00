"""The shapes that are drawn over the cells of an Excel sheet: the symbols of a flow table."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from itertools import islice
from xml.etree import ElementTree
from zipfile import ZipFile

from smmkit.office.grid import DECISION, SHAPE
from smmkit.office.zipped import checked

LINES = ("line", "Connector", "Arrow")
MAX_SHAPES, MAX_SHEETS = 20_000, 60


def shapes(data: bytes) -> dict[str, dict[tuple[int, int], str]]:
    """For each sheet, the cells (row, column, from 0) over the middle of which a shape lies."""
    with checked(data) as archive:
        found = {}
        for name, part in sheet_parts(archive):
            drawings = [p for p in related(archive, part).values() if "/drawing" in p]
            found[name] = {
                cell: sign for drawing in drawings for cell, sign in anchored(archive, drawing)
            }
        return found


def sheet_parts(archive: ZipFile) -> Iterator[tuple[str, str]]:
    """The name of each sheet of a workbook, and the part of the archive that holds it."""
    book = "xl/workbook.xml"
    if book not in archive.namelist():
        return
    targets = related(archive, book)
    elements = (e for e in root(archive, book).iter() if without_namespace(e.tag) == "sheet")
    for element in islice(elements, MAX_SHEETS):
        yield element.get("name", ""), targets.get(attribute(element, "id"), "")


def anchored(archive: ZipFile, part: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Every shape of a drawing with the cell below its middle; lines and arrows are none."""
    if part not in archive.namelist():
        return
    for anchor in list(root(archive, part))[:MAX_SHAPES]:
        corners = {
            without_namespace(c.tag): c
            for c in anchor
            if without_namespace(c.tag) in {"from", "to"}
        }
        kinds = [e.get("prst", "") for e in anchor.iter() if without_namespace(e.tag) == "prstGeom"]
        if (
            "from" not in corners
            or not kinds
            or any(without_namespace(c.tag) == "cxnSp" for c in anchor)
        ):
            continue
        kind = kinds[0]
        if kind != "flowChartConnector" and any(word in kind for word in LINES):
            continue
        first = corner(corners["from"])
        last = corner(corners.get("to", corners["from"]))
        middle = ((first[0] + last[0]) // 2, (first[1] + last[1]) // 2)
        yield middle, DECISION if kind in {"flowChartDecision", "diamond"} else SHAPE


def corner(element: ElementTree.Element) -> tuple[int, int]:
    """The row and column of a corner."""
    numbers = {
        without_namespace(c.tag): int(c.text or 0)
        for c in element
        if (c.text or "").strip().isdigit()
    }
    return numbers.get("row", 0), numbers.get("col", 0)


def related(archive: ZipFile, part: str) -> dict[str, str]:
    """What a part of the archive refers to: paths by their ids."""
    folder, name = posixpath.split(part)
    rels = f"{folder}/_rels/{name}.rels"
    if rels not in archive.namelist():
        return {}
    return {
        element.get("Id", ""): posixpath.normpath(
            posixpath.join(folder, element.get("Target", ""))
        ).removeprefix("/")
        for element in root(archive, rels)
    }


def root(archive: ZipFile, part: str) -> ElementTree.Element:
    """The text of a part; entities were refused when the archive was opened."""
    return ElementTree.fromstring(archive.read(part))  # noqa: S314


def without_namespace(tag: str) -> str:
    """A name without its namespace."""
    return tag.rpartition("}")[2]


def attribute(element: ElementTree.Element, name: str) -> str:
    """An attribute, whatever its namespace."""
    return next(
        (v for k, v in element.attrib.items() if without_namespace(k) == name and "}" in k), ""
    )
