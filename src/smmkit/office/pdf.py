"""A PDF file: its properties, the text of its first page, or of all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smmkit.office.zipped import OfficeError
from smmkit.words import say

if TYPE_CHECKING:
    import pypdfium2

MAX_LETTERS = 20_000
"""As much of a page is read."""

MAX_PAGES = 400
"""So many pages are read where all are asked for."""


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


def page_texts(data: bytes) -> list[str]:
    """The text of each page, of a long file those at its beginning and its last one.

    Raises:
        OfficeError: it cannot be read.
    """
    document = opened(data)
    try:
        numbers = [*range(min(len(document), MAX_PAGES))]
        if len(document) > MAX_PAGES:
            numbers.append(len(document) - 1)
        return [text_of(document[number]) for number in numbers]
    finally:
        document.close()


def text_of(page: pypdfium2.PdfPage) -> str:
    """The text of a page; its head and its foot where it is long."""
    text: str = page.get_textpage().get_text_bounded()
    return text if len(text) <= 2 * MAX_LETTERS else text[:MAX_LETTERS] + text[-MAX_LETTERS:]


def refuse_burst(document: Any) -> None:
    """See that the memory was enough for a file: qpdf goes on without what does not fit into it.

    Raises:
        MemoryError: it was not.
    """
    if any("bad_alloc" in str(warning) for warning in document.get_warnings()):
        raise MemoryError


def opened(data: bytes) -> pypdfium2.PdfDocument:
    """A PDF, opened.

    Raises:
        OfficeError: it cannot be.
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
