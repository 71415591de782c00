"""What came of reading a table: documents, and everything that a person must know about them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from smmkit.errors import SmmError
from smmkit.intake.units import headed_by, unit_of, unit_within
from smmkit.kinds import CREATABLE
from smmkit.names import names_in, prefix_in, spoken_in
from smmkit.new.document import path_for
from smmkit.new.ids import ids_after, taken_ids
from smmkit.new.placeholders import FILL_IN
from smmkit.page import Cell, Column, Table
from smmkit.qms import Qms
from smmkit.words import Language, Message, say
from smmkit.yaml_text.edit import appended
from smmkit.yaml_text.emit import Quoted, document_text

if TYPE_CHECKING:
    from smmkit.intake.table import Table as TakenTable

Place = Message | str
NO_OWNER = say("owner: the file names no unit; name one by --owner")
NO_UNIT, NO_TARGET = say("unit of measure"), say("the target")
"""What is left blank of an indicator where no table says it."""

MOST = 1_000
"""More files than this nobody looks through before they are written."""


class UnknownPaperError(SmmError):
    """A paper that is none of the forms that can be read; it can be registered as it is."""


class MeetingPaperError(UnknownPaperError):
    """A paper of a meeting that is no training; its message says so, and it is registered as it is."""


@dataclass
class Result:
    """New documents by their paths; what could not be read, was left as a blank, was assumed."""

    qms: Qms
    owner: str | None
    class_: str | None
    year: str = ""
    """The year that the person named, for months that say none."""
    named: frozenset[date] = frozenset()
    """The days that the paper names, wherever they stand."""
    begins: tuple[str, ...] = ()
    """What stands alone in one of the first rows of its tables: their titles."""
    lines: list[str] = field(default_factory=list)
    """The paragraphs of a text outside of its tables."""
    files: dict[str, str] = field(default_factory=dict)
    shown: list[Table] = field(default_factory=list)
    """What was read, for the person to look at."""
    unread: list[tuple[Place, str, Message]] = field(default_factory=list)
    """Where it stands, what stands there, and why it could not be read."""
    told: list[tuple[Place, str, Message]] = field(default_factory=list)
    """What a person would not see in the file: where, what, and what became of it."""
    blanks: list[tuple[str, Message]] = field(default_factory=list)
    """The id, and what is still to be filled in."""
    assumed: list[tuple[str, Message]] = field(default_factory=list)
    """The id, and what was taken without being said."""
    used: set[str] = field(init=False)
    """The ids that something has, in small letters."""
    ids: dict[str, Iterator[str]] = field(default_factory=dict)
    """For each prefix the ids that are free, one after the other."""
    changed: dict[str, bytes] = field(default_factory=dict)
    """Files that are there and get more entries, by their paths."""
    taken: list[TakenTable] = field(default_factory=list)
    """The tables that were read, row by row."""
    served: set[str] = field(default_factory=set)
    """The kinds of which it is told which clauses they are taken to serve."""
    made: set[str] = field(default_factory=set)
    """The ids of the documents that are new."""

    def __post_init__(self) -> None:
        self.used = {name.casefold() for name in self.qms.things}

    @property
    def speech(self) -> Language:
        """The language of the documents."""
        return spoken_in(self.qms)

    def blank(self, id: str, what: Message, after: str = "") -> str:
        """A mark for what nobody said; it is told."""
        self.blanks.append((id, what))
        return f"{self.speech.say(FILL_IN)} {after or self.speech.say(what)}"

    def fresh(self, prefix: str) -> str:
        """An id for something new: the next number that nothing has, or ever had."""
        own = prefix_in(prefix, names_in(self.qms))
        if own not in self.ids:
            self.ids[own] = ids_after(own, (), taken_ids(self.qms))
        id_ = next(one for one in self.ids[own] if one.casefold() not in self.used)
        self.used.add(id_.casefold())
        return id_

    def known(self, place: Place, text: str, id: str) -> None:
        """Tell what the folder has already."""
        self.unread.append((place, text, say("is there already as {id}", id=id)))

    def unit(self, place: Place, text: str) -> str | None:
        """The unit that a text means, else the one that the person named; who is not known, is told."""
        if found := unit_of(self.qms, text):
            return found
        unit = headed_by(text)
        if found := unit_of(self.qms, unit) if unit else unit_within(self.qms, text):
            self.told.append((place, text, say("it is taken for the unit {id}", id=found)))
            return found
        if text and self.owner:
            why = say("this is no unit of qms.yaml; {id} was taken, as --owner says", id=self.owner)
            self.unread.append((place, text, why))
        elif text:
            self.unread.append(
                (place, text, say("this is no unit of qms.yaml; name one by --owner"))
            )
        elif self.owner:
            what = (self.owner, say("taken where no unit is said, as --owner says"))
            self.assumed += [] if what in self.assumed else [what]
        return self.owner

    def show(
        self, name: Message, columns: tuple[Message, ...], rows: list[tuple[Any, ...]]
    ) -> None:
        """Keep a table for the person to look at."""
        heads = tuple(Column(title, width=3 if n == 1 else 1) for n, title in enumerate(columns))
        self.shown.append(Table(name, heads, tuple(tuple(map(Cell, row)) for row in rows)))

    def extend(
        self, kind: str, key: str, entries: list[dict[str, Any]], values: Mapping[str, Any]
    ) -> str:
        """More entries in the register of a kind, else a new register of them; which one it is.

        Raises:
            SmmError: the register is written in a way that cannot be extended.
        """
        there = [one for one in self.qms.documents if one.kind == kind]
        items = [without_empty(one) for one in entries]
        if len(there) == 1:
            path = there[0].path
            data = self.changed.get(path) or self.qms.tree.read(path)
            self.changed[path] = appended(path, data, key, *items)
            return there[0].id
        id_ = self.fresh(CREATABLE[kind][0])
        more = {"version": Quoted("1"), "owner": self.owner}
        clauses = [Quoted(one) for one in values["clauses"]]
        head = {"kind": kind, "id": id_} | dict(values) | {"clauses": clauses} | more
        self.add(kind, head | {key: entries})
        self.made.add(id_)
        if self.owner is None:
            self.blanks.append((id_, NO_OWNER))
        return id_

    def add(self, kind: str, values: Mapping[str, Any]) -> str:
        """A document, as plain text in its folder."""
        path = path_for(kind, values["id"], names_in(self.qms))
        if (clauses := values.get("clauses")) and kind not in self.served:
            self.served.add(kind)
            why = say(
                "the clauses that it and others of its kind serve: {clauses}", clauses=clauses
            )
            self.assumed.append((values["id"], why))
        text = document_text(values)
        self.lay(path, f"---\n{text}---\n" if path.endswith(".md") else text)
        return path

    def lay(self, path: str, text: str) -> None:
        """A new file.

        Raises:
            SmmError: they are more than anybody could look through.
        """
        if len(self.files) >= MOST:
            raise SmmError(say("the table would become more than {n} files; divide it", n=MOST))
        self.files[path] = text


def without_empty(value: Any) -> Any:
    """A value without the fields, at any depth, that say nothing."""
    if isinstance(value, dict):
        return {n: without_empty(v) for n, v in value.items() if v is not None and v != []}
    return [without_empty(one) for one in value] if isinstance(value, list) else value


NUMBERED = re.compile(r"(?<!\s)\s*+\(?\d{1,2}[.)]\s")
LETTERED = re.compile(r"\s*\(?[a-z][.)]\s")
LETTERED_WITHIN = re.compile(r": \(?[a-z][.)]\s")
"""What numbers an item, and a part of it."""


def items(text: str) -> list[str]:
    """The items of a cell: its lines, without what numbers them; letters below a number are parts of it."""
    found: list[str] = []
    is_numbered = False
    for line in text.splitlines():
        if is_numbered and found and LETTERED.match(line):
            between = "; " if LETTERED_WITHIN.search(found[-1]) else ": "
            found[-1] = found[-1].rstrip(" :") + between + " ".join(line.split())
            continue
        is_numbered = bool(NUMBERED.match(line)) or (is_numbered and not line.strip())
        for piece in re.split(r";\s+|;$", line):
            bare = re.sub(
                r"^\s*(?:[-\u2022\u25aa\uf0b7*]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+", "", piece
            )
            if bare.strip(" .-\u2013"):
                found.append(" ".join(bare.split()))
    return found
