"""Complaints and what else customers say, as SP4N-LAPOR! and others export them; never who said it."""

from __future__ import annotations

from typing import Any

from smmkit.intake.forms.base import Row, headline, rows_of, says, titled
from smmkit.intake.named_services import service_named
from smmkit.intake.result import Result
from smmkit.intake.table import Table
from smmkit.words import say

SP4N = "SP4N-LAPOR!"


def read(result: Result, tables: list[Table]) -> None:
    """One feedback of each row that says something."""
    found = []
    for table in tables:
        found += [one for row in rows_of(result, table) if (one := feedback(result, row))]
    heads = (say("Id"), say("Date"), say("Title"), say("About"), say("Answered on"))
    rows = [(f["id"], f["date"], f["title"], f["about"], f["answered"] or "-") for f in found]
    if rows:
        result.show(say("Feedback"), heads, rows)


def feedback(result: Result, row: Row) -> dict[str, Any] | None:
    """What one row says."""
    statement = row.line("statement")
    if not statement:
        return None
    id_ = result.fresh("ADU")
    sort = says(row.line("sort"), "feedback_types")
    by_topic = says(row.line("topic"), "feedback_types")
    if sort is None and by_topic:
        sort = by_topic
    elif row.line("topic"):
        row.unread("topic", say("this column was not taken"))
    if sort is None:
        sort = "complaint"
        result.assumed.append((id_, say("what sort of feedback it is: complaint")))
    channel = row.line("channel")
    if not channel:
        channel = SP4N if row.line("tracking") else result.blank(id_, say("the way it came"))
    unit = row.unit("unit")
    answered = row.day("answered", id_)
    if row.line("answer") and answered is None:
        result.blanks.append((id_, say("the day of the answer")))
    status = row.line("status")
    if status and says(status, "closed_words") and answered is None:
        row.unread("status", say("closed without the day of the answer"))
    tracking = row.line("tracking")
    value = {
        "kind": "feedback",
        "id": id_,
        "title": titled(row.line("title")) or headline(statement),
        "date": row.day("received", id_, last=False) or result.blank(id_, say("date")),
        "owner": unit,
        "classification": result.class_,
        "clauses": ["9.1.2"],
        "feedback_type": sort,
        "about": service(result, row) or result.blank(id_, say("the service that it is about")),
        "channel": channel,
        "statement": statement,
        "unit": unit or result.blank(id_, say("unit")),
        "cause": row.line("cause") or None,
        "answer": row.line("answer") or None,
        "answered": answered,
        "note": result.speech.say(say("number {number}", number=tracking)) if tracking else None,
    }
    result.add("feedback", value)
    return value


def service(result: Result, row: Row) -> str | None:
    """The service that a row is about: by its id or its title."""
    found = service_named(result.qms, row.line("about"))
    if row.line("about") and found is None:
        row.unread("about", say("this is no service of the register"))
    return found
