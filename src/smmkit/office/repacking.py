"""A file of an office program without the names of who made it; all other parts keep their very bytes."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from typing import Final
from zipfile import ZIP_STORED, ZipInfo

from smmkit.office.zipped import checked
from smmkit.personal import is_office

PARTS: Final = frozenset({"docProps/core.xml", "docProps/app.xml", "meta.xml"})
PEOPLE: Final = re.compile(
    rb"(<(?:\w{1,20}:)?(creator|lastModifiedBy|initial-creator|Manager)(?:\s[^<>]{0,200})?>)([^<]{1,2000})(?=</)"
)
"""The elements that name people, their text apart."""

LOCAL: Final = struct.Struct("<4s5H3L2H")
CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
END: Final = struct.Struct("<4s4H2LH")
NAMED: Final = 0x800
"""The mark of a name in UTF-8."""


def without_properties(data: bytes) -> bytes:
    """The file without names of people in its properties; the very bytes where there are none.

    Why: a part is stored as it was packed. What is packed anew differs from machine to machine.
    """
    with checked(data) as archive:
        changed = {}
        for part in archive.infolist():
            if part.filename in PARTS:
                text = archive.read(part)
                if (without := PEOPLE.sub(nobody, text)) != text:
                    changed[part.filename] = without
        if not changed:
            return data
        return b"".join(repacked(data, archive.infolist(), changed))


def nobody(found: re.Match[bytes]) -> bytes:
    """An element without the person that it names; an office stays."""
    return found[0] if is_office(found[3].decode("utf-8", "replace")) else found[1]


def repacked(data: bytes, parts: list[ZipInfo], changed: dict[str, bytes]) -> Iterator[bytes]:
    """The bytes of the archive, with the texts of some of its parts changed."""
    at, listed = 0, []
    for part in parts:
        packed, method, size = raw(data, part), part.compress_type, part.file_size
        crc = part.CRC
        if part.filename in changed:
            packed = changed[part.filename]
            method, size, crc = ZIP_STORED, len(packed), zlib.crc32(packed)
        name = part.filename.encode()
        moment = (0, 33)  # the first day that a zip can say
        fields = (20, NAMED, method, *moment, crc, len(packed), size, len(name))
        yield LOCAL.pack(b"PK\3\4", *fields, 0) + name
        yield packed
        listed.append(CENTRAL.pack(b"PK\1\2", 20, *fields, 0, 0, 0, 0, 0, at) + name)
        at += LOCAL.size + len(name) + len(packed)
    whole = b"".join(listed)
    yield whole + END.pack(b"PK\5\6", 0, 0, len(parts), len(parts), len(whole), at, 0)


def raw(data: bytes, part: ZipInfo) -> bytes:
    """The bytes of a part as they are packed."""
    name, extra = struct.unpack_from("<2H", data, part.header_offset + 26)
    begin = part.header_offset + LOCAL.size + name + extra
    return data[begin : begin + part.compress_size]
