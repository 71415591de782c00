"""smm approve: seal each text with its fingerprint, keep it under `issued/`: all of them, or none."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from smmkit.console.language import reader
from smmkit.console.lookup import names_and_folder
from smmkit.console.opening import Opened, opened_to_write
from smmkit.console.options import Lang, day
from smmkit.console.output import show_lines
from smmkit.console.verb import Purpose, verb
from smmkit.dialogue.meant import things_meant
from smmkit.errors import SmmError
from smmkit.words import Message, say

if TYPE_CHECKING:
    from smmkit.approval.sealing import Given, Sealed, SignedCopy
    from smmkit.qms import Qms


By = Annotated[
    str,
    Option(metavar="PERSON", help="Who approved it: code, name, or the post that is held."),
]
Role = Annotated[
    str | None,
    Option(metavar="ROLE", help="The role; without it, the one that the person holds."),
]
On = Annotated[
    date | None,
    Option(
        parser=day,
        metavar="YYYY-MM-DD",
        help="The day of the approval, as on the paper; without it, the day of judgement.",
    ),
]
Proof = Annotated[
    str | None,
    Option(metavar="NUMBER", help="The number of the decree or of the register entry."),
]
Signed = Annotated[
    Path | None,
    Option(
        exists=True,
        dir_okay=False,
        help="The signed copy (PDF, or a scan); it is kept byte for byte.",
    ),
]
ComparedBy = Annotated[
    str | None,
    Option(
        metavar="PERSON",
        help="Who compared the scan with the text, where no fingerprint can be read on it.",
    ),
]


@verb("approve", Purpose.DOCUMENTS, order=6)
def command(
    names: Annotated[list[str], Argument(metavar="ID... [FOLDER]")],
    by: By,
    role: Role = None,
    on: On = None,
    proof: Proof = None,
    signed: Signed = None,
    compared_by: ComparedBy = None,
    lang: Lang = None,
) -> int:
    """Record an approval, and keep the approved text."""
    from smmkit.approval.posts import person_meant
    from smmkit.approval.sealing import Given

    words, folder = names_and_folder(names)
    found = opened_to_write(folder)
    qms, speech = found.qms, reader(lang, found.qms)
    when = on or qms.as_of
    ids = things_meant(words, qms, speech)
    try:
        who, post = person_meant(by, qms, when)
        as_what = role_of(ids, qms, who, role or post, when)
    except SmmError as error:
        raise SmmError(with_posts(error.message, ids, qms, when)) from error
    copy = signed_copy(signed, compared_by, ids, qms, when)
    given = Given(who, as_what, when, " ".join((proof or "").split()) or None, copy)
    show_lines(approved(found, ids, given), speech)
    return 0


def approved(found: Opened, ids: list[str], given: Given) -> list[Message]:
    """Approve every document, or none; what is to be said of it."""
    from smmkit.approval.checks import approvable, first_errors
    from smmkit.approval.foresight import check_foreseen, foreseen, foreseen_notes
    from smmkit.approval.sealing import seal
    from smmkit.approval.signed import check_signed
    from smmkit.approval.telling import approval_notes

    qms, bad = found.qms, first_errors(found.qms)
    documents, faults = [], []
    for id_ in ids:
        try:
            documents.append(approvable(id_, qms, bad, given))
        except SmmError as error:
            faults.append(error)
    if len(ids) == 1 and faults:
        raise faults[0]
    if faults:
        raise SmmError(none_approved([error.message for error in faults], len(ids)))
    notes = [
        note
        for document in documents
        if given.signed and (note := check_signed(document, qms, given.signed))
    ]
    seals = [seal(document, qms, given) for document in documents]
    ahead = foreseen(seals, qms)
    check_foreseen(ahead)
    write_seals(found.root, seals)
    back = () if ahead else (say("smm undo takes it back. What is next: smm status"),)
    return [*approval_notes(seals, qms, given), *notes, *foreseen_notes(ahead), *back]


def none_approved(faults: list[Message], count: int) -> Message:
    """That of several documents none is approved, with what stands against each of them."""
    said = faults[0]
    for fault in faults[1:MOST]:
        said = say("{said}; {fault}", said=said, fault=fault)
    return say("none of the {n} documents was approved: {faults}", n=count, faults=said)


MOST = 5
"""So many faults are told at once."""


def with_posts(fault: Message, ids: list[str], qms: Qms, when: date) -> Message:
    """Why somebody cannot approve, with the posts that may."""
    from smmkit.approval.posts import who_may
    from smmkit.documents import Document

    document = next((one for id_ in ids if (one := qms.get(id_, Document))), None)
    if document is None:
        return fault
    return say("{fault}. {who}", fault=fault, who=who_may(document, qms, when))


def role_of(ids: list[str], qms: Qms, who: str, role: str | None, when: date) -> str:
    """The role in which a person approves: of several, one that these documents want."""
    from smmkit.analyses.lifecycle.signatures import wanted
    from smmkit.approval.posts import role_on
    from smmkit.documents import Document

    documents = (qms.get(id_, Document) for id_ in ids)
    among = tuple(post for one in documents if one for post in wanted(qms, one, when))
    return role_on(qms, who, role, when, among)


def signed_copy(
    signed: Path | None, compared_by: str | None, ids: list[str], qms: Qms, when: date
) -> SignedCopy | None:
    """The signed copy that is named, and who has compared it.

    Raises:
        SmmError: it cannot be taken; there are several documents, or a comparison without a copy.
    """
    from smmkit.approval.posts import person_meant
    from smmkit.approval.signed import taken_in

    if signed is None:
        if compared_by:
            raise SmmError(say("--compared-by goes with --signed FILE"))
        return None
    if len(ids) > 1:
        raise SmmError(say("a signed copy belongs to one document; approve it alone"))
    return taken_in(signed, person_meant(compared_by, qms, when)[0] if compared_by else None)


def write_seals(root: Path, seals: list[Sealed]) -> None:
    """Write every sealed document, and what is kept of its text: all of them, or none."""
    from smmkit.writing import exchange

    before = {sealed.document.path: sealed.before for sealed in seals}
    kept = {path: data for sealed in seals for path, data in sealed.kept.items()}
    after = {sealed.document.path: sealed.after for sealed in seals}
    exchange(root, before, {**kept, **after}, "approve")
