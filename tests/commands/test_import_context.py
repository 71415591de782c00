"""smm import of what an agency stands among and gives: issues, services, and times that say no year."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest
from papers import grid, saved, sheet
from test_import_papers import HOME

from folders import lay
from running import smm
from smmkit.yaml_text.source import Source


@pytest.fixture
def qms(tmp_path: Path) -> Path:
    return lay(tmp_path / "qms", {"qms.yaml": HOME})


def taken(qms: Path, name: str, data: bytes, *more: str, code: int = 0) -> str:
    file = lay(qms.parent / "papers", {name: data}) / name
    done = smm("import", file, qms, "--yes", "--owner", "SEK", *more)
    assert done.returncode == code, done.stderr + done.stdout
    return " ".join((done.stdout + done.stderr).split())


def values(qms: Path, path: str) -> dict[str, Any]:
    return Source.parse(path, (qms / path).read_bytes()).values


def page(*rows: tuple[str, ...], above: tuple[str, ...] = ()) -> bytes:
    """A Word file: lines, then a table."""
    document = docx.Document()
    for line in above:
        document.add_paragraph(line)
    grid(document, rows)
    return saved(document)


SIDE = [["No", "Isu", "Jenis", "Dampak", "Tindak Lanjut"], [1, "Server tua", "I", "Lambat", "Beli"]]
SIDE += [[2, "Perubahan iklim", "Eksternal", "Banjir", ""]]
BESIDE = [["No", "Isu Internal", "Dampak", "Isu Eksternal", "Dampak"]]
BESIDE += [[1, "Server tua", "Lambat", "1. Perubahan iklim\n2. Pilkada", "Banjir"]]
PARTS = (("No", "Isu", "Dampak"), ("A", "ISU INTERNAL", "<"), ("1", "Server tua", "Lambat"))
PARTS += (("B", "ISU EKSTERNAL", "<"), ("1", "Perubahan iklim", "Banjir"))


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("Isu.xlsx", sheet(SIDE), "Lembar, cell E1"),
        ("Isu.xlsx", sheet(BESIDE), "climate change"),
        ("Isu.docx", page(*PARTS, above=("Konteks organisasi",)), "heads the rows below"),
    ],
)
def test_issues_have_their_side_however_the_list_says_it(
    qms: Path, name: str, data: bytes, told: str
) -> None:
    said = taken(qms, name, data)
    first, second, *_ = values(qms, "konteks/ISU-01.yaml")["entries"]
    assert told in said
    assert "another column has this name" not in said
    assert (first["title"], first["side"], first["effect"]) == ("Server tua", "internal", "Lambat")
    assert (second["side"], second["climate"], second["effect"]) == ("external", True, "Banjir")
    assert "is there already as IS-01" in taken(qms, name, data, code=2)


PROMISES = [
    "No",
    "Jenis Layanan",
    "Persyaratan",
    "Prosedur",
    "Waktu",
    "Biaya",
    "Produk",
    "Dasar Hukum",
]
AKTA = [
    1,
    "Akta Kematian",
    "1. Surat\n2. KTP",
    "1. Daftar\n2. Cetak",
    "3 hari",
    "Gratis",
    "Akta",
    "UU 24",
]


def test_a_list_of_services_with_promises_makes_their_standards_too(qms: Path) -> None:
    said = taken(qms, "Layanan.xlsx", sheet([PROMISES, AKTA]))
    (entry,) = values(qms, "layanan/DL-01.yaml")["entries"]
    assert (entry["title"], entry["owner"]) == ("Akta Kematian", "SEK")
    promised = values(qms, "layanan/SP-01.yaml")
    assert (promised["service"], promised["promised_days"]) == (entry["id"], 3)
    assert promised["requirements"] == ["Surat", "KTP"]
    assert "UU 24 this is no regulation of the register" in said
    again = taken(qms, "Layanan.xlsx", sheet([PROMISES, AKTA]), code=2)
    assert f"is there already as {entry['id']}" in again
    assert "3 hari a service standard takes it; it was not taken" in again


def test_a_list_of_services_alone_makes_no_standards_and_tells_what_one_would_take(
    qms: Path,
) -> None:
    rows = [
        ["No", "Nama Layanan", "Unit", "Pengguna", "Waktu", "SOP Terkait"],
        [1, "Akta", "CAPIL", "Warga", "3 hari", "SOP-07"],
    ]
    said = taken(qms, "Layanan.xlsx", sheet(rows))
    (entry,) = values(qms, "layanan/DL-01.yaml")["entries"]
    assert (entry["owner"], entry["customers"]) == ("CAPIL", ["Warga"])
    assert "E2 3 hari a service standard takes it" in said
    assert "F2 SOP-07 there is no such procedure in the QMS yet" in said
    assert not (qms / "layanan/SP-01.yaml").exists()


RISK = [["No", "Risiko", "Penyebab", "K", "D", "Penanganan", "Waktu"]]
RISK += [[1, "Berkas hilang", "Penuh", 3, 4, "Pindai", "Juni"]]


def test_a_month_without_a_year_is_told_unless_the_year_is_known(qms: Path) -> None:
    said = taken(qms, "Risiko.xlsx", sheet(RISK))
    assert "it says no year; write Juni 20" in said, said
    taken(qms, "Risiko.xlsx", sheet(RISK), "--year", "2021")
    (risk,) = values(qms, "risiko/RR-02.yaml")["entries"]
    assert risk["treatments"][0]["due"] == "2021-06-30"


def test_a_month_without_a_year_in_minutes_is_the_next_one(qms: Path) -> None:
    rows = (("No", "Agenda", "Keputusan", "PIC", "Target"),)
    rows += (("1", "Hasil audit", "Tutup", "SEK", "Januari"),)
    rows += (("2", "Risiko", "Catat", "SEK", "Desember"),)
    above = ("NOTULEN TINJAUAN MANAJEMEN", "Hari/Tanggal: Selasa, 15 Desember 2020")
    taken(qms, "Notulen.docx", page(*rows, above=above))
    made = values(qms, "tinjauan/RTM-01.yaml")["decisions"]
    assert [one["due"] for one in made] == ["2021-01-31", "2020-12-31"]


def test_marks_below_quarters_say_when_a_training_is_due(qms: Path) -> None:
    rows = [
        ["RENCANA PELATIHAN 2021"],
        ["No", "Nama Pelatihan", "Peserta", "TW I", "TW II", "TW III"],
    ]
    rows += [[1, "Audit", "Auditor", "v", "", "v"], [2, "Arsip", "Semua", "", "", ""]]
    said = taken(qms, "Rencana.xlsx", sheet(rows))
    first, second = values(qms, "pelatihan/KOM-01.yaml")["training_plan"]
    assert first["due"] == "2021-09-30"
    assert "TW I, TW III is taken as" in said
    assert str(second["due"]).startswith("(")


STEPS = [["Nama SOP", "Penataan Arsip"], [], ["No", "Kegiatan", "Pelaksana", "Waktu", "", "Ket"]]
STEPS += [["", "", "", "Jam", "Menit", ""], [1, "Menerima arsip", "Arsiparis", 1, 30, ""]]
STEPS += [
    [2, "Layak simpan?", "Kasubbag", 0, 10, "Ya: 3, Tidak: 1"],
    [3, "Simpan", "Arsiparis", "", 5, ""],
]


def test_hours_and_minutes_in_two_columns_and_both_answers_in_a_note(qms: Path) -> None:
    taken(qms, "SOP.xlsx", sheet(STEPS))
    steps = values(qms, "sop/SOP-01.md")["steps"]
    assert [str(one["duration"]["value"]) for one in steps] == ["90", "10", "5"]
    assert steps[1]["leads_to"] == [{"to": 3, "answer": "Ya"}, {"to": 1, "answer": "Tidak"}]


def test_a_job_sheet_takes_its_title_from_the_lines_above_it(qms: Path) -> None:
    rows = (("No. Dokumen", "IK/01"), ("Tanggal Terbit", "5 Januari 2020"), ("Tujuan", "Aman"))
    rows += (("Langkah Kerja", "1. Buka\n2. Salin"),)
    taken(qms, "IK.docx", page(*rows, above=("INSTRUKSI KERJA", "CADANGAN DATA")))
    assert values(qms, "sop/SOP-01.md")["title"] == "Cadangan Data"


def test_questions_of_a_csv_keep_their_capitals(qms: Path) -> None:
    asked = ["Timestamp", "Kesesuaian Persyaratan KTP?", "Kemudahan Prosedur?", "Kecepatan Waktu?"]
    line = ["2020/01/05 9:01:02 AM GMT+7", "Sesuai", "Mudah", "Cepat"]
    taken(qms, "Survei.csv", "\n".join(map(",".join, (asked, line))).encode())
    made = values(qms, "pelanggan/SKM-01.yaml")
    assert made["questions"][0]["title"] == "Kesesuaian Persyaratan KTP?"
    assert made["date"] == "2020-01-05"
