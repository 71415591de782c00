"""Cells of a workbook that say something by their colour alone."""

from __future__ import annotations

from typing import Any, Final
from xml.parsers import expat
from zipfile import ZipFile

STYLES: Final = "xl/styles.xml"
MOST: Final = 20
"""So many cells are named."""

FEWEST: Final = 2
"""So many different colours on cells without text are a language of their own; one is an ornament."""


def coloured(archive: ZipFile, part: str) -> list[str]:
    """The cells of a sheet that have no text and a colour, where several colours are used so."""
    found = painted(archive, part)
    return [*found] if len({*found.values()}) >= FEWEST else []


def painted(archive: ZipFile, part: str) -> dict[str, str]:
    """The cells of a sheet that have no text and a colour, each with that."""
    names = archive.namelist()
    fills = fills_of(archive.read(STYLES)) if STYLES in names and part in names else {}
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

    if fills:
        parser = expat.ParserCreate()
        parser.StartElementHandler = started
        parser.Parse(archive.read(part), True)
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
