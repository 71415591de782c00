"""smm competence: open, compare, draw."""

from __future__ import annotations

from pathlib import Path

from smmkit.console.opening import opened
from smmkit.console.options import PAGE_FORMS, AsOf, Folder, Lang, Output, PageForm
from smmkit.console.output import form_of, show_report
from smmkit.console.verb import Purpose, verb


@verb("competence", Purpose.STANDARD, order=4)
def command(
    folder: Folder = Path(),
    form: PageForm = None,
    output: Output = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Show who needs which competence: held, lacking, lapsed; trainings to come, and how many those
    held have reached.
    """
    from smmkit.reports.competence import CompetenceReport

    found = opened(folder, as_of=as_of)
    report = CompetenceReport(found.qms)
    return show_report(found, report, form_of(form, output, PAGE_FORMS), output, lang)
