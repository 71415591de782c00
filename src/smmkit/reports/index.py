"""The index of a submission: what is in it, where, and what is not and why."""

from __future__ import annotations

from collections.abc import Mapping

from smmkit.analyses.selection import Selection, under_revision
from smmkit.documents import kind_label
from smmkit.git import Commit
from smmkit.page import Block, Cell, Column, Fields, Heading, Page, Prose, Shape, Table, Tone
from smmkit.qms import Qms
from smmkit.reports import stamp
from smmkit.words import say


def page(
    qms: Qms,
    selection: Selection,
    where: Mapping[str, str],
    files: Mapping[str, str],
    commit: Commit | None,
) -> Page:
    """The index; `where` gives the PDF of a document in the bundle, `files` that of every other file."""
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
        Prose(say("VERIFY.txt says how to check that nothing was changed on the way.")),
        Heading(say("Documents")),
        documents(selection, where),
        Heading(say("Files sent with the documents")),
        attachments(selection, files),
        Heading(say("Left out, and why")),
        omissions(selection),
    ]
    return Page(say("Index of the submission"), stamp(qms, commit), tuple(blocks))


def documents(selection: Selection, where: Mapping[str, str]) -> Table:
    """Every document that is sent."""
    rows = tuple(
        (
            Cell(c.document.id),
            Cell(c.document.title),
            Cell(kind_label(c.document.kind)),
            Cell(c.label),
            Cell(say("a newer draft exists"), Tone.WARN) if under_revision(c) else Cell(""),
            Cell(c.document.clauses),
            Cell(where[c.document.id]),
        )
        for c in selection.chosen
    )
    columns = (
        Column(say("Id"), Shape.CODE),
        Column(say("Title"), width=4),
        Column(say("Kind"), width=2),
        Column(say("Version or date"), Shape.CODE, 2),
        Column(say("Remark"), width=2),
        Column(say("Clauses"), width=2),
        Column(say("File"), Shape.CODE, 3),
    )
    return Table(say("Documents"), columns, rows, say("No document is sent."))


def attachments(selection: Selection, files: Mapping[str, str]) -> Table:
    """Every file that is sent as it is, byte for byte."""
    rows = []
    for c in selection.chosen:
        if c.signed:
            rows.append((Cell(c.document.id), Cell(say("signed copy")), Cell(files[c.signed])))
        rows += [
            (Cell(c.document.id), Cell(say("attached file")), Cell(files[file])) for file in c.files
        ]
    columns = (
        Column(say("Id"), Shape.CODE),
        Column(say("Description"), width=2),
        Column(say("File"), Shape.CODE, 4),
    )
    return Table(say("Files"), columns, tuple(rows), say("No file belongs to them."))


def omissions(selection: Selection) -> Table:
    """Every document of the folder that is not sent, and the reason."""
    rows = tuple(
        (Cell(o.document.id), Cell(o.document.title), Cell(o.reason)) for o in selection.omitted
    )
    columns = (
        Column(say("Id"), Shape.CODE),
        Column(say("Title"), width=4),
        Column(say("Reason"), width=4),
    )
    return Table(say("Omissions"), columns, rows, say("Nothing is left out."))
