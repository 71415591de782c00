"""Folders that the tests lay out, and look into again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def lay(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Files on the disk."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def contents(folder: Path) -> dict[str, bytes | None]:
    """The bytes of every file, nothing for a folder; without what git and `smm undo` keep."""
    paths = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*"))}
    return {
        name: path.read_bytes() if path.is_file() else None
        for name, path in paths.items()
        if ".git" not in path.relative_to(folder).parts
        and not f"{name}/".startswith(".smm/undo/")
        and [p.name for p in (path.iterdir() if name == ".smm" else ())] != ["undo"]
    }
