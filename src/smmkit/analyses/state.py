"""The state of a document: derived from its approvals, its days and its text, never typed."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from posixpath import basename

from smmkit.analyses.files import resolve
from smmkit.documents import Document, Information
from smmkit.documents.base import Approval
from smmkit.qms import Qms
from smmkit.words import ClosedList


class State(ClosedList):
    """Where a document stands on the day of judgement (ISO 9001, 7.5.2 and 7.5.3)."""

    DRAFT = "draft"
    APPROVED = "approved", "approved, not yet effective"
    IN_FORCE = "in-force"
    REVISING = "revising", "in force, newer draft"
    BROKEN = "broken", "approval broken"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


HOLDS = (State.IN_FORCE, State.REVISING)
"""An approved text holds: the current one, or the one before a newer draft."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A document's state, the approval that holds, and the day since when."""

    state: State
    approval: Approval | None = None
    since: date | None = None

    @property
    def holds(self) -> bool:
        """Whether an approved text of it is in force."""
        return self.state in HOLDS


def standings(qms: Qms) -> dict[str, Standing]:
    """The standing of every Document, by id."""
    own = {d.id: standing(d, qms) for d in qms.of(Document)}
    found = dict(own)
    for document in qms.of(Document):
        if own[document.id].holds:
            for id_ in document.supersedes:
                if id_ in own and id_ != document.id:
                    since = own[document.id].since
                    found[id_] = Standing(State.SUPERSEDED, own[id_].approval, since)
    return found


def standing(document: Document, qms: Qms) -> Standing:
    """What a document's own approvals and days make of it."""
    if document.withdrawn and document.withdrawn <= qms.as_of:
        return Standing(State.WITHDRAWN, since=document.withdrawn)
    given = [approval for approval in document.approvals if approval.on <= qms.as_of]
    if not given:
        return Standing(State.DRAFT)
    last = max(given, key=lambda approval: approval.on)
    if last.version != document.version:
        return Standing(State.REVISING, last, last.on)
    if last.hash != fingerprint(document, qms):
        return Standing(State.BROKEN, last, last.on)
    since = document.effective or last.on
    return Standing(State.IN_FORCE if since <= qms.as_of else State.APPROVED, last, since)


def fingerprint(document: Information, qms: Qms, kept: str = "") -> str:
    """The hash that an approval seals: the values as written, the prose, the attached bytes.

    Canonical JSON (keys sorted, NFC), without `approvals`; prose with LF; for each attached file its
    path and SHA-256, taken from the folder `kept` if a copy lies there. Comments, order and
    indentation may change, what is said may not.
    """
    values = {k: v for k, v in document.source.values.items() if k != "approvals"}
    text = json.dumps(values, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    digest = sha256(normal(text).encode())
    digest.update(b"\0" + normal(document.source.prose.strip()).encode())
    for file in document.attached:
        digest.update(
            b"\0" + file.encode() + b"\0" + attached_hash(document, file, qms, kept).encode()
        )
    return "sha256:" + digest.hexdigest()


def attached_hash(document: Information, file: str, qms: Qms, kept: str) -> str:
    """The SHA-256 of an attached file; empty where it is missing, which another rule tells."""
    path = f"{kept}/{basename(file)}"
    if not kept or path not in qms.tree.paths():
        path = resolve(document, file)
    try:
        return sha256(qms.tree.read(path)).hexdigest()
    except OSError:
        return ""


def normal(text: str) -> str:
    """NFC, so that a letter typed on a Mac counts as the same."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)
