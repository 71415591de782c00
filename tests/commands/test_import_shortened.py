"""smm import of cells that people shorten, and of forms for one indicator."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest
from papers import QMS, grid, saved, sheet, taken
from test_import_context import taken as taken_file

from folders import lay
from running import smm
from smmkit.intake import days
from smmkit.yaml_text.reading import read


@pytest.fixture
def qms(tmp_path: Path) -> Path:
    return lay(tmp_path / "qms", QMS)


def entries(qms: Path, path: str, key: str = "entries") -> list[dict[str, Any]]:
    return list(read(path, (qms / path).read_text())[key])


ELEMENTS = [
    "Persyaratan",
    "Prosedur",
    "Waktu Penyelesaian",
    "Produk Spesifikasi",
    "Perilaku Pelaksana",
]
ELEMENTS += ["Kompetensi Pelaksana", "Penanganan Pengaduan", "Sarana dan Prasarana"]


def test_a_survey_that_leaves_out_an_element_is_counted_by_the_others(qms):
    rows: list[list[object]] = [["SKM Semester I Tahun 2020"], ["No", "Unsur Pelayanan", "NRR"]]
    rows += [[f"U{n}", one, 3.3] for n, one in enumerate(ELEMENTS, 1)]
    taken(qms, [*rows, ["", "IKM Unit Pelayanan", 84.1], ["", "Jumlah responden: 150 orang"]])
    assert "82.50" in smm("survey", "SKM-01", qms, "--lang", "en").stdout
    said = smm("validate", qms, "--lang", "en").stdout
    assert "the text says 84.1, and the nearest figure of SKM-01 is 82.5" in said
    assert "Fee" in next(line for line in said.splitlines() if "SMM681" in line)


RISKS = [
    "No",
    "Pernyataan Risiko",
    "Sebab",
    "Dampak",
    "Skala K",
    "Skala D",
    "RTP",
    "Penanggung Jawab",
]
RISKS += ["Target Waktu"]


def test_what_repeats_what_stands_above_says_it_and_is_told(qms):
    rows: list[list[object]] = [
        ["Daftar Risiko Tahun 2020"],
        RISKS,
        ["1", "2", "3", "4", "5", "6 = 5 x 4", "7", "8", "9"],
        [1, "Berkas hilang", "Arsip penuh", "Antre", 3, 4, "Pindai", "Sekretariat", "TW II 2020"],
        [2, "Listrik padam", "idem", "s.d.a.", 4, 3, "Genset", '"', "sda"],
        [3, "Petugas kurang", "-", "Antre", 2, 2, "n/a", "", ""],
    ]
    said = taken(qms, rows)
    first, second, third = entries(qms, "risiko/RR-01.yaml")
    assert (second["cause"], second["effect"]) == (first["cause"], first["effect"])
    assert second["treatments"][0]["owner"] == "SEK"
    assert str(second["treatments"][0]["due"]) == "2020-06-30"
    assert not {"treatments", "cause"} & third.keys()
    assert "D5 s.d.a. it stands for what is above it: Antre" in said
    assert "is no score" not in said


def test_the_title_of_the_first_part_is_no_row_of_the_heading(qms):
    rows: list[list[object]] = [
        ["No.", "Kegiatan", "Kejadian Risiko", "Skor Residual", "", "Mitigasi", "Batas Waktu"],
        ["", "", "", "P", "D", "", ""],
        ["I", "Pengadaan"],
        ["1", "", "Gagal lelang", 2, 4, "Konsolidasi", "Minggu ke-2 Juli 2020"],
    ]
    taken(qms, rows)
    (one,) = entries(qms, "risiko/RR-01.yaml")
    assert (one["likelihood"], one["impact"]) == (2, 4)
    assert str(one["treatments"][0]["due"]) == "2020-07-14"


def test_months_by_their_letters_and_what_was_carried_out(qms):
    rows: list[list[object]] = [
        ["Rencana Pelatihan Tahun 2020"],
        ["No", "Nama Pelatihan", "Peserta", "Ket.", *"JFMAMJJASOND"],
        [1, "Audit internal", "Auditor", "Rencana", "", "", "x", *[""] * 9],
        ["", "Audit internal", "Auditor", "Realisasi", *[""] * 5, "x", *[""] * 6],
    ]
    said = taken(qms, rows)
    (one,) = entries(qms, "pelatihan/KOM-01.yaml", "training_plan")
    assert str(one["due"]) == "2020-03-31"
    assert "it says when it was carried out" in said


def test_a_mark_that_says_what_was_done_plans_no_audit(qms):
    rows: list[list[object]] = [
        ["Program Audit Internal Tahun 2020"],
        ["No", "Unit Kerja", "Mei", "Jun", "Jul"],
        [1, "Sekretariat", "P", "R", ""],
        [2, "Bidang Mutasi", "", "", "P"],
    ]
    said = taken(qms, rows)
    assert [one["period"] for one in entries(qms, "audit/PRG-01.yaml")] == ["2020-05", "2020-07"]
    assert "D3 R it says when it was carried out" in said


def test_sums_of_parts_are_no_items_and_the_mark_of_a_note_no_word(qms):
    rows: list[list[object]] = [
        ["No", "Faktor Strategis Internal", "Bobot", "Rating"],
        ["", "Kekuatan (S)"],
        [1, "Pegawai cakap*)", 0.6, 4],
        ["", "Sub jumlah", 0.6, ""],
    ]
    said = taken(qms, rows)
    (one,) = entries(qms, "konteks/SWOT-01.yaml", "items")
    assert one["title"] == "Pegawai cakap"
    assert "Pegawai cakap*) the mark of a note is left out" in said


MANUAL = [
    ["Sasaran Strategis", ":", "Layanan cepat"],
    ["Nama IKU", ":", "Waktu tunggu loket"],
    ["Definisi", ":", "Dari ambil nomor sampai dipanggil"],
    ["Formula", ":", "Jumlah waktu / jumlah pemohon"],
    ["Satuan Pengukuran", ":", "menit"],
    ["Tingkat Kendali IKU", ":", "Tinggi"],
    ["Penanggung Jawab IKU", ":", "Bidang Mutasi"],
    ["Sumber Data", ":", "Mesin antrean"],
    ["Polarisasi", ":", "Minimize"],
    ["Periode Pelaporan", ":", "Bulanan"],
]


@pytest.mark.parametrize(
    "aims", [[["Target 2020", ":", "15"]], [["Target", "2020", "15"], ["", "2021", "12"]]]
)
def test_a_form_for_one_indicator(qms, aims):
    document = docx.Document()
    document.add_paragraph("MANUAL INDIKATOR KINERJA UTAMA")
    grid(document, [*MANUAL, *aims])
    said = taken_file(qms, "Manual IKU.docx", saved(document), "--class", "terbuka")
    one = read("", (qms / "sasaran/SM-01.yaml").read_text())
    (kpi,) = one["kpis"]
    assert (one["title"], one["owner"], kpi["title"]) == (
        "Layanan cepat",
        "MUT",
        "Waktu tunggu loket",
    )
    assert (kpi["formula"], kpi["frequency"], kpi["measured_in"]) == (
        "minimize",
        "monthly",
        "menit",
    )
    assert kpi["targets"][0] == {"period": "2020", "value": 15}
    assert len(kpi["targets"]) == len(aims)
    assert kpi["calculation"] == f"{MANUAL[2][2]}; {MANUAL[3][2]}"
    assert "Tingkat Kendali IKU this column was not taken" in said


def test_quarters_of_a_form_stand_side_by_side_and_each_sheet_is_an_indicator(qms):
    times = [["Periode", "", "Q1", "Q2"], ["Target", "", 20, 18], ["Realisasi", "", 19, 17]]
    taken(qms, [["Kamus Indikator 2020"], *MANUAL, *times])
    (kpi,) = read("", (qms / "sasaran/SM-01.yaml").read_text())["kpis"]
    assert [(one["period"], one["value"]) for one in kpi["targets"]] == [
        ("2020-Q1", 20),
        ("2020-Q2", 18),
    ]
    assert (qms / "sasaran/IKU-01.csv").read_text().split() == [
        "period;value",
        "2020-Q1;19",
        "2020-Q2;17",
    ]


def test_the_table_of_periods_below_a_form_is_a_part_of_it_and_ticked_boxes_say_how(qms):
    document = docx.Document()
    named = ["Kode IKU / Nama IKU", "2a-CP / Waktu tunggu"]
    boxes = [
        ["Jenis Konsolidasi Periode", "( ) Sum ( ) Average (x) Take Last Known Value"],
        ["Polarisasi Indikator Kinerja", "☐ Maximize ☑ Minimize ☐ Stabilize"],
        ["Periode Pelaporan", "( ) Bulanan (√) Triwulanan ( ) Tahunan"],
    ]
    grid(document, [*([row[0], row[2]] for row in MANUAL[2:8]), named, *boxes])
    document.add_paragraph("")
    times = ["Periode", "Q1", "Q2", "S1", "Q3", "s.d. Q3", "Q4", "Y-2020"]
    aims = ["Target", "20", "20", "20", "19", "19", "18", "18"]
    grid(document, [times, aims, ["Realisasi", "21", "20", "", "", "", "", ""]])
    said = taken_file(qms, "Manual IKU.docx", saved(document), "--class", "terbuka")
    (kpi,) = read("", (qms / "sasaran/SM-01.yaml").read_text())["kpis"]
    assert (kpi["formula"], kpi["aggregation"], kpi["frequency"]) == (
        "minimize",
        "last",
        "quarterly",
    )
    assert {one["period"]: one["value"] for one in kpi["targets"]} == {
        "2020-Q1": 20, "2020-Q2": 20, "2020-S1": 20, "2020-Q3": 19, "2020-Q4": 18, "2020": 18,
    }  # fmt: skip
    assert (qms / "sasaran/IKU-01.csv").read_text() == "period;value\n2020-Q1;21\n2020-Q2;20\n"
    assert "Realisasi this" not in said


def test_a_job_sheet_with_numbered_words_and_a_table_of_duties(qms):
    document = docx.Document()
    for line in (
        "INFORMASI JABATAN",
        "1. Nama Jabatan : Analis Mutasi",
        "2. Kode Jabatan : 4.02.03",
        "3. Ikhtisar Jabatan : Menganalisis usul.",
        "4. Tugas Pokok",
    ):
        document.add_paragraph(line)
    grid(document, [["NO", "URAIAN TUGAS", "HASIL"], ["1", "Memeriksa", "Berkas"]])
    for line in ("5. Hasil Kerja", "6. Wewenang", "a. Meminta berkas"):
        document.add_paragraph(line)
    said = taken_file(qms, "anjab.docx", saved(document), "--class", "terbuka")
    one = read("", (qms / "uraian-tugas/UT-01.yaml").read_text())
    assert (one["title"], one["duties"]) == ("Analis Mutasi", ["Memeriksa"])
    assert one["authority"] == ["Meminta berkas"]
    assert "2. Kode Jabatan : 4.02.03" in said


def test_who_heads_a_sheet_owns_what_it_lists(qms):
    heads = ["No", "Indikator", "Satuan", "Polarisasi", "Target", "Realisasi"]
    title = ["Capaian Kinerja Triwulan III Tahun 2020"]
    rows: list[list[object]] = [title, ["Unit Kerja: Bidang Mutasi"], heads]
    rows += [["SS.1", "Layanan prima", "", "", "", ""]]
    rows += [[1, "Jumlah SK terbit", "SK", "Max", "1.200", "1.150"]]
    rows += [[2, "Deviasi", "%", "Min", 5, 4], ["", "Rata-rata capaian", "", "", "", "98"]]
    said = taken(qms, rows)
    one = read("", (qms / "sasaran/SM-01.yaml").read_text())
    assert (one["title"], one["owner"]) == ("Layanan prima", "MUT")
    assert [kpi["formula"] for kpi in one["kpis"]] == ["maximize", "minimize"]
    assert one["kpis"][0]["targets"] == [{"period": "2020", "value": 1200}]
    assert "Rata-rata capaian | 98 a total" in said


def test_the_years_of_a_plan_begin_with_its_first_and_not_with_the_baseline(qms):
    document = docx.Document()
    document.add_paragraph("Tujuan dan Sasaran Jangka Menengah 2018-2020")
    heads = ["No", "Tujuan", "Sasaran", "Indikator Sasaran", "Kondisi Awal (2017)"]
    aims = "Target Kinerja Tujuan/Sasaran pada Tahun ke-"
    rows = [[*heads, aims, "<", "<"], ["^"] * 5 + ["1", "2", "3"]]
    grid(document, [*rows, ["1", "Baik", "Layanan prima", "IKM", "78,2", "79", "80", "81"]])
    taken_file(qms, "renstra.docx", saved(document), "--class", "terbuka")
    (kpi,) = read("", (qms / "sasaran/SM-01.yaml").read_text())["kpis"]
    assert kpi["targets"][0] == {"period": "2018", "value": 79}


def test_numbered_parts_of_a_procedure_are_no_steps(qms):
    rows: list[list[object]] = [["No", "Uraian Kegiatan", "Pelaksana", "Waktu", "Output"]]
    rows += [["1", "Penerimaan"], ["1.a", "Menerima surat", "Agendaris", "10 menit", "Surat"]]
    said = taken(qms, [["SOP Surat Masuk"], *rows, ["2", "Menjawab", "Kepala", "1 jam", "Surat"]])
    assert "1 Menerima surat Agendaris" in said
    assert "2 Menjawab Kepala" in said


def test_the_day_of_an_evaluation_stands_below_the_table_of_a_text(qms):
    document = docx.Document()
    grid(
        document,
        [
            ["No.", "Nama Perusahaan", "Bidang Usaha", "Nilai", "Hasil"],
            ["1", "PT A", "ATK", "88", "Layak"],
        ],
    )
    document.add_paragraph("Tanggal evaluasi: 20 Desember 2020")
    taken_file(qms, "rekanan.docx", saved(document), "--class", "terbuka")
    (one,) = entries(qms, "sumber-daya/PE-01.yaml")
    assert str(one["evaluations"][0]["on"]) == "2020-12-20"
    assert one["provides"] == "ATK"


def test_answers_that_came_twice_at_one_time_are_told(qms):
    heads = ["Timestamp", *(f"U{n}" for n in range(1, 10))]
    row = ["2020-06-02 10:00:00", *[3] * 9]
    said = taken(qms, [heads, row, ["2020-06-02 10:00:01", *[3] * 9], row])
    assert said.count("were they sent twice") == 1


def test_who_has_no_mark_where_others_have_one_was_not_there(qms):
    rows: list[list[object]] = [
        ["DAFTAR HADIR"],
        ["Kegiatan : Pelatihan Arsip"],
        ["3 Februari 2020"],
    ]
    rows += [
        ["No", "Nama", "Unit", "Hari I", "Hari II", "Ket"],
        [1, "Ani", "Bidang Mutasi", "√", "√"],
    ]
    rows += [[2, "Budi", "Bidang Mutasi", "√", "-", "Sakit siang"], [3, "Cici", "Bidang Mutasi"]]
    said = taken(qms, [*rows, [4, "Dodi", "Bidang Mutasi", "√", "", "Tidak hadir"]])
    (one,) = entries(qms, "pelatihan/PLT-01.yaml", "attendance")
    assert one == {"unit": "MUT", "attended": 2}
    assert "Cici the list says that this person was not there" in said


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("M1 Januari 2020", "2020-01-07"),
        ("Rabu/5-2-2020", "2020-02-05"),
        ("Jum'at / 7 Februari 2020", "2020-02-07"),
        ("Minggu V Februari 2020", "2020-02-29"),
        ("Minggu, 2 Agustus 2020", "2020-08-02"),
        ("05/01/20", "2020-01-05"),
        ("5 Jan '20", "2020-01-05"),
        ("s.d. Maret 2020", "2020-03-31"),
        ("akhir Maret", "2020-03-31"),
        ("31/02/20", "None"),
        ("  ", "None"),
    ],
)
def test_a_day_as_a_plan_says_it(text, day):
    assert str(days.meant(text, year="2020")[0]) == day


def test_numbers_with_a_word_before_or_spelled_behind(qms):
    heads = ["No", "Indikator", "Target", "Realisasi"]
    rows: list[list[object]] = [["IKU 2020"], heads, [1, "Maturitas SPIP", "Level 3", "level 2"]]
    said = taken(qms, [*rows, [2, "Kecelakaan kerja", "0 (nol)", "1 (satu)"]])
    made = [read("", (qms / f"sasaran/SM-0{n}.yaml").read_text())["kpis"][0] for n in (1, 2)]
    assert [one["targets"][0]["value"] for one in made] == [3, 0]
    assert "no number" not in said


def test_letters_that_draw_steps_mark_who_does_them(qms):
    document = docx.Document()
    document.add_paragraph("Nama SOP: Peminjaman Arsip")
    heads = ["No", "Kegiatan", "Arsiparis", "Peminjam", "Waktu", "Output"]
    rows = [heads, ["1", "Meminta", "", "○", "5 menit", "Formulir"]]
    grid(document, [*rows, ["2", "Apakah arsip ada?", "◊", "", "1 menit", "Jawaban"]])
    said = taken_file(qms, "sop 3.docx", saved(document), "--class", "terbuka")
    assert "SOP-01: Peminjaman Arsip" in said
    assert "2 Apakah arsip ada? Arsiparis" in said


def test_opportunities_in_a_column_of_their_own(qms):
    heads = ["No", "Risiko", "Peluang", "Dampak", "L", "C", "Tindakan", "PIC", "Waktu"]
    rows: list[list[object]] = [["Jabatan : Kepala Bidang Mutasi"], heads]
    rows += [[1, "Berkas hilang", "", "Antre", 3, 3, "Kotak", "", "Juni 2020"]]
    rows += [[2, "", "Aplikasi baru", "Cepat", 4, 4, "Ajukan", "", "Juni 2020"]]
    said = taken(qms, [*rows, [3, "Bocor", "Sistem baru", "Aduan", 2, 2, "Enkripsi", "", ""]])
    made = entries(qms, "risiko/RR-01.yaml")
    assert [one.get("sort") for one in made] == [None, "opportunity", None]
    assert {one["owner"] for one in made} == {"MUT"}
    assert "Sistem baru the row says a risk already" in said


def test_half_the_quarters_say_that_the_year_is_their_sum(qms):
    heads = ["No", "Indikator", "Satuan", "Target 2020", "Target TW I", "Target TW II"]
    taken(qms, [heads, [1, "Jumlah laporan", "dok", 12, 3, 3], [2, "Kepuasan", "%", 90, 90, 90]])
    made = [read("", (qms / f"sasaran/SM-0{n}.yaml").read_text())["kpis"][0] for n in (1, 2)]
    assert [one["aggregation"] for one in made] == ["sum", "average"]


def test_a_list_of_documents_repeats_its_days(qms):
    rows = [["No", "Kode Dokumen", "Judul Dokumen", "No. Revisi", "Tgl. Berlaku", "Pemilik"]]
    rows += [
        ["1", "SOP-21", "Cuti", "01", "2 Jan 2020", "Bidang Mutasi"],
        ["2", "SOP-22", "Gaji", "00", "sda", "sda"],
    ]
    taken_file(qms, "daftar induk.xlsx", sheet(rows), "--class", "terbuka")
    one = read("", (qms / "dokumen/DOK-02.yaml").read_text())
    assert (str(one["issued"]), one["owner"]) == ("2020-01-02", "MUT")


def test_a_day_that_no_cell_says_is_none(qms):
    rows: list[list[object]] = [
        ["Daftar Risiko 2020"],
        RISKS,
        [1, "Berkas hilang", "Arsip penuh", "Antre", 3, 4, "Pindai", "Sekretariat", ""],
    ]
    taken(qms, rows)
    (one,) = entries(qms, "risiko/RR-01.yaml")
    assert "due" not in one["treatments"][0]


def test_a_sheet_alone_may_be_a_workbook_of_forms(qms):
    said = taken_file(qms, "kamus.xlsx", sheet([["Target 2020"], *MANUAL]), "--class", "terbuka")
    assert "Waktu tunggu loket" in said
