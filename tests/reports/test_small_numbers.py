"""Numbers that two places do not hold: every output says the same of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from test_one_number import FORMS, programs, said

from folders import lay

QMS = """\
kind: qms
smmkit: 2
id: QMS-01
title: QMS
version: "1"
as_of: 2021-01-31
organization: {name: Agency, short_name: A, head: Head, language: en}
scope: {statement: Services}
units: [{id: SEK, title: Secretariat}]
"""

POLICY = """\
---
kind: quality-policy
id: KM-01
title: Policy
version: "1"
sentence: We serve
points: [{id: BM-01, title: Service}]
---
"""

KPIS = {
    "K-01": (["2020-S1;0,005", "2020-S2;0,0049"], 0.004),
    "K-02": (["2020-S1;9,333", "2020-S2;7,125"], 8.125),
    "K-03": (["2020-S1;-11,5", "2020-S2;-9,1255"], 1234567.891),
}


@pytest.fixture
def qms(tmp_path: Path) -> Path:
    files = {"qms.yaml": QMS, "KM-01.md": POLICY}
    kpis = []
    for id_, (rows, target) in KPIS.items():
        files[f"o/{id_}.csv"] = "\n".join(["period;value", *rows]) + "\n"
        kpis.append(
            {
                "id": id_, "title": id_, "measured_in": "ratio", "formula": "maximize",
                "aggregation": "last", "frequency": "half-yearly", "series": f"{id_}.csv",
                "targets": [{"period": "2020", "value": target}],
            }
        )  # fmt: skip
    objective = {"kind": "objective", "id": "SM-01", "title": "S", "version": "1", "statement": "S"}
    of = {"policy_point": "BM-01", "perspective": "customer", "units": ["SEK"], "kpis": kpis}
    objective |= of  # type: ignore[arg-type]
    files["o/SM-01.yaml"] = json.dumps(objective)
    return lay(tmp_path / "qms", files)


@pytest.mark.parametrize("id_", KPIS)
def test_programs_get_what_was_set_and_measured(qms: Path, id_: str) -> None:
    """A value of 0.0049 against a target of 0.004 came out as 0.0 against 0.0."""
    rows, target = KPIS[id_]
    known = programs("kpi", id_, qms, "--period", "2020")
    assert known["kpi"]["target"] == target
    measured = [float(row.split(";")[1].replace(",", ".")) for row in rows]
    assert [one["value"] for one in known["values"]] == measured
    assert {one["target"] for one in known["values"]} == {target}


@pytest.mark.parametrize("form", [form for form in FORMS if form != "xlsx"])
@pytest.mark.parametrize("id_", KPIS)
def test_pages_say_them_as_programs_do(qms: Path, tmp_path: Path, form: str, id_: str) -> None:
    known = programs("kpi", id_, qms, "--period", "2020")
    text = said(tmp_path, form, "kpi", id_, qms, "--period", "2020").replace("\u2212", "-")
    for number in (known["kpi"]["target"], *(one["value"] for one in known["values"])):
        assert f"{number:,}" in text or f"{number}" in text, (form, number)
