"""smm import as agencies write: numbers, times, headings and the year of a table, each read or told."""

from __future__ import annotations

import io
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import docx
import pytest
from papers import QMS, sheet

from folders import lay
from running import smm
from smmkit.intake.numbers import duration, number
from smmkit.yaml_text.source import Source

TARGETS = ["Target TW I", "Target TW II", "Target TW III", "Target TW IV", "Target Tahunan 2019"]
U = [f"U{n}" for n in range(1, 10)]


@pytest.fixture
def qms(tmp_path: Path) -> Path:
    return lay(tmp_path / "qms", QMS)


def said_of(qms: Path, name: str, data: bytes, *more: str) -> str:
    file = lay(qms.parent / "papers", {name: data}) / name
    done = smm("import", file, qms, "--yes", "--owner", "SEK", *more)
    assert done.returncode == 0, done.stderr + done.stdout
    return " ".join(done.stdout.split())


def kpi(qms: Path, n: int = 0) -> dict:
    path = next(qms.rglob("SM-01.yaml"))
    return Source.parse(path.name, path.read_bytes()).values["kpis"][n]


def series(qms: Path) -> list[str]:
    return next(qms.rglob("IKU-01.csv")).read_text().split()[1:]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1\u00a0250", "1250"),
        ("1\u202f234,5", "1234.5"),
        ("12 500", "12500"),
        ("Rp12.500.000", "12500000"),
        ("Rp 12.500,-", "12500"),
        ("Rp1.234.567,00", "1234567.00"),
        ("12 13", None),
        ("1 2500", None),
        ("2024 100 5", None),
    ],
)
def test_spaces_and_money_in_a_number(text, value):
    assert number(text) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Maks. 3 hari", ("3", "day")),
        ("Paling lama 2 jam", ("2", "hour")),
        ("+/- 15 menit", ("15", "minute")),
        ("kurang lebih 10 mnt", ("10", "minute")),
        ("1 hr", ("1", "day")),
        ("minimal 3 hari", None),
        ("14 hari kalender", None),
    ],
)
def test_what_stands_before_a_time(text, time):
    assert duration(text) == (None if time is None else (Decimal(time[0]), time[1]))


def test_a_point_parts_thousands_where_another_cell_shows_it_and_the_sum_is_the_year(qms):
    rows = [
        ["Indikator", "Satuan", *TARGETS, "Realisasi TW I"],
        ["Berkas selesai", "berkas", "1.250", "1.300", "1.250", "1.234,5", "5.034,5", "1.200"],
    ]
    said = said_of(qms, "kinerja.xlsx", sheet(rows))
    assert "1.250 is 1250" in said
    assert "the value of a year: sum" in said
    assert [one["value"] for one in kpi(qms)["targets"]] == [1250, 1300, 1250, 1234.5, 5034.5]
    assert kpi(qms)["aggregation"] == "sum"
    assert series(qms) == ["2019-Q1;1200"]


def test_a_point_stays_in_doubt_where_one_stands_before_decimals(qms):
    rows = [
        ["Indikator", "Satuan", "Target 2019", "Realisasi 2019"],
        ["Berkas", "poin", "1.234,5", "1.250"],
        ["Indeks", "indeks", "82.5", "83"],
    ]
    said = said_of(qms, "kinerja.xlsx", sheet(rows))
    assert "D2 1.250 this is no number, or one of two readings" in said


def test_columns_of_months_as_days_of_excel_are_the_actual_values(qms):
    months = [datetime(2019, n, 1) for n in (1, 2)]
    rows = [["Indikator", "Satuan", "Target 2019", *months], ["Tepat waktu", "%", "95%", 92, 93]]
    said = said_of(qms, "kinerja.xlsx", sheet(rows))
    assert "the columns of months or quarters are the actual values" in said
    assert "not taken" not in said
    assert series(qms) == ["2019-01;92", "2019-02;93"]


def test_a_column_that_says_more_than_a_month_is_not_the_actual_value(qms):
    rows = [["Indikator", "Target 2019", "Anggaran TW I"], ["Tepat waktu", 95, 1000]]
    assert "Anggaran TW I this column was not taken" in said_of(qms, "k.xlsx", sheet(rows))
    assert series(qms) == []


