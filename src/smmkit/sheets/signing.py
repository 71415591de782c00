"""What is added to a sheet that is printed to be signed: places for signatures, changes, the fingerprint."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from smmkit.analyses.lifecycle.fingerprint import fingerprint
from smmkit.analyses.lifecycle.lineage import Version, lineage
from smmkit.analyses.lifecycle.signed_copy import DIGITS
from smmkit.analyses.lifecycle.signing import Place, Signing
from smmkit.arranging.signing import by_hand
from smmkit.documents import Document
from smmkit.documents.base import Approval
from smmkit.model.fields import label
from smmkit.page import Heading, Page, Shape
from smmkit.page.readings import Reading, table_of
from smmkit.qms import Qms
from smmkit.words import Message, say


def signing(document: Document, qms: Qms, asked: Signing) -> dict[str, Any]:
    """The values of the frame that differ where a sheet is to be signed.

    It bears no mark of a draft: with the signatures on it, it is none.
    """
    return {
        "mark": None,
        "approved_on": "",
        "since": document.effective or "",
        "foot": list(foot(document)),
        "seal": [say("Fingerprint {digits}", digits=digits(document, qms)[:DIGITS])],
        "approvals": Page("", "", (Heading(say("Change history")), changes(document, qms))),
        "signatures": [place_of(one, qms) for one in asked.places],
        "signing": added(document, qms, asked),
    }


def added(document: Document, qms: Qms, asked: Signing) -> dict[str, Any]:
    """The values of what is added, for `templates/sheets/frame.typ`."""
    whole = digits(document, qms)
    return {
        "whole": say("In full: {digits}", digits=whole),
        "approve": [one.post for one in asked.places if not one.reviews],
        "told": say(
            "Each page carries the fingerprint of this text: {digits}. A signed copy with another one is "
            "of another text.",
            digits=whole[:DIGITS],
        ),
    }


def place_of(one: Place, qms: Qms) -> dict[str, Any]:
    """A place to sign, as `frame.typ` draws it; day and place are written by hand."""
    return {
        "caption": say("Reviewed by") if one.reviews else say("Approved by"),
        "where": by_hand(qms),
        "post": one.post,
        "name": one.name,
        "note": "",
    }


def digits(document: Document, qms: Qms) -> str:
    """The fingerprint of the text as it is."""
    return fingerprint(document, qms).removeprefix("sha256:")


def changes(document: Document, qms: Qms) -> Any:
    """What each version changed, when and by whom it was approved; the last is the one to be signed."""
    readings: list[Reading[Version]] = [
        Reading(label(Document, "version"), lambda one: one.name, Shape.CODE),
        Reading(label(Document, "change_note"), lambda one: one.change or "-", width=4),
        Reading(label(Document, "effective"), lambda one: one.since or "-", Shape.CODE),
        Reading(say("Approved by"), lambda one: by(one) or "-", width=3),
    ]
    versions = lineage(qms, document)
    return table_of(say("Change history"), readings, versions)


def by(one: Version) -> Message | str:
    """The posts that approved a version, each with its day."""
    given = [approval_text(a) for a in one.approvals] if not one.is_current or one.since else []
    return say("{list}", list=given) if given else ""


def approval_text(given: Approval) -> Message:
    """One approval."""
    return say("{role}, {day}", role=given.role, day=given.on)


def foot(document: Document) -> Iterator[Message]:
    """The first line below every page that is to be signed."""
    yield say("Version {version}", version=document.version)
    yield say("in force only with the signatures")
