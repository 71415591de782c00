"""An SOP in a Word or Excel table (Permenpan-RB 35/2012), read as a procedure."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from smmkit.documents.procedure import Procedure
from smmkit.intake.boxes import Boxes, titled_by, version
from smmkit.intake.numbers import duration, number, time_range
from smmkit.intake.result import NO_OWNER, Result, items
from smmkit.intake.table import Table, is_blank
from smmkit.intake.ways import ANSWERS, answered, is_decision, settle
from smmkit.intake.words import NEAR, comparable, data
from smmkit.intake.working_times import heading_unit, lasts, time_of
from smmkit.office.grid import DECISION, SHAPE, Grid
from smmkit.words import Message, say
from smmkit.yaml_text.emit import Quoted

MARKS = {"x", "v", "√", "✓", "✔", "●", "o", "■", "◆", "▪", "•", "ü", "þ", "1", "ya"}
"""What people put below the name of the one who does a step; ü and þ are ticks of Wingdings."""

PART = re.compile(r"(?:[A-Z]|[IVX]{1,4})[.)]?")
PART_BEFORE = re.compile(r"(?:[A-Z]|[IVX]{1,4})[.)]\s")
"""What numbers a part of the steps."""

LISTS = ("legal_basis", "qualifications", "equipment", "warnings", "records")


def read(result: Result, tables: list[Table], grids: list[Grid], name: str) -> set[int]:
    """One procedure from the flow tables of a file and the boxes of its first page: which it used."""
    id_ = result.fresh("SOP")
    boxes = Boxes(grids, {id(t.grid): t.top for t in tables})
    steps: list[dict[str, Any]] = []
    flow = continued(tables, grids)
    for found in flow:
        steps += Rows(result, id_, found, len(steps)).steps()
    settle(result, id_, steps)
    title = titled_by(boxes, tables[0], result, id_) or name
    if not steps:
        blank = result.blank
        step = {"activity": blank(id_, say("activity")), "actor": blank(id_, say("actor"))}
        steps = [step]
    lists = {name: [i for text in boxes.texts(name) for i in items(text)] for name in LISTS}
    values: dict[str, Any] = {
        "kind": "procedure",
        "id": id_,
        "title": title,
        "version": Quoted(version(boxes, result, id_)),
        "owner": result.unit(boxes.place_of("unit"), boxes.line("unit")),
        "clauses": [Quoted("4.4.2"), Quoted("8.5.1")],
        "classification": result.class_,
        "number": boxes.line("number") or None,
        "purpose": " ".join(boxes.texts("purpose")) or None,
        **lists,
        "related": related(boxes, result),
        "steps": steps,
        "effective": boxes.day("effective", result.unread),
    }
    if values["owner"] is None:
        result.blanks.append((id_, NO_OWNER))
    for what in ("made", "revised", "approved_by"):
        if text := boxes.line(what):
            why = say("no field takes it; an approval is recorded by smm approve")
            result.unread.append((boxes.place_of(what), text, why))
    result.add("procedure", values)
    names = (say("No."), say("Activity"), say("Actor"), say("Duration"), say("Output"))
    rows = [
        (n, s["activity"], s["actor"], lasts(s), s.get("output")) for n, s in enumerate(steps, 1)
    ]
    result.show(say("{id}: {title}", id=id_, title=title), names, rows)
    return {id(table.grid) for table in flow} | boxes.grids


def related(boxes: Boxes, result: Result) -> list[str]:
    """The ids of the procedures that the box of related ones means; what is not found is told."""
    from rapidfuzz import fuzz

    known = result.qms.of(Procedure)
    found: list[str] = []
    for text in (item for box in boxes.texts("related") for item in items(box)):
        said = comparable(re.sub(r"^sop\s+", "", text, flags=re.I))
        for other in known:
            names = (other.id, other.number or "", other.title)
            if any(name and fuzz.ratio(said, comparable(name)) >= NEAR for name in names):
                found.append(other.id)
                break
        else:
            why = say("there is no such procedure in the QMS yet")
            result.unread.append((boxes.place_of("related"), text, why))
    return list(dict.fromkeys(found))


def continued(tables: list[Table], grids: list[Grid]) -> list[Table]:
    """The flow tables, and those right behind one that go on with its columns on the next page."""
    found: list[Table] = []
    headed = {id(t.grid): t for t in tables}
    last: Table | None = None
    for grid in grids:
        if id(grid) in headed:
            last = headed[id(grid)]
            found.append(last)
        elif last and not grid.is_sheet and grid.rows and len(grid.rows[0]) == len(last.paths):
            found.append(Table(grid, last.kind, 0, 0, last.paths))
        else:
            last = None
    return found


class Rows:
    """The rows of one flow table, as steps."""

    def __init__(self, result: Result, id: str, table: Table, before: int) -> None:
        self.result, self.id, self.table, self.before = result, id, table, before
        self.actors = table.columns("actor")
        cells = [table.grid.cell(row, n) for row in table.below() for n in self.actors]
        self.has_answers = len(self.actors) > 1 and answered(cells)
        self.time_unit = heading_unit(table)

    def steps(self) -> list[dict[str, Any]]:
        """Every step; a row without an activity goes on with the row above."""
        found: list[dict[str, Any]] = []
        part = ""
        for row in self.table.below():
            activity = " ".join(self.table.text(row, "activity").split())
            if activity in {SHAPE, DECISION}:
                activity = ""
            if total := next(filter(is_total, self.table.grid.rows[row]), ""):
                self.tell(row, "activity", total, say("a total is no step"))
            elif self.is_part(row, activity):
                part = activity
            elif activity:
                step = self.step(row, activity, self.before + len(found) + 1)
                step["note"] = "; ".join(filter(None, (part, step["note"]))) or None
                found.append(step)
                part = ""
            elif found:
                self.go_on(row, found[-1])
        return found

    def is_part(self, row: int, activity: str) -> bool:
        """Whether a row only names a part of the steps: `A | PERSIAPAN`, `I. Persiapan`, `1` above `1.a`."""
        texts = [" ".join(text.split()) for text in self.table.grid.rows[row] if text.strip()]
        rest = {text for text in texts if text != activity}
        number = self.table.line(row, "row").rstrip(".)")
        if number.isdigit() and rest == {self.table.line(row, "row")} - {activity}:
            rows = range(row + 1, len(self.table.grid.rows))
            below = next(filter(self.table.is_own, rows), row)
            return re.match(rf"{number}\.?[a-z1-9]", self.table.line(below, "row")) is not None
        is_numbered = PART.fullmatch(self.table.line(row, "row")) or PART_BEFORE.match(activity)
        return bool(activity and is_numbered) and all(PART.fullmatch(text) for text in rest)

    def step(self, row: int, activity: str, n: int) -> dict[str, Any]:
        """A step from its row."""
        text = self.table.text
        notes = items(text(row, "note"))
        step: dict[str, Any] = {"activity": activity, "actor": self.actor(row, n)}
        step |= {"no": self.table.line(row, "row"), "decides": self.decides(row, n)}
        step["needs"] = items(text(row, "needs"))
        time = time_of(self.table, row)
        if time:
            span = time_range(time) or time_range(f"{time} {self.time_unit}")
            known = duration(time) or self.in_unit(time)
            self.assume(time, n, known[1] if known else span[2] if span else "")
            if span:
                step["duration"] = {"value": span[0], "up_to": span[1], "unit": span[2]}
            elif known:
                step["duration"] = {"value": known[0], "unit": known[1]}
            else:
                self.tell(row, "duration", time, say("no working time; it stands in the note"))
                notes.append(self.result.speech.say(say("Time: {text}", text=time)))
        step["output"] = "; ".join(items(text(row, "output"))) or None
        step["note"] = "; ".join(notes) or None
        return step

    def decides(self, row: int, n: int) -> bool:
        """Whether a step is a decision: a diamond, drawn or as a letter, or Ya and Tidak in cells."""
        cells = [self.table.grid.cell(row, column) for column in self.actors]
        if any(map(is_decision, cells)):
            return True
        said = [text for text in cells if comparable(text) in ANSWERS]
        if self.has_answers and said:
            what = say(
                "step {n}: {text} stands in the cell; it is taken for a decision", n=n, text=said[0]
            )
            self.result.assumed.append((self.id, what))
        return self.has_answers and bool(said)

    def assume(self, time: str, n: int, unit: str) -> None:
        """Tell what is taken for granted of a time."""
        if unit == "day" and not re.search(r"kerja|\bhk\b|work", time, re.I):
            what = say("step {n}: {text} is taken as working days", n=n, text=time)
            self.result.assumed.append((self.id, what))
        if re.search(r"[±~]|\+\s?/\s?-|\b(kurang lebih|sekitar|kira|about)\b", time, re.I):
            what = say(
                "step {n}: {text} is taken as it stands, without more or less", n=n, text=time
            )
            self.result.assumed.append((self.id, what))

    def in_unit(self, text: str) -> tuple[Decimal, str] | None:
        """A bare number, in the unit that the heading says: `Waktu (menit)`."""
        value = number(text)
        return (value, self.time_unit) if value and value > 0 and self.time_unit else None

    def actor(self, row: int, n: int) -> str:
        """Who does it: the column that is marked, or the name in a column of names."""
        cells = {c: self.table.grid.cell(row, c) for c in self.actors}
        cells = {c: text for c, text in cells.items() if not is_blank(text)}
        marked = [
            self.name(c) for c, text in cells.items() if comparable(text) in MARKS or text in MARKS
        ]
        named = [" ".join(text.split()) for text in cells.values() if comparable(text) not in MARKS]
        named = [text for text in named if text not in MARKS]
        found = named or marked
        if len(self.actors) > 1:  # a column for each: what stands in a shape is no name
            found = list(dict.fromkeys(self.name(c) for c in cells))
        if len(found) > 1:
            text = " / ".join(found)
            what = say("actor of step {n}: several are marked, {text}", n=n, text=text)
            self.result.assumed.append((self.id, what))
            return text
        if found:
            return found[0]
        return self.result.blank(self.id, say("actor of step {n}", n=n))

    def name(self, column: int) -> str:
        """The actor that a column belongs to."""
        return " ".join(self.table.paths[column][-1].split())

    def go_on(self, row: int, step: dict[str, Any]) -> None:
        """A row without an activity: what it says belongs to the step above."""
        step["needs"] += items(self.table.text(row, "needs"))
        for name in ("output", "note"):
            more = "; ".join(items(self.table.text(row, name)))
            if more and more != step[name]:
                step[name] = f"{step[name]}; {more}" if step[name] else more
        if time := self.table.text(row, "duration"):
            self.tell(row, "duration", time, say("a row without an activity"))

    def tell(self, row: int, role: str, text: str, why: Message) -> None:
        """Say what could not be read, and where."""
        place = self.table.place_of(row, role)
        self.result.unread.append((place, " ".join(text.split()), why))


def is_total(text: str) -> bool:
    """Whether a cell says that its row adds up those above."""
    return comparable(text) in map(comparable, map(str, data()["totals"]))
