"""What an agency has already, as it is named: a folder, a list, or a single file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from smmkit.errors import SmmError
from smmkit.files.tree import Disk, Memory, Tree, read_file
from smmkit.intake.adoption import Adoption
from smmkit.intake.forms.parts import part_of
from smmkit.intake.listing import rows_of, tables_of
from smmkit.intake.survey import from_list, survey
from smmkit.intake.table import Table
from smmkit.intake.words import data as data_of_words
from smmkit.intake.words import holds
from smmkit.intake.written_out import written_out
from smmkit.office.reading import OTHERS, READ, grids, suffix
from smmkit.office.zipped import OfficeError
from smmkit.qms import Qms
from smmkit.words import Message, say


def read_papers(source: Path, qms: Qms, root: Path) -> tuple[Tree, Adoption]:
    """What a folder, a list or a single file brings, and where its bytes come from.

    Raises:
        SmmError: it is not there, or is neither.
    """
    place = source.resolve()
    if os.path.isdir(place):  # noqa: PTH112 - never raises
        skip = root.relative_to(place).as_posix() + "/" if place in root.parents else None
        return (tree := Disk(place)), survey(qms, tree, inside(place, root), skip)
    beside, data = inside(place.parent, root), read_file(place)
    if tables := lists_in(source, place.name, data):
        language = qms.settings.organization.language if qms.settings else "id"
        rows = [row for table in tables for row in rows_of(table, qms.today, language)]
        adoption = from_list(qms, rows, tree := Disk(place.parent), beside)
        for table in tables:
            adoption.left += left_of(table)
        return tree, adoption
    if suffix(place.name) not in (*READ, *OTHERS):
        raise SmmError(
            say(
                "{path} is neither a document nor a list with columns such as Kode, Judul, Revisi",
                path=str(source),
            )
        )
    return (one := Memory({place.name: data})), survey(qms, one, beside)


def left_of(table: Table) -> Iterator[tuple[Message | str, Message]]:
    """What a list says that is not taken: its columns, and the rows that are no document of it."""
    notes = [(table.grid.place_of(table.top, n), "; ".join(table.paths[n])) for n in noted(table)]
    for at, text in (*table.strangers(), *notes):
        yield at, say("the column {text} was not taken", text=text)
    parts = [n for n in table.below() if part_of(table.grid.rows[n])]
    for n in (*range(table.top), *parts, *sorted(table.outside)):
        texts = [" ".join(text.split()) for text in dict.fromkeys(table.grid.rows[n]) if text]
        if texts:
            line = " | ".join(texts)
            yield table.grid.place_of(n, 0), say("{text}: no document; not taken", text=line)


def noted(table: Table) -> list[int]:
    """The columns of remarks that say something."""
    cells = table.grid.cell
    return [n for n in table.columns("note") if any(cells(row, n) for row in table.below())]


def lists_in(source: Path, name: str, data: bytes) -> list[Table]:
    """The lists of documents of a file; of a text only where it says that it is one, and has no other table.

    Raises:
        SmmError: a list as CSV cannot be read.
    """
    if suffix(name) not in {".xlsx", ".csv", ".docx"}:
        return []
    try:
        found = [written_out(grid)[0] for grid in grids(name, data)[0]]
    except OfficeError as error:
        if suffix(name) == ".csv":
            message = say("{path}: {message}", path=str(source), message=error.message)
            raise SmmError(message) from error
        return []
    tables = tables_of(found)
    if suffix(name) == ".docx":
        titles = [name, *(line for grid in found for line in grid.above)]
        is_said = any(holds(title, data_of_words()["lists_of_documents"]) for title in titles)
        return tables if is_said and len(tables) == len(found) else []
    return tables


def inside(place: Path, root: Path) -> str | None:
    """Where a folder lies in the QMS; None where it lies elsewhere."""
    return place.relative_to(root).as_posix() if place.is_relative_to(root) else None
