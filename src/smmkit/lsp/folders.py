"""Which folder of a QMS a file of an editor is in, and how an editor calls it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

from pygls.uris import to_fs_path

from smmkit.layout import has_home


def path_of(uri: str) -> Path | None:
    """Where a file of the editor lies; None where it is no file of this machine, or not saved yet."""
    try:
        path = to_fs_path(uri)
        return Path(path) if path and Path(path).is_absolute() and "\0" not in path else None
    except ValueError:
        return None


def root_of(path: Path) -> Path | None:
    """The folder of the QMS that a file or folder is in; None where it is in none."""
    try:
        places = (path, *path.parents)
        return next((place for place in places if has_home(place)), None)
    except OSError:
        return None


def path_in(root: Path, file: Path) -> str:
    """The path of a file as a QMS has it."""
    return file.relative_to(root).as_posix()


def uri_in(root: Path, path: str, open_: Iterable[tuple[str, Path]] = ()) -> str:
    """How the editor calls a file: as it has named it, where it has; else as anybody would."""
    file = root / path
    named = next((uri for uri, where in open_ if where == file), None)
    return named or uri_of(file)


def uri_of(file: Path) -> str:
    """The name of a file for an editor; a byte that is no text stays what it is."""
    posix = file.as_posix()
    start = "" if posix.startswith("/") else "/"
    return f"file://{start}{quote(posix, safe='/~', errors='surrogateescape')}"
