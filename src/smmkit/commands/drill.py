"""smm drill: open, break in memory, tell; 1 if something would go unnoticed, or files are missing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Option

from smmkit.console.language import reader
from smmkit.console.opening import opened
from smmkit.console.options import PAGE_FORMS, AsOf, Folder, Lang, Output, PageForm, Workers
from smmkit.console.output import form_of, show_progress, show_report
from smmkit.console.verb import Purpose, verb
from smmkit.errors import SmmError
from smmkit.words import say

if TYPE_CHECKING:
    from collections.abc import Collection

    from smmkit.standards.drills import Break, Drill


@verb("drill", Purpose.STANDARD, order=3)
def command(
    folder: Folder = Path(),
    demand: Annotated[
        list[str] | None,
        Option(
            metavar="ID", help="Only faults against this demand, such as A5-1; may be repeated."
        ),
    ] = None,
    workers: Workers = None,
    form: PageForm = None,
    output: Output = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Break a copy in memory, demand by demand: what would be noticed?"""
    import os

    from smmkit.drill.drilled import drilled, drills_of
    from smmkit.drill.ground import Notice
    from smmkit.reports.drill import DrillReport

    found = opened(folder, as_of=as_of, every=True)
    qms = found.qms
    drill = next(iter(drills_of(qms)), None)
    standard = qms.standard(drill.standard) if drill else None
    if drill is None or standard is None:
        ids = qms.standard_ids
        raise SmmError(
            say("there is no drill for the standards of this folder: {words}", words=ids)
        )
    speech = reader(lang, qms)

    def told(n: int, of: int) -> None:
        show_progress(speech.say(say("fault {n} of {m}", n=n, m=of)))

    outcomes = drilled(qms, chosen(drill, demand or ()), told, workers or os.cpu_count() or 1)
    show_progress("")
    drawn_as = form_of(form, output, PAGE_FORMS)
    report = DrillReport(qms, standard, drill, tuple(outcomes), detailed=drawn_as != "text")
    code = show_report(found, report, drawn_as, output, lang)
    return code or int(any(one.notice is Notice.UNNOTICED for one in outcomes))


def chosen(drill: Drill, demands: Collection[str]) -> list[Break]:
    """The faults against some demands; all, where none is named.

    Raises:
        SmmError: nothing is tried against one of them.
    """
    known = {id_ for fault in drill.breaks for id_ in fault.demands}
    if unknown := [one for one in demands if one not in known]:
        raise SmmError(
            say(
                "nothing is tried against {ids}; there are: {known}",
                ids=unknown,
                known=sorted(known),
            )
        )
    return [fault for fault in drill.breaks if not demands or {*demands} & {*fault.demands}]
