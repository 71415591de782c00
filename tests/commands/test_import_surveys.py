"""smm import of surveys: one after another, several questions beside the elements, results by service."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from papers import QMS, sheet
from test_import_context import taken, values

from folders import lay
from running import smm

SERVICES = """\
kind: services
id: DL-01
title: Daftar layanan
version: "1"
entries:
  - {id: LAY-01, title: Mutasi, owner: MUT}
  - {id: LAY-02, title: Pensiun, owner: MUT}
"""
CODES = [f"U{n}" for n in range(1, 10)]
NRR = [3.21, 3.18, 3.02, 3.95, 3.24, 3.31, 3.36, 3.1, 3.47]
ELEMENTS = ["Persyaratan", "Prosedur", "Waktu", "Biaya", "Produk", "Kompetensi", "Perilaku"]
ELEMENTS += ["Penanganan pengaduan", "Sarana"]


@pytest.fixture
def qms(tmp_path: Path) -> Path:
    return lay(tmp_path / "qms", {**QMS, "layanan/DL-01.yaml": SERVICES})


def answers(day: str, *given: int) -> bytes:
    return sheet([["Timestamp", *ELEMENTS], *([day, *[one] * 9] for one in given)])


def test_the_survey_of_the_next_half_year_has_ids_of_its_own_and_is_compared_by_element(qms):
    taken(qms, "SKM I.xlsx", answers("2020-03-01", 3, 3))
    said = taken(qms, "SKM II.xlsx", answers("2020-09-01", 3, 4))
    assert "is already the id of something" not in said
    asked = values(qms, "pelanggan/SKM-02.yaml")["questions"]
    assert (asked[0]["id"], asked[0]["element"]) == ("SKM-02-U1", "persyaratan")
    told = smm("survey", "SKM-02", qms, "--lang", "en").stdout
    assert "The survey before it SKM-01: 75.00, now 87.50" in " ".join(told.split())
    assert told.count(" 12.50") == 9


def test_what_is_asked_beside_the_elements_is_counted_by_its_own_rule(qms):
    heads = ["Timestamp", "Layanan", *ELEMENTS, "Apakah Anda akan merekomendasikan kami? (0-10)"]
    heads += ["Seberapa puas Anda? (1-5)", "Dari mana Anda tahu?"]
    given = [(10, 5), (9, 4), (3, 2), (8, 5)]
    rows = [["2020-03-01", "Layanan Mutasi", *[3] * 9, *two, "Web"] for two in given]
    said = taken(qms, "Survei.xlsx", sheet([heads, *rows, rows[0]]))
    assert [values(qms, f"pelanggan/SKM-0{n}.yaml").get("counted_by") for n in (1, 2, 3)] == [
        None,
        "nps",
        "csat",
    ]
    assert said.count("Dari mana Anda tahu? this column was not taken") == 1
    assert said.count("were they sent twice") == 1
    assert "merekomendasikan kami? (0-10) this column" not in said
    lines = (qms / "pelanggan/skm-02.csv").read_text().splitlines()
    assert lines == [f"service;{'SKM-02-U1'}", *(f"LAY-01;{n}" for n in (10, 9, 3, 8, 10))]
    assert "Result 40.00" in " ".join(smm("survey", "SKM-02", qms, "--lang", "en").stdout.split())


def by_rows() -> list[list[Any]]:
    rows = [["Rekap SKM per layanan"], ["Periode Januari - Juni 2020"]]
    rows += [["No", "Jenis Layanan", "Jumlah Responden", *CODES, "IKM", "Mutu"]]
    rows += [[1, "Mutasi", 40, *NRR, 82.89, "B"], [2, "Loket", 25, *NRR, 84.1, "B"]]
    return [*rows, ["", "Jumlah", 65, *NRR, 82.89, "B"]]


def by_columns() -> list[list[Any]]:
    rows = [["Rekap SKM per layanan"], ["Periode Januari - Juni 2020"]]
    rows += [["No", "Unsur Pelayanan", "Mutasi", "Loket"]]
    return rows + [[f"U{n}", e, NRR[n - 1], NRR[n - 1]] for n, e in enumerate(ELEMENTS, 1)]


@pytest.mark.parametrize("rows", [by_rows(), by_columns()], ids=["rows", "columns"])
def test_the_results_of_each_service_are_a_survey(qms, rows):
    said = taken(qms, "Rekap.xlsx", sheet(rows))
    one, other = (values(qms, f"pelanggan/SKM-0{n}.yaml") for n in (1, 2))
    assert (one["title"], one["services"]) == ("Rekap: Mutasi", ["LAY-01"])
    assert (other["title"], other.get("services")) == ("Rekap: Loket", None)
    assert [one["average"] for one in one["averages"]] == NRR
    assert [one["id"] for one in other["questions"]][::8] == ["SKM-02-U1", "SKM-02-U9"]
    assert "Loket this is no service of the register; it stays a word" in said
    assert str(one["date"]) == "2020-01-01"
    if "Jumlah Responden" in rows[2]:
        assert (one["respondents"], one["findings"]) == (40, ["Indeks 82,89"])
        assert "Jumlah | 65" in said
        assert "the text says 84.1," in smm("validate", qms, "--lang", "en").stdout
        assert "Jumlah Responden it is counted" not in said
    else:
        assert "SKM-01 how many answered" in said
    told = smm("survey", "SKM-01", qms, "--lang", "en").stdout
    assert "82.89" in told


def test_days_of_a_form_that_has_the_month_first_are_read_so(qms):
    rows = [[f"{day}/2020 9:01:00", *[4] * 9] for day in ("1/12", "1/13", "2/3")]
    said = taken(qms, "SKM.xlsx", sheet([["Timestamp", *ELEMENTS], *rows]))
    found = values(qms, "pelanggan/SKM-01.yaml")
    assert (str(found["date"]), str(found["until"])) == ("2020-01-12", "2020-02-03")
    assert "cell A3 1/13/2020 the month stands before the day in this column; read so" in said


def test_what_people_wrote_in_their_own_words_is_kept_and_shown_but_not_published(qms):
    heads = ["Timestamp", *ELEMENTS, "Apa saran Anda bagi kami?", "Kritik"]
    given = [("Tambah loket", ""), ("Tambah loket", "Lama;\nantre"), ("", "")]
    rows = [["2020-03-01", *[4] * 9, *one] for one in given]
    assert "Apa saran" not in taken(qms, "SKM.xlsx", sheet([heads, *rows]))
    assert values(qms, "pelanggan/SKM-01.yaml")["remarks"] == ["saran", "kritik"]
    shown = smm("survey", "SKM-01", qms, "--lang", "en").stdout
    assert "Tambah loket 2" in (flat := " ".join(shown.split()))
    assert "In their own words: kritik" in flat
    assert "Lama; antre 1" in flat
    assert "loket" not in smm("survey", "SKM-01", qms, "--public", "--lang", "en").stdout
