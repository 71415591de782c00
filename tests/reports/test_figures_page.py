"""One number everywhere: the example agrees with itself, and each paper that is changed is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from running import EXAMPLE, smm

CHANGES = [
    ("kinerja/LKJ-2020.yaml", "actual: 83.67", "actual: 83.76", "achievements.0.actual"),
    (
        "kinerja/LKJ-2020.yaml",
        "achievement: 102.04",
        "achievement: 102.4",
        "achievements.0.achievement",
    ),
    ("kinerja/PK-2020-BKD.yaml", "indeks 82,00", "indeks 83,00", "promises.0.target"),
    ("tinjauan/RTM-2021.yaml", "66,3 persen dari 80", "63,3 persen dari 80", "inputs.3.what"),
    ("tinjauan/RTM-2021.yaml", "Indeks 83,67", "Indeks 86,37", "inputs.2.what"),
    ("kinerja/LKJ-2020.yaml", "2,93 dari 4", "2,39 dari 4", "achievements.0.analysis"),
    ("kinerja/LKJ-2020.yaml", "57 dari 86", "58 dari 86", "achievements.6.analysis"),
    ("arah/RS-2019.yaml", '"83,00"', '"82,50"', "goals.0.targets.2.target"),
    (
        "layanan/LOG-2021-1.yaml",
        "released_on_time: 15",
        "released_on_time: 14",
        "released_on_time",
    ),
    ("pelanggan/SKM-2020.yaml", "atau 83,67", "atau 83,76", "findings.0"),
]


def test_the_example_agrees_with_itself() -> None:
    told = json.loads(smm("figures", EXAMPLE, "-f", "json").stdout)
    assert told["differing"] == 0
    assert len(told["figures"]) > 100
    assert {one["document"] for one in told["figures"]} >= {"LKJ-2020", "PK-2020-BKD", "SKM-2020"}


@pytest.mark.parametrize(("file", "right", "wrong", "place"), CHANGES)
def test_each_other_figure_is_found_with_both_places(
    qms: Path, file: str, right: str, wrong: str, place: str
) -> None:
    path = qms / file
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    found = smm("figures", qms, "-f", "json")
    told = json.loads(found.stdout)
    differing = [one for one in told["figures"] if one["verdict"] == "differs"]
    assert found.returncode == 1
    assert [one["place"] for one in differing] == [place]
    assert differing[0]["source"]


@pytest.mark.parametrize("form", ["html", "xlsx", "pdf", "csv", "docx"])
def test_it_is_drawn_in_every_format(form: str, tmp_path: Path) -> None:
    assert smm("figures", EXAMPLE, "-o", tmp_path / f"f.{form}").returncode == 0
