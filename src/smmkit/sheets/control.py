"""What every page tells an auditor: whose document it is, which one, and whether it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from textwrap import shorten
from typing import Any

from smmkit.analyses.agenda.reminders import reminders
from smmkit.analyses.lifecycle.fingerprint import fingerprint
from smmkit.analyses.lifecycle.signatures import together
from smmkit.analyses.lifecycle.signed_copy import DIGITS
from smmkit.analyses.lifecycle.signing import Signing
from smmkit.analyses.lifecycle.state import HOLDS, Standing, State
from smmkit.analyses.privacy.confidentiality import shown_as
from smmkit.arranging.letterhead import attachments, dated, letterhead
from smmkit.arranging.signing import signatures
from smmkit.document_view import joined, person
from smmkit.documents import Document, Information, Record, kind_label
from smmkit.documents.base import Approval
from smmkit.git import Origin
from smmkit.model.fields import label
from smmkit.page import Block, Cell, Fields, Heading, Page, Shape, Text, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.qms import Qms
from smmkit.words import Message, say

COMMIT = 12
HEADER = 90  # characters of a title in the head of a page

MARKS: dict[State, tuple[Message, Message]] = {
    State.DRAFT: (say("DRAFT"), say("this text is not approved and not in force")),
    State.APPROVED: (say("NOT YET IN FORCE"), say("this text is approved, but not yet in force")),
    State.BROKEN: (say("APPROVAL BROKEN"), say("this text was changed after its approval")),
    State.SUPERSEDED: (say("SUPERSEDED"), say("another document has taken its place")),
    State.WITHDRAWN: (say("WITHDRAWN"), say("this document no longer holds")),
}
"""What stands on every page of a text that is not in force."""


@dataclass(frozen=True, slots=True)
class Seal:
    """What the caller knows: the day of the sheet, how the document stands, the commit."""

    day: date
    standing: Standing | None = None
    """None for what has no versions: a record."""
    commit: Origin = None
    signing: Signing | None = None
    """Who is to sign it, and on which paper, where it is printed for that."""
    files: Mapping[str, str] = field(default_factory=dict)
    """Where each file of the folder lies beside that of the sheets, where it goes along."""


def control(document: Information, qms: Qms, seal: Seal) -> dict[str, Any]:
    """The values of the frame around every sheet, for `templates/sheets/frame.typ`."""
    standing = own(document, seal.standing) if isinstance(document, Document) else None
    approval = standing.approval if standing else None
    mark = MARKS.get(standing.state) if standing else None
    return {
        **letterhead(qms),
        "signatures": signatures(document, qms, approval),
        "class": classification(document, qms) if document.classification else "",
        "dated": list(dated(document, standing)),
        "unit": unit(document, qms),
        "kind": kind_label(document.kind),
        "id": document.id,
        "title": document.title,
        "head": shorten(document.title, HEADER, placeholder=" …"),
        "mark": list(mark) if mark else None,
        "reminders": reminders(qms, document),
        "version": getattr(document, "version", ""),
        "since": (standing.since if standing else None) or "",
        "approved_on": approval.on if approval else "",
        "foot": list(foot(document, qms, standing, seal)),
        "seal": list(stamp(document, qms, seal)),
        "counted": say("Page {page} of {pages}", page="{page}", pages="{pages}"),
        "facts": Page(
            "", "", (Fields(tuple(facts(document, qms, None if seal.signing else standing, seal))),)
        ),
        "approvals": Page(say("Approvals"), "", tuple(history(document, qms, approval))),
        "attachments": attachments(document, seal.files),
        "words": {"control": say("Document control"), "attachments": say("Files that go along")},
        "signed": say("Signed here: the text that ends on page {page}.", page="{page}"),
    }


def own(document: Document, standing: Standing | None) -> Standing:
    """How this very text stands: beside a newer draft, the approved one holds, the draft not."""
    if standing is None:
        return Standing(State.DRAFT)
    is_approved = standing.approval is not None and standing.approval.version == document.version
    if standing.state in (State.REVISING, State.RENEWED):
        return (
            Standing(State.IN_FORCE, standing.approval, standing.since)
            if is_approved
            else Standing(State.DRAFT)
        )
    return standing if is_approved else Standing(standing.state, since=standing.since)


def beside(document: Information, approval: Approval | None) -> list[Approval]:
    """Who else approved the same text, where several have to."""
    if not isinstance(document, Document) or approval not in document.approvals:
        return []
    return [one for one in together(document, approval) if one is not approval]


def approvers(document: Information, approval: Approval, qms: Qms) -> Message | str:
    """All who approved the text of an approval, in one line."""
    given = [*beside(document, approval), approval]
    return (
        joined("; ", (approver(one, qms) for one in given))
        if given[1:]
        else approver(approval, qms)
    )


def approver(approval: Approval, qms: Qms) -> Message:
    """The one who approved it, in one line."""
    return say("{name}, {role}", name=shown_as(qms, approval.by), role=approval.role)


def state(document: Information, standing: Standing | None, qms: Qms, day: date) -> Cell:
    """How the text stands on a day, with what is overdue in it, and a tone."""
    said, tone = closing(document, day), Tone.PLAIN
    if standing:
        said = standing.state.label
        tone = Tone.WARN if standing.state is State.APPROVED else Tone.BAD
    if standing and standing.state in HOLDS:
        said, tone = say("{state} since {day}", state=said, day=standing.since), Tone.GOOD
    known = reminders(qms, document)
    late = Tone.BAD if tone is Tone.BAD else Tone.WARN
    return Cell(joined("; ", [said, *known]), late) if known else Cell(said, tone)


def foot(
    document: Information, qms: Qms, standing: Standing | None, seal: Seal
) -> Iterator[Message | str]:
    """The parts of the first line below every page."""
    if isinstance(document, Document):
        yield say("Version {version}", version=document.version)
    if isinstance(document, Record):
        yield say("Dated {day}", day=document.date)
    on_day = say("{state} on {day}", state=standing.state.label, day=seal.day) if standing else None
    yield on_day or closing(document, seal.day)
    if standing and standing.since and standing.state in (*HOLDS, State.APPROVED):
        yield say("effective from {day}", day=standing.since)
    if standing and standing.approval:
        yield say("approved by {person}", person=approvers(document, standing.approval, qms))
    yield say("class: {name}", name=classification(document, qms))


def stamp(document: Information, qms: Qms, seal: Seal) -> Iterator[Message]:
    """The parts of the second line below every page: by what the text can be found again."""
    yield say("Fingerprint {digits}", digits=sealed(document, qms, seal.standing))
    yield say("commit {id}", id=commit(seal.commit))


def facts(
    document: Information, qms: Qms, standing: Standing | None, seal: Seal
) -> Iterator[tuple[Text, Cell]]:
    """The same as names and values."""
    yield say("Organization"), Cell(qms.settings.organization.name if qms.settings else "-")
    if document.owner:
        yield label(Information, "owner"), Cell(unit(document, qms))
    yield say("Id"), Cell(document.id)
    if isinstance(document, Document):
        yield label(Document, "version"), Cell(document.version)
    if isinstance(document, Record):
        yield label(Record, "date"), Cell(document.date)
        if document.recorded_by:
            yield (
                label(Record, "recorded_by"),
                Cell(person(qms, document.recorded_by, document.date)),
            )
    if not seal.signing:
        yield say("State on {day}", day=seal.day), state(document, standing, qms, seal.day)
    if standing and standing.approval:
        approval = standing.approval
        yield say("Approved by"), Cell(approvers(document, approval, qms))
        yield say("Approved on"), Cell(approval.on)
        if approval.signed:
            yield label(Approval, "signed"), Cell(approval.signed)
    elif isinstance(document, Document) and not seal.signing:
        yield say("Approved by"), Cell("-")
    yield label(Information, "classification"), Cell(classification(document, qms))
    yield label(Approval, "hash"), Cell(sealed(document, qms, standing))
    yield say("Commit"), Cell(commit(seal.commit))


def history(document: Information, qms: Qms, own: Approval | None) -> Iterator[Block]:
    """The approved versions; an issued copy was kept before its own approval was written."""
    given = document.approvals if isinstance(document, Document) else ()
    approvals = {(a.version, a.by): a for a in (*given, *((own,) if own else ()))}
    if len(approvals) > 1:
        readings: list[Reading[Approval]] = [
            Reading(label(Document, "version"), lambda one: one.version, Shape.CODE),
            Reading(label(Approval, "on"), lambda one: one.on, Shape.CODE),
            Reading(say("Approved by"), lambda one: approver(one, qms), width=3),
            Reading(label(Approval, "hash"), lambda one: short(one.hash), Shape.CODE),
        ]
        yield Heading(say("Approvals"))
        yield table_of(say("Approvals"), readings, approvals.values())


def closing(document: Information, day: date) -> Message:
    """Whether a record is complete, and since when."""
    if isinstance(document, Record) and document.is_closed_on(day):
        return say("closed on {day}", day=document.closed)
    return say("not closed yet")


def unit(document: Information, qms: Qms) -> str:
    """The unit that answers for it, by its title."""
    thing = qms.things.get(document.owner or "")
    return thing.title if thing else document.owner or ""


def classification(document: Information, qms: Qms) -> Message | str:
    """The class of confidentiality, by its title."""
    thing = qms.things.get(document.classification or "")
    return thing.title if thing else document.classification or say("none")


def commit(found: Origin) -> Message | str:
    """The commit, short, and whether the folder was clean."""
    if found is None:
        return say("none, the folder is not under git")
    if isinstance(found, Message):
        return say("none: {why}", why=found)
    id_ = found.id[:COMMIT]
    return id_ if found.clean else say("{id} with changes that are not committed", id=id_)


def sealed(document: Information, qms: Qms, standing: Standing | None) -> str:
    """The fingerprint of the text: the approved one, if this is it; else as it is now."""
    approval = standing.approval if standing and standing.holds else None
    if approval and isinstance(document, Document) and approval.version == document.version:
        return short(approval.hash)
    return short(fingerprint(document, qms))


def short(hash_: str) -> str:
    """The first digits of a fingerprint."""
    return hash_.removeprefix("sha256:")[:DIGITS]
