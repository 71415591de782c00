"""smm history: open, look the document up, draw its life; 1 if files could not be read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Argument

from smmkit.console.language import reader
from smmkit.console.opening import opened
from smmkit.console.options import PAGE_FORMS, AsOf, Folder, Lang, Output, PageForm
from smmkit.console.output import form_of, show_report
from smmkit.console.verb import Purpose, verb
from smmkit.dialogue.meant import thing_meant


@verb("history", Purpose.DOCUMENTS, order=3)
def command(
    id: Annotated[str, Argument(metavar="ID")],
    folder: Folder = Path(),
    form: PageForm = None,
    output: Output = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Show the life of a document: versions, approvals, what changed, copies."""
    from smmkit.approval.checks import document_of
    from smmkit.git.log import changes_of
    from smmkit.reports.history import History

    found = opened(folder, as_of=as_of)
    qms, drawn_as = found.qms, form_of(form, output, PAGE_FORMS)
    document = document_of(thing_meant(id, qms, reader(lang, qms)), qms)
    report = History(qms, document.id, changes_of(found.root, document.path))
    return show_report(found, report, drawn_as, output, lang)
