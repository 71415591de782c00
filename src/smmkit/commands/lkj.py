"""smm lkj: open, put together, draw."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Argument

from smmkit.console.lookup import none_of
from smmkit.console.opening import opened
from smmkit.console.options import PAGE_FORMS, AsOf, Folder, Lang, Output, PageForm
from smmkit.console.output import form_of, show_report
from smmkit.console.verb import Purpose, verb
from smmkit.errors import SmmError
from smmkit.words import say

DIGITS = 4
"""A year has as many."""


@verb("lkj", Purpose.NUMBERS, order=6)
def command(
    year: Annotated[str, Argument(metavar="YEAR")],
    folder: Folder = Path(),
    form: PageForm = None,
    output: Output = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Put together the performance report of a year; its numbers are those of the KPIs."""
    from smmkit.documents.objective import Objective
    from smmkit.reports.kpi.lkj import LkjReport

    if not (year.isascii() and year.isdigit() and len(year) == DIGITS):
        raise SmmError(say("{text} is no year; write it as 2025", text=year))
    found = opened(folder, as_of=as_of)
    if not any(one.kpis for one in found.qms.of(Objective)):
        none = say("there is no KPI in {folder}", folder=str(folder.resolve()))
        raise none_of("objective", found.qms, none)
    drawn_as = form_of(form, output, PAGE_FORMS)
    return show_report(found, LkjReport(found.qms, year), drawn_as, output, lang)
