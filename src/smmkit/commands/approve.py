"""smm approve"""

from __future__ import annotations

import posixpath
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from smmkit.commands.options import (
    DayType,
    Opened,
    here,
    lang_option,
    opened,
    reader,
    say_out,
)
from smmkit.errors import SmmError
from smmkit.words import say
from smmkit.writing import lay_down, write

if TYPE_CHECKING:
    from smmkit.documents import Document


@click.command(
    "approve",
    help=here("Record an approval, and keep the approved text."),
)
@click.argument("id", metavar="ID")
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
@click.option(
    "--by", required=True, metavar="PERSON", help=here("The id of the person who approved it.")
)
@click.option(
    "--role", metavar="ROLE", help=here("The role; without it, the one that the person holds.")
)
@click.option(
    "--on", type=DayType(), help=here("The day of the approval; without it, the day of judgement.")
)
@click.option(
    "--signed",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help=here("The signed copy (PDF); it is kept byte for byte."),
)
@lang_option()
def command(
    id: str,
    folder: Path,
    by: str,
    role: str | None,
    on: date | None,
    signed: Path | None,
    lang: str | None,
) -> int:
    """Open, seal the text with its fingerprint, keep it under `issued/`, write the approval last."""
    from smmkit.analyses.files import resolve
    from smmkit.analyses.issued import folder_of
    from smmkit.analyses.state import fingerprint
    from smmkit.edit import appended

    found = opened(folder)
    qms, document = found.qms, approvable(id, found)
    day = on or qms.as_of
    copies = folder_of(document, document.version)
    text = qms.tree.read(document.path)
    approval = {
        "version": document.version,
        "by": by,
        "role": role_on(by, role, day, found),
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
    lay_down(found.root, kept)
    write(found.root / document.path, sealed)
    speech = reader(lang, qms)
    done = say(
        "{id}, version {version}, is approved by {by}; its text is kept in {folder}/",
        id=id,
        version=document.version,
        by=by,
        folder=copies,
    )
    say_out(speech.say(done) + "\n")
    return 0


def approvable(id: str, found: Opened) -> Document:
    """The document with this id, if it can be approved.

    Raises:
        SmmError: there is no such document, it has faults, or this version is approved already.
    """
    from smmkit.commands.show import missing
    from smmkit.diagnostic import Severity
    from smmkit.documents import Document
    from smmkit.rules import examine
    from smmkit.rules.control import blank, has_blank

    thing = found.qms.things.get(id)
    if thing is None:
        raise SmmError(missing(id, found))
    if not isinstance(thing, Document):
        raise SmmError(say("{id} is not a kind of document that needs approval", id=id))
    if blank(thing.source.values) is not None or has_blank(thing.source.prose):
        raise SmmError(say("{id} has a blank that is still to be filled in", id=id))
    errors = [
        d
        for d in examine(found.qms)
        if d.rule.severity is Severity.ERROR
        and d.finding.path == thing.path
        and d.rule.code != "SMM302"
    ]
    if errors:
        raise SmmError(
            say("{path} has faults, so it cannot be approved; run `smm validate`", path=thing.path)
        )
    if any(approval.version == thing.version for approval in thing.approvals):
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
    held = [
        a.role for a in person.assignments if a.since <= day and (a.until is None or day <= a.until)
    ]
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
