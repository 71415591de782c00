"""A list of staff (DUK) as the register of people: name, post, unit; numbers of people stay out."""

from __future__ import annotations

import re
from typing import Any, Final

from smmkit.intake.forms.base import Row, rows_of
from smmkit.intake.people import closed_class
from smmkit.intake.persons import bare, only_name, person_of
from smmkit.intake.result import Result
from smmkit.intake.table import Table
from smmkit.intake.units import headed_by, unit_of
from smmkit.words import say

IN: Final = re.compile(r"\s(?:pada|di)\s")
"""What stands between a post and its unit: `Analis pada Bidang Mutasi`."""


def read(result: Result, tables: list[Table]) -> None:
    """Everybody of all tables who is not in the register yet."""
    entries: list[dict[str, Any]] = []
    known: list[str] = []
    names: set[str] = set()
    for table in tables:
        for row in rows_of(result, table):
            name = only_name(row.text("name"))
            if not name:
                continue
            if (id_ := person_of(result.qms, name)) or bare(name) in names:
                known.append(id_ or name)
                continue
            names.add(bare(name))
            entries.append(person(result, row, name))
    if known:
        result.assumed.append(
            (", ".join(known[:8]), say("is in the register already; left as it is"))
        )
    if not entries:
        return
    class_ = closed_class(result.qms)
    title = result.speech.say(say("Register of people"))
    values = {"title": title, "clauses": ["5.3"], "classification": class_}
    id_ = result.extend("people", "entries", entries, values)
    if class_ and id_ in result.made:
        result.assumed.append((id_, say("is a list of people, so its class is {id}", id=class_)))
    shown = [(e["id"], e["title"], *first(e)) for e in entries]
    heads = (say("Id"), say("Name"), say("Role"), say("Unit"), say("Since"))
    result.show(say("{id}: {title}", id=id_, title=title), heads, shown)


def first(entry: dict[str, Any]) -> tuple[str, str, str]:
    """The role of somebody, to be shown."""
    held: dict[str, str] = next(iter(entry["assignments"]), {})
    return held.get("role", "-"), held.get("unit") or "-", held.get("since") or "-"


def person(result: Result, row: Row, name: str) -> dict[str, Any]:
    """Somebody, with the role that is held."""
    id_ = result.fresh("P")
    entry: dict[str, Any] = {"id": id_, "title": name, "assignments": []}
    role, since = row.line("post"), row.day("since", id_, last=False)
    unit = row.unit("unit") if row.line("unit") or not role else by_post(result, row, id_)
    if not role:
        return entry
    if unit is None or since is None:
        lacking = say("unit") if unit is None else say("first day in the role")
        why = say(
            "{role}: without {what} it was left out; write it yourself", role=role, what=lacking
        )
        result.blanks.append((id_, why))
        return entry
    entry["assignments"] = [{"role": role, "unit": unit, "since": since}]
    return entry


def by_post(result: Result, row: Row, id_: str) -> str | None:
    """The unit that a post names where no column says it, else the one that the person named; told."""
    role = row.line("post")
    parts = (headed_by(role), *IN.split(role)[1:])
    if found := next((unit for one in parts if (unit := unit_of(result.qms, one))), None):
        result.told.append((row.at("post"), role, say("it is taken for the unit {id}", id=found)))
        return found
    if result.owner:
        why = say("{role}: in {unit}, as --owner says", role=role, unit=result.owner)
        result.assumed.append((id_, why))
    return result.owner
