"""A table of parts as its form declares it: which fields stand in which column, grouped by what."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from math import sqrt
from typing import Any, NamedTuple

from pydantic import BaseModel

from smmkit.document_view import EMPTY, DocumentView, column, joined, listed, visible_value
from smmkit.documents.base import Task
from smmkit.location import Path
from smmkit.model.fields import Field, fields_of
from smmkit.model.marks import Trait
from smmkit.page import Block, Cell, Column, Heading, Shape, Table, Text, Tone
from smmkit.qms import Qms
from smmkit.words import ClosedList, Message, language, say

RARE, FAR_LONGER = 20, 4
"""One row in so many may be longer than the others, and how much longer it counts."""

OPENING = frozenset({"id", "title"})
"""What needs no name in front of it where it shares a cell."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A column that no field has: what follows from a row."""

    title: Text
    read: Callable[[Qms, Any], Cell]
    shape: Shape = Shape.WORDS
    of: str = ""
    """The fields that it says."""


class Rows(NamedTuple):
    """A table of the parts of a field: `cause+effect` share a column, `plans.what` is of a part below.

    What a part says beside these columns stands in the last of them, so nothing is lost.
    """

    columns: tuple[str | Counted, ...]
    by: str = ""
    """The word by which the rows are grouped, each group under a heading."""
    each: str = ""
    """The field of a part that is a list of parts: each has a row of its own."""


def rows(text: str, *counted: Counted, by: str = "", each: str = "") -> Rows:
    """The same, written as one line; a `*` is the next of the counted columns."""
    left = iter(counted)
    return Rows(tuple(next(left) if name == "*" else name for name in text.split()), by, each)


def plain(part: type[BaseModel]) -> Rows:
    """The form of a list that has none: all its fields; of one list of parts below, each has a row."""
    fields = fields_of(part)
    lists = [name for name, field in fields.items() if field.part and field.many]
    each = lists[0] if len(lists) == 1 else ""
    below = fields_of(fields[each].part) if each and fields[each].part else {}
    own = [name for name in fields if name != each]
    return Rows((*own, *(f"{each}.{name}" for name in below)), "", each)


class Line(NamedTuple):
    """One row: the part, where it stands, and of the parts below the one that it tells of."""

    part: BaseModel
    steps: Path
    below: BaseModel | None = None
    at: int = 0


def tables(
    view: DocumentView, field: Field, steps: Path, form: Rows, level: int = 1
) -> Iterator[Block]:
    """The table of a field, or one for each group."""
    parts: list[tuple[int, BaseModel]] = list(enumerate(getattr(view.home, field.name)))
    if not form.by:
        yield Table("", *_laid(view, form, parts, steps))
        return
    every = fields_of(type(parts[0][1]))[form.by]
    words = list(dict.fromkeys(getattr(part, form.by) for _, part in parts))
    if every.enum:
        words.sort(key=lambda word: [*list(every.enum or ()), word].index(word))
    for word in words:
        group = [(n, part) for n, part in parts if getattr(part, form.by) == word]
        name = word.label if isinstance(word, ClosedList) else word or say("others")
        yield Heading(name, level)
        yield Table("", *_laid(view, form, group, steps))


def _laid(
    view: DocumentView, form: Rows, parts: list[tuple[int, BaseModel]], steps: Path
) -> tuple[tuple[Column, ...], tuple[tuple[Cell, ...], ...]]:
    """The columns that some row fills, and what stands in them."""
    lines = [line for n, part in parts for line in _lines(part, (*steps, n), form.each)]
    spread = _with_the_rest(form, [part for _, part in parts])
    titles = [_column(one, parts[0][1], form.each) for one in spread]
    grid = [[_cell(view, line, one, form.each) for one in spread] for line in lines]
    filled = [n for n in range(len(titles)) if any(row[n].value not in EMPTY for row in grid)]
    columns = tuple(_as_broad(titles[n], [row[n] for row in grid]) for n in filled)
    return columns, tuple(tuple(row[n] for n in filled) for row in grid)


