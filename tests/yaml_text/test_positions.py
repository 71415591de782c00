"""Where a value stands: a table by hand; test_reader_property.py asks ruamel.yaml as well."""

import pytest

from smmkit.location import KEY, Location
from smmkit.yaml_text.positions import locations_of

TEXT = """\
kind: audit
empty:
quoted: "a # b"   # a comment
list:
  - one
  - name: two
    days: [1, 22, 333]
flow: {a: 1, "b": {c: x}}
folded: >
  many
  words
wrapped: many
  words
12: number
kéy: välue
"""


@pytest.mark.parametrize(
    ("steps", "where"),
    [
        ((), (1, 1, 1, 12)),
        (("kind",), (1, 7, 1, 12)),
        (("kind", KEY), (1, 1, 1, 5)),
        (("empty",), (2, 1, 2, 6)),
        (("quoted",), (3, 9, 3, 16)),
        (("list",), (5, 3, 5, 8)),
        (("list", 0), (5, 5, 5, 8)),
        (("list", 1), (6, 5, 6, 14)),
        (("list", 1, "name"), (6, 11, 6, 14)),
        (("list", 1, "days", 1), (7, 15, 7, 17)),
        (("list", 1, "days"), (7, 11, 7, 23)),
        (("flow", "b", "c"), (8, 23, 8, 24)),
        (("flow", "b", KEY), (8, 14, 8, 17)),
        (("folded",), (9, 9, 9, 10)),
        (("wrapped",), (12, 10, 12, 14)),
        ((12,), (14, 5, 14, 11)),
        (("12", KEY), (14, 1, 14, 3)),
        (("kéy",), (15, 6, 15, 11)),
    ],
)
def test_each_value_stands_where_it_is_written(steps, where):
    at = locations_of("a.yaml", TEXT, [steps])[0]
    assert (at.line, at.column, at.end_line, at.end_column) == where


@pytest.mark.parametrize(
    ("steps", "line", "column"),
    [
        (("missing",), 1, 1),
        (("list", 9), 5, 3),
        (("list", 1, "missing"), 6, 5),
        (("list", 1, "missing", "below", 3), 6, 5),
        (("kind", "below"), 1, 7),
        (("list", "name"), 5, 3),
    ],
)
def test_what_is_missing_stands_where_its_nearest_parent_begins(steps, line, column):
    at = locations_of("a.yaml", TEXT, [steps])[0]
    assert (at.line, at.column) == (line, column)


def test_in_an_empty_text_everything_stands_at_the_beginning():
    assert locations_of("a.yaml", "", [("kind",)])[0] == Location("a.yaml")


def test_a_letter_outside_the_first_plane_is_one_column():
    at = locations_of("a.yaml", "a: {😀: 1, b: 2}\n", [("a", "b")])[0]
    assert (at.column, at.end_column) == (14, 15)


def test_locations_are_sorted_as_a_person_reads():
    places = [Location("b"), Location("a", 10), Location("a", 9, 2), Location("a", 9, 10)]
    assert sorted(places) == [places[2], places[3], places[1], places[0]]
