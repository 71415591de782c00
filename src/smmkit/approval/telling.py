"""What is said of approvals that were given: what is kept, what is missing still, what has to come back."""

from __future__ import annotations

from collections.abc import Iterator

from smmkit.analyses.lifecycle.copies import copies_out, who_has
from smmkit.approval.lookup import with_title
from smmkit.approval.posts import post
from smmkit.approval.sealing import Given, Sealed, still_to_approve, still_to_show
from smmkit.documents import Document
from smmkit.qms import Qms
from smmkit.words import Message, say


def approval_notes(seals: list[Sealed], qms: Qms, given: Given) -> list[Message]:
    """What was approved, and whose approval, or what of it, is still missing."""
    done = [
        say(
            "{id}, version {version}, is approved by {by}; its text is kept in {folder}/",
            id=with_title(sealed.document.id, qms),
            version=sealed.document.version,
            by=say("{role} ({codes})", role=given.role, codes=given.by),
            folder=sealed.folder,
        )
        for sealed in seals
    ]
    return [*done, *(note for sealed in seals for note in notes(sealed.document, qms, given))]


def notes(document: Document, qms: Qms, given: Given) -> Iterator[Message]:
    """What a person should know of one of them."""
    own = {"id": document.id, "version": document.version}
    if left := still_to_approve(document, qms, given):
        yield say(
            "{id}, version {version}, is in force only when these have approved it, too: {roles}",
            roles=[post(one, qms, given.on) for one in left],
            **own,
        )
    if need := still_to_show(document, qms, given):
        yield say(
            "{id}, version {version}, is in force only when this shows the approval: {need}. Add it: "
            "smm approve {id} --by {by} with --signed FILE or --proof NUMBER",
            need=need.label,
            by=given.by,
            **own,
        )
    if document.effective and document.effective < given.on:
        at = document.at("effective")
        yield say(
            "{id} is to hold from {day}, and was approved on {approved} only. If that is wrong: smm undo, "
            "then write a later day at {path}:{line}",
            day=document.effective,
            approved=given.on,
            path=at.path,
            line=str(at.line),
            id=document.id,
        )
    old = [one for one in copies_out(qms, document) if one.version != document.version]
    if old:
        yield say(
            "Copies of earlier versions of {id} are out, and have to come back: {holders}",
            id=document.id,
            holders=[who_has(one, qms) for one in old],
        )
