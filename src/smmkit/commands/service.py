"""smm service: open, count, draw."""

from __future__ import annotations

from pathlib import Path

from smmkit.console.opening import opened
from smmkit.console.options import PAGE_FORMS, AsOf, Folder, Lang, Output, PageForm
from smmkit.console.output import form_of, show_report
from smmkit.console.verb import Purpose, verb


@verb("service", Purpose.NUMBERS, order=4)
def command(
    folder: Folder = Path(),
    form: PageForm = None,
    output: Output = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Show how long services took, what came in time, and how complaints were answered."""
    from smmkit.reports.service import ServiceReport

    found = opened(folder, as_of=as_of)
    drawn_as = form_of(form, output, PAGE_FORMS)
    return show_report(found, ServiceReport(found.qms), drawn_as, output, lang)
