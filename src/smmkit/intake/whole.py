"""Whether a paper that a person names is a file of its sort at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from smmkit.ends import Ends
from smmkit.errors import SmmError
from smmkit.office.genuine import fault_of, is_locked
from smmkit.office.reading import DAMAGED, paper
from smmkit.words import say


def refuse_broken(file: Path, data: bytes) -> None:
    """See that a file is what its name says; one that asks for a password may well be.

    Raises:
        SmmError: it is not, or no reader can open it.
    """
    fault = fault_of(file.name, Ends.of(data))
    if fault is None and paper(file.name, data).unread == DAMAGED:
        raise SmmError(say("{path}: {message}", path=str(file), message=DAMAGED))
    if fault is None or is_locked(fault):
        return
    message, hint = fault
    named = replace(message, values={**message.values, "file": str(file)})
    raise SmmError(say("{fault}; {hint}", fault=named, hint=hint))
