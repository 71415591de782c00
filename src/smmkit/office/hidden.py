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
        sheets = sheet_parts(archive)
        return [remark for sheet, part in sheets for remark in hidden(archive, sheet, part)]


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


WHYS: Final = {
    "del": say("deleted, with changes tracked; not read"),
    "ins": say("put in, with changes tracked; read as if it were accepted"),
    "box": say("it stands in a shape that floats; not read"),
    "strike": say("struck through; not read"),
    "vanish": say("hidden text; it was read all the same"),
    "hidden": say("a hidden row; it was read all the same"),
}
"""What became of it, by the sort of hiding."""

AROUND: Final = {
    "del": "del",
    "moveFrom": "del",
    "ins": "ins",
    "moveTo": "ins",
    "txbxContent": "box",
    "tr": "hidden",
}
MARKS: Final = {"vanish": "vanish", "strike": "strike", "dstrike": "strike"}
"""How the letters of a run are marked."""


class Tracked:
    """Takes what stands in changes, shapes and marked letters of a text."""

    def __init__(self) -> None:
        self.texts: dict[str, list[str]] = {name: [] for name in WHYS}
        self.inside: list[str] = []
        self.marks: set[str] = set()
        self.last: dict[str, int] = {}
        """Which run was the last with a mark, so that runs side by side are one text."""
        self.runs, self.hidden_rows = 0, 0

    def started(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = tag.rpartition(":")[2]
        parents = self.inside[-2:]
        self.inside.append(name)
        is_on = next((v for k, v in attributes.items() if k.endswith("val")), "1") in ON
        if name in AROUND and name != "tr":
            self.texts[AROUND[name]].append("")
        elif name == "r":
            self.marks, self.runs = set(), self.runs + 1
        elif name in MARKS and parents == ["r", "rPr"] and is_on:
            self.marks.add(MARKS[name])
        elif name == "hidden" and parents == ["tr", "trPr"] and is_on:
            self.texts["hidden"].append("")
            self.hidden_rows += 1

    def ended(self, tag: str) -> None:
        """An element ends."""
        self.inside.pop()
        if tag.rpartition(":")[2] == "tr" and self.hidden_rows:
            self.hidden_rows -= 1

    def said(self, text: str) -> None:
        """Letters come."""
        if self.inside[-1:] not in (["t"], ["delText"]) or "Fallback" in self.inside:
            return
        for name in {AROUND[one] for one in self.inside if one in AROUND} - {"hidden"}:
            self.texts[name][-1] += text
        if self.hidden_rows:
            self.texts["hidden"][-1] += f" {text}"
        for mark in self.marks:
            if self.last.get(mark) not in {self.runs, self.runs - 1}:
                self.texts[mark].append("")
            self.texts[mark][-1] += text
            self.last[mark] = self.runs


def tracked(archive: ZipFile) -> list[Remark]:
    """What was deleted or put in with changes tracked, what floats, is hidden or struck through."""
    if DOCUMENT not in archive.namelist():
        return []
    found = Tracked()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = found.started, found.ended
    parser.CharacterDataHandler = found.said
    parser.Parse(archive.read(DOCUMENT), True)
    return [remark for name, texts in found.texts.items() for remark in listed_texts(name, texts)]


def listed_texts(name: str, texts: list[str]) -> list[Remark]:
    """The texts of a sort of hiding one by one; of many the first, and how many there are."""
    left = [" ".join(text.split()) for text in texts if text.strip()]
    found = [(say("the text"), text[:80], WHYS[name]) for text in left[:MOST]]
    if len(left) > MOST:
        more = say("{n} more of this sort", n=len(left) - MOST)
        found.append((say("the text"), left[MOST][:80], more))
    return found
