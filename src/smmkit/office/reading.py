"""The one door to files of office programs: text and tables, or in words why there are none."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from smmkit.cells import Cells
from smmkit.location import SourceError
from smmkit.office import apart
from smmkit.office.dialects import in_usual_form
from smmkit.office.grid import FAULTS, UNCOUNTED, Grid, evened
from smmkit.office.zipped import OfficeError, is_large
from smmkit.words import Message, say

DAMAGED = say("it is damaged, or no file of this sort")
"""What is said of a file that no reader could open."""

MAX_LINES = 80
"""The lines of a text that are looked at: about a page."""

READ = (".docx", ".xlsx", ".pdf")
"""The files whose text can be read."""

KEPT = (".doc", ".xls", ".ppt", ".pptx", ".odt", ".ods", ".odp", ".rtf", ".docm", ".xlsm", ".vsd")
PICTURES = (".vsdx", ".drawio", ".jpg", ".jpeg", ".png", ".tif", ".tiff")
OTHERS = (*KEPT, *PICTURES)
"""The files that are documents all the same."""

BROADEST, LONGEST = 500, 10_000
"""More columns and rows than this no table of people has."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What can be seen of a document without turning a page."""

    lines: tuple[str, ...] = ()
    heading: str = ""
    """The first line that the file itself calls a title or a heading."""
    properties: dict[str, str] = field(default_factory=dict)
    unread: Message | None = None
    """Why there is no text."""


def suffix(name: str) -> str:
    """The end of a file name, in small letters."""
    return PurePosixPath(name).suffix.lower()


def paper(name: str, data: bytes) -> Paper:
    """The first page of a document; what cannot be read says why."""
    try:
        return _paper(name, data)
    except OfficeError as error:
        return Paper(unread=error.message)
    except Exception:  # noqa: BLE001 - a reader may stumble in any way over bytes that it was not made for
        return Paper(unread=DAMAGED)


def pages(data: bytes) -> tuple[list[str], Message | None]:
    """The text of each page of a PDF, or why there is none; a picture of a page has no text."""
    try:
        return [*map(str, apart.ask("pdf pages", data))], None
    except OfficeError as error:
        return [], error.message
    except Exception:  # noqa: BLE001 - a reader may stumble in any way over bytes that it was not made for
        return [], DAMAGED


def is_untouched(data: bytes) -> bool:
    """Whether a PDF is a sheet of ours to which nobody has added anything; of what no reader opens, no."""
    try:
        return bool(apart.ask("pdf untouched", data))
    except OfficeError:
        return False


def text_of(name: str, data: bytes) -> list[list[str]]:
    """The lines of a text, page by page; of a Word file all in one, and nothing where none can be read."""
    match suffix(name):
        case ".pdf":
            return [page.splitlines() for page in pages(data)[0]]
        case ".docx" if not is_large(data, 4):
            from smmkit.office import word

            return [list(word.lines_in(word.opened(data).element.body))]
    return []


def paragraphs_of(name: str, data: bytes) -> tuple[list[str], frozenset[str]]:
    """The paragraphs of a Word file outside of its tables, and which of them are headings."""
    if suffix(name) != ".docx" or is_large(data, 4):
        return [], frozenset()
    from smmkit.office import word

    return word.paragraphs_outside_tables(word.opened(data))


def _paper(name: str, data: bytes) -> Paper:
    name, data = in_usual_form(name, data)
    match suffix(name):
        case (".docx" | ".xlsx") as end:
            kind = end.removeprefix(".")
            read = apart.ask(kind, data) if is_large(data) else lines_in(kind, data)
        case ".pdf":
            read = [*apart.ask("pdf", data), ""] if data else []
        case end:
            return Paper(unread=say("smmkit reads no {format}", format=end))
    if not read:
        return Paper(unread=say("the file is empty"))
    own, found, heading = read
    return with_words(Paper(tuple(found[:MAX_LINES]), heading, own))


