"""Texts, cells and lists that are exactly as long, as many or as early as still counts."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from smmkit.analyses.kpis.series import series
from smmkit.analyses.kpis.size import alike, meant
from smmkit.analyses.kpis.targets import contradicted
from smmkit.analyses.leaving.kept_files import SMALL, repeated
from smmkit.analyses.lifecycle.signed_copy import DIGITS, SLIPS, is_near
from smmkit.analyses.privacy.across_cells import LONGEST, LONGEST_PART, MOST, across
from smmkit.analyses.privacy.personal_data import CROWD, crowded
from smmkit.analyses.processes.sampling_said import steps_said
from smmkit.analyses.texts import amounts, differences
from smmkit.analyses.texts.absent import Absent
from smmkit.analyses.texts.days import last_named, months_said
from smmkit.documents.objective import Aggregation, Frequency, Kpi, Target
from smmkit.office.pieces import Piece
from smmkit.personal import names_of
from smmkit.words import language

DAY = date(2026, 3, 2)


@pytest.mark.parametrize(("month", "last"), [("Maret", 2026), ("April", 2025), ("Februari", 2026)])
def test_a_month_without_a_year_is_of_this_year_from_its_first_day(month, last):
    assert last_named(f"selesai bulan {month}", DAY).year == last


def test_a_month_of_the_first_year_is_a_month():
    assert [one.day for one in months_said("Maret 0001, Maret 0000")] == [date(1, 3, 1)]


@pytest.mark.parametrize(("length", "is_read"), [(30, True), (31, False)])
def test_a_number_of_thirty_digits_is_one(length, is_read):
    assert (amounts.only_number(f"nilai {'1' * length}") is not None) is is_read


def test_lists_are_compared_line_by_line_up_to_a_size(monkeypatch):
    monkeypatch.setattr(differences, "MOST", 4)
    told = differences.in_lists(["a", "b"], ["a", "c"], ("x",))
    assert [(one.before, one.after) for one in told] == [("b", "c")]
    told = differences.in_lists(["a", "b"], ["a", "c", "d"], ("x",))
    assert [(one.before, one.after) for one in told] == [("2", "3")]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (["a"], ["a", "b"], [(None, "b")]),
        (["a", "b"], ["a"], [("b", None)]),
        (["a", "c"], ["b", "d", "c"], [("a", "b"), (None, "d")]),
        (["b", "d", "c"], ["a", "c"], [("b", "a"), ("d", None)]),
    ],
)
def test_a_line_more_or_less_is_told_as_one(old, new, told):
    found = differences.in_lists(old, new, ())
    assert [(one.before, one.after) for one in found] == told


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("2", "3", True), ("3", "2", True), ("2", "3.1", False), ("0", "0", True), ("0", "1", False)],
)
def test_numbers_are_of_one_size_up_to_half_as_much_again(one, other, same):
    assert alike(Decimal(one), Decimal(other)) is same


@pytest.mark.parametrize(
    ("value", "right"), [("1", "25"), ("0.99", None), ("4", "100"), ("4.01", None)]
)
def test_a_mean_of_one_to_four_is_an_index(value, right):
    beside = [Decimal(right or "25"), Decimal(right or "25")] if right else [Decimal("25.5")] * 2
    beside = [Decimal("100")] * 2 if value == "4.01" else beside
    assert meant(Decimal(value), beside) == (right and Decimal(right))


@pytest.mark.parametrize(
    ("whole", "is_told"), [("80", False), ("90", False), ("79", True), ("91", True)]
)
def test_the_rate_of_a_year_lies_between_those_of_its_parts(folder, whole, is_told):
    targets = [Target.model_construct(period="2025", value=Decimal(whole))]
    targets += [
        Target.model_construct(period=f"2025-S{n}", value=Decimal(value))
        for n, value in ((1, "80"), (2, "90"))
    ]
    kpi = Kpi.model_construct(
        aggregation=Aggregation.AVERAGE, frequency=Frequency.HALF_YEARLY, targets=tuple(targets)
    )
    assert bool(list(contradicted(kpi))) is is_told


@pytest.mark.parametrize(("size", "is_told"), [(SMALL, True), (SMALL - 1, False)])
def test_files_that_are_alike_are_told_from_a_size_on(folder, size, is_told):
    qms = folder({"a.bin": b"a" * size, "b.bin": b"a" * size, "c.bin": b"c" * size})
    chosen = [
        SimpleNamespace(files=(path,), document=object()) for path in ("a.bin", "b.bin", "c.bin")
    ]
    found = list(repeated(SimpleNamespace(chosen=chosen), qms))
    assert [path for path, _, _ in found] == ["b.bin"] * is_told


@pytest.mark.parametrize(("wrong", "near"), [(SLIPS, True), (SLIPS + 1, False)])
def test_a_fingerprint_with_a_few_digits_misread_is_ours(wrong, near):
    assert is_near("b" * wrong + "a" * (DIGITS - wrong), ["a" * DIGITS]) is near


@pytest.mark.parametrize(("count", "told"), [(CROWD, {"a.csv"}), (CROWD - 1, set())])
def test_a_file_of_which_no_more_was_looked_at_is_a_crowd(count, told):
    trace = SimpleNamespace(path="a.csv", is_officer=False)
    assert crowded([trace] * count) == told


def cells(*texts: str) -> list[Piece]:
    return [
        Piece(("cell", f"{'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[n]}2"), text, "NIP")
        for n, text in enumerate(texts)
    ]


NIP = "198503122010012003"


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        ((*NIP[:6], NIP[6:]), True),
        ((NIP[:LONGEST_PART], NIP[LONGEST_PART:]), True),
        ((NIP[: LONGEST_PART + 1], NIP[LONGEST_PART + 1 :]), False),
        ((*("0" * (MOST - 18)), *NIP), True),
        ((*["9" * LONGEST_PART] * (MOST - 17), *NIP), False),
    ],
)
def test_a_number_goes_over_cells_that_are_short(texts, told):
    assert bool(list(across(cells(*texts), names_of([])))) is told


@pytest.mark.parametrize(("count", "told"), [(1, False), (2, True)])
def test_a_name_goes_over_two_cells_of_at_most_forty_letters(count, told):
    names = names_of(["Siti Rahma"])
    long = "aaaa bbbb cccc dddd eeee fffff gggg Siti"
    assert len(long) == LONGEST
    assert list(across(cells(long, "Rahma"), names))
    assert bool(list(across(cells(*("Siti", "Rahma")[:count]), names))) is told
    assert list(across(cells(f"a{long}", "Rahma"), names)) == []


@pytest.mark.parametrize(("length", "says_nothing"), [(24, True), (25, False)])
def test_a_word_for_nothing_is_looked_for_in_short_texts(length, says_nothing):
    word = "a" * length
    field = SimpleNamespace(name="cause", may_be=lambda _: False)
    absent = Absent(frozenset({word}), frozenset(), frozenset())
    assert absent.shown(word, field) is says_nothing


@pytest.mark.parametrize(("chosen", "is_told"), [(14, True), (15, False), (16, False), (17, True)])
def test_every_seventh_of_so_many_is_one_less_at_most(folder, chosen, is_told):
    found = list(steps_said(folder({}), "setiap kasus ketujuh", 112, chosen))
    assert bool(found) is is_told


def test_a_table_of_parts_alone_lacks_its_periods(folder):
    text = (
        "kind: objective\nid: SM-1\ntitle: O\nversion: '1'\nstatement: O\npolicy_point: PP-1\n"
        "perspective: customer\nunits: [U-1]\nkpis:\n  - {id: K-1, title: K, measured_in: x, "
        "formula: maximize, aggregation: ratio, frequency: yearly, "
        "targets: [{period: '2025', value: 80}], series: k.csv}\n"
    )
    qms = folder({"o.yaml": text, "k.csv": "numerator,denominator\n1,2\n"})
    (fault,) = qms.fact(series)["K-1"].faults
    assert language("en").say(fault.message) == "the columns period are missing"
