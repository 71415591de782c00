"""The tables of numbers and answers that documents name."""

from __future__ import annotations

from collections.abc import Callable

from smmkit.analyses.references.files import exists, resolve
from smmkit.cells import Cells
from smmkit.documents import Information
from smmkit.files.ends import Ends
from smmkit.location import SourceError
from smmkit.office.genuine import fault_of
from smmkit.qms import Qms
from smmkit.yaml_text.decoding import MAX_READ


def table_of(
    qms: Qms, document: Information, name: str, is_column: Callable[[str], bool]
) -> Cells | SourceError | None:
    """The table in a file that a document names, or why it is none.

    None where the file itself is at fault, which rules SMM205 and SMM208 tell: it is missing or empty,
    cannot be opened, or is only the pointer to one that was not fetched.
    """
    path = resolve(document, name)
    if not exists(qms, path):
        return None
    try:
        data = qms.tree.read(path, MAX_READ)
        return None if fault_of(path, Ends.of(data)) else Cells.table(path, data, is_column)
    except OSError:
        return None
    except SourceError as error:
        return error
