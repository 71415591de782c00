"""A file with faults without end: the first few of each sort are told, the others counted."""

from __future__ import annotations

import json

import pytest

from folders import home, lay
from running import smm
from smmkit.few import FEW
from smmkit.loading.rules import LEFT_OUT, UNREADABLE
from smmkit.problem import Problem
from smmkit.problem.first import UNTOLD, FirstProblems
from smmkit.words import say

HOME = home(as_of="2026-03-02")
OBJECTIVE = """\
kind: objective
id: SM-01
title: Mutu
version: "1"
owner: SEK
policy_point: BM-1
units: [SEK]
perspective: customer
statement: Better
kpis:
  - id: K-1
    title: Index
    measured_in: index
    formula: maximize
    aggregation: last
    frequency: yearly
    series: k.csv
    targets: [{period: "2020", value: 80}]
"""


def judged(folder, files, *options):
    return smm("validate", lay(folder, {"qms.yaml": HOME, **files}), *options)


def test_of_many_unknown_fields_twenty_are_told_in_order(tmp_path):
    text = "kind: glossary\nid: GLO-1\n" + "".join(f"field{n}: 1\n" for n in range(130_000))
    done = judged(tmp_path, {"x.yaml": text})
    lines = [line for line in done.stdout.splitlines() if "SMM101" in line]
    assert done.returncode == 1
    assert [line.split(":")[1] for line in lines[:-1]] == [str(n + 3) for n in range(FEW)]
    assert lines[-1].endswith(
        "error SMM101 and 129,980 more of this sort in this file; --all shows them"
    )
    assert "130,0" in done.stdout.splitlines()[-1]  # the sum has them all


@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_all_of_them_are_shown_where_that_is_asked_for(tmp_path, form):
    text = "kind: glossary\nid: GLO-1\n" + "".join(f"field{n}: 1\n" for n in range(2_000))
    few, every = (judged(tmp_path, {"x.yaml": text}, "-f", form, *all_) for all_ in ((), ["--all"]))
    assert few.stdout.count("there is no field") == FEW
    assert every.stdout.count("there is no field") == 2_000
    assert ("more of this sort" in few.stdout) == (form != "json")
    assert "more of this sort" not in every.stdout


def test_programs_get_the_number_of_those_that_are_not_shown(tmp_path):
    text = "kind: glossary\nid: GLO-1\n" + "".join(f"field{n}: 1\n" for n in range(100))
    said = json.loads(judged(tmp_path, {"x.yaml": text}, "-f", "json").stdout)
    assert said["more"] == [{"code": "SMM101", "path": "x.yaml", "count": 80}]
    assert said["summary"]["error"] == len(said["diagnostics"]) + 80


def test_a_sort_in_another_file_has_a_count_of_its_own(tmp_path):
    text = "kind: glossary\nid: GLO-{n}\n" + "".join(f"field{n}: 1\n" for n in range(FEW + 1))
    done = judged(tmp_path, {f"{n}.yaml": text for n in "ab"})
    assert done.stdout.count("there is no field") == 2 * FEW
    assert done.stdout.count("and 1 more of this sort in this file; --all shows it\n") == 2


@pytest.mark.parametrize(
    ("table", "more"),
    [
        ("period,value\n" + "x,y\n" * 200_000, "199,980"),
        ("period,value\n" + "a\n" * 400_000, "399,980"),
        ("period,value," + ",".join(f"c{n}" for n in range(200_000)) + "\n2020,1\n", "199,981"),
    ],
    ids=["rows", "short-rows", "columns"],
)
def test_a_table_that_is_wrong_all_over(tmp_path, table, more):
    done = judged(tmp_path, {"sm.yaml": OBJECTIVE, "k.csv": table})
    assert f"k.csv: error SMM401 and {more} more of this sort" in done.stdout


def test_an_agenda_whose_lines_all_go_on_at_once(tmp_path):
    line = "  - {on: 2026-01-01, time: 08.00-16.00, what: Talk}\n"
    head = "kind: audit\nid: A-1\ntitle: A\ndate: 2026-01-01\naudit_type: internal\n"
    text = head + "auditors: [{name: X}]\nagenda:\n" + line * 10_000
    done = judged(tmp_path, {"a.yaml": text})
    assert "a.yaml: warning SMM459 and 9,979 more of this sort" in done.stdout


def test_every_cell_of_a_broad_heading_can_be_placed(tmp_path):
    names = [f"c{n}" for n in range(20_000)]
    table = "period,value," + ",".join(names) + "\n"
    done = judged(tmp_path, {"sm.yaml": OBJECTIVE, "k.csv": table}, "--all", "-f", "json")
    columns = [d["column"] for d in json.loads(done.stdout)["diagnostics"] if d["code"] == "SMM401"]
    assert columns == [table.index(f",{name}") + 2 for name in names]


def test_what_is_passed_over_is_counted_by_rule_and_file():
    found = FirstProblems(2)
    problems = [Problem(path, (), say("x")) for path in ("a", "a", "b", "a")]
    found += [(UNREADABLE, problem) for problem in problems]
    found.append((LEFT_OUT, Problem("a", (), UNTOLD)))
    assert [(rule.code, problem.path) for rule, problem in found] == [
        *[(UNREADABLE.code, path) for path in ("a", "a", "b")],
        (LEFT_OUT.code, "a"),
    ]
    assert dict(found.passed_over) == {(UNREADABLE, "a"): 1}
    again = FirstProblems(2)
    again.join(found)
    assert again == found
    assert again.passed_over == found.passed_over


def test_a_list_of_wrong_items_without_end_is_counted_to_its_last(tmp_path):
    text = "kind: process\nid: P-1\nclauses:\n" + "- 1\n" * 300_000
    done = judged(tmp_path, {"x.yaml": text})
    assert done.stdout.count("error SMM102 clauses[") == FEW
    assert "error SMM102 and 299,980 more of this sort in this file" in done.stdout


def test_a_long_list_that_is_wrong_only_at_its_end(tmp_path):
    text = "kind: process\nid: P-1\nclauses:\n" + '- "4.1"\n' * 2_000 + "- 1\n" * 5_000
    done = judged(tmp_path, {"x.yaml": text})
    assert done.returncode == 1
    assert "5,0" in done.stdout.splitlines()[-1]


def test_a_key_that_stands_there_without_end_is_told_once(tmp_path):
    done = judged(tmp_path, {"x.yaml": "a: 1\n" * 400_000})
    assert done.stdout.count("SMM001") == 1
    assert "x.yaml:2:1: error SMM001 a stands here a second time" in done.stdout
