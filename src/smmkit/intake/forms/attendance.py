"""An attendance list as a training, or as what else was attended: who was there, with scores."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from smmkit.documents.training import Attendance
from smmkit.intake import days
from smmkit.intake.by_content import TICKS
from smmkit.intake.forms.around import above
from smmkit.intake.forms.base import rows_of, says, titled
from smmkit.intake.headings import NUMBERING
from smmkit.intake.persons import only_name, person_of
from smmkit.intake.result import MeetingPaperError, Result
from smmkit.intake.sorts import kinds_of
from smmkit.intake.table import Table, headed, is_blank
from smmkit.intake.units import unit_of
from smmkit.intake.words import any_of, comparable, data, holds
from smmkit.office.grid import Grid
from smmkit.words import say

HEAD = re.compile(rf"^({any_of('attendance_lists')})( peserta)?[ :]*", re.I)
PLACE = re.compile(r"(?:\b(?:tempat|lokasi)\s*:|^(?:tempat|lokasi)\s)\s*([^|]+)", re.I)
OCCASION = re.compile(
    rf"^(?:(?:{any_of('before_occasions')}) )?(?:{any_of('occasions')})\s*+:?\s*+(?<=[\s:])(?=\S)",
    re.I,
)
"""What a line says first that names what was attended."""

NO_OCCASION = re.compile(
    rf"^(?:{any_of('no_occasions')})\b",
    re.I,
)
"""How other lines above such a list begin."""


def refuse_meetings(grids: list[Grid], name: str) -> None:
    """Refuse to make a training of who was at a meeting, where a file lists nothing else.

    Raises:
        MeetingPaperError: all its lists are of meetings.
    """
    lists = [table for grid in grids if (table := headed(grid, "attendance"))]
    if not lists or not all(is_meeting(table, name) for table in lists):
        return
    if set(kinds_of(grids)) <= {"attendance", "people"}:
        title = occasion(above(lists[0])) or name
        raise MeetingPaperError(
            say(
                "{title} is a meeting, no training (else: --as attendance); registered:",
                title=title,
            )
        )


def is_meeting(table: Table, name: str) -> bool:
    """Whether people came together for a meeting, and learned nothing by its name."""
    title = occasion(above(table)) or name
    return holds(title, data()["meetings"]) and says(title, "training_types") is None


def read(result: Result, tables: list[Table]) -> None:
    """A training from each list of who attended."""
    for table in tables:
        training(result, table)


def training(result: Result, table: Table) -> None:
    """One list."""
    id_ = result.fresh("PLT")
    lines = above(table)
    title = titled(occasion(lines)) or result.blank(id_, say("title"))
    day = next((found for line in lines if (found := days.first(line))), None)
    sort, audience = says(title, "training_types"), says(title, "audiences")
    if sort is None:
        sort = "course"
        result.assumed.append((id_, say("what sort of training it is: {word}", word=sort)))
    places = (PLACE.search(line) for line in lines)
    place = next((said[1].strip() for said in places if said), None)
    attendance = list(attended(result, table, id_))
    result.add(
        "training",
        {
            "kind": "training",
            "id": id_,
            "title": title,
            "date": day or result.blank(id_, say("date")),
            "owner": result.owner or next((a["unit"] for a in attendance if a.get("unit")), None),
            "classification": result.class_,
            "clauses": ["7.2"],
            "training_type": sort,
            "audience": [audience or result.blank(id_, say("for whom it was"))],
            "topic": title,
            "place": place,
            "attendance": attendance,
        },
    )
    rows = [
        (
            a.get("person") or "-",
            a.get("unit") or "-",
            a.get("score_before", "-"),
            a.get("score_after", "-"),
        )
        for a in attendance
    ]
    heads = (say("Person"), say("Unit"), say("Before"), say("After"))
    result.show(say("{id}: {title}", id=id_, title=title), heads, rows)


def occasion(lines: list[str]) -> str:
    """What was attended: as the heading says, else the line that is called so, else the next below it."""
    top = next((n for n, line in enumerate(lines) if HEAD.match(line)), 0)
    if head := HEAD.sub("", lines[top]) if lines else "":
        return head
    for line in lines:
        if found := OCCASION.match(line):
            named = line[: found.end()].split()[0].lower() in {"pelatihan", "rapat"}
            return line if named and ":" not in found[0] else line[found.end() :]
    return next((line for line in lines[top + 1 :] if not NO_OCCASION.match(line)), "")


def marked(table: Table) -> set[int]:
    """The rows with a mark of who was there, where some have one; a number alone is no signature yet."""
    columns = table.columns("session", "signature")
    return {
        row
        for row in table.below()
        if any(
            not is_blank(text)
            and (text.casefold() in TICKS or not NUMBERING.fullmatch(text.strip()))
            for text in (table.grid.cell(row, n) for n in columns)
        )
    }


def is_absent(table: Table, row: int) -> bool:
    """Whether a row says that somebody was not there: sakit, tidak hadir; of several days on none of them."""
    days, cells = table.columns("session"), table.grid.rows[row]
    beside = {comparable(text) for n, text in enumerate(cells) if text and n not in days}
    on_days = [comparable(cells[n]) for n in days if not is_blank(cells[n])]
    is_never = bool(on_days) and all(one in data()["absent"] for one in on_days)
    return is_never or not beside.isdisjoint(data()["absent"])


def attended(result: Result, table: Table, id_: str) -> Any:
    """Who was there: by the register; who is not in it is counted by unit."""
    units: Counter[str] = Counter()
    seen: set[str] = set()
    marks = marked(table)
    for row in rows_of(result, table):
        name = only_name(row.text("name"))
        if not name:
            continue
        if (marks and row.number not in marks) or is_absent(table, row.number):
            row.unread("name", say("the list says that this person was not there; not counted"))
            continue
        person = person_of(result.qms, name)
        if person is None:
            unit = unit_of(result.qms, row.line("unit")) or result.owner
            if unit:
                units[unit] += 1
                why = say(
                    "nobody has this name in the register of people; counted with {id}", id=unit
                )
            else:
                why = say("nobody has this name in the register of people, and its unit is unknown")
            row.unread("name", why)
            for role in ("before", "after"):
                if row.line(role):
                    row.unread(role, say("a score is kept of a person of the register"))
        elif person in seen:
            row.unread("name", say("is in this list already: {id}", id=person))
        else:
            seen.add(person)
            scores = {
                name: row.field(Attendance, name, role)
                for name, role in (("score_before", "before"), ("score_after", "after"))
            }
            yield {"person": person} | {n: v for n, v in scores.items() if v is not None}
    for unit, count in units.items():
        yield {"unit": unit, "attended": count}
    if units:
        more = say(
            "who is not in the register is counted by unit; first: smm import of a staff list"
        )
        result.assumed.append((id_, more))
