"""The values of a KPI from its file: what counts, in which order, and what is wrong with the others."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from smmkit.analyses.kpis.of_year import of_year
from smmkit.analyses.kpis.series import Series, series
from smmkit.problem.first import UNTOLD
from smmkit.words import language

ENGLISH = language("en")
OBJECTIVE = """\
kind: objective
id: OBJ-01
title: Fast
version: "1"
statement: Fast
policy_point: PP-1
perspective: customer
units: [U-1]
kpis:
  - id: KPI-01
    title: Days
    measured_in: days
    formula: {formula}
    aggregation: sum
    frequency: {frequency}
    words: sakip
    series: data.csv
    targets: [{{period: "2026", value: 20}}]
"""
WORDS = """\
scales:
  - id: sakip
    title: Words
    words: [{word: BB, value: 70}, {word: A, value: 80}]
"""
SUMMER = date(2026, 6, 30)


@pytest.fixture
def read(folder):
    """The series of one KPI with this file, on a day."""

    def of(
        text: str | bytes | None,
        as_of: date = SUMMER,
        formula: str = "maximize",
        frequency: str = "quarterly",
    ) -> Series:
        objective = OBJECTIVE.format(formula=formula, frequency=frequency)
        if formula != "ordinal":
            objective = objective.replace("    words: sakip\n", "")
        files = {"sub/o.yaml": objective} | ({} if text is None else {"sub/data.csv": text})
        return series(folder(files, as_of, WORDS))["KPI-01"]

    return of


def values(found: Series) -> list[tuple[str, Decimal]]:
    return [(one.period, one.value) for one in found.observations]


def faults(found: Series) -> list[tuple[int, int, str]]:
    """Line, column and words of each fault; every one is of the file, not of the objective."""
    assert {(fault.path, fault.document) for fault in found.faults} <= {("sub/data.csv", "OBJ-01")}
    return [(f.at.line, f.at.column, ENGLISH.say(f.message)) for f in found.faults]


def test_values_stand_in_the_order_of_time_whatever_the_order_of_the_lines(read):
    found = read("period,value\n2026-Q2,5\n2025-Q4,3.5\n2026-Q1,0\n")
    assert values(found) == [("2025-Q4", Decimal("3.5")), ("2026-Q1", 0), ("2026-Q2", 5)]
    assert faults(found) == []
    assert {one.word for one in found.observations} == {None}


def test_the_values_of_a_year_are_those_whose_period_lies_in_it(read):
    lines = (f"{year}-{month:02},{month}" for month in range(1, 13) for year in (2023, 2025))
    found = read("\n".join(("period,value", *lines)) + "\n", frequency="monthly")
    assert len(found.observations) == 24
    for year in ("2022", "2023", "2024", "2025", "2026"):
        inside = [one for one in found.observations if one.period[:4] == year]
        assert list(of_year(found, year)) == inside


@pytest.mark.parametrize(
    ("day", "counts"), [(date(2026, 6, 29), False), (SUMMER, True), (date(2026, 7, 1), True)]
)
def test_a_value_counts_from_the_last_day_of_its_period(read, day, counts):
    found = read("period,value\n2026-Q2,5\n", day)
    assert bool(found.observations) is counts


@pytest.mark.parametrize(("period", "is_over"), [("2026-Q2", True), ("2026-Q3", False)])
def test_a_value_of_a_period_that_is_not_over_today_is_a_fault_and_an_empty_one_is_none(
    read, period, is_over
):
    found = read(f"period,value\n{period},5\n")
    assert faults(found) == ([] if is_over else [(2, 1, f"{period} is not over on 30 June 2026")])
    assert values(found) == ([(period, 5)] if is_over else [])
    assert read(f"period,value\n{period},\n") == Series()


def test_looking_back_a_later_value_is_not_yet_there_and_no_fault(folder):
    files = {"o.yaml": OBJECTIVE.format(formula="ordinal", frequency="yearly")}
    now = folder(files | {"data.csv": "period,value\n2024,A\n2025,BB\n"}, SUMMER, WORDS)
    found = series(now.on(date(2025, 12, 30)))["KPI-01"]
    assert values(found) == [("2024", 80)]
    assert found.faults == ()


def test_a_period_that_stands_twice_counts_once_and_names_the_first_line(read):
    found = read("period,value\n2026-Q1,1\n2025-Q4,2\n2026-Q1,9\n")
    assert values(found) == [("2025-Q4", 2), ("2026-Q1", 1)]
    assert faults(found) == [(4, 1, "2026-Q1 stands already in line 2")]


def test_an_empty_line_of_a_period_takes_its_place(read):
    found = read("period,value\n2026-Q1,\n2026-Q1,9\n")
    assert values(found) == []
    assert faults(found) == [(3, 1, "2026-Q1 stands already in line 2")]


@pytest.mark.parametrize(
    ("frequency", "right", "wrong", "hint"),
    [
        ("quarterly", "2026-Q1", "2026-03", "2026-Q1, or `frequency: monthly` at the KPI"),
        ("monthly", "2026-03", "2026-Q1", "2026-01, or `frequency: quarterly` at the KPI"),
        ("yearly", "2025", "2025-Q1", "2025, or `frequency: quarterly` at the KPI"),
        ("quarterly", "2026-Q1", "2026-Q5", "it as in 2019-Q3"),
        ("monthly", "2026-03", "2026-13", "it as in 2019-07"),
        ("quarterly", "2026-Q1", "", "it as in 2019-Q3"),
    ],
)
def test_a_period_of_another_frequency_is_no_value(read, frequency, right, wrong, hint):
    found = read(f"period,value\n{wrong},7\n{right},1\n", frequency=frequency)
    assert values(found) == [(right, 1)]
    ((line, column, message),) = faults(found)
    assert (line, column) == (2, 1)
    assert message.startswith(f"{wrong or '?'} is no period of a ")
    assert ENGLISH.say(found.faults[0].hint) == f"write {hint}"


@pytest.mark.parametrize(
    ("row", "message", "column"),
    [
        ("2026-Q1", "the line has 1 cells, the heading 3", 8),
        ("2026-Q1,1", "the line has 2 cells, the heading 3", 10),
        ("2026-Q1,1,n,x", "the line has 4 cells, the heading 3", 13),
    ],
)
def test_a_line_with_too_few_or_too_many_cells_is_no_value(read, row, message, column):
    found = read(f"period,value,note\n{row}\n2025-Q4,2,\n")
    assert values(found) == [("2025-Q4", 2)]
    ((line, at, text),) = faults(found)
    assert (line, text) == (2, message)
    assert at == column


def test_a_cell_that_is_no_number_is_named_where_it_stands(read):
    found = read("period,value\n2026-Q1,many\n2026-Q2,5\n")
    assert values(found) == [("2026-Q2", 5)]
    ((line, column, _),) = faults(found)
    assert (line, column) == (2, 9)


def test_without_its_columns_a_file_has_no_values(read):
    found = read("periode,value\n2026-Q1,1\n")
    assert values(found) == []
    assert faults(found) == [(1, 1, "there is no column periode")]
    assert faults(read("value\n1\n")) == [(1, 1, "the columns period are missing")]


def test_an_unknown_column_is_a_fault_and_the_values_count(read):
    found = read("period,value,colour\n2026-Q1,1,red\n")
    assert values(found) == [("2026-Q1", 1)]
    assert faults(found) == [(1, 14, "there is no column colour")]


@pytest.mark.parametrize(
    ("heading", "hints"),
    [
        ("Triwulan,Nilai (kasus)", ["write `period`", "write `value`"]),
        ("period,jumlah kasus", ["write `value`"]),
        ("No,period,value", ["delete this column: lines need no numbers"]),
        ("Triwulan", ["write `period`", "the first line names them: period,value"]),
    ],
)
def test_a_heading_of_a_sheet_is_told_as_the_column_that_it_means(read, heading, hints):
    found = read(f"{heading}\n")
    assert [ENGLISH.say(one.hint) for one in found.faults] == hints


def test_of_many_faults_so_many_are_told_as_are_asked_for(folder):
    files = {"o.yaml": OBJECTIVE.format(formula="maximize", frequency="quarterly")}
    qms = folder(files | {"data.csv": "period,value\n" + "2026-Q1,x\n" * 4}, SUMMER, WORDS)
    qms.found.most = 2
    told = series(qms)["KPI-01"].faults
    assert [one.message == UNTOLD for one in told] == [False, False, True, True]


@pytest.mark.parametrize(
    ("cell", "hint"),
    [
        ("nihil", "write 0 where there were none"),
        ("#REF!", "Excel could not count this cell"),
        ("=B2", "write what the formula comes to"),
    ],
)
def test_a_cell_that_is_no_number_is_told_with_what_to_write(read, cell, hint):
    (fault,) = read(f"period,value\n2026-Q1,{cell}\n").faults
    assert ENGLISH.say(fault.hint).startswith(hint)


def test_words_count_by_their_scale(read):
    found = read("period,value\n2026-Q1,BB\n2026-Q2,A\n2025-Q4,70\n", formula="ordinal")
    assert [(one.period, one.value, one.word) for one in found.observations] == [
        ("2026-Q1", 70, "BB"),
        ("2026-Q2", 80, "A"),
    ]
    assert faults(found) == [(4, 9, "70 is no word of the scale sakip")]
    assert ENGLISH.say(found.faults[0].hint) == "write one of: BB, A"


def test_a_file_that_is_not_there_has_no_values_and_no_fault(read):
    assert read(None) == Series()


@pytest.mark.parametrize("text", ["", "\n"])
def test_of_an_empty_file_another_rule_tells(read, text):
    assert read(text) == Series(is_whole=False)
    assert read(text).is_whole is False


@pytest.mark.parametrize("text", [";;\n", b"\xff\xfe\x00"])
def test_a_file_that_is_no_table_is_one_fault(read, text):
    found = read(text)
    assert found.observations == ()
    assert len(faults(found)) == 1


def test_a_value_follows_from_its_parts_where_it_is_not_written(read):
    table = "period,value,numerator,denominator\n2026-Q1,,9,12\n2025-Q4,,9,0\n2025-Q3,,9,\n"
    found = read(table)
    assert values(found) == [("2026-Q1", Decimal("0.75"))]
    assert "2025-Q4" in found.excused
    assert "2025-Q3" not in found.excused


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (("1.200", "950"), "1.200 can be read in two ways; write 1200 or 1.2"),
        (("1.125", "950"), "1.125 can be read in two ways; write 1125 or 1.1250"),
        (("1.125", "950.5"), "1.125 can be read in two ways; write 1125 or 1.1250"),
        (("1.125", "3.5"), None),
        (("12.125", "11.375"), None),  # near to the target of 20, and not a thousand times that
        (("1.1250", "950"), None),
        (("0.125", "950"), None),
    ],
)
def test_a_point_before_three_digits_is_told_unless_what_stands_beside_it_settles_it(
    read, values, said
):
    first, second = values
    found = read(f"period,value\n2025-Q1,{first}\n2025-Q2,{second}\n")
    assert [ENGLISH.say(fault.message) for fault in found.faults] == ([said] if said else [])
    assert len(found.observations) == (1 if said else 2)


def test_a_value_in_another_unit_is_told_as_one(read):
    found = read("period,value\n2025-Q1,85 menit\n2025-Q2,5 days\n2025-07,3\n")
    assert [ENGLISH.say(one.message) for one in found.faults] == [
        "85 menit: the KPI is measured in days",
        "5 days cannot stand so in this table; write 5",
        "2025-07 is no period of a quarterly series",
    ]
    assert "write 2025-Q3," in ENGLISH.say(found.faults[2].hint)


def test_numerator_and_denominator_need_no_column_for_the_value(read):
    assert values(read("period,numerator,denominator\n2026-Q1,9,12\n")) == [
        ("2026-Q1", Decimal("0.75"))
    ]
