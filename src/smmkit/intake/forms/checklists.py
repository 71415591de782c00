"""The checklist of an audit as it comes back: what was seen and said of each question goes into the audit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from smmkit.analyses.auditing import checklist as asked
from smmkit.documents.assessment import Status
from smmkit.documents.audit import Audit, Check, PlannedAudit
from smmkit.documents.finding import AuditFinding
from smmkit.intake.merging import Merging, plain
from smmkit.intake.ours import Sheet, beside, day_at, named_in, sheets_of
from smmkit.intake.persons import person_of
from smmkit.intake.result import Result
from smmkit.intake.units import unit_of
from smmkit.intake.words import comparable, table
from smmkit.loading.cell_values import CellError, meant
from smmkit.model.fields import fields_of
from smmkit.office.grid import Grid
from smmkit.words import say
from smmkit.yaml_text.emit import Quoted

NEEDED = (asked.CLAUSE, asked.QUESTION, asked.VERDICT)
OTHERS = (asked.UNIT, asked.SEEN, asked.FINDING)

NO_FINDING = say(
    "it does not conform, and no finding is named: begin one with smm new finding --set audit=ID"
)

TICK = re.compile("[\\u2713\\u2714\\u221a\\u2611]")
"""What people draw for a yes."""

BETWEEN_PARTS = re.compile(r"[/,;()+]|\s[-\u2013]\s")
"""What stands between two words of one verdict."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A line that was filled in: its fields as the file has them."""

    fields: dict[str, Any]


def among(grids: list[Grid]) -> list[Sheet]:
    """The checklists among the tables of a file."""
    return sheets_of(grids, NEEDED, OTHERS)


def read(result: Result, grids: list[Grid], sheets: list[Sheet], name: str) -> None:
    """What was answered, into the audit that the sheet names; else into a new one, as it was planned."""
    id_ = named_in(grids, asked.TITLE) or next(
        (w for w in re.split(r"[^\w-]+", name) if is_audit(result, w)), ""
    )
    thing = result.qms.get(id_, Audit) or result.qms.get(id_, PlannedAudit)
    found = [one for sheet in sheets for one in answers(result, sheet)]
    if thing is None:
        why = say("the sheet names no audit of this folder: its title says “Checklist:” and an id")
        result.unread.append((grids[0].about(), id_, why))
        return
    if not found:
        result.unread.append((sheets[0].grid.about(), "", say("nothing is filled in yet")))
        return
    audit = thing if isinstance(thing, Audit) else held_as(result, thing)
    if isinstance(thing, PlannedAudit) and audit is None:
        begin(result, grids, thing, found)
    elif audit is not None and audit.is_closed_on(result.qms.as_of):
        why = say("{id} is closed, and what is closed does not change", id=audit.id)
        result.unread.append((sheets[0].grid.about(), audit.id, why))
    elif audit is not None:
        merge(result, audit, found)


def is_audit(result: Result, word: str) -> bool:
    """Whether a word is the id of an audit, or of one that is planned."""
    return bool(result.qms.get(word, Audit) or result.qms.get(word, PlannedAudit))


def held_as(result: Result, plan: PlannedAudit) -> Audit | None:
    """The audit that was held as it was planned."""
    return next((one for one in result.qms.of(Audit) if one.planned == plan.id), None)


def answers(result: Result, sheet: Sheet) -> Iterator[Answer]:
    """The lines of a sheet that say anything."""
    empty = 0
    for row in sheet.rows():
        seen, said = sheet.text(row, asked.SEEN), sheet.text(row, asked.VERDICT)
        question = sheet.text(row, asked.QUESTION)
        if not question or not (seen or said or sheet.text(row, asked.FINDING)):
            empty += bool(question)
            continue
        place = sheet.place(row, asked.VERDICT)
        status = verdict(result, place, said)
        finding = finding_of(result, sheet, row)
        if status == Status.NONCONFORM and not finding:
            result.told.append((place, sheet.text(row, asked.CLAUSE), NO_FINDING))
        fields = {
            "clause": Quoted(sheet.text(row, asked.CLAUSE).replace(",", ".")),
            "unit": unit(result, sheet, row),
            "question": question,
            "seen": seen or None,
            "status": status,
            "finding": finding,
        }
        yield Answer({name: value for name, value in fields.items() if value})
    if empty:
        why = say("questions without an answer: {n}; they were not taken", n=empty)
        result.told.append((sheet.grid.about(), "", why))


def unit(result: Result, sheet: Sheet, row: int) -> str | None:
    """The unit that was asked; none where the line is for several, as the audit names them."""
    said = sheet.text(row, asked.UNIT)
    found = unit_of(result.qms, said)
    if said and found is None and not all(unit_of(result.qms, one) for one in said.split(",")):
        why = say("this is no unit of qms.yaml")
        result.unread.append((sheet.place(row, asked.UNIT), said, why))
    return found


