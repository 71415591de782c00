"""The head of the minutes of a review: its day, who chaired it, who wrote it down, who was there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from smmkit.documents.people import PersonEntry
from smmkit.intake.forms.around import above
from smmkit.intake.leftover import unknown
from smmkit.intake.persons import only_name, person_of
from smmkit.intake.result import NO_OWNER, Result, items
from smmkit.intake.table import Table, headed
from smmkit.intake.words import comparable, holds, meaning
from smmkit.intake.words import data as words
from smmkit.office.grid import Grid
from smmkit.qms import Qms
from smmkit.words import Message, say
from smmkit.yaml_text.emit import Quoted

KIND = "management-review"
LABELLED = re.compile(r"^([^:|]{3,40}?)\s*:\s*(\S.*)$")
"""A line above a table that says something: `Hari/Tanggal : Kamis, 17 Desember 2020`."""

Said = dict[str, tuple[Message, str]]
"""What the head of the minutes says, by what it is about, and where."""


def titles_of(tables: list[Table], others: list[Grid]) -> Iterator[str]:
    """The lines that name the review."""
    lines = [line for grid in others for line in grid.above]
    for line in (*lines, *(line for table in tables for line in above(table))):
        if holds(line, words()["reviews"]) and not LABELLED.match(line):
            yield line


def head_of(
    grids: list[Grid], tables: list[Table], lines: Sequence[str] = ()
) -> tuple[Said, list[Grid]]:
    """What stands beside the words of the head, in tables and in lines; which tables have such words."""
    said: Said = {}
    for line in lines:
        labelled(said, line, say("the text"))
    used: list[Grid] = []
    tops = {id(table.grid): table.top for table in tables}
    for grid in grids:
        for n, cells in enumerate(grid.rows[: tops.get(id(grid), len(grid.rows))]):
            row = [text for text in dict.fromkeys(cells) if text.strip(" :")]
            if len(row) > 1 and (role := meaning(row[0].rstrip(" :"), "minutes_head")):
                text = "\n".join(one.lstrip(" :") for one in row[1:])
                said.setdefault(role, (grid.place_of(n, 1), text))
                used.append(grid)
            elif len(row) == 1:
                labelled(said, row[0], grid.place_of(n, 0))
        for line in grid.above:
            labelled(said, line, grid.about())
    return said, used


def labelled(said: Said, line: str, place: Message) -> None:
    """What a line says behind its word."""
    if (found := LABELLED.match(line.strip())) and (role := meaning(found[1], "minutes_head")):
        said.setdefault(role, (place, found[2]))


def who(result: Result, said: Said, role: str) -> str | None:
    """The person that the head names, or whose post it names; who is not known is told."""
    if role not in said:
        return None
    place, text = said[role]
    if found := person_of(result.qms, only_name(text)) or holder(result.qms, text):
        return found
    why = say("nobody, or more than one, has this name in the register of people")
    result.unread.append((place, text, why))
    return None


def holder(qms: Qms, post: str) -> str | None:
    """The only person who holds a post of this name."""
    found = [
        id_
        for id_, one in qms.things.items()
        if isinstance(one, PersonEntry)
        and any(comparable(held.role) == comparable(post) for held in one.held_on(qms.as_of))
    ]
    return found[0] if len(found) == 1 else None


def attendees(result: Result, grids: list[Grid], said: Said) -> tuple[list[str], list[Grid]]:
    """Who took part: by the head, and by the lists of who was there; these lists."""
    names: list[tuple[Message, str]] = []
    lists = []
    if "participants" in said:
        place, text = said["participants"]
        names += [(place, one) for one in items(text)]
    for grid in grids:
        if table := headed(grid, "attendance") or headed(grid, "people"):
            lists.append(grid)
            unknown(result, table, is_read_by_rows=True)
            names += [
                (table.place_of(row, "name"), table.text(row, "name")) for row in table.below()
            ]
    found: dict[str, None] = {}
    for place, name in names:
        if person := person_of(result.qms, only_name(name)) or holder(result.qms, name):
            found[person] = None
        elif name:
            why = say("nobody, or more than one, has this name in the register of people; left out")
            result.unread.append((place, name, why))
    return list(found), lists


def head_values(result: Result, said: Said, id_: str, has_tables: bool) -> dict[str, Any]:
    """What the head says, in the fields of a review; what no field takes is told."""
    loose = ("left", "agenda", "discussion", "decision", "owner", "due")
    for role in loose if has_tables else loose[: 2 if "discussion" in said else 1]:
        if role in said:
            result.unread.append((*said[role], say("no field takes it")))
    if result.owner is None:
        result.blanks.append((id_, NO_OWNER))
    return {
        "kind": KIND,
        "id": id_,
        "title": "",
        "date": "",
        "owner": result.owner,
        "classification": result.class_,
        "clauses": [Quoted("9.3.1"), Quoted("9.3.2"), Quoted("9.3.3")],
        "recorded_by": who(result, said, "secretary"),
        "chair": who(result, said, "chair") or result.blank(id_, say("who chaired it")),
        "participants": [],
        "inputs": [],
        "decisions": [],
        "conclusion": said["conclusion"][1] if "conclusion" in said else None,
    }
