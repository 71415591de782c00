"""smm import of plans with a mark below a month, a quarter or a week, and of forms and boxes beside them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from papers import QMS, saved, sheet
from test_import_context import page, taken, values

from folders import lay
from running import smm


@pytest.fixture
def qms(tmp_path: Path) -> Path:
    return lay(tmp_path / "qms", QMS)


def entries(qms: Path, path: str) -> list[dict[str, Any]]:
    return list(values(qms, path)["entries"])


def test_each_mark_below_a_month_is_a_calibration(qms):
    rows = [["Jadwal Kalibrasi Tahun 2020"], ["No", "Nama Alat", "Merk", "Januari", "Mei", "Juli"]]
    said = taken(qms, "kalibrasi.xlsx", sheet([*rows, [1, "Timbangan", "Acme", "v", "", "v"]]))
    (one,) = entries(qms, "sumber-daya/SD-01.yaml")
    assert [str(care["due"]) for care in one["care"]] == ["2020-01-31", "2020-07-31"]
    assert "Januari is taken as 31 January 2020" in said
    assert "Juli is taken as 31 July 2020" in said


def test_a_mark_below_a_week_is_the_month_of_an_audit_and_the_week_is_told(qms):
    weeks = ["I", "II", "III", "IV"]
    rows = [
        ["Program Audit Internal Tahun 2020"],
        ["No", "Unit Kerja", "Maret", "", "", "", "April", "", "", ""],
        ["", "", *weeks, *weeks],
        [1, "Sekretariat", "", "x", "", "", "", "", "", ""],
        [2, "Bidang Mutasi", "", "", "", "", "", "", "x", ""],
    ]
    said = taken(qms, "program-audit.xlsx", sheet(rows))
    assert [one["period"] for one in entries(qms, "audit/PRG-01.yaml")] == ["2020-03", "2020-04"]
    assert "the month alone is taken of April III" in said


def test_letters_say_which_is_a_risk_and_which_an_opportunity_and_others_are_told(qms):
    heads = ["No", "Jenis", "Pernyataan Risiko", "Sebab", "Dampak"]
    heads += ["Skala Kemungkinan", "Skala Dampak", "Penanganan"]
    rows = [[n, sort, f"Hal {n}", "S", "D", 3, 4, "T"] for n, sort in enumerate("RPX", 1)]
    said = taken(qms, "risiko.xlsx", sheet([["Daftar Risiko"], heads, *rows]))
    made = entries(qms, "risiko/RR-01.yaml")
    assert [one.get("sort") for one in made] == ["risk", "opportunity", None]
    assert [one["response"] for one in made] == ["reduce", "pursue", "reduce"]
    assert "B5 X neither a risk nor an opportunity; not taken" in said


def test_what_stands_where_two_quadrants_cross_is_a_strategy(qms):
    rows = [
        ["Analisis SWOT", "", ""],
        ["", "Kekuatan\n1. Staf cakap", "Kelemahan\n1. Server tua"],
        ["Peluang\n1. Hibah", "Pakai hibah untuk melatih", "Beli server"],
        ["Ancaman\n1. Banjir", "", ""],
    ]
    said = taken(qms, "swot.xlsx", sheet(rows))
    one, other = values(qms, "konteks/SWOT-01.yaml")["strategies"]
    assert (one["title"], one["pairing"]) == ("Pakai hibah untuk melatih", "so")
    assert (other["title"], other["pairing"]) == ("Beli server", "wo")
    assert one["items"] == ["(isi) butir yang digabungkannya"]
    assert "it stands in no box of the four" not in said


def test_strategies_below_their_word_join_the_items_that_they_name(qms):
    rows = [
        ["Internal/Eksternal", "Peluang (O)\n1. Hibah\n2. Digital", "Ancaman (T)\n1. Banjir"],
        ["Kekuatan (S)\n1. Staf", "Strategi SO\n1. Latih (S1, O1, 2)\n2. Rintis", "ST: Siaga"],
        ["Kelemahan (W)\n1. Arsip", "W-O\nPindai (W1-O2)", "Strategi WT\nPindah (W7)"],
    ]
    taken(qms, "swot.docx", page(*rows))
    found = values(qms, "konteks/SWOT-01.yaml")["strategies"]
    told = [(one["pairing"], one["title"], one["items"]) for one in found]
    blank = ["(isi) butir yang digabungkannya"]
    assert told == [
        ("so", "Latih", ["SW-04", "SW-01", "SW-02"]),
        ("so", "Rintis", blank),
        ("st", "Siaga", blank),
        ("wo", "Pindai", ["SW-05", "SW-02"]),
        ("wt", "Pindah (W7)", blank),
    ]


def test_strategies_on_a_sheet_of_their_own_follow_from_weighted_factors(qms):
    factors = [["FAKTOR INTERNAL", "BOBOT", "RATING"], ["KEKUATAN (S)"], ["Staf cakap", 0.5, 4]]
    factors += [["KELEMAHAN (W)"], ["Server tua", 0.5, 2], ["PELUANG (O)"], ["Hibah", 1, 3]]
    matrix = [["", "KEKUATAN", "KELEMAHAN"], ["PELUANG", "1. Latih (S1, O1)", "1. Beli server"]]
    book = openpyxl.load_workbook(io.BytesIO(sheet(factors)))
    book.create_sheet("TOWS")
    for row in matrix:
        book["TOWS"].append(row)
    said = taken(qms, "swot.xlsx", saved(book))
    found = values(qms, "konteks/SWOT-01.yaml")["strategies"]
    assert [(one["pairing"], one["title"]) for one in found] == [
        ("so", "Latih"),
        ("wo", "Beli server"),
    ]
    assert found[0]["items"] == ["SW-01", "SW-03"]
    assert "no headings that are known" not in said


@pytest.mark.parametrize(("title", "found"), [("DAFTAR INDUK DOKUMEN", True), ("Undangan", False)])
def test_a_list_of_documents_in_a_text_is_one_where_the_text_says_so(qms, title, found):
    rows = (("No", "Kode", "Judul", "Berkas"), ("1", "SOP-21", "Cuti", "cuti.txt"))
    files = {"daftar.docx": page(*rows, above=(title,)), "cuti.txt": b"Isi"}
    papers = lay(qms.parent / "papers", files)
    done = smm("adopt", papers / "daftar.docx", qms, "--yes", "--owner", "SEK")
    assert ("SOP-21" in done.stdout) is found, done.stdout + done.stderr


def test_what_a_form_says_twice_is_told(qms):
    lines = ["LEMBAR KETIDAKSESUAIAN", "Nomor: LKS-01", "Uraian: Arsip tercecer", "Klausul: 7.5.3"]
    lines += ["Auditor: Ani", "Auditi: Sekretariat", "Uraian: Rak rusak"]
    said = taken(qms, "lks.docx", page(*((line, "") for line in lines)))
    assert "Rak rusak this line of the form was not taken" in said


@pytest.mark.parametrize(
    ("said", "taken_are", "told"),
    [
        ("8.1-8.4", ["8.1", "8.2", "8.3", "8.4"], False),
        ("7 s.d. 9", ["7", "8", "9"], False),
        ("8.1, 8.4", ["8.1", "8.4"], False),
        ("8.5-9.1", ["8.5", "9.1"], True),
        ("8.4-8.1", ["8.4", "8.1"], True),
    ],
)
def test_a_range_of_clauses_is_all_between_or_told(qms, said, taken_are, told):
    rows = [["Program Audit Internal Tahun 2020"], ["No", "Unit Kerja", "Klausul", "Bulan"]]
    out = taken(qms, "program.xlsx", sheet([*rows, [1, "Sekretariat", said, "Maret"]]))
    (one,) = entries(qms, "audit/PRG-01.yaml")
    assert one["audited_clauses"] == taken_are
    assert ("only the ends are taken" in out) is told


def test_no_second_column_of_a_name_is_lost(qms):
    rows = [["ISU INTERNAL"], ["No", "Isu", "Dampak (+/-)", "Uraian Dampak"]]
    taken(qms, "isu.xlsx", sheet([*rows, [1, "Gedung", "+", "Luas"], [2, "Dana", "-", "Kurang"]]))
    found = values(qms, "konteks/ISU-01.yaml")["entries"]
    assert [one["effect"] for one in found] == ["+; Luas", "Kurang"]
    rows = [["EVALUASI PENYEDIA"], ["Tanggal evaluasi: 15 Desember 2020"]]
    rows += [
        [
            "No",
            "Nama Penyedia",
            "Jenis Barang/Jasa",
            "Total",
            "Kategori",
            "Keputusan",
            "Tindak Lanjut",
        ]
    ]
    rows += [[1, "CV Reka", "ATK", 80, "Baik", "Lanjut", "Surat"]]
    said = taken(qms, "penyedia.xlsx", sheet(rows))
    (one,) = values(qms, "sumber-daya/PE-01.yaml")["entries"]
    assert "provider_class" not in one
    assert one["evaluations"][0]["result"] == "Baik; Lanjut"
    assert "G4 Surat another column has this name, and was taken" in said


def test_scores_of_words_and_levels_that_contradict_them_are_told_and_no_response_is_made_up(qms):
    rows = [
        ["No", "Risiko", "Kemungkinan (P)", "Dampak (D)", "Skor", "Rencana", "Respons", "Target"],
        [1, "Reagen kedaluwarsa", 3, 4, 12, "FEFO", "", "2020-12-31"],
        [2, "Tertusuk jarum", "Sering", 5, 20, "", "", ""],
        [3, "Alat rusak", 2, 3, 7, "", "Diserahkan ke atasan", ""],
    ]
    said = " ".join(taken(qms, "risiko.xlsx", sheet(rows), "--owner", "SEK").split())
    entries = values(qms, "risiko/RR-01.yaml")["entries"]
    assert [one.get("response") for one in entries] == ["reduce", None, None]
    assert entries[0]["treatments"][0]["what"] == "FEFO"
    assert "the scores of words: Sering = 4" in said
    assert "cell E4 7 by likelihood and impact it is 6" in said
    assert "Diserahkan ke atasan none of the ways to respond" in said
    assert "R-02 the response: nobody says what is done about it" in said


def test_of_an_instrument_that_is_there_what_its_row_says_more_is_told(qms):
    rows = [
        ["No", "Nama Alat", "Merk", "No Seri", "Tgl Kalibrasi", "Kalibrasi berikutnya", "Lokasi"],
        [1, "Fotometer", "X", "123", "2020-03-01", "2021-03-01", "Sekretariat"],
        [2, "Sentrifus", "Y", "456", "1 Jan 2020", "1 Jan 2021", "Gudang"],
    ]
    taken(qms, "alat.xlsx", sheet(rows[:2]), "--owner", "SEK")
    rows[1][5] = "2022-03-01"
    said = " ".join(taken(qms, "alat.xlsx", sheet(rows), "--owner", "SEK").split())
    assert "cell B2 Fotometer is there already as ALAT-01" in said
    assert "cell F2 2022-03-01 ALAT-01 does not say it" in said
    assert said.count("does not say it") == 1
    first, second = values(qms, "sumber-daya/SD-01.yaml")["entries"]
    assert (first["unit"], first["condition"]) == ("SEK", "merek: X; nomor seri: 123")
    assert second["condition"].endswith("lokasi: Gudang")