def lines_in(kind: str, data: bytes) -> tuple[dict[str, str], list[str], str]:
    """The properties of a Word or Excel file, its first lines, and what it calls its title."""
    if kind == "xlsx":
        from smmkit.office import excel

        return *excel.first_lines(data, MAX_LINES), ""
    from smmkit.office import word

    document = word.opened(data)
    known = document.core_properties
    lines = list(word.first_lines(document, MAX_LINES))
    headings = [text for text, style in lines if style.startswith(("Title", "Heading 1"))]
    own = {"title": known.title, "version": known.version}
    return own, [text for text, _ in lines], headings[0] if headings else ""


def tables_in(kind: str, data: bytes) -> tuple[list[Grid], list[str]]:
    """Every table of a Word or Excel file, and the names of the sheets that are hidden."""
    if kind == "xlsx":
        from smmkit.office import excel

        return excel.grids(data)
    from smmkit.office import word

    return word.grids(word.opened(data)), []


def with_words(paper: Paper) -> Paper:
    """The same paper, if there are words in it; else one that says that there are none."""
    if paper.lines:
        return paper
    return Paper((), "", paper.properties, say("it holds no text (is it a picture of one?)"))


def grids(name: str, data: bytes) -> tuple[list[Grid], list[str]]:
    """Every table of a file, and the names of the sheets that are hidden and were not read.

    Raises:
        OfficeError: it cannot be read.
    """
    try:
        match suffix(name):
            case (".docx" | ".xlsx") as end:
                kind = end.removeprefix(".")
                if not is_large(data):
                    return tables_in(kind, data)
                found, hidden = apart.ask(f"{kind} tables", data)
                return [
                    Grid(n, tuple(map(tuple, rows)), sheet, above=tuple(above))
                    for n, rows, sheet, above in found
                ], hidden
            case ".csv":
                return [from_csv(name, data)], []
    except OfficeError:
        raise
    except SourceError as error:
        raise OfficeError(error.message) from error
    except Exception as error:
        raise OfficeError(DAMAGED) from error
    raise OfficeError(say("tables are read from .docx, .xlsx and .csv"))


def check_size(rows: int, columns: int) -> None:
    """Refuse a table that is larger than a table of people is.

    Why: what each heading and each row means is looked for among all the words that are known.

    Raises:
        OfficeError: it is.
    """
    if columns > BROADEST:
        raise OfficeError(
            say(
                "it has {n} columns; a table is read up to {most}: delete those that are not needed",
                n=columns,
                most=BROADEST,
            )
        )
    if rows > LONGEST:
        raise OfficeError(
            say("it has {n} rows; a table is read up to {most}: divide it", n=rows, most=LONGEST)
        )


def from_csv(name: str, data: bytes) -> Grid:
    """A CSV file as a table; with commas between its cells, the point is the decimal sign.

    Raises:
        OfficeError: it is larger than a table of people is.
        SourceError: it is no text, or has no heading.
    """
    cells = Cells.parse(name, data)
    check_size(len(cells.rows), len(cells.heading))
    said = next(csv.reader(cells.lines[cells.heading_line - 1 :], delimiter=cells.delimiter))
    written = {text.strip().lower(): text for text in said}
    rows = [[" ".join(written.get(cell, cell).split()) for cell in cells.heading]]
    for _, row in cells.rows:
        texts = [UNCOUNTED + one if (one := cell.strip()) in FAULTS else one for cell in row]
        if cells.delimiter == ",":
            texts = [with_comma(text) for text in texts]
        rows.append(texts)
    numbers = (cells.heading_line, *(line for line, _ in cells.rows))
    return Grid(PurePosixPath(name).name, evened(rows), lines=numbers)


def with_comma(text: str) -> str:
    """A number with a point before its decimals, written with a comma."""
    head, point, tail = text.partition(".")
    is_number = point and head.lstrip("+-").isdigit() and tail.isdigit()
    return f"{head},{tail}" if is_number else text
