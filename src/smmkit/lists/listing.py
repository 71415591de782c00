"""A list that goes out: its columns, and a row for each thing, with a mark of what it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final, get_origin

from pydantic import BaseModel

from smmkit.analyses.lifecycle.inventory import natural
from smmkit.analyses.organization.units import below, work_of
from smmkit.analyses.references.reach import reached
from smmkit.documents import Information, class_of
from smmkit.documents.base import Document, Record
from smmkit.loading.cell_values import MOST, mark, plain
from smmkit.location import Path
from smmkit.model.fields import Field, fields_of
from smmkit.model.marks import FILE
from smmkit.qms import Qms
from smmkit.words import Message

KEPT: Final = frozenset({"title", "owner", "date", "review_by"})
"""Of what every document has, what a list shows."""

NEVER: Final = frozenset({"id", "kind"})

SIGN: Final = "smm"
"""How the heading of the column begins in which the marks stand."""


@dataclass(frozen=True)
class Column:
    """A column that a colleague may fill: one field."""

    field: Field
    called: Message | None = None
    """Its heading, where it is not that of the field."""

    @property
    def label(self) -> Message:
        """Its heading."""
        return self.called or self.field.label

    @property
    def name(self) -> str:
        """The name of the field."""
        return self.field.name


@dataclass(frozen=True)
class Row:
    """A thing as it is: where it stands, and its values as plain texts by the names of their fields."""

    id: str
    home: Information
    steps: Path
    values: dict[str, Any]
    told: tuple[Any, ...] = ()
    """What is shown beside it, for reading only."""
    is_there: bool = True
    """Whether it stands in its file already; else filling it in begins it."""

    def plain(self, name: str) -> str:
        """A value as plain text."""
        return self.texts.get(name, "")

    @cached_property
    def texts(self) -> dict[str, str]:
        """All values as plain texts; a list asks for each of them again and again."""
        return {name: plain(value) for name, value in self.values.items()}


@dataclass
class Listing:
    """All that goes out in one list."""

    kind: str
    title: Message
    class_: type[BaseModel]
    columns: list[Column]
    rows: list[Row] = field(default_factory=list)
    told: tuple[Message, ...] = ()
    """The headings of what is for reading only."""
    grows: bool = True
    """Whether new rows may be added."""
    key: str = "id"
    """The field that names a row."""

    @property
    def sign(self) -> str:
        """The heading over the marks: which list it is, and of which fields the marks are."""
        return " ".join((SIGN, self.kind, *(column.name for column in self.columns)))

    def mark(self, row: Row) -> str:
        """The mark of a row: its id, and for each field a hash of what it says."""
        return ":".join((row.id, *(mark(row.plain(column.name)) for column in self.columns)))


def can_be_a_cell(one: Field) -> bool:
    """Whether a value of a field can stand in a cell."""
    return one.part is None and one.reference is not FILE and get_origin(one.type) is not dict


def columns_of(class_: type[BaseModel]) -> list[Column]:
    """The fields of a class that a colleague may fill in a list."""
    general: set[str] = set()
    for base in (Information, Document, Record):
        if issubclass(class_, base):
            general |= set(fields_of(base))
    own = fields_of(class_)
    return [
        Column(one)
        for name, one in own.items()
        if name not in NEVER and (name not in general or name in KEPT) and can_be_a_cell(one)
    ]


def listing_of(qms: Qms, kind: str, unit: str | None, label: Message) -> Listing:
    """Everything of a kind as a list, of a unit alone where one is named."""
    class_ = entry_class(kind)
    listing = Listing(kind, label, class_, columns_of(class_))
    parts = reached(unit, qms.fact(below)) if unit else ()
    units = set().union(*(work_of(qms, part) for part in parts)) if unit else None
    things = sorted((i for i, t in qms.things.items() if t.is_a == kind), key=natural)
    for id_ in things:
        thing, (home, steps) = qms.things[id_], qms.homes[id_]
        if units is not None and not units & set(units_of(thing, home)):
            continue
        values = {column.name: getattr(thing, column.name) for column in listing.columns}
        listing.rows.append(Row(id_, home, steps, values))
    listing.columns = [c for c in listing.columns if fits(listing, c)]
    listing.grows = not issubclass(class_, Information)
    return listing


def fits(listing: Listing, column: Column) -> bool:
    """Whether no value of a column is too long for a cell."""
    return all(len(row.plain(column.name)) <= MOST for row in listing.rows)


def units_of(thing: Any, home: Information) -> Iterator[str]:
    """The units that answer for a thing, or that it is about."""
    for name in ("owner", "unit", "who"):
        if value := getattr(thing, name, None):
            yield str(value)
    yield from getattr(thing, "units", ())
    for assignment in getattr(thing, "assignments", ()):
        yield assignment.unit
    if not hasattr(thing, "owner") and home.owner:
        yield home.owner


def listed_as(kind: str) -> str:
    """What the rows of a list are: of a register its entries, which are what people ask for by its name."""
    from smmkit.documents import KINDS
    from smmkit.documents.base import Entry, Register

    class_ = class_of(kind) if kind in KINDS else None
    part = fields_of(class_)["entries"].part if class_ and issubclass(class_, Register) else None
    return (part.kind_of_entry if part and issubclass(part, Entry) else "") or kind


def entry_class(kind: str) -> type[BaseModel]:
    """The class of a kind, of documents or of entries in them."""
    from smmkit.documents import KINDS
    from smmkit.documents.base import Entry
    from smmkit.model.fields import parts_of

    if kind in KINDS:
        return class_of(kind)
    for known in KINDS:
        for part in parts_of(class_of(known)):
            if issubclass(part, Entry) and part.kind_of_entry == kind:
                return part
    raise KeyError(kind)


@dataclass(frozen=True)
class Change:
    """A cell that says something else than the file."""

    row: Row
    column: Column
    place: Message
    said: str
    """What stands in the cell."""
    text: str
    """What that means, as plain text."""


@dataclass(frozen=True)
class Fresh:
    """A row that is new: what it says by the names of the fields, as plain texts."""

    place: Message
    values: dict[str, str]


@dataclass(frozen=True)
class Refusal:
    """What is not taken: where it stands, what stands there, and why."""

    place: Message
    said: str
    why: Message
