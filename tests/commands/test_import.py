"""smm import: tables of Word and Excel become documents, and what could not be read is told."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from papers import QMS, grid, saved, sheet

from folders import contents, lay
from running import EXAMPLE, smm
from smmkit.yaml_text.source import Source

BOXES = [
    ["BADAN CONTOH", "Nomor SOP", ": 800/01/BC"],
    ["^", "Tanggal Efektif", ": 06 April 2020"],
    ["^", "Disahkan oleh", ": Kepala Badan"],
    ["^", "Nama SOP", ": Mutasi Masuk Pegawai"],
    ["Dasar Hukum:", "Kualifikasi Pelaksana:", "<"],
    ["1. UU 5 Tahun 2014\n2. PP 11 Tahun 2017", "1. S1\n2. Teliti", "<"],
    ["Keterkaitan:", "Peringatan:", "<"],
    ["SOP Kenaikan Pangkat", "Bila tidak dijalankan, terlambat", "<"],
]
FLOW = [
    ["No", "Uraian Kegiatan", "Pelaksana", "<", "<", "Mutu Baku", "<", "<", "Ket."],
    ["^", "^", "Analis", "Kasubbag", "Kepala", "Kelengkapan", "Waktu", "Output", "^"],
    ["1", "2", "3", "4", "5", "6", "7", "8", "9"],
    ["1", "Menerima berkas", "v", "", "", "Surat\nKTP", "15 menit", "Tanda terima", ""],
    ["2", "Memeriksa berkas", "", "√", "", "Berkas", "1,5 jam", "Berkas lengkap", "Teliti"],
    ["3", "Menandatangani", "", "", "X", "Konsep", "3 hari kerja", "SK", "-"],
    ["4", "Mengarsipkan", "", "", "", "SK", "1 bulan", "Arsip", ""],
    ["", "Jumlah waktu", "", "", "", "", "4 hari", "", ""],
]


@pytest.fixture
def qms(tmp_path: Path) -> Path:
    return lay(tmp_path / "qms", QMS)


def sop(*tables: list[list[str]]) -> bytes:
    document = docx.Document()
    for table in tables:
        grid(document, table)
        document.add_paragraph()
    return saved(document)


def values(file: Path) -> dict[str, Any]:
    return Source.parse(file.name, file.read_bytes()).values


def errors(qms: Path) -> list[str]:
    found = json.loads(smm("validate", qms, "-f", "json").stdout)["diagnostics"]
    return [d["code"] for d in found if d["severity"] == "error"]


def test_a_word_sop_becomes_a_procedure(qms, tmp_path):
    lay(tmp_path, {"sop.docx": sop(BOXES, FLOW)})
    done = smm("import", tmp_path / "sop.docx", qms, "--yes", "--owner", "MUT")
    assert done.returncode == 0, done.stderr
    found = values(qms / "sop/SOP-01.md")
    assert found["title"] == "Mutasi Masuk Pegawai"
    assert (found["number"], found["effective"], found["owner"]) == (
        "800/01/BC",
        "2020-04-06",
        "MUT",
    )
    assert found["legal_basis"] == ["UU 5 Tahun 2014", "PP 11 Tahun 2017"]
    assert found["qualifications"] == ["S1", "Teliti"]
    assert found["warnings"] == ["Bila tidak dijalankan, terlambat"]
    steps = found["steps"]
    assert [step["actor"] for step in steps][:3] == ["Analis", "Kasubbag", "Kepala"]
    assert steps[0]["needs"] == ["Surat", "KTP"]
    times = [(s["duration"]["value"], s["duration"]["unit"]) for s in steps[:3]]
    assert times == [(15, "minute"), (1.5, "hour"), (3, "day")]
    assert "duration" not in steps[3]
    assert "1 bulan" in steps[3]["note"]
    assert steps[3]["actor"].startswith("(isi)")
    assert len(steps) == 4  # a total is no step, nor is the row of numbers
    for told in ("Jumlah waktu", "1 bulan", "SOP Kenaikan Pangkat", "actor of step 4"):
        assert told in done.stdout
    assert errors(qms) == []


def test_the_same_table_in_excel_says_the_same(qms, tmp_path):
    rows = [[{"^": "", "<": ""}.get(text, text) for text in row] for row in FLOW]
    lay(tmp_path, {"not merged.xlsx": sheet(rows)})
    smm("import", tmp_path / "not merged.xlsx", qms, "--yes")
    steps = values(qms / "sop/SOP-01.md")["steps"]
    assert [step["actor"] for step in steps][:3] == ["Analis", "Kasubbag", "Kepala"]
    assert steps[1]["duration"] == {"value": 1.5, "unit": "hour"}


def test_a_column_of_names_and_a_unit_in_the_heading(qms, tmp_path):
    rows = [
        ["No", "Kegiatan", "Pelaksana", "Waktu (menit)"],
        [1, "Menerima", "Analis", 15],
        [2, "Memeriksa", "Kepala", "2 jam"],
    ]
    smm("import", lay(tmp_path, {"Cuti.xlsx": sheet(rows)}) / "Cuti.xlsx", qms, "--yes")
    found = values(qms / "sop/SOP-01.md")
    assert found["title"] == "Cuti"
    assert [step["actor"] for step in found["steps"]] == ["Analis", "Kepala"]
    assert found["steps"][0]["duration"] == {"value": 15, "unit": "minute"}
    assert found["steps"][1]["duration"] == {"value": 2, "unit": "hour"}


def test_a_flow_goes_on_in_the_next_table(qms, tmp_path):
    more = [["5", "Menyampaikan", "x", "", "", "SK", "1 minggu", "SK", ""]]
    lay(tmp_path, {"sop.docx": sop(FLOW, more)})
    smm("import", tmp_path / "sop.docx", qms, "--yes")
    steps = values(qms / "sop/SOP-01.md")["steps"]
    assert (len(steps), steps[-1]["actor"]) == (5, "Analis")


def test_nothing_is_written_without_a_yes(qms, tmp_path):
    lay(tmp_path, {"sop.docx": sop(BOXES, FLOW)})
    before = contents(qms)
    done = smm("import", tmp_path / "sop.docx", qms)
    assert done.returncode == 0
    assert "--yes" in done.stdout
    assert "Menandatangani" in done.stdout
    assert contents(qms) == before


KPI = [
    ["PENGUKURAN KINERJA TAHUN 2019"],
    [],
    [
        "No",
        "Sasaran Strategis",
        "Indikator Kinerja",
        "Satuan",
        "Target",
        "",
        "Realisasi",
        "",
        "Bidang",
    ],
    ["", "", "", "", "TW I", "TW II", "TW I", "TW II", ""],
    [1, "Layanan baik", "Indeks kepuasan", "Indeks", "80,5", 81, "79,25", "1.234", "Sekretariat"],
    ["", "", "Tepat waktu", "", 0.9, 0.95, 0.85, "n/a", "Sekretariat"],
    [2, "Aduan turun", "Jumlah aduan", "aduan", "≤ 5", "", 3, "", "MUT"],
]


def test_a_kpi_sheet_becomes_objectives_with_series(qms, tmp_path):
    data = sheet(KPI, merged=["E3:F3", "G3:H3", "B5:B6"])
    done = smm("import", lay(tmp_path, {"k.xlsx": data}) / "k.xlsx", qms, "--yes")
    assert done.returncode == 0, done.stderr
    first, second = (values(qms / f"sasaran/SM-0{n}.yaml") for n in (1, 2))
    assert [kpi["title"] for kpi in first["kpis"]] == ["Indeks kepuasan", "Tepat waktu"]
    assert first["kpis"][0]["targets"] == [
        {"period": "2019-Q1", "value": 80.5},
        {"period": "2019-Q2", "value": 81},
    ]
    assert first["owner"] == "SEK"
    assert first["policy_point"] == "BM-01"  # the only one there is
    assert (second["owner"], second["kpis"][0]["formula"]) == ("MUT", "minimize")
    series = (qms / "sasaran/IKU-01.csv").read_text("utf-8")
    assert series == "period;value\n2019-Q1;79,25\n"  # 1.234 can be read in two ways
    for told in ("1.234", "n/a", "H5", "H6", "unit of measure"):
        assert told in done.stdout
    assert errors(qms) == []


def test_a_share_is_read_as_excel_shows_it_and_a_csv_by_its_delimiter(qms, tmp_path):
    text = "Sasaran,Indikator,Satuan,Target 2019,Realisasi 2019,Bidang\nA,B,%,95.5,90.25,SEK\n"
    smm("import", lay(tmp_path, {"k.csv": text}) / "k.csv", qms, "--yes")
    (kpi,) = values(qms / "sasaran/SM-01.yaml")["kpis"]
    assert kpi["targets"] == [{"period": "2019", "value": 95.5}]
    assert (qms / "sasaran/IKU-01.csv").read_text("utf-8") == "period;value\n2019;90,25\n"


def test_a_sheet_without_a_year_asks_for_one(qms, tmp_path):
    rows = [["Sasaran", "Indikator", "Satuan", "Target"], ["A", "B", "%", 95]]
    file = lay(tmp_path, {"k.xlsx": sheet(rows)}) / "k.xlsx"
    done = smm("import", file, qms, "--yes")
    assert done.returncode == 2
    assert "--year" in done.stdout
    assert smm("import", file, qms, "--yes", "--year", 2020).returncode == 0
    assert errors(qms) == []


RISKS = [
    ["No", "Kode", "Pernyataan Risiko", "Dampak", "Pemilik Risiko", "Analisis", "", "", "Mitigasi",
     "Target Waktu", "Risiko Residual", ""],
    ["", "", "", "", "", "K", "D", "Level", "", "", "K", "D"],
    [1, "R.19.01", "Berkas hilang", "Terlambat", "Sekretariat", 3, 4, 12, "Digitalisasi",
     date(2021, 6, 30), 2, 3],
    [2, "R.19.02", "Salah data", "Keliru", "Bidang Antah", "Jarang", "Besar", 8, "Periksa ulang",
     "segera", "", ""],
    [3, "", "Listrik padam", "Terhenti", "MUT", 7, 2, 8, "Genset", "", "", ""],
]  # fmt: skip
MERGED = ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:E2", "F1:H1", "I1:I2", "J1:J2", "K1:L1"]


def test_a_risk_sheet_becomes_a_register(qms, tmp_path):
    file = lay(tmp_path, {"r.xlsx": sheet(RISKS, merged=MERGED)}) / "r.xlsx"
    done = smm("import", file, qms, "--yes", "--owner", "SEK")
    assert done.returncode == 0, done.stderr
    first, second = values(qms / "risiko/RR-01.yaml")["entries"]
    assert (first["id"], first["likelihood"], first["impact"]) == ("R.19.01", 3, 4)
    assert (first["likelihood_after"], first["impact_after"]) == (2, 3)
    assert first["effect"] == "Terlambat"  # the column Dampak of words, not that of scores
    assert first["treatments"] == [{"what": "Digitalisasi", "due": "2021-06-30"}]
    assert (second["likelihood"], second["impact"]) == (2, 4)
    assert second["owner"] == "SEK"
    for told in ("Bidang Antah", "segera", "Listrik padam", "F5"):
        assert told in done.stdout
    assert errors(qms) == []


def test_an_owner_that_nobody_knows_stays_a_blank_and_is_told(qms, tmp_path):
    file = lay(tmp_path, {"r.xlsx": sheet(RISKS, merged=MERGED)}) / "r.xlsx"
    done = smm("import", file, qms, "--yes")
    second = values(qms / "risiko/RR-01.yaml")["entries"][1]
    assert second["owner"].startswith("(isi)")
    assert errors(qms) == ["SMM201"]
    assert done.stdout.rstrip().count("(isi)") >= 2  # in what was read, and in what validate says


def test_ids_are_those_of_nothing_else(qms, tmp_path):
    file = lay(tmp_path, {"r.xlsx": sheet(RISKS, merged=MERGED)}) / "r.xlsx"
    smm("import", file, qms, "--yes", "--owner", "SEK")
    done = smm("import", file, qms, "--yes", "--owner", "SEK")
    assert "R.19.01" in done.stdout
    assert [e["id"] for e in values(qms / "risiko/RR-02.yaml")["entries"]] == ["R-01", "R-02"]
    assert errors(qms) == []


def test_what_looks_like_another_kind_is_told(qms, tmp_path):
    import openpyxl

    book = openpyxl.load_workbook(lay(tmp_path, {"b.xlsx": sheet(RISKS)}) / "b.xlsx")
    for row in [["Sasaran", "Indikator", "Target"], ["A", "B", 1]]:
        (book["IKU"] if "IKU" in book else book.create_sheet("IKU")).append(row)
    hidden = book.create_sheet("rahasia")
    hidden.append(["x"])
    hidden.sheet_state = "hidden"
    lay(tmp_path, {"b.xlsx": saved(book)})
    done = smm("import", tmp_path / "b.xlsx", qms)
    assert "--as objective" in done.stdout
    assert "sheet rahasia" in done.stdout
    done = smm("import", tmp_path / "b.xlsx", qms, "--as", "objective", "--year", 2019)
    assert "IKU-01" in done.stdout


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.docx", b"PK\x03\x04", "damaged"),
        ("a.xlsx", b"", "empty"),
        ("a.csv", b"\xff\xfe\x00", "UTF-16"),
        ("a.doc", b"\xd0\xcf\x11\xe0", "damaged"),
        ("a.odt", b"<html>", "web page"),
    ],
)
def test_misuse_is_told(qms, tmp_path, name, data, said):
    done = smm("import", lay(tmp_path, {name: data}) / name, qms, "--yes")
    assert done.returncode == 2
    assert said in done.stderr


def test_what_is_not_what_its_name_says_is_given_to_no_program(qms, tmp_path, monkeypatch):
    given = []
    monkeypatch.setattr("smmkit.office.converting.program", lambda *_: "soffice")
    monkeypatch.setattr("smmkit.office.converting.run", lambda *call: given.append(call))
    smm("import", lay(tmp_path, {"a.odt": b"<html>"}) / "a.odt", qms, "--yes")
    assert not given


def test_an_unknown_unit_is_told(qms, tmp_path):
    file = lay(tmp_path, {"r.xlsx": sheet(RISKS)}) / "r.xlsx"
    done = smm("import", file, qms, "--owner", "XYZ")
    assert done.returncode == 2
    assert "SEK (Sekretariat), MUT" in done.stderr


PAPER = (EXAMPLE / "bukti/sk-tim-mutu.pdf").read_bytes()


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.pdf", PAPER), ("a.xlsx", sheet([["Apa", "Siapa"], [1, 2]]))],
)
def test_what_is_no_known_form_is_registered_as_it_is(qms, tmp_path, name, data):
    file = lay(tmp_path, {name: data}) / name
    done = smm("import", file, qms, "--yes")
    assert done.returncode == 0
    assert "none of the forms that are read" in done.stdout
    assert (qms / "dokumen/DOK-01" / name).read_bytes() == data
    done = smm("import", file, qms, "--yes", "--as", "people")
    assert done.returncode == 2
