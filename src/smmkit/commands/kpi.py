"""smm kpi: open, count, draw; 1 if files could not be read and are missing from it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from typer import Argument, Option

from smmkit.console.lookup import found_kpi, none_of, unit_named
from smmkit.console.opening import is_folder, opened, root_of
from smmkit.console.options import PAGE_FORMS, AsOf, Lang, Output, PageForm
from smmkit.console.output import form_of, show_report
from smmkit.console.verb import Purpose, verb
from smmkit.errors import SmmError
from smmkit.words import say

if TYPE_CHECKING:
    from smmkit.qms import Qms
    from smmkit.reports import Report

MOST_IN_TEXT = 30
"""Of how many KPIs a terminal shows the values over time; more would bury the table."""


@verb("kpi", Purpose.NUMBERS, order=1)
def command(
    kpi: Annotated[str, Argument(metavar="[KPI]", help="One KPI by its id; without it, all.")] = "",
    folder: Annotated[Path | None, Argument(metavar="[FOLDER]")] = None,
    period: Annotated[
        str | None,
        Option(
            metavar="2019|2019-Q3|2019-07",
            help="The period; without it, the last year with data.",
        ),
    ] = None,
    unit: Annotated[str | None, Option(metavar="UNIT", help="Only the KPIs of this unit.")] = None,
    by: Annotated[
        Literal["perspective", "unit"] | None, Option(help="In groups, each with its sums.")
    ] = None,
    view: Annotated[
        Literal["comparisons", "smart", "cascade"] | None,
        Option(
            help="Another way to see them all: what a performance report compares, SMART, cascade."
        ),
    ] = None,
    form: PageForm = None,
    output: Output = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Show KPIs: target, actual, achievement, status."""
    from smmkit.corrections.spoken_values import period_meant
    from smmkit.period_days import is_period

    if kpi and folder is None and is_place(kpi):
        kpi, folder = "", Path(kpi)
    place = folder or Path()
    found = opened(root_of(place) if folder or kpi else place, as_of=as_of)
    if period is not None and not is_period(period):
        period = period_meant(period) or period
    if period is not None and not is_period(period):
        raise SmmError(
            say("{text} is no period; write 2019, 2019-S2, 2019-Q3 or 2019-07", text=period)
        )
    if unit:
        unit = unit_named(unit, found.qms)
    drawn_as = form_of(form, output, PAGE_FORMS)
    chosen = period_of(found.qms, period, place)
    if kpi:
        report = one_report(found.qms, kpi, chosen, is_more=bool(unit or by or view))
    else:
        report = all_report(found.qms, chosen, unit, by, view, drawn_as)
    return show_report(found, report, drawn_as, output, lang)


def is_place(word: str) -> bool:
    """Whether the only word is a folder or a path, no id."""
    return is_folder(Path(word)) or "/" in word or "\\" in word or word.startswith(".")


def period_of(qms: Qms, period: str | None, folder: Path) -> str:
    """The period that is asked for, else the last year with data.

    Raises:
        SmmError: there is none.
    """
    from smmkit.analyses.kpis.kpi import told_period

    chosen = period or told_period(qms)
    if chosen is None:
        raise none_of(
            "objective", qms, say("there is no KPI in {folder}", folder=str(folder.resolve()))
        )
    return chosen


def one_report(qms: Qms, id_: str, period: str, *, is_more: bool) -> Report:
    """The page of one KPI.

    Raises:
        SmmError: there is none of this id, or it is asked for in groups.
    """
    from smmkit.reports.kpi.detail import KpiDetail

    objective, kpi = found_kpi(qms, id_)
    if is_more:
        raise SmmError(say("--unit, --by and --view are for all KPIs; name none"))
    return KpiDetail(qms, kpi, objective, period)


def all_report(
    qms: Qms, period: str, unit: str | None, by: str | None, view: str | None, form: str
) -> Report:
    """The page of all KPIs, in one of the ways to see them.

    Raises:
        SmmError: two ways are asked for.
    """
    from smmkit.analyses.kpis.scorecard import Grouping
    from smmkit.reports.kpi.overview import KpiReport
    from smmkit.reports.kpi.views import KpiView, View

    if view is None:
        grouping = Grouping(by) if by else None
        most = MOST_IN_TEXT if form == "text" else None
        return KpiReport(qms, period, unit, grouping, bare=form == "csv", most_charts=most)
    if by:
        raise SmmError(say("--by and --view are two ways to see them; name one"))
    return KpiView(qms, period[:4], View(view), unit)
