"""smm gap-report: open, compare, draw; 1 if files could not be read, or a step is blocked."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from click import Choice
from typer import Option

from smmkit.console.language import reader
from smmkit.console.opening import opened
from smmkit.console.options import PAGE_FORMS, AsOf, Folder, Lang, Output, PageForm
from smmkit.console.output import form_of, show_report
from smmkit.console.verb import verb
from smmkit.words import say


@verb("gap-report", order=90)
def command(
    folder: Folder = Path(),
    standard: Annotated[
        str | None,
        Option(metavar="ID", help="The standard; without it, the first of qms.yaml."),
    ] = None,
    unit: Annotated[
        str | None,
        Option(metavar="UNIT", help="The page of one unit, with all that is part of it."),
    ] = None,
    by: Annotated[
        list[str] | None,
        Option(
            metavar="WORD",
            help="Also by unit, owner, process, service or dimension; may be given again. Without it, "
            "by all of them where there is room (html, pdf, xlsx).",
        ),
    ] = None,
    ready: Annotated[
        str | None,
        Option(
            click_type=Choice(("registration", "stage-1", "stage-2", "surveillance")),
            help="Only whether all is ready for this step; 1 while something blocks.",
        ),
    ] = None,
    form: PageForm = None,
    output: Output = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Compare with a standard: what is claimed, what is proved."""
    from smmkit.analyses.gap.belonging import View
    from smmkit.console.lookup import check_unit, standard_named, word_named
    from smmkit.reports.gap.report import GapReport, ReadyReport
    from smmkit.standards.readiness import Milestone

    found = opened(folder, as_of=as_of)
    qms = found.qms
    pack = standard_named(standard, qms)
    drawn_as, speech = form_of(form, output, PAGE_FORMS), reader(lang, qms)
    if ready:
        told = ReadyReport(qms, pack, Milestone(ready))
        return show_report(found, told, drawn_as, output, lang) or int(not told.found.is_ready)
    if unit:
        check_unit(unit, qms)
    words = {view.value: view.label for view in View}
    wanted = [View(word_named(one, words, say("view"), speech)) for one in by or ()]
    roomy = drawn_as not in {"text", "json"} and not unit
    views = tuple(dict.fromkeys(wanted)) or (tuple(View) if roomy else ())
    report = GapReport(qms, pack, detailed=drawn_as != "text", views=views, unit=unit)
    return show_report(found, report, drawn_as, output, lang)
