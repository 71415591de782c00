"""smm import of matrices of competences: ticks, levels, sub-columns, lists in words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from papers import QMS, sheet
from test_import_context import taken, values

from folders import lay

PEOPLE = """\
kind: people
id: ORG-01
title: Orang
version: "1"
owner: SEK
entries: [{id: P-01, title: "Siti Rekaan, S.Sos."}, {id: P-02, title: Budi Karang}]
"""
CLOSED = QMS["qms.yaml"].replace("outside: true}", "outside: true}, {id: rahasia, title: Rahasia}")


@pytest.fixture
def qms(tmp_path: Path) -> Path:
    return lay(tmp_path / "qms", {**QMS, "qms.yaml": CLOSED, "orang/ORG-01.yaml": PEOPLE})


def held(qms: Path) -> list[tuple[Any, ...]]:
    """Each entry: person, competence, level needed and held, whether it is enough."""
    names = ("person", "title", "level", "level_held", "sufficient")
    entries = values(qms, "pelatihan/KOM-01.yaml")["entries"]
    return [tuple(one.get(name) for name in names) for one in entries]


def test_ticks_say_what_is_there_and_empty_cells_nothing(qms):
    rows = [["MATRIKS KOMPETENSI"], ["No", "Nama", "Jabatan", "Arsip", "Audit", "Ket"]]
    rows += [
        [1, "Siti Rekaan", "Kepala", "✓", "", "cuti"],
        [2, "BUDI KARANG", "Staf", "v", "√", ""],
    ]
    rows += [[3, "Orang Lain", "Staf", "v", "", ""]]
    said = taken(qms, "matriks.xlsx", sheet(rows))
    assert held(qms) == [
        ("P-01", "Arsip", None, None, True),
        ("P-02", "Arsip", None, None, True),
        ("P-02", "Audit", None, None, True),
    ]
    assert values(qms, "pelatihan/KOM-01.yaml")["classification"] == "rahasia"
    assert "cells without a mark: 1" in said
    assert "Orang Lain neither a person nor a role of the registers has this name" in said
    assert "Ket this column was not taken" in said


def test_crosses_beside_ticks_lack_and_beside_levels_are_told(qms):
    rows = [["SKILL MATRIX"], ["Name", "Excel", "Arsip"], ["Siti Rekaan", "✓", "x"]]
    taken(qms, "matrix.xlsx", sheet(rows))
    assert [one[-1] for one in held(qms)] == [True, False]
    rows[-1] = ["Budi Karang", 3, "x"]
    said = taken(qms, "matrix2.xlsx", sheet(rows))
    assert held(qms)[2:] == [("P-02", "Excel", None, 3, "(isi) apakah itu cukup")]
    assert "C3 x this is neither a tick nor a level; not taken" in said


def test_a_row_says_which_level_is_needed(qms):
    rows = [["MATRIKS"], ["No", "Nama Pegawai", "Kompetensi", ""], ["", "", "Excel", "Arsip"]]
    rows += [["", "Standar", 2, 2], [1, "Siti Rekaan", 3, 1], [2, "Budi Karang", 2, 2]]
    taken(qms, "matriks.xlsx", sheet(rows, merged=("C2:D2", "A2:A3", "B2:B3")))
    assert held(qms) == [
        ("P-01", "Excel", 2, 3, True),
        ("P-01", "Arsip", 2, 1, False),
        ("P-02", "Excel", 2, 2, True),
        ("P-02", "Arsip", 2, 2, True),
    ]


def test_each_competence_has_columns_for_needed_and_held(qms):
    rows = [["PEMETAAN KOMPETENSI"], ["Nama", "Excel", "", "", "Arsip", "", ""]]
    rows += [["", *["Standar", "Aktual", "Gap"] * 2], ["Siti Rekaan", 3, 2, -1, 3, 3, 0]]
    said = taken(qms, "peta.xlsx", sheet(rows, merged=("B2:D2", "E2:G2", "A2:A3")))
    assert held(qms) == [("P-01", "Excel", 3, 2, False), ("P-01", "Arsip", 3, 3, True)]
    assert "Excel / Gap it is counted from the others; not taken" in said


def test_a_list_says_it_in_words(qms):
    heads = ["Nama", "Kompetensi yang dipersyaratkan", "Kompetensi yang dimiliki", "Gap"]
    rows = [[*heads, "Tindak Lanjut", "Target Waktu"]]
    rows += [["Siti Rekaan", "Diklat PIM", "PIM 2019", "Tidak ada", "-", ""]]
    rows += [["Budi Karang", "Auditor", "-", "Ada", "Pelatihan", "31 Desember 2020"]]
    rows += [["Budi Karang", "Sarjana", "S1", "?", "", ""]]
    said = taken(qms, "daftar.xlsx", sheet(rows))
    found = values(qms, "pelatihan/KOM-01.yaml")["entries"]
    assert [one["sufficient"] for one in found] == [True, False, "(isi) apakah itu cukup"]
    assert (found[1]["action"], str(found[1]["due"])) == ("Pelatihan", "2020-12-31")
    assert found[0]["held"] == "PIM 2019"
    assert "D4 ? it says neither that it is enough nor that it is not" in said