def in_word(lines: list[str], rows: list[list[str]]) -> bytes:
    text = docx.Document()
    for line in lines:
        text.add_paragraph(line)
    made = text.add_table(len(rows), len(rows[0]))
    for n, row in enumerate(rows):
        for m, cell in enumerate(row):
            made.cell(n, m).text = cell
    out = io.BytesIO()
    text.save(out)
    return out.getvalue()


LKJ = [["Indikator Kinerja", "Satuan", "Target", "Realisasi"], ["Indeks", "Indeks", "65", "62"]]


def test_the_year_stands_in_the_line_above_a_table_of_a_text(qms):
    lines = ["Perpres Nomor 29 Tahun 2014", "Capaian Tahun 2019", "sesuai UU Nomor 5 Tahun 2014"]
    said = said_of(qms, "lkj.docx", in_word(lines, LKJ))
    assert "the year, from the line above the table: Capaian Tahun 2019" in said
    assert series(qms) == ["2019;62"]


def test_a_job_sheet_is_named_above_its_table(qms):
    rows = [
        ["No", "Langkah Kerja", "Penanggung Jawab", "Standar Waktu"],
        ["1", "Menyapa tamu", "Petugas", "1 menit"],
    ]
    said = said_of(qms, "ik.docx", in_word(["INSTRUKSI KERJA PENGISIAN BUKU TAMU"], rows))
    assert "line above the table: Pengisian Buku Tamu" in said


def test_answers_below_the_numbers_of_the_elements_say_in_which_order(qms):
    rows = [["No", *U], [1, 4, 3, 4, 4, "3 (Baik)", 3, 4, "d. Sangat baik", 4]]
    said = said_of(qms, "survei.xlsx", sheet(rows))
    assert "8 complaints, 9 facilities" in said
    table = next(qms.rglob("skm-01.csv")).read_text().split()
    assert table[1] == "4;3;4;4;3;3;4;4;4"


def test_a_heading_of_two_names_and_choices_with_letters(qms):
    rows = [
        ["PROGRAM AUDIT INTERNAL TAHUN 2020"],
        ["No", "Unit/Auditee", "Mar", "Sep"],
        [1, "Sekretariat", "x", "v"],
    ]
    said = said_of(qms, "program.xlsx", sheet(rows))
    assert "2020-03" in said
    assert "2020-09" in said


def test_a_party_is_added_to_a_register_though_a_field_of_its_parts_says_nothing(qms):
    register = """\
kind: interested-parties
id: PB-01
title: Pihak
version: "1"
owner: SEK
clauses: ["4.2"]
entries:
  - id: PB-A
    title: Pegawai
    party_type: staff
    expectations: [{what: adil}]
"""
    lay(qms, {"pihak.yaml": register})
    rows = [["Pihak Berkepentingan", "Kebutuhan", "Harapan"], ["Gubernur", "Laporan", "Akurat"]]
    said_of(qms, "pihak.xlsx", sheet(rows))
    assert "what: Akurat" in (qms / "pihak.yaml").read_text()


def test_a_treatment_is_due_at_the_end_of_its_quarter(qms):
    rows = [
        ["Risiko", "L", "C", "Mitigasi", "Target Waktu"],
        ["SK terlambat", "Sering", "Besar", "Percepatan", "TW III 2020"],
    ]
    assert "TW III 2020 is taken as 30 September 2020" in said_of(qms, "r.xlsx", sheet(rows))


def test_targets_of_quarters_stand_beside_that_of_the_year(qms):
    rows = [
        ["IKU 2019"],
        ["Indikator", "Satuan", "Target Tahunan", "Target Triwulan", "", "Realisasi Triwulan", ""],
        ["", "", "", "TW I", "TW II", "TW I", "TW II"],
        ["Akta", "%", 98, 95, 96, 94, 97],
    ]
    said = said_of(qms, "iku.xlsx", sheet(rows))
    assert "not taken" not in said
    targets = {one["period"]: one["value"] for one in kpi(qms)["targets"]}
    assert targets == {"2019": 98, "2019-Q1": 95, "2019-Q2": 96}
    assert series(qms) == ["2019-Q1;94", "2019-Q2;97"]
