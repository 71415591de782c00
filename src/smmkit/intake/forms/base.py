"""What all readers of papers share: a row with what its columns say, and the values that they become."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import BaseModel

from smmkit.intake import days
from smmkit.intake.forms.around import OF_WHOLE, YEAR, said_around, year_of
from smmkit.intake.forms.parts import OF_PEOPLE, is_group, part_of
from smmkit.intake.headings import NUMBERING
from smmkit.intake.persons import person_of
from smmkit.intake.result import Result, items
from smmkit.intake.table import Table, is_blank
from smmkit.intake.units import unit_of
from smmkit.intake.words import data, holds, meaning
from smmkit.loading.cell_values import CellError, as_value, meant
from smmkit.model.fields import fields_of
from smmkit.words import Message, say

LONGEST_TITLE = 90
LONGEST_SHORT = 5
"""So many letters a title of one word has that may be an abbreviation: RSUD."""

CLAUSE = re.compile(r"(?<![\d.])(?:4|5|6|7|8|9|10)(?:\.\d{1,2}){0,3}(?![\d])")
"""A clause of the standard, as a paper names it."""

VOWEL = re.compile(r"[AEIOUaeiou]")


@dataclass(frozen=True)
class Row:
    """A row of a table that is understood, or the lines of a form: what each role says, and where."""

    result: Result
    texts: dict[str, str]
    places: dict[str, Message]
    place: Message
    number: int = -1
    """Which row of its grid it is."""
    year: str = ""
    """The year of the whole table, where the lines above it say one."""
    part: str = ""
    """The title of the part of the table that it stands in."""
    marks: tuple[str, ...] = ()
    """The months or quarters below which it has a mark."""

    def line(self, role: str) -> str:
        """What it says of a role, in one line."""
        return " ".join(self.texts.get(role, "").split())

    def text(self, role: str) -> str:
        """The same with its lines."""
        return self.texts.get(role, "")

    def at(self, role: str) -> Message:
        """Where that stands."""
        return self.places.get(role, self.place)

    def unread(self, role: str, why: Message) -> None:
        """Tell a cell that is not taken."""
        self.result.unread.append((self.at(role), self.line(role), why))

    def day(self, role: str, id: str, last: bool = True, after: date | None = None) -> str | None:
        """A day; of a month, a quarter or a year its last day (or its first), which is told.

        A month without a year that lies ahead of a day is the next one `after` it.
        """
        text = self.line(role)
        if not text:
            return None
        year = self.year or (str(after.year) if after else "")
        found, is_guess = days.meant(text, last=last, year=year)
        if found is None:
            self.unread(role, days.said_no_year(text, self.result.qms.today))
            return None
        if after and is_guess and found < after and not YEAR.search(text):
            found, is_guess = days.meant(text, last=last, year=str(after.year + 1))
            found = found or after
        if is_guess:
            why = say("{text} is taken as {day}", text=text, day=found)
            self.result.assumed.append((id, why))
        return found.isoformat()

    def person(self, role: str) -> str | None:
        """The person of the register with this name; who is not there, is told."""
        text = self.line(role)
        if not text:
            return None
        if found := person_of(self.result.qms, text):
            return found
        self.unread(role, say("nobody, or more than one, has this name in the register of people"))
        return None

    def unit(self, role: str) -> str | None:
        """The unit with this name."""
        return self.result.unit(self.at(role), self.line(role))

    def ids(self, role: str, why: Message) -> list[str]:
        """The ids of the QMS that it names, one a line or behind a comma; what is none is told."""
        found = []
        for one in items(self.text(role).replace(",", "\n")):
            if one in self.result.qms.things:
                found.append(one)
            elif not is_blank(one):
                self.result.unread.append((self.at(role), one, why))
        return found

    def field(self, class_: type[BaseModel], name: str, role: str) -> Any:
        """The value of a field; what it cannot take is told."""
        one = fields_of(class_)[name]
        try:
            text = meant(one, self.text(role), self.result.qms)
        except CellError as error:
            self.unread(role, error.message)
            return None
        return as_value(one, text) if text else None


def rows_of(result: Result, table: Table) -> Iterator[Row]:
    """The rows of a table that say something; what no column takes, is told elsewhere."""
    roles = dict.fromkeys(role for role in table.roles if role)
    year = year_of(result, table)
    part = ""
    whole = {} if table.kind not in OF_WHOLE else said_around(result, table)
    is_numbered = any(table.grid.cell(n, 0).strip(" .)").isdigit() for n in table.below())
    for n in table.below():
        cells = table.grid.rows[n]
        alone = [text for text in cells if text.strip()]
        is_name = table.kind in OF_PEOPLE and len(alone) == 1 and not is_group(result, alone[0])
        if (title := part_of(cells, is_numbered=is_numbered)) and not (
            is_name and table.text(n, "name")
        ):
            part = title
            is_taken = table.kind == "swot" or (
                table.kind == "finding"
                and (says(title, "grades") is not None or unit_of(result.qms, title) is not None)
            )
            if not NUMBERING.fullmatch(title) and not is_taken:
                why = say("it heads the rows below; not taken")
                result.told.append((table.grid.place_of(n, 0), title, why))
            continue
        if table.is_total(n):
            why = say("a total; not taken")
            result.told.append((table.grid.place_of(n, 0), " | ".join(filter(None, cells)), why))
            continue
        if (done := table.carried_out(n)) >= 0:
            why = say("it says when it was carried out, and not what is planned; not taken")
            text = " | ".join(dict.fromkeys(filter(None, cells)))
            result.told.append((table.grid.place_of(n, done), text, why))
            continue
        texts = whole | {role: table.text(n, role) for role in roles}
        places = {role: table.place_of(n, role) for role in roles}
        marks = tuple(time_of(table, m) for m in table.columns("month") if not is_blank(cells[m]))
        yield Row(result, texts, places, table.grid.place_of(n, 0), n, year, part, marks)


def time_of(table: Table, column: int) -> str:
    """The month or quarter that a column is of; `II` below `Triwulan` says only half of it."""
    path = table.paths[column]
    if path[-1].strip().isdigit() and 1 <= int(path[-1]) <= len(data()["months"]):
        return str(data()["months"][int(path[-1])][0]).capitalize()
    return path[-1] if meaning(path[-1], table.kind) else " ".join(path[-2:])


def titled(text: str) -> str:
    """A text as a title: one line, not in capitals alone."""
    line = " ".join(text.split())
    if line.isupper() and (" " in line or len(line) > LONGEST_SHORT):
        line = " ".join(small(word) for word in line.split())
    return line


def small(word: str) -> str:
    """A word in capitals as it is written in a title: `KTP-EL` is `KTP-el`."""
    first, hyphen, rest = word.partition("-")
    if hyphen and known_short(first) and not re.search(r"\d", word):
        return first + hyphen + (rest if known_short(rest) else rest.lower())
    return word if known_short(word) else word.capitalize()


def headline(text: str) -> str:
    """The title of a text that stands as a whole in another field: not too long."""
    line = titled(text)
    if len(line) > LONGEST_TITLE:
        line = line[:LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:") + " ..."
    return line


def known_short(word: str) -> bool:
    """Whether a word in capitals is one that stays so: ISO, KTP; DPRD, which nobody can speak; a code."""
    stay = {str(one) for one in data()["capitals"]["stay"]}
    return word.lower() in stay or re.search(r"\d", word) is not None or not VOWEL.search(word)


def says(text: str, list_: str) -> str | None:
    """Which word of a list of words.yaml stands in a text."""
    for word, words in data()[list_].items():
        if holds(text, words):
            return str(word)
    return None
