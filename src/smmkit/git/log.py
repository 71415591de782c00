"""The commits that changed one file, as far as git tells without running anything of the folder."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from smmkit.errors import SmmError
from smmkit.git import process

MOST = 100
"""So many commits are told, the last first."""


@dataclass(frozen=True, slots=True)
class Change:
    """A commit: its id, its day, the first line of what it says."""

    id: str
    day: date
    words: str


def changes_of(folder: Path, path: str) -> list[Change]:
    """The commits that changed a file of a folder, the last first; none where git cannot tell."""
    from smmkit.git.closed import closed
    from smmkit.git.repository import find

    try:
        place = find(folder)
        if place is None or process.program(place.top) is None:
            return []
        with closed(place) as repository:
            name = place.path_of(folder) + path
            asked = ("log", "-z", f"-{MOST}", "--no-show-signature", "--format=%H%n%cs%n%s")
            answer = repository.answer(*asked, "--", name)
    except SmmError:
        return []
    entries = answer.out.decode("utf-8", "replace").split("\0") if answer.code == 0 else []
    return [found for entry in entries if (found := read(entry))]


def read(entry: str) -> Change | None:
    """A commit as git tells it."""
    id_, _, rest = entry.partition("\n")
    day, _, words = rest.partition("\n")
    try:
        return Change(id_, date.fromisoformat(day), " ".join(words.split()))
    except ValueError:
        return None
