"""Lists that come back: each shown with what it changes, asked once, then written all or none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from smmkit.console.opening import Opened
from smmkit.console.output import drawn, show_lines, show_text
from smmkit.dialogue.confirmation import WRITTEN, confirm_writing
from smmkit.words import Language, Message, say, say_n

if TYPE_CHECKING:
    from smmkit.office.grid import Grid
    from smmkit.qms import Qms

FOLDERS = {"id": "bukti/daftar", "en": "evidence/lists"}
"""Where a list that was taken in is kept, by the language of the names."""


def take_back(
    found: Opened, lists: list[tuple[Path, bytes, list[Grid]]], yes: bool, speech: Language
) -> int:
    """Take in lists that colleagues have filled; 1 where something of them was not taken."""
    from smmkit.files.tree import Memory
    from smmkit.lists.exchange import take
    from smmkit.loading.folder import load
    from smmkit.planned import errors_with
    from smmkit.reports.list_back import page

    files: dict[str, bytes] = {}
    qms, left = found.qms, 0
    for file, data, grids in lists:
        changed = False
        for grid in grids:
            taken = take(qms, grid)
            old = {one.path for one in errors_with(qms, {p: qms.tree.read(p) for p in taken.files})}
            errors = [e for e in errors_with(qms, taken.files) if e.path not in old]
            shown = page(taken, str(file), errors)
            show_text(f"{drawn(shown, 'text', speech, qms.as_of, None)!s}\n")
            left += len(taken.refused) + len(taken.back.conflicts)
            changed = changed or bool(taken.files)
            files |= taken.files
            qms = load(Memory(files, found.qms.tree), qms.as_of) if taken.files else qms
        if changed and (path := kept(found.qms, file, data, files)):
            files[path] = data
    if not files:
        show_lines([say("There is nothing to change; nothing was written.")], speech)
        return int(bool(left))
    return int(bool(left)) if written_if_confirmed(found, files, yes, speech) else 1


def written_if_confirmed(
    found: Opened,
    files: Mapping[str, bytes],
    yes: bool,
    speech: Language,
    last: Message = WRITTEN,
) -> bool:
    """Ask once, then write all that was taken in, or nothing; whether it was done."""
    from smmkit.writing import exchange

    there = set(found.qms.tree.paths())
    before = {path: found.qms.tree.read(path) for path in files if path in there}
    question = say_n("Write {n} file?", "Write {n} files?", len(files))
    if not confirm_writing(question, yes, speech):
        return False
    exchange(found.root, before, files, "import")
    tell(files, last, speech)
    return True


def tell(files: Iterable[str], last: Message, speech: Language) -> None:
    """Name what was written, and what to do next."""
    paths = list(files)
    done = say_n("{n} file is written:", "{n} files are written:", len(paths))
    show_lines([done, *(f"  {path}" for path in paths), last], speech)


def kept(qms: Qms, file: Path, data: bytes, files: dict[str, bytes]) -> str | None:
    """Where a list is kept as the source of what it changed; a list of people is not kept."""
    from smmkit.intake.adoption import safe_name
    from smmkit.intake.people import people_in
    from smmkit.names import names_in

    if people_in(file.name, data)[0]:
        return None
    name = PurePosixPath(safe_name(file.name))
    folder = FOLDERS.get(names_in(qms), FOLDERS["id"])
    there = {*qms.tree.paths(), *files}
    number, path = 1, f"{folder}/{qms.today}-{name}"
    while path in there:
        known = files.get(path)
        if (qms.tree.read(path) if known is None else known) == data:
            return None
        number += 1
        path = f"{folder}/{qms.today}-{name.stem}-{number}{name.suffix}"
    return path
