"""What a thing says, as blocks of a page: its fields, its parts as tables, its prose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from typing import Any, Final

from pydantic import BaseModel

from smmkit.documents import Document, Information, Record
from smmkit.documents.people import PersonEntry
from smmkit.documents.references import references
from smmkit.documents.settings import Class
from smmkit.labels import FIELDS, field, value
from smmkit.location import Path
from smmkit.marks import RefersTo
from smmkit.page import Block, Cell, Column, Fields, Heading, Prose, Shape, Table, Text
from smmkit.qms import Qms
from smmkit.words import Message, say

EMPTY: Final = (None, (), "")

COMMON = frozenset({*Document.model_fields, *Record.model_fields}) - {"id", "title"}
"""Fields that every document or record has: who answers for it, how it is kept."""

ELSEWHERE = frozenset({"kind", "id", "title", "approvals"})
"""Fields that stand elsewhere on the page."""

KEYS = ("id", "requirement")
"""Fields by which a row is called."""

CODES = frozenset({*KEYS, "due", "done", "since", "until"})
"""Fields whose values never break."""

WORDS = frozenset({"language"})
"""Fields with a word of a closed list that is no Enum."""

SENTENCES = (
    *("what", "statement", "activity", "cause", "effect", "condition", "gap", "output", "reason"),
    *(
        "question",
        "answer",
        "seen",
        "criteria",
        "meaning",
        "analysis",
        "proof",
        "title",
        "evidence",
    ),
)
BROAD = (
    *("about", "data_source", "units", "how", "note", "result", "person", "required", "held"),
    *("loss", "action", "kept", "documents", "met_by", "leads_to", "expectations", "role"),
)
WIDTHS: Final = dict.fromkeys(SENTENCES, 3) | dict.fromkeys(BROAD, 2)
"""Fields that hold whole sentences; their columns are broad."""

Row = tuple[Path, list[tuple[str, Any]]]
"""A row of a table: its key path, and its named values."""


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
        larger: list[tuple[str, Any]] = []
        for name, found in said(part):
            if name in apart:
                continue
            if isinstance(found, BaseModel) or is_parts(found):
                larger.append((name, found))
            else:
                simple.append((label(name, found), Cell(self.spoken(found, (*steps, name)))))
        if simple:
            yield Fields(tuple(simple))
        for name, found in larger:
            yield Heading(field(name), level)
            if isinstance(found, BaseModel):
                yield from self.content(found, (*steps, name), level=level + 1)
            else:
                yield from self.tables(name, found, (*steps, name))

    def tables(self, name: str, parts: tuple[BaseModel, ...], steps: Path) -> Iterator[Table]:
        """Many parts of one type, a row each.

        Parts of parts stand in a table of their own, beside the key of the row they belong to.
        """
        filled = {n: v for part in parts for n, v in said(part)}
        key = next((n for n in KEYS if n in filled), "")
        inner = [n for n in filled if key and is_parts(filled[n])]
        rows: list[Row] = [
            ((*steps, row), [(n, v) for n, v in every(part) if n not in inner])
            for row, part in enumerate(parts)
        ]
        yield self.table(field(name), rows)
        for n in inner:
            below: list[Row] = [
                ((*steps, row, n, at), [("", getattr(part, key)), *every(item)])
                for row, part in enumerate(parts)
                for at, item in enumerate(getattr(part, n))
            ]
            yield self.table(field(n), below, field(key))

    def table(self, name: Text, rows: list[Row], key: Text = "") -> Table:
        """Rows of named values; a column that no row fills is left out."""
        filled = {n for _, row in rows for n, v in row if v not in EMPTY}
        names = [n for n, _ in rows[0][1] if n in filled]
        cells = tuple(
            tuple(Cell(self.spoken(v, (*steps, n))) for n, v in row if n in filled)
            for steps, row in rows
        )
        columns = tuple(column(n) if n else Column(key, Shape.CODE) for n in names)
        return Table(name, columns, cells)

    def spoken(self, found: Any, steps: Path) -> Any:
        """A value as a cell shows it: labels for words of closed lists, titles beside ids."""
        if steps in self.refers:
            return self.named(self.refers[steps])
        if isinstance(found, BaseModel):
            return self.in_short(found, steps)
        if isinstance(found, tuple):
            items = [self.spoken(item, (*steps, n)) for n, item in enumerate(found)]
            is_line = all(
                is_short(item) and (*steps, n) not in self.refers for n, item in enumerate(found)
            )
            return items if is_line else listed(items)
        is_word = isinstance(found, Enum) or steps[-1] in WORDS
        return value(str(found)) if is_word else found

    def in_short(self, part: BaseModel, steps: Path) -> Message:
        """A part inside a cell: what it is about, and the rest in one line below."""
        rest = {n: self.spoken(v, (*steps, n)) for n, v in said(part)}
        first = [rest.pop(name) for name in ("what",) if name in rest]
        named = [say("{name}: {value}", name=field(n), value=v) for n, v in rest.items()]
        return joined("\n", [*first, joined("; ", named)] if named else first)

    def named(self, id: str) -> Message | str:
        """A thing by its id and title; a person as the register of people allows it."""
        thing = self.qms.things.get(id)
        if isinstance(thing, PersonEntry) and not self.inside:
            return person(self.qms, id, getattr(self.home, "date", self.qms.as_of))
        if thing is None or thing.title.casefold() == id.casefold():
            return thing.title if thing else id
        return say("{id}: {title}", id=id, title=thing.title)


def prose(document: Information) -> Iterator[Block]:
    """The text below the front matter."""
    if document.source.prose.strip():
        yield Prose(document.source.prose, markdown=True)


def may_leave(document: Information, qms: Qms) -> bool:
    """Whether the class of a document lets it leave the organization; without a class, it stays."""
    class_ = qms.get(document.classification or "", Class)
    return class_ is not None and class_.outside


def name_of(qms: Qms, person: str) -> str:
    """The name of a person, if the register where it stands may leave the organization."""
    entry = qms.get(person, PersonEntry)
    return entry.title if entry and may_leave(qms.homes[person][0], qms) else ""


def person(qms: Qms, id: str, day: date) -> Message | str:
    """A person for a reader outside: the name, or else only the role held on that day.

    Why: people are personal data; what leaves the organization says offices, not names.
    """
    entry = qms.get(id, PersonEntry)
    held = [
        a.role
        for a in (entry.assignments if entry else ())
        if a.since <= day and (a.until is None or day <= a.until)
    ]
    roles = ", ".join(dict.fromkeys(held))
    if name := name_of(qms, id):
        return say("{name}, {role}", name=name, role=roles) if roles else name
    return roles or say("a person of the register")


def said(part: BaseModel) -> Iterator[tuple[str, Any]]:
    """The fields of a part that say something."""
    return ((name, found) for name, found in every(part) if found not in EMPTY)


def every(part: BaseModel) -> list[tuple[str, Any]]:
    """All fields of a part, also those that say nothing; what all documents have comes last."""
    whole = isinstance(part, Information)
    names = sorted(type(part).model_fields, key=lambda name: whole and name in COMMON)
    return [(name, getattr(part, name)) for name in names]


def label(name: str, found: Any) -> Message | str:
    """The label of a field; `effective` is a day in one place, yes or no in another."""
    return field(f"{name}_" if isinstance(found, bool) and f"{name}_" in FIELDS else name)


def column(name: str) -> Column:
    """The column of a field."""
    shape = Shape.CODE if name in CODES else Shape.WORDS
    return Column(field(name), shape, WIDTHS.get(name, 1))


def is_parts(found: Any) -> bool:
    """Whether a value is a list of parts, and so a table."""
    return isinstance(found, tuple) and isinstance(found[0], BaseModel)


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
