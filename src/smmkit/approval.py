"""An approval: who may give it, what may get it, and how a text is sealed and kept."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from smmkit.analyses.files import resolve
from smmkit.analyses.fingerprint import fingerprint
from smmkit.analyses.nearest import why_missing
from smmkit.analyses.signatures import lacking, together, wanted
from smmkit.analyses.state import State, standings
from smmkit.analyses.timeline import folder_of, sealing, withdrawn_before
from smmkit.analyses.unfilled import blank_in
from smmkit.documents import Document
from smmkit.documents.people import PersonEntry
from smmkit.errors import SmmError
from smmkit.loading import load
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules import examine
from smmkit.tree import Memory
from smmkit.words import say
from smmkit.yaml_text.edit import appended


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


def seal(document: Document, qms: Qms, given: tuple[str, str, date], signed: Path | None) -> Sealed:
    """A document with the approval that was given: by whom, as what, on which day."""
    by, role, day = given
    copies = folder_of(document, document.version)
    text = qms.tree.read(document.path)
    approval = {
        "version": document.version,
        "by": by,
        "role": role,
        "on": day.isoformat(),
        "hash": fingerprint(document, qms),
    }
    kept: dict[str, bytes] = {}
    if sealing(document) is None:  # a second signature is put below the same text
        kept[f"{copies}/{posixpath.basename(document.path)}"] = text
    for file in document.attached:
        kept[f"{copies}/{posixpath.basename(file)}"] = qms.tree.read(resolve(document, file))
    if signed:
        kept[f"{copies}/{signed.name}"] = signed.read_bytes()
        start = posixpath.dirname(document.path) or "."
        approval["signed"] = posixpath.relpath(f"{copies}/{signed.name}", start)
    sealed = appended(document.path, text, "approvals", approval)
    return Sealed(document, copies, kept, text, sealed)


def files_with_errors(qms: Qms) -> set[str]:
    """The files that have an error; a broken approval is none, since a new one is to mend it."""
    errors = (d for d in examine(qms) if d.rule.severity is Severity.ERROR)
    return {d.problem.path for d in errors if d.rule.code != "SMM302"}


def approvable(id: str, qms: Qms, bad: set[str], given: tuple[str, str, date]) -> Document:
    """The document with this id, if it can be given an approval: by whom, as what, on which day.

    `bad` are the files that have an error.

    Raises:
        SmmError: there is no such document, it has faults, or this version is approved already.
    """
    thing = qms.things.get(id)
    if thing is None:
        raise SmmError(why_missing(id, qms))
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
    by, role, when = given
    check_days(thing, when)
    check_role(thing, qms, role, when)
    before = sealing(thing)
    if before and role in lacking(qms, thing, before) and before.on <= when:
        if any(one.by == by for one in together(thing, before)):
            raise SmmError(say("{by} approved {id} already; another person has to", by=by, id=id))
    elif before:
        raise SmmError(
            say(
                "version {version} of {id} has an approval already; give a changed text a new version",
                version=thing.version,
                id=id,
            )
        )
    return thing


def check_role(document: Document, qms: Qms, role: str, when: date) -> None:
    """See that a role is one of those that approve such a document, where qms.yaml names them.

    Raises:
        SmmError: it is none of them.
    """
    roles = wanted(qms, document, when)
    if roles and role not in roles:
        raise SmmError(
            say(
                "{id} is approved by {roles}, not by {role}", id=document.id, roles=roles, role=role
            )
        )


def still_to_approve(document: Document, qms: Qms, given: tuple[str, str, date]) -> list[str]:
    """The roles that have to approve a document beside the one that just did."""
    _, role, when = given
    before = sealing(document)
    left = lacking(qms, document, before) if before else wanted(qms, document, when)
    return [one for one in left if one != role]


def check_days(document: Document, when: date) -> None:
    """See that an approval on a day makes sense with the days that the document names.

    Raises:
        SmmError: it would be withdrawn, or have to be reviewed, before it takes effect.
    """
    if start := withdrawn_before(document, when):
        raise SmmError(
            say(
                "{id} is withdrawn on {day}, before it takes effect on {start}; nothing was approved",
                id=document.id,
                day=document.withdrawn,
                start=start,
            )
        )
    if document.review_by and document.review_by <= (document.effective or when):
        raise SmmError(
            say(
                "{id} is to be reviewed by {day}, before it takes effect; write a later `review_by:`",
                id=document.id,
                day=document.review_by,
            )
        )


def approvals_broken_by(texts: Mapping[str, str], qms: Qms) -> list[Document]:
    """The documents whose approval fits their text now, and would not any more with new texts."""
    new = load(Memory(texts, qms.tree), qms.as_of)
    worse = broken_approvals(new) - broken_approvals(qms)
    return [document for document in new.of(Document) if document.id in worse]


def broken_approvals(qms: Qms) -> set[str]:
    """The ids of documents whose approval does not fit their text."""
    return {id_ for id_, s in qms.fact(standings).items() if s.state is State.BROKEN}


def role_on(qms: Qms, by: str, role: str | None, day: date) -> str:
    """The role in which a person approves on a day.

    Raises:
        SmmError: the person is not in the register, or held no such role on that day.
    """
    person = qms.get(by, PersonEntry)
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
