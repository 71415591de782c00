"""A PDF file without the name of who made it; one that is signed is left as it is."""

from __future__ import annotations

import io
from hashlib import sha256
from typing import Any, Final

from smmkit.office import apart
from smmkit.office.pdf import refuse_burst
from smmkit.personal import hits, is_office

SIGNED: Final = b"/ByteRange"
"""What a digital signature leaves in a file; any change would break it."""

PEOPLE: Final = ("/Author",)
XMP: Final = ("dc:creator", "pdf:Author", "xmp:Author")


def without_author(data: bytes) -> bytes:
    """The file without its author; the very bytes where none is named, or where it is signed.

    Raises:
        OfficeError: it cannot be read, or would take too long or too much memory.
    """
    if SIGNED in data or not (b"/Author" in data or b"creator" in data or b"/ObjStm" in data):
        return data
    return written_anew(data) or data if names_one(data) else data


ASKED: Final[dict[bytes, bool]] = {}
"""What was answered of a file, by its SHA-256: a bundle asks when it screens, counts and writes."""


def names_one(data: bytes) -> bool:
    """Whether a file names its author.

    Raises:
        OfficeError: it cannot be read, or would take too long or too much memory.
    """
    key = sha256(data).digest()
    if key not in ASKED:
        ASKED[key] = bool(apart.ask("pdf author", data))
    return ASKED[key]


def written_anew(data: bytes) -> bytes | None:
    """The file without its author; None where none is named.

    Why it is tried apart first: a small file can hold gigabytes, and would fill the memory.
    """
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as document:
        if not taken_out(document):
            return None
        out = io.BytesIO()
        document.save(
            out,
            deterministic_id=True,
            fix_metadata_version=False,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
        )
        refuse_burst(document)
        return out.getvalue()


def taken_out(document: Any) -> bool:
    """Whether an author was named; he is no more."""
    info, found = document.docinfo, False
    for name in PEOPLE:
        if is_person(str(info.get(name, ""))):
            del info[name]
            found = True
    if "/Metadata" in document.Root:
        with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            for name in XMP:
                if is_person(property_text(metadata.get(name))):
                    del metadata[name]
                    found = True
    return found


def property_text(value: Any) -> str:
    """A property as one text."""
    return " ".join(map(str, value)) if isinstance(value, list | tuple | set) else str(value or "")


def is_person(maker: str) -> bool:
    """Whether who made a file is a person, or names one's data; an office stays."""
    return bool(maker.strip()) and (not is_office(maker) or bool(hits(maker)))
