"""SMM3xx: documents are reviewed, approved, kept (ISO 9001, 7.5)."""

from __future__ import annotations

from datetime import date

from smmkit.analyses.files import exists, resolve
from smmkit.analyses.issued import copy_of, path_of
from smmkit.analyses.state import State, fingerprint, standings
from smmkit.analyses.unfilled import Blank, blank_in
from smmkit.documents import Document, Information, Record
from smmkit.documents.submission import Submission
from smmkit.labels import FILL_IN
from smmkit.location import Path
from smmkit.portable import trouble
from smmkit.problem import Problem, Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM301",
    "review-overdue",
    of=Document,
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.2",
    clause="7.5.2",
)
def review_overdue(document: Document, qms: Qms) -> Problems:
    """A document is reviewed by the day that it names.

    Why: a day that has passed tells the auditor that nobody looks.
    """
    gone = document.withdrawn and document.withdrawn <= qms.as_of
    if document.review_by and document.review_by < qms.as_of and not gone:
        yield problem(
            document,
            "review_by",
            message=say("{id} was due for review on {day}", id=document.id, day=document.review_by),
            hint=say(
                "review it, then write the next day; a new text needs a new version and approval"
            ),
        )


@rule("SMM302", "approval-broken", of=Document, source="ISO 9001, 7.5.3.2", clause="7.5.3.2")
def approval_broken(document: Document, qms: Qms) -> Problems:
    """A text that was approved is not changed under the same version.

    Why: what the auditor reads must be what the head signed. The approval holds the fingerprint of
    the text; one changed word changes it.
    """
    if qms.fact(standings)[document.id].state is State.BROKEN and attached_is_here(document, qms):
        index = max(range(len(document.approvals)), key=lambda i: document.approvals[i].on)
        yield problem(
            document,
            "approvals",
            index,
            "hash",
            message=say(
                "{id} has changed since version {version} was approved on {day}",
                id=document.id,
                version=document.version,
                day=document.approvals[index].on,
            ),
            hint=say(
                "give the new text a new version and have it approved, or take the change back"
            ),
        )


@rule("SMM303", "from-the-future", of=Information, source="ISO 9001, 7.5.3.2")
def from_the_future(document: Information, qms: Qms) -> Problems:
    """Days of what has happened are not later than today, or than `as_of` of qms.yaml."""
    days: list[tuple[Path, date | None]] = []
    if isinstance(document, Document):
        days = [(("approvals", i, "on"), given.on) for i, given in enumerate(document.approvals)]
    elif isinstance(document, Submission):  # its own date may be planned
        days = [(("closed",), document.closed), (("sent",), document.sent)]
    elif isinstance(document, Record):
        days = [(("date",), document.date), (("closed",), document.closed)]
    for steps, day in days:
        if day and day > qms.today:
            yield problem(
                document,
                *steps,
                message=say(
                    "{day} is later than {today}, the day that counts as today",
                    day=day,
                    today=qms.today,
                ),
            )


@rule("SMM304", "record-changed", source="ISO 9001, 7.5.3.2", clause="7.5.3.2")
def record_changed(qms: Qms) -> Problems:
    """A closed record does not change. Seen only against an earlier revision (`--since`).

    Why: a record says what was; whoever corrects it later makes it say something else.
    """
    if qms.before is None:
        return
    for record in qms.of(Record):
        old = qms.before.get(record.id, Record)
        if old and old.closed and fingerprint(old, qms.before) != fingerprint(record, qms):
            yield problem(
                record,
                "closed",
                message=say(
                    "{id} was closed on {day} and has changed since", id=record.id, day=old.closed
                ),
                hint=say("take the change back; write what is new into a record of its own"),
            )


@rule("SMM305", "vanished", source="ISO 9001, 7.5.3.2", clause="7.5.3.2")
def vanished(qms: Qms) -> Problems:
    """What once had an id does not vanish. Seen only against an earlier revision (`--since`).

    Why: a withdrawn document is marked so and kept; a record is kept as long as its retention says.
    """
    if qms.before is None:
        return
    for id_ in sorted(set(qms.before.things) - set(qms.things) - set(qms.stub_of)):
        home, _ = qms.before.homes[id_]
        path = home.path if home.path in qms.sources else "qms.yaml"
        yield Problem(
            path,
            (),
            say("{id} was in {path} and is gone", id=id_, path=home.path),
            say("bring it back; write `withdrawn:` with a day if it no longer holds"),
        )


@rule("SMM306", "issued-copy-changed", of=Document, source="ISO 9001, 7.5.3.2", clause="7.5.3.2")
def issued_copy_changed(document: Document, qms: Qms) -> Problems:
    """The copy under `issued/` is the text that was approved.

    Why: while a document is under revision this copy is the one in force, and the one that is sent.
    """
    for index, approval in enumerate(document.approvals):
        path = path_of(document, approval.version)
        if exists(qms, path) and copy_of(qms, document, approval) is None:
            yield problem(
                document,
                "approvals",
                index,
                "hash",
                message=say(
                    "{path} is not the text that was approved on {day}", path=path, day=approval.on
                ),
                hint=say("bring the approved text back from git or from the backup"),
            )


@rule("SMM307", "still-to-be-filled-in", of=Information, source="ISO 9001, 7.5.2", clause="7.5.2")
def still_to_be_filled_in(document: Information, qms: Qms) -> Problems:  # noqa: ARG001
    """What is approved or closed has no blanks of a form left in it.

    Why: a signature under a form that nobody has filled in is the worst of all evidence.
    """
    if is_sealed(document) and (blank := blank_in(document)):
        yield unfilled(blank)


def unfilled(blank: Blank) -> Problem:
    """The problem of a document that has a blank, sealed or not."""
    return problem(
        blank.document,
        *blank.steps,
        at=None if blank.steps else blank.at,
        message=say("{id} has a blank that is still to be filled in", id=blank.document.id),
        hint=say("write what belongs there instead of {mark}", mark=FILL_IN),
    )


@rule(
    "SMM308",
    "name-not-portable",
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.3.1",
    clause="7.5.3.1",
)
def name_not_portable(qms: Qms) -> Problems:
    """Every file has a name that Windows can have, and none differs from another only in case.

    Why: a colleague on Windows cannot even fetch the folder from git.
    """
    seen: dict[str, str] = {}
    for path in qms.tree.paths():
        message = trouble(path)
        other = seen.setdefault(path.lower(), path)
        if message is None and other != path:
            message = say("{path} and {other} are one file on Windows", path=path, other=other)
        if message:
            yield Problem(path, (), message, say("rename it"))


def is_sealed(document: Information) -> bool:
    """Whether this very text was approved, or this record closed."""
    if isinstance(document, Document):
        return any(given.version == document.version for given in document.approvals)
    return isinstance(document, Record) and document.closed is not None


def attached_is_here(document: Information, qms: Qms) -> bool:
    """Whether every attached file can be read; a missing one is told by SMM205 alone."""
    return all(exists(qms, resolve(document, file)) for file in document.attached)
