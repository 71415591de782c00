"""What smm import must not lose: a second table, columns without a field, cells that say more."""

from __future__ import annotations

from pathlib import Path

import pytest
from papers import QMS, sheet

from folders import lay
from running import smm
from smmkit.yaml_text.source import Source

KPIS = [
    ["Realisasi 2020", "Target 2020", "Satuan", "Indikator", "Keterangan", "Capaian"],
    ["95,5%", "90,0%", "persen", "Tepat waktu", "dihitung ulang", "106,1"],
]
RISKS = [
    ["Pemilik", "Dampak", "Kemungkinan", "Pernyataan Risiko", "Target Waktu", "Pengendalian"],
    ["Bidang Mutasi", 4, 3, "Berkas hilang", "3 Maret 2021", "dikunci"],
]


@pytest.fixture
def qms(tmp_path: Path) -> Path:
    return lay(tmp_path / "qms", QMS)


def taken(qms: Path, rows: list[list[object]], *more: str) -> str:
    file = lay(qms.parent / "papers", {"kertas.xlsx": sheet(rows)}) / "kertas.xlsx"
    done = smm("import", file, qms, "--yes", "--owner", "SEK", *more)
    assert done.returncode == 0, done.stderr + done.stdout
    return " ".join(done.stdout.split())


@pytest.mark.parametrize("between", [[[]], [[], ["DAFTAR RISIKO"]], [["Jumlah"], []]])
def test_a_second_table_on_a_sheet_is_told_and_can_be_taken(qms, between):
    rows = [*KPIS, *KPIS[1:], *between, *RISKS]
    at = len(rows) - 1
    said = taken(qms, rows)
    assert "IKU-01 Tepat waktu" in said
    assert "Berkas hilang" not in said
    assert f"cell A{at}" in said
    assert "--as risk-register" in said
    said = taken(qms, rows, "--as", "risk-register")
    assert "Berkas hilang MUT 3 4" in said


def test_two_tables_of_one_sort_in_another_order_are_both_taken(qms):
    turned = [list(reversed(row)) for row in KPIS]
    turned[1][2] = "Tuntas"
    said = taken(qms, [*KPIS, [], *turned])
    assert "Tepat waktu" in said
    assert "Tuntas" in said
    series = [path.read_text() for path in sorted((qms / "sasaran").glob("IKU-*.csv"))]
    assert series == ["period;value\n2020;95,5\n"] * 2


def test_a_heading_that_comes_again_begins_no_other_table(qms):
    said = taken(qms, [*RISKS, [], RISKS[0], [*RISKS[1][:3], "Berkas basah", "", ""]])
    assert "RR-02" not in said
    assert "Berkas hilang" in said
    assert "Berkas basah" in said


def test_columns_of_risks_and_kpis_that_no_field_takes_are_told(qms):
    said = taken(qms, RISKS)
    (text,) = (qms / "risiko").glob("RR-*.yaml")
    assert "controls:\n      - dikunci" in text.read_text()
    assert "E2 3 Maret 2021" in said, "a day without a treatment"
    said = taken(qms, KPIS)
    assert "E1 Keterangan" in said
    assert "F1 Capaian" in said


@pytest.mark.parametrize(
    ("total", "is_told"), [("40", False), ("10", False), ("12", False), ("11", True)]
)
def test_a_year_that_its_quarters_contradict_is_told(qms, total, is_told):
    heads = [
        "Indikator",
        "Target 2020",
        *(f"Realisasi TW {q} 2020" for q in ("I", "II", "III", "IV")),
    ]
    said = taken(
        qms, [[*heads, "Realisasi Tahun 2020"], ["Tuntas", "9", "8", "9", "11", "12", total]]
    )
    assert ("G2 11" in said) is is_told
    (series,) = (qms / "sasaran").glob("IKU-*.csv")
    assert series.read_text().count("2020-Q") == 4


