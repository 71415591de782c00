"""Finding sheets (LKS) and lists of findings: one finding each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from smmkit.documents.audit import Audit
from smmkit.intake import days
from smmkit.intake.by_content import are_outcomes
from smmkit.intake.forms.around import above
from smmkit.intake.forms.audit_labels import within
from smmkit.intake.forms.base import Row, headline, rows_of
from smmkit.intake.forms.finding_audits import (
    audit_of,
    is_named,
    known_as,
    known_findings,
    response_due,
)
from smmkit.intake.forms.finding_clauses import clause_of
from smmkit.intake.forms.finding_tasks import task
from smmkit.intake.forms.grades import grade_around, grade_of
from smmkit.intake.result import Result
from smmkit.intake.table import Table
from smmkit.intake.units import unit_of
from smmkit.intake.words import meaning
from smmkit.office.grid import Grid
from smmkit.words import Message, say
from smmkit.yaml_text.emit import Quoted

FEWEST = 3
"""So many lines of a form must be known."""

NO_GRADE = say("it does not say whether it is major or minor")
CONFORMS = say("it conforms, as the report says; that is no finding")

OF_FINDINGS = frozenset({"clause", "grade", "observed", "cause", "correction", "action", "number"})
"""The lines of which one must be there: other forms have a description, a target and a state, too."""


def read(result: Result, tables: list[Table]) -> None:
    """A finding from each row that states one."""
    for table in tables:
        rows = [*graded(result, table)]
        if are_outcomes({row.line("grade") for row, _ in rows} - {""}):
            rows = [(row, day) for row, day in rows if not conforms(row)]
        take(result, rows)


def conforms(row: Row) -> bool:
    """Whether a report says of a row that it conforms; that is no finding, and told."""
    is_so = meaning(row.line("grade"), "outcomes") == "conform"
    if is_so:
        row.result.told.append((row.at("grade"), row.line("statement"), CONFORMS))
    return is_so


def graded(result: Result, table: Table) -> Iterator[tuple[Row, date | None]]:
    """The rows of a table with the grade that the table says around them, and the day above it.

    An id of the folder in a cell of its own says which finding a row is, whatever its column is called.
    """
    ids = {str(one.get("id")) for one in known_findings(result.qms)}
    day = next((known for line in above(table) if (known := days.first(line))), None)
    for row in rows_of(result, table):
        for role, text in within(row.text("statement")).items():
            row.texts[role] = text if role == "statement" else row.text(role) or text
        if own := next((one for one in table.grid.rows[row.number] if one in ids), None):
            row.texts["number"] = own
        if not row.line("grade"):
            row.texts["grade"] = grade_around(table, row)
        if not row.line("unit"):
            row.texts["unit"] = unit_of(result.qms, row.part) or ""
        yield row, day


def take(result: Result, rows: Iterable[tuple[Row, date | None]]) -> list[str]:
    """A finding from each row that states one; shown, with those that the folder has already; their ids."""
    found: list[dict[str, Any]] = []
    ids: list[str] = []
    there: list[tuple[str, str, Message]] = []
    for row, day in rows:
        when = days.first(row.line("date")) or day
        audit = audit_of(result, row.line("audit"), when)
        if known := known_as(result, row, audit):
            there.append((known, row.line("statement"), say("known already")))
            ids.append(known)
        elif one := finding(result, row, when, audit):
            found.append(one)
            ids.append(one["id"])
    show(result, found)
    if there:
        result.show(say("Findings"), (say("Id"), say("Statement"), say("State")), there)
    return ids


def form_of(result: Result, grid: Grid) -> Row | None:
    """A sheet with words, and what they say beside, behind a colon or below, as a row; None if it is none."""
    texts: dict[str, str] = {}
    places: dict[str, Message] = {}
    waiting = ""
    for n, cells in enumerate(grid.rows):
        said = list(dict.fromkeys(text for text in cells if text.strip(" :")))
        pairs, rest = parted(said)
        pairs = with_own_day(pairs)
        place = grid.place_of(n, min(1, len(cells) - 1))
        if not pairs and waiting and len(rest) == 1:
            texts[waiting], places[waiting], rest = rest[0], place, []
        waiting, second = "", []
        for said_of, text in pairs:
            role = "number" if said_of == "row" and len(pairs) == 1 else said_of
            if text and role not in texts:
                texts[role], places[role] = text, place
            elif not text and role not in texts and len(pairs) == 1:
                waiting = role
            elif text:
                second.append(text)
        if second or (len(said) > 1 and rest):
            why = say("this line of the form was not taken")
            result.unread.append((grid.place_of(n, 0), " | ".join(rest + second)[:80], why))
    if "statement" not in texts and "observed" in texts:  # the facts alone say what was found
        texts["statement"], places["statement"] = texts.pop("observed"), places["observed"]
    if "statement" not in texts or len(texts) < FEWEST or not OF_FINDINGS & texts.keys():
        return None
    return Row(result, texts, places, grid.about())


def with_own_day(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The words of a line; a last day beside a correction is that of the correction."""
    texts = dict(pairs)
    if "action" in texts or not all(texts.get(role) for role in ("correction", "due")):
        return pairs
    own = f"{texts['correction']}\ndue: {texts['due']}"
    return [(role, own if role == "correction" else text) for role, text in pairs if role != "due"]


