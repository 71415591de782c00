"""Who has which competence: ticks or levels below each, or a list of what is needed and held."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from smmkit.documents.competence import CompetenceEntry
from smmkit.documents.people import RoleEntry
from smmkit.intake.by_content import TICKS
from smmkit.intake.forms.base import Row, headline, rows_of, titled
from smmkit.intake.numbers import number, plain
from smmkit.intake.people import closed_class
from smmkit.intake.persons import only_name, person_of
from smmkit.intake.result import Result
from smmkit.intake.table import Table, is_blank
from smmkit.intake.words import begins, comparable, data, meaning
from smmkit.words import say

CROSSES = frozenset({"x", "✗", "✘", "×"})
"""What marks what lacks, beside ticks for what is there."""


def read(result: Result, tables: list[Table]) -> None:
    """An entry for each person and competence, or for each row of a list."""
    entries = [one for table in tables for one in entries_of(result, table)]
    if not entries:
        return
    title = result.speech.say(say("Competences and training plan"))
    class_ = closed_class(result.qms) or result.class_
    values = {"title": title, "clauses": ["7.2"], "classification": class_}
    home = result.extend("competences", "entries", entries, values)
    if class_ and home in result.made:
        result.assumed.append((home, say("says what people can, so its class is {id}", id=class_)))
    heads = (say("Id"), say("Title"), say("Person or role"), say("Enough"))
    shown = [
        (e["id"], e["title"], e.get("person") or e.get("role") or "-", said_of(e)) for e in entries
    ]
    result.show(say("{id}: {title}", id=home, title=title), heads, shown)


def said_of(entry: dict[str, Any]) -> str:
    """Whether a competence is enough, to be shown; with its levels."""
    levels = [plain(entry[name]) for name in ("level_held", "level") if entry.get(name) is not None]
    verdict = {True: "✓", False: "✗"}.get(entry["sufficient"], "?")
    return f"{verdict} {'/'.join(levels)}".strip()


def entries_of(result: Result, table: Table) -> Iterator[dict[str, Any]]:
    """What the rows of a table say, with the levels that a row of its own asks for."""
    asked: dict[tuple[str, ...], Decimal] = {}
    left = 0
    for row in rows_of(result, table):
        name = only_name(row.text("name"))
        if begins(name, data()["competence_standards"]):
            asked |= {of: level for of, _, text in cells(table, row) if (level := number(text))}
            continue
        if not name and not row.line("post"):
            continue
        subject = subject_of(result, row, name)
        if subject is None:
            why = say("neither a person nor a role of the registers has this name; left out")
            row.unread("name" if name else "post", why)
            continue
        marked = [*cells(table, row)]
        for of, column, text in marked:
            if is_blank(text):
                left += 1
            elif entry := seen(result, table, (row, column), (of, text), asked.get(of)):
                yield entry | subject
        if not marked:
            yield listed(result, row) | subject
    if left:
        why = say(
            "cells without a mark: {n}; they may be neither needed nor there; not taken", n=left
        )
        result.told.append((table.grid.about(), "", why))


def subject_of(result: Result, row: Row, name: str) -> dict[str, str] | None:
    """The person of the register, or the role, that a row is about."""
    if person := person_of(result.qms, name):
        return {"person": person}
    wanted = {comparable(name), comparable(row.line("post"))} - {""}
    roles = (thing for thing in result.qms.things.values() if isinstance(thing, RoleEntry))
    role = next((one.id for one in roles if not name and comparable(one.title) in wanted), None)
    return {"role": role} if role else None


def cells(table: Table, row: Row) -> Iterator[tuple[tuple[str, ...], int, str]]:
    """The cells of a row below competences: of which each is, its column, what it says."""
    for column, role in enumerate(table.roles):
        if role == "mark" or (role == "level_held" and len(table.paths[column]) > 1):
            path = table.paths[column]
            of = path if role == "mark" else path[:-1]
            yield of, column, table.grid.cell(row.number, column).strip()


def seen(
    result: Result,
    table: Table,
    at: tuple[Row, int],
    said: tuple[tuple[str, ...], str],
    asked: Decimal | None,
) -> dict[str, Any] | None:
    """The competence of one cell: a tick says that it is there, a level how far."""
    (row, column), (of, text) = at, said
    beside = (
        table.grid.cell(row.number, n) for n in table.columns("level") if table.paths[n][:-1] == of
    )
    level = next((one for text in beside if (one := number(text)) is not None), asked)
    held, tick = number(text), text.casefold()
    is_cross = tick in CROSSES and bool(marks_of(table) & set("012345"))
    if held is None and (is_cross or tick not in TICKS | CROSSES):
        why = say("this is neither a tick nor a level; not taken")
        result.unread.append((table.grid.place_of(row.number, column), text, why))
        return None
    id_, title = result.fresh("KP"), titled(of[-1])
    enough: Any = held >= level if held is not None and level is not None else None
    if held is None:
        enough = not (tick in CROSSES and bool(marks_of(table) & (TICKS - CROSSES)))
    if enough is None:
        enough = result.blank(id_, say("whether it is enough"))
    why = say("a cross says that the competence is there")
    if held is None and tick in CROSSES and enough and why not in [w for _, w in result.assumed]:
        result.assumed.append((id_, why))
    return {
        "id": id_,
        "title": title,
        "required": None if level is not None else title,
        "level": level,
        "level_held": held,
        "sufficient": enough,
    }


def marks_of(table: Table) -> set[str]:
    """What a table marks its cells with."""
    columns = table.columns("mark")
    rows = [row for row in table.below() if not table.is_total(row)]
    return {table.grid.cell(row, n).strip().casefold() for row in rows for n in columns}


def listed(result: Result, row: Row) -> dict[str, Any]:
    """The competence that a row of a list says in words."""
    id_ = result.fresh("KP")
    level = row.field(CompetenceEntry, "level", "level")
    held = row.field(CompetenceEntry, "level_held", "level_held")
    enough: Any = None if level is None or held is None else held >= level
    if (verdict := meaning(row.line("verdict"), "enough")) and enough is None:
        enough = verdict == "there"
    elif (gap := meaning(row.line("gap"), "gaps")) and enough is None:
        enough = gap == "none"
    if enough is None:
        for role in ("verdict", "gap"):
            if row.line(role):
                row.unread(role, say("it says neither that it is enough nor that it is not"))
        enough = result.blank(id_, say("whether it is enough"))
    title = row.line("title") or headline(row.text("required"))
    return {
        "id": id_,
        "title": titled(title) if title else result.blank(id_, say("title")),
        "required": row.line("required") or None,
        "level": level,
        "held": row.line("held") or None,
        "level_held": held,
        "sufficient": enough,
        "action": row.line("action") or None,
        "due": row.day("due", id_),
    }
