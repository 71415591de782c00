"""smm rehearse: open, draw trails, show the question sheets."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Option

from smmkit.console.lookup import unit_named
from smmkit.console.opening import opened
from smmkit.console.options import PAGE_FORMS, AsOf, Folder, Lang, Output, PageForm
from smmkit.console.output import form_of, show_report
from smmkit.console.verb import Purpose, verb


@verb("rehearse", Purpose.AUDIT, order=2)
def command(
    folder: Folder = Path(),
    seed: Annotated[
        int, Option(help="What chance begins with; the same number asks the same again.")
    ] = 1,
    unit: Annotated[str | None, Option(metavar="UNIT", help="Only the sheet of this unit.")] = None,
    blind: Annotated[
        bool, Option("--blind", help="Without where the answers stand, for the coordinators.")
    ] = False,
    form: PageForm = None,
    output: Output = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Rehearse an audit: for each unit questions along a trail, drawn from the folder, from a
    complaint to its case, SOP, KPI, risk, finding and review.
    """
    from smmkit.reports.rehearsal import RehearsalReport
    from smmkit.standards.rehearsals import shipped_rehearsals

    found = opened(folder, as_of=as_of)
    if unit is not None:
        unit = unit_named(unit, found.qms)
    known = shipped_rehearsals() | found.qms.rehearsals
    report = RehearsalReport(found.qms, known["usual"], seed, unit, blind)
    return show_report(found, report, form_of(form, output, PAGE_FORMS), output, lang)