def _as_broad(title: Column, cells: list[Cell]) -> Column:
    """The column as broad as nearly all that stands in it asks for: the root, so that the rows stay low."""
    said = sorted(len(language("en").say(cell.value)) for cell in cells)
    longest = min(said[-1], FAR_LONGER * said[-1 - len(said) // RARE])
    said = [min(one, longest) for one in said]
    return replace(title, width=max(2, round(sqrt(sum(said) / len(said) + longest / 8))))


def _lines(part: BaseModel, steps: Path, each: str) -> Iterator[Line]:
    below = getattr(part, each) if each else ()
    for at, item in enumerate(below or (None,)):
        yield Line(part, steps, item, at)


def _with_the_rest(form: Rows, parts: list[BaseModel]) -> list[str | Counted]:
    """The columns; the last of a part and of the parts below take what no column names."""
    named = {name for one in form.columns if isinstance(one, str) for name in one.split("+")}
    named |= {form.by, form.each}
    for one in form.columns:
        if isinstance(one, Counted):
            named |= {*one.of.split()}
    spread = list(form.columns)
    own = [name for name in _filled(parts) if name not in named]
    below: list[BaseModel] = [
        item for part in parts for item in (getattr(part, form.each) if form.each else ())
    ]
    inner = [f"{form.each}.{name}" for name in _filled(below)]
    for missing, inside in ((own, False), ([n for n in inner if n not in named], True)):
        fitting = [
            n for n, one in enumerate(spread) if isinstance(one, str) and ("." in one) is inside
        ]
        for name in missing:
            spread[fitting[-1]] = f"{spread[fitting[-1]]}+{name}"
    return spread


def _filled(parts: list[BaseModel]) -> list[str]:
    """The fields that some of these parts fill, in their order."""
    if not parts:
        return []
    return [
        name
        for name, field in fields_of(type(parts[0])).items()
        if any(visible_value(field, getattr(part, name)) not in EMPTY for part in parts)
    ]


def _fields(one: str, part: BaseModel, each: str) -> list[Field]:
    """The fields that share a column."""
    own = fields_of(type(part))
    below = own[each].part if each else None
    return [
        fields_of(below)[name.partition(".")[2]] if below and "." in name else own[name]
        for name in one.split("+")
    ]


def _column(one: str | Counted, part: BaseModel, each: str) -> Column:
    if isinstance(one, Counted):
        return Column(one.title, one.shape)
    fields = _fields(one, part, each)
    first = column(fields[0])
    shape = first.shape if len(fields) == 1 else Shape.WORDS
    return Column(first.title, shape)


def _cell(view: DocumentView, line: Line, one: str | Counted, each: str) -> Cell:
    """What stands in a column; of a part with several rows only the first says its own again."""
    if isinstance(one, Counted):
        return Cell("") if line.at else one.read(view.qms, line.part)
    inside = "." in one
    part = line.below if inside else line.part
    if part is None or (line.at and not inside):
        return Cell(getattr(part, "id", ""), Tone.MUTED) if one.split("+")[0] == "id" else Cell("")
    steps = (*line.steps, each, line.at) if inside else line.steps
    said: list[tuple[Any, bool]] = []
    for place, field in enumerate(_fields(one, line.part, each)):
        value = visible_value(field, getattr(part, field.name))
        if value in EMPTY:
            continue
        words = said_of(view, field, value, (*steps, field.name))
        plain = place == 0 or field.name in OPENING or field.has(Trait.SUBJECT)
        many = isinstance(value, tuple) and len(value) > 1
        label = say("{name}: {value}", name=field.label, value="")
        said.append((words if plain else joined("\n" if many else "", [label, words]), many))
    due = any(name.rpartition(".")[2] == "due" for name in one.split("+"))
    late = due and is_late(view, part)
    if late:
        said.append((LATE, False))
    return Cell(_below_each_other(said), Tone.WARN if late else Tone.PLAIN)


def _below_each_other(said: list[tuple[Any, bool]]) -> Any:
    """What shares a cell, each on a line of its own; an empty one ends a list."""
    if len(said) < 2:
        return said[0][0] if said else ""
    between = ["\n\n" if is_list else "\n" for _, is_list in said]
    return joined(
        "",
        [part for (words, _), end in zip(said, between, strict=True) for part in (words, end)][:-1],
    )


LATE = say("✗ LATE")


def said_of(view: DocumentView, field: Field, value: Any, steps: Path) -> Any:
    """A value as it stands in a cell; a task in two lines, marked where it is late."""
    if is_task(value):
        return task(view, value)
    if isinstance(value, tuple) and is_task(value[0]):
        return listed([task(view, one) for one in value])
    return view.spoken(field, value, steps)


def is_task(value: Any) -> bool:
    """Whether a part says what is to be done, by whom and by when, and nothing else."""
    names = set(type(value).model_fields) if isinstance(value, BaseModel) else set()
    return names == set(Task.model_fields)


def task(view: DocumentView, one: Any) -> Message:
    """What is done, by whom, by when, and whether it was."""
    facts: list[Any] = [one.owner] if one.owner else []
    if one.due:
        facts.append(say("due {day}", day=one.due))
    if one.done:
        facts.append(say("done {day}", day=one.done))
    elif is_late(view, one):
        facts.append(LATE)
    return joined("\n", [one.what, joined(", ", facts)] if facts else [one.what])


def is_late(view: DocumentView, part: Any) -> bool:
    """Whether a part was to be done by a day that is over, and is not."""
    due = getattr(part, "due", None)
    if not isinstance(due, date) or due >= view.qms.as_of:
        return False
    ends = ("done", "released", "held", "sufficient")
    return not any(getattr(part, name, None) for name in ends)
