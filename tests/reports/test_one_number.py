"""One number: what one page says of a KPI, a survey or a risk, every other page and format says, too."""

from __future__ import annotations

import csv
import json
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import openpyxl
import pypdfium2
import pytest
from docx import Document

from running import EXAMPLE, smm

FORMS = ("txt", "html", "pdf", "docx", "xlsx", "csv")


def programs(*words: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(smm(*words, "-f", "json", "--lang", "en").stdout)
    return found


def said(tmp_path: Path, form: str, *words: Any) -> str:
    """Everything that a page says in a format, with numbers as they are written in English."""
    file = tmp_path / f"page.{form}"
    done = smm(*words, "-o", file, "--lang", "en")
    assert done.returncode in {0, 1}, done.stderr
    data = file.read_bytes()
    match form:
        case "pdf":
            pages = pypdfium2.PdfDocument(data)
            return " ".join(page.get_textpage().get_text_range() for page in pages)
        case "docx":
            document = Document(BytesIO(data))
            cells = (c.text for table in document.tables for row in table.rows for c in row.cells)
            return " ".join([*cells, *(one.text for one in document.paragraphs)])
        case "xlsx":
            book = openpyxl.load_workbook(BytesIO(data))
            values = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]
            return " ".join(f"{v:.2f}" if isinstance(v, int | float) else str(v) for v in values)
        case "csv":
            rows = csv.reader(StringIO(data.decode("utf-8-sig"), newline=""))
            return " ".join(cell for row in rows for cell in row)
    return data.decode()


@pytest.mark.parametrize("form", FORMS)
def test_a_survey(tmp_path: Path, form: str) -> None:
    known = programs("survey", "SKM-2020", EXAMPLE)
    text = said(tmp_path, form, "survey", "SKM-2020", EXAMPLE)
    assert f"{known['value']:.2f}" in text
    assert known["grade"] in text
    for one in known["questions"]:
        assert f"{one['mean']:.2f}" in text
        assert f"{one['value']:.2f}" in text
    for group in known["groups"].values():
        for one in group:
            assert one["value"] is None or f"{one['value']:.2f}" in text


def test_the_index_of_a_survey_is_that_of_its_questions() -> None:
    known = programs("survey", "SKM-2020", EXAMPLE)
    values = [one["value"] for one in known["questions"]]
    assert abs(sum(values) / len(values) - known["value"]) < 0.01
    assert abs(known["index"] * 25 - known["value"]) < 0.01


@pytest.mark.parametrize("form", FORMS)
def test_risks(tmp_path: Path, form: str) -> None:
    text = said(tmp_path, form, "risk", EXAMPLE)
    for one in programs("risk", EXAMPLE)["risks"]:
        assert one["id"] in text
        assert one["now"]["level"] is None or f"{one['now']['level']:g}" in text
        assert one["now"]["label"] is None or one["now"]["label"] in text


@pytest.mark.parametrize("form", FORMS)
def test_the_performance_report_has_the_numbers_of_the_kpis(tmp_path: Path, form: str) -> None:
    counted = {one["id"]: one for one in programs("kpi", EXAMPLE, "--period", "2020")["kpis"]}
    text = said(tmp_path, form, "lkj", "2020", EXAMPLE)
    reported = {one["kpi"]["id"]: one["kpi"] for one in programs("lkj", "2020", EXAMPLE)["kpis"]}
    assert len(reported) > 8
    for id_, one in reported.items():
        assert one == counted[id_]
        for number in (one["actual"], one["achievement"]):
            word = one["actual_word"] is not None and number == one["actual"]
            assert number is None or word or f"{number:.2f}" in text, (form, id_)


@pytest.mark.parametrize("form", FORMS)
def test_the_figures_of_papers(tmp_path: Path, form: str) -> None:
    """Programs got 3.35 of what the page counts as 3.3467."""
    text = said(tmp_path, form, "figures", EXAMPLE)
    counted = [one["counted"] for one in programs("figures", EXAMPLE)["figures"]]
    numbers = [one for one in counted if isinstance(one, float) and one % 1]
    assert len(numbers) > 30
    for one in numbers:
        assert f"{one:g}" in text or f"{one:.2f}" in text, (form, one)


@pytest.mark.parametrize("form", FORMS)
def test_the_service_times(tmp_path: Path, form: str) -> None:
    """The page said 29.3 working days, and programs got 29.26."""
    text = " ".join(said(tmp_path, form, "service", EXAMPLE).split())
    services = programs("service", EXAMPLE)["services"]
    assert len(services) > 5
    for one in services:
        for number in (one["share"], one["mean"]):
            assert number is None or f"{number:.2f}" in text, (form, one["service"], one["month"])


def test_what_is_counted_for_papers_is_what_the_kpis_say() -> None:
    counted = {one["id"]: one for one in programs("kpi", EXAMPLE, "--period", "2020")["kpis"]}
    held = 0
    for one in programs("figures", EXAMPLE)["figures"]:
        of, _, what = one["what"].partition(" in 2020, ")
        name = {"actual value": "actual"}.get(what, what)
        if of in counted and one["counted"] is not None and name in counted[of]:
            right = counted[of][name]
            held += 1
            assert right is None or isinstance(one["counted"], str) or one["counted"] == right, one
    assert held > 10


def test_the_state_and_the_gap_count_the_same() -> None:
    status = programs("status", EXAMPLE)
    gap = programs("gap-report", EXAMPLE, "--standard", "juknis")
    phases = {one["id"]: one for one in gap["phases"]}
    assert phases
    for one in status["phases"]:
        if one["phase"] in phases:
            assert one["totals"]["proved"] == phases[one["phase"]]["proved"]
            assert one["totals"]["floor"] == phases[one["phase"]]["floor"]
    year = programs("kpi", EXAMPLE, "--period", status["numbers"]["kpi_period"])["kpis"]
    assert status["numbers"]["kpis"] == len(year)
    red = {one["id"] for one in year if one["tone"] == "bad"}
    assert set(map(str, status["numbers"]["red_kpis"])) == red
