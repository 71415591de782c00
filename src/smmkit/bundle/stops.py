"""What stops a bundle, and what a person may let pass for a reason that its reader is told."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from smmkit.analyses.audits import INITIAL
from smmkit.analyses.leaving.kept_files import repeated, same_bytes
from smmkit.analyses.leaving.selection import Selection
from smmkit.analyses.leaving.submissions import silent_about
from smmkit.analyses.texts.prose_pictures import drawn_in
from smmkit.analyses.texts.vocabulary import gives_no_reason
from smmkit.documents import Document, Information, Record, kind_label
from smmkit.documents.audit import Audit
from smmkit.documents.submission import Submission
from smmkit.errors import SmmError
from smmkit.git import Commit, Origin
from smmkit.qms import Qms
from smmkit.rules.submission.mandatory_document_not_sent import JUKNIS, WANTED
from smmkit.words import ClosedList, Message, say

LARGEST = 250 * 2**20
"""Bytes of a bundle that no upload and no e-mail of an agency takes."""


class Gate(ClosedList):
    """What a bundle is stopped by, in the word of `--allow`."""

    DRAFT = "draft", "a document that was meant to go is not in force"
    CHANGES = "changes", "changes that are not committed"
    A7 = "a7", "a document of juknis II.A7 is missing without a true reason"
    TEXT = "text", "a text is not found again on its sheet"
    SIZE = "size", "the bundle is too large to send"
    SENT = "sent", "the submission was sent already"
    COPY = "copy", "a file is the same as one that stays, or as that of another document"


@dataclass(frozen=True, slots=True)
class Stop:
    """Something that stops a bundle: its sort, and what is wrong."""

    gate: Gate
    said: Message

    FOR_PROGRAMS: ClassVar = {"gate": "gate", "message": "said"}


def allowed_of(asked: Iterable[str], qms: Qms) -> dict[Gate, str]:
    """What is let pass, with the reason, from `WHAT=REASON`.

    Raises:
        SmmError: a word is none of ours, or a reason says nothing.
    """
    allowed: dict[Gate, str] = {}
    for text in asked:
        word, _, reason = text.partition("=")
        words = [gate.value for gate in Gate]
        if word.strip() not in words:
            raise SmmError(
                say(
                    "{word} is nothing that can be let pass; possible: {words}",
                    word=word.strip() or "''",
                    words=words,
                )
            )
        if gives_no_reason(reason.strip(), qms) or len(reason.split()) < 2:
            raise SmmError(no_reason(word.strip(), " ".join(reason.split())))
        allowed[Gate(word.strip())] = " ".join(reason.split())
    return allowed


def no_reason(word: str, reason: str) -> Message:
    """What is wrong with the reason for which something should pass: there is none, or it says nothing."""
    how = say('write why in a sentence, in quotes: --allow {word}="REASON"', word=word)
    if not reason:
        return say(
            "--allow {word} needs a reason that its reader understands; {how}", word=word, how=how
        )
    if len(reason.split()) < 2:
        return say("the single word {reason} is no reason; {how}", reason=reason, how=how)
    return say('"{reason}" does not say why; {how}', reason=reason, how=how)


def stopping(stops: Iterable[Stop], allowed: Mapping[Gate, str]) -> list[Stop]:
    """What still stops it."""
    return [stop for stop in stops if stop.gate not in allowed]


def printed_reasons(stops: Sequence[Stop], allowed: Mapping[Gate, str]) -> tuple[Message, ...]:
    """What was let pass and why, as it stands in the bundle; one reason for many matters stands once."""
    told: list[Message] = []
    for gate, reason in allowed.items():
        passed = [stop.said for stop in stops if stop.gate is gate]
        if len(passed) == 1:
            told.append(say("{what} Accepted, because: {reason}", what=passed[0], reason=reason))
        elif passed:
            told.append(
                say(
                    "The next {n} matters: accepted, because: {reason}",
                    n=len(passed),
                    reason=reason,
                )
            )
            told += passed
    return tuple(told)


def stops_before(qms: Qms, selection: Selection, commit: Origin) -> list[Stop]:
    """What stops it before anything is set."""
    return [
        *sent(selection.submission),
        *drafts(selection),
        *changes(commit),
        *missing(qms, selection),
        *copies(qms, selection),
    ]


def sent(submission: Submission) -> Iterator[Stop]:
    """A submission that has gone: what is made now is another bundle than the recipient has."""
    if submission.sent:
        told = say(
            "{id} was sent on {day}; what is made now is another bundle than the recipient has.",
            id=submission.id,
            day=submission.sent,
        )
        yield Stop(Gate.SENT, told)


def drafts(selection: Selection) -> Iterator[Stop]:
    """Documents that were meant to go and are not in force; what is younger only waits.

    Why not of what was sent: its list is closed, and the folder has gone on since.
    """
    if selection.submission.sent:
        return
    for omitted in selection.omitted:
        if omitted.unready and not is_younger(omitted.document, selection.submission.date):
            yield Stop(
                Gate.DRAFT,
                say(
                    "{id} {title} is not sent: {reason}.",
                    id=omitted.document.id,
                    title=omitted.document.title,
                    reason=omitted.reason,
                ),
            )


def is_younger(document: Information, day: date) -> bool:
    """Whether a document came to hold after a day: a later record, or one that was approved later."""
    if isinstance(document, Record):
        return document.date > day
    return isinstance(document, Document) and any(one.on > day for one in document.approvals)


def changes(commit: Origin) -> Iterator[Stop]:
    """A folder that is not as its commit has it: nobody could find again what was sent."""
    if isinstance(commit, Commit) and not commit.clean:
        yield Stop(
            Gate.CHANGES,
            say("The folder has changes that are not committed, so no commit holds what is sent."),
        )


def uncommitted(qms: Qms, selection: Selection, unkept: Collection[str]) -> Iterator[Stop]:
    """Files that go and that git leaves out, so that they look clean and are in no commit."""
    for chosen in selection.chosen if unkept else ():
        pictures = drawn_in(chosen.document, qms)
        for path in (chosen.source, chosen.current.path, chosen.signed, *chosen.files, *pictures):
            if path in unkept:
                told = say(
                    "{path} goes along, but no commit has it (git leaves it out).", path=path
                )
                yield Stop(Gate.CHANGES, told)


def missing(qms: Qms, selection: Selection) -> Iterator[Stop]:
    """Kinds of juknis II.A7 of which nothing is sent, and no true reason is given."""
    submission = selection.submission
    audit = qms.get(submission.audit or "", Audit)
    if JUKNIS not in qms.standard_ids or audit is None or audit.audit_type not in INITIAL:
        return
    silent = silent_about(qms, submission, WANTED)
    for kind in WANTED:
        if kind in silent:
            yield Stop(
                Gate.A7,
                say(
                    "Nothing of the kind {kind} is sent or left out with a reason (juknis II.A7).",
                    kind=kind_label(kind),
                ),
            )
        elif empty := hollow(qms, selection, kind):
            yield Stop(
                Gate.A7,
                say(
                    "{id} is left out without a true reason (juknis II.A7): {reason}",
                    id=empty[0],
                    reason=empty[1],
                ),
            )


def hollow(qms: Qms, selection: Selection, kind: str) -> tuple[str, str] | None:
    """A document of a kind that is left out for a reason that says nothing, where none of it is sent."""
    if any(chosen.document.kind == kind for chosen in selection.chosen):
        return None
    reasons = {one.document: one.reason for one in selection.submission.leave_out}
    for omitted in selection.omitted:
        reason = reasons.get(omitted.document.id)
        if omitted.document.kind == kind and reason is not None and gives_no_reason(reason, qms):
            return omitted.document.id, reason
    return None


def copies(qms: Qms, selection: Selection) -> Iterator[Stop]:
    """Files that go under another name than that under which they stay, or under that of another proof."""
    for path, other, keeper in same_bytes(qms, selection):
        told = say(
            "{path} is byte for byte {other}, which belongs to {id} and stays.",
            path=path,
            other=other,
            id=keeper.id,
        )
        yield Stop(Gate.COPY, told)
    for path, other, owner in repeated(selection, qms):
        told = say(
            "{path} is byte for byte {other}, which is that of {id}: was one laid over the other? Where one "
            "file is meant for both, name the same path.",
            path=path,
            other=other,
            id=owner.id,
        )
        yield Stop(Gate.COPY, told)


def too_large(size: int) -> list[Stop]:
    """That a bundle has too many bytes."""
    if size <= LARGEST:
        return []
    said = say(
        "The bundle has {n} MB; most ways to send it take {most} MB.",
        n=size // 2**20,
        most=LARGEST // 2**20,
    )
    return [Stop(Gate.SIZE, said)]
