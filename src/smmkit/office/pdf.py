"""A PDF file: its properties and the text of its first page."""

from __future__ import annotations

from typing import Any

from smmkit.office.zipped import OfficeError
from smmkit.words import say

MAX_LETTERS = 20_000
"""As much of a page is read."""


def opened(data: bytes) -> Any:
    """The document; whoever opens it closes it.

    Raises:
        OfficeError: it cannot be read.
    """
    import pypdfium2

    if not data:
        raise OfficeError(say("the file is empty"))
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise OfficeError(say("a password protects it")) from error
        raise OfficeError(say("it is damaged, or no file of this sort")) from error


def first_lines(data: bytes) -> tuple[dict[str, str], list[str]]:
    """The properties of a file, and the lines of its first page; a picture of a text has none.

    Raises:
        OfficeError: it cannot be read.
    """
    document = opened(data)
    try:
        own = {"title": str(document.get_metadata_dict().get("Title") or "")}
        page = document[0]
        text = page.get_textpage().get_text_bounded()[:MAX_LETTERS]
        return own, [line for raw in text.splitlines() if (line := " ".join(raw.split()))]
    finally:
        document.close()