def verdict(result: Result, place: Any, said: str) -> str:
    """The word that a verdict means; what means none is told, and stays open."""
    if TICK.fullmatch(said):
        return Status.CONFORM.value
    if known := table("verdicts").get(comparable(said)):
        return known
    if known := graded(said):
        word = Status(known).label
        result.told.append((place, said, say("it is taken for: {word}", word=word)))
        return known
    try:
        found = meant(fields_of(Check)["status"], said, result.qms)
    except CellError:
        why = say("write yes, in part, no, does not apply, or not seen")
        result.unread.append((place, said, why))
        found = ""
    if not said:
        why = say("something was seen, but no verdict is given; it stays “not assessed”")
        result.unread.append((place, said, why))
    return found or Status.NOT_ASSESSED.value


def graded(said: str) -> str | None:
    """The verdict of a grade, or the one that all parts of a cell mean: AOC; C/OBS; NC (minor)."""
    known = table("verdicts") | table("verdicts_of_grades")
    parts = {known.get(comparable(one)) for one in BETWEEN_PARTS.split(said) if one.strip()}
    return known.get(comparable(said)) or (parts.pop() if len(parts) == 1 else None)


def finding_of(result: Result, sheet: Sheet, row: int) -> str | None:
    """The finding that a line names; one that is not there is told."""
    said = sheet.text(row, asked.FINDING)
    if not said or result.qms.get(said, AuditFinding):
        return said or None
    place = sheet.place(row, asked.FINDING)
    result.unread.append((place, said, say("there is no finding of this id")))
    return None


def begin(result: Result, grids: list[Grid], plan: PlannedAudit, found: list[Answer]) -> None:
    """A new audit, as it was planned, with what was answered."""
    home = result.qms.homes[plan.id][0]
    id_ = result.fresh("AUD")
    day = day_at(result, grids, asked.HELD, id_)
    result.add(
        "audit",
        {
            "kind": "audit",
            "id": id_,
            "title": plan.title,
            "date": day,
            "owner": home.owner or result.owner,
            "classification": result.class_ or home.classification,
            "clauses": [Quoted("9.2.2")],
            "audit_type": plan.audit_type.value,
            "planned": plan.id,
            "standards": list(result.qms.standard_ids[:1]),
            "units": list(plan.units),
            "processes": list(plan.processes),
            "auditors": auditors(result, grids, plan),
            "checklist": [one.fields for one in found],
        },
    )
    show(result, id_, plan.title, [(one, say("new")) for one in found])


BETWEEN_NAMES = re.compile(r"[;\n]|,\s(?=[A-Z])(?![A-Za-z]{1,4}\.\S|[A-Z]{2,4}(?:[,;\s]|\Z))")
"""What stands between the names in one cell; a degree behind a comma belongs to the name before it."""


def auditors(result: Result, grids: list[Grid], plan: PlannedAudit) -> list[dict[str, Any]]:
    """Who audited, as the sheet says; else who was meant to."""
    said = beside(grids, asked.AUDITORS)
    names = BETWEEN_NAMES.split(said[0]) if said and said[0] else list(plan.auditors)
    found: list[dict[str, Any]] = []
    for name in filter(None, map(str.strip, names)):
        person = person_of(result.qms, name)
        found.append({"person": person} if person else {"name": name})
    return found


ANSWERED = ("seen", "status", "finding")
"""The fields that a sheet fills in."""


def merge(result: Result, audit: Audit, found: list[Answer]) -> None:
    """What was answered, into the checklist that is there: the same question once, with its new answer."""
    alone = audit.units[0] if len(audit.units) == 1 else ""

    def same(fields: dict[str, Any]) -> tuple[str, ...]:
        unit = str(fields.get("unit") or alone)
        return str(fields["clause"]), comparable(fields["question"]), unit

    there = [plain(one, ("clause", "unit", "question", *ANSWERED)) for one in audit.checklist]
    merging = Merging("checklist", "status", ANSWERED, same)
    shown = merging.into(result, audit, there, [one.fields for one in found])
    show(result, audit.id, audit.title, [(Answer(fields), state) for fields, state in shown])


def show(result: Result, id: str, title: str, found: list[tuple[Answer, Any]]) -> None:
    """What was read, line by line."""
    heads = (asked.CLAUSE, asked.QUESTION, asked.VERDICT, asked.FINDING, say("State"))
    rows = [
        (
            str(one.fields["clause"]),
            one.fields["question"],
            Status(one.fields["status"]).label,
            one.fields.get("finding", "-"),
            state,
        )
        for one, state in found
    ]
    result.show(say("{id}: {title}", id=id, title=title), heads, rows)
