"""A list of documents (daftar induk dokumen): what each of its rows says of one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from smmkit.intake import days
from smmkit.intake.forms.around import above
from smmkit.intake.forms.parts import part_of
from smmkit.intake.guess import MAX_NUMBER, MAX_TITLE, Found, Guess, Guesses, type_of
from smmkit.intake.table import Table, headed
from smmkit.intake.words import comparable, data, holds
from smmkit.office.grid import Grid
from smmkit.words import Message, say


@dataclass(frozen=True, slots=True)
class Row:
    """A document as the list has it."""

    place: Message
    guesses: Guesses
    file: str
    """What its column says of a file; empty where there is none."""
    told: tuple[Message, ...] = ()
    """What the row says and could not be taken."""


def tables_of(grids: list[Grid]) -> list[Table]:
    """The lists of documents among the tables of a file."""
    return [table for grid in grids if (table := headed(grid, "register"))]


def rows_of(table: Table, today: date, lang: str) -> list[Row]:
    """Every document of a list; a row without a title is none."""
    lines = (*above(table), table.grid.name)
    outside = any(holds(line, data()["lists_from_outside"]) for line in lines)
    rows = (row_of(table, n, today, lang, is_outside=outside) for n in table.below())
    return [row for row in rows if row]


def row_of(table: Table, n: int, today: date, lang: str, *, is_outside: bool) -> Row | None:
    """What one row says; whether the whole list is of documents from outside."""

    def line(role: str) -> str:
        return table.line(n, role)

    title = line("title")
    said = any(line(role) for role in ("number", "version", "issued", "file", "owner"))
    if not title or not said or part_of(table.grid.rows[n]):  # the title of a part of the list
        return None
    told = []
    day = days.first(line("issued"))
    if line("issued") and (day is None or day > today):
        told.append(days.said_not_taken(line("issued")))
    ended = next((c for c in table.grid.rows[n] if comparable(c) in data()["no_longer"]), "")
    if ended:
        told.append(
            say("the list says {text}: write the day on which it was withdrawn", text=ended)
        )
    version = re.sub(r"^(no\.?\s*)?(rev(isi)?|ver(si)?|v)[ .:_-]*", "", line("version"), flags=re.I)
    sort, external = type_of((line("document_type"), line("number"), title), lang)
    issuer = line("issued_by")
    return Row(
        table.place_of(n, "title"),
        Guesses(
            Guess(title[:MAX_TITLE], Found.LIST),
            Guess(line("number")[:MAX_NUMBER], Found.LIST) if line("number") else Guess(),
            Guess(version[:MAX_NUMBER], Found.LIST) if version else Guess("1"),
            Guess(day.isoformat(), Found.LIST) if day and day <= today else Guess(),
            Guess(line("document_type") or sort, Found.LIST)
            if sort or line("document_type")
            else Guess(),
            external or is_outside,
            issuer,
            line("owner"),
        ),
        line("file"),
        tuple(told),
    )
