"""An analysis as data for programs: nothing is lost, and nothing is made up for what is missing."""

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

import pytest

from smmkit.analyses.lifecycle.state import State
from smmkit.page import Cell, Tone
from smmkit.page.readings import Reading, table_of
from smmkit.serialized import serialized
from smmkit.words import Words, language, say

ENGLISH, INDONESIAN = language("en"), language("id")


@dataclass(frozen=True, slots=True)
class Inner:
    """A part of it."""

    share: Decimal | None
    name: Words


@dataclass(frozen=True, slots=True)
class Outer:
    """An analysis."""

    inner: Inner
    secret: str
    days: tuple[date, ...] = ()

    FOR_PROGRAMS: ClassVar = {"score": "inner.share", "name": "inner.name", "days": "days"}


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (Decimal("66.665"), 66.67),
        (None, None),
        ("", ""),
        (0, 0),
        (False, False),
        (State.IN_FORCE, "in-force"),
        (date(2026, 1, 2), "2026-01-02"),
        (say("{n} of {m}", n=1, m=2), "1 of 2"),
        ({"a": (Decimal(1),)}, {"a": [1.0]}),
    ],
)
def test_each_sort_of_value(value, wanted):
    found = serialized(value, ENGLISH)
    assert (found, type(found)) == (wanted, type(wanted))
    json.dumps(found)


def test_an_analysis_gives_what_it_declares_and_nothing_else():
    one = Outer(Inner(Decimal("50"), Words("half", "separuh")), "hidden", (date(2026, 1, 2),))
    assert serialized([one], INDONESIAN) == [
        {"score": 50.0, "name": "separuh", "days": ["2026-01-02"]}
    ]


def test_what_nobody_has_thought_of_is_refused():
    with pytest.raises(TypeError):
        serialized(object(), ENGLISH)


def test_a_column_is_read_from_the_row_that_it_stands_in():
    readings = [
        Reading("Id", lambda row: row[0]),
        Reading("State", lambda row: Cell(row[1], Tone.BAD), width=3),
    ]
    table = table_of("T", readings, iter([("A", 1), ("B", 2)]), "nothing")
    assert [column.title for column in table.columns] == ["Id", "State"]
    assert [[cell.value for cell in row] for row in table.rows] == [["A", 1], ["B", 2]]
    assert [row[1].tone for row in table.rows] == [Tone.BAD, Tone.BAD]
    assert (table.columns[1].width, table.empty) == (3, "nothing")
