"""smm review-inputs: open, compile, draw; 1 if files could not be read and are missing from it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

from typer import Option

from smmkit.console.language import reader
from smmkit.console.opening import opened
from smmkit.console.options import PAGE_FORMS, AsOf, Folder, Lang, Output, PageForm, day
from smmkit.console.output import form_of, show, show_report
from smmkit.console.verb import Purpose, verb
from smmkit.errors import SmmError
from smmkit.words import say


@verb("review-inputs", Purpose.STANDARD, order=5)
def command(
    folder: Folder = Path(),
    since: Annotated[
        date | None,
        Option(
            parser=day,
            metavar="YYYY-MM-DD",
            help="The first day that is looked at; without it, the day after the last review.",
        ),
    ] = None,
    as_yaml: Annotated[
        bool, Option("--yaml", help="As the inputs of a new management review.")
    ] = False,
    form: PageForm = None,
    output: Output = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Compile what a management review has before it (9.3.2): each input with figures and sources;
    what has none is named.
    """
    from smmkit.analyses.review_inputs.inputs import since_last
    from smmkit.reports.review_inputs import ReviewInputsReport

    found = opened(folder, as_of=as_of)
    first = since or since_last(found.qms) or date.min
    if first > found.qms.as_of:
        raise SmmError(
            say("{first} is after {last}: nothing lies between", first=first, last=found.qms.as_of)
        )
    report = ReviewInputsReport(found.qms, first)
    if as_yaml:
        if form:
            raise SmmError(say("--yaml is a format of its own; leave --format out"))
        show(report.block(reader(lang, found.qms)), output)
        return int(bool(report.unread))
    return show_report(found, report, form_of(form, output, PAGE_FORMS), output, lang)
