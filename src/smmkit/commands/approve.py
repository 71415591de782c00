"""smm approve: seal each text with its fingerprint, keep it under `issued/`: all of them, or none."""

from __future__ import annotations

import os
import posixpath
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from smmkit.console.language import reader
from smmkit.console.lookup import why_missing
from smmkit.console.opening import Opened, is_folder, opened
from smmkit.console.options import Lang, day
from smmkit.console.output import show_lines
from smmkit.console.verb import verb
from smmkit.errors import SmmError
from smmkit.words import say
from smmkit.writing import exchange

if TYPE_CHECKING:
    from smmkit.documents import Document


@verb("approve")
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
    ids, folder = parted(names)
    if signed and len(ids) > 1:
        raise SmmError(say("a signed copy belongs to one document; approve it alone"))
    found = opened(folder)
    when = on or found.qms.as_of
    role = role_on(by, role, when, found)
    bad = faulty(found)
    documents = [approvable(id_, found, bad, when) for id_ in dict.fromkeys(ids)]
    seals = [seal(document, found, (by, role, when), signed) for document in documents]
    before = {sealed.document.path: sealed.before for sealed in seals}
    kept = {path: data for sealed in seals for path, data in sealed.kept.items()}
    after = {sealed.document.path: sealed.after for sealed in seals}
    exchange(found.root, before, {**kept, **after})
    done = [
        say(
            "{id}, version {version}, is approved by {by}; its text is kept in {folder}/",
            id=sealed.document.id,
            version=sealed.document.version,
            by=by,
            folder=sealed.folder,
        )
        for sealed in seals
    ]
    show_lines(done, reader(lang, found.qms))
    return 0


def parted(names: list[str]) -> tuple[list[str], Path]:
    """The ids, and the folder, if the last name is one: it holds a path or is a folder here."""
    last = names[-1]
    if len(names) > 1 and (is_folder(Path(last)) or "/" in last or os.sep in last):
        return names[:-1], Path(last)
    return names, Path()


@dataclass(frozen=True)
class Sealed:
    """A document with its new approval, and what is kept of the text that was approved."""

    document: Document
    folder: str
    kept: dict[str, bytes]
    before: bytes
    """The document as it was read."""
    after: bytes
    """The document as it is written again."""


def seal(
    document: Document, found: Opened, given: tuple[str, str, date], signed: Path | None
) -> Sealed:
    """A document with the approval that was given: by whom, as what, on which day."""
    from smmkit.analyses.files import resolve
    from smmkit.analyses.fingerprint import fingerprint
    from smmkit.analyses.timeline import folder_of
    from smmkit.edit import appended

    qms, (by, role, day) = found.qms, given
    copies = folder_of(document, document.version)
    text = qms.tree.read(document.path)
    approval = {
        "version": document.version,
        "by": by,
        "role": role,
        "on": day.isoformat(),
        "hash": fingerprint(document, qms),
    }
    kept = {f"{copies}/{posixpath.basename(document.path)}": text}
    for file in document.attached:
        kept[f"{copies}/{posixpath.basename(file)}"] = qms.tree.read(resolve(document, file))
    if signed:
        kept[f"{copies}/{signed.name}"] = signed.read_bytes()
        start = posixpath.dirname(document.path) or "."
        approval["signed"] = posixpath.relpath(f"{copies}/{signed.name}", start)
    sealed = appended(document.path, text, "approvals", approval)
    return Sealed(document, copies, kept, text, sealed)


def faulty(found: Opened) -> set[str]:
    """The files that have an error; a broken approval is none, since a new one is to mend it."""
    from smmkit.problem import Severity
    from smmkit.rules import examine

    errors = (d for d in examine(found.qms) if d.rule.severity is Severity.ERROR)
    return {d.problem.path for d in errors if d.rule.code != "SMM302"}


def approvable(id: str, found: Opened, bad: set[str], when: date) -> Document:
    """The document with this id, if it can be approved on a day; `bad` are the files that have an error.

    Raises:
        SmmError: there is no such document, it has faults, or this version is approved already.
    """
    from smmkit.analyses.timeline import sealing, withdrawn_before
    from smmkit.analyses.unfilled import blank_in
    from smmkit.documents import Document

    thing = found.qms.things.get(id)
    if thing is None:
        raise SmmError(why_missing(id, found.qms))
    if not isinstance(thing, Document):
        raise SmmError(say("{id} is not a kind of document that needs approval", id=id))
    if blank := blank_in(thing):
        at = blank.at
        raise SmmError(
            say(
                "{path}:{line}:{column}: {id} has a blank that is still to be filled in",
                path=at.path,
                line=str(at.line),
                column=str(at.column),
                id=id,
            )
        )
    if thing.path in bad:
        raise SmmError(
            say("{path} has faults, so it cannot be approved; run `smm validate`", path=thing.path)
        )
    if start := withdrawn_before(thing, when):
        raise SmmError(
            say(
                "{id} is withdrawn on {day}, before it takes effect on {start}; nothing was approved",
                id=id,
                day=thing.withdrawn,
                start=start,
            )
        )
    if thing.review_by and thing.review_by <= (thing.effective or when):
        raise SmmError(
            say(
                "{id} is to be reviewed by {day}, before it takes effect; write a later `review_by:`",
                id=id,
                day=thing.review_by,
            )
        )
    if sealing(thing):
        raise SmmError(
            say(
                "version {version} of {id} has an approval already; give a changed text a new version",
                version=thing.version,
                id=id,
            )
        )
    return thing


def role_on(by: str, role: str | None, day: date, found: Opened) -> str:
    """The role in which a person approves on a day.

    Raises:
        SmmError: the person is not in the register, or held no such role on that day.
    """
    from smmkit.documents.people import PersonEntry

    person = found.qms.get(by, PersonEntry)
    if person is None:
        raise SmmError(say("{by} is not in the register of people", by=by))
    held = [held.role for held in person.held_on(day)]
    if not held or (role and role not in held):
        raise SmmError(
            say(
                "{by} held no such role on {day}; roles held: {roles}",
                by=by,
                day=day,
                roles=held or say("none"),
            )
        )
    return role or held[0]
