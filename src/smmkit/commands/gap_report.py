"""smm gap-report: open, compare, draw; 1 if files could not be read and are missing from it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Option

from smmkit.console.opening import opened
from smmkit.console.options import PAGE_FORMS, AsOf, Folder, Lang, Output, PageForm
from smmkit.console.output import form_of, show_report
from smmkit.console.verb import verb
from smmkit.errors import SmmError
from smmkit.words import say


@verb("gap-report", order=90)
def command(
    folder: Folder = Path(),
    standard: Annotated[
        str | None,
        Option(metavar="ID", help="The standard; without it, the first of qms.yaml."),
    ] = None,
    form: PageForm = None,
    output: Output = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Compare with a standard: what is claimed, what is proved."""
    from smmkit.reports.gap.crossing import report_on
    from smmkit.standards import shipped

    found = opened(folder, as_of=as_of)
    qms = found.qms
    pack = qms.standard(standard or qms.standard_ids[0])
    if pack is None:
        known = sorted({*shipped(), *qms.packs})
        raise SmmError(
            say("there is no standard {id}; there are: {words}", id=standard, words=known)
        )
    drawn_as = form_of(form, output, PAGE_FORMS)
    report = report_on(qms, pack, detailed=drawn_as != "text")
    return show_report(found, report, drawn_as, output, lang)
