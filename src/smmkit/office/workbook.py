"""The cells of an Excel file, each with its sheet and its name: hidden rows, columns and sheets too."""

from __future__ import annotations

import re
from typing import Final
from zipfile import ZipFile

from smmkit.office.markup import Found, Words, local, parsed
from smmkit.office.shapes import related, sheet_parts

REFERENCE: Final = re.compile(r"([A-Z]{1,3})(\d{1,7})")
BOOK, SHARED = "xl/workbook.xml", "xl/sharedStrings.xml"
EPOCH: Final = 693_594
"""The day before which Excel counts its days, as Python counts its own."""

BIRTH: Final = re.compile(r"lahir|ttl|birth|dob", re.I)


class Strings:
    """Takes the texts that cells share."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.buffer: list[str] = []
        self.skips = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:  # noqa: ARG002
        """An element begins; how a Japanese reads it is none of the text."""
        self.skips += local(tag) == "rPh"

    def end(self, tag: str) -> None:
        """An element ends."""
        self.skips -= local(tag) == "rPh"
        if local(tag) == "si":
            self.texts.append("".join(self.buffer))
            self.buffer.clear()

    def data(self, text: str) -> None:
        """Letters come."""
        if not self.skips:
            self.buffer.append(text)

    def close(self) -> list[str]:
        """The texts, in order."""
        return self.texts


class Cells(Words):
    """Takes the cells of one sheet, and what else stands in it."""

    def __init__(self, part: str, sheet: str, strings: list[str], *, hidden: bool) -> None:
        super().__init__(part)
        self.sheet, self.strings, self.hidden = sheet, strings, hidden
        self.used: set[int] = set()
        self.row_hidden, self.reference, self.type = False, "", ""
        self.hidden_columns: list[tuple[int, int]] = []
        self.value: list[str] = []
        self.inside = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        match local(tag):
            case "row":
                self.columns.row()
                self.row_hidden = attributes.get("hidden") in {"1", "true"}
            case "col" if attributes.get("hidden") in {"1", "true"}:
                first, last = attributes.get("min", "0"), attributes.get("max", "0")
                self.hidden_columns.append((int(first), int(last)))
            case "c":
                self.reference, self.type = attributes.get("r", ""), attributes.get("t", "n")
                self.value, self.inside = [], ""
            case "v" | "t" | "f" as inside:
                self.inside = inside
                self.value = [] if inside != "t" else self.value
            case _:
                super().start(tag, attributes)

    def data(self, text: str) -> None:
        """Letters come."""
        if self.inside:
            self.value.append(text)
        else:
            super().data(text)

    def end(self, tag: str) -> None:
        """An element ends."""
        match local(tag):
            case "f":
                self.cell("".join(self.value), is_formula=True)
                self.value, self.inside = [], ""
            case "v" | "t":
                self.inside = ""
            case "c":
                self.cell("".join(self.value), is_formula=False)
                self.value = []
            case _:
                super().end(tag)

    def cell(self, text: str, *, is_formula: bool) -> None:
        """A cell has a text."""
        if self.type == "s" and not is_formula and text.strip().isdigit():
            number = int(text)
            self.used.add(number)
            text = self.strings[number] if number < len(self.strings) else ""
        if not text.strip():
            return
        match = REFERENCE.fullmatch(self.reference)
        column = column_of(match[1]) if match else self.columns.column + 1
        context = "" if is_formula else self.columns.next(" ".join(text.split()), column)
        if self.type == "n" and not is_formula:
            text = number_of(text, context)
        hidden = self.hidden or self.row_hidden
        hidden = hidden or any(a <= column + 1 <= b for a, b in self.hidden_columns)
        sort = "hidden" if hidden else "cell"
        self.found.append(((sort, self.sheet, self.reference), text, context))


def workbook_texts(archive: ZipFile) -> tuple[list[Found], frozenset[str]]:
    """The cells of all sheets, and the parts that need not be read again."""
    names = set(archive.namelist())
    strings: list[str] = parsed(archive, SHARED, Strings()) if SHARED in names else []
    states = parsed(archive, BOOK, States())
    found: list[Found] = []
    used: set[int] = set()
    done = {SHARED}
    for sheet, part in sheet_parts(archive):
        if part not in names or part in done:
            continue
        target = Cells(part, sheet, strings, hidden=states.get(sheet, "visible") != "visible")
        parsed(archive, part, target)
        found += target.found
        used |= target.used
        done.add(part)
        for path in related(archive, part).values():
            if "omments" in path and path in names and path not in done:
                done.add(path)
                found += comments(archive, path, sheet)
    found += [
        (("part", SHARED, str(n)), text, "") for n, text in enumerate(strings) if n not in used
    ]
    return found, frozenset(done)


def comments(archive: ZipFile, path: str, sheet: str) -> list[Found]:
    """The comments of a sheet, at the cells that they belong to."""
    target = Comments(path, sheet)
    parsed(archive, path, target)
    return target.found


class Comments(Words):
    """Takes comments, each with the cell that it belongs to."""

    def __init__(self, part: str, sheet: str) -> None:
        super().__init__(part)
        self.sheet, self.reference, self.is_author = sheet, "", False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        super().start(tag, attributes)
        if local(tag) in {"comment", "threadedComment"}:
            self.reference = attributes.get("ref", "")
        self.is_author = local(tag) == "author"

    def end(self, tag: str) -> None:
        """An element ends."""
        if local(tag) in {"author", "threadedComment"}:
            self.flush()
        super().end(tag)
        self.is_author = False

    def take(self, sort: str, text: str, context: str = "") -> None:
        """A comment, or who wrote comments."""
        place = (
            ("author", self.part, "1")
            if self.is_author or sort == "author"
            else ("comment", self.sheet, self.reference)
        )
        self.found.append((place, text, context))


class States:
    """Takes which sheets are hidden."""

    def __init__(self) -> None:
        self.states: dict[str, str] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if local(tag) == "sheet":
            self.states[attributes.get("name", "")] = attributes.get("state", "visible")

    def end(self, tag: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """Letters come."""

    def close(self) -> dict[str, str]:
        """The state of each sheet by its name."""
        return self.states


def number_of(text: str, context: str) -> str:
    """A number with all its digits; a day where the heading speaks of births."""
    from datetime import date

    try:
        value = float(text)
    except ValueError:
        return text
    if not abs(value) < 1e20:
        return text
    if 3_000 < value < 50_000 and BIRTH.search(context):
        return date.fromordinal(EPOCH + int(value)).isoformat()
    plain = text.strip()
    return plain if plain.isdigit() else str(int(value)) if value == int(value) else text


def column_of(letters: str) -> int:
    """The number of a column, from 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
