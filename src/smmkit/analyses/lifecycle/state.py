"""The state of a document: derived from its approvals, its days and its text, never typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from smmkit.analyses.lifecycle.timeline import Issued, edition_on, editions, seals, text_of
from smmkit.analyses.references.reach import rings
from smmkit.documents import Document
from smmkit.documents.base import Approval
from smmkit.qms import Qms
from smmkit.words import ClosedList


class State(ClosedList):
    """Where a document stands on the day of judgement (ISO 9001, 7.5.2 and 7.5.3)."""

    DRAFT = "draft"
    APPROVED = "approved", "approved, not yet effective"
    IN_FORCE = "in-force"
    REVISING = "revising", "in force, newer draft"
    RENEWED = "renewed", "in force, newer one to come"
    BROKEN = "broken", "approval broken"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


HOLDS = (State.IN_FORCE, State.REVISING, State.RENEWED)
"""An approved text holds: that of the file, or the one before it."""

GONE = (State.SUPERSEDED, State.WITHDRAWN)
"""It held once, and does not any longer."""


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
    own = {document.id: standing(document, qms) for document in qms.of(Document)}
    found = dict(own)
    for newer, older in superseding(qms, own):
        if older in own:
            found[older] = Standing(State.SUPERSEDED, own[older].approval, own[newer].since)
    return found


def standing(document: Document, qms: Qms) -> Standing:
    """What a document's own approvals and days make of it."""
    day = qms.as_of
    if document.withdrawn and document.withdrawn <= day:
        return Standing(State.WITHDRAWN, since=document.withdrawn)
    last = next(editions(qms, document, day), None)
    if last is None:
        return Standing(State.DRAFT)
    is_current = last.approval.version == document.version
    if is_current and not seals(last.approval, document, qms):
        return Standing(State.BROKEN, last.approval, last.approval.on)
    holding = edition_on(qms, document, day)
    if holding is None:
        return Standing(State.APPROVED, last.approval, last.since)
    state = State.IN_FORCE if is_current else State.REVISING
    if is_current and holding.approval is not last.approval:
        state = State.RENEWED
    return Standing(state, holding.approval, holding.since)


def superseding(qms: Qms, own: Mapping[str, Standing]) -> Iterator[tuple[str, str]]:
    """Which document takes the place of which, by what the text in force says; a ring says nothing."""
    says: dict[str, tuple[str, ...]] = {}
    for document in qms.of(Document):
        if text := text_in_force(qms, document, own[document.id]):
            says[document.id] = text.document.supersedes
    round_about = rings(says)
    for newer, olders in says.items():
        for older in olders:
            if round_about[newer] != round_about[older]:
                yield newer, older


def text_in_force(qms: Qms, document: Document, found: Standing | None = None) -> Issued | None:
    """The text that is in force on the day; None where there is none, or no true copy of it."""
    found = found or qms.fact(standings)[document.id]
    if not found.holds or found.approval is None:
        return None
    return text_of(qms, document, found.approval)
