"""How files come onto the disk: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from smmkit.errors import SmmError, reason
from smmkit.words import say


def write(path: Path, data: bytes) -> None:
    """A file, whole or not at all.

    Raises:
        SmmError: it cannot be written.
    """
    try:
        if path.exists() and not path.is_file():  # /dev/null and its kin are written into
            path.write_bytes(data)
            return
        handle, name = tempfile.mkstemp(dir=path.parent or Path(), prefix=".smm-")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
            Path(name).chmod(0o666 & ~umask())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise SmmError(
            say(
                "{path} cannot be written: {reason}",
                path=str(path),
                reason=reason(error),
            )
        ) from error


def umask() -> int:
    """The permissions that new files do not get."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def lay_down(root: Path, files: Mapping[str, bytes]) -> None:
    """New files, all or none; what is there already is never touched.

    Raises:
        SmmError: a file is there already, or cannot be written.
    """
    made: list[Path] = []
    file = root
    try:
        for path, data in files.items():
            file = root / path
            for folder in reversed([f for f in file.parents if not f.exists()]):
                folder.mkdir()
                made.append(folder)
            with file.open("xb") as stream:
                made.append(file)
                stream.write(data)
    except BaseException as error:
        for path_ in reversed(made):
            with suppress(OSError):
                path_.rmdir() if path_.is_dir() else path_.unlink()
        if isinstance(error, FileExistsError):
            raise SmmError(
                say("{path} is already there; nothing was written", path=str(file))
            ) from error
        if isinstance(error, OSError):
            raise SmmError(
                say("{path} cannot be written: {reason}", path=str(file), reason=reason(error))
            ) from error
        raise
