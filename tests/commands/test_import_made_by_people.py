"""smm import of papers as people make them: parts in cells of their own, lists beside text, targets of 0."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from papers import QMS, sheet
from test_import_layouts import PEOPLE, made, taken, text

from folders import lay
from running import smm


@pytest.fixture
def qms(tmp_path: Path) -> Path:
    return lay(tmp_path / "qms", {**QMS, "orang.yaml": PEOPLE})


SPO = [
    ["RSUD CONTOH", "IDENTIFIKASI PASIEN", "", ""],
    ["", "No. Dokumen", "No. Revisi", "Halaman"],
    ["", "046/SPO/2024", "03", "1/1"],
    ["SPO", "Tanggal Terbit : 12 Maret 2024", "Ditetapkan oleh Direktur", ""],
    ["PENGERTIAN", "Proses pengecekan", "", ""],
    ["TUJUAN", "Menghindari salah pasien", "", ""],
    ["PROSEDUR", "1.", "Perawat mengucapkan salam", ""],
    ["", "2.", "Basahi tangan dengan air mengalir", ""],
    ["", "3.", "Cocokkan dengan gelang", ""],
    ["UNIT TERKAIT", "Sekretariat", "", ""],
]


def test_the_form_of_a_hospital_on_a_sheet_with_a_row_for_each_step(qms: Path) -> None:
    said = taken(qms, "spo.xlsx", sheet(SPO))
    one = made(qms, "sop/SOP-01.md")
    assert (one["title"], one["number"], one["version"]) == (
        "Identifikasi Pasien",
        "046/SPO/2024",
        "03",
    )
    assert [(s["activity"], s["actor"][:5]) for s in one["steps"]] == [
        ("Mengucapkan salam", "Peraw"),
        ("Basahi tangan dengan air mengalir", "(isi)"),  # nobody is called "Basahi tangan"
        ("Cocokkan dengan gelang", "(isi)"),
    ]
    assert "Menghindari salah pasien Perawat" not in said  # no box reaches into the parts below


ANJAB = [
    "INFORMASI JABATAN",
    "1. NAMA JABATAN : Analis",
    "2. UNIT KERJA : Sekretariat",
    "3. IKHTISAR JABATAN : Menganalisis data.",
    "4. KUALIFIKASI JABATAN :",
    "a. Pendidikan Formal : S1 Administrasi",
    "b. Pengalaman : 1 tahun",
    "5. TUGAS POKOK :",
    [["NO", "URAIAN TUGAS", "HASIL KERJA"], ["1", "Menghimpun bahan", "Bahan"]],
    "6. HASIL KERJA : Dokumen analisis",
]


def test_duties_in_a_table_between_paragraphs(qms: Path) -> None:
    taken(qms, "anjab.docx", text(*ANJAB))
    one = made(qms, "uraian-tugas/UT-01.yaml")
    assert one["duties"] == ["Menghimpun bahan"]
    assert one["qualifications"] == [
        "Pendidikan Formal : S1 Administrasi",
        "Pengalaman : 1 tahun",
    ]


def test_the_sums_of_a_survey_have_a_word_where_answers_have_a_number(qms: Path) -> None:
    heads = ["NO. RESP", *(f"U{n}" for n in range(1, 10))]
    rows = [heads, [1, *[4] * 9], [2, *[3] * 9], ["Jml Nilai", *[7] * 9], ["Hasil", *[3] * 9]]
    taken(qms, "skm.xlsx", sheet(rows))
    lines = (qms / "pelanggan/skm-01.csv").read_text("utf-8").splitlines()
    assert [line.split(";")[0] for line in lines] == ["U1", "4", "3"]


def test_the_results_of_a_survey_are_its_averages_and_no_standard_of_a_service(qms: Path) -> None:
    words = ["Persyaratan", "Prosedur", "Waktu Penyelesaian", "Biaya/Tarif", "Sarana dan Prasarana"]
    rows = [["No", "Unsur Pelayanan", "Jumlah Nilai", "Nilai Rata-rata", "Mutu"]]
    rows += [[str(n), word, "520", f"3,4{n}", "B"] for n, word in enumerate(words, 1)]
    rows += [["", "Lain-lain", "520", "3,9", ""], ["", "IKM", "", "86,25", "B"]]
    lines = ("LAPORAN SKM SEMESTER II TAHUN 2020", "Jumlah responden: 150 orang")
    said = taken(qms, "rekap.docx", text(*lines, rows))
    assert not (qms / "layanan").exists()
    one = made(qms, "pelanggan/SKM-01.yaml")
    assert (one["respondents"], str(one["until"])) == (150, "2020-12-31")
    assert [str(each["average"]) for each in one["averages"]] == [
        "3.41",
        "3.42",
        "3.43",
        "3.44",
        "3.45",
    ]
    assert [each["element"] for each in one["questions"]][-1] == "sarana"
    assert "Lain-lain" in said
    assert "IKM | 86,25 | B" in said


@pytest.mark.parametrize(
    ("line", "row", "is_told"),
    [
        ("", ["", "IKM", "", "86,42", "B"], True),
        ("Nilai IKM: 86,42 (B)", ["", "Jumlah", "", "", ""], True),
        ("", ["", "Nilai IKM", "", "86,25", "B"], False),
        ("Target IKM 86,42", ["", "Jumlah", "", "", ""], False),
        ("IKM 2019: 86,42", ["", "IKM", "", "86,25", "B"], False),
    ],
)
def test_the_index_that_a_recap_prints_is_held_to_the_one_that_is_counted(
    qms: Path, line: str, row: list[str], is_told: bool
) -> None:
    words = ["Persyaratan", "Prosedur", "Waktu Penyelesaian", "Biaya/Tarif", "Produk Spesifikasi"]
    words += [
        "Kompetensi Pelaksana",
        "Perilaku Pelaksana",
        "Penanganan Pengaduan",
        "Sarana dan Prasarana",
    ]
    rows = [["No", "Unsur Pelayanan", "Jumlah Nilai", "Nilai Rata-rata", "Mutu"]]
    rows += [[str(n), word, "520", f"3,4{n}", "B"] for n, word in enumerate(words, 1)]
    lines = ("LAPORAN SKM SEMESTER II TAHUN 2020", "Jumlah responden: 150 orang", line)
    taken(qms, "rekap.docx", text(*lines, [*rows, row]))
    said = smm("validate", qms, "--lang", "en").stdout
    assert ("the text says 86.42, and the nearest figure of SKM-01 is 86.25" in said) is is_told
    assert ("SMM461" in said) is is_told


def test_a_matrix_of_strategies_keeps_its_four_quadrants(qms: Path) -> None:
    rows = [
        ["INTERNAL", "KEKUATAN (S)", "KELEMAHAN (W)"],
        ["", "1. SDM kompeten\n2. Sarana memadai", "1. Jaringan lambat"],
        ["EKSTERNAL", "", ""],
        ["PELUANG (O)", "STRATEGI SO", "STRATEGI WO"],
        ["1. Dukungan pusat", "Optimalkan SDM", "Ajukan jaringan"],
        ["ANCAMAN (T)", "STRATEGI ST", "STRATEGI WT"],
        ["1. Perubahan regulasi", "Sosialisasi", "Pelatihan"],
    ]
    said = taken(qms, "swot.docx", text("ANALISIS SWOT", rows))
    found = made(qms, "konteks/SWOT-01.yaml")["items"]
    assert [(one["title"], one["quadrant"]) for one in found] == [
        ("SDM kompeten", "strength"),
        ("Sarana memadai", "strength"),
        ("Jaringan lambat", "weakness"),
        ("Dukungan pusat", "opportunity"),
        ("Perubahan regulasi", "threat"),
    ]
    assert "Optimalkan SDM" in said


def test_a_part_with_a_roman_number_is_no_entry(qms: Path) -> None:
    rows = [
        ["No", "Pihak Berkepentingan", "Kebutuhan"],
        ["I", "INTERNAL", ""],
        ["1", "Pegawai", "Aman"],
        ["II", "EKSTERNAL", ""],
        ["1", "Masyarakat", "Cepat"],
    ]
    taken(qms, "pihak.docx", text(rows))
    entries = made(qms, "konteks/PB-01.yaml")["entries"]
    assert [one["title"] for one in entries] == ["Pegawai", "Masyarakat"]


def test_a_last_day_beside_a_correction_is_its_own(qms: Path) -> None:
    rows = [
        ["No. LKS", "03/AI", "Tanggal Audit", "12 Februari 2020"],
        ["Auditi", "Sekretariat", "Klausul", "7.5.3"],
        ["Uraian Ketidaksesuaian :\nTiga formulir tanpa nomor.", "<", "<", "<"],
        ["Tindakan Koreksi :\nMelengkapi nomor", "<", "Batas waktu : 20 Februari 2020", "<"],
        ["Tindakan Korektif :\nSosialisasi SOP", "<", "Batas waktu : 28 Februari 2020", "<"],
    ]
    taken(qms, "lks.docx", text(rows))
    one = made(qms, "temuan/T-01.yaml")
    assert [str(one[what]["due"]) for what in ("correction", "action")] == [
        "2020-02-20",
        "2020-02-28",
    ]


@pytest.mark.parametrize(
    ("title", "unit", "target", "formula", "worst"),
    [
        ("Kejadian pasien jatuh", "kasus", 0, "minimize-to-zero", None),
        ("Zero complaint", "kasus", 0, "minimize-to-zero", None),
        ("Persentase pengaduan yang tidak selesai", "%", 0, "minimize-to-zero", 100),
        ("Persentase pengaduan yang tidak selesai", "%", 5, "minimize", None),
        ("Persentase pengaduan yang selesai", "%", 95, "maximize", None),
    ],
)
def test_a_target_of_nothing_is_counted_down_to_zero(
    qms: Path, title: str, unit: str, target: int, formula: str, worst: int | None
) -> None:
    rows: list[list[Any]] = [["Indikator", "Satuan", "Target 2020", "Realisasi 2020"]]
    said = taken(qms, "iku.xlsx", sheet([*rows, [title, unit, target, 1]]))
    (kpi,) = made(qms, "sasaran/SM-01.yaml")["kpis"]
    assert (kpi["formula"], kpi.get("worst")) == (formula, worst)
    assert ("worst value, from which" in said) is (formula == "minimize-to-zero" and worst is None)


@pytest.mark.parametrize(("unit", "worst"), [("kasus", None), ("%", 100)])
def test_targets_that_fall_to_nothing_are_less_is_better_and_the_zero_is_counted_from_the_worst(
    qms: Path, unit: str, worst: int | None
) -> None:
    heads = ["Indikator", "Satuan", "Target 2018", "Target 2019", "Target 2020", "Realisasi 2020"]
    rows = [heads, ["Berkas yang hilang", unit, 5, 3, 0, 1]]
    said = taken(qms, "iku.xlsx", sheet(rows), "--year", "2020")
    (kpi,) = made(qms, "sasaran/SM-01.yaml")["kpis"]
    assert (kpi["formula"], kpi.get("worst")) == ("minimize", worst)
    assert ("worst value, from which" in said) is (worst is None)
    told = smm("validate", qms).stdout
    assert ("SMM402" in told) is (worst is None)


def test_months_with_which_quarters_end_are_the_quarters(qms: Path) -> None:
    rows = [
        ["Rencana Aksi 2020"],
        ["Indikator", "Satuan", "Target", "", "", "", "Realisasi", "", "", ""],
        ["", "", *(["B03", "B06", "B09", "B12"] * 2)],
        ["Layanan tuntas", "Persen", 25, 50, 75, 100, 20, 48, 77, 98],
    ]
    taken(qms, "aksi.xlsx", sheet(rows, merged=("C2:F2", "G2:J2")))
    (kpi,) = made(qms, "sasaran/SM-01.yaml")["kpis"]
    assert [one["period"] for one in kpi["targets"]] == [f"2020-Q{n}" for n in (1, 2, 3, 4)]
    lines = (qms / "sasaran/IKU-01.csv").read_text("utf-8").splitlines()
    assert lines[1:] == ["2020-Q1;20", "2020-Q2;48", "2020-Q3;77", "2020-Q4;98"]


@pytest.mark.parametrize(
    ("aims", "whole", "values", "way"),
    [
        ((25, 50, 75, 100), None, (20, 48, 77, 98), "last"),
        ((0, 30, 60, 100), None, (0, 30, 60, 90), "last"),
        ((25, 50, 75, 100), 100, (20, 48, 77, 98), "last"),
        ((25, 50, 75, 100), 250, (20, 48, 77, 98), "sum"),
        ((25, 50, 75, 100), None, (20, 48, 31, 98), "average"),
        ((80, 82, 84, 86), None, (80, 82, 84, 86), "average"),
        ((90, 60, 30, 100), None, (10, 20, 30, 40), "average"),
        ((0, 0, 0, 0), None, (0, 0, 0, 0), "average"),
    ],
)
def test_targets_that_run_on_through_the_year_end_at_its_last_value(
    qms: Path, aims: tuple[int, ...], whole: int | None, values: tuple[int, ...], way: str
) -> None:
    months = ["B03", "B06", "B09", "B12"]
    heads = ["Indikator", "Satuan", *["Target"] * 4, *["Realisasi"] * 4]
    below = ["", "", *months, *months]
    row = ["Layanan tuntas", "Berkas", *aims, *values]
    if whole is not None:
        heads, below, row = [*heads, "Target 2020"], [*below, ""], [*row, whole]
    taken(qms, "aksi.xlsx", sheet([["Rencana Aksi 2020"], heads, below, row]))
    assert made(qms, "sasaran/SM-01.yaml")["kpis"][0]["aggregation"] == way


def test_levels_by_their_letters_and_an_analysis_of_failures_in_english(qms: Path) -> None:
    rows = [
        ["Kejadian Risiko", "Risiko Inheren", "", "Risiko Residual", "", "Pemilik"],
        ["", "LK", "LD", "LK", "LD", ""],
        ["Akta salah cetak", "4 (Sering)", "3 - Sedang", 2, 3, "Sekretaris Dinas"],
    ]
    taken(qms, "risiko.xlsx", sheet(rows, merged=("B1:C1", "D1:E1")))
    (one,) = made(qms, "risiko/RR-01.yaml")["entries"]
    assert (one["likelihood"], one["impact"], one["owner"]) == (4, 3, "SEK")
    assert (one["likelihood_after"], one["impact_after"]) == (2, 3)


def test_the_words_of_a_failure_mode_and_effect_analysis(qms: Path) -> None:
    heads = ["Failure Mode", "Potential Effect", "S", "Potential Cause", "O", "Current Control"]
    rows = [[*heads, "D", "RPN", "Recommended Action"]]
    rows += [["Salah NIK", "Dokumen salah", 8, "Kelelahan", 4, "Cek ganda", 3, 96, "Validasi"]]
    taken(qms, "fmea.xlsx", sheet(rows))
    (one,) = made(qms, "risiko/RR-01.yaml")["entries"]
    assert (one["effect"], one["cause"], one["controls"]) == (
        "Dokumen salah",
        "Kelelahan",
        ["Cek ganda"],
    )
    assert [each["what"] for each in one["treatments"]] == ["Validasi"]


def test_the_version_of_a_list_of_documents(qms: Path) -> None:
    rows = [["No", "Nama Dokumen", "No. Dokumen", "Revisi Ke", "Tanggal Terbit"]]
    rows += [["1", "Pedoman Mutu", "PM-01", "02", "2 Januari 2020"]]
    taken(qms, "Daftar Induk.xlsx", sheet(rows))
    assert made(qms, "dokumen/DOK-01.yaml")["version"] == "02"


def test_a_procedure_is_called_by_the_first_cell_of_its_boxes(qms: Path) -> None:
    boxes = [["SOP PINDAH DATANG", "<"], ["Nomor", "470/15"]]
    flow = [["No", "Kegiatan", "Pelaksana", "Waktu"], ["1", "Mengajukan", "Pemohon", "10 menit"]]
    said = taken(qms, "sop.docx", text(boxes, flow))
    assert made(qms, "sop/SOP-01.md")["title"] == "Pindah Datang"
    assert "the name of the file" not in said


def test_lines_of_a_box_that_are_read_are_not_told_as_unread(qms: Path) -> None:
    rows = [
        ["Dasar Hukum", "Kualifikasi Pelaksana"],
        ["1. UU 24 Tahun 2013\n2. Perpres 96 Tahun 2018", "1. SLTA\n2. Mampu komputer"],
        [],
        ["No", "Kegiatan", "Pelaksana", "Waktu"],
        ["1", "Mengajukan", "Pemohon", "10 menit"],
    ]
    said = taken(qms, "sop.xlsx", sheet(rows))
    assert "it is not among what is read" not in said


def test_targets_and_values_in_two_tables_are_one_indicator(qms: Path) -> None:
    rows = [
        ["Tabel 1. Target Kinerja 2020"],
        ["No", "Indikator", "Satuan", "Target 2020"],
        [1, "IKM", "Indeks", 85],
        [],
        ["Tabel 2. Realisasi Kinerja 2020"],
        ["No", "Indikator", "Satuan", "Realisasi 2020"],
        [1, "IKM", "Indeks", 86.12],
    ]
    said = taken(qms, "iku.xlsx", sheet(rows))
    (kpi,) = made(qms, "sasaran/SM-01.yaml")["kpis"]
    assert (kpi["frequency"], kpi["targets"]) == ("yearly", [{"period": "2020", "value": 85}])
    assert (qms / "sasaran/IKU-01.csv").read_text("utf-8").splitlines()[1:] == ["2020;86,12"]
    assert "how often it is measured" not in said


def test_what_some_people_are_is_nobodys_name(qms: Path) -> None:
    rows = [["No", "Nama", "Jabatan"], [1, "Ani Rekaan", "Analis"], ["", "PPPK", ""]]
    rows += [["", "Bidang Mutasi", ""], [2, "Dewi Rekaan", "Analis"]]
    taken(qms, "nominatif.xlsx", sheet(rows), "--as", "people")
    names = [one["title"] for one in made(qms, "orang.yaml")["entries"]]
    assert names[-2:] == ["Ani Rekaan", "Dewi Rekaan"]


def test_quarters_beside_their_months_say_how_they_are_counted(qms: Path) -> None:
    rows = [["Kode IKU", "Nama IKU", "Target 2020", "Jan", "Feb", "Mar", "TW I", "Jumlah"]]
    rows += [["IKU-01", "IKM", "82,36", "81,5", "82", "82,4", "82,4", ""]]
    rows += [["IKU-02", "Aduan selesai", "95%", "90%", "95%", "100%", "95%", ""]]
    rows += [["IKU-03", "Buku dicetak", "90", "10", "20", "30", "61,5", ""]]
    said = taken(qms, "IKU 2020.xlsx", sheet(rows))
    kpis = [made(qms, f"sasaran/SM-0{n}.yaml")["kpis"][0] for n in (1, 2, 3)]
    assert [one["aggregation"] for one in kpis] == ["last", "average", "average"]
    assert "G4  61,5" in said  # as it is written, and only where the months say otherwise
    assert "G2 " not in said
    lines = (qms / "sasaran/IKU-01.csv").read_text("utf-8").splitlines()
    assert lines[1:] == ["2020-01;81,5", "2020-02;82", "2020-03;82,4"]


def test_items_of_a_quadrant_share_a_cell_and_letters_are_parts_of_a_duty(qms: Path) -> None:
    rows = [["ASPEK", "URAIAN"], ["KEKUATAN", "1. SDM kompeten\n2. Anggaran cukup"]]
    rows += [["KELEMAHAN", "1. Gedung sempit"], ["PELUANG", "1. Digitalisasi"]]
    taken(qms, "swot.docx", text("ANALISIS SWOT", rows))
    found = made(qms, "konteks/SWOT-01.yaml")["items"]
    assert [one["title"] for one in found][:2] == ["SDM kompeten", "Anggaran cukup"]
    lines = ["Nama Jabatan : Operator", "Unit Kerja : Sekretariat", "Ikhtisar : Mengoperasikan"]
    lines += ["Uraian Tugas :", "1. Memasukkan data", "2. Mencetak:", "a. KTP", "b. KK"]
    taken(qms, "tugas.docx", text(*lines))
    duties = made(qms, "uraian-tugas/UT-01.yaml")["duties"]
    assert duties == ["Memasukkan data", "Mencetak: a. KTP; b. KK"]


def test_boxes_and_steps_in_one_table(qms: Path) -> None:
    rows = [
        ["DINAS CONTOH", "", "", "Nomor SOP", "", "", "060/11", "", ""],
        ["", "", "", "Nama SOP", "", "", "Penerbitan KIA", "", ""],
        ["Dasar Hukum", "", "", "Kualifikasi Pelaksana", "", "", "", "", ""],
        ["1. Permendagri 2/2016", "", "", "1. D3\n2. Teliti", "", "", "", "", ""],
        ["No.", "Uraian Prosedur", "Pelaksana", "", "", "Mutu Baku", "", "", "Ket."],
        ["", "", "Pemohon", "Petugas", "Kasi", "Kelengkapan", "Waktu", "Output", ""],
        ["1", "Mengajukan", "v", "", "", "Formulir", "5 menit", "Permohonan", ""],
        ["2", "Memeriksa", "", "v", "", "Berkas", "10 menit", "Berkas lengkap", ""],
    ]
    boxes = ("A1:C2", "D1:F1", "G1:I1", "D2:F2", "G2:I2", "A3:C3", "D3:I3", "A4:C4", "D4:I4")
    heads = ("A5:A6", "B5:B6", "C5:E5", "F5:H5", "I5:I6")
    taken(qms, "sop.xlsx", sheet(rows, merged=(*boxes, *heads)))
    one = made(qms, "sop/SOP-01.md")
    assert one["legal_basis"] == ["Permendagri 2/2016"]
    assert one["qualifications"] == ["D3", "Teliti"]
    assert [step["actor"] for step in one["steps"]] == ["Pemohon", "Petugas"]


@pytest.mark.parametrize(
    ("heading", "answers", "rule", "told"),
    [
        ("Apakah Anda akan merekomendasikan kami (0-10)?", [10, 9, 7, 3], "nps", "25"),
        ("Seberapa puas Anda atas layanan kami?", [5, 4, 2, 1], "csat", "50"),
        ("Apakah Anda akan merekomendasikan kami?", ["Ya", "Tidak"], None, ""),
    ],
)
def test_a_survey_of_one_question_is_counted_by_its_own_rule(
    qms: Path, heading: str, answers: list[object], rule: str | None, told: str
) -> None:
    rows = [
        ["Timestamp", heading, "Alasan"],
        *([f"2020-05-0{n}", one, "-"] for n, one in enumerate(answers, 1)),
    ]
    taken(qms, "survei.xlsx", sheet(rows))
    path = qms / "pelanggan/SKM-01.yaml"
    assert path.exists() is (rule is not None)
    if rule:
        assert made(qms, "pelanggan/SKM-01.yaml")["counted_by"] == rule
        shown = smm("survey", "SKM-01", qms, "--lang", "en").stdout
        assert f" {told}.00\n" in shown
        assert "the share of its answers from" in " ".join(shown.split())


def test_targets_that_fall_from_year_to_year_say_that_less_is_better(qms: Path) -> None:
    rows = [["Indikator", "Satuan", "Target 2018", "Target 2019", "Target 2020"]]
    rows += [["Salah cetak", "kasus", "5", "3", "2"], ["Peserta", "orang", "5", "7", "6"]]
    taken(qms, "renstra.xlsx", sheet(rows))
    kpis = [made(qms, f"sasaran/SM-0{n}.yaml")["kpis"][0] for n in (1, 2)]
    assert [one["formula"] for one in kpis] == ["minimize", "maximize"]


def test_lists_of_records_and_of_documents_from_outside(qms: Path) -> None:
    rows = [["NO", "NAMA REKAMAN", "KODE"], ["1", "Buku register akta", "FR-01"]]
    taken(qms, "rekaman.docx", text("DAFTAR INDUK REKAMAN", rows))
    assert made(qms, "dokumen/DOK-01.yaml")["title"] == "Buku register akta"
    rows = [["DAFTAR DOKUMEN EKSTERNAL"], ["No", "Judul Dokumen", "Nomor", "Revisi", "Penerbit"]]
    taken(qms, "luar.xlsx", sheet([*rows, ["1", "Pedoman arsip", "24", "1", "ANRI"]]))
    assert made(qms, "dokumen/DOK-02.yaml")["origin"] == "external"


@pytest.mark.parametrize(
    ("target", "ends", "formula"),
    [
        ("2-8", (2, 8), "stabilize"),
        ("45 s.d. 60 %", (45, 60), "stabilize"),
        ("70% (35 dari 50 orang)", (70, None), "maximize"),
        ("< 60", (60, None), "minimize"),
    ],
)
def test_a_target_that_is_a_range_or_says_what_it_is_counted_from(
    qms: Path, target: str, ends: tuple[int, int | None], formula: str
) -> None:
    rows = [["Indikator", "Satuan", "Target 2020", "Realisasi 2020"], ["Suhu", "C", target, "5"]]
    taken(qms, "iku.xlsx", sheet(rows))
    (kpi,) = made(qms, "sasaran/SM-01.yaml")["kpis"]
    (aim,) = kpi["targets"]
    assert (aim["value"], aim.get("up_to"), kpi["formula"]) == (*ends, formula)


def test_marks_of_each_day_make_a_list_of_who_was_there(qms: Path) -> None:
    heads = [["No", "Nama", "Tgl 20", "Tgl 21"], ["1", "Rina Misal", "ttd", "ttd"]]
    lines = ("DAFTAR HADIR PESERTA", "Pelatihan : Arsip Dinamis", "Tanggal : 20 April 2020")
    said = taken(qms, "hadir.docx", text(*lines, heads))
    one = made(qms, "pelatihan/PLT-01.yaml")
    assert (one["title"], one["attendance"]) == ("Arsip Dinamis", [{"person": "P-03"}])
    assert "column 3  Tgl 20" in said
    taken(qms, "matriks.docx", text("MATRIKS KOMPETENSI", [["Nama", "Arsip"], ["Rina Misal", "v"]]))
    assert not (qms / "pelatihan/PLT-02.yaml").exists()


def test_a_job_sheet_on_a_sheet_with_words_alone_in_their_rows(qms: Path) -> None:
    rows = [
        [1, "Nama Jabatan", ":", "Arsiparis"],
        [2, "Unit Kerja", ":", "Sekretariat"],
        [3, "Ikhtisar Jabatan", ":", "Mengelola arsip"],
        [4, "Kualifikasi Jabatan"],
        ["", "a. Pendidikan", ":", "D3"],
        [5, "Tugas Pokok"],
        ["", "No", "Uraian Tugas", "Hasil Kerja"],
        ["", 1, "Mencatat surat", "Catatan"],
        ["", 2, "Menata arsip", "Arsip"],
        ["", "Jumlah", "", "2"],
        [6, "Wewenang"],
        ["", "a. Menolak berkas"],
        [7, "Kode Jabatan", ":", "4.2"],
    ]
    said = taken(qms, "anjab.xlsx", sheet(rows))
    one = made(qms, "uraian-tugas/UT-01.yaml")
    assert one["duties"] == ["Mencatat surat", "Menata arsip"]
    assert (one["authority"], one["qualifications"]) == (["Menolak berkas"], ["Pendidikan : D3"])
    for text_ in ("Catatan", "Jumlah", "Kode Jabatan | 4.2"):
        assert text_ in said


def test_each_table_of_a_text_is_a_service_standard_of_its_own(qms: Path) -> None:
    def table(product: str) -> list[list[str]]:
        words = ["Persyaratan", "Prosedur", "Waktu Pelayanan", "Biaya", "Produk"]
        said = ["KK", "Daftar", "1 hari", "Gratis", product]
        rows = [[str(n), *one] for n, one in enumerate(zip(words, said, strict=True), 1)]
        return [["NO", "KOMPONEN", "URAIAN"], *rows]

    parts = ("STANDAR PELAYANAN", "1. Penerbitan KTP-el", table("KTP"), "2. Akta", table("Kutipan"))
    taken(qms, "standar.docx", text(*parts))
    found = [made(qms, f"layanan/SP-0{n}.yaml") for n in (1, 2)]
    assert [one["title"] for one in found] == ["Penerbitan KTP-el", "Akta"]
    assert [one["product"] for one in found] == ["KTP", "Kutipan"]


def test_two_columns_of_signatures_vacant_posts_ticks_and_a_second_list_below_are_read(
    qms: Path,
) -> None:
    rows = [["No", "Nama", "Jabatan", "Tanda tangan", ""]]
    rows += [["1", "Siti Rekaan", "Staf", "1. ttd", ""], ["2", "Budi Contoh", "Staf", "", "2. ttd"]]
    taken(qms, "hadir.docx", text("DAFTAR HADIR", "Kegiatan : Bimtek ISO 9001", rows))
    assert len(made(qms, "pelatihan/PLT-01.yaml")["attendance"]) == len(rows[1:])

    posts = [["No", "Nama Jabatan", "Nama Pejabat"], ["1", "Kepala Bidang Mutasi", "(kosong)"]]
    said = taken(qms, "struktur.docx", text([*posts, ["2", "Kepala Badan", "Rini Rekaan"]]))
    assert "Kepala Bidang Mutasi nobody is named who holds it" in " ".join(said.split())
    assert "(kosong)" not in (qms / "orang.yaml").read_text("utf-8")

    lines = [["REKAP AUDIT"], ["A. KETIDAKSESUAIAN"]]
    lines += [["No", "Bagian yang Diaudit", "Uraian Temuan", "Klausul", "KTS", "OB"]]
    lines += [
        [1, "Sekretariat", "Daftar lama", "7.5.3", "v", ""],
        [2, "Sekretariat", "Papan", "7.4", "", "v"],
    ]
    lines += [
        [],
        ["B. PELUANG PENINGKATAN"],
        ["No", "Bagian", "Saran"],
        [1, "Sekretariat", "Antrean daring"],
    ]
    said = taken(qms, "rekap.xlsx", sheet(lines))
    found = [made(qms, f"temuan/T-0{n}.yaml") for n in (1, 2, 3)]
    assert [one["unit"] for one in found] == ["SEK"] * 3
    assert [one["grade"] for one in found[1:]] == ["observation", "improvement"]
    assert found[2]["statement"] == "Antrean daring"
    assert re.search(r"cell E4 +KTS +it does not say whether it is major or minor", said)

    parts = [["NO", "KOMPONEN", "URAIAN"]]
    names = ("Persyaratan", "Prosedur", "Jangka Waktu", "Biaya", "Produk Pelayanan")
    parts += [[str(n), name, "Ada"] for n, name in enumerate(names, 1)]
    taken(qms, "standar.docx", text("STANDAR PELAYANAN", "KARTU KUNING", parts))
    assert made(qms, "layanan/SP-01.yaml")["title"] == "Kartu Kuning"


def test_ticks_below_present_months_by_number_crosses_and_the_day_of_a_rank(qms: Path) -> None:
    rows = [["DAFTAR HADIR"], ["Kegiatan: Bimtek ISO 9001"], ["No", "Nama", "Unit", "Hadir"]]
    rows += [[1, "Siti Rekaan", "Sekretariat", "v"], [2, "Budi Contoh", "Sekretariat", "izin"]]
    taken(qms, "hadir.xlsx", sheet(rows))
    assert len(made(qms, "pelatihan/PLT-01.yaml")["attendance"]) == 1

    months = [str(n) for n in range(1, 13)]
    rows = [
        ["PROGRAM AUDIT INTERNAL 2020"],
        ["No", "Unit Kerja", "Ruang Lingkup / Klausul", *months],
    ]
    taken(qms, "program.xlsx", sheet([*rows, [1, "Sekretariat", "7.5", "", "", "P", *[""] * 9]]))
    assert made(qms, "audit/PRG-01.yaml")["entries"][0]["period"] == "2020-03"

    rows = [["MATRIKS KOMPETENSI"], ["No", "Nama", "Jabatan", "Auditor", "Arsip"]]
    rows += [[1, "Siti Rekaan", "Staf", "x", "x"], ["Jumlah", "", "", 1, 1]]
    said = taken(qms, "matriks.xlsx", sheet(rows))
    assert "a cross says that the competence is there" in said

    rows = [["No", "Nama", "Pangkat/Gol", "TMT", "Jabatan", "TMT Jabatan", "Unit Kerja"]]
    rows += [[1, "Tono Misalan", "Penata (III/c)", "01/04/2015", "Analis", "2019", "Sekretariat"]]
    said = taken(qms, "duk.xlsx", sheet(rows))
    assert "since: 2019-01-01" in (qms / "orang.yaml").read_text("utf-8")
    assert "2019 is taken as 1 January 2019" in said
