"""Whether a file is what its name says, as far as its first and last bytes tell."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Final

from smmkit.errors import SmmError
from smmkit.files.ends import OLE, Ends
from smmkit.office.sorts import (
    OLD,
    OLD_OFFICE,
    OOXML,
    OPEN,
    OPEN_DOCUMENTS,
    OTHERS,
    PARTIAL,
    PDF,
    PHOTOS,
    PICTURE,
    PICTURES,
    POINTERS,
    RTF,
    ZIP,
)
from smmkit.office.zip_list import names_in
from smmkit.words import Message, say

Fault = tuple[Message, Message]
"""What is wrong with a file, and what to do; `file` is still to be filled in."""

LFS: Final = b"version https://git-lfs.github.com/spec/"
WEB: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s{0,99})?<(?:!doctype html|html|head|body|script|meta)\b",
    re.IGNORECASE,
)
AGAIN = say("copy or download it again, and open it once to see")
MEANT = say("put the file that is meant in its place")
NO_PASSWORD = say("save a copy that opens without one, and name that")

BLANKS: Final = b"\0 \t\r\n\xef\xbb\xbf"


def fault_of(name: str, ends: Ends) -> Fault | None:
    """Why a file cannot be what its name says; None where nothing speaks against it."""
    end = PurePosixPath(name).suffix.lower()
    if not ends.size:
        return say("{file} is empty"), MEANT
    if not (ends.head + ends.tail).strip(BLANKS):
        return say("{file} holds nothing but blanks or zeros"), MEANT
    if ends.head.startswith(LFS):
        return (
            say("{file} is only the pointer of Git LFS to a file that was not fetched"),
            say("fetch it: git lfs pull"),
        )
    if end in POINTERS:
        return (
            say("{file} only leads to a document that lies elsewhere"),
            say("save that document as a PDF in the folder, and name the PDF"),
        )
    if end in PARTIAL:
        return say("{file} is a download that has not ended"), AGAIN
    sort = sort_of(end)
    if sort is None:
        return None
    wanted, look = sort
    if WEB.match(ends.head):
        return (
            say("{file} is a web page, no {sort}", sort=wanted),
            say("open the page, and print it as a PDF"),
        )
    return look(end, ends)


def sort_of(end: str) -> tuple[Message, Callable[[str, Ends], Fault | None]] | None:
    """What a file of this ending is called, and who looks at it."""
    if end == ".pdf":
        return PDF, in_pdf
    if end in OOXML:
        return OOXML[end][0], in_office
    if end in OLD_OFFICE:
        return OLD, in_old_office
    if end in OPEN_DOCUMENTS:
        return OPEN, in_open_document
    if end in PICTURES or end in PHOTOS:
        return PICTURE, in_picture
    if end in OTHERS:
        return OTHERS[end], in_any
    return (ZIP, in_zip) if end == ".zip" else None


def other(ends: Ends, wanted: Message) -> Fault:
    """What is said of a file that begins as none of its sort does."""
    found = as_it_begins(ends)
    if found is None:
        return say("{file} is no {sort}, or damaged", sort=wanted), AGAIN
    return (
        say(
            "{file} is no {sort}; its first bytes are those of another: {other}",
            sort=wanted,
            other=found,
        ),
        say("give it the ending that fits, or save it anew as what its name says"),
    )


def as_it_begins(ends: Ends) -> Message | None:
    """What a file is by its first bytes."""
    head = ends.head
    if head.startswith(b"PK\x03\x04"):
        names = names_in(ends)
        for sort, main in OOXML.values():
            if names and any(name.startswith(main) for name in names):
                return sort
        return ZIP
    begins = {b"%PDF-": PDF, OLE: OLD, b"{\\rtf": RTF}
    found = next((sort for magic, sort in begins.items() if head.startswith(magic)), None)
    return found or (PICTURE if is_picture(head) else None)


def cut() -> Fault:
    """What is said of a file that has a begin and no end."""
    return say("{file} is cut off: its end is missing"), AGAIN


def locked() -> Fault:
    """What is said of a file that asks for a password."""
    return say("{file} opens only with a password"), NO_PASSWORD


def is_locked(fault: Fault) -> bool:
    """Whether a fault is that a file asks for a password."""
    return fault[1] is NO_PASSWORD


ENCRYPTED: Final = re.compile(rb"/Encrypt\s{0,9}(?:[0-9]{1,9}\s{1,9}[0-9]{1,5}\s{1,9}R|<<)")


def in_pdf(_: str, ends: Ends) -> Fault | None:
    """A PDF has its mark in the first kilobyte, and `%%EOF` in the last two."""
    if b"%PDF-" not in ends.head[:1024]:
        return other(ends, PDF)
    if b"%%EOF" not in ends.tail[-2048:]:
        return cut()
    if ENCRYPTED.search(ends.tail) or ENCRYPTED.search(ends.head):
        return locked()
    return None


def in_zip(_: str, ends: Ends) -> Fault | None:
    """A zip has a list of its files at its end."""
    if not ends.head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return other(ends, ZIP)
    return cut() if names_in(ends) is None else None


def in_office(end: str, ends: Ends) -> Fault | None:
    """A file of Office 2007 or later is a zip with a main part, by whose name one knows which it is."""
    wanted, main = OOXML[end]
    if (
        ends.head.startswith(OLE)
        and "EncryptedPackage".encode("utf-16-le") in ends.head + ends.tail
    ):
        return locked()
    if not ends.head.startswith(b"PK\x03\x04"):
        return other(ends, wanted)
    names = names_in(ends)
    if names is None:
        return cut()
    if names and not any(name.startswith(main) for name in names):
        return other(ends, wanted)
    return None


def in_open_document(_: str, ends: Ends) -> Fault | None:
    """A file of LibreOffice is a zip with a `content.xml`."""
    if not ends.head.startswith(b"PK\x03\x04"):
        return other(ends, OPEN)
    names = names_in(ends)
    if names is None:
        return cut()
    return other(ends, OPEN) if names and "content.xml" not in names else None


def in_old_office(_: str, ends: Ends) -> Fault | None:
    """A file of Office 97 to 2003 has sectors of 512 bytes; Word also writes RTF under that name."""
    if ends.head.startswith(b"{\\rtf"):
        return None if b"}" in ends.tail[-64:] else cut()
    if not ends.head.startswith(OLE):
        return other(ends, OLD)
    return cut() if ends.size < 3 * 512 else None


def is_picture(head: bytes) -> bool:
    """Whether bytes begin as a picture does; one that is no dot broad or high is none."""
    if head.startswith(b"\x89PNG") and bytes(4) in (head[16:20], head[20:24]):
        return False
    return (
        head.startswith(
            (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"II+\0", b"BM")
        )
        or (head.startswith(b"RIFF") and head[8:12] == b"WEBP")
        or head[4:8] == b"ftyp"
    )


def in_any(_: str, __: Ends) -> None:
    """Of a file that is not looked into nothing is told."""


def in_picture(end: str, ends: Ends) -> Fault | None:
    """A picture has the mark of some sort of picture at its begin, and an end that fits it."""
    head, tail = ends.head, ends.tail
    if not is_picture(head):
        return other(ends, PICTURE)
    if head[4:8] == b"ftyp" and end not in PHOTOS:
        return (
            say("{file} is a photo as telephones store it (HEIC) under the ending {end}", end=end),
            say("save it as JPEG, and name that"),
        )
    whole = True
    if head.startswith(b"\x89PNG"):
        whole = head[12:16] == b"IHDR" and b"IEND" in tail
    elif head.startswith(b"\xff\xd8"):
        whole = b"\xff\xd9" in tail
    elif head.startswith(b"GIF8"):
        whole = b"\x00;" in tail[-1024:]
    elif head.startswith(b"RIFF"):
        whole = struct.unpack("<I", head[4:8])[0] + 8 <= ends.size
    elif head.startswith((b"II", b"MM")):
        whole = ends.size > 8
    return None if whole else cut()


def refuse_false(file: Path, data: bytes) -> bool:
    """See that a file that a person names is what its name says; whether it asks for a password.

    Raises:
        SmmError: it is not.
    """
    fault = fault_of(file.name, Ends.of(data))
    if fault and not is_locked(fault):
        message, hint = fault
        named = replace(message, values={**message.values, "file": str(file)})
        raise SmmError(say("{fault}; {hint}", fault=named, hint=hint))
    return fault is not None
