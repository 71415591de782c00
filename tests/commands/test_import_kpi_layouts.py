"""Tables of indicators as agencies lay them out: what is read, what was assumed, what is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from papers import QMS, sheet, taken

from folders import lay
from running import smm
from smmkit.intake.days import said_not_taken
from smmkit.yaml_text.reading import read


@pytest.fixture
def qms(tmp_path: Path) -> Path:
    return lay(tmp_path / "qms", QMS)


def indicators(qms: Path) -> list[tuple[str, list[tuple[str, object]], str]]:
    """Each indicator: its title, its targets by period, its values as the table has them."""
    found = []
    for file in sorted(qms.glob("sasaran/SM-*.yaml")):
        for kpi in read(str(file), file.read_text())["kpis"]:
            aims = [(str(t["period"]), t.get("word") or t.get("value")) for t in kpi["targets"]]
            values = (file.parent / kpi["series"]).read_text().split("\n", 1)[1].replace("\n", " ")
            found.append((kpi["title"], aims, values.strip()))
    return found


HEADS = ["No", "Sasaran Strategis", "Indikator Kinerja", "Satuan"]
ROW = [1, "Prima", "Indeks", "Nilai"]
RENSTRA = ["No", "Indikator Kinerja sesuai Tugas dan Fungsi Perangkat Daerah", "Satuan"]
AIMED = "Target Renstra Perangkat Daerah Tahun ke-"
REACHED = "Realisasi Capaian Tahun ke-"


@pytest.mark.parametrize(
    ("rows", "targets", "values"),
    [
        (
            [
                ["CAPAIAN TAHUN 2020"],
                ["Indikator : Indeks"],
                ["Satuan : Nilai"],
                ["No", "Bulan", "Target", "Realisasi"],
                *([n, month, 80, 80 + n] for n, month in enumerate(["Januari", "Feb", "Maret"])),
            ],
            [("2020-01", "80"), ("2020-02", "80"), ("2020-03", "80")],
            "2020-01;80 2020-02;81 2020-03;82",
        ),
        (
            [
                ["CAPAIAN TAHUN 2020"],
                ["Indikator", "Indeks"],
                ["Target", 82],
                [],
                ["Triwulan", "Nilai"],
                *([part, 80.5 + n] for n, part in enumerate(["I", "II", "III", "IV"])),
            ],
            [("2020", "82")],
            "2020-Q1;80,5 2020-Q2;81,5 2020-Q3;82,5 2020-Q4;83,5",
        ),
        (
            [
                ["TAHUN 2020"],
                [*HEADS, "Target Tahunan", "TW I", "", "TW II", ""],
                ["", "", "", "", "", "T", "R", "T", "R"],
                [*ROW, 82, 80, 79.5, 81, 81.7],
            ],
            [("2020", "82"), ("2020-Q1", "80"), ("2020-Q2", "81")],
            "2020-Q1;79,5 2020-Q2;81,7",
        ),
        (
            [
                ["TAHUN 2020"],
                ["No", "Indikator", "Uraian", "Jan", "Feb"],
                [1, "Indeks", "Target", 80, 81],
                ["", "", "Realisasi", 79.5, 82],
            ],
            [("2020-01", "80"), ("2020-02", "81")],
            "2020-01;79,5 2020-02;82",
        ),
        (
            [
                ["TAHUN 2020"],
                ["No", "Indikator", "Target", "Realisasi Semester I", "Realisasi Semester II"],
                ["A", "Sasaran 1: Prima"],
                [1, "Indeks", "min. 80 nilai", "79,5 nilai", 82],
            ],
            [("2020", "80")],
            "2020-S1;79,5 2020-S2;82",
        ),
        (
            [
                ["TAHUN 2020"],
                ["Indikator", "Satuan", "Bulan", "Pembilang", "Penyebut", "Realisasi", "Target"],
                *(
                    ["Indeks", "%", m, n, 30, w, 50]
                    for m, n, w in (("Jan", 10, 33.3), ("Feb", 9, 30))
                ),
            ],
            [("2020-01", "50"), ("2020-02", "50")],
            "2020-01;33,3;10;30 2020-02;30;9;30",
        ),
        (
            [
                ["TAHUN 2020"],
                [*HEADS, "Target", "TW I", "TW II", "Realisasi"],
                [*ROW, 80, 79, 82, 80.5],
            ],
            [("2020", "80")],
            "2020-Q1;79 2020-Q2;82",
        ),
        (
            [["Tahun 2020"], [*HEADS, "Target", "Realisasi s.d. TW II"], [*ROW, 80, 79]],
            [("2020", "80")],
            "2020-Q2;79",
        ),
        (
            [
                ["TAHUN 2020"],
                [*HEADS, "Target Triwulan", "", "", ""],
                ["", "", "", "", "I", "II", "III", "IV"],
                [*ROW, 80, 81, 82, 83],
            ],
            [("2020-Q1", "80"), ("2020-Q2", "81"), ("2020-Q3", "82"), ("2020-Q4", "83")],
            "",
        ),
        (
            [
                ["Tabel T-C.23, Tahun 2018-2019"],
                [*RENSTRA, AIMED, "", REACHED, "", "Rasio Capaian pada Tahun ke-", ""],
                ["", "", "", 1, 2, 1, 2, 1, 2],
                ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)"],
                [1, "Indeks", "Nilai", 60, 65, 58.5, 63.2, 0.98, 0.97],
            ],
            [("2018", "60"), ("2019", "65")],
            "2018;58,5 2019;63,2",
        ),
        (
            [
                ["Tahun 2020"],
                ["No", "Sasaran Mutu", "Satuan", "Target", "Jan", "Feb"],
                [1, "Indeks", "Nilai", 80, 81, 82],
            ],
            [("2020", "80")],
            "2020-01;81 2020-02;82",
        ),
        (
            [["Tahun 2020"], [*HEADS, "Target", "Realisasi"], [*ROW, "BB", "A"]],
            [("2020", "BB")],
            "2020;A",
        ),
        (
            [["Tahun 2020"], [*HEADS, "Target", "Realisasi"], [*ROW, "baik", "Sangat Baik"]],
            [("2020", "Baik")],
            "2020;Sangat Baik",
        ),
        (
            [
                ["Tahun 2020"],
                ["No", "Indikator", "Satuan", "Bulan", "Target", "Realisasi"],
                *(
                    [n, "Indeks", "Nilai", m, 80, 81 + n]
                    for n, m in enumerate(["Jan", "Feb", "Mar"])
                ),
            ],
            [("2020-01", "80"), ("2020-02", "80"), ("2020-03", "80")],
            "2020-01;81 2020-02;82 2020-03;83",
        ),
        (
            [
                ["Indikator", "Satuan", "Tahun", "Bulan", "Realisasi"],
                *(["Indeks", "Nilai", 2019 + n, m, 81 + n] for n, m in enumerate(["Des", "Jan"])),
                ["", "", 2020, "Feb", 83],
            ],
            [("2019", "None")],
            "2019-12;81 2020-01;82 2020-02;83",
        ),
        (
            [
                ["Tahun 2020"],
                ["Indikator", "Satuan", "Target", "Bulan", "Realisasi", "Bulan", "Realisasi"],
                ["Indeks", "Nilai", 80, "Januari", 81, "Februari", 82],
                ["", "", "", "Maret", 83, "April", 84],
            ],
            [("2020", "80")],
            "2020-01;81 2020-02;82 2020-03;83 2020-04;84",
        ),
    ],
    ids=[
        "months down",
        "quarters down",
        "T and R",
        "a line of targets",
        "halves below a group",
        "its parts",
        "parts beside their whole",
        "up to a quarter",
        "roman quarters",
        "years counted",
        "sasaran mutu",
        "AKIP",
        "kinerja",
        "a line each",
        "a year of its own",
        "months in pairs",
    ],
)
def test_a_table_is_read_as_a_person_reads_it(qms, rows, targets, values):
    said = taken(qms, rows)
    ((title, aims, measured),) = indicators(qms)
    assert title == "Indeks"
    assert [(period, str(aim)) for period, aim in aims] == targets
    assert measured == values
    assert "Unread" not in said
    assert "Not read" not in said


def test_words_that_no_scale_knows_are_told_and_numbers_beside_words_are_no_scale(qms):
    rows = [["Tahun 2020"], [*HEADS, "Target", "Realisasi"], [*ROW, "Lumayan", "Hebat"]]
    said = taken(qms, rows)
    assert "E3 Lumayan" in said
    assert "F3 Hebat" in said


def test_the_sums_below_the_answers_of_a_survey_are_no_answers(qms):
    rows = [
        ["PENGOLAHAN INDEKS KEPUASAN MASYARAKAT PER RESPONDEN"],
        ["Unit: Sekretariat"],
        ["Periode: Triwulan IV 2020"],
        [],
        ["NO. RESP", "NILAI UNSUR PELAYANAN"],
        ["", *(f"U{n}" for n in range(1, 10))],
        *([n, *[3] * 9] for n in range(1, 4)),
        ["Jumlah nilai", *[9] * 9],
        ["NRR / unsur", *[3] * 9],
    ]
    said = taken(qms, rows)
    assert (qms / "pelanggan/skm-01.csv").read_text().splitlines()[1:] == ["3;3;3;3;3;3;3;3;3"] * 3
    assert "A10 Jumlah nilai" in said
    assert "A11 NRR / unsur" in said


MONTHS = ["Januari", "Februari", "Maret", "April"]


def test_each_column_beside_months_is_an_indicator_where_the_title_says_so(qms):
    heads = ["Bulan", "Indeks (nilai)", "Pengaduan selesai (%)", "Ket."]
    rows = [[month, 80 + n, 90 + n, "ramai"] for n, month in enumerate(MONTHS)]
    total = ["Rata-rata", 81.5, 91.5, ""]
    said = taken(qms, [["CAPAIAN IKU TAHUN 2020"], [], heads, *rows, total])
    found = {title: values for title, _, values in indicators(qms)}
    assert found == {
        "Indeks": "2020-01;80 2020-02;81 2020-03;82 2020-04;83",
        "Pengaduan selesai": "2020-01;90 2020-02;91 2020-03;92 2020-04;93",
    }
    assert "A8 Rata-rata" in said
    assert "D3 Ket." in said
    assert "less is better" not in said


def test_months_beside_what_is_no_indicator_and_parts_of_rates_are_no_indicators(qms):
    rows = [[month, 80 + n, 90 + n] for n, month in enumerate(MONTHS)]
    taken(qms, [["DATA PEMOHON 2020"], ["Bulan", "Pria", "Wanita"], *rows])
    assert not list(qms.glob("sasaran/*"))
    above = [["CAPAIAN 2020"], ["Indikator", "Tepat waktu"], ["Satuan", "%"], ["Target", 90]]
    heads = ["Bulan", "Pembilang", "Penyebut", "Nilai"]
    parts = [[month, 9, 10 + n, 85 + n] for n, month in enumerate(MONTHS)]
    said = taken(qms, [*above, heads, *parts])
    ((title, _, values),) = indicators(qms)
    assert (title, values) == ("Tepat waktu", "2020-01;85 2020-02;86 2020-03;87 2020-04;88")
    assert "B6 9 / 10" in said


@pytest.mark.parametrize(
    ("unit", "again", "found"),
    [
        ("Nilai", 82, ["2018;80 2019;82"]),
        ("", 82, ["2018;80 2019;82"]),
        ("Nilai", 81, ["2019;82", "2018;80 2019;81"]),
        ("%", 82, ["2019;82", "2018;80 2019;82"]),
    ],
    ids=["agrees", "says no unit", "another number", "another unit"],
)
def test_an_indicator_of_a_second_table_is_joined_where_nothing_contradicts(
    qms, unit, again, found
):
    first = [["CAPAIAN TAHUN 2019"], [*HEADS, "Target", "Realisasi"], [*ROW, 81, 82]]
    heads = [*HEADS, "Realisasi 2018", "Realisasi 2019"]
    second = [["PERBANDINGAN 2018 DAN 2019"], heads, [*ROW[:-1], unit, 80, again]]
    said = taken(qms, [*first, [], *second])
    assert [values for _, _, values in indicators(qms)] == found
    assert ("joined" in said) is (len(found) == 1)
    assert ("kept apart" in said) is (len(found) > 1)


@pytest.mark.parametrize(
    ("heads", "objective", "told"),
    [
        (["Tujuan", "Sasaran", "Indikator"], "Prima", "A2 Tujuan"),
        (["Indikator", "Sasaran", "Tujuan"], "Prima", "C2 Tujuan"),
        (["Tujuan", "Cara hitung", "Indikator"], "Maju", ""),
    ],
)
def test_the_objective_is_what_stands_nearest_to_its_indicator(qms, heads, objective, told):
    row = {"Tujuan": "Maju", "Sasaran": "Prima", "Indikator": "Indeks", "Cara hitung": "survei"}
    heads = [*heads, "Satuan", "Target", "Realisasi"]
    said = taken(qms, [["TAHUN 2020"], heads, [*(row[h] for h in heads[:3]), "Nilai", 80, 81]])
    (file,) = qms.glob("sasaran/SM-*.yaml")
    assert read(str(file), file.read_text())["statement"] == objective
    assert told in said
    assert ("Tujuan" in said) is bool(told)


@pytest.mark.parametrize(
    ("text", "day"),
    [("Feb 2019", "2019-02-28"), ("2019", "2019-12-31"), ("31/02/2019", None), ("kosong", None)],
)
def test_a_month_as_the_day_of_a_document_is_told_with_what_to_write(text, day):
    said = said_not_taken(text).values
    assert said["text"] == text
    assert (str(said["day"]) if "day" in said else None) == day


@pytest.mark.parametrize(
    ("file", "head", "title"),
    [
        (
            "Persentase Berkas Lengkap 2020.csv",
            "Bulan;Target;Realisasi",
            "Persentase Berkas Lengkap",
        ),
        ("waktu_layanan_2020.csv", "Bulan;Target;Realisasi", "waktu layanan"),
        ("Capaian IKU Tahun 2020.csv", "Bulan;Target;Realisasi", None),
        ("Persentase Berkas 2020.csv", "Bulan;Pria;Wanita", None),
    ],
)
def test_the_name_of_a_file_names_the_indicator_of_its_months(qms, file, head, title):
    lines = [head, *(f"{month};80;{81 + n},5" for n, month in enumerate(MONTHS))]
    paper = lay(qms.parent / "papers", {file: "\n".join(lines) + "\n"}) / file
    said = smm("import", paper, qms, "--yes", "--owner", "SEK").stdout
    values = "2020-01;81,5 2020-02;82,5 2020-03;83,5 2020-04;84,5"
    assert [(one, found) for one, _, found in indicators(qms)] == ([(title, values)] * bool(title))
    assert ("the indicator, from the name of the file" in said) is bool(title)


@pytest.mark.parametrize(
    ("file", "title", "name", "period"),
    [
        ("Capaian TW II 2020.xlsx", [], "Sheet1", "2020-Q2"),
        ("capaian_q3_2020.xlsx", [], "Sheet1", "2020-Q3"),
        ("Realisasi Juni 2020.xlsx", [], "Sheet1", "2020-06"),
        ("k.xlsx", ["LAPORAN SEMESTER I TAHUN 2020"], "Sheet1", "2020-S1"),
        ("k.xlsx", ["CAPAIAN TRIWULAN III TAHUN 2020"], "Sheet1", "2020-Q3"),
        ("k.xlsx", ["TRIWULAN I s.d. IV TAHUN 2020"], "Sheet1", "2020"),
        ("Capaian 2020.xlsx", [], "TW I", "2020-Q1"),
        ("Capaian 2020.xlsx", [], "Sheet1", "2020"),
    ],
)
def test_the_quarter_stands_only_above_the_table_or_in_a_name(qms, file, title, name, period):
    """A value of a quarter is never taken for that of its year; the target is that of the year."""
    rows = [title] * bool(title) + [[*HEADS, "Target", "Realisasi"], [*ROW, 80, 81]]
    paper = lay(qms.parent / "papers", {file: sheet(rows, name)}) / file
    done = " ".join(smm("import", paper, qms, "--yes", "--owner", "SEK").stdout.split())
    assert indicators(qms) == [("Indeks", [("2020", 80)], f"{period};81")]
    assert (f"the values are those of {period}" in done) == (period != "2020")


def test_indicators_that_share_a_cell_are_apart_and_a_year_is_what_its_achievement_says(qms):
    heads = ["Indikator", "Target 2020", "TW I", "TW II", "Capaian"]
    two = ["1. Surat\n2. Berkas", "10\n20", "4\n9", "11\n21", ""]
    said = taken(qms, [heads, two, ["Orang", 100, 40, 120, 120], ["1. A\n2. B", 5, 1, 2, ""]])
    found = [(title, aims[0][1], values) for title, aims, values in indicators(qms)]
    assert found[:2] == [
        ("Surat", 10, "2020-Q1;4 2020-Q2;11"),
        ("Berkas", 20, "2020-Q1;9 2020-Q2;21"),
    ]
    assert "IKU-03 the value of a year: last value" in said
    assert "1. A 2. B several indicators in one cell" in said


def test_a_grade_and_from_where_to_where_it_reaches_is_reached_at_its_end(qms: Path) -> None:
    rows = [[*HEADS[1:], "Polaritas", "Target 2020", "Realisasi 2020"]]
    rows += [["Prima", "Nilai SAKIP", "Nilai", "Max", "BB (70-80)", "72,5"]]
    rows += [["Prima", "Indeks", "Nilai", "Max", "81 s.d. 90 (Tinggi)", "84"]]
    rows += [["Prima", "Tingkat kebocoran", "Nilai", "Min", "Rendah (0-20)", "12"]]
    said = taken(qms, rows)
    found = indicators(qms)
    assert [aims for _, aims, _ in found] == [[("2020", 70)], [("2020", 81)], [("2020", 20)]]
    assert "BB (70-80): its grade is reached at 70" in said


def test_a_survey_that_asks_of_no_fee_keeps_the_numbers_of_its_elements(qms: Path) -> None:
    codes = [f"U{n}" for n in range(1, 10) if n != 4]
    answers = [[n, *[3] * len(codes)] for n in range(1, 4)]
    taken(qms, [["SKM 2020"], ["No Responden", *codes], *answers])
    found = read("x", (qms / "pelanggan/SKM-01.yaml").read_text())["questions"]
    assert [one["id"] for one in found] == codes
    assert [one["element"] for one in found][3:5] == ["produk", "kompetensi"]
    assert (qms / "pelanggan/skm-01.csv").read_text().startswith("U1;U2;U3;U5;")
