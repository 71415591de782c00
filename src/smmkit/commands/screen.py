"""smm screen: open, choose what would be sent, look it through, draw; 1 if something is in the way."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Option

from smmkit.console.language import reader
from smmkit.console.opening import Opened, opened
from smmkit.console.options import PAGE_FORMS, Folder, Lang, Output, PageForm
from smmkit.console.output import form_of, show_report
from smmkit.console.screening import looked_through
from smmkit.console.verb import Purpose, verb


@verb("screen", Purpose.SENDING, order=1)
def command(
    folder: Folder = Path(),
    submission: Annotated[
        str | None, Option(metavar="ID", help="The submission; without it, the only unsent one.")
    ] = None,
    form: PageForm = None,
    output: Output = None,
    lang: Lang = None,
) -> int:
    """Look for personal data in all that a submission would send: texts, tables, PDF, Office, pictures."""
    from smmkit.analyses.leaving.selection import select
    from smmkit.analyses.privacy.confidentiality import for_outside
    from smmkit.bundle.submission import submission_to_send
    from smmkit.reports.screen import Screening

    found = opened(folder)
    drawn_as = form_of(form, output, PAGE_FORMS)
    asked = submission_to_send(found.qms, submission)
    qms = for_outside(found.qms, asked)
    screen = looked_through(Opened(found.root, qms), select(qms, asked), reader(lang, qms))
    shown = show_report(
        Opened(found.root, qms), Screening(qms, asked, screen), drawn_as, output, lang
    )
    return shown or int(not screen.is_clear)
