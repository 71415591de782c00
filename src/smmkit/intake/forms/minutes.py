"""The minutes of a management review: who was there, what was considered, what was decided."""

from __future__ import annotations

from datetime import date
from typing import Any

from smmkit.documents.people import PersonEntry
from smmkit.documents.review import DecisionType, ManagementReview, ReviewTopic
from smmkit.intake import days
from smmkit.intake.forms.around import above
from smmkit.intake.forms.base import Row, rows_of, says, titled
from smmkit.intake.forms.minutes_head import KIND, Said, attendees, head_of, head_values, titles_of
from smmkit.intake.leftover import tell_seconds, tell_tables, unknown
from smmkit.intake.persons import only_name, person_of
from smmkit.intake.result import Result, items
from smmkit.intake.stacked import apart, stacked
from smmkit.intake.table import Table, headed
from smmkit.intake.units import unit_of
from smmkit.intake.words import data as words
from smmkit.intake.words import holds
from smmkit.office.grid import Grid
from smmkit.qms import Qms
from smmkit.words import say


def parts_of(grids: list[Grid]) -> list[Grid]:
    """The tables of a file, one by one."""
    return [stacked(part) for grid in grids for part in apart(grid)]


def are_here(grids: list[Grid], name: str, *, is_asked: bool) -> bool:
    """Whether a file is the minutes of a management review, with decisions in a table or beside a word."""
    parts = parts_of(grids)
    tables = tables_in(parts)
    if not tables and "decision" not in head_of(parts, [])[0]:
        return False
    lines = [line for table in tables for line in above(table)]
    lines += [line for part in parts for line in (part.name, *part.above)]
    lines += [" ".join(part.rows[0]) for part in parts if part.rows and not tables]
    return is_asked or any(holds(text, words()["reviews"]) for text in (name, *lines))


def tables_in(parts: list[Grid]) -> list[Table]:
    """The tables of decisions."""
    return [table for part in parts if (table := headed(part, KIND))]


def read(result: Result, grids: list[Grid], name: str) -> None:
    """One review from all tables of a file; a review of the same day that is there already is told."""
    parts = parts_of(grids)
    tables = tables_in(parts)
    others = [part for part in parts if headed(part, KIND) is None]
    said, used = head_of([*others, *(table.grid for table in tables)], tables, result.lines)
    titles = list(titles_of(tables, others))
    texts = [said["date"][1]] if "date" in said else [*titles, name]
    day = next((found for text in texts if (found := days.first(text))), None)
    if same := there(result.qms, day):
        why = say("there is a management review of this day already: {id}; not taken", id=same)
        result.unread.append((parts[0].about(), str(day), why))
        return
    id_ = result.fresh("RTM")
    people, lists = attendees(result, others, said)
    tell_tables(result, others, [*used, *lists].__contains__)
    values = head_values(result, said, id_, bool(tables)) | {
        "title": titled(next(iter(titles), result.speech.say(say("Management review")))),
        "date": day.isoformat() if day else result.blank(id_, say("date")),
        "participants": people,
    }
    for table in tables:
        unknown(result, table, is_read_by_rows=True)
        tell_seconds(result, table)
    inputs, decisions = considered(result, tables, said, id_, day)
    result.add(KIND, values | {"inputs": inputs, "decisions": decisions})
    columns = (say("Id"), say("Title"), say("Unit or day"))
    rows = [(one["owner"], one["what"], one["due"]) for one in decisions]
    result.show(say("{id}: {title}", id=id_, title=values["title"]), columns, rows)


def there(qms: Qms, day: object) -> str | None:
    """The id of the management review of this day that the folder has."""
    reviews = (one for one in qms.documents if isinstance(one, ManagementReview))
    return next((str(one.id) for one in reviews if one.date == day), None) if day else None


def considered(
    result: Result, tables: list[Table], said: Said, id_: str, day: date | None
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """What was before the meeting, and what it decided, row by row."""
    inputs: dict[tuple[str, str], dict[str, Any]] = {}
    decisions: list[dict[str, Any]] = []
    if not tables:
        texts, places = ({n: one[i] for n, one in said.items()} for i in (1, 0))
        form = Row(result, texts, places, said["decision"][0])  # type: ignore[arg-type]
        for what in items(form.text("discussion")) or items(form.text("agenda")):
            inputs["", what] = {"topic": topic_of(form, what, id_), "what": what}
        decisions += decided(form, id_, [form.text("decision")], day)
    for table in tables:
        for row in rows_of(result, table):
            topic, what = row.line("topic"), row.line("discussion")
            if topic or what:
                one = {
                    "topic": topic_of(row, topic or what, id_),
                    "what": f"{topic}: {what}".strip(": "),
                }
                inputs.setdefault((topic, what), one)
            cells = [table.grid.cell(row.number, n) for n in table.columns("decision")]
            decisions += decided(row, id_, cells, day)
    if not inputs:
        open_ = result.blank(id_, say("what was considered"))
        inputs["", ""] = {"topic": open_, "what": open_}
    return list(inputs.values()), decisions


def topic_of(row: Row, text: str, id_: str) -> str:
    """Which input of a review a text is about, by its words; where they say nothing, it is left open."""
    if (topic := says(text, "review_topics")) is None:
        return row.result.blank(id_, say("which input of a review this is: {text}", text=text))
    what = say("{text} is about: {word}", text=text, word=ReviewTopic(topic).label)
    row.result.assumed.append((id_, what))
    return topic


def unit_for(row: Row, id_: str) -> str | None:
    """The unit that carries something out: as the row names it, or that of the person that it names."""
    result, text = row.result, row.line("owner")
    person = person_of(result.qms, only_name(text)) if text else None
    if person is None or unit_of(result.qms, text):
        return row.unit("owner")
    entry = result.qms.get(person, PersonEntry)
    held = entry.held_on(result.qms.as_of) if entry else ()
    if not held:
        return row.unit("owner")
    what = say("the unit of {id}: {unit}", id=person, unit=held[0].unit)
    result.assumed.append((id_, what))
    return held[0].unit


def decided(row: Row, id_: str, cells: list[str], day: date | None = None) -> list[dict[str, Any]]:
    """The decisions of a row, each item one; a month without a year is the next one after the meeting."""
    result = row.result
    said = [items(text) for text in cells]
    what = [one for several in said for one in several]
    if len(said) > 1 and all(len(several) == 1 for several in said):
        what = [": ".join(what)]
    if row.line("status"):
        row.unread("status", say("the day on which it was done is asked for; not taken"))
    if not what:
        for role in ("owner", "due"):
            if row.line(role):
                row.unread(role, say("no decision stands beside it; not taken"))
        return []
    due, unit = row.day("due", id_, after=day), unit_for(row, id_)
    found = []
    for text in what:
        sort = says(text, "decision_types") or "improvement"
        word = DecisionType(sort).label
        result.assumed.append((id_, say("{text} is about: {word}", text=text, word=word)))
        found.append(
            {
                "decision_type": sort,
                "what": text,
                "owner": unit or result.blank(id_, say("owner")),
                "due": due or result.blank(id_, say("the day by which it is carried out")),
            }
        )
    return found
