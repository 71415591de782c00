"""smm agenda: open, choose, draw; 1 if files could not be read and are missing from it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Option

from smmkit.console.language import reader
from smmkit.console.lookup import person_named, unit_named
from smmkit.console.opening import Opened, opened
from smmkit.console.options import PAGE_FORMS, AsOf, Folder, Lang, Output, day, format_option
from smmkit.console.output import form_of, show, show_lines, show_report
from smmkit.console.verb import Purpose, verb
from smmkit.errors import SmmError
from smmkit.words import say

if TYPE_CHECKING:
    from smmkit.qms import Qms
    from smmkit.reports.agenda.proof import ProofReport
    from smmkit.reports.agenda.report import AgendaReport, Choice

FORMS = (*PAGE_FORMS, "ics")
"""What an agenda can be shown as; ics is a calendar for phones and mail programs."""

MONTH = 1
"""So many months ahead are shown without `--to`, and in reminders."""


@verb("agenda", Purpose.DAY, order=2)
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
    drawn_as = form_of(form, output, FORMS)
    if remind and (drawn_as != "text" or output or proof):
        raise SmmError(say("--remind shows messages as text on the terminal, and nothing else"))
    from smmkit.analyses.agenda.agenda import MONTHS

    found = opened(folder, as_of=as_of)
    days = since, until or later(found.qms, MONTH if remind else MONTHS)
    choice = choice_of(found.qms, days, unit, person)
    if remind:
        return show_reminders(found, choice, lang)
    report = report_of(found.qms, choice, proof)
    if drawn_as != "ics":
        return show_report(found, report, drawn_as, output, lang)
    from smmkit.reports.agenda.ics import ics

    show(ics(report, reader(lang, found.qms)).decode(), output)
    return int(bool(report.unread))


def later(qms: Qms, months: int) -> date:
    """The day of judgement, so many months later."""
    from smmkit.calendar_ends import months_after

    return months_after(qms.as_of, months)


def choice_of(
    qms: Qms, days: tuple[date | None, date], unit: str | None, person: str | None
) -> Choice:
    """Which part of the agenda is meant.

    Raises:
        SmmError: there is no such unit or person, or no day lies between.
    """
    from smmkit.reports.agenda.report import Choice

    since, until = days
    if unit:
        unit = unit_named(unit, qms)
    if since and since > until:
        raise SmmError(
            say("{first} is after {last}: nothing lies between", first=since, last=until)
        )
    return Choice(since, until, unit or None, person_named(person, qms) if person else None)


def report_of(qms: Qms, choice: Choice, proof: bool) -> AgendaReport | ProofReport:
    """The agenda, or the days on which proof lapses."""
    if proof:
        from smmkit.reports.agenda.proof import ProofReport

        return ProofReport(qms, choice)
    from smmkit.reports.agenda.report import AgendaReport

    return AgendaReport(qms, choice)


def show_reminders(found: Opened, choice: Choice, lang: str | None) -> int:
    """Show a message for each person."""
    from smmkit.reports.agenda.reminders import reminders
    from smmkit.reports.agenda.report import AgendaReport

    report = AgendaReport(found.qms, choice)
    show_lines(reminders(report), reader(lang, found.qms))
    return int(bool(report.unread))
