"""The agenda as a calendar (iCalendar, RFC 5545) that phones and mail programs take in.

Days are whole days, so each falls on the day of the organization wherever the reader is. The same thing
has the same name each time, so that a calendar which takes it in again moves it and does not double it.
What is overdue stands on the day of judgement until it is done.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from textwrap import shorten

from smmkit.analyses.agenda.agenda import Entry
from smmkit.analyses.agenda.due import Matter
from smmkit.analyses.agenda.people import name_of
from smmkit.layout import DEFAULT_ZONE
from smmkit.qms import Qms
from smmkit.reports.agenda.proof import ProofReport
from smmkit.reports.agenda.report import AgendaReport
from smmkit.words import Language, harmless, say

LONGEST = 75
"""No line may have more bytes."""

SHORT = 80
"""What is to be done has so many letters in a line that a phone shows; its description has all."""

BEFORE, ON_THE_DAY = "-P6DT16H", "PT8H"
"""When alarms ring: at eight in the morning a week before, and on the day."""


def ics(report: AgendaReport | ProofReport, speech: Language) -> bytes:
    """All entries of an agenda as one calendar."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//smmkit//smm agenda//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(speech.say(report.title))}",
        f"X-WR-TIMEZONE:{escaped(zone_of(report.qms))}",
    ]
    for entry in report.entries:
        lines += event(report.qms, entry, speech)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in folded(line)).encode()


def event(qms: Qms, entry: Entry, speech: Language) -> Iterator[str]:
    """The lines of one event."""
    due, label = entry.due, speech.say(entry.due.matter.label)
    is_told = due.matter is Matter.PROOF  # what it says names its clause and its day already
    told = shorten(speech.say(due.what), SHORT, placeholder=" ...")
    summary = speech.say(due.what) if is_told else f"{label}: {told} ({due.id})"
    if entry.is_overdue:
        summary = speech.say(say("OVERDUE {what}", what=summary))
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.uid}"
    yield f"DTSTAMP:{stamp(qms)}"
    yield f"DTSTART;VALUE=DATE:{written(max(due.day, qms.as_of))}"
    yield f"SUMMARY:{escaped(summary)}"
    yield f"DESCRIPTION:{escaped(description(qms, entry, speech))}"
    yield f"CATEGORIES:{escaped(label)}"
    yield "TRANSP:TRANSPARENT"
    for trigger in (ON_THE_DAY,) if entry.is_overdue else (BEFORE, ON_THE_DAY):
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        yield f"TRIGGER:{trigger}"
        yield f"DESCRIPTION:{escaped(summary)}"
        yield "END:VALARM"
    yield "END:VEVENT"


def description(qms: Qms, entry: Entry, speech: Language) -> str:
    """What it is, its day, who sees to it, and where it stands."""
    due = entry.due
    told = [
        due.what,
        say("Due: {day}", day=due.day),
        due.why,
        say("Units: {units}", units=list(due.owners)) if due.owners else "",
        say("Seen to by: {people}", people=[name_of(qms, id_) for id_ in entry.seen_to_by])
        if entry.seen_to_by
        else "",
        say("File: {path}", path=due.document.path),
    ]
    return "\n".join(said for one in told if (said := speech.say(one)))


def stamp(qms: Qms) -> str:
    """The beginning of the day of judgement, where the organization is, as the time of the world."""
    from zoneinfo import ZoneInfo

    try:
        zone = ZoneInfo(zone_of(qms))
        start = datetime.combine(qms.as_of, datetime.min.time(), zone).astimezone(UTC)
    except (OSError, ValueError, KeyError, OverflowError):  # no such zone, or the first day of all
        start = datetime.combine(qms.as_of, datetime.min.time(), UTC)
    return f"{start.year:04}{start:%m%dT%H%M%SZ}"


def zone_of(qms: Qms) -> str:
    """The time zone of the organization."""
    return qms.settings.organization.time_zone if qms.settings else DEFAULT_ZONE


def written(day: date) -> str:
    """A day as calendars write it."""
    return f"{day.year:04}{day.month:02}{day.day:02}"


def escaped(text: str) -> str:
    """A text as a value: what has a meaning of its own is marked, ends of lines too."""
    text = harmless(text, lines=True)
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def folded(line: str) -> Iterator[str]:
    """A line in pieces of so many bytes at most, cut between letters; the later begin with a blank."""
    piece, size = "", 0
    for letter in line:
        length = len(letter.encode())
        if size + length > LONGEST:
            yield piece
            piece, size = " ", 1
        piece, size = piece + letter, size + length
    yield piece
