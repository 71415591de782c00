"""The fingerprint that an approval seals."""

from __future__ import annotations

import json
import unicodedata
from hashlib import sha256
from posixpath import basename

from smmkit.analyses.files import resolve
from smmkit.documents import Information
from smmkit.qms import Qms


def fingerprint(document: Information, qms: Qms, kept: str = "", without: str = "") -> str:
    """The hash that an approval seals: the values as written, the prose, the attached bytes.

    Canonical JSON (keys sorted, NFC), without `approvals` and one more field, if named; prose with LF;
    for each attached file its path and SHA-256, taken from the folder `kept` if a copy lies there.
    Comments, order and indentation may change, what is said may not.
    """
    values = {k: v for k, v in document.source.values.items() if k not in {"approvals", without}}
    text = json.dumps(values, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    digest = sha256(normal(text).encode())
    digest.update(b"\0" + normal(document.source.prose.strip()).encode())
    for file in document.attached:
        digest.update(
            b"\0" + file.encode() + b"\0" + attached_hash(document, file, qms, kept).encode()
        )
    return "sha256:" + digest.hexdigest()


def attached_hash(document: Information, file: str, qms: Qms, kept: str) -> str:
    """The SHA-256 of an attached file; empty where it is missing, which another rule tells."""
    path = f"{kept}/{basename(file)}"
    if not kept or path not in qms.tree.paths():
        path = resolve(document, file)
    try:
        return sha256(qms.tree.read(path)).hexdigest()
    except OSError:
        return ""


def normal(text: str) -> str:
    """NFC, so that a letter typed on a Mac counts as the same."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)
