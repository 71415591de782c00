"""smm import of the minutes of a management review, and of who was at a meeting."""

from __future__ import annotations

from pathlib import Path

import pytest
from papers import QMS, sheet
from test_import_layouts import made, taken, text
from test_import_papers import PEOPLE

from folders import lay
from running import smm

HEAD = [
    ["Hari/Tanggal", ": Kamis, 17 Desember 2020"],
    ["Tempat", ": Aula"],
    ["Pimpinan Rapat", ": Sekretaris"],
    ["Notulis", ": Siti Rekaan"],
    ["Peserta", ": 1. Siti Rekaan\n2. Orang Asing"],
]
HEADING = [
    "No",
    "Agenda",
    "Pembahasan",
    "Keputusan/Tindak Lanjut",
    "PIC",
    "Target Waktu",
    "Anggaran",
]
ROWS = [
    [
        "1",
        "Hasil audit internal",
        "4 temuan minor",
        "1. Melatih auditor\n2. Revisi SOP",
        "Sekretariat",
        "Maret 2021",
        "0",
    ],
    ["2", "Lain-lain", "Parkir", "-", "Bidang Mutasi", "", ""],
    ["3", "Kepuasan pelanggan", "IKM 82,89", "Tingkatkan layanan", "Bagian Antah", "segera", ""],
]
TITLE = "NOTULEN RAPAT TINJAUAN MANAJEMEN"


@pytest.fixture
def qms(tmp_path: Path) -> Path:
    return lay(tmp_path / "qms", QMS | {"orang.yaml": PEOPLE})


def test_minutes_become_a_review_with_its_decisions(qms: Path) -> None:
    said = taken(qms, "n.docx", text(TITLE, HEAD, "Pembahasan", [HEADING, *ROWS]), "--lang", "en")
    found = made(qms, "tinjauan/RTM-01.yaml")
    assert str(found["date"]) == "2020-12-17"
    assert (found["chair"], found["recorded_by"], found["participants"]) == (
        "P-01",
        "P-01",
        ["P-01"],
    )
    assert [one["topic"] for one in found["inputs"]] == [
        "audits",
        "(isi) masukan tinjauan yang mana: Lain-lain",
        "customer-satisfaction",
    ]
    assert found["inputs"][0]["what"] == "Hasil audit internal: 4 temuan minor"
    decided = [(d["decision_type"], d["what"], d["owner"]) for d in found["decisions"]]
    assert decided == [
        ("resources", "Melatih auditor", "SEK"),
        ("change", "Revisi SOP", "SEK"),
        ("improvement", "Tingkatkan layanan", "(isi) pemilik"),
    ]
    assert str(found["decisions"][1]["due"]) == "2021-03-31"
    assert found["decisions"][2]["due"].startswith("(isi)")
    for cell in ("Orang Asing", "Aula", "Bagian Antah", "segera", "Anggaran", "Bidang Mutasi"):
        assert cell in said.partition("Not read")[2].partition("Still to be")[0]
    assert "Melatih auditor is about: resources" in said.partition("Assumed")[2]


def test_the_same_minutes_twice_are_one_review(qms: Path) -> None:
    data = text(TITLE, HEAD[:4], "Pembahasan", [HEADING, ROWS[0]])
    taken(qms, "n.docx", data)
    again = smm(
        "import", lay(qms.parent / "p", {"m.docx": data}) / "m.docx", qms, "--yes", "--lang", "en"
    )
    assert again.returncode == 2
    assert "of this day already: RTM-01; not taken" in again.stdout
    assert not (qms / "tinjauan/RTM-02.yaml").exists()


def test_minutes_as_a_form_of_words_and_text_below_are_read_or_told(qms: Path) -> None:
    form = [
        *HEAD[:4],
        ["Pembahasan", "1. Audit selesai\n2. Risiko tiga"],
        ["Keputusan", "1. Tutup temuan\n2. Perbarui risiko"],
        ["Penanggung Jawab", "Siti Rekaan"],
        ["Batas Waktu", "31 Januari 2021"],
    ]
    said = taken(qms, "n.docx", text(TITLE, form, "Kesimpulan: sistem efektif"), "--lang", "en")
    found = made(qms, "tinjauan/RTM-01.yaml")
    assert [one["topic"] for one in found["inputs"]] == ["audits", "risks"]
    assert [d["what"] for d in found["decisions"]] == ["Tutup temuan", "Perbarui risiko"]
    assert {d["owner"] for d in found["decisions"]} == {"SEK"}
    unread = said.partition("Not read")[2]
    assert found["conclusion"] == "sistem efektif"
    assert "Risiko tiga" not in unread.partition("Still")[0]
    assert "the unit of P-01: SEK" in said


def test_a_list_of_decisions_in_a_workbook_says_its_day_in_its_title(qms: Path) -> None:
    rows = [
        ["TINDAK LANJUT RAPAT TINJAUAN MANAJEMEN 17 DESEMBER 2020"],
        ["No", "Keputusan", "Tindak Lanjut", "PIC", "Batas Waktu", "Status"],
        [1, "Tambah loket", "Usulkan anggaran", "Sekretariat", "31/03/2021", "Proses"],
    ]
    said = taken(qms, "tl.xlsx", sheet(rows), "--lang", "en")
    found = made(qms, "tinjauan/RTM-01.yaml")
    assert str(found["date"]) == "2020-12-17"
    assert found["decisions"][0]["what"] == "Tambah loket: Usulkan anggaran"
    assert "Proses" in said.partition("Not read")[2]


@pytest.mark.parametrize(
    ("title", "is_training"),
    [
        ("Acara : Rapat Tinjauan Manajemen", False),
        ("Kegiatan: Rapat Koordinasi Pelayanan", False),
        ("Acara : Rapat sosialisasi kebijakan mutu", True),
        ("Acara : Bimtek audit internal", True),
    ],
)
def test_who_was_at_a_meeting_was_trained_in_nothing(
    qms: Path, title: str, is_training: bool
) -> None:
    names = [["No", "Nama", "Jabatan", "Tanda Tangan"], ["1", "Siti Rekaan", "Sekretaris", ""]]
    file = lay(qms.parent / "p", {"h.docx": text("DAFTAR HADIR", title, names)}) / "h.docx"
    done = smm("import", file, qms, "--yes", "--lang", "en")
    assert done.returncode == 0, done.stderr
    assert (qms / "pelatihan/PLT-01.yaml").exists() is is_training
    assert ("is a meeting, no training" in done.stdout) is not is_training
    assert (qms / "dokumen/DOK-01.yaml").exists() is not is_training


def test_minutes_of_another_meeting_are_registered_and_read_where_asked(qms: Path) -> None:
    rows = [
        HEADING[:-1],
        ["1", "Parkir", "Sempit", "Perbaikan parkir", "Sekretariat", "Maret 2021"],
    ]
    head = text("NOTULEN RAPAT STAF", "Hari/Tanggal: Rabu, 4 Maret 2020", rows)
    file = lay(qms.parent / "p", {"Notulen.docx": head}) / "Notulen.docx"
    assert smm("import", file, qms, "--yes").returncode == 0
    registered = made(qms, "dokumen/DOK-01.yaml")
    assert (registered["title"], str(registered["issued"])) == ("NOTULEN RAPAT STAF", "2020-03-04")
    assert smm("import", file, qms, "--yes", "--as", "management-review").returncode == 0
    assert made(qms, "tinjauan/RTM-01.yaml")["decisions"][0]["owner"] == "SEK"
