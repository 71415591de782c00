"""smm import of layouts that agencies draw: halves side by side, two rows of headings, parts, boxes."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from papers import QMS, grid, saved, sheet

from folders import lay
from running import smm
from smmkit.yaml_text.source import Source

PEOPLE = """\
kind: people
id: ORG-01
title: Orang
version: "1"
owner: SEK
entries:
  - {id: P-01, title: "Siti Rekaan, S.Sos.", assignments: [{role: Sekretaris, unit: SEK, since: 2019-01-02}]}
  - {id: P-02, title: Budi Contoh, assignments: [{role: Analis, unit: MUT, since: 2019-01-02}]}
  - {id: P-03, title: Rina Misal, assignments: [{role: Analis, unit: SEK, since: 2019-01-02}]}
  - {id: P-04, title: Agus Tiruan, assignments: [{role: Analis, unit: MUT, since: 2019-01-02}]}
"""


@pytest.fixture
def qms(tmp_path: Path) -> Path:
    return lay(tmp_path / "qms", {**QMS, "orang.yaml": PEOPLE})


def text(*parts: str | list[list[str]]) -> bytes:
    """A Word file of lines and tables, in order."""
    document = docx.Document()
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
        else:
            grid(document, part)
    return saved(document)


def taken(qms: Path, name: str, data: bytes, *more: str) -> str:
    file = lay(qms.parent / "papers", {name: data}) / name
    done = smm("import", file, qms, "--yes", "--lang", "en", *more)
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


def made(qms: Path, path: str) -> dict[str, Any]:
    return Source.parse(path, (qms / path).read_bytes()).values


def test_both_halves_of_an_attendance_list_are_read_and_its_lines_above(qms):
    rows = [
        ["No", "Nama", "TTD", "No", "Nama", "TTD"],
        ["1", "Siti Rekaan", "", "3", "Rina Misal", ""],
        ["2", "Budi Contoh", "", "4", "Orang Lain", ""],
    ]
    lines = ("DAFTAR HADIR", "Acara : Sosialisasi SMM", "Hari/Tanggal : Senin, 14 Desember 2020")
    said = taken(qms, "hadir.docx", text(*lines, rows))
    made_of = made(qms, "pelatihan/PLT-01.yaml")
    assert [one["person"] for one in made_of["attendance"]] == ["P-01", "P-02", "P-03"]
    assert (made_of["title"], str(made_of["date"])) == ("Sosialisasi SMM", "2020-12-14")
    assert "table 1, row 3, column 5  Orang Lain" in said


def test_a_name_alone_in_its_row_is_there(qms):
    taken(qms, "hadir.xlsx", sheet([["Nama", "Tanda tangan"], ["Siti Rekaan", ""], ["Rina Misal"]]))
    found = made(qms, "pelatihan/PLT-01.yaml")["attendance"]
    assert [one["person"] for one in found] == ["P-01", "P-03"]


def test_the_first_day_in_a_role_stands_below_the_role(qms):
    rows = [
        ["No", "Nama / NIP", "Pangkat", "", "Jabatan", "", "Unit Kerja"],
        ["", "", "Gol", "TMT", "Nama", "TMT", ""],
        [
            1,
            "Amir Fiktif\n196801011990031001",
            "IV/c",
            datetime(2016, 4, 1),
            "Kepala",
            datetime(2018, 1, 2),
            "Bid. Mutasi",
        ],
    ]
    taken(qms, "duk.xlsx", sheet(rows, merged=["C1:D1", "E1:F1"]))
    last = made(qms, "orang.yaml")["entries"][-1]
    held = {"role": "Kepala", "unit": "MUT", "since": "2018-01-02"}
    assert {n: str(v) for n, v in last["assignments"][0].items()} == held


def test_a_plan_knows_months_by_the_year_above_and_the_titles_of_its_own_register_alone(qms):
    rows = [
        ["RENCANA PELATIHAN TAHUN 2021"],
        ["No", "Nama Diklat", "Peserta", "Bulan", "Unit Kerja"],
        [1, "Pelayanan prima", "Petugas", "Juli-Agustus", "Sekretariat"],
        [2, "Arsip", "Arsiparis", "Semester II", "Kabid Mutasi"],
    ]
    said = taken(qms, "rencana.xlsx", sheet(rows))
    plan = made(qms, "pelatihan/KOM-01.yaml")["training_plan"]
    assert [(str(one["due"]), one["owner"]) for one in plan] == [
        ("2021-08-31", "SEK"),
        ("2021-12-31", "MUT"),
    ]
    assert "it is taken for the unit MUT" in said


def test_whether_a_provider_stays_is_as_its_row_says_or_left_open(qms):
    rows = [
        [
            "No",
            "Nama Penyedia",
            "Jenis Barang/Jasa",
            "Total Nilai",
            "Keterangan",
            "Tanggal Evaluasi",
        ],
        [1, "CV Rekaan", "ATK", 55, "Tidak diperpanjang", datetime(2020, 12, 1)],
        [2, "PT Semu", "Internet", 60, "", datetime(2020, 12, 1)],
    ]
    taken(qms, "penyedia.xlsx", sheet(rows), "--owner", "SEK")
    entries = made(qms, "sumber-daya/PE-01.yaml")["entries"]
    first, second = (one["evaluations"][0]["stays"] for one in entries)
    assert first is False
    assert str(second).startswith("(isi)")


def test_the_title_of_a_part_is_no_party(qms):
    rows = [
        ["No", "Pihak Berkepentingan", "Kebutuhan", "Harapan"],
        ["A", "Internal", "<", "<"],
        ["1", "Pegawai", "Gaji", "Karier"],
    ]
    said = taken(qms, "pihak.docx", text(rows))
    assert [one["title"] for one in made(qms, "konteks/PB-01.yaml")["entries"]] == ["Pegawai"]
    assert "Internal           it heads the rows below; not taken" in said


@pytest.mark.parametrize(
    ("said", "grade"),
    [
        ("☐ Mayor ☑ Minor ☐ Observasi", "minor"),
        ("[ ] Mayor [x] Minor", "minor"),
        ("☐ Mayor ☐ Minor", "(isi) kategori"),
        ("☑ Mayor ☑ Minor", "(isi) kategori"),
        ("Mayor", "major"),
    ],
)
def test_the_box_that_is_ticked_is_the_grade(qms, said, grade):
    rows = [
        ["Auditee", "Sekretariat", "Tanggal", "16 November 2020"],
        ["Klausul", "7.2", "Kategori", said],
        ["Uraian Ketidaksesuaian", "Tidak ada bukti", "", ""],
    ]
    taken(qms, "lks.docx", text(rows))
    assert made(qms, "temuan/T-01.yaml")["grade"] == grade


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("8.5.1 & 8.6", "a finding has one clause; 8.6 was not taken"),
        ("8.5.1 c", "a clause has no letter here; c was not taken"),
        ("8.5.1 huruf c)", "a clause has no letter here; c was not taken"),
    ],
)
def test_a_second_clause_and_the_letter_of_a_finding_are_told(qms, cell, told):
    rows = [["Uraian Temuan", "Klausul", "Kategori"], ["Tidak ada bukti", cell, "Minor"]]
    said = taken(qms, "temuan.xlsx", sheet([["No", *rows[0]], [1, *rows[1]]]))
    assert made(qms, "temuan/T-01.yaml")["clause"] == "8.5.1"
    assert told in said


RISKS = [
    [
        "No",
        "Risiko",
        "",
        "",
        "Risiko Inheren",
        "",
        "Pengendalian yang Ada",
        "",
        "Risiko Residual",
        "",
        "RTP",
        "Target Waktu",
    ],
    [
        "",
        "Uraian",
        "Kode",
        "Pemilik",
        "Skala Kemungkinan",
        "Skala Dampak",
        "Uraian",
        "Memadai?",
        "Skala K",
        "D",
    ],
    ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"],
    [
        *[
            1,
            "Berkas terlambat",
            "RO.1",
            "MUT",
            "hampir pasti",
            "sangat besar",
            "SOP",
            "Belum",
            3,
            2,
        ],
        *["Surat edaran", "TW II 2021"],
    ],
]
SPANS = ["B1:D1", "E1:F1", "G1:H1", "I1:J1"]


def test_a_register_of_risks_with_scores_before_and_after_controls(qms):
    said = taken(qms, "rr.xlsx", sheet(RISKS, merged=SPANS))
    (risk,) = made(qms, "risiko/RR-01.yaml")["entries"]
    names = ("likelihood_inherent", "impact_inherent", "likelihood", "impact")
    assert [risk[name] for name in names] == [5, 5, 3, 2]
    assert (risk["id"], risk["owner"], risk["controls"]) == ("RO.1", "MUT", ["SOP"])
    assert "likelihood_after" not in risk
    assert "the residual scores are those of today" in said
    assert re.search(r"cell H4 +Belum +another column has this name, and was taken", said)


def test_a_failure_mode_and_effect_analysis(qms):
    rows = [
        ["No", "Moda Kegagalan", "Efek Kegagalan", "S", "O", "D", "RPN", "Tindakan", "PIC"],
        [1, "Salah periksa", "SK keliru", 8, 4, 3, 96, "Daftar periksa", "Sekretariat"],
    ]
    taken(qms, "fmea.xlsx", sheet(rows))
    (risk,) = made(qms, "risiko/RR-01.yaml")["entries"]
    assert [risk[name] for name in ("impact", "likelihood", "detection")] == [8, 4, 3]
    assert risk["effect"] == "SK keliru"


def test_weights_and_ratings_of_a_swot_in_parts_on_two_sheets(qms):
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, parts in (("IFAS", ("KEKUATAN", "B. Kelemahan")), ("EFAS", ("PELUANG", "ANCAMAN"))):
        page = book.create_sheet(name)
        page.append(["No", "Faktor Strategis", "Bobot", "Rating", "Skor"])
        for part in parts:
            page.append(["", part])
            page.append([1, f"Faktor {part}", 0.5, 3, 1.5])
        page.append(["", "Jumlah", 1, "", 3])
    said = taken(qms, "swot.xlsx", saved(book))
    items = made(qms, "konteks/SWOT-01.yaml")["items"]
    assert [one["quadrant"] for one in items] == ["strength", "weakness", "opportunity", "threat"]
    assert {(one["weight"], one["rating"]) for one in items} == {(0.5, 3)}
    assert "a total; not taken" in said


def test_a_number_beside_its_grade_and_one_with_its_unit(qms):
    rows = [
        [
            "Sasaran",
            "Indikator",
            "Satuan",
            "Target 2020",
            "Realisasi 2020",
            "Formulasi Perhitungan",
        ],
        ["Akuntabel", "Nilai SAKIP", "Nilai", "A (80)", "BB (76,20)", "Hasil evaluasi"],
        ["Tepat waktu", "Waktu layanan", "", "20 hari kerja", "18 hari kerja", ""],
        ["Tepat waktu", "Jumlah data", "", "1.250 data", "1.300 data", ""],
    ]
    said = taken(qms, "lkj.docx", text([[*row] for row in rows]), "--owner", "SEK")
    first = made(qms, "sasaran/SM-01.yaml")["kpis"][0]
    assert (first["targets"][0]["value"], first["calculation"]) == (80, "Hasil evaluasi")
    others = made(qms, "sasaran/SM-02.yaml")["kpis"]
    assert [(k["measured_in"], k["targets"][0]["value"]) for k in others] == [
        ("hari kerja", 20),
        ("data", 1250),
    ]
    values = [(qms / f"sasaran/IKU-0{n}.csv").read_text().split()[-1] for n in (1, 2, 3)]
    assert values == ["2020;76,2", "2020;18", "2020;1300"]
    assert "BB (76,20): the number is taken, not its grade" in said


@pytest.mark.parametrize(
    ("total", "way"), [(96, "last"), (231, "sum"), (57.75, "average"), (100, "average")]
)
def test_how_a_year_comes_of_its_quarters(qms, total, way):
    heads = [f"Realisasi TW {n} 2020" for n in ("I", "II", "III", "IV")]
    rows = [["Indikator", "Satuan", "Target 2020", *heads, "Realisasi 2020"]]
    said = taken(qms, "iku.xlsx", sheet([*rows, ["Serapan", "%", 95, 20, 45, 70, 96, total]]))
    assert made(qms, "sasaran/SM-01.yaml")["kpis"][0]["aggregation"] == way
    assert ("neither the sum nor the average" in said) is (total == 100)


def test_a_table_that_nobody_read_is_told(qms):
    kpis = [["No", "Sasaran", "Indikator", "Target"], ["1", "Mutu", "IKM", "80"]]
    money = [["Program", "Anggaran"], ["Kepegawaian", "Rp 1.250.000,-"]]
    said = taken(qms, "pk.docx", text("TAHUN 2020", kpis, money))
    assert "table 2  Program | Anggaran | Kepegawaian | Rp 1.250.000,-" in said


def test_a_second_column_of_one_name_is_told(qms):
    rows = [
        ["Nama Alat", "No Seri", "Tgl Kalibrasi", "Merek"],
        ["Timbangan", "A-1", "2020-02-01", "AND"],
    ]
    rows = [[*rows[0], "Merek"], [*rows[1], "Lain"]]
    said = taken(qms, "alat.xlsx", sheet(rows), "--owner", "SEK")
    assert re.search(r"cell E2 +Lain +another column has this name, and was taken", said)


def test_the_form_of_a_hospital_with_parts_of_steps_and_a_line_that_no_word_heads(qms):
    steps = "1. Petugas menyapa pasien\n2. Petugas memasang gelang\n  a. periksa nama\n"
    steps += "3. Catat di rekam medis"
    rows = [
        ["PENGERTIAN", "Gelang"],
        ["TUJUAN", "Aman"],
        ["PROSEDUR", steps],
        ["DOKUMEN TERKAIT", "Rekam"],
    ]
    said = taken(qms, "spo.docx", text([["RSUD", "GELANG PASIEN"], *rows]))
    found = made(qms, "sop/SOP-01.md")["steps"]
    assert [one["activity"] for one in found] == [
        "Menyapa pasien",
        "Memasang gelang",
        "Catat di rekam medis",
    ]
    assert found[1]["note"] == "a. periksa nama"
    assert found[2]["actor"].startswith("(isi)")
    assert "DOKUMEN TERKAIT | Rekam  this line of the form was not taken" in said


def test_from_so_many_to_so_many_in_the_unit_of_the_heading(qms):
    rows = [
        ["No", "Uraian Kegiatan", "Pelaksana", "Waktu (menit)", "Output"],
        [1, "Periksa", "Analis", "10-15", "Lembar"],
    ]
    taken(qms, "sop.xlsx", sheet(rows))
    (step,) = made(qms, "sop/SOP-01.md")["steps"]
    assert step["duration"] == {"value": 10, "up_to": 15, "unit": "minute"}


SERVICES = """\
kind: services
id: DL-01
title: Layanan
version: "1"
owner: SEK
entries: [{id: LAY-01, title: Usul Mutasi, owner: MUT}]
"""


def test_a_service_standard_with_its_components(qms):
    lay(qms, {"layanan/DL-01.yaml": SERVICES})
    rows = [
        ["NO", "KOMPONEN", "URAIAN"],
        ["A", "Service Delivery", "<"],
        ["1", "Persyaratan", "1. Surat pengantar\n2. SK terakhir"],
        ["2", "Sistem, Mekanisme, dan Prosedur", "1. Menyerahkan\n2. Memeriksa"],
        ["3", "Jangka Waktu Penyelesaian", "10 hari kerja"],
        ["4", "Biaya/Tarif", "Gratis"],
        ["5", "Produk Pelayanan", "SK Mutasi"],
        ["7", "Dasar Hukum", "UU 5/2014"],
        ["11", "Jumlah Pelaksana", "4 orang"],
        ["15", "Lain-lain", "Tanpa kelas"],
    ]
    said = taken(qms, "standar.docx", text("STANDAR PELAYANAN USUL MUTASI", rows))
    found = made(qms, "layanan/SP-01.yaml")
    assert (found["service"], found["promised_days"], found["staff"]) == ("LAY-01", 10, 4)
    assert found["requirements"] == ["Surat pengantar", "SK terakhir"]
    assert found["complaint_channels"][0].startswith("(isi)")
    assert re.search(r"UU 5/2014 +this is no regulation of the register", said)
    assert re.search(r"Lain-lain \| Tanpa kelas +this line of the form was not taken", said)
    assert "10 hari kerja is taken as 10 working days" in said


def test_a_sheet_of_a_post_with_its_duties_in_a_table(qms):
    form = [
        ["1.", "Nama Jabatan", ":", "Analis Mutasi"],
        ["3.", "Unit Kerja", ":", "Bidang Mutasi"],
        ["4.", "Ikhtisar Jabatan", ":", "Menyiapkan berkas"],
    ]
    duties = [
        ["No", "Uraian Tugas", "Hasil Kerja"],
        ["1", "Menerima berkas", "Dokumen"],
        ["", "Jumlah", "1"],
    ]
    powers = [["No", "Uraian"], ["1", "Mengembalikan berkas"]]
    said = taken(qms, "anjab.docx", text("INFORMASI JABATAN", form, duties, "Wewenang", powers))
    found = made(qms, "uraian-tugas/UT-01.yaml")
    assert (found["title"], found["unit"]) == ("Analis Mutasi", "MUT")
    assert (found["duties"], found["authority"]) == (["Menerima berkas"], ["Mengembalikan berkas"])
    assert re.search(r"Dokumen +this line of the form was not taken", said)
    assert re.search(r"Jumlah \| 1 +this line of the form was not taken", said)


def test_each_sheet_of_a_workbook_is_a_service_standard_of_its_own(qms):
    import openpyxl

    lay(qms, {"layanan/DL-01.yaml": SERVICES})
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name in ("Usul Mutasi", "Legalisir"):
        page = book.create_sheet(name[:5])
        page.append([f"STANDAR PELAYANAN {name.upper()}"])
        page.append(["No", "Komponen", "Uraian"])
        for n, one in enumerate(("Persyaratan", "Prosedur", "Jangka Waktu", "Biaya", "Produk"), 1):
            page.append([n, one, f"{one} {name}"])
    book.create_sheet("Lain").append(["Catatan", "Tanpa judul"])
    said = taken(qms, "standar.xlsx", saved(book), "--owner", "SEK")
    first, second = made(qms, "layanan/SP-01.yaml"), made(qms, "layanan/SP-02.yaml")
    assert (first["service"], first["owner"]) == ("LAY-01", "MUT")
    assert second["service"].startswith("(isi)")
    assert (second["title"], second["product"]) == ("Legalisir", "Produk Legalisir")
    assert re.search(r"sheet Lain +Catatan \| Tanpa judul +no headings that are known", said)


def test_who_treats_a_risk_owns_it_where_no_column_names_owners(qms: Path) -> None:
    heading = ["No", "Risiko", "Kemungkinan", "Dampak", "Penanganan", "PIC"]
    rows = [["1", "Berkas hilang", "3", "4", "Digitalisasi", "Sekretariat"]]
    said = taken(qms, "r.docx", text("REGISTER RISIKO", [heading, *rows]))
    assert made(qms, "risiko/RR-01.yaml")["entries"][0]["owner"] == "SEK"
    assert "owned by SEK, who treats it" in said.partition("Assumed")[2]
    named = [[*heading, "Pemilik Risiko"], [*rows[0], ""]]
    taken(qms, "s.docx", text("REGISTER RISIKO", named))
    assert made(qms, "risiko/RR-02.yaml")["entries"][0]["owner"] == "(isi) pemilik"
    bare = [[*heading, "Pemilik Risiko"], ["1", "Berkas rusak", "3", "4", "", "Sekretariat", ""]]
    said = taken(qms, "t.docx", text("REGISTER RISIKO", bare))
    assert re.search(r"Sekretariat +no column says what is done", said), "nothing moves in silence"


def test_a_tick_says_what_stands_above_it(qms):
    rows = [
        ["No", "Unit", "Uraian Temuan", "Klausul", "Kategori", "", ""],
        ["", "", "", "", "Mayor", "Minor", "OFI"],
        [1, "Mutasi", "Buku kosong", "8.5.1", "", "√", ""],
        [2, "Sekretariat", "Arsip tanpa label", "7.5.3", "", "", "v"],
    ]
    said = taken(qms, "rekap.xlsx", sheet(rows, merged=["E1:G1"]))
    assert [made(qms, f"temuan/T-0{n}.yaml")["grade"] for n in (1, 2)] == ["minor", "improvement"]
    assert "another column" not in said
    rows = [
        ["RENCANA PELATIHAN TAHUN 2021"],
        ["No", "Nama Diklat", "Peserta", "Triwulan", "", "", ""],
        ["", "", "", "I", "II", "III", "IV"],
        [1, "Arsip", "Arsiparis", "", "X", "", ""],
    ]
    taken(qms, "rencana.xlsx", sheet(rows, merged=["D2:G2"]))
    (plan,) = made(qms, "pelatihan/KOM-01.yaml")["training_plan"]
    assert str(plan["due"]) == "2021-06-30"


def test_forms_of_a_register_of_risks_say_more_of_a_risk_by_its_code(tmp_path, qms):
    book = openpyxl.Workbook()
    sheets = {
        "Form 4": [
            ["No", '"Risiko" yang Teridentifikasi', "Kode Risiko", "Analisis Risiko", "", ""],
            ["", "", "", "Skala Dampak*)", "Skala Kemungkinan*)", "Skala Risiko"],
            ["a", "b", "c", "d", "e", "f=dxe"],
            [1, "Berkas hilang", "RSO.21.01", 4, 3, 12],
        ],
        "Form 7": [
            ["No", "Risiko Prioritas", "Kode", "RTP", "Pemilik/Penanggung Jawab", "Target Waktu"],
            [1, "Berkas hilang", "RSO.21.01", "Lemari", "Sekretariat", "30 September 2021"],
            [2, "Berkas hilang", "RSO.21.01", "Kunci", "Sekretariat", "30 September 2021"],
            [3, "Tidak dikenal", "RSO.21.09", "Kunci", "Sekretariat", "30 September 2021"],
        ],
    }
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    book.save(tmp_path / "bpkp.xlsx")
    said = taken(qms, "risiko.xlsx", (tmp_path / "bpkp.xlsx").read_bytes())
    (risk,) = made(qms, "risiko/RR-01.yaml")["entries"]
    assert (risk["id"], risk["likelihood"], risk["impact"]) == ("RSO.21.01", 3, 4)
    assert [one["what"] for one in risk["treatments"]] == ["Lemari", "Kunci"]
    assert re.search(r"Form 7, cell B4 +Tidak dikenal +no likelihood", said)
    assert "Berkas hilang  no likelihood" not in said


def test_targets_below_years_need_no_other_year(qms):
    rows = [
        ["Sasaran", "Indikator Kinerja", "Kondisi Awal", "Target", "", "", ""],
        ["", "", "", "2021", "", "2022", ""],
        ["", "", "", "target", "Rp", "target", "Rp"],
        ["1. Layanan cepat", "1. Usul tepat waktu", "80 %", "85 %", "1.000", "90 %", "1.200"],
    ]
    said = taken(qms, "renstra.xlsx", sheet(rows, merged=["D1:G1", "D2:E2", "F2:G2"]))
    objective = made(qms, "sasaran/SM-01.yaml")
    (kpi,) = objective["kpis"]
    assert (objective["title"], kpi["title"]) == ("Layanan cepat", "Usul tepat waktu")
    found = [(str(one["period"]), str(one["value"])) for one in kpi["targets"]]
    assert found == [("2021", "85"), ("2022", "90")]
    assert "cell E4" in said


def test_boxes_without_a_colon_are_boxes(qms):
    rows = [
        ["RSUD", "SPO CUCI TANGAN", ""],
        ["", "No. Dokumen 12/SPO/2021", "No. Revisi 01"],
        ["", "Tanggal Terbit 3 Mei 2021", ""],
        ["Pengertian", "Membersihkan tangan", ""],
        ["Prosedur", "1. Basahi tangan", ""],
    ]
    taken(qms, "spo.docx", text(rows))
    front = made(qms, "sop/SOP-01.md")
    found = {name: str(front[name]) for name in ("number", "version", "effective")}
    assert found == {"number": "12/SPO/2021", "version": "01", "effective": "2021-05-03"}


def test_boxes_that_share_a_cell_are_each_read_and_its_first_line_is_the_title(qms):
    rows = [
        [
            "RSUD CONTOH",
            "PEMERIKSAAN\nGULA DARAH\nNo. Dokumen: LAB/SPO/012 No. Revisi: 01 Halaman: 1/1",
        ],
        [
            "STANDAR PROSEDUR OPERASIONAL",
            "Tanggal Terbit 3 Mei 2021\nDitetapkan Direktur dr. Contoh",
        ],
        ["Dirawat bersama", "Komite mutu"],
        ["Pengertian", "Kadar gula"],
        ["Prosedur", "Petugas menerima sampel; bila kurang, minta lagi.\nAnalis memeriksa sampel."],
    ]
    said = " ".join(taken(qms, "spo.docx", text(rows)).split())
    front = made(qms, "sop/SOP-01.md")
    found = [str(front[name]) for name in ("title", "number", "version", "effective")]
    assert found == ["Pemeriksaan Gula Darah", "LAB/SPO/012", "01", "2021-05-03"]
    assert len(front["steps"]) == len(["terima", "periksa"])
    assert "Direktur dr. Contoh no field takes it" in said
    assert "Dirawat bersama | Komite mutu it is not among what is read" in said
    assert "serve: 4.4.2, 8.5.1" in said
    assert "Halaman" not in said


def test_what_a_mark_in_a_week_a_letter_and_a_second_line_say_is_taken_or_told(qms):
    """Of four papers: weeks below months, R and P, a second place on a finding sheet, TOWS strategies."""
    weeks = [
        ["PROGRAM AUDIT INTERNAL TAHUN 2020"],
        ["NO", "AUDITI", "AUDITOR", "JADWAL", "", "", ""],
        ["", "", "", "APRIL", "", "MEI", ""],
        ["", "", "", "I", "II", "I", "II"],
        [1, "Sekretariat", "Budi Contoh", "", "x", "", ""],
    ]
    said = taken(qms, "program.xlsx", sheet(weeks), "--owner", "SEK")
    assert "the month alone is taken of APRIL II" in " ".join(said.split())
    assert made(qms, "audit/PRG-01.yaml")["entries"][0]["period"] == "2020-04"

    risks = [
        ["No", "Risiko / Peluang", "Jenis (R/P)", "Kemungkinan", "Dampak", "Rencana Aksi"],
        [1, "Layanan terhenti", "R", 4, 5, "Genset"],
        [2, "Layanan daring", "P", 3, 3, "Bangun aplikasi"],
        [3, "Berkas hilang", "Q", 3, 3, ""],
    ]
    said = taken(qms, "risiko.xlsx", sheet(risks), "--owner", "SEK")
    entries = made(qms, "risiko/RR-01.yaml")["entries"]
    assert [(e.get("sort"), e.get("response")) for e in entries] == [
        ("risk", "reduce"),
        ("opportunity", "pursue"),
        (None, None),
    ]
    assert said.count("neither a risk nor an opportunity") == 1

    form = [
        ["No. LKS : 05", "Tanggal Audit : 12 Maret 2020"],
        ["Auditi : Sekretariat", "<"],
        ["Klausul : 7.5.3", "Kategori : Minor"],
        ["Problem : Formulir lama dipakai", "<"],
        ["Reference : SOP-02", "<"],
    ]
    assert "SOP-02" in taken(qms, "lks.docx", text(form))

    tows = [
        ["IFAS", "KEKUATAN (S)\n1. SDM cukup", "KELEMAHAN (W)\n1. Jaringan lambat"],
        ["PELUANG (O)\n1. SPBE", "STRATEGI SO\nPakai SDM", "STRATEGI WO\nPerbaiki"],
        ["ANCAMAN (T)\n1. Anggaran", "STRATEGI ST\nHemat", "STRATEGI WT\nPilih"],
    ]
    said = taken(qms, "tows.docx", text(tows), "--owner", "SEK")
    follow = made(qms, "konteks/SWOT-01.yaml")["strategies"]
    told = [(one["pairing"], one["title"]) for one in follow]
    assert told == [("so", "Pakai SDM"), ("wo", "Perbaiki"), ("st", "Hemat"), ("wt", "Pilih")]


def test_a_list_of_documents_in_word_and_a_calibration_below_months(qms):
    listed = [
        ["No", "Kode", "Nama Dokumen", "Rev"],
        ["II", "LEVEL 2 : PROSEDUR", "<", "<"],
        ["1", "PM-01", "Pengendalian Dokumen", "01"],
    ]
    taken(
        qms,
        "Daftar Induk Dokumen.docx",
        text("DAFTAR INDUK", listed),
        "--owner",
        "SEK",
        "--class",
        "terbuka",
    )
    (file,) = (qms / "dokumen").glob("*.yaml")
    assert made(qms, f"dokumen/{file.name}")["number"] == "PM-01"
    months = [
        ["JADWAL KALIBRASI TAHUN 2021"],
        ["No", "Nama Alat", "No. Seri", "Bulan", "", ""],
        ["", "", "", "Jan", "Feb", "Mar"],
        [1, "Tensimeter", "TN-01", "x", "", "x"],
    ]
    taken(qms, "kalibrasi.xlsx", sheet(months), "--owner", "SEK")
    (alat,) = made(qms, "sumber-daya/SD-01.yaml")["entries"]
    assert [str(one["due"]) for one in alat["care"]] == ["2021-01-31", "2021-03-31"]


def test_the_levels_of_a_cascade_are_indicators_of_their_own(qms):
    rows = [
        ["CASCADING KINERJA"],
        ["TAHUN 2026"],
        ["No", "Kinerja Utama Kepala", "IKU", "Target", "Kinerja Eselon III", "Indikator", "Target", "PIC"],
        [1, "ASN profesional", "Indeks", 78.5, "Diklat terlaksana", "ASN ikut diklat", "85%", "Sekretariat"],
        ["", "", "", "", "Mutasi lancar", "1.2 Mutasi tepat waktu", "95%", "Bidang Mutasi"],
    ]  # fmt: skip
    said = taken(qms, "k.xlsx", sheet(rows, merged=("B4:B5", "C4:C5", "D4:D5")))
    found = [made(qms, f"sasaran/SM-0{n}.yaml") for n in (1, 2, 3)]
    assert [(one["statement"], one.get("owner")) for one in found] == [
        ("ASN profesional", None), ("Diklat terlaksana", "SEK"), ("Mutasi lancar", "MUT"),
    ]  # fmt: skip
    kpis = [(k["title"], k["targets"][0]["value"]) for one in found for k in one["kpis"]]
    assert [one for one, _ in kpis] == [
        "Indeks",
        "ASN ikut diklat",
        "Mutasi tepat waktu",
    ]
    assert [str(value) for _, value in kpis] == ["78.5", "85", "95"]
    assert "another column has this name" not in said


def test_months_from_one_to_another_head_the_quarter_that_they_are(qms):
    heads = ["Jan s.d. Mar", "Apr - Jun", "Juli-September", "Okt s/d Des"]
    rows = [
        ["PROGRAM AUDIT INTERNAL 2020"],
        ["No", "Bidang yang diaudit", "Klausul", *heads],
        [1, "Sekretariat", "7.5", "", "v", "", "v"],
    ]
    said = taken(qms, "a.xlsx", sheet(rows))
    entries = made(qms, "audit/PRG-01.yaml")["entries"]
    assert [one["period"] for one in entries] == ["2020-Q2", "2020-Q4"]
    assert "its months are Triwulan II" in said


def test_what_people_are_to_learn_is_a_plan_of_trainings(qms):
    rows = [
        ["RENCANA PENGEMBANGAN KOMPETENSI 2026"],
        ["No", "Nama Pegawai", "Jabatan", "Kebutuhan Kompetensi", "Bentuk Pengembangan", "Waktu"],
        [1, "Siti Rekaan", "Analis", "Auditor internal", "Bimtek", "Maret 2026"],
    ]  # fmt: skip
    taken(qms, "d.xlsx", sheet(rows))
    (one,) = made(qms, "pelatihan/KOM-01.yaml")["training_plan"]
    assert (one["title"], one["audience"], one["format"]) == (
        "Auditor internal",
        "Siti Rekaan",
        "Bimtek",
    )


def test_what_a_schedule_of_audits_has_beside_its_audits_is_told(qms):
    rows = [
        ["JADWAL AUDIT INTERNAL 2020"],
        ["Tanggal", "Kegiatan", "Klausul", "Auditor", "Auditi"],
        ["7 September 2020", "Opening Meeting", "-", "Semua", "Semua"],
        ["7 September 2020", "Audit", "8.5", "Rina Misal", "Bidang Mutasi"],
        ["8 September 2020", "Closing Meeting", "-", "Semua", "Semua"],
    ]
    said = taken(qms, "j.xlsx", sheet(rows))
    (one,) = made(qms, "audit/PRG-01.yaml")["entries"]
    assert (one["units"], one["auditors"]) == (["MUT"], ["P-03"])
    assert said.count("Meeting: no audit") == 2


def test_risks_of_a_form_that_has_no_scores_wait_for_them(qms):
    rows = [
        ["No", "Risiko", "<", "Sebab", "<", "Dampak"],
        ["^", "Uraian", "Kode Risiko", "Uraian", "C/UC", "Uraian"],
        ["a", "b", "c", "d", "e", "f"],
        ["1", "Usulan terlambat", "RSO.01", "Berkas kurang", "UC", "Pegawai dirugikan"],
    ]
    said = taken(qms, "r.docx", text("Risiko 2020", rows))
    (one,) = made(qms, "risiko/RR-01.yaml")["entries"]
    assert (one["id"], one["cause"], one["effect"]) == (
        "RSO.01",
        "Berkas kurang",
        "Pegawai dirugikan",
    )
    assert one["likelihood"].startswith("(isi)")
    assert one["impact"].startswith("(isi)")
    assert "RSO.01 Likelihood" in " ".join(said.split())


def test_a_list_of_regulations_registers_each(qms):
    rows = [
        ["DAFTAR DOKUMEN EKSTERNAL"],
        ["No", "Jenis Peraturan", "Nomor dan Tahun", "Tentang", "Status"],
        [1, "PP", "11 Tahun 2017", "Manajemen PNS", "Berlaku"],
        [2, "UU", "5 Tahun 2014", "Aparatur Sipil Negara", "Dicabut"],
    ]
    taken(qms, "p.xlsx", sheet(rows), "--class", "terbuka", "--owner", "SEK")
    one = made(qms, "dokumen/DOK-01.yaml")
    assert (one["title"], one["number"], one["document_type"], one["origin"]) == (
        "Manajemen PNS", "11 Tahun 2017", "PP", "external",
    )  # fmt: skip


def test_what_stands_in_paragraphs_below_the_tables_of_a_job_sheet_is_read(qms):
    head = [
        ["1.", "NAMA JABATAN", ":", "Kepala Subbagian"],
        ["3.", "IKHTISAR JABATAN", ":", "Urusan umum"],
    ]
    duties = [["No", "Uraian Tugas", "Hasil Kerja"], ["1", "Menyusun rencana kerja", "Dokumen"]]
    below = [
        "7. HASIL KERJA",
        "1. Rencana",
        "8. TANGGUNG JAWAB",
        "a. Kebenaran laporan",
        "9. WEWENANG",
    ]
    last = ["a. Menegur bawahan", "10. KORELASI JABATAN", "Sekretaris"]
    parts = ["INFORMASI JABATAN", head, "6. TUGAS POKOK", duties, *below, *last]
    said = taken(qms, "u.docx", text(*parts))
    one = made(qms, "uraian-tugas/UT-01.yaml")
    assert (one["duties"], one["authority"]) == (["Menyusun rencana kerja"], ["Menegur bawahan"])
    assert "a. Kebenaran laporan" in said
    assert "Sekretaris" in said
