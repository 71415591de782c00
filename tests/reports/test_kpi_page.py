"""The KPI report: every number beside its target and formula, what is missing as a dash; the same as data."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from smmkit.page import Fields, Figure, Heading, Table, Tone
from smmkit.reports.kpi.detail import KpiDetail
from smmkit.reports.kpi.overview import KpiReport
from smmkit.serialized import serialized
from smmkit.words import Percent, language

ENGLISH, INDONESIAN = language("en"), language("id")
SCALES = """\
scales:
  - id: nko
    title: Names
    bands:
      - {at_least: 90, label: {en: good, id: baik}, tone: good}
      - {at_least: 0, label: {en: poor, id: kurang}, tone: bad}
  - id: sakip
    title: Words
    words: [{word: BB, value: 70}, {word: A, value: 80}]
"""
OBJECTIVE = """\
kind: objective
id: OBJ-01
title: Fast
version: "1"
statement: Fast
policy_point: PP-1
perspective: customer
units: [U-1]
approvals: [{version: "1", by: P-1, role: Head, on: 2025-01-10, hash: "sha256:%s"}]
kpis:
  - {id: K-1, title: Served, measured_in: people, formula: maximize, aggregation: sum, scale: nko,
     frequency: quarterly, series: a.csv, targets: [{period: "2025", value: 30}]}
  - {id: K-2, title: Late, measured_in: days, formula: minimize-ratio, aggregation: average,
     frequency: quarterly, series: b.csv, targets: [{period: "2025", value: 2.5}]}
  - {id: K-3, title: Grade, measured_in: grade, formula: ordinal, aggregation: last, words: sakip,
     frequency: yearly, series: c.csv, targets: [{period: "2025", word: A}]}
  - {id: K-4, title: Empty, measured_in: days, formula: maximize, aggregation: sum, scale: nko,
     frequency: yearly, targets: [{period: "2025", value: 1}]}
  - {id: K-5, title: Aimless, measured_in: days, formula: maximize, aggregation: sum, scale: nko,
     frequency: yearly, series: c2.csv, targets: [{period: "2024", value: 1}]}
