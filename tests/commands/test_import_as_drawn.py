"""smm import of what people draw: spaced letters, colours, two lines of one thing, letters for words."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl.styles import PatternFill
from papers import QMS, grid, saved, sheet, taken, word

from folders import lay
from running import smm
from smmkit.intake.words import comparable
from smmkit.yaml_text.source import Source


@pytest.fixture
def qms(tmp_path: Path) -> Path:
    return lay(tmp_path / "qms", QMS)


def made(qms: Path, path: str) -> dict[str, Any]:
    return Source.parse(path, (qms / path).read_bytes()).values


@pytest.mark.parametrize(
    ("text", "word"),
    [("N A M A", "nama"), ("N I P", "nip"), ("T G L   L A H I R", "tgl lahir"), ("S O", "s o")],
)
def test_spaces_between_letters_say_nothing(text: str, word: str) -> None:
    assert comparable(text) == word


def test_a_name_below_a_heading_with_spaces_is_that_of_a_person(qms: Path) -> None:
    said = taken(
        qms,
        [
            ["DAFTAR URUT KEPANGKATAN"],
            ["NO", "N A M A", "N I P", "JABATAN", "", "LATIHAN JABATAN", ""],
            ["", "", "", "NAMA", "TMT", "NAMA", "THN"],
            [1, "CONTOH SATU, M.Si", "-", "Sekretaris", "02-01-2019", "PIM II", 2018],
        ],
    )
    (one,) = made(qms, "orang/ORG-01.yaml")["entries"]
    assert one["title"] == "CONTOH SATU, M.Si"
    assert "LATIHAN JABATAN / NAMA this column was not taken" in said


def test_verdicts_by_their_letters(qms: Path) -> None:
    said = taken(
        qms,
        [
            ["CHECKLIST AUDIT INTERNAL"],
            ["Tanggal : 7 September 2020"],
            ["No", "Klausul", "Pertanyaan", "Bukti", "Hasil"],
            [1, "7.5.3", "Terkendali?", "Daftar induk", "C"],
            [2, "8.5.1", "Dijalankan?", "Tanpa paraf", "NC Minor"],
            [3, "9.1.2", "Diukur?", "SKM", "OFI"],
            [4, "6.1", "Ditinjau?", "Register", "AOC"],
        ],
    )
    found = [one["status"] for one in made(qms, "audit/AUD-01.yaml")["checklist"]]
    assert found == ["conform", "nonconform", "conform", "partial"]
    assert "OFI it is taken for: conforms" in said


def test_strategies_stand_beside_the_items_of_a_swot(qms: Path) -> None:
    said = taken(
        qms,
        [
            ["No", "Faktor", "Bobot", "Rating", "Strategi", "Uraian Strategi"],
            ["A", "KEKUATAN"],
            [1, "SDM", 0.5, 4, "SO", "Digitalisasi"],
            ["B", "KELEMAHAN"],
            [1, "Anggaran", 0.5, 2, "lain", "Hemat"],
        ],
    )
    one = made(qms, "konteks/SWOT-01.yaml")
    assert [(s["title"], s["pairing"]) for s in one["strategies"]] == [("Digitalisasi", "so")]
    assert "Hemat it does not say which two quadrants it joins" in said


def test_scores_beyond_what_is_done_are_those_after_it(qms: Path) -> None:
    heads = [
        "No",
        "Modus Kegagalan",
        "Akibat",
        "S",
        "O",
        "D",
        "RPN",
        "Tindakan",
        "PJ",
        "S",
        "O",
        "D",
    ]
    row = [1, "Salah label", "Tertukar", 9, 4, 3, 108, "Barcode", "Sekretariat", 8, 2, 2]
    said = taken(qms, [["FMEA"], heads, row])
    (one,) = made(qms, "risiko/RR-01.yaml")["entries"]
    scores = [one[name] for name in ("impact", "likelihood", "impact_after", "likelihood_after")]
    assert scores == [9, 4, 8, 2]
    assert "the scores to the right of what is done are those after it" in said


def test_two_lines_of_one_indicator_by_their_letters_beside_its_target(qms: Path) -> None:
    taken(
        qms,
        [
            ["MONITORING SASARAN MUTU 2020"],
            ["No", "Sasaran Mutu", "Target", "", "Jan", "Feb", "Mar"],
            [1, "Surat tepat waktu", "95%", "T", 94, 95, 95],
            ["", "", "", "R", 96, 94, 97],
        ],
    )
    (kpi,) = made(qms, "sasaran/SM-01.yaml")["kpis"]
    assert [(one["period"], one["value"]) for one in kpi["targets"]] == [
        ("2020", 95),
        ("2020-01", 94),
        ("2020-02", 95),
        ("2020-03", 95),
    ]
    series = (qms / "sasaran/IKU-01.csv").read_text()
    assert series == "period;value\n2020-01;96\n2020-02;94\n2020-03;97\n"


def test_colours_below_months_in_a_text_are_marks(qms: Path) -> None:
    months = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun"]
    document = docx.Document()
    document.add_paragraph("PROGRAM AUDIT INTERNAL TAHUN 2021")
    table = grid(
        document,
        [
            ["No", "Auditi", *months],
            ["1", "Sekretariat", *[""] * 6],
            ["2", "Bidang Mutasi", *[""] * 6],
        ],
    )
    for row, column, fill in (
        (0, 2, "D9D9D9"),
        (1, 4, "92D050"),
        (2, 7, "92D050"),
        (2, 2, "FFFFFF"),
    ):
        cell = table.cell(row, column)._tc.get_or_add_tcPr()
        cell.append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{fill}"/>'))
    file = lay(qms.parent / "papers", {"p.docx": saved(document)}) / "p.docx"
    said = " ".join(smm("import", file, qms, "--yes", "--owner", "SEK").stdout.split())
    audits = made(qms, "audit/PRG-01.yaml")["entries"]
    assert [(one["units"], one["period"]) for one in audits] == [
        (["SEK"], "2021-03"),
        (["MUT"], "2021-06"),
    ]
    assert "table 1 E2, H3 the colours of these cells are taken for marks" in said


@pytest.mark.parametrize(
    ("colours", "is_told"), [(("00FF00", "FF0000"), True), (("DDDDDD",) * 2, False)]
)
def test_colours_that_say_something_are_told(
    qms: Path, colours: tuple[str, str], is_told: bool
) -> None:
    rows = [
        ["No", "Nama", "Jabatan", "Audit"],
        [1, "Contoh Dua", "Analis"],
        [2, "Contoh Tiga", "Arsiparis"],
    ]
    book = openpyxl.load_workbook(io.BytesIO(sheet(rows)))
    for row, colour in enumerate(colours, 2):
        book.active.cell(row, 4).fill = PatternFill("solid", fgColor=f"00{colour}")
    book.active["A1"].fill = PatternFill("solid", fgColor="000000FF")
    lay(qms.parent / "papers", {"m.xlsx": saved(book)})

    said = " ".join(
        smm("import", qms.parent / "papers/m.xlsx", qms, "--yes", "--owner", "SEK").stdout.split()
    )
    assert ("D2, D3 cells without text have colours" in said) is is_told


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("Memeriksa. Jika sesuai lanjut ke 3, jika tidak kembali ke 1", {"Ya": 3, "Tidak": 1}),
        (
            "Memeriksa. Bila tidak lengkap kembali ke 1, bila lengkap lanjut ke 3",
            {"Ya": 3, "Tidak": 1},
        ),
        ("Memeriksa. Apabila benar, langsung ke 4", {"Ya": 4, "Tidak": 3}),
        ("Memeriksa. Jika salah kembali ke langkah 1", {"Ya": 3, "Tidak": 1}),
    ],
)
def test_a_sentence_says_where_each_answer_leads(
    qms: Path, text: str, ways: dict[str, int]
) -> None:
    rows: list[list[object]] = [["No", "Kegiatan", "Pelaksana", "Waktu", "Output"]]
    rows += [[n, f"Menulis {n}", "Staf", "5 menit", "Berkas"] for n in (1, 2, 3, 4)]
    rows[2][1] = text
    taken(qms, [["SOP Berkas"], *rows])
    step = made(qms, "sop/SOP-01.md")["steps"][1]
    assert {one["answer"]: one["to"] for one in step["leads_to"]} == ways


def test_a_register_of_risks_and_a_log_of_complaints_in_english(qms: Path) -> None:
    heads = [
        "No",
        "Process",
        "Risk / Opportunity",
        "R/O",
        "Cause",
        "Existing Control",
        "L",
        "C",
        "Action Plan",
    ]
    taken(
        qms,
        [heads, [1, "Sales", "New market", "O", "Trade", "-", 4, 3, "Survey"]],
        "--owner",
        "SEK",
    )
    (one,) = made(qms, "risiko/RR-01.yaml")["entries"]
    assert (one["sort"], one["likelihood"], one["treatments"][0]["what"]) == (
        "opportunity",
        4,
        "Survey",
    )
    heads = [
        "No",
        "Date Received",
        "Customer",
        "Product/Service",
        "Description of Complaint",
        "Date Closed",
    ]
    said = taken(qms, [heads, [1, "02/04/2020", "PT A", "Sertifikat", "Salah cetak", "06/04/2020"]])
    one = made(qms, "pelanggan/ADU-01.yaml")
    assert (one["statement"], str(one["answered"])) == ("Salah cetak", "2020-04-06")
    assert "PT A" not in (qms / "pelanggan/ADU-01.yaml").read_text()
    assert "data of people are not taken" in said


def test_letters_say_how_much_a_party_matters(qms: Path) -> None:
    heads = ["No", "Pihak Berkepentingan", "Kebutuhan", "Kepentingan (T/S/R)"]
    taken(qms, [heads, [1, "ASN", "SK", "T"], [2, "BKN", "Data", "S"], [3, "Media", "Kabar", "R"]])
    found = made(qms, "konteks/PB-01.yaml")["entries"]
    assert [one["priority"] for one in found] == ["high", "medium", "low"]


def test_findings_of_a_text_are_apart_by_their_number_and_said_by_clause_and_grade(
    qms: Path,
) -> None:
    lines = ["LAPORAN AUDIT INTERNAL", "Tanggal audit: 9 Maret 2020"]
    for n, clause, grade, text in (
        (1, "7.5.3", "Minor", "Formulir lama"),
        (2, "9.1.2", "OFI", "Survei daring"),
    ):
        lines += [f"Temuan {n}", f"Klausul: {clause}", f"Kategori: {grade}", f"Uraian: {text}"]
    lay(qms.parent / "papers", {"laporan.docx": word(*lines)})
    smm("import", qms.parent / "papers/laporan.docx", qms, "--yes", "--owner", "SEK")
    found = [made(qms, f"temuan/T-0{n}.yaml") for n in (1, 2)]
    assert [(one["statement"], one["clause"], one["grade"]) for one in found] == [
        ("Formulir lama", "7.5.3", "minor"),
        ("Survei daring", "9.1.2", "improvement"),
    ]


def test_a_hazard_causes_a_risk_and_further_controls_treat_it(qms: Path) -> None:
    heads = [
        "No",
        "Bahaya",
        "Risiko",
        "Pengendalian Saat Ini",
        "P",
        "S",
        "P x S",
        "Pengendalian Lanjutan",
    ]
    said = taken(qms, [heads, [1, "Percikan api", "Luka bakar", "APD", 3, 4, 12, "Tirai las"]])
    (one,) = made(qms, "risiko/RR-01.yaml")["entries"]
    assert (one["cause"], one["controls"]) == ("Percikan api", ["APD"])
    assert one["treatments"][0]["what"] == "Tirai las"
    assert "P x S it is counted from the others" in said


def test_trainings_that_were_held_are_told_to_be_no_plan(qms: Path) -> None:
    heads = ["No", "Nama Pelatihan", "Tanggal", "Peserta"]
    rows = [heads, [1, "Arsip", "5 Maret 2020", "Semua staf"]]
    assert "what was held is taken as" in taken(qms, [["REALISASI PELATIHAN TAHUN 2020"], *rows])


def test_a_table_of_posts_makes_a_job_description_of_each(qms: Path) -> None:
    heads = ["No", "Jabatan", "Uraian Tugas", "Wewenang"]
    rows = [
        heads,
        [1, "Kepala Bidang Mutasi", "1. Merencanakan\n2. Menilai", "Menandatangani nota"],
    ]
    taken(qms, [["URAIAN TUGAS"], *rows, [2, "Sekretaris", "Mengoordinasikan", ""]])
    one, two = (made(qms, f"uraian-tugas/UT-0{n}.yaml") for n in (1, 2))
    assert (one["title"], one["unit"], one["duties"]) == (
        "Kepala Bidang Mutasi", "MUT", ["Merencanakan", "Menilai"],
    )  # fmt: skip
    assert (one["authority"], two["unit"]) == (["Menandatangani nota"], "SEK")


def test_who_missed_one_day_of_several_was_there(qms: Path) -> None:
    heads = ["No", "Nama", "Hari 1", "Hari 2"]
    rows = [heads, [1, "Contoh Dua", "hadir", "izin"], [2, "Contoh Tiga", "izin", "sakit"]]
    said = taken(qms, [["DAFTAR HADIR PELATIHAN ARSIP"], ["3 Februari 2020"], *rows])
    (one,) = made(qms, "pelatihan/PLT-01.yaml")["attendance"]
    assert one["attended"] == 1
    assert "Contoh Tiga the list says that this person was not there" in said


def test_a_target_that_is_an_amount_is_no_day(qms: Path) -> None:
    heads = ["No", "Risiko Prioritas", "K", "D", "RTP", "Target", "Jadwal"]
    taken(qms, [heads, [1, "Terlambat", 4, 4, "Pengingat", "100%", "Juni 2020"]])
    (one,) = made(qms, "risiko/RR-01.yaml")["entries"]
    assert str(one["treatments"][0]["due"]) == "2020-06-30"


def test_a_list_of_vendors_in_english(qms: Path) -> None:
    heads = [
        "No",
        "Vendor Name",
        "Product/Service",
        "Total Score",
        "Grade",
        "Evaluation Date",
        "Status",
    ]
    first = [1, "PT Baja", "Baja", 86, "A", "15-Jan-2020", "Approved"]
    taken(qms, [heads, first, [2, "CV Misal", "Dus", 61, "C", "15-Jan-2020", "Not approved"]])
    found = made(qms, "sumber-daya/PE-01.yaml")["entries"]
    assert [one["evaluations"][0]["stays"] for one in found] == [True, False]


@pytest.mark.parametrize("whole", [False, True])
def test_colours_below_months_are_marks(qms: Path, whole: bool) -> None:
    heads = ["No", "Proses", "Jan", "Feb", "Mar", "Apr"]
    book = openpyxl.load_workbook(
        io.BytesIO(sheet([["PROGRAM AUDIT 2020"], heads, [1, "Sekretariat"]]))
    )
    for column in (3, 4, 5, 6) if whole else (4, 6):
        colour = "0000FF00" if whole or column == 4 else "00FF0000"
        book.active.cell(3, column).fill = PatternFill("solid", fgColor=colour)
    lay(qms.parent / "papers", {"p.xlsx": saved(book)})
    done = smm("import", qms.parent / "papers/p.xlsx", qms, "--yes", "--owner", "SEK")
    if whole:  # a row that is coloured as a whole is an ornament
        assert "no time is said" in done.stdout
        return
    said = " ".join(done.stdout.split())
    assert "D3, F3 the colours of these cells are taken for marks" in said
    assert "what they mean was not read" not in said
    found = made(qms, "audit/PRG-01.yaml")["entries"]
    assert [one["period"] for one in found] == ["2020-02", "2020-04"]


def test_the_target_that_was_changed_holds(qms: Path) -> None:
    heads = ["No", "Sasaran", "Indikator Kinerja", "Satuan", "Target Semula", "Target Perubahan"]
    said = taken(qms, [["PERJANJIAN KINERJA 2020"], heads, [1, "Layanan", "IKM", "Indeks", 80, 82]])
    (kpi,) = made(qms, "sasaran/SM-01.yaml")["kpis"]
    assert [(one["period"], one["value"]) for one in kpi["targets"]] == [("2020", 82)]
    assert "Target Semula this column was not taken" in said


def test_a_month_does_nothing(qms: Path) -> None:
    heads = ["No", "Kegiatan", "PIC", "Jun", "Des"]
    rows = [["JADWAL KEGIATAN 2020"], heads, [1, "Audit internal", "Sekretariat", "x", "x"]]
    lay(qms.parent / "papers", {"jadwal.xlsx": sheet(rows)})
    smm("import", qms.parent / "papers/jadwal.xlsx", qms, "--yes", "--owner", "SEK")
    assert not (qms / "sop").exists()


def test_a_table_without_a_row_is_none(qms: Path) -> None:
    document = docx.Document(io.BytesIO(word("Manual IKU", table=[["Nama IKU", "IKM"]])))
    document.add_table(0, 3)
    lay(qms.parent / "papers", {"iku.docx": saved(document)})
    done = smm("import", qms.parent / "papers/iku.docx", qms, "--owner", "SEK", typed=["t"])
    assert done.stderr == ""
    assert "Nothing was written" in done.stdout
