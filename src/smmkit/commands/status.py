"""smm status: open, count, draw; 1 if files could not be read and are missing from it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Option

from smmkit.console.lookup import person_named, unit_named
from smmkit.console.opening import opened
from smmkit.console.options import PAGE_FORMS, AsOf, Folder, Lang, Output, PageForm
from smmkit.console.output import form_of, show_report
from smmkit.console.verb import Purpose, verb


@verb("status", Purpose.DAY, order=1)
def command(
    folder: Folder = Path(),
    unit: Annotated[
        str | None, Option(metavar="UNIT", help="Only what this unit or its parts answer for.")
    ] = None,
    person: Annotated[
        str | None, Option(metavar="PERSON", help="Only what this person sees to: id or name.")
    ] = None,
    brief: Annotated[
        bool, Option("--brief", help="One page for the head of the organization.")
    ] = False,
    form: PageForm = None,
    output: Output = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Show where the organization stands: its journey, the next step, the circle, what is open."""
    from smmkit.analyses.status.numbers import Whose
    from smmkit.reports.status.report import StatusReport

    found = opened(folder, as_of=as_of)
    drawn_as = form_of(form, output, PAGE_FORMS)
    if unit:
        unit = unit_named(unit, found.qms)
    who = person_named(person, found.qms) if person else None
    report = StatusReport(found.qms, Whose(unit or None, who), brief)
    return show_report(found, report, drawn_as, output, lang)
