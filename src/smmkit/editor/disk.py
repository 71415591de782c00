"""The files of editors on the disk: a person may keep them, so encoding and ends of lines stay."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from smmkit.errors import SmmError, reason
from smmkit.files.plain_file import plain_bytes
from smmkit.words import say
from smmkit.writing import exchange

MARK = b"\xef\xbb\xbf"
"""What some editors begin UTF-8 with."""


def read_file(root: Path, path: str) -> bytes | None:
    """The bytes of a file; None where there is none.

    Raises:
        SmmError: it is there and cannot be read.
    """
    try:
        return plain_bytes(root / path)
    except FileNotFoundError:
        return None
    except OSError as error:
        message = say("{path} cannot be opened: {reason}", path=path, reason=reason(error))
        raise SmmError(message) from error


def text_in(path: str, data: bytes | None) -> str:
    """The text of a file, lines ending in LF; empty where there is none.

    Raises:
        SmmError: it is not UTF-8.
    """
    try:
        text = (data or b"").decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = say("{path} cannot be opened: {reason}", path=path, reason=say("it is not UTF-8"))
        raise SmmError(message) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def bytes_like(old: bytes | None, text: str) -> bytes:
    """A text as bytes that begin, and whose lines end, as those of the file before."""
    old = old or b""
    lines = text.replace("\n", "\r\n") if b"\r\n" in old else text
    return (MARK if old.startswith(MARK) else b"") + lines.encode()


def write_ours(root: Path, texts: Mapping[str, str], verb: str) -> int:
    """Write files that are made from the folder, and so need no undoing; how many were different.

    Raises:
        SmmError: one cannot be read or written.
    """
    before = {path: read_file(root, path) for path in texts}
    after = {
        path: bytes_like(before[path], text)
        for path, text in texts.items()
        if before[path] is None or text_in(path, before[path]) != text
    }
    if after:
        exchange(root, before, after, verb, undoable=False)
    return len(after)
