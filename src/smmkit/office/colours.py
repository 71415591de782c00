"""Cells of a workbook that say something by their colour alone."""

from __future__ import annotations

from typing import Any, Final
from xml.parsers import expat
from zipfile import ZipFile

from smmkit.office.shapes import sheet_parts

STYLES: Final = "xl/styles.xml"


def painted(archive: ZipFile) -> dict[str, dict[str, str]]:
    """For each sheet its cells that have no text and a colour, each with that."""
    names = {*archive.namelist()}
    fills = fills_of(archive.read(STYLES)) if STYLES in names else {}
    return {
        sheet: painted_in(archive.read(part), fills)
        for sheet, part in sheet_parts(archive)
        if fills and part in names
    }


def painted_in(cells: bytes, fills: dict[int, str]) -> dict[str, str]:
    """The same of one sheet, from its cells and the colours of their formats."""
    found: dict[str, str] = {}
    cell: list[str] = []

    def started(tag: str, attributes: dict[str, str]) -> None:
        match tag.rpartition(":")[2]:
            case "c":
                cell[:] = [attributes.get("r", "")]
                if colour := fills.get(int(attributes.get("s", "0"))):
                    found[cell[0]] = colour
            case "v" | "t" | "f" if cell:
                found.pop(cell[0], None)

    parser = expat.ParserCreate()
    parser.StartElementHandler = started
    parser.Parse(cells, True)
    return found


def fills_of(styles: bytes) -> dict[int, str]:
    """By the number of each format of cells the colour that it fills them with."""
    colours: list[str] = []
    formats: list[int] = []
    state: dict[str, Any] = {"in": "", "solid": False}

    def started(tag: str, attributes: dict[str, str]) -> None:
        match tag.rpartition(":")[2]:
            case "fills" | "cellXfs" as name:
                state["in"] = name
            case "fill" if state["in"] == "fills":
                colours.append("")
            case "patternFill" if state["in"] == "fills":
                state["solid"] = attributes.get("patternType") == "solid"
            case "fgColor" if state["in"] == "fills" and state["solid"] and colours:
                colours[-1] = " ".join(f"{k}={v}" for k, v in sorted(attributes.items()))
            case "xf" if state["in"] == "cellXfs":
                formats.append(int(attributes.get("fillId", "0")))

    def ended(tag: str) -> None:
        if tag.rpartition(":")[2] == state["in"]:
            state["in"] = ""

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = started, ended
    parser.Parse(styles, True)
    return {
        n: colours[fill] for n, fill in enumerate(formats) if fill < len(colours) and colours[fill]
    }
