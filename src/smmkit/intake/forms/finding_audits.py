"""What a finding has from its audit: which it is, whether it is known, when the answer is due."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from smmkit.analyses.audits import WRITTEN_WITHIN, last_day
from smmkit.calendar_ends import moved
from smmkit.documents.audit import Audit
from smmkit.documents.finding import AuditFinding
from smmkit.intake.forms.around import above
from smmkit.intake.forms.audit_lines import TOP
from smmkit.intake.forms.base import Row, says
from smmkit.intake.result import Result
from smmkit.intake.words import comparable
from smmkit.qms import Qms
from smmkit.words import say

WITHIN = re.compile(
    r"(\d{1,3})\s?(?:\([\w ]{1,30}\)\s?)?(?:hari(?: kalender)?|(?:calendar )?days)", re.I
)
"""So many days after the audit; working days are not counted here."""


def audit_of(result: Result, said: str, day: date | None) -> Audit | None:
    """The audit that found it: the one that is named, else that of the day, else the last before.

    What was found weeks after that one was over is of an audit that the folder does not know yet.
    """
    if said in result.made:
        return None
    audits = sorted(result.qms.of(Audit), key=lambda one: one.date)
    for one in audits:
        if is_named(one, said):
            return one
    sort = sort_of(result)
    audits = [one for one in audits if one.audit_type == sort] or audits
    if day is None and (found := audit_among(result.qms, result.named)):
        return found
    same = [one for one in audits if day and one.date == day]
    before = [one for one in audits if one.date <= (day or result.qms.as_of)]
    last = before[-1] if before else None
    if last and day and (day - last_day(last)).days > WRITTEN_WITHIN:
        last = None
    return next(iter(same), last)


def sort_of(result: Result) -> str | None:
    """The sort of audit that the first lines of a paper, or those above its tables, say."""
    tops = (line for table in result.taken for line in above(table))
    lines = (*result.lines[:TOP], *result.begins, *tops)
    return next((sort for line in lines if (sort := says(line, "audit_types"))), None)


def audit_among(qms: Qms, named: Collection[date]) -> Audit | None:
    """The audit whose first or last day is among these; of several the last."""
    audits = sorted(qms.of(Audit), key=lambda one: one.date)
    within = [one for one in audits if one.date in named or (one.until or one.date) in named]
    return within[-1] if within else None


def is_named(audit: Audit, said: str) -> bool:
    """Whether a text is the id or the title of an audit."""
    return bool(said) and said.casefold() in {audit.id.casefold(), audit.title.casefold()}


def known_as(result: Result, row: Row, audit: Audit | None) -> str | None:
    """The finding that the folder has of it already: by its id, its words or its number in the same audit."""
    words, number = comparable(row.line("statement")), row.line("number")
    noted = result.speech.say(say("number {number}", number=number)) if number else None
    for known in known_findings(result.qms):
        of = str(known.get("audit"))
        is_same = of == audit.id if audit else of not in result.qms.things
        clause = str(known.get("clause"))
        has_number = noted and noted == known.get("note") and clause in row.line("clause")
        said = {comparable(str(known.get(name))) for name in ("statement", "title")}
        if known.get("id") == number or (is_same and (has_number or words in said)):
            return str(known.get("id"))
    return None


def known_findings(qms: Qms) -> list[Mapping[str, Any]]:
    """What the folder says of each finding that it has, also where a form lacks its grade."""
    whole = [
        {
            name: getattr(one, name)
            for name in ("id", "audit", "clause", "note", "statement", "title")
        }
        for one in qms.of(AuditFinding)
    ]
    broken = [qms.sources.get(stub.path) for stub in qms.stubs if stub.kind == "finding"]
    return [*whole, *(source.values for source in broken if source is not None)]


def response_due(row: Row, id: str, audit: Audit | None) -> str | None:
    """The day by which the auditor wants an answer: as a day, or so many days after the audit."""
    role = "response" if row.line("response") or row.line("action") else "due"
    text = row.line(role)
    within = WITHIN.fullmatch(text.strip(" ."))
    if audit is None or within is None:
        return row.day(role, id)
    day = moved(last_day(audit), int(within[1]))
    why = say("{text} is taken as {day}", text=text, day=day)
    row.result.assumed.append((id, why))
    return day.isoformat()
