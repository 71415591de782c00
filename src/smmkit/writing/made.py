"""What smm has made inside a QMS when it was asked to (`--output`): that alone it may replace."""

from __future__ import annotations

import json
import os
from pathlib import Path

from smmkit.errors import SmmError, reason
from smmkit.files.made import LIST, MADE, made_in
from smmkit.words import say
from smmkit.writing.drafts import swept, write
from smmkit.writing.journal import place_on_disk
from smmkit.writing.lock import locked
from smmkit.writing.steps import bytes_of, sum_of


def folder_made(folder: Path) -> None:
    """A folder for what is written, if it is not there yet.

    Raises:
        SmmError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SmmError(
            say("{path} cannot be written: {reason}", path=str(folder), reason=reason(error))
        ) from error


def write_inside(root: Path, path: str, data: bytes) -> None:
    """A file in a QMS, where there is none, or one that smm has made and nobody has changed since.

    Raises:
        SmmError: it is another one, or cannot be written.
    """
    with locked(root):
        file, made = place_on_disk(root, path), made_in(root)
        try:
            old = sum_of(bytes_of(file)) if os.path.lexists(file) else None
            if old is not None and old not in made.get(path, []):
                raise SmmError(
                    say(
                        "{path} lies in the QMS, and smmkit has not made what is in it; name another file, "
                        "or delete it first",
                        path=path,
                    )
                )
            (root / MADE).mkdir(parents=True, exist_ok=True)
            swept(root / MADE)
        except OSError as error:
            raise SmmError(
                say("{path} cannot be written: {reason}", path=path, reason=reason(error))
            ) from error
        made[path] = [str(sum_of(data)), *([old] if old else [])]
        ignored = place_on_disk(root, f"{MADE}/.gitignore")
        if not ignored.exists():
            write(ignored, b"*\n")
        write(
            place_on_disk(root, LIST),
            (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode(),
        )
        write(file, data)
