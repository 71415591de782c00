"""Papers as offices write them: what a person would read there is read, what is in doubt is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from papers import QMS, taken

from folders import lay
from smmkit.intake.kpi_columns import is_only_a_part, period_of
from smmkit.intake.numbers import thousands
from smmkit.yaml_text.reading import read


@pytest.fixture
def qms(tmp_path: Path) -> Path:
    return lay(tmp_path / "qms", QMS)


def written(qms: Path, pattern: str) -> dict:
    (file,) = qms.glob(pattern)
    return read(str(file), file.read_text())


HEADS = ["No", "Sasaran", "Indikator", "Satuan", "Target"]


@pytest.mark.parametrize("months", [[date(2020, 1, 1), date(2020, 2, 1)], ["Jan", "Februari"]])
def test_months_alone_over_columns_hold_what_was_measured(qms, months):
    rows = [["CAPAIAN TAHUN 2020"], [*HEADS, *months], [1, "Cepat", "Indeks", "poin", 80, 81.5, 82]]
    said = taken(qms, rows)
    (file,) = (qms / "sasaran").glob("IKU-*.csv")
    assert file.read_text() == "period;value\n2020-01;81,5\n2020-02;82\n"
    assert "Unread" not in said


def test_where_a_heading_says_which_values_are_measured_months_alone_are_not(qms):
    rows = [
        ["CAPAIAN TAHUN 2020"],
        [*HEADS, "Realisasi", "Jan"],
        [1, "Cepat", "Indeks", "poin", 80, 81.5, 7],
    ]
    assert "G2 Jan" in taken(qms, rows)


def test_a_share_that_may_be_a_hundred_times_as_much_is_asked_about(qms):
    heads = [*HEADS, "Realisasi 2019", "Realisasi 2020"]
    rows = [["TAHUN 2020"], heads, [1, "Cepat", "Tepat waktu", "%", 95, 0.9, "91%"]]
    said = taken(qms, rows)
    assert "F3 0,9 0,9 % or 90 %? write it with the sign" in said
    small = [["TAHUN 2020"], heads, [1, "Cermat", "Salah cetak", "%", 2, 0.9, 0.8]]
    assert "with the sign" not in taken(qms, small), "a small share is one"


def test_of_what_is_counted_in_wholes_a_point_parts_thousands_and_of_the_rest_it_is_told(qms):
    heads = [*HEADS, "Realisasi 2020"]
    said = taken(qms, [["TAHUN 2020"], heads, [1, "Cakap", "Pegawai", "orang", "1.250", "1.100"]])
    assert "the point in 1.250 parts thousands, since orang are whole" in said
    (file,) = (qms / "sasaran").glob("IKU-*.csv")
    assert file.read_text() == "period;value\n2020;1100\n"
    said = taken(qms, [["TAHUN 2020"], heads, [1, "Kaya", "Indeks", "poin", "1.250", "1.100"]])
    assert "E3 1.250 this is no number, or one of two readings" in said
    assert thousands("1.25") is None
    assert thousands("1.250.5") is None


RISKS = [
    ["No", "Pernyataan Risiko", "Risiko Inheren", "", "Opsi Penanganan", "Rencana Penanganan"],
    ["", "", "K", "D", "", ""],
]


def test_scores_below_residu_are_those_after_treatment_and_a_month_is_its_last_day(qms):
    heads = [[*RISKS[0], "Target Waktu", "Risiko Residu", ""], [*RISKS[1], "", "K", "D"]]
    rows = [
        *heads,
        [1, "Berkas hilang", 4, 3, "Mitigasi", "Menata", "TW III 2021", 2, 1],
        [2, "Aplikasi baru", 3, 4, "Manfaatkan", "Membuat", "Desember 2021", "", ""],
    ]
    said = taken(qms, rows)
    first, second = written(qms, "risiko/RR-*.yaml")["entries"]
    assert (first["likelihood_after"], first["impact_after"]) == (2, 1)
    assert first["treatments"][0]["due"] == "2021-09-30"
    assert second["sort"] == "opportunity"
    assert second["treatments"][0]["due"] == "2021-12-31"
    assert "TW III 2021 is taken as 30 September 2021" in said
    assert "an opportunity, since it is pursued" in said


def test_a_second_score_for_the_same_is_told(qms):
    rows = [
        ["Pernyataan Risiko", "Kemungkinan", "Dampak", "Skala Kemungkinan", "Penanganan"],
        ["Berkas hilang", 4, 3, 2, "Menata"],
    ]
    assert "D2 2 the row has 4 for this already; not taken" in taken(qms, rows)


def test_an_abbreviation_stays_in_capitals_and_a_party_matters_as_much_as_its_row_says(qms):
    heads = ["Pihak Berkepentingan", "Kebutuhan", "Kepentingan"]
    rows = [heads, ["BPK", "Laporan", "Tinggi"], ["DPRD KOTA", "Data", "entah"]]
    said = taken(qms, rows)
    first, second = written(qms, "*/PB-*.yaml")["entries"]
    assert (first["title"], first["priority"]) == ("BPK", "high")
    assert second["title"] == "DPRD Kota"
    assert "C3 entah this is neither high nor medium nor low" in said


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ([["DAFTAR HADIR"], ["Kegiatan", "Bimtek arsip"]], "Bimtek arsip"),
        ([["DAFTAR HADIR"], ["Hari/Tanggal", "12 Januari 2021"], ["Bimtek arsip"]], "Bimtek arsip"),
        ([["PEMERINTAH KOTA"], ["DAFTAR HADIR BIMTEK ARSIP"]], "Bimtek Arsip"),
        ([["DAFTAR HADIR"], ["Pelatihan arsip"]], "Pelatihan arsip"),
    ],
)
def test_what_was_attended_stands_in_the_heading_or_below_it(qms, above, title):
    rows = [*above, ["No", "Nama", "Unit", "Tanda Tangan"], [1, "Orang Rekaan", "Sekretariat", "x"]]
    taken(qms, rows)
    assert written(qms, "*/PLT-*.yaml")["title"] == title


def test_a_decision_on_a_provider_is_read(qms):
    heads = ["Nama Penyedia", "Jenis Barang/Jasa", "Nilai", "Tgl Evaluasi", "Keputusan"]
    rows = [heads, ["CV Rekaan", "ATK", 50, "15 Januari 2021", "Tidak diperpanjang"]]
    taken(qms, rows)
    (entry,) = written(qms, "*/PE-*.yaml")["entries"]
    assert entry["evaluations"][0]["stays"] is False


@pytest.mark.parametrize(
    ("heading", "period"),
    [
        ("2026-03-01", "2026-03"),
        ("Maret", "2026-03"),
        ("TW II", "2026-Q2"),
        ("Mar 2026", "2026-03"),
    ],
)
def test_a_heading_of_a_period(heading, period):
    assert is_only_a_part(heading, 2026)
    assert period_of((heading,), 2026) == period


@pytest.mark.parametrize("heading", ["Ket.", "Target", "2026", "Maret lalu", ""])
def test_a_heading_of_none(heading):
    assert not is_only_a_part(heading, 2026)
