"""The pictures that the prose of a document draws on its sheet, as files of the folder."""

from __future__ import annotations

import html
import posixpath
from collections import defaultdict
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from smmkit.documents import Information
from smmkit.qms import Qms

ENDS: Final = (".png", ".jpg", ".jpeg")


def by_name(qms: Qms) -> dict[str, list[str]]:
    """The pictures of the folder by the name of their file."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in qms.tree.paths():
        if path.lower().endswith(ENDS):
            found[posixpath.basename(path)].append(path)
    return found


def drawn_in(document: Information, qms: Qms) -> Iterator[str]:
    """The pictures that the prose of a document may draw: rather one too many than one too few.

    Why by the name of the file: whatever way a path is written in Markdown, the name stands in it.
    """
    prose = document.source.prose
    if "![" not in prose:
        return
    said = html.unescape(unquote(prose).replace("\\", ""))
    for name, paths in qms.fact(by_name).items():
        if name in said:
            yield from paths
