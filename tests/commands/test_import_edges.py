"""smm import: what stands around a table is no row of it, and what heads it from above counts."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from papers import QMS, saved, sheet, taken, word

from folders import lay
from running import smm


@pytest.fixture
def qms(tmp_path: Path) -> Path:
    return lay(tmp_path / "qms", QMS)


def said(qms: Path, path: str) -> str:
    return (qms / path).read_text("utf-8")


SIGNED = [
    [],
    ["", "", "", "", "Kota Rekaan, 2 Januari 2020"],
    ["", "", "", "", "Kepala Badan,"],
    [],
    ["", "", "", "", "Dra. Contoh Rekaan"],
    ["", "", "", "", "NIP 196905121990032004"],
]


def test_who_signs_a_staff_list_is_no_person_of_it(qms: Path) -> None:
    """Two columns are called NAMA: the block below the school became three people, one a number."""
    rows = [
        ["NO", "NAMA", "JABATAN", "TMT", "PENDIDIKAN", ""],
        ["", "", "", "", "NAMA", "LULUS"],
        [1, "Siti Rekaan", "Analis pada Bidang Mutasi", "01-04-2019", "S1", 2001],
        *SIGNED,
    ]
    told = taken(qms, rows)
    text = said(qms, "orang/ORG-01.yaml")
    assert text.count("title:") == 2
    assert "1969" not in text
    assert "unit: MUT" in text
    assert "Kota Rekaan, 2 Januari 2020 / Kepala Badan, / Dra. Contoh Rekaan / NIP" in told


@pytest.mark.parametrize(
    "below",
    [
        SIGNED,
        [[], ["Mengetahui,", "", "", "Kota Rekaan, 2 Januari 2020"], ["Kepala", "", "", "Ketua"]],
        [["Catatan: sementara"], ["Sumber: bagian umum"]],
        [[], ["", "Sekretaris,"], ["", "Budi Rekaan"], ["", "NIP. 197201011998031002"]],
    ],
    ids=["day", "two", "notes", "number"],
)
def test_what_stands_below_a_list_is_told_and_is_no_entry(
    qms: Path, below: list[list[object]]
) -> None:
    heads = ["No", "Nama Penyedia", "Jenis Barang/Jasa", "Kontrak", "Unit"]
    taken(qms, [heads, [1, "CV Rekaan", "Kertas", "K-1", "Sekretariat"], *below])
    assert said(qms, "sumber-daya/PE-01.yaml").count("- id: ") == 1


def test_a_name_alone_in_the_last_row_stays_an_entry(qms: Path) -> None:
    """A false alarm: the last provider has no contract yet."""
    heads = ["No", "Nama Penyedia", "Jenis Barang/Jasa", "Kontrak"]
    taken(qms, [heads, [1, "CV Rekaan", "Kertas", "K-1"], [2, "UD Misal", "", ""]])
    assert said(qms, "sumber-daya/PE-01.yaml").count("- id: ") == 2


def test_the_day_below_a_table_is_that_of_all_evaluations(qms: Path) -> None:
    """Their scores were dropped, since no column says the day; the decision went before the predicate."""
    rows = [
        ["No", "Nama Penyedia", "Jenis Barang/Jasa", "Nilai Total", "Predikat", "Tindak Lanjut"],
        [1, "UD Misal", "Katering", 50, "Baik", "Tidak dipakai lagi"],
        ["Tanggal evaluasi: 15 Desember 2019"],
    ]
    taken(qms, rows)
    text = said(qms, "sumber-daya/PE-01.yaml")
    assert "on: 2019-12-15" in text
    assert "score: 50" in text
    assert "stays: false" in text


def test_a_heading_merged_over_others_above_counts(qms: Path) -> None:
    """RTP stands over Uraian, Penanggung Jawab and Waktu: what is done was not read."""
    rows = [
        ["No", "Risiko", "", "Analisis", "", "RTP", "", ""],
        ["", "Pernyataan Risiko", "Sebab", "K", "D", "Uraian", "Penanggung Jawab", "Waktu"],
        [
            1,
            "Blangko habis",
            "Salah hitung",
            4,
            4,
            "Menyusun prakiraan",
            "Sekretariat",
            "2020-06-30",
        ],
    ]
    file = lay(qms.parent, {"r.xlsx": sheet(rows, merged=["A1:A2", "B1:C1", "D1:E1", "F1:H1"])})
    done = smm("import", file / "r.xlsx", qms, "--yes", "--owner", "SEK")
    assert done.returncode == 0, done.stderr
    assert "what: Menyusun prakiraan" in said(qms, "risiko/RR-01.yaml")


def test_what_it_is_measured_in_may_stand_in_brackets(qms: Path) -> None:
    """The unit was taken for a grade, and asked for."""
    rows = [["Sasaran", "Indikator", "Target 2020"], ["Puas", "Kepuasan", "88,50 (Indeks)"]]
    told = taken(qms, rows)
    text = said(qms, "sasaran/SM-01.yaml")
    assert "measured_in: Indeks" in text
    assert "value: 88.5" in text
    assert "grade" not in told


def test_the_first_page_of_a_procedure_may_be_a_sheet_of_its_own(qms: Path) -> None:
    book = openpyxl.Workbook()
    heads = ["No", "Aktivitas", "Pelaksana", "Waktu", "Output", "Keterangan"]
    for row in (
        ["SOP SURAT MASUK"],
        heads,
        [1, "Menerima surat", "Agendaris", "5 menit", "Surat", ""],
        [
            2,
            "Memberi disposisi",
            "Kepala",
            "5 menit",
            "Disposisi",
            "Ya ke langkah 3, tidak ke langkah 1",
        ],
        [3, "Menyimpan", "Agendaris", "5 menit", "Arsip", ""],
    ):
        book.active.append(row)
    first = book.create_sheet("Identitas")
    for label, text in (("Nomor SOP", "SOP/02"), ("Tanggal Efektif", "5 Januari 2020")):
        first.append([label, ":", text])
    first.append(["Nama SOP", ":", "Penanganan Surat Masuk"])
    file = lay(qms.parent, {"s.xlsx": saved(book)}) / "s.xlsx"
    assert smm("import", file, qms, "--yes", "--owner", "SEK").returncode == 0
    text = said(qms, "sop/SOP-01.md")
    assert "number: SOP/02" in text
    assert "title: Penanganan Surat Masuk" in text
    assert "effective: 2020-01-05" in text
    assert text.count("answer:") == 2


def test_the_parts_of_an_spo_are_no_steps(qms: Path) -> None:
    steps = "A. Persiapan\n1. Petugas menyapa pasien.\nB. Pelaksanaan\n1. Petugas mencatat."
    table = [
        ["SPO", "Ditetapkan\nDirektur Rekaan"],
        ["Pengertian", "Cara menyapa"],
        ["Prosedur", steps],
    ]
    file = lay(qms.parent, {"s.docx": word(table=table)}) / "s.docx"
    done = smm("import", file, qms, "--yes", "--owner", "SEK")
    text = said(qms, "sop/SOP-01.md")
    assert text.count("activity:") == 2
    assert "note: A. Persiapan" in text
    assert "Direktur Rekaan" in done.stdout


def test_a_complaint_is_of_the_sort_that_its_own_column_says(qms: Path) -> None:
    """Kategori stands first and says the topic: a suggestion became a complaint."""
    rows = [
        ["Tracking ID", "Tanggal", "Isi Laporan Awal", "Kategori", "Klasifikasi", "Status Laporan"],
        ["1", "2020-02-02", "Mohon loket lansia", "Pelayanan", "ASPIRASI", "Proses"],
    ]
    told = taken(qms, rows)
    assert "feedback_type: suggestion" in said(qms, "pelanggan/ADU-01.yaml")
    assert "Pelayanan this column was not taken" in told
    assert "Status Laporan" in told


def test_who_and_by_when_stand_in_lines_of_their_own(qms: Path) -> None:
    action = "Menyusun daftar\nPenanggung jawab: Bidang Mutasi\nBatas waktu: 16 Maret 2020"
    table = [
        ["Nomor LKS : 3", "Klausul : 7.5.3"],
        ["Uraian ketidaksesuaian:\nTanpa daftar", "<"],
        ["Tindakan korektif:\n" + action, "<"],
    ]
    from docx import Document
    from papers import grid

    document = Document()
    grid(document, table)
    file = lay(qms.parent, {"l.docx": saved(document)}) / "l.docx"
    assert smm("import", file, qms, "--yes", "--owner", "SEK").returncode == 0
    text = said(qms, "temuan/T-01.yaml")
    assert "what: Menyusun daftar\n  owner: MUT\n  due: 2020-03-16" in text


def test_what_a_list_of_documents_says_besides_is_told(qms: Path) -> None:
    """Remarks, parts of the list and who signed it vanished without a word."""
    rows = [
        ["BADAN CONTOH"],
        ["Kode", "Judul Dokumen", "Revisi", "Ket"],
        ["LEVEL I - MANUAL", "", "", ""],
        ["MM-01", "Manual Mutu", "02", "baru"],
        [],
        ["", "", "Kota Rekaan, 2 Januari 2020", ""],
        ["", "", "Wakil Manajemen", ""],
    ]
    told = taken(qms, rows)
    for text in ("BADAN CONTOH", "LEVEL I - MANUAL", "the column Ket", "Wakil Manajemen"):
        assert text in told


def procedure(qms: Path, *rows: list[object], above: tuple[str, ...] = ()) -> str:
    """The procedure of a Word file with these rows below the usual heading."""
    import docx
    from papers import grid

    document = docx.Document()
    for line in above:
        document.add_paragraph(line)
    heads = ["No", "Kegiatan", "Petugas", "Kepala", "Waktu", "Keterangan"]
    top = ["No", "Kegiatan", "Pelaksana", "<", "Waktu", "Keterangan"]
    grid(document, [top, ["", "", *heads[2:4], "", ""], *[[*map(str, row)] for row in rows]])
    file = lay(qms.parent, {"prosedur.docx": saved(document)}) / "prosedur.docx"
    done = smm("import", file, qms, "--yes", "--owner", "SEK")
    assert done.returncode == 0, done.stderr
    return said(qms, "sop/SOP-01.md")


def test_one_answer_that_is_written_leads_and_the_other_goes_on(qms: Path) -> None:
    """`Ya/Tidak` in a cell was no decision, and vanished with it."""
    text = procedure(
        qms,
        [1, "Menelaah. Berwenang?", "", "Ya/Tidak", "1 jam", "Tidak: ke no. 3"],
        [2, "Menindaklanjuti", "x", "", "1 jam", ""],
        [3, "Menjawab", "x", "", "1 jam", ""],
    )
    assert "- to: 2\n        answer: Ya\n      - to: 3\n        answer: Tidak" in text


def test_a_row_with_a_letter_names_a_part_and_is_no_step(qms: Path) -> None:
    text = procedure(
        qms,
        ["A", "PERSIAPAN", "", "", "", ""],
        [1, "Menyusun jadwal", "x", "", "1 jam", ""],
        ["B", "PELAKSANAAN", "", "", "", ""],
        [2, "Membuka rapat", "", "x", "1 jam", ""],
    )
    assert text.count("activity:") == 2
    assert "note: PERSIAPAN" in text


def test_number_and_name_of_a_procedure_may_stand_above_its_table(qms: Path) -> None:
    above = (
        "STANDAR OPERASIONAL PROSEDUR",
        "PENANGANAN PENGADUAN",
        "Nomor : 065/12",
        "Tanggal efektif: 10 Maret 2020",
    )
    text = procedure(qms, [1, "Menerima", "x", "", "1 jam", ""], above=above)
    assert "title: Penanganan Pengaduan" in text
    assert 'number: "065/12"' in text
    assert "effective: 2020-03-10" in text


def test_months_may_be_numbered_below_their_heading(qms: Path) -> None:
    heads = ["No", "Jenis Diklat", "Peserta", "Bulan", *[""] * 11]
    marks = ["x" if month == 3 else "" for month in range(1, 13)]
    rows = [
        ["RENCANA DIKLAT 2020"],
        heads,
        ["", "", "", *range(1, 13)],
        [1, "Arsiparis", "3 orang", *marks],
    ]
    taken(qms, rows)
    assert "due: 2020-03-31" in said(qms, "pelatihan/KOM-01.yaml")


def test_an_audit_has_a_day_beside_its_hours(qms: Path) -> None:
    """`Waktu` stood for the day, and every row was left out."""
    heads = ["Hari/Tanggal", "Waktu", "Auditi", "Proses/Klausul", "Auditor"]
    row = ["Senin, 16 Maret 2020", "09.00-11.00", "Sekretariat", "Dokumen / 7.5", "Siti"]
    told = taken(qms, [["JADWAL AUDIT INTERNAL 2020"], heads, row])
    text = said(qms, "audit/PRG-01.yaml")
    assert "since: 2020-03-16" in text
    assert '- "7.5"' in text
    assert "09.00-11.00" in told


def test_a_register_says_by_letters_which_row_is_an_opportunity(qms: Path) -> None:
    heads = ["No", "Risiko/Peluang", "R/P", "Kemungkinan", "Dampak", "Tindakan"]
    taken(qms, [heads, [1, "Layanan meluas", "P", 3, 3, "Bangun aplikasi"]])
    text = said(qms, "risiko/RR-01.yaml")
    assert "sort: opportunity" in text
    assert "response: pursue" in text


def test_a_survey_is_of_the_period_that_stands_above_it(qms: Path) -> None:
    heads = ["No. Resp", *(f"U{n}" for n in range(1, 10))]
    rows = [["Unit: Badan, Periode Januari - Juni 2020"], heads, [1, *[3] * 9], [2, *[4] * 9]]
    taken(qms, rows)
    text = said(qms, "pelanggan/SKM-01.yaml")
    assert "date: 2020-01-01\nuntil: 2020-06-30" in text


MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
SAID = {
    "macro.xlsm": ((MAIN, "application/vnd.ms-excel.sheet.macroEnabled.main+xml"),),
    "strict.xlsx": (
        (
            "http://schemas.openxmlformats.org/spreadsheetml/2006/",
            "http://purl.oclc.org/ooxml/spreadsheetml/",
        ),
        (
            "http://schemas.openxmlformats.org/officeDocument/2006/",
            "http://purl.oclc.org/ooxml/officeDocument/",
        ),
    ),
}


@pytest.mark.parametrize("name", SAID)
def test_a_workbook_with_macros_or_a_strict_one_is_read_as_any_other(qms: Path, name: str) -> None:
    """The first was registered without a word of its numbers, the second was called damaged."""
    heads = ["No", "Indikator", "Satuan", "Target 2019", "Realisasi 2019"]
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(sheet([heads, [1, "Indeks", "Nilai", 80, 81.5]]))) as old,
        zipfile.ZipFile(out, "w") as new,
    ):
        for part in old.infolist():
            text = old.read(part)
            for usual, other in SAID[name]:
                text = text.replace(usual.encode(), other.encode())
            new.writestr(part.filename, text)
    file = lay(qms.parent / "papers", {name: out.getvalue()}) / name
    assert smm("import", file, qms, "--yes").returncode == 0
    assert said(qms, "sasaran/IKU-01.csv").endswith("2019;81,5\n")
