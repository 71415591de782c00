"""One short message for each person, to be pasted where people read: what is due, the overdue first."""

from __future__ import annotations

from collections.abc import Iterator

from smmkit.analyses.agenda.agenda import Entry
from smmkit.analyses.agenda.due import Text
from smmkit.analyses.agenda.people import name_of
from smmkit.qms import Qms
from smmkit.reports.agenda.report import AgendaReport
from smmkit.words import Message, say, say_n

MOST = 10
"""So many things are named in one message; the others are counted."""


def reminders(report: AgendaReport) -> Iterator[Message | str]:
    """The lines of every message, each person once, in the order of their first thing."""
    by_person: dict[str, list[Entry]] = {}
    for entry in report.entries:
        wanted = report.choice.person
        for person in [wanted] if wanted else entry.seen_to_by or ("",):
            by_person.setdefault(person, []).append(entry)
    if not by_person:
        yield say("Nobody has to be reminded of anything.")
    nobodys = by_person.pop("", [])
    for number, (person, entries) in enumerate(by_person.items()):
        yield from ("", "---", "") if number else ()
        yield from message(report, person, entries)
    if nobodys:
        yield from ("", "---", "") if by_person else ()
        yield say("Nobody is named for these; who sees to them?")
        yield from lines(report.qms, nobodys)


def message(report: AgendaReport, person: str, entries: list[Entry]) -> Iterator[Message | str]:
    """One message: whom it is for, what is due, and thanks."""
    settings = report.qms.settings
    yield say("Dear {name},", name=name_of(report.qms, person))
    yield say(
        "please look at the following by the day that stands with it (as of {day}):",
        day=report.as_of,
    )
    yield from lines(report.qms, entries)
    yield say("If something is done already, please tell the quality team, so that it is recorded.")
    yield say("Thank you. {name}", name=settings.organization.short_name if settings else "")


def lines(qms: Qms, entries: list[Entry]) -> Iterator[Message]:
    """Each thing in a line; where only a title names it, with what is to be done about it."""
    for number, entry in enumerate(entries[:MOST], 1):
        due = entry.due
        what: Text = due.what
        if what in titles(qms, entry):
            what = say("{matter}: {what}", matter=due.matter.label, what=what)
        values = {"no": f"{number}.", "what": what, "id": due.id, "day": due.day}
        if entry.is_overdue:
            yield say_n(
                "{no} {what} ({id}): was due on {day}, {n} day ago",
                "{no} {what} ({id}): was due on {day}, {n} days ago",
                -entry.days_left,
                **values,
            )
        else:
            yield say("{no} {what} ({id}): by {day}", **values)
    if len(entries) > MOST:
        yield say("and {n} more: smm agenda", n=len(entries) - MOST)


def titles(qms: Qms, entry: Entry) -> list[str]:
    """What the document of something due, and the thing itself, are called."""
    thing = qms.things.get(entry.due.id)
    return [entry.due.document.title, *([thing.title] if thing else ())]