@pytest.mark.parametrize(
    ("title", "formula"),
    [
        ("Rata-rata waktu layanan", "minimize"),
        ("Jumlah pengaduan masyarakat", "minimize"),
        ("Persentase pengaduan yang selesai", "maximize"),
        ("Layanan tepat waktu", "maximize"),
        ("Lamaran yang diterima", "maximize"),
    ],
)
def test_whether_less_is_better_is_guessed_by_the_first_words_and_told(qms, title, formula):
    said = taken(qms, [["Indikator", "Target 2020", "Realisasi 2020"], [title, "3", "5"]])
    (path,) = (qms / "sasaran").glob("SM-*.yaml")
    assert f"formula: {formula}" in path.read_text()
    word = "less" if formula == "minimize" else "more"
    assert f"the formula: {word} is better" in said


def test_a_second_number_for_one_period_is_told(qms):
    heads = ["Indikator", "Target 2020", "Target Kinerja 2020", "Realisasi 2020", "Hasil 2020"]
    said = taken(qms, [heads, ["Tuntas", "9", "10", "8", "8,5"], ["Tertib", "9", "9", "8", "8"]])
    assert "C2 10" in said
    assert "C3" not in said


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("NAMA / TEMPAT TANGGAL LAHIR", "Budi Contoh, S.Kom. / Kupang, 15-06-1985"),
        ("Nama / NIP", "Budi Contoh, S.Kom.\nNIP. 19850615 201012 1 003"),
        ("Nama/NIP", "Budi Contoh, S.Kom. (198506152010121003)"),
    ],
)
def test_a_name_in_a_cell_that_says_more_comes_in_alone(qms, heading, cell):
    said = taken(
        qms, [["No", heading, "Jabatan", "TMT Jabatan"], [1, cell, "Analis", "2019-01-02"]]
    )
    (path,) = (qms / "orang").glob("*.yaml")
    text = path.read_text("utf-8")
    assert (
        Source.parse("x.yaml", text.encode()).values["entries"][0]["title"] == "Budi Contoh, S.Kom."
    )
    assert "1985" not in text
    assert "data of people are not taken" in said


def test_who_treats_a_risk_owns_it_where_no_column_says_who_does(qms):
    heads = ["Pernyataan Risiko", "Kemungkinan", "Dampak", "PIC", "Rencana Penanganan"]
    rows = [["Berkas hilang", 3, 4, "Mutasi", "dikunci"], ["Listrik padam", 3, 4, "", "genset"]]
    said = taken(qms, [heads, *rows, ["Banjir", 3, 4, "Kepala Bidang Mutasi", ""]])
    (text,) = (qms / "risiko").glob("RR-*.yaml")
    found = Source.parse(text.name, text.read_bytes()).values["entries"]
    assert [one["owner"] for one in found] == ["MUT", "SEK", "MUT"]
    assert "R-01 owned by MUT, who treats it" in said
    assert "R-02 owned by SEK, as --owner says" in said
    assert "D4" not in said


@pytest.mark.parametrize(
    ("above", "below", "said", "counted"),
    [
        ("Selesai", "Semua berkas", "", "Selesai / Semua berkas"),
        ("Selesai", "Semua", "Selesai dibagi semua kali 100", "Selesai dibagi semua kali 100"),
        ("12", "20", "", None),
    ],
)
def test_what_is_divided_by_what_is_read_or_told(qms, above, below, said, counted):
    heads = ["Indikator", "Target 2020", "Formula", "Pembilang", "Penyebut", "Pelaksana"]
    told = taken(qms, [heads, ["Tuntas", "90", said, above, below, "Mutasi"]])
    (text,) = (qms / "sasaran").glob("SM-*.yaml")
    found = Source.parse(text.name, text.read_bytes()).values
    assert found["kpis"][0].get("calculation") == counted
    assert found["owner"] == "MUT"
    assert ("D2 12" in told) is (counted is None)


def test_posts_and_units_of_an_attendance_list_are_told(qms):
    heads = ["No", "Nama", "Jabatan", "Unit Kerja", "Tanda Tangan"]
    said = taken(qms, [heads, ["1", "Entah Siapa", "Analis", "Mutasi", "ttd"]])
    assert "C1 Jabatan this column was not taken" in said
    assert "D1 Unit Kerja only those whom" in said
