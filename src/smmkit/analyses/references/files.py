"""The files beside the documents: where a path in a document leads."""

from __future__ import annotations

import posixpath

from smmkit.documents import Information
from smmkit.layout import DOCUMENT_ENDS, ways
from smmkit.personal.plain import UNSEEN, plain
from smmkit.qms import Qms
from smmkit.seals import beside, normal
from smmkit.words import Message


def resolve(document: Information, file: str) -> str:
    """The path from the top of the folder of a file that a document names from where it lies."""
    return beside(document, file)


def exists(qms: Qms, path: str) -> bool:
    """Whether a file is in the folder, spelled just so; links and files outside are not."""
    return path in qms.tree.paths()


def is_folder(qms: Qms, path: str) -> bool:
    """Whether files lie in a folder of this path."""
    return any(each.startswith(f"{path}/") for each in qms.tree.paths())


def refused(qms: Qms, path: str) -> tuple[str, Message] | None:
    """Why a file, or a folder on the way to it, is there and not read: which of these, and the reason."""
    known = qms.tree.refused()
    above = [f"{way}/" for way in ways(path)[:-1]] if known else []
    return next(((way, known[way]) for way in (*above, path, f"{path}/") if way in known), None)


def nearest(qms: Qms, path: str) -> str | None:
    """A file whose name differs only as `alike` says, that lies in another folder, or ends otherwise."""
    known = qms.fact(by_name)
    low = alike(path)
    name = posixpath.basename(low)
    whole, bare = f"{name}/", f"{posixpath.splitext(name)[0]}/"
    return known.get(low) or known.get(name) or known.get(whole) or known.get(bare)


def by_name(qms: Qms) -> dict[str, str]:
    """Every file by its path and its name; one beside the documents, with a `/`, also without its end."""
    known: dict[str, str] = {}
    for path in qms.tree.paths():
        low = alike(path)
        known.setdefault(low, path)
        name = posixpath.basename(low)
        known.setdefault(name, path)
        if not low.endswith(DOCUMENT_ENDS):
            known.setdefault(posixpath.splitext(name)[0] + "/", path)
    return known


def alike(path: str) -> str:
    """A path without what a person does not see in it: capitals, accents and how they are stored, `%20`,
    which dash or blank it is, signs without width.
    """
    return plain(UNSEEN.sub("", normal(path))).lower().replace("%20", " ")


def file_meant(qms: Qms, document: Information, file: str) -> str:
    """The file that was probably meant, as a path from the document that names it; empty where none is."""
    found = nearest(qms, resolve(document, file.replace("\\", "/")))
    return posixpath.relpath(found, posixpath.dirname(document.path) or ".") if found else ""
