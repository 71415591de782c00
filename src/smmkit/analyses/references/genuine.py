"""The files that documents name and that are not what they should be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from typing import Final

from smmkit.analyses.references.files import exists, resolve
from smmkit.analyses.references.links import links
from smmkit.analyses.texts.seen import seen_of_file
from smmkit.errors import reason
from smmkit.model.marks import FILE
from smmkit.office.genuine import AGAIN, Fault, fault_of, is_locked
from smmkit.office.sorts import OOXML
from smmkit.office.zipped import LARGE, is_torn
from smmkit.qms import Qms
from smmkit.words import say

TORN: Final = (say("{file} is damaged in the middle"), AGAIN)
"""What is said of a file whose ends are whole."""


def broken_files(qms: Qms) -> dict[str, Fault]:
    """Every named file that is not what its name says, by its path: why, and what to do."""
    found: dict[str, Fault] = {}
    seen: set[str] = set()
    for link in qms.fact(links):
        if link.mark is FILE and (path := resolve(link.document, link.target)) not in seen:
            seen.add(path)
            if exists(qms, path) and (fault := seen_of_file(qms, path, looked_at)):
                found[path] = fault
    return found


def looked_at(qms: Qms, path: str) -> Fault | None:
    """What is wrong with one file; a PDF that is encrypted is opened to see whether it asks.

    Why: many are encrypted only so that nobody changes them, and open for whoever has them.
    """
    try:
        ends = qms.tree.ends(path)
        fault = fault_of(path, ends)
        if fault is None and PurePosixPath(path).suffix.lower() in OOXML and ends.size <= LARGE:
            fault = TORN if is_torn(qms.tree.read(path)) else None
        if fault and is_locked(fault) and path.lower().endswith(".pdf"):
            fault = fault if asks_for_password(qms, path) else None
    except OSError as error:
        fault = (
            say("{file} cannot be opened: {reason}", reason=reason(error)),
            say("see that it lies on this disk, and that you may read it"),
        )
    if fault is None:
        return None
    message, hint = fault
    return replace(message, values={**message.values, "file": path}), hint


def asks_for_password(qms: Qms, path: str) -> bool:
    """Whether a PDF does not open without one."""
    from smmkit.office.reading import paper

    unread = paper(PurePosixPath(path).name, qms.tree.read(path)).unread
    return unread is not None and unread.text == "a password protects it"
