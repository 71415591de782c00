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


def exchange(root: Path, before: Mapping[str, bytes], after: Mapping[str, bytes]) -> None:
    """Files changed together with new ones, all or none.

    What is in `before` must still lie there just so; what is not must not be there yet.

    Raises:
        SmmError: a file has changed since it was read, or one cannot be written.
    """
    laid: dict[Path, Path] = {}
    folders: list[Path] = []
    done: list[Path] = []
    file = root
    try:
        for path, data in after.items():
            file = root / path
            unchanged(file, before.get(path))
            for folder in reversed([f for f in file.parents if not f.exists()]):
                folder.mkdir()
                folders.append(folder)
            laid[file] = beside(file, data)
        for path in after:  # whatever may fail has been done; now each takes one step
            file = root / path
            laid[file].replace(file)
            done.append(file)
    except BaseException as error:
        for file_ in done:
            old = before.get(file_.relative_to(root).as_posix())
            with suppress(OSError):
                file_.unlink() if old is None else beside(file_, old).replace(file_)
        for rest in (*laid.values(), *reversed(folders)):
            with suppress(OSError):
                rest.rmdir() if rest.is_dir() else rest.unlink()
        if isinstance(error, OSError):
            raise SmmError(
                say("{path} cannot be written: {reason}", path=str(file), reason=reason(error))
            ) from error
        raise


def unchanged(file: Path, before: bytes | None) -> None:
    """A file as it was read, or, where it was none, still none.

    Raises:
        SmmError: it is another one now.
    """
    if before is None and os.path.lexists(file):
        raise SmmError(say("{path} is already there; nothing was written", path=str(file)))
    if before is not None and file.read_bytes() != before:
        raise SmmError(say("{path} has changed meanwhile; nothing was written", path=str(file)))


def beside(file: Path, data: bytes) -> Path:
    """A file under a passing name in the same folder, with the permissions of the one it is for."""
    mode = file.stat().st_mode & 0o777 if file.exists() else 0o666 & ~umask()
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".smm-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(name).chmod(mode)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)
