"""A copy of a file without what it says of itself: who made it, where, with what. What it shows stays."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

from smmkit.office.reading import suffix

PNG: Final = b"\x89PNG\r\n\x1a\n"
PNG_NOTES: Final = frozenset({b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"})
JPEG: Final = b"\xff\xd8"
JPEG_NOTES: Final = frozenset({0xE1, 0xED, 0xFE, *range(0xE3, 0xED), 0xEF})
"""APP1 (EXIF, XMP), APP13 (IPTC), comments and what makers of cameras add; colours stay (APP2, APP14)."""


def cleaned(name: str, data: bytes) -> bytes:
    """The same file without what it says of itself; the very bytes where nothing is to be taken out.

    A file that cannot be read comes back as it is: the screen tells that nobody could look into it.
    """
    try:
        match suffix(name):
            case ".jpg" | ".jpeg" if data.startswith(JPEG):
                return b"".join(without_notes(data))
            case ".png" if data.startswith(PNG):
                return b"".join(without_texts(data))
            case ".docx" | ".docm" | ".xlsx" | ".xlsm" | ".pptx" | ".odt" | ".ods" | ".odp":
                from smmkit.office.repacking import without_properties

                return without_properties(data)
            case ".pdf":
                from smmkit.office.pdf_cleaning import without_author

                return without_author(data)
    except Exception:  # noqa: BLE001 - a reader may stumble in any way over bytes
        return data
    return data


def without_notes(data: bytes) -> Iterator[bytes]:
    """The parts of a JPEG without its notes; which way up it is shown stays."""
    yield JPEG
    if turned := orientation(data):
        body = b"Exif\0\0MM\0*\0\0\0\x08" + struct.pack(">HHHIHHI", 1, 0x0112, 3, 1, turned, 0, 0)
        yield b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        if data[at + 1] == 0xFF:
            at += 1
            continue
        kind, (length,) = data[at + 1], struct.unpack_from(">H", data, at + 2)
        if kind == 0xDA:
            break
        if kind not in JPEG_NOTES:
            yield data[at : at + 2 + length]
        at += 2 + length
    end = data.rfind(b"\xff\xd9")
    yield data[at : end + 2] if end > at else data[at:]


def orientation(data: bytes) -> int:
    """Which way up a picture is shown, where it is not as it lies."""
    import io

    from PIL import Image

    try:
        with Image.open(io.BytesIO(data)) as picture:
            turned = picture.getexif().get(0x0112, 1)
    except Exception:  # noqa: BLE001 - a reader may stumble in any way over bytes
        return 0
    return turned if isinstance(turned, int) and 2 <= turned <= 8 else 0


def without_texts(data: bytes) -> Iterator[bytes]:
    """The chunks of a PNG without its notes."""
    yield PNG
    at = len(PNG)
    while at + 12 <= len(data):
        (length,), kind = struct.unpack_from(">I", data, at), data[at + 4 : at + 8]
        if kind not in PNG_NOTES:
            yield data[at : at + 12 + length]
        at += 12 + length
        if kind == b"IEND":
            return
