"""What a thing says, as blocks of a page: its fields, its parts as tables, its prose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any, Final

from pydantic import BaseModel

from smmkit.analyses.cycle.editions import paper_day
from smmkit.analyses.privacy.confidentiality import is_kept_from, name_of
from smmkit.documents import Document, Information, Record
from smmkit.documents.people import PersonEntry
from smmkit.documents.procedure import Duration, TimeUnit
from smmkit.documents.references import references
from smmkit.location import Path
from smmkit.model.fields import Field, fields_of
from smmkit.model.marks import FILE, STANDARD, RefersTo, Trait, Wide
from smmkit.page import Block, Cell, Column, Fields, Heading, Prose, Shape, Table, Text
from smmkit.qms import Qms
from smmkit.seals import beside
from smmkit.words import ClosedList, Message, say

EMPTY: Final = (None, (), "")

COMMON = frozenset({*Document.model_fields, *Record.model_fields}) - {"id", "title"}
"""Fields that every document or record has: who answers for it, how it is kept."""

ELSEWHERE = frozenset({"kind", "id", "title", "approvals", "checked_against"})
"""Fields that stand elsewhere on the page."""

Row = tuple[Path, list[tuple[Field, Any]]]
"""A row of a table: its key path, and its fields with their values."""


class DocumentView:
    """How one document is said to a reader; names of people only to those inside."""

    def __init__(self, qms: Qms, home: Information, *, inside: bool = False) -> None:
        self.qms = qms
        self.home = home
        self.inside = inside
        self.refers = {
            steps: target for steps, target, mark in references(home) if isinstance(mark, RefersTo)
        }

    def content(
        self, part: BaseModel, steps: Path = (), apart: frozenset[str] = ELSEWHERE, level: int = 1
    ) -> Iterator[Block]:
        """The fields of a part: single values first, then what has parts of its own."""
        simple: list[tuple[Text, Cell]] = []
        larger: list[tuple[Field, Any]] = []
        for field, value in filled_fields(part):
            if field.name in apart:
                continue
            if isinstance(value, BaseModel) or is_parts(value):
                larger.append((field, value))
            else:
                cell = Cell(self.spoken(field, value, (*steps, field.name)))
                simple.append((field.label, cell))
        if simple:
            yield Fields(tuple(simple))
        for field, value in larger:
            yield Heading(field.label, level)
            if isinstance(value, BaseModel):
                yield from self.content(value, (*steps, field.name), level=level + 1)
            else:
                yield from self.tables(field, value, (*steps, field.name))

    def tables(self, field: Field, parts: tuple[BaseModel, ...], steps: Path) -> Iterator[Table]:
        """Many parts of one type, a row each.

        Parts of parts stand in a table of their own, beside the key of the row they belong to.
        """
        fields = fields_of(type(parts[0])).values()
        key = next((f for f in fields if f.has(Trait.KEY)), None)
        inner = [f for f in fields if key and any(is_parts(getattr(p, f.name)) for p in parts)]
        rows: list[Row] = [
            ((*steps, row), [(f, v) for f, v in field_values(part) if f not in inner])
            for row, part in enumerate(parts)
        ]
        yield self.table(field.label, rows)
        for below in inner:
            lower: list[Row] = [
                (
                    (*steps, row, below.name, at),
                    [(key, getattr(part, key.name)), *field_values(item)],
                )
                for row, part in enumerate(parts)
                for at, item in enumerate(getattr(part, below.name))
                if key
            ]
            yield self.table(below.label, lower)

    def table(self, name: Text, rows: list[Row]) -> Table:
        """Rows of named values; a column that no row fills is left out."""
        every = range(len(rows[0][1]))
        columns = [n for n in every if any(row[n][1] not in EMPTY for _, row in rows)]
        cells = tuple(
            tuple(Cell(self.spoken(*row[n], (*steps, row[n][0].name))) for n in columns)
            for steps, row in rows
        )
        return Table(name, tuple(column(rows[0][1][n][0]) for n in columns), cells)

    def spoken(self, field: Field, value: Any, steps: Path) -> Any:
        """A value as a cell shows it: labels for words of closed lists, titles beside ids."""
        if steps in self.refers:
            return self.title_of(self.refers[steps])
        if isinstance(value, str) and not self.inside:
            if field.reference is FILE:
                return beside(self.home, value)
            if field.reference is STANDARD and (known := self.qms.standard(value)):
                then = known.on(paper_day(self.home) or self.qms.as_of)
                return then.title
        match value:
            case BaseModel():
                return self.in_short(value, steps)
            case tuple():
                items = [self.spoken(field, item, (*steps, n)) for n, item in enumerate(value)]
                is_line = all(
                    is_short(item) and (*steps, n) not in self.refers
                    for n, item in enumerate(value)
                )
                return items if is_line else listed(items)
            case ClosedList():
                return value.label
        return str(value) if field.has(Trait.YEAR) else value

    def in_short(self, part: BaseModel, steps: Path) -> Message:
        """A part inside a cell: what it is about, and the rest in one line below."""
        if isinstance(part, Duration):
            return lasts(part)
        cells = [(f, self.spoken(f, v, (*steps, f.name))) for f, v in filled_fields(part)]
        first = [value for f, value in cells if f.has(Trait.SUBJECT)]
        named = [
            say("{name}: {value}", name=f.label, value=value)
            for f, value in cells
            if not f.has(Trait.SUBJECT)
        ]
        return joined("\n", [*first, joined("; ", named)] if named else first)

    def title_of(self, id: str) -> Message | str:
        """A thing by its id and title; a person as the register of people allows it."""
        thing = self.qms.things.get(id)
        if isinstance(thing, PersonEntry) and not self.inside:
            return person(self.qms, id, getattr(self.home, "date", self.qms.as_of))
        if thing is None or thing.title.casefold() == id.casefold():
            return thing.title if thing else id
        if not self.inside and is_kept_from(self.home, id, self.qms):
            return id
        return say("{id}: {title}", id=id, title=thing.title)


def prose(document: Information) -> Iterator[Block]:
    """The text below the front matter."""
    if document.source.prose.strip():
        yield Prose(document.source.prose, markdown=True)


def person(qms: Qms, id: str, day: date) -> str:
    """A person for a reader outside: the name, or else the code; and the role held on that day.

    Why: people are personal data; what leaves the organization says codes and offices, not names.
    """
    entry = qms.get(id, PersonEntry)
    held = entry.held_on(day) if entry else ()
    name = name_of(qms, id)
    units = () if name else (one.unit for one in held)
    return ", ".join(dict.fromkeys((name or id, *(one.role for one in held), *units)))


def filled_fields(part: BaseModel) -> Iterator[tuple[Field, Any]]:
    """The fields of a part that say something, with their values."""
    return ((field, value) for field, value in field_values(part) if value not in EMPTY)


def field_values(part: BaseModel) -> list[tuple[Field, Any]]:
    """All fields of a part with their values, also empty ones; what all documents have comes last."""
    whole = isinstance(part, Information)
    fields = sorted(fields_of(type(part)).values(), key=lambda f: whole and f.name in COMMON)
    return [(field, visible_value(field, getattr(part, field.name))) for field in fields]


def visible_value(field: Field, value: Any) -> Any:
    """A value as it is shown; a quiet flag that is false is not."""
    return None if value is False and field.has(Trait.QUIET) else value


def column(field: Field) -> Column:
    """The column of a field."""
    is_unbroken = field.has(Trait.KEY) or field.has(Trait.UNBROKEN)
    width = field.mark(Wide)
    shape = Shape.CODE if is_unbroken else Shape.WORDS
    return Column(field.label, shape, width.width if width else 1)


def is_parts(value: Any) -> bool:
    """Whether a value is a list of parts, and so a table."""
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], BaseModel)


def is_short(found: Any) -> bool:
    """Whether a value may stand in a line with others."""
    return not isinstance(found, BaseModel) and len(str(found)) < 40 and "," not in str(found)


def listed(values: list[Any]) -> Any:
    """Several values under one another, with a sign before each where there is more than one."""
    if len(values) == 1:
        return values[0]
    return joined("\n", [say("• {value}", value=value) for value in values])


def joined(between: str, values: Iterable[Any]) -> Message:
    """Values in one text, still in no language."""
    parts = {f"part{n}": value for n, value in enumerate(values)}
    return Message(between.join(f"{{{name}}}" for name in parts), parts)


def lasts(took: Duration) -> Message:
    """How long a step takes: one time, or from so many to so many."""
    if took.up_to is None:
        return time(took.value, took.unit)
    return say("{low} to {high}", low=took.value, high=time(took.up_to, took.unit))


def time(value: Decimal, unit: TimeUnit) -> Message:
    """A working time; no unit is turned into another, since no one rule says how."""
    match unit:
        case TimeUnit.MINUTE:
            return say("1 minute") if value == 1 else say("{n} minutes", n=value)
        case TimeUnit.HOUR:
            return say("1 hour") if value == 1 else say("{n} hours", n=value)
        case TimeUnit.DAY:
            return say("1 working day") if value == 1 else say("{n} working days", n=value)
        case TimeUnit.WEEK:
            return say("1 week") if value == 1 else say("{n} weeks", n=value)
