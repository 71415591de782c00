"""The question sheets of a rehearsal as the coordinators send them back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from smmkit.analyses.auditing import checklist as asked
from smmkit.analyses.auditing import rehearsed
from smmkit.documents.rehearsed import Answered, MockAudit
from smmkit.intake.merging import Merging, plain
from smmkit.intake.ours import Sheet, day_at, sheets_of, written_at
from smmkit.intake.result import Result
from smmkit.intake.units import unit_of
from smmkit.intake.words import comparable, table
from smmkit.office.grid import Grid
from smmkit.words import Message, say
from smmkit.yaml_text.emit import Quoted

HOW_WELL = {
    "conform": Answered.SHOWN,
    "partial": Answered.WEAK,
    "nonconform": Answered.NOTHING,
}
"""What a word below “Shown” means; a no with an answer is a weak one."""

NAMES = ("clause", "unit", "question", "answer", "answered")
MERGING = Merging(
    "answers",
    "answered",
    ("answer", "answered"),
    lambda one: (str(one["clause"]), str(one["unit"]), comparable(one["question"])),
)


def among(grids: list[Grid]) -> list[Sheet]:
    """The question sheets among the tables of a file."""
    needed = (asked.UNIT, asked.CLAUSE, asked.QUESTION, rehearsed.ANSWER, rehearsed.SHOWN)
    return sheets_of(grids, needed)


def read(result: Result, grids: list[Grid], sheets: list[Sheet]) -> None:
    """The answers of each unit, into the rehearsal with the same seed; else into a new one."""
    found = [one for sheet in sheets for one in answers(result, sheet)]
    if not found:
        result.unread.append((sheets[0].grid.about(), "", say("nothing is filled in yet")))
        return
    seed = written_at(grids, rehearsed.SEED)
    known = [one for one in result.qms.of(MockAudit) if one.seed == seed and one.closed is None]
    if known:
        there = [plain(one, NAMES) for one in known[-1].answers]
        show(result, known[-1].id, known[-1].title, MERGING.into(result, known[-1], there, found))
    else:
        begin(result, grids, seed, found)


def answers(result: Result, sheet: Sheet) -> Iterator[dict[str, Any]]:
    """The lines of a sheet of which any is filled in; then those without an answer count, too."""
    rows = [row for row in sheet.rows() if sheet.text(row, asked.QUESTION)]
    written = (rehearsed.ANSWER, rehearsed.SHOWN)
    if not any(sheet.text(row, heading) for row in rows for heading in written):
        why = say("nothing is filled in, so the unit was not asked yet")
        result.told.append((sheet.grid.about(), "", why))
        return
    for row in rows:
        unit = unit_of(result.qms, sheet.text(row, asked.UNIT))
        if unit is None:
            why = say("this is no unit of qms.yaml")
            result.unread.append((sheet.place(row, asked.UNIT), sheet.text(row, asked.UNIT), why))
            continue
        answer = sheet.text(row, rehearsed.ANSWER)
        fields = {
            "clause": Quoted(sheet.text(row, asked.CLAUSE).replace(",", ".")),
            "unit": unit,
            "question": sheet.text(row, asked.QUESTION),
            "answer": answer or None,
            "answered": how_well(result, sheet, row, answer).value,
        }
        yield {name: value for name, value in fields.items() if value}


def how_well(result: Result, sheet: Sheet, row: int, answer: str) -> Answered:
    """What the last column says of an answer; an answer of which nothing is said was not shown."""
    text, place = sheet.text(row, rehearsed.SHOWN), sheet.place(row, rehearsed.SHOWN)
    found = HOW_WELL.get(table("verdicts").get(comparable(text), ""))
    if text and found is None:
        result.unread.append((place, text, say("write yes, in part, or no")))
    if found is Answered.NOTHING or found is None:
        return Answered.WEAK if answer else Answered.NOTHING
    return found


def begin(result: Result, grids: list[Grid], seed: str, found: list[dict[str, Any]]) -> None:
    """A new rehearsal."""
    id_ = result.fresh("GLA")
    day = day_at(result, grids, rehearsed.HELD, id_)
    title = result.speech.say(rehearsed.TITLE)
    value = {
        "kind": "mock-audit",
        "id": id_,
        "title": title,
        "date": day,
        "owner": result.owner,
        "classification": result.class_,
        "seed": Quoted(seed) if seed else None,
        "answers": found,
    }
    result.add("mock-audit", value)
    show(result, id_, title, [(one, say("new")) for one in found])


def show(result: Result, id: str, title: str, found: list[tuple[dict[str, Any], Message]]) -> None:
    """What was read, line by line."""
    heads = (asked.UNIT, asked.QUESTION, rehearsed.SHOWN, say("State"))
    rows = [
        (one["unit"], one["question"], Answered(one["answered"]).label, state)
        for one, state in found
    ]
    result.show(say("{id}: {title}", id=id, title=title), heads, rows)
