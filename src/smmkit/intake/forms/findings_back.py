"""What became of findings, as an auditor sends that sheet of a bundle back: accepted, or asked for more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from smmkit.analyses.leaving.audit_trail import Outcome
from smmkit.analyses.leaving.for_the_auditor import (
    ANSWER,
    AUDIT,
    CLAUSE,
    FINDING,
    GRADE,
    ID,
    STATE,
    VERIFICATION,
)
from smmkit.documents.finding import AuditFinding
from smmkit.intake import days
from smmkit.intake.forms import findings
from smmkit.intake.forms.base import Row
from smmkit.intake.forms.verification import ask
from smmkit.intake.ours import Sheet, as_compared, sheets_of
from smmkit.intake.result import Result
from smmkit.intake.words import comparable, data, table
from smmkit.office.grid import Grid
from smmkit.words import LANGUAGES, Message, say
from smmkit.yaml_text.fields import with_value

ROLES: Final = {"audit": AUDIT, "grade": GRADE, "clause": CLAUSE, "statement": FINDING}
"""What a row of a finding that the folder does not have says."""


@dataclass(frozen=True, slots=True)
class Said:
    """What an auditor wrote beside a finding: that it is accepted, since when, or what is still asked."""

    finding: AuditFinding
    text: str
    is_accepted: bool
    day: date | None


def among(grids: list[Grid]) -> list[Sheet]:
    """The sheets of findings among the tables of a file."""
    needed = (ID, FINDING, ANSWER, STATE)
    return sheets_of(grids, needed, (VERIFICATION, AUDIT, GRADE, CLAUSE))


def read(result: Result, grids: list[Grid], sheets: list[Sheet]) -> None:
    """What was accepted, into its finding; what is still asked, to the submission; new findings as such."""
    said = [one for sheet in sheets for one in written(result, sheet)]
    new = [row for sheet in sheets for row in unknown(result, sheet)]
    accepted = [one for one in said if one.is_accepted]
    asked = [(one.text, f"{one.finding.id}: {one.text}") for one in said if not one.is_accepted]
    shown = [(one.finding.id, one.text, accept(result, one)) for one in accepted]
    if shown:
        heads = (ID, VERIFICATION, STATE)
        result.show(say("Accepted by the auditor"), heads, shown)
    findings.take(result, [(row, None) for row in new])
    if asked or not (shown or new):
        ask(result, grids, sheets[0].grid.about(), asked)


def written(result: Result, sheet: Sheet) -> Iterator[Said]:
    """What stands in the column for the auditor, or in place of our own word for the state."""
    ours = {as_compared(one.label, code) for one in Outcome for code in LANGUAGES}
    for row in sheet.rows():
        finding = result.qms.get(sheet.text(row, ID), AuditFinding)
        state = sheet.text(row, STATE)
        texts = (sheet.text(row, VERIFICATION), "" if comparable(state) in ours else state)
        text = "; ".join(one for one in texts if one.strip(" -\u2013"))
        if finding and text:
            yield said_of(finding, text)


def said_of(finding: AuditFinding, text: str) -> Said:
    """What a text says of a finding: a tick, a day or a word for it alone accepts it."""
    start, end, day = min(days.spans(text), default=(0, 0, None))
    words = comparable(f"{text[:start]} {text[end:]}").split()
    around = {comparable(str(one)) for one in data()["around_a_day"]}
    said = " ".join(one for one in words if one not in around)
    is_accepted = (
        not said
        or said in table("accepted_by_the_auditor")
        or table("verdicts").get(said) == "conform"
    )
    return Said(finding, text, is_accepted and "?" not in text, day)


def accept(result: Result, said: Said) -> Message:
    """Put the day of the acceptance into its finding; what became of it."""
    finding, day = said.finding, said.day or result.qms.as_of
    if finding.accepted:
        return say("known already")
    if not finding.date <= day <= result.qms.today:
        why = say(
            "{id} is of {first}; it cannot be accepted then", id=finding.id, first=finding.date
        )
        result.unread.append((finding.id, said.text, why))
        return say("not taken")
    if said.day is None:
        result.assumed.append((finding.id, say("the day of acceptance: {day}", day=day)))
    read = result.qms.tree.read(finding.path)
    result.changed[finding.path] = with_value(finding.path, read, "accepted", day.isoformat())
    return say("new")


def unknown(result: Result, sheet: Sheet) -> Iterator[Row]:
    """The rows that an auditor has added: findings that the folder does not have."""
    for row in sheet.rows():
        texts = {role: sheet.text(row, heading) for role, heading in ROLES.items()}
        if texts["statement"] and result.qms.get(sheet.text(row, ID), AuditFinding) is None:
            texts |= {"number": sheet.text(row, ID), "audit": texts["audit"].partition(" (")[0]}
            places = {role: sheet.place(row, heading) for role, heading in ROLES.items()}
            yield Row(result, texts, places, sheet.place(row, ID), row)
