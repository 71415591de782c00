"""Internal and external issues: in rows, in two parts or sheets, or side by side in two columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from smmkit.documents.context import Issue, Issues
from smmkit.intake.forms.around import above
from smmkit.intake.forms.base import Row, rows_of, titled
from smmkit.intake.result import Result, items
from smmkit.intake.table import Table, is_blank
from smmkit.intake.words import comparable, data, holds
from smmkit.intake.words import table as table_of_words
from smmkit.words import say


def read(result: Result, tables: list[Table]) -> None:
    """The issues of all tables, as entries of the register; what is there already is told."""
    known = {
        comparable(entry.title): entry.id
        for document in result.qms.of(Issues)
        for entry in document.entries
    }
    entries: list[dict[str, Any]] = []
    for table in tables:
        for row in rows_of(result, table):
            for column, text in named(table, row.number):
                place = table.grid.place_of(row.number, column)
                if same := known.get(comparable(text)):
                    result.known(place, text, same)
                    continue
                id_ = result.fresh("IS")
                known[comparable(text)] = id_
                entries.append(issue(result, table, row, id_, (column, text)))
    if not entries:
        return
    said = result.speech.say(say("Internal and external issues"))
    values = {"title": said, "clauses": ["4.1"], "classification": result.class_}
    home = result.extend("issues", "entries", entries, values)
    heads = (say("Id"), say("Title"), say("Internal or external"))
    shown = [(one["id"], one["title"], one["side"]) for one in entries]
    result.show(say("{id}: {title}", id=home, title=said), heads, shown)


def named(table: Table, row: int) -> Iterator[tuple[int, str]]:
    """The issues of a row, each with its column: two columns may stand side by side, a cell have several."""
    seen: set[str] = set()
    for column in table.columns("title"):
        cell = table.grid.cell(row, column)
        for text in items(cell) if "\n" in cell else [" ".join(cell.split())]:
            if not is_blank(text) and text not in seen:
                seen.add(text)
                yield column, text


def issue(result: Result, table: Table, row: Row, id_: str, at: tuple[int, str]) -> dict[str, Any]:
    """One issue: from which side it comes, what it does, and whether it is about the climate."""
    column, text = at
    climate = holds(text, data()["climate"])
    if climate:
        result.assumed.append((id_, say("that it concerns climate change")))
    return {
        "id": id_,
        "title": titled(text),
        "side": side(table, row, column) or result.blank(id_, say("Internal or external")),
        "topic": row.field(Issue, "topic", "topic") if row.line("topic") else None,
        "effect": effect(table, row, column) or None,
        "climate": climate or None,
        "leads_to": row.ids(
            "leads_to", say("this is no id of a risk, an opportunity or an objective")
        ),
        "reviewed": row.day("reviewed", id_),
    }


def side(table: Table, row: Row, column: int) -> str | None:
    """Where an issue comes from: by its row, its heading, its part, its sheet, the lines above it."""
    heading = " ".join(table.paths[column])
    if own := table_of_words("sides").get(comparable(row.line("side"))):
        return own
    lines = (row.line("side"), heading, row.part, table.grid.name, *reversed(above(table)))
    for line in lines:
        both = [
            word
            for word, said in data()["sides"].items()
            if holds(line, [one for one in said if len(one) > 1])
        ]
        if len(both) == 1:
            return str(both[0])
    return None


def effect(table: Table, row: Row, column: int) -> str:
    """What an issue does: the columns of effects at its right, up to the next one of issues."""
    end = next((n for n in table.columns("title") if n > column), len(table.roles))
    effects = table.columns("effect")
    found = [n for n in effects if column < n < end] or effects[:1]
    texts = (" ".join(table.grid.cell(row.number, n).split()) for n in found)
    return "; ".join(dict.fromkeys(text for text in texts if not is_blank(text)))
