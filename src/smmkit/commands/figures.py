"""smm figures: open, compare, draw; 1 where a paper says another number than is counted."""

from __future__ import annotations

from pathlib import Path

from smmkit.console.opening import opened
from smmkit.console.options import PAGE_FORMS, AsOf, Folder, Lang, Output, PageForm
from smmkit.console.output import form_of, show_report
from smmkit.console.verb import Purpose, verb


@verb("figures", Purpose.NUMBERS, order=5)
def command(
    folder: Folder = Path(),
    form: PageForm = None,
    output: Output = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Compare every figure of reports, agreements, plans, minutes and surveys with its source."""
    from smmkit.reports.figures import FiguresReport

    found = opened(folder, as_of=as_of)
    report = FiguresReport(found.qms)
    drawn_as = form_of(form, output, PAGE_FORMS)
    code = show_report(found, report, drawn_as, output, lang)
    return code or int(report.differing > 0)
