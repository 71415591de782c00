"""The index of a submission: what is in it, where, and what is not and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter

from smmkit.analyses.agenda.reminders import reminders
from smmkit.analyses.leaving.places import BINDER, Place, Places
from smmkit.analyses.leaving.selection import Chosen, Omitted, Selection, under_revision
from smmkit.documents import kind_label
from smmkit.git import Origin
from smmkit.page import Block, Cell, Fields, Heading, Link, Page, Prose, Shape, Table, Tone, link
from smmkit.page.readings import Reading, table_of
from smmkit.qms import Qms
from smmkit.reports import stamp
from smmkit.words import Message, say


def page(
    qms: Qms,
    selection: Selection,
    places: Places,
    commit: Origin,
    told: Sequence[Prose] = (),
    mark: str = "",
    clauses: Sequence[Table] = (),
) -> Page:
    """The index; `places` says where each document and each file lies in the bundle; `told`
    is what its cover says, too; `clauses` lead from each clause to its best document. What the names
    of pages in its language end in is its `mark`.
    """
    submission = selection.submission
    head = Fields(
        (
            (say("Submission"), Cell(submission.id)),
            (say("Title"), Cell(submission.title)),
            (say("Recipient"), Cell(submission.recipient)),
            (say("Period"), Cell(submission.period or "-")),
            (say("Documents"), Cell(len(selection.chosen))),
            (say("Left out"), Cell(len(selection.omitted))),
        )
    )
    blocks: list[Block] = [
        head,
        *told,
        Fields((((say("Also here")), Cell(list(others(mark)))),)),
        *by_clause(clauses),
        Heading(say("Documents")),
        documents(qms, selection, places),
        Heading(say("Files sent with the documents")),
        attachments(selection, places),
        Heading(say("Left out, and why")),
        omissions(selection),
    ]
    return Page(say("Index of the submission"), stamp(qms, commit), tuple(blocks))


def by_clause(clauses: Sequence[Table]) -> Iterator[Block]:
    """What leads from each clause to its best document, under its heading; nothing without it."""
    if clauses:
        yield Heading(say("By clause"))
        yield from clauses


def others(mark: str) -> Iterator[Link]:
    """The other pages of the bundle, those to write into in the forms for that, too."""
    yield link(say("All documents in one file, with bookmarks"), BINDER)
    for title, stem in (
        (say("By clause, with room for the auditor"), "02-clauses"),
        (say("What became of findings and suggestions"), "03-findings"),
    ):
        yield link(title, f"{stem}{mark}.pdf")
        for form in ("docx", "xlsx"):
            yield link(
                say("{title}: to write into ({form})", title=title, form=form.upper()),
                f"{stem}{mark}.{form}",
            )
    yield link(say("The letter"), f"04-letter{mark}.pdf")
    yield link(say("How to check that nothing was changed on the way"), "../VERIFY.txt")


def documents(qms: Qms, selection: Selection, places: Places) -> Table:
    """Every document that is sent."""

    def at(one: Chosen) -> Place:
        return places.documents[one.document.id]

    readings: list[Reading[Chosen]] = [
        Reading(say("Id"), lambda one: one.document.id, Shape.CODE),
        Reading(say("Title"), lambda one: at(one).in_binder(one.document.title), width=4),
        Reading(say("Kind"), lambda one: kind_label(one.document.kind), width=2),
        Reading(say("Version or date"), lambda one: one.edition, Shape.CODE, 2),
        Reading(say("Remark"), lambda one: remark(one, qms), width=2),
        Reading(say("Clauses"), lambda one: one.document.clauses, width=2),
        Reading(say("Page"), lambda one: at(one).in_binder(str(at(one).page or "-")), Shape.CODE),
        Reading(say("File"), lambda one: link("PDF", at(one).file), Shape.CODE),
    ]
    return table_of(say("Documents"), readings, selection.chosen, say("No document is sent."))


def remark(chosen: Chosen, qms: Qms) -> Cell:
    """What the reader must know of a document that is sent: what is overdue, and what is newer."""
    known: list[Message] = [say("a newer draft exists")] if under_revision(chosen) else []
    known += reminders(qms, chosen.current)
    return Cell(known if known[1:] else known[0], Tone.WARN) if known else Cell("")


def attachments(selection: Selection, places: Places) -> Table:
    """Every file that is sent as it is, byte for byte."""
    sent: list[tuple[str, Message, str]] = []
    for c in selection.chosen:
        if c.signed:
            sent.append((c.document.id, say("signed copy"), places.files[c.signed]))
        sent += [(c.document.id, say("attached file"), places.files[file]) for file in c.files]
    readings: list[Reading[tuple[str, Message, str]]] = [
        Reading(say("Id"), itemgetter(0), Shape.CODE),
        Reading(say("Description"), itemgetter(1), width=2),
        Reading(say("File"), lambda row: link(row[2], row[2]), Shape.CODE, 4),
    ]
    return table_of(say("Files"), readings, sent, say("No file belongs to them."))


def omissions(selection: Selection) -> Table:
    """Every document of the folder that is not sent, and the reason."""
    readings: list[Reading[Omitted]] = [
        Reading(say("Id"), lambda one: one.document.id, Shape.CODE),
        Reading(say("Title"), lambda one: one.document.title, width=4),
        Reading(say("Reason"), lambda one: one.reason, width=4),
    ]
    return table_of(say("Omissions"), readings, selection.omitted, say("Nothing is left out."))
