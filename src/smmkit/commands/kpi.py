"""smm kpi"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from smmkit.commands.options import (
    as_of_option,
    folder_argument,
    form_of,
    format_option,
    here,
    lang_option,
    opened,
    output_option,
    report,
)
from smmkit.errors import SmmError
from smmkit.words import say

FORMS = ("text", "html", "json")


@click.command("kpi", help=here("Show KPIs: target, actual, achievement, status."))
@folder_argument()
@click.option(
    "--period",
    metavar="2019|2019-Q3|2019-07",
    help=here("The period; without it, the last year with data."),
)
@format_option(*FORMS)
@output_option()
@as_of_option()
@lang_option()
def command(
    folder: Path,
    period: str | None,
    form: str | None,
    output: Path | None,
    as_of: date | None,
    lang: str | None,
) -> int:
    """Open, count, draw; 1 if files could not be read and are missing from it."""
    from smmkit import git
    from smmkit.analyses.kpi import last_period
    from smmkit.analyses.periods import is_period
    from smmkit.reports import kpi

    found = opened(folder, as_of=as_of)
    qms = found.qms
    if period is not None and not is_period(period):
        raise SmmError(say("{text} is no period; write 2019, 2019-Q3 or 2019-07", text=period))
    chosen = period or last_period(qms)
    if chosen is None:
        raise SmmError(say("there is no KPI in {folder}", folder=str(folder)))
    return report(
        found,
        form_of(form, output, FORMS),
        output,
        lang,
        lambda speech: kpi.data(qms, chosen, speech),
        lambda: kpi.page(qms, chosen, git.commit_of(found.root)),
    )
