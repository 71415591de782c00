"""smm agenda: open, choose, draw; 1 if files could not be read and are missing from it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

from typer import Option

from smmkit.console.language import reader
from smmkit.console.lookup import check_unit, person_named
from smmkit.console.opening import opened
from smmkit.console.options import PAGE_FORMS, AsOf, Folder, Lang, Output, day, format_option
from smmkit.console.output import form_of, show, show_lines, show_report
from smmkit.console.verb import verb
from smmkit.errors import SmmError
from smmkit.words import say

FORMS = (*PAGE_FORMS, "ics")
"""What an agenda can be shown as; ics is a calendar for phones and mail programs."""

YEAR, MONTH = 12, 1
"""So many months ahead are shown without `--to`, and in reminders."""


@verb("agenda", order=57)
def command(
    folder: Folder = Path(),
    since: Annotated[
        date | None,
        Option("--from", parser=day, metavar="YYYY-MM-DD", help="Not what comes before this day."),
    ] = None,
    until: Annotated[
        date | None,
        Option(
            "--to",
            parser=day,
            metavar="YYYY-MM-DD",
            help="Not what comes after this day; without it, what comes within a year.",
        ),
    ] = None,
    unit: Annotated[
        str | None, Option(metavar="UNIT", help="Only what this unit or its parts answer for.")
    ] = None,
    person: Annotated[
        str | None, Option(metavar="PERSON", help="Only what this person sees to: id or name.")
    ] = None,
    remind: Annotated[
        bool, Option("--remind", help="One short message for each person, to be pasted.")
    ] = False,
    proof: Annotated[
        bool, Option("--proof", help="The days on which the proof of clauses lapses.")
    ] = False,
    form: Annotated[str | None, format_option(FORMS)] = None,
    output: Output = None,
    as_of: AsOf = None,
    lang: Lang = None,
) -> int:
    """Show everything with a day, the overdue first, with who sees to it."""
    from smmkit.analyses.periods import months_after
    from smmkit.reports.agenda.proof import ProofReport
    from smmkit.reports.agenda.report import AgendaReport, Choice

    drawn_as = form_of(form, output, FORMS)
    if remind and (drawn_as != "text" or output or proof):
        raise SmmError(say("--remind shows messages as text on the terminal, and nothing else"))
    found = opened(folder, as_of=as_of)
    qms = found.qms
    if unit:
        check_unit(unit, qms)
    who = person_named(person, qms) if person else None
    last = until or months_after(qms.as_of, MONTH if remind else YEAR)
    if since and since > last:
        raise SmmError(say("{first} is after {last}: nothing lies between", first=since, last=last))
    choice = Choice(since, last, unit or None, who)
    if remind:
        from smmkit.reports.agenda.reminders import reminders

        show_lines(reminders(AgendaReport(qms, choice)), reader(lang, qms))
        return int(bool(qms.stubs))
    report = ProofReport(qms, choice) if proof else AgendaReport(qms, choice)
    if drawn_as == "ics":
        from smmkit.reports.agenda.ics import ics

        show(ics(report, reader(lang, qms)).decode(), output)
        return int(bool(qms.stubs))
    return show_report(found, report, drawn_as, output, lang)
