"""The members of a team, as an annex of its decree lists them: each by the register of people."""

from __future__ import annotations

import re
from typing import Any

from smmkit.documents.people import PersonEntry
from smmkit.intake import days
from smmkit.intake.forms.around import above
from smmkit.intake.forms.base import Row, rows_of, says, titled
from smmkit.intake.persons import only_name, person_of
from smmkit.intake.result import NO_OWNER, Result
from smmkit.intake.table import Table
from smmkit.words import say
from smmkit.yaml_text.emit import Quoted

DECREE = re.compile(r"\b(?:nomor|no\.?)\s*+:?\s*+(\S[^|]{2,60})", re.I)


def read(result: Result, tables: list[Table]) -> None:
    """A team from all tables of a file."""
    id_ = result.fresh("TIM")
    lines = [line for table in tables for line in above(table)]
    whole = " ".join([*(table.grid.name for table in tables), *lines])
    sort = says(whole, "team_types")
    if sort is None:
        sort = "quality-management"
        result.assumed.append((id_, say("which team it is: {word}", word=sort)))
    title = next((titled(line) for line in lines if "tim" in line.lower()), None)
    since = next((day for line in lines if (day := days.first(line))), None)
    decree = next((found[1].strip() for line in lines if (found := DECREE.search(line))), None)
    members = [
        one for table in tables for row in rows_of(result, table) if (one := member(row, id_))
    ]
    result.add(
        "team",
        {
            "kind": "team",
            "id": id_,
            "title": title or result.blank(id_, say("title")),
            "version": Quoted("1"),
            "owner": result.owner,
            "classification": result.class_,
            "clauses": [Quoted("5.3")],
            "team_type": sort,
            "decree": decree,
            "since": since or result.blank(id_, say("the first day of its term")),
            "members": members,
        },
    )
    if result.owner is None:
        result.blanks.append((id_, NO_OWNER))
    heads = (say("Person"), say("Role"), say("Unit"))
    rows = [(one["person"], one["role"], one["unit"]) for one in members]
    result.show(say("{id}: {title}", id=id_, title=title or id_), heads, rows)


def member(row: Row, id_: str) -> dict[str, Any] | None:
    """One member; who is not in the register is told and left out."""
    name, result = only_name(row.text("name")), row.result
    if not name:
        return None
    person = person_of(result.qms, name)
    if person is None:
        why = say("nobody, or more than one, has this name in the register of people; left out")
        row.unread("name", why)
        return None
    unit = row.unit("unit") if row.line("unit") else None
    entry = result.qms.get(person, PersonEntry)
    if unit is None and entry and (held := entry.held_on(result.qms.as_of)):
        unit = held[0].unit
        result.assumed.append((id_, say("the unit of {id}: {unit}", id=person, unit=unit)))
    return {
        "person": person,
        "role": row.line("team_role") or result.blank(id_, say("role")),
        "unit": unit or result.blank(id_, say("unit")),
    }
