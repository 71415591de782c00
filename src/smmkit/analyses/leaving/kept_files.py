"""Files of documents that stay, where a document that leaves brings them along."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from smmkit.analyses.leaving.selection import Selection
from smmkit.analyses.privacy.confidentiality import class_of_document, may_leave
from smmkit.analyses.references.files import resolve
from smmkit.analyses.references.links import Link, links
from smmkit.analyses.texts.prose_pictures import drawn_in
from smmkit.documents import Information
from smmkit.layout import DOCUMENT_ENDS
from smmkit.model.marks import FILE
from smmkit.qms import Qms

ID: Final = re.compile(rb"^id: *['\"]?([^\s'\"#]+)", re.MULTILINE)
HEAD: Final = 4_000
"""Bytes of a text in which its id stands."""

SMALL: Final = 64
"""Files of fewer bytes may be the same by chance."""


def keepers(qms: Qms) -> dict[str, Information]:
    """The files that documents name whose class keeps them, each with the first of these documents.

    Why not of documents without a class: nobody has said yet that they stay.
    """
    found: dict[str, Information] = {}
    for link in qms.fact(links):
        if link.mark is FILE and is_kept(link.document, qms):
            found.setdefault(resolve(link.document, link.target), link.document)
    for document in qms.documents:
        if is_kept(document, qms):
            for path in drawn_in(document, qms):
                found.setdefault(path, document)
    return found


def is_kept(document: Information, qms: Qms) -> bool:
    """Whether a document has a class that keeps it."""
    return class_of_document(document, qms) is not None and not may_leave(document, qms)


def taken_along(qms: Qms) -> Iterator[tuple[Link, Information]]:
    """Each place where a document that may leave names a file of one that stays, or its very text."""
    kept = qms.fact(keepers)
    for link in qms.fact(links):
        if link.mark is not FILE or not may_leave(link.document, qms):
            continue
        path = resolve(link.document, link.target)
        if keeper := kept.get(path) or text_of_kept(path, qms):
            yield link, keeper
    for document in qms.documents:
        for path in drawn_in(document, qms) if may_leave(document, qms) else ():
            if keeper := kept.get(path):
                yield Link(document, (), path, FILE), keeper


def text_of_kept(path: str, qms: Qms) -> Information | None:
    """The document that stays whose text, or a kept copy of it, a file is."""
    if not path.endswith(DOCUMENT_ENDS):
        return None
    try:
        match = ID.search(qms.tree.read(path)[:HEAD])
    except OSError:
        return None
    home = qms.homes.get(match[1].decode("utf-8", "replace")) if match else None
    return home[0] if home and is_kept(home[0], qms) else None


def same_bytes(qms: Qms, selection: Selection) -> Iterator[tuple[str, str, Information]]:
    """Files that go and are byte for byte one that stays: its path, that of the other, whose that is."""
    sent = {path for chosen in selection.chosen for path in (*chosen.files, chosen.signed) if path}
    sizes: dict[int, list[tuple[str, Information]]] = {}
    for path, keeper in qms.fact(keepers).items():
        if (data := read(path, qms)) is not None and path not in sent:
            sizes.setdefault(len(data), []).append((path, keeper))
    for path in sorted(sent):
        data = read(path, qms)
        for other, keeper in sizes.get(len(data), ()) if data and len(data) >= SMALL else ():
            if read(other, qms) == data:
                yield path, other, keeper
                break


def repeated(selection: Selection, qms: Qms) -> Iterator[tuple[str, str, Information]]:
    """Files that go and are byte for byte one of another document: the path of each, whose the other is.

    Why: what was laid over another file by a slip can still be opened, and proves something else.
    """
    sizes: dict[int, dict[str, list[Information]]] = {}
    for chosen in selection.chosen:
        for path in chosen.files:
            if (size := size_of(path, qms)) >= SMALL:
                sizes.setdefault(size, {}).setdefault(path, []).append(chosen.document)
    for alike in sizes.values():
        if len(alike) == 1:
            continue  # nothing else is of its size, and it need not be read
        first: dict[str, str] = {}
        for path in sorted(alike):
            other = first.setdefault(qms.tree.digest(path), path)
            owners = alike[other]
            if other != path and not any(one in owners for one in alike[path]):
                yield path, other, owners[0]


def size_of(path: str, qms: Qms) -> int:
    """How many bytes a file has; 0 where it cannot be opened, which others tell."""
    try:
        return qms.tree.ends(path).size
    except OSError:
        return 0


def read(path: str, qms: Qms) -> bytes | None:
    """The bytes of a file; None where it cannot be read, which others tell."""
    try:
        return qms.tree.read(path)
    except OSError:
        return None
