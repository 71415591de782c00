"""Files with macros (.docm, .xlsm), templates and Strict files of Office, in the form that readers know."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Final

from smmkit.office.repacking import repacked
from smmkit.office.zipped import TEXTS, OfficeError, checked

ENDS: Final = {
    **dict.fromkeys((".docx", ".docm", ".dotx", ".dotm"), ".docx"),
    **dict.fromkeys((".xlsx", ".xlsm", ".xltx", ".xltm"), ".xlsx"),
}
"""What a file becomes."""

TYPES: Final = "[Content_Types].xml"
LINKS: Final = "_rels/.rels"
MAIN: Final = re.compile(
    rb"application/(?:vnd\.ms-word|vnd\.ms-excel|vnd\.openxmlformats-officedocument\.\w{1,20})"
    rb"\.(document|sheet|template)(?:\.macroEnabled(?:Template)?)?\.main\+xml"
)
"""How a file says of what sort its main part is."""

OF_WORD: Final = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
OF_EXCEL: Final = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

STRICT: Final = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w{1,30})/(\w{1,30})")
"""The names by which a Strict file calls what stands in it."""

USUAL: Final = {b"officeDocument": b"http://schemas.openxmlformats.org/officeDocument/2006/"}
OTHERS: Final = b"http://schemas.openxmlformats.org/%s/2006/%s"


def in_usual_form(name: str, data: bytes) -> tuple[str, bytes]:
    """The file as an ordinary one of its program; one that is none of these stays as it is."""
    end = PurePosixPath(name).suffix.lower()
    if end not in ENDS:
        return name, data
    try:
        with checked(data) as archive:
            is_strict = STRICT.search(archive.read(LINKS)) is not None
            if end == ENDS[end] and not is_strict:
                return name, data
            changed = {}
            for part in archive.infolist():
                if part.filename == TYPES or (is_strict and part.filename.endswith(TEXTS)):
                    text = archive.read(part)
                    new = STRICT.sub(
                        usual, MAIN.sub(OF_WORD if ENDS[end] == ".docx" else OF_EXCEL, text)
                    )
                    if new != text:
                        changed[part.filename] = new
            whole = b"".join(repacked(data, archive.infolist(), changed))
    except (OfficeError, KeyError):
        return name, data
    return f"{PurePosixPath(name).stem}{ENDS[end]}", whole


def usual(found: re.Match[bytes]) -> bytes:
    """The usual name of what a Strict file calls otherwise."""
    return USUAL[found[1]] + found[2] if found[1] in USUAL else OTHERS % (found[1], found[2])
