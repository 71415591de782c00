"""The checklist that an auditor has made: its questions and what was seen go into the audit of that day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from smmkit.documents.assessment import Status
from smmkit.documents.audit import Audit
from smmkit.intake import days
from smmkit.intake.by_content import TICKS
from smmkit.intake.forms import findings
from smmkit.intake.forms.around import above
from smmkit.intake.forms.audit_lines import is_report
from smmkit.intake.forms.base import CLAUSE, Row, rows_of, says, titled
from smmkit.intake.forms.checklists import (
    BETWEEN_NAMES,
    NO_FINDING,
    Answer,
    merge,
    show,
    verdict,
)
from smmkit.intake.forms.finding_clauses import pointed
from smmkit.intake.forms.grades import grade_of
from smmkit.intake.persons import person_of
from smmkit.intake.result import NO_OWNER, Result, UnknownPaperError
from smmkit.intake.table import Table, is_blank, stands_in
from smmkit.intake.units import unit_of
from smmkit.intake.words import holds, meaning
from smmkit.words import say
from smmkit.yaml_text.emit import Quoted

HEAD: Final = "audit-programme"
"""The words of who was audited, when, and by whom, are those of a programme."""

OF_PART: Final = re.compile(
    r"(?:klausul|pasal|clause)\s{0,3}[:.]?\s{0,3}(\d{1,2}(?:\.\d{1,2}){0,3})"
    r"|^(\d{1,2}(?:\.\d{1,2}){1,3})\s",
    re.I,
)
"""The clause that the title of a part names."""


def read(result: Result, tables: list[Table]) -> None:
    """What was asked and seen, into the audit of that day and unit; else into a new one.

    Raises:
        UnknownPaperError: nothing is filled in yet; then it is a form, and no audit.
    """
    if not any(map(is_filled, tables)):
        raise UnknownPaperError(say("nothing is filled in yet"))
    lines = [line for table in tables for line in (*above(table), *beside(table))] + result.lines
    said = said_above(lines)
    unit = unit_of(result.qms, said.get("unit", ""))
    named = [*result.named] if len(result.named) == 1 else [None]
    day = days.first(said.get("due", "")) or named[0]
    audit = held(result, day, unit)
    id_ = audit.id if audit else result.fresh("AUD")
    if audit is None:
        result.made.add(id_)
    pairs = [pair for table in tables for pair in answers(result, table, id_)]
    if is_report(lines):
        begin_findings(result, pairs, id_, (day, unit))
    found = [one for _, one in pairs]
    for row, one in pairs:
        if one.fields["status"] == Status.NONCONFORM and "finding" not in one.fields:
            result.told.append((row.place, str(one.fields["clause"]), NO_FINDING))
    if audit is None:
        begin(result, id_, (lines, said), (day, unit), found)
    elif audit.is_closed_on(result.qms.as_of):
        why = say("{id} is closed, and what is closed does not change", id=audit.id)
        result.unread.append((tables[0].grid.about(), audit.id, why))
    else:
        merge(result, audit, found)


def is_filled(table: Table) -> bool:
    """Whether a line says how it was found, or what was seen."""
    columns = table.columns("verdict", "seen")
    return any(not is_blank(table.grid.cell(row, n)) for row in table.below() for n in columns)


def beside(table: Table) -> Iterator[str]:
    """The rows above a table with a word in one cell, and what it says in the next."""
    for cells in table.grid.rows[: table.top]:
        said = [text for text in dict.fromkeys(cells) if text.strip(" :")]
        if len(said) == len(("word", "text")):
            yield ": ".join(text.strip(" :") for text in said)


def said_above(lines: list[str]) -> dict[str, str]:
    """Who was audited, when, and by whom, as the lines around the table say."""
    found: dict[str, str] = {}
    for line in lines:
        label, colon, rest = line.partition(":")
        role = meaning(label.strip(), HEAD) if colon and rest.strip() else None
        if role:
            found.setdefault(role, rest.strip())
    return found


def held(result: Result, day: date | None, unit: str | None) -> Audit | None:
    """The audit of a day, and of a unit where the paper names one."""
    return next(
        (
            one
            for one in result.qms.of(Audit)
            if day and one.date <= day <= (one.until or one.date)
            if unit is None or not one.units or unit in one.units
        ),
        None,
    )


def begin_findings(
    result: Result,
    pairs: list[tuple[Row, Answer]],
    audit: str,
    of: tuple[date | None, str | None],
) -> None:
    """A finding from each line of a report that does not conform, or of which the auditor says a grade."""
    found = {Status.NONCONFORM, Status.PARTIAL}
    day, unit = of
    rows: list[tuple[Row, date | None]] = []
    answered: list[Answer] = []
    for row, one in pairs:
        if one.fields["status"] not in found and grade_of(row.line("verdict")) is None:
            continue
        texts = {
            "statement": one.fields.get("seen") or one.fields["question"],
            "clause": row.line("clause") or str(one.fields["clause"]),
            "grade": row.line("verdict"),
            "unit": row.line("unit") or unit or "",
            "audit": audit,
        }
        rows.append((Row(result, texts, row.places, row.place), day))
        answered.append(one)
    for one, id_ in zip(answered, findings.take(result, rows), strict=True):
        one.fields["finding"] = id_


def answers(result: Result, table: Table, id_: str) -> Iterator[tuple[Row, Answer]]:
    """The lines of a table, each with its clause: its own, that of its part, or that of the line above."""
    last = ""
    title = titles(result) if stands_in(table) else None
    for row in rows_of(result, table):
        question = row.line("question")
        if not question:
            continue
        clause = clause_of(row)
        if not clause and last and not row.part:
            what = say("clause {clause} goes on: {text}", clause=last, text=question)
            result.assumed.append((id_, what))
        clause = last = clause or last
        seen = [" ".join(table.grid.cell(row.number, n).split()) for n in table.columns("seen")]
        if title is not None:  # what was seen stands there alone, and the clause is what was asked
            seen, question = [question], title.get(clause, question)
        fields = {
            "clause": Quoted(clause) if clause else result.blank(id_, say("clause")),
            "unit": row.unit("unit") if row.line("unit") else None,
            "question": question,
            "seen": "; ".join(dict.fromkeys(one for one in seen if not is_blank(one))) or None,
            "status": status(result, table, row),
        }
        yield row, Answer({name: value for name, value in fields.items() if value})


def titles(result: Result) -> dict[str, str]:
    """The short titles of the clauses."""
    standard = result.qms.standard(result.qms.standard_ids[0])
    parts = standard.parts if standard else ()
    return {part.id: result.speech.say(part.title) for part in parts}


def clause_of(row: Row) -> str:
    """The first clause that a row or the title of its part names; others are told."""
    said = CLAUSE.findall(pointed(row.line("clause")))
    for other in dict.fromkeys(said[1:]):
        why = say("a question has one clause; {other} was not taken", other=other)
        row.unread("clause", why)
    part = OF_PART.search(row.part)
    return said[0] if said else (part[1] or part[2] if part else "")


def status(result: Result, table: Table, row: Row) -> str:
    """What is ticked, or said: of several columns the one that says something."""
    said = {
        n: text
        for n in table.columns("verdict")
        if not is_blank(text := " ".join(table.grid.cell(row.number, n).split()))
    }
    words = {n: table.paths[n][-1] if one.casefold() in TICKS else one for n, one in said.items()}
    is_one_of = len(table.columns("verdict")) > 1
    alone = [n for n in words if is_one_of and words[n] == table.paths[n][-1]]
    if len(words) > 1 and len(alone) != 1:
        why = say("more than one answer is ticked; it stays “not assessed”")
        result.unread.append((row.place, " | ".join(words.values()), why))
    elif words:
        n = alone[0] if alone else next(iter(words))
        is_tick = words[n] == table.paths[n][-1] and meaning(words[n], "verdicts") is None
        return verdict(result, table.grid.place_of(row.number, n), said[n] if is_tick else words[n])
    return Status.NOT_ASSESSED.value


def begin(
    result: Result,
    id_: str,
    around: tuple[list[str], dict[str, str]],
    of: tuple[date | None, str | None],
    found: list[Answer],
) -> None:
    """A new audit with what was asked and seen."""
    (lines, said), (day, unit) = around, of
    named = next((line for line in lines if ":" not in line and holds(line, ["audit"])), "")
    title = titled(named) or result.speech.say(say("Internal audit"))
    sort = next((one for line in lines if (one := says(line, "audit_types"))), None)
    if sort is None:
        sort = "internal"
        result.assumed.append((id_, say("which audit it is: {word}", word=sort)))
    names = [one.strip() for one in BETWEEN_NAMES.split(said.get("auditor", "")) if one.strip()]
    persons = [(person_of(result.qms, name), name) for name in names]
    result.add(
        "audit",
        {
            "kind": "audit",
            "id": id_,
            "title": title,
            "date": day or result.blank(id_, say("date")),
            "owner": result.owner,
            "classification": result.class_,
            "clauses": [Quoted("9.2.2")],
            "audit_type": sort,
            "standards": list(result.qms.standard_ids[:1]),
            "units": [unit] if unit else [],
            "auditors": [{"person": one} if one else {"name": name} for one, name in persons],
            "checklist": [one.fields for one in found],
        },
    )
    if result.owner is None:
        result.blanks.append((id_, NO_OWNER))
    show(result, id_, title, [(one, say("new")) for one in found])
