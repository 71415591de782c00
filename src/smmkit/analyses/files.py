"""The files beside the documents: where a path in a document leads."""

from __future__ import annotations

import posixpath

from smmkit.documents import Information
from smmkit.qms import Qms


def resolve(document: Information, file: str) -> str:
    """The path from the top of the folder of a file that a document names from where it lies."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(document.path), file))


def exists(qms: Qms, path: str) -> bool:
    """Whether a file is in the folder, spelled just so; links and files outside are not."""
    return path in qms.tree.paths()


def nearest(qms: Qms, path: str) -> str | None:
    """A file whose name differs only in upper and lower case, or lies in another folder."""
    low, name = path.lower(), posixpath.basename(path).lower()
    for other in qms.tree.paths():
        if other.lower() == low or posixpath.basename(other).lower() == name:
            return other
    return None
