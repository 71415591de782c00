"""Whether a PDF is still as `smm print` made it: nothing was added, no stamp, no signature, no note."""

from __future__ import annotations

import io
from typing import Any, Final

MAKER: Final = "Typst"
"""What makes our sheets; programs that write a file anew put their own name beside it."""


def untouched(data: bytes) -> bool:
    """Whether nobody has added anything to a sheet, also where a program saved it again.

    Any other program draws what it adds behind the page that it found, or lays a note or a field on it.
    """
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as document:
        info = document.docinfo
        is_ours = str(info.get("/Creator", "")).startswith(MAKER) and "/Producer" not in info
        if not is_ours or "/AcroForm" in document.Root:
            return False
        return not any(added_to(page) for page in document.pages)


def added_to(page: Any) -> bool:
    """Whether a page has more than one drawing, or a note that is no link."""
    contents = page.obj.get("/Contents")
    if contents is not None and contents._type_name == "array" and len(contents) > 1:
        return True
    return any(str(note.get("/Subtype")) != "/Link" for note in page.obj.get("/Annots", ()))
