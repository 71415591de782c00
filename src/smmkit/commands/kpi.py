"""smm kpi: open, count, draw; 1 if files could not be read and are missing from it."""

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


@verb("kpi", order=100)
def command(
    folder: Folder = Path(),
    period: Annotated[
        str | None,
        Option(
            metavar="2019|2019-Q3|2019-07",
            help="The period; without it, the last year with data.",
        ),
    ] = None,
    form: PageForm = None,
    output: Output = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Show KPIs: target, actual, achievement, status."""
    from smmkit.analyses.kpi import last_period
    from smmkit.analyses.periods import is_period
    from smmkit.reports.kpi import KpiReport

    found = opened(folder, as_of=as_of)
    qms = found.qms
    if period is not None and not is_period(period):
        raise SmmError(say("{text} is no period; write 2019, 2019-Q3 or 2019-07", text=period))
    chosen = period or last_period(qms)
    if chosen is None:
        raise SmmError(say("there is no KPI in {folder}", folder=str(folder)))
    drawn_as = form_of(form, output, PAGE_FORMS)
    return show_report(found, KpiReport(qms, chosen), drawn_as, output, lang)
