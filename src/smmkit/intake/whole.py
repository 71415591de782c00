"""Whether a paper that a person names is a file of its sort at all."""

from __future__ import annotations

from pathlib import Path

from smmkit.errors import SmmError
from smmkit.office.genuine import refuse_false
from smmkit.office.reading import DAMAGED, paper
from smmkit.words import say


def refuse_broken(file: Path, data: bytes) -> None:
    """See that a file is what its name says; one that asks for a password may well be.

    Raises:
        SmmError: it is not, or no reader can open it.
    """
    is_closed = refuse_false(file, data)
    if not is_closed and paper(file.name, data).unread == DAMAGED:
        raise SmmError(say("{path}: {message}", path=str(file), message=DAMAGED))