""" % ("0" * 64)
FILES = {
    "o.yaml": OBJECTIVE,
    "a.csv": "period,value\n2025-Q1,1\n2025-Q2,2\n2025-Q3,3\n2025-Q4,4.005\n",
    "b.csv": "period,value\n2025-Q1,1\n2025-Q3,3\n",
    "c.csv": "period,value\n2025,BB\n",
    "c2.csv": "period,value\n2025,7\n",
}


@pytest.fixture
def report(folder):
    """The report of a year, of these files."""

    def of(files=(), as_of=date(2026, 2, 10)):
        return KpiReport(folder(FILES | dict(files), as_of, SCALES), "2025")

    return of


def tables(page) -> dict[str, list[dict[str, object]]]:
    """Each table by its name: of each row, the cells by their column."""
    return {
        ENGLISH.say(block.name): [
            {
                ENGLISH.say(column.title): cell
                for column, cell in zip(block.columns, row, strict=True)
            }
            for row in block.rows
        ]
        for block in page.blocks
        if isinstance(block, Table)
    }


def rows(page) -> dict[str, dict[str, object]]:
    return {row["Id"].value: row for row in tables(page)["Indicators"]}


def spoken(row) -> list[str]:
    return [ENGLISH.say(row[name].value) for name in ("Target", "Actual", "Achievement", "Status")]


def test_each_indicator_has_its_target_its_actual_and_its_name_on_the_scale(report):
    found = rows(report().page(None))
    assert list(found) == ["K-1", "K-2", "K-3", "K-4", "K-5"]
    assert spoken(found["K-1"]) == ["30.00", "10.01", "33.35 %", "poor"]
    assert found["K-1"]["Status"].tone is Tone.BAD
    assert (found["K-1"]["Indicator"].value, found["K-1"]["Unit of measure"].value) == (
        "Served",
        "people",
    )


def test_while_values_are_missing_they_are_counted_and_nothing_is_achieved(report):
    found = rows(report().page(None))["K-2"]
    assert spoken(found) == ["2.50", "2.00", "-", "incomplete: 2 of 4, missing Q2 2025, Q4 2025"]
    assert found["Status"].tone is Tone.WARN
    assert found["Achievement"].tone is Tone.MUTED


def test_words_are_shown_as_they_were_measured(report):
    assert spoken(rows(report().page(None))["K-3"]) == ["A", "BB", "87.50 %", "measured"]


def test_a_range_is_shown_with_both_ends_in_the_table_the_chart_and_of_one(report):
    ranged = OBJECTIVE.replace("value: 2.5}", "value: 2, up_to: 5}")
    found = report({"o.yaml": ranged})
    assert spoken(rows(found.page(None))["K-2"])[0] == "2.00 to 5.00"
    assert aims(found) == [("Target, lower end", (2, 2)), ("Target, upper end", (5, 5))]
    assert aims(report()) == [("Target", (Decimal("2.5"), Decimal("2.5")))]
    late = found.kpis[1]
    values = tables(KpiDetail(found.qms, late.kpi, late.objective, "2025").page(None))["Values"]
    assert [ENGLISH.say(row["Target"].value) for row in values] == ["2.00 to 5.00"] * 2


def aims(report) -> list[tuple[str, tuple]]:
    """What is drawn as to be reached by the KPI with the range."""
    charts = [one for one in report.page(None).blocks if isinstance(one, Figure)]
    (chart,) = [one for one in charts if ENGLISH.say(one.title).startswith("K-2")]
    return [(ENGLISH.say(one.name), one.values) for one in chart.drawing.lines if one.is_target]


def test_what_is_missing_is_a_dash_never_0(report):
    found = rows(report().page(None))
    assert spoken(found["K-4"]) == ["1.00", "-", "-", "no data"]
    assert spoken(found["K-5"]) == ["-", "7.00", "-", "no target"]
    assert {found["K-4"]["Actual"].tone, found["K-5"]["Target"].tone} == {Tone.MUTED}
    assert {found[id_]["Status"].tone for id_ in ("K-4", "K-5")} == {Tone.WARN}


def test_a_value_of_0_is_no_dash(report):
    nothing = "period,value\n" + "".join(f"2025-Q{n},0\n" for n in (1, 2, 3, 4))
    found = rows(report({"a.csv": nothing}).page(None))["K-1"]
    assert spoken(found) == ["30.00", "0.00", "0.00 %", "poor"]


def test_the_head_counts_what_could_be_judged(report):
    (head,) = [block for block in report().page(None).blocks if isinstance(block, Fields)]
    assert [(ENGLISH.say(name), cell.value) for name, cell in head.rows] == [
        ("Indicators", 5),
        ("Measured", 2),
        ("On target", 0),
        ("Red", 1),
        ("Mean achievement, each cut at 100", Percent((Decimal("33.35") + Decimal("87.5")) / 2)),
    ]


def test_what_promises_nothing_yet_is_named_and_not_counted(report):
    draft = "\n".join(line for line in OBJECTIVE.splitlines() if "approvals" not in line)
    (head,) = [b for b in report({"o.yaml": draft}).page(None).blocks if isinstance(b, Fields)]
    told = [(ENGLISH.say(name), ENGLISH.say(cell.value)) for name, cell in head.rows]
    assert told[0] == ("Indicators that count", "0")
    assert told[-1][1] == "5: K-1, K-2, K-3, K-4, K-5"


def test_each_formula_that_is_used_is_explained_once_and_no_other(report):
    found = tables(report().page(None))["Formulas"]
    names = ["more is better", "less is better, as a ratio", "a word of a scale"]
    assert [ENGLISH.say(row["Formula"].value) for row in found] == names
    assert all(row["As written"].value and row["Source"].value for row in found)
    used = {ENGLISH.say(row["Formula"].value) for row in rows(report().page(None)).values()}
    assert used == set(names)


def test_programs_get_the_same_numbers_and_null_for_what_is_missing(report):
    data = serialized(report(), INDONESIAN)
    assert {key: data[key] for key in ("schema", "as_of", "period", "left_out")} == {
        "schema": "smmkit-kpi/1",
        "as_of": "2026-02-10",
        "period": "2025",
        "left_out": [],
    }
    served, late, grade, empty, aimless = data["kpis"]
    assert (served["target"], served["actual"], served["achievement"]) == (30.0, 10.01, 33.35)
    assert (served["status"], served["progress"]) == ("kurang", "measured")
    assert (served["target_word"], served["actual_word"]) == (None, None)
    assert (late["achievement"], late["missing"]) == (None, ["2025-Q2", "2025-Q4"])
    assert (late["measured"], late["due"], late["scale"]) == (2, 4, None)
    assert (grade["target_word"], grade["actual_word"], grade["actual"]) == ("A", "BB", 70.0)
    assert (empty["actual"], empty["status"], empty["progress"]) == (None, None, "no-data")
    assert (aimless["target"], aimless["actual"]) == (None, 7.0)
    assert {one["objective"] for one in data["kpis"]} == {"OBJ-01"}


def test_what_could_not_be_read_is_named_on_the_page_and_in_the_data(report):
    made = report({"torn.yaml": "kind: [\nid: X\n"})
    assert serialized(made, ENGLISH)["left_out"] == ["torn.yaml"]
    heads = [ENGLISH.say(b.text) for b in made.page(None).blocks if isinstance(b, Heading)]
    assert heads == ["Left out because it could not be read", "Over time", "Formulas"]
    assert [row["File"].value for row in tables(made.page(None))["Left out"]] == ["torn.yaml"]


SMALL = """\
kind: objective
id: SM-01
title: T
version: "1"
statement: S
policy_point: P
units: [U-1]
kpis:
  - {id: K-1, title: T, measured_in: x, formula: minimize, aggregation: last, frequency: yearly,
     targets: [{period: "2025", value: 0.125}], series: a.csv}
  - {id: K-2, title: T, measured_in: x, formula: maximize, aggregation: last, frequency: yearly,
     targets: [{period: "2025", value: 100}], series: b.csv}
