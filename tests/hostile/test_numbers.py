"""Numbers that no office has: KPIs with them are shown in every format, and nothing is invented."""

import json

import pytest

from folders import home
from running import smm

QMS = home(as_of="2026-03-02")
KPI = """\
kind: objective
id: O
title: T
version: "1"
statement: At least 9
policy_point: P
units: [U-1]
kpis:
  - {id: K, title: "=1+1", measured_in: "%s", formula: %s, aggregation: %s, frequency: monthly,
     targets: [{period: "%s", value: %s}], series: k.csv, scale: ip-asn, value_scale: ikm-14-2017}
"""
RATES = "period,value,numerator,denominator\n"


def year(text):
    return "period,value\n" + "".join(f"2025-{n:02},{text}\n" for n in range(1, 13))


FOLDERS = {
    "vast": (("x", "maximize", "sum", "2025", "90"), year("9" * 400)),
    "tiny": (("x", "minimize-ratio", "sum", "2025", "90"), year("0." + "0" * 400 + "1")),
    "vast target": (("x", "minimize", "last", "2025", "1e300"), year("5")),
    "nothing to count": (
        ("%", "maximize", "ratio", "2025", "90"),
        RATES + "2025-01,,0,0\n2025-02,,5,0\n",
    ),
    "negative parts": (
        ("%", "maximize", "ratio", "2025", "90"),
        RATES + "2025-01,,-5,10\n2025-02,,5,-9\n",
    ),
    "the first year": (("x", "maximize", "sum", "1000", "90"), "period,value\n1000-01,5\n"),
}


@pytest.mark.parametrize("form", ["txt", "json", "html", "csv", "xlsx", "docx", "pdf"])
@pytest.mark.parametrize("name", FOLDERS)
def test_no_number_stops_a_page(tmp_path, name, form):
    facts, csv = FOLDERS[name]
    for path, text in {"qms.yaml": QMS, "o.yaml": KPI % facts, "k.csv": csv}.items():
        (tmp_path / path).write_text(text)
    file = tmp_path.parent / f"{tmp_path.name}.{form}"
    for words in (["kpi"], ["kpi", "K"], ["kpi", "--view", "smart"], ["kpi", "--period", "1000"]):
        done = smm(*words, tmp_path, "--output", file)
        assert done.returncode == 0, done.stderr
        if form == "json":
            json.loads(file.read_text(), parse_constant=pytest.fail)
        if form == "csv":
            assert "\n=" not in file.read_text()
            assert ",=" not in file.read_text()


MEASURES = """\
kind: measures
id: ours
formulas:
  - id: minimize
    cases: [{result: "R / (T - T)"}]
    points: [{at: 0, earns: 0}, {at: 0, earns: 5}]
    written: {en: a, id: b}
    version: "1"
special_causes:
  - {id: nelson-1, sign: beyond, points: 50, least: 1, sigma: 0, meaning: {en: a, id: b}, source: x}
scales:
  - {id: ip-asn, title: x, names: value, source: y, places: 400, bands: [{above: 3, label: {en: x, id: y}}]}
"""


@pytest.mark.parametrize(
    "pack", [MEASURES, "kind: measures\nid: m\nformulas: 5\n", "kind: measures\n"]
)
def test_no_pack_of_measures_stops_a_check(tmp_path, pack):
    (tmp_path / "standards").mkdir()
    files = {
        "qms.yaml": QMS,
        "o.yaml": KPI % ("x", "minimize", "sum", "2025", "90"),
        "k.csv": year("5"),
        "standards/m.yaml": pack,
    }
    for path, text in files.items():
        (tmp_path / path).write_text(text)
    checked = smm("validate", tmp_path)
    assert checked.returncode in {0, 1}, checked.stderr
    assert "SMM999" not in checked.stdout
    assert smm("kpi", "K", tmp_path).returncode in {0, 1}
