"""The fingerprint that an approval seals."""

from __future__ import annotations

import json
import posixpath
import unicodedata
from hashlib import sha256
from typing import Any

from smmkit.documents import Document, Information
from smmkit.files.tree import Tree

UNSEALED = frozenset({"approvals", "checked_against", "copies"})
"""What verbs write below a text; no approval covers it."""


def canonical(values: Any) -> bytes:
    """Values as one text, however they are written."""
    text = json.dumps(values, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return normal(text).encode()


def beside(document: Information, file: str) -> str:
    """The path from the top of the folder of a file that a document names from where it lies."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(document.path), file))


def fingerprint_in(tree: Tree, document: Information, kept: str = "", without: str = "") -> str:
    """The hash that an approval seals: the values as written, the prose, the attached bytes.

    Canonical JSON (keys sorted, NFC), without what verbs write and one more field, if named; prose with LF;
    for each attached file its path and SHA-256, taken from the folder `kept` if a copy lies there.
    Comments, order and indentation may change, what is said may not.
    """
    values = {k: v for k, v in document.source.values.items() if k not in {*UNSEALED, without}}
    digest = sha256(canonical(values))
    digest.update(b"\0" + normal(document.source.prose.strip()).encode())
    for file in document.attached:
        digest.update(
            b"\0" + file.encode() + b"\0" + attached_hash(tree, document, file, kept).encode()
        )
    return "sha256:" + digest.hexdigest()


def attached_hash(tree: Tree, document: Information, file: str, kept: str) -> str:
    """The SHA-256 of an attached file; empty where it is missing, which another rule tells."""
    path = f"{kept}/{posixpath.basename(file)}"
    if not kept or path not in tree.paths():
        path = beside(document, file)
    try:
        return tree.digest(path)
    except OSError:
        return ""


def normal(text: str) -> str:
    """NFC, so that a letter typed on a Mac counts as the same."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def fingerprints_in(tree: Tree, document: Document, whole: str | None = None) -> set[str]:
    """The fingerprints by which the text of a file may be sealed; `whole` is that of all of it, if known.

    To withdraw a text is no change of it: the day may be written below an approval given before.
    """
    found = {whole or fingerprint_in(tree, document)}
    if document.withdrawn is not None:
        found.add(fingerprint_in(tree, document, without="withdrawn"))
    return found


def is_sealed_in(tree: Tree, document: Information) -> bool:
    """Whether an approval of its version has sealed the text as it stands in the file."""
    if not isinstance(document, Document):
        return False
    given = {a.hash for a in document.approvals if a.version == document.version}
    return bool(given) and bool(given & fingerprints_in(tree, document))