def parted(said: list[str]) -> tuple[list[tuple[str, str]], list[str]]:
    """The words of a line with what each says, and what belongs to none."""
    pairs: list[tuple[str, str]] = []
    rest: list[str] = []
    for text in said:
        head, colon, tail = text.partition(":")
        label, newline, below = text.partition("\n")
        if pairs and pairs[-1] == ("grade", "") and grade_of(text):
            pairs[-1] = ("grade", text)
            continue
        if role := meaning(text.strip(" :"), "finding"):
            pairs.append((role, ""))
        elif colon and (role := meaning(head.strip(), "finding")):
            pairs.append((role, tail.strip()))
        elif newline and (role := meaning(label.strip(" :"), "finding")):
            pairs.append((role, below.strip()))
        elif pairs:
            before = pairs[-1][1]
            pairs[-1] = (pairs[-1][0], "\n".join(filter(None, (before, text.lstrip(": ")))))
        else:
            rest.append(text)
    return pairs, rest


def read_forms(result: Result, rows: list[Row]) -> None:
    """A finding from each form."""
    for row in rows:
        for role in ("who", "note"):
            if row.line(role):
                row.unread(role, say("this line of the form was not taken"))
    take(result, [(row, None) for row in rows])


def finding(
    result: Result, row: Row, when: date | None, audit: Audit | None
) -> dict[str, Any] | None:
    """One finding."""
    statement = row.line("statement")
    if not statement:
        return None
    id_ = result.fresh("T")
    if audit and not is_named(audit, row.line("audit")):
        why = say("the audit that found it: {id}, {title}", id=audit.id, title=audit.title)
        result.assumed.append((id_, why))
    when = when or (audit.date if audit else None)
    clause, grade = clause_of(row), grade_of(row.line("grade"))
    if row.line("grade") and grade is None:
        is_open = meaning(row.line("grade"), "outcomes") == "nonconform"
        row.unread("grade", NO_GRADE if is_open else say("this is no grade of a finding"))
    unit = row.unit("unit")
    number = row.line("number")
    for role in ("status", "checked"):
        if row.line(role):
            why = say("a finding is closed by smm finding close, with what shows its effect")
            row.unread(role, why)
    value = {
        "kind": "finding",
        "id": id_,
        "title": headline(statement),
        "date": when or result.blank(id_, say("date")),
        "owner": unit,
        "classification": result.class_,
        "clauses": [Quoted("9.2.2")],
        "audit": audit.id if audit else new_audit(row) or result.blank(id_, say("audit")),
        "grade": grade or result.blank(id_, say("grade")),
        "clause": Quoted(clause) if clause else result.blank(id_, say("clause")),
        "unit": unit or result.blank(id_, say("unit")),
        "statement": statement,
        "observed": row.line("observed") or None,
        "response_due": response_due(row, id_, audit),
        "correction": task(row, "correction", unit, None, id_),
        "cause": row.line("cause") or None,
        "action": task(row, "action", unit, row.line("due"), id_),
        "note": result.speech.say(say("number {number}", number=number)) if number else None,
    }
    result.add("finding", value)
    return value


def new_audit(row: Row) -> str | None:
    """The audit that the same paper begins."""
    said = row.line("audit")
    return said if said in row.result.made else None


def show(result: Result, found: list[dict[str, Any]]) -> None:
    """What was read."""
    heads = (say("Id"), say("Title"), say("Clause"), say("Grade"), say("Unit"))
    rows = [(f["id"], f["title"], str(f["clause"]), f["grade"], f["unit"]) for f in found]
    if rows:
        result.show(say("Findings"), heads, rows)
