"""What an office file holds and does not show: hidden rows and columns, tracked changes, text in shapes."""

from __future__ import annotations

from typing import Any, Final
from xml.parsers import expat
from zipfile import ZipFile

from smmkit.office.grid import letters
from smmkit.office.shapes import sheet_parts
from smmkit.office.zipped import checked, is_large
from smmkit.words import Message, say

Remark = tuple[Message, str, Message]
"""Where it is, what stands there, and what became of it."""

MOST: Final = 20
"""So many of a sort are told one by one."""

DOCUMENT: Final = "word/document.xml"
ON: Final = frozenset({"1", "true"})


def remarks(name: str, data: bytes) -> list[Remark]:
    """What a person would not see in a file that is read; a large one is not looked through."""
    end = name.lower().rpartition(".")[2]
    if is_large(data, 4) or end not in {"xlsx", "docx"}:
        return []
    with checked(data) as archive:
        if end == "docx":
            return tracked(archive)
        found: list[Remark] = []
        for sheet, part in sheet_parts(archive):
            found += hidden(archive, sheet, part)
        return found


def hidden(archive: ZipFile, sheet: str, part: str) -> list[Remark]:
    """The hidden rows and columns of a sheet that hold something."""
    names: list[str] = []
    spans: list[tuple[int, int]] = []
    state: dict[str, Any] = {"row": "", "column": 0, "used": set(), "row hidden": False}

    def started(tag: str, attributes: dict[str, str]) -> None:
        match tag.rpartition(":")[2]:
            case "col" if attributes.get("hidden") in ON:
                spans.append((int(attributes.get("min", 0)), int(attributes.get("max", 0))))
            case "row":
                state["row"], state["row hidden"] = (
                    attributes.get("r", ""),
                    attributes.get("hidden") in ON,
                )
            case "c":
                state["column"] = column_of(attributes.get("r", ""))
            case "v" | "t":
                state["used"].add(state["column"])
                if state["row hidden"] and state["row"] not in names:
                    names.append(state["row"])

    text = archive.read(part) if part in archive.namelist() else b""
    if b"hidden=" not in text:
        return []
    parser = expat.ParserCreate()
    parser.StartElementHandler = started
    parser.Parse(text, True)
    where = say("sheet {n}", n=sheet)
    found = [
        (where, "", say("row {n} is hidden; it was read all the same", n=n)) for n in names[:MOST]
    ]
    if len(names) > MOST:
        more = say("{n} rows are hidden; they were read all the same", n=len(names))
        found = [(where, "", more)]
    for column in sorted(state["used"])[:256]:
        if any(first <= column <= last for first, last in spans):
            why = say("column {n} is hidden; it was read all the same", n=letters(column - 1))
            found.append((where, "", why))
    return found


def column_of(reference: str) -> int:
    """The number of the column of a cell, from 1; 0 where it does not say."""
    number = 0
    for sign in reference:
        if not "A" <= sign <= "Z":
            break
        number = number * 26 + ord(sign) - 64
    return number


def tracked(archive: ZipFile) -> list[Remark]:
    """What was deleted or put in with changes tracked, and what stands in shapes that float."""
    texts: dict[str, list[str]] = {"del": [], "ins": [], "box": []}
    inside: list[str] = []
    kinds = {"del": "del", "moveFrom": "del", "ins": "ins", "moveTo": "ins", "txbxContent": "box"}

    def started(tag: str, _: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        inside.append(name)
        if name in kinds:
            texts[kinds[name]].append("")

    def ended(_: str) -> None:
        inside.pop()

    def said(text: str) -> None:
        if inside and inside[-1] in {"t", "delText"} and "Fallback" not in inside:
            for name in {kinds[one] for one in inside if one in kinds}:
                texts[name][-1] += text

    if DOCUMENT not in archive.namelist():
        return []
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = started, ended
    parser.CharacterDataHandler = said
    parser.Parse(archive.read(DOCUMENT), True)
    whys = {
        "del": say("deleted, with changes tracked; not read"),
        "ins": say("put in, with changes tracked; read as if it were accepted"),
        "box": say("it stands in a shape that floats; not read"),
    }
    where = say("the text")
    return [
        (where, " ".join(one.split())[:80], whys[name])
        for name, several in texts.items()
        for one in [text for text in several if text.strip()][:MOST]
    ]
