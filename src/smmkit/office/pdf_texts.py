"""All the text in a PDF file: pages, comments, fields, properties, and files within."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Final
from unicodedata import category

from smmkit.office.pdf import opened
from smmkit.office.pdf_revisions import earlier
from smmkit.office.pdf_strings import not_shown, strings

Found = tuple[tuple[str, ...], str, str]
MAX_PAGES, MAX_LETTERS, MAX_ANNOTATIONS, MAX_FILES = 2_000, 20_000_000, 5_000, 20
XMP, XMP_END, MAX_XMP = b"<x:xmpmeta", b"</x:xmpmeta>", 200_000
TAG: Final = re.compile(r"<[^<>]*>")
HYPHENS: Final = "\x02\xad\ufffe"
"""What stands for a hyphen at the end of a line."""
NO_LETTERS: Final = frozenset({"Cc", "Co", "Cn"})
PROGRAMS: Final = frozenset({"CreationDate", "ModDate", "Producer", "Creator"})
"""What programs say of themselves, not people."""


def pdf_texts(data: bytes) -> tuple[list[Found], list[tuple[str, str]]]:
    """Every text of a file, and the pages that are pictures.

    Raises:
        OfficeError: it cannot be read.
    """
    document = opened(data)
    found: list[Found] = []
    unread: list[tuple[str, str]] = []
    blank: list[int] = []
    try:
        found += properties(document, data)
        letters = 0
        for number in range(min(len(document), MAX_PAGES)):
            page = document[number]
            text = text_on(page)
            letters += len(text)
            if letters > MAX_LETTERS:
                unread.append(("long", ""))
                break
            if text.strip():
                found.append((("page", str(number + 1)), text, ""))
                if is_garbled(text):
                    unread.append(("letters", str(number + 1)))
            elif has_picture(page):
                unread.append(("page", str(number + 1)))
            else:
                blank.append(number)
            found += remarks(page, number + 1)
        if len(document) > MAX_PAGES:
            unread.append(("long", ""))
        unread += [("part", name) for name in files_in(document)]
    finally:
        document.close()
    unread += [("letters", str(number + 1)) for number in not_shown(data, blank)]
    more, unreadable = strings(data)
    said = {text for _, text, _ in found}
    found += [one for one in more if one[1] not in said]
    before, is_more = earlier(data, [text for _, text, _ in found])
    unread += unreadable + ([("long", "")] if is_more else [])
    return found + before, unread


def text_on(page: Any) -> str:
    """All the text of a page: also what lies beside it or was only cut away."""
    return str(page.get_textpage().get_text_range())


def is_garbled(text: str) -> bool:
    """Whether a font does not say which letters it draws, so that other signs are read than are seen."""
    signs = [sign for sign in text if not sign.isspace() and sign not in HYPHENS]
    odd = sum(category(sign) in NO_LETTERS for sign in signs)
    return odd * 20 > len(signs)


def properties(document: Any, data: bytes) -> Iterator[Found]:
    """What the file says of itself, in both of the places where a PDF does."""
    for name, value in document.get_metadata_dict().items():
        if value and name not in PROGRAMS:
            sort = "author" if name == "Author" else "property"
            yield (sort, name), str(value), name
    for packet in packets(data):
        text = packet.decode("utf-8", "replace")
        yield ("property", "XMP"), TAG.sub(" ", text), ""
        _, begun, rest = text.partition("<dc:creator>")
        creator, ended, _ = rest.partition("</dc:creator>")
        if begun and ended:
            yield ("author", "dc:creator"), TAG.sub(" ", creator).strip(), ""


def packets(data: bytes) -> Iterator[bytes]:
    """The properties of a file that stand in it as XML; each is sought from its end, so none twice."""
    gone, end = 0, data.find(XMP_END)
    while end >= 0:
        begin = data.find(XMP, max(gone, end - MAX_XMP), end)
        if begin >= 0:
            yield data[begin : end + len(XMP_END)]
        gone, end = end, data.find(XMP_END, end + 1)


def has_picture(page: Any) -> bool:
    """Whether a picture, or drawn lines that may be letters, stand on a page."""
    return next(iter(page.get_objects(max_depth=3)), None) is not None


def remarks(page: Any, number: int) -> Iterator[Found]:
    """The comments and the filled fields of a page, and who wrote them."""
    from pypdfium2 import raw

    for index in range(min(raw.FPDFPage_GetAnnotCount(page), MAX_ANNOTATIONS)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        is_field = raw.FPDFAnnot_GetSubtype(annotation) == raw.FPDF_ANNOT_WIDGET
        named = value_of(raw, annotation, b"T")
        for key in (b"Contents", b"V"):
            if text := value_of(raw, annotation, key):
                yield ("comment", f"{number}", ""), text, named if is_field else ""
        if named and not is_field:
            yield ("author", f"{number}", ""), named, ""
        raw.FPDFPage_CloseAnnot(annotation)


def value_of(raw: Any, annotation: Any, key: bytes) -> str:
    """A text that an annotation holds."""
    length = raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if not 2 < length < 200_000:
        return ""
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFAnnot_GetStringValue(
        annotation, key, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), length
    )
    return buffer.raw[: length - 2].decode("utf-16-le", "replace")


def files_in(document: Any) -> Iterator[str]:
    """The names of files that the PDF carries within."""
    with suppress(Exception):
        for index in range(min(document.count_attachments(), MAX_FILES)):
            yield str(document.get_attachment(index).get_name())
