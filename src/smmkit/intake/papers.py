"""What an agency has already, as it is named: a folder, a list, or a single file."""

from __future__ import annotations

import os
from pathlib import Path

from smmkit.errors import SmmError
from smmkit.files.tree import Disk, Memory, Tree, read_file
from smmkit.intake.adoption import Adoption
from smmkit.intake.listing import rows_of, tables_of
from smmkit.intake.survey import from_list, survey
from smmkit.office.reading import OTHERS, READ, grids, suffix
from smmkit.office.zipped import OfficeError
from smmkit.qms import Qms
from smmkit.words import say


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
    tables = []
    if suffix(place.name) in {".xlsx", ".csv"}:
        try:
            tables = tables_of(grids(place.name, data)[0])
        except OfficeError as error:
            if suffix(place.name) == ".csv":
                raise SmmError(
                    say("{path}: {message}", path=str(source), message=error.message)
                ) from error
    if tables:
        language = qms.settings.organization.language if qms.settings else "id"
        rows = [row for table in tables for row in rows_of(table, qms.today, language)]
        adoption = from_list(qms, rows, tree := Disk(place.parent), beside)
        for table in tables:
            for at, text in table.strangers():
                adoption.left.append((at, say("the column {text} was not taken", text=text)))
        return tree, adoption
    if suffix(place.name) not in (*READ, *OTHERS):
        raise SmmError(
            say(
                "{path} is neither a document nor a list with columns such as Kode, Judul, Revisi",
                path=str(source),
            )
        )
    return (one := Memory({place.name: data})), survey(qms, one, beside)


def inside(place: Path, root: Path) -> str | None:
    """Where a folder lies in the QMS; None where it lies elsewhere."""
    return place.relative_to(root).as_posix() if place.is_relative_to(root) else None
