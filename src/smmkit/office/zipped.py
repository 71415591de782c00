"""The archive that a Word or Excel file is: opened only if it is harmless."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from smmkit.files import archives
from smmkit.files.ends import OLE
from smmkit.words import Message, say

MAX_UNPACKED = 200 * 2**20
"""An archive that unpacks to more than this (bytes) is not opened."""

MAX_XML = 64 * 2**20
"""Nor is one with a text larger than this: a reader needs ten times as much memory."""

LARGE, MANY_SHEETS = 2**19, 100
"""Texts of more bytes, and a workbook of more sheets, are read in a process apart."""

BOOK, SHEET = "xl/workbook.xml", re.compile(rb"<(?:[\w.-]+:)?sheet[\s/>]")
"""The part of a workbook that lists its sheets, and how each begins there."""

TEXTS = (".xml", ".rels", ".vml")
"""How the parts end that a reader takes for text."""


class OfficeError(Exception):
    """A file that cannot be read, and why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message


def checked(data: bytes) -> zipfile.ZipFile:
    """The archive, seen to be small, plainly packed and without entities.

    Sizes are what the archive says of itself; no reader takes more bytes of a part than that, and
    one that holds others is damaged.

    Raises:
        OfficeError: it is none, or something is wrong with it.
    """
    if not data:
        raise OfficeError(say("the file is empty"))
    if data.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise OfficeError(say("a password protects it"))
        raise OfficeError(say("it is in the format of Office 97-2003; save it as .docx or .xlsx"))
    try:
        archive = archives.opened(io.BytesIO(data))
        parts = archive.infolist()
        if any(part.flag_bits & 1 for part in parts):
            raise OfficeError(say("a password protects it"))
        if any(part.compress_type not in archives.METHODS for part in parts):
            raise OfficeError(say("it is packed in a way that no office program packs"))
        texts = [part for part in parts if part.filename.endswith(TEXTS)]
        if sum(part.file_size for part in parts) > MAX_UNPACKED:
            raise OfficeError(say("it unpacks to more than {n} MB", n=MAX_UNPACKED // 2**20))
        if any(part.file_size > MAX_XML for part in texts):
            raise OfficeError(say("it holds a text of more than {n} MB", n=MAX_XML // 2**20))
        for part in texts:
            with archive.open(part) as stream:
                if b"<!DOCTYPE" in stream.read(1024):
                    raise OfficeError(say("it declares entities, which no office program writes"))
    except archives.ArchiveError as error:
        raise OfficeError(error.message) from error
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError, OSError) as error:
        raise OfficeError(say("it is damaged, or no file of this sort")) from error
    return archive


def is_large(data: bytes, times: int = 1) -> bool:
    """Whether an archive takes so long to read that this is done apart; what is none does not.

    With `times`, whether its texts are so many times larger.
    """
    try:
        with archives.opened(io.BytesIO(data)) as archive:
            size = sum(p.file_size for p in archive.infolist() if p.filename.endswith(TEXTS))
            if size > LARGE * times or BOOK not in archive.namelist():
                return size > LARGE * times
            return len(SHEET.findall(archive.read(BOOK))) > MANY_SHEETS
    except Exception:  # noqa: BLE001 - who reads it says what is wrong with it
        return False


def is_torn(data: bytes) -> bool:
    """Whether a text in an archive is not what was packed; what is large, or no archive, is not looked at."""
    try:
        with archives.opened(io.BytesIO(data)) as archive:
            texts = [part for part in archive.infolist() if part.filename.endswith(TEXTS)]
            if sum(part.file_size for part in texts) > LARGE:
                return False
            for part in texts:
                archive.read(part)
    except (zipfile.BadZipFile, zlib.error, EOFError):
        return True
    except Exception:  # noqa: BLE001 - packed in a way that is told where it is read
        return False
    return False
