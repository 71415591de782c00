"""Findings that an auditor has set into a matrix: clause by grade, or clause by unit."""

from __future__ import annotations

from pathlib import Path

import pytest
from papers import QMS, sheet

from folders import lay
from running import smm
from smmkit.yaml_text.source import Source

UNITS = "units: [{id: SEK, title: Sekretariat}, {id: PIAK, title: Bidang PIAK}]\n"
AUDIT = """\
kind: audit
id: AI-01
title: Audit internal
date: 2020-11-02
audit_type: internal
"""
HEAD = [["LAPORAN AUDIT"], ["Tanggal: 2 November 2020"], []]


@pytest.fixture
def qms(tmp_path: Path) -> Path:
    home = QMS["qms.yaml"].partition("units:")[0] + UNITS
    lay(tmp_path / "qms", {"qms.yaml": home, "a.yaml": AUDIT})
    return tmp_path / "qms"


def found(qms: Path, rows: list[list[object]]) -> list[tuple[object, ...]]:
    """What each finding says of clause, grade, unit and statement."""
    paper = qms.parent / "laporan.xlsx"
    paper.write_bytes(sheet([*HEAD, *rows]))
    told = smm("import", paper, qms, "--yes", "--owner", "SEK")
    assert told.returncode == 0, told.stderr
    files = sorted(one for one in qms.rglob("T-*.yaml"))
    values = [Source.parse(one.name, one.read_bytes()).values for one in files]
    return [tuple(v[n] for n in ("clause", "grade", "unit", "statement")) for v in values]


def test_texts_below_grades_are_findings_of_these_grades(qms: Path) -> None:
    rows = [
        ["Klausul", "Unit", "Mayor", "Minor", "Observasi"],
        ["9.1.1", "PIAK", "-", "Satu indikator tidak diukur", ""],
        ["7.5.3", "SEK", "Dua versi formulir beredar", "-", "Lemari tidak dikunci"],
    ]
    assert found(qms, rows) == [
        ("9.1.1", "minor", "PIAK", "Satu indikator tidak diukur"),
        ("7.5.3", "major", "SEK", "Dua versi formulir beredar"),
        ("7.5.3", "observation", "SEK", "Lemari tidak dikunci"),
    ]


def test_texts_below_units_are_findings_there_each_line_with_the_grade_it_begins_with(
    qms: Path,
) -> None:
    rows = [
        ["Klausul", "Sekretariat", "Bidang PIAK"],
        ["9.1.2", "OFI: Hasil survei dapat dipilah", "√"],
        ["7.5.3", "", "Mayor: Dua versi formulir\nberedar di loket\n(Minor) Lemari terbuka"],
    ]
    assert found(qms, rows) == [
        ("9.1.2", "improvement", "SEK", "Hasil survei dapat dipilah"),
        ("7.5.3", "major", "PIAK", "Dua versi formulir beredar di loket"),
        ("7.5.3", "minor", "PIAK", "Lemari terbuka"),
    ]


@pytest.mark.parametrize(
    "heading",
    [
        [["Klausul", "Unit", "Kategori temuan", "", ""], ["", "", "Mayor", "Minor", "OFI"]],
        [
            ["Klausul", "Unit", "Temuan", "Temuan", "Temuan"],
            ["Klausul", "Unit", "Mayor", "Minor", "OFI"],
        ],
        [["", "", "Temuan", "", ""], ["Klausul", "Unit", "Mayor", "Minor", "OFI"]],
    ],
)
def test_grades_may_stand_in_a_second_row_of_the_heading(
    qms: Path, heading: list[list[object]]
) -> None:
    rows = [*heading, ["9.1.1", "PIAK", "-", "Satu indikator tidak diukur", "Survei dapat dipilah"]]
    assert found(qms, rows) == [
        ("9.1.1", "minor", "PIAK", "Satu indikator tidak diukur"),
        ("9.1.1", "improvement", "PIAK", "Survei dapat dipilah"),
    ]


@pytest.mark.parametrize("place", [0, 1])
def test_grades_may_stand_below_each_unit(qms: Path, place: int) -> None:
    heading = [["", "Sekretariat", "", "Bidang PIAK", ""], ["", "Mayor", "Minor", "Mayor", "Minor"]]
    heading[place][0] = "Klausul"
    rows = [*heading, ["7.5.3", "", "Lemari tidak dikunci", "Dua versi formulir beredar", "nihil"]]
    assert found(qms, rows) == [
        ("7.5.3", "minor", "SEK", "Lemari tidak dikunci"),
        ("7.5.3", "major", "PIAK", "Dua versi formulir beredar"),
    ]


def test_units_may_stand_in_a_second_row_of_the_heading(qms: Path) -> None:
    rows = [
        ["No", "Klausul", "Hasil audit per unit", ""],
        ["", "", "Sekretariat", "Bidang PIAK"],
        [1, "9.1.2", "OFI: Hasil survei dapat dipilah", ""],
        [2, "7.5.3", "-", "Minor: Lemari terbuka"],
    ]
    assert found(qms, rows) == [
        ("9.1.2", "improvement", "SEK", "Hasil survei dapat dipilah"),
        ("7.5.3", "minor", "PIAK", "Lemari terbuka"),
    ]


def test_who_does_what_by_clause_is_no_matrix_of_findings(qms: Path) -> None:
    rows = [
        ["Klausul", "SEK", "PIAK"],
        ["9.1.2", "utama", "pendukung"],
        ["7.5.3", "utama", "utama"],
    ]
    paper = qms.parent / "matriks.xlsx"
    paper.write_bytes(sheet(rows))
    smm("import", paper, qms, "--yes", "--owner", "SEK")
    assert list(qms.rglob("T-*.yaml")) == []
