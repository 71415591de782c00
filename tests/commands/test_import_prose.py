"""smm import of forms that are written in paragraphs, without a table."""

from __future__ import annotations

from pathlib import Path

import pytest
from papers import QMS, word

from folders import lay
from running import smm
from smmkit.yaml_text.source import Source


@pytest.fixture
def qms(tmp_path: Path) -> Path:
    return lay(tmp_path / "qms", QMS)


def told(qms: Path, name: str, *lines: str, table: list[list[str]] | None = None) -> str:
    """What is said of a Word file with these lines, which is taken."""
    file = lay(qms.parent / "papers", {name: word(*lines, table=table or [])}) / name
    done = smm("import", file, qms, "--yes", "--owner", "SEK", "--class", "terbuka")
    assert done.returncode == 0, done.stderr
    return " ".join(done.stdout.split())


POST = (
    "URAIAN JABATAN",
    "1. NAMA JABATAN\t: Analis Data",
    "2. UNIT KERJA : Bidang Mutasi",
    "3. IKHTISAR JABATAN",
    "Mengolah data.",
    "4. TUGAS POKOK",
    "a. Mengumpulkan data",
    "b. Menganalisis data",
    "5. HASIL KERJA",
    "a. Laporan tahunan",
    "6. WEWENANG",
    "a. Meminta data",
    "Kota Rekaan, 3 Januari 2020",
    "Sekretaris,",
)


def test_a_job_sheet_in_paragraphs(qms: Path) -> None:
    said = told(qms, "jabatan.docx", *POST)
    text = (qms / "uraian-tugas/UT-01.yaml").read_text("utf-8")
    assert "title: Analis Data" in text
    assert "unit: MUT" in text
    assert "duties:\n  - Mengumpulkan data\n  - Menganalisis data" in text
    assert "authority:\n  - Meminta data\n" in text
    assert "a. Laporan tahunan" in said
    assert "Sekretaris," in said


def test_a_letter_that_names_a_post_and_a_task_is_no_job_sheet(qms: Path) -> None:
    """And who is sent is no title of it."""
    told(
        qms,
        "Surat Tugas.docx",
        "SURAT TUGAS",
        "Nama : Siti Rekaan",
        "Jabatan : Analis",
        "Tugas : Hadir",
    )
    text = (qms / "dokumen/DOK-01.yaml").read_text("utf-8")
    assert "title: Surat Tugas" in text


def test_a_work_instruction_in_paragraphs(qms: Path) -> None:
    lines = ("INSTRUKSI KERJA", "PENCETAKAN KTP-EL", "No. Dokumen : IK-03", "No. Revisi : 02")
    purpose = ("1. TUJUAN", "Mencetak dengan benar.", "2. RUANG LINGKUP", "Semua loket.")
    steps = (
        "3. LANGKAH KERJA",
        "3.1 Operator mencetak kartu.",
        "3.2 Kepala Seksi memeriksa; bila cacat, kembali ke 3.1.",
    )
    said = told(qms, "ik.docx", *lines, *purpose, *steps)
    text = (qms / "sop/SOP-01.md").read_text("utf-8")
    assert "title: Pencetakan KTP-el" in text
    assert "number: IK-03" in text
    assert 'version: "02"' in text
    assert "actor: Kepala Seksi" in text
    assert "to: 1\n        answer: Tidak" in text
    assert "Semua loket." in said
    assert "Operator mencetak kartu. it is not" not in said


def test_what_a_hospital_numbers_anew_in_each_part_leads_nowhere(qms: Path) -> None:
    """`kembali ke langkah 1` of part B is not step 1 of part A."""
    steps = "A. Satu\n1. Petugas menyapa.\nB. Dua\n1. Petugas mencatat; bila salah, kembali ke langkah 1."
    table = [["Pengertian", "Cara"], ["Prosedur", steps]]
    told(qms, "spo.docx", table=table)
    text = (qms / "sop/SOP-01.md").read_text("utf-8")
    assert "leads_to" not in text
    assert "(isi)" in text


def test_a_service_standard_in_paragraphs(qms: Path) -> None:
    parts = ("1. Persyaratan", "a. Fotokopi KK", "2. Prosedur", "a. Datang", "b. Pulang")
    more = ("3. Jangka Waktu", "2 hari kerja", "4. Biaya/Tarif", "Gratis", "5. Produk", "Kartu")
    told(qms, "sp.docx", "STANDAR PELAYANAN PENERBITAN KTP-EL", *parts, *more)
    text = (qms / "layanan/SP-01.yaml").read_text("utf-8")
    assert "title: Penerbitan KTP-el" in text
    assert "requirements:\n  - Fotokopi KK\n" in text
    assert "promised_days: 2" in text


def test_a_manual_with_the_same_headings_is_registered(qms: Path) -> None:
    """It says nowhere that it is a procedure."""
    told(
        qms,
        "Pedoman Mutu.docx",
        "PEDOMAN MUTU",
        "1. Tujuan",
        "Acuan.",
        "2. Prosedur",
        "Disusun tim.",
    )
    assert (qms / "dokumen/DOK-01.yaml").exists()


def test_lines_above_the_table_of_a_finding_say_its_clause(qms: Path) -> None:
    import docx
    from papers import grid, saved

    document = docx.Document()
    for line in ("LEMBAR KETIDAKSESUAIAN", "Klausul : 7.2", "Unit : Sekretariat"):
        document.add_paragraph(line)
    grid(document, [["Uraian Ketidaksesuaian", "Kategori"], ["Tanpa bukti", "Minor"]])
    file = lay(qms.parent, {"lks.docx": saved(document)}) / "lks.docx"
    assert smm("import", file, qms, "--yes", "--owner", "SEK").returncode == 0
    assert 'clause: "7.2"' in (qms / "temuan/T-01.yaml").read_text("utf-8")


def test_scores_of_who_is_in_no_register_are_told(qms: Path) -> None:
    """They vanished: only people of the register have scores."""
    table = [
        ["Nama", "Unit", "Nilai Pre", "Nilai Post"],
        ["Siti Rekaan", "Sekretariat", "55", "80"],
    ]
    said = told(qms, "hadir.docx", table=table)
    assert "55 a score is kept" in said
    assert "80 a score is kept" in said


def test_an_spo_of_paragraphs_has_its_boxes_in_a_table_and_the_word_for_steps_heads_them(
    qms: Path,
) -> None:
    lines = (
        "RSUD CONTOH",
        "STANDAR PROSEDUR OPERASIONAL",
        "Pengertian: Kadar gula.",
        "Tujuan: Aman.",
    )
    lines += ("Prosedur", "Petugas menerima sampel.", "Analis memeriksa sampel.")
    boxes = [["No. Dokumen", "LAB/12"], ["Judul", "Gula darah"], ["No. Revisi", "02"]]
    told(qms, "SPO gula.docx", *lines, table=boxes)
    front = Source.parse("x.md", (qms / "sop/SOP-01.md").read_bytes()).values
    assert [front[name] for name in ("title", "number", "version")] == [
        "Gula darah",
        "LAB/12",
        "02",
    ]
    assert [one["actor"] for one in front["steps"]] == ["Petugas", "Analis"]