"""


def test_a_little_is_not_nothing_and_almost_all_is_not_all(folder):
    """0.004 was printed as 0.00 beside 196 percent, and 99.995 as 100.00 in the values of one KPI."""
    files = {
        "o.yaml": SMALL,
        "a.csv": "period;value\n2025;0,004\n",
        "b.csv": "period;value\n2025;99,995\n",
    }
    qms = folder(files, date(2026, 6, 1))
    for id_, seen in (("K-1", "0.004 0.125 196.80 %"), ("K-2", "99.995 100.00 99.995 %")):
        page = KpiDetail(qms, qms.things[id_], qms.homes[id_][0], "2025").page(None)
        (row,) = tables(page)["Values"]
        assert " ".join(spoken_of(row)) == seen


def spoken_of(row) -> list[str]:
    return [ENGLISH.say(row[name].value) for name in ("Actual", "Target", "Achievement")]


@pytest.mark.parametrize(("value", "tone"), [("7.5", Tone.PLAIN), ("7.4", Tone.WARN)])
def test_a_forecast_that_just_reaches_the_target_is_no_warning(folder, value, tone):
    qms = folder(FILES | {"a.csv": f"period,value\n2025-Q1,{value}\n"}, date(2025, 5, 10), SCALES)
    (one, *_) = KpiReport(qms, "2025").kpis
    fields = KpiDetail(qms, one.kpi, one.objective, "2025").page(None).blocks[0].rows
    (cell,) = [cell for name, cell in fields if ENGLISH.say(name).startswith("Forecast")]
    assert cell.tone is tone


@pytest.mark.parametrize(("more", "charts"), [("", 0), ("2025-Q2,2\n", 1)])
def test_one_value_alone_is_no_line(folder, more, charts):
    qms = folder(FILES | {"a.csv": f"period,value\n2025-Q1,1\n{more}"}, date(2025, 8, 10), SCALES)
    (one, *_) = KpiReport(qms, "2025").kpis
    page = KpiDetail(qms, one.kpi, one.objective, "2025").page(None)
    titles = [ENGLISH.say(block.title) for block in page.blocks if isinstance(block, Figure)]
    assert len([title for title in titles if title.startswith("K-1")]) == charts
