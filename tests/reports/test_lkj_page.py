"""The performance report as a document: its numbers are those of `smm kpi`, in every format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx import Document

from running import EXAMPLE, smm


def test_its_numbers_are_those_of_the_kpis() -> None:
    kpis = json.loads(smm("kpi", EXAMPLE, "--period", "2020", "-f", "json").stdout)["kpis"]
    report = json.loads(smm("lkj", "2020", EXAMPLE, "-f", "json").stdout)
    for one, other in zip(kpis, report["kpis"], strict=True):
        assert one == other["kpi"]


def test_a_person_reads_the_same_in_word(tmp_path: Path) -> None:
    assert smm("lkj", "2020", EXAMPLE, "-o", tmp_path / "l.docx", "--lang", "id").returncode == 0
    paper = Document(str(tmp_path / "l.docx"))
    cells = {cell.text for table in paper.tables for row in table.rows for cell in row.cells}
    kpis = json.loads(smm("kpi", EXAMPLE, "--period", "2020", "-f", "json").stdout)["kpis"]
    for one in kpis:
        if one["achievement"] is not None:
            assert any(f"{one['achievement']:.2f}".replace(".", ",") in cell for cell in cells)


def test_a_changed_value_changes_the_report(qms: Path) -> None:
    series = qms / "data" / "iku-01-indeks-kepuasan.csv"
    text = series.read_text(encoding="utf-8")
    assert "2020-Q4;83,67" in text
    series.write_text(text.replace("2020-Q4;83,67", "2020-Q4;80,00"), encoding="utf-8")
    told = smm("lkj", "2020", qms, "--lang", "id").stdout
    assert "83,67" not in told.split("Bab III")[1].split("IKU-02")[0]


def test_reasons_and_conclusion_are_those_of_the_report() -> None:
    told = smm("lkj", "2020", EXAMPLE, "--lang", "id").stdout
    assert "Turun pada triwulan II" in told
    assert "Dari sebelas indikator" in told


@pytest.mark.parametrize("form", ["html", "xlsx", "pdf", "csv"])
def test_it_is_drawn_in_every_format(form: str, tmp_path: Path) -> None:
    assert smm("lkj", "2020", EXAMPLE, "-o", tmp_path / f"l.{form}").returncode == 0


@pytest.mark.parametrize("year", ["20", "2020-Q1", "MMXX", "²⁰²⁰", "-1"])
def test_what_is_no_year_is_refused(year: str) -> None:
    assert smm("lkj", "--", year, EXAMPLE).returncode == 2


def test_a_year_without_anything_says_so() -> None:
    told = smm("lkj", "1999", EXAMPLE, "--lang", "en").stdout
    assert "There is no performance agreement for this year." in told
