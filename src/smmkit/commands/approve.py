"""smm approve: seal each text with its fingerprint, keep it under `issued/`: all of them, or none."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from smmkit.console.language import reader
from smmkit.console.opening import is_folder, opened_to_write
from smmkit.console.options import Lang, day
from smmkit.console.output import show_lines
from smmkit.console.verb import verb
from smmkit.errors import SmmError
from smmkit.words import Message, say

if TYPE_CHECKING:
    from smmkit.approval import Sealed
    from smmkit.qms import Qms


@verb("approve", order=50)
def command(
    names: Annotated[list[str], Argument(metavar="ID... [FOLDER]")],
    by: Annotated[str, Option(metavar="PERSON", help="The id of the person who approved it.")],
    role: Annotated[
        str | None,
        Option(metavar="ROLE", help="The role; without it, the one that the person holds."),
    ] = None,
    on: Annotated[
        date | None,
        Option(
            parser=day,
            metavar="YYYY-MM-DD",
            help="The day of the approval; without it, the day of judgement.",
        ),
    ] = None,
    signed: Annotated[
        Path | None,
        Option(
            exists=True, dir_okay=False, help="The signed copy (PDF); it is kept byte for byte."
        ),
    ] = None,
    lang: Lang = None,
) -> int:
    """Record an approval, and keep the approved text."""
    from smmkit.approval import approvable, files_with_errors, role_on, seal

    ids, folder = ids_and_folder(names)
    if signed and len(ids) > 1:
        raise SmmError(say("a signed copy belongs to one document; approve it alone"))
    found = opened_to_write(folder)
    when = on or found.qms.as_of
    role = role_on(found.qms, by, role, when)
    bad = files_with_errors(found.qms)
    given = (by, role, when)
    documents = [approvable(id_, found.qms, bad, given) for id_ in dict.fromkeys(ids)]
    seals = [seal(document, found.qms, given, signed) for document in documents]
    write_seals(found.root, seals)
    done = told(seals, found.qms, given)
    show_lines(done, reader(lang, found.qms))
    return 0


def told(seals: list[Sealed], qms: Qms, given: tuple[str, str, date]) -> list[Message]:
    """What was approved, and whose approval is still missing."""
    from smmkit.approval import still_to_approve

    done = [
        say(
            "{id}, version {version}, is approved by {by}; its text is kept in {folder}/",
            id=sealed.document.id,
            version=sealed.document.version,
            by=given[0],
            folder=sealed.folder,
        )
        for sealed in seals
    ]
    done += [
        say(
            "{id}, version {version}, is in force only when these have approved it, too: {roles}",
            id=sealed.document.id,
            version=sealed.document.version,
            roles=left,
        )
        for sealed in seals
        if (left := still_to_approve(sealed.document, qms, given))
    ]
    return done


def ids_and_folder(names: list[str]) -> tuple[list[str], Path]:
    """The ids, and the folder, if the last name is one: it holds a path or is a folder here."""
    last = names[-1]
    if len(names) > 1 and (is_folder(Path(last)) or "/" in last or os.sep in last):
        return names[:-1], Path(last)
    return names, Path()


def write_seals(root: Path, seals: list[Sealed]) -> None:
    """Write every sealed document, and what is kept of its text: all of them, or none."""
    from smmkit.writing import exchange

    before = {sealed.document.path: sealed.before for sealed in seals}
    kept = {path: data for sealed in seals for path, data in sealed.kept.items()}
    after = {sealed.document.path: sealed.after for sealed in seals}
    exchange(root, before, {**kept, **after}, "approve")
