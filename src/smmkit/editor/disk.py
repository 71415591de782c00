"""The files of editors on the disk: a person may keep them, so encoding and ends of lines stay."""

from __future__ import annotations

from pathlib import Path

from smmkit.errors import SmmError, reason
from smmkit.words import say
from smmkit.writing import write


def read_text(root: Path, path: str) -> str:
    """The text of a file, lines ending in LF; empty where there is none.

    Raises:
        SmmError: it is there and cannot be read.
    """
    try:
        return (root / path).read_text("utf-8-sig")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        why = reason(error) if isinstance(error, OSError) else say("it is not UTF-8")
        message = say("{path} cannot be opened: {reason}", path=path, reason=why)
        raise SmmError(message) from error


def write_text(root: Path, path: str, text: str) -> None:
    """A file with this text, its lines as they ended before; a link is followed, not replaced.

    Raises:
        SmmError: it cannot be written.
    """
    file = (root / path).resolve()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        old = file.read_bytes() if file.is_file() else b""
    except OSError as error:
        message = say("{path} cannot be written: {reason}", path=path, reason=reason(error))
        raise SmmError(message) from error
    mark = b"\xef\xbb\xbf" if old.startswith(b"\xef\xbb\xbf") else b""
    lines = text.replace("\n", "\r\n") if b"\r\n" in old else text
    write(file, mark + lines.encode())
