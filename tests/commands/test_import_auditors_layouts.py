"""Reports of auditors, each drawn as another body draws it: what was found, of which audit, and where."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from papers import QMS, saved, sheet, word

from folders import lay
from running import smm
from smmkit.yaml_text.source import Source

UNITS = "units: [{id: SEK, title: Sekretariat}, {id: LAY, title: Bidang Layanan Arsip}]\n"
HOME = QMS["qms.yaml"].partition("units:")[0].replace("2020-12-31", "2027-03-20") + UNITS
AUDIT = "kind: audit\nid: {id}\ntitle: {id}\ndate: {day}\naudit_type: {sort}\n"
FILES = {
    "qms.yaml": HOME,
    "a1.yaml": AUDIT.format(id="AE-4", day="2027-03-08", sort="surveillance"),
    "a2.yaml": AUDIT.format(id="AI-9", day="2027-03-15", sort="internal"),
}


def found(place: Path, name: str, data: bytes) -> list[tuple[object, ...]]:
    """What each finding of a paper says of its audit, grade, clause, unit and statement."""
    qms = lay(place / "qms", FILES)
    (place / name).write_bytes(data)
    told = smm("import", place / name, qms, "--yes", "--owner", "SEK")
    assert told.returncode == 0, told.stderr
    files = sorted(qms.rglob("T-*.yaml"))
    values = [Source.parse(one.name, one.read_bytes()).values for one in files]
    return [tuple(v[n] for n in ("audit", "grade", "clause", "unit", "statement")) for v in values]


def test_facts_alone_say_what_was_found(tmp_path: Path) -> None:
    """The first day of the span is that of the audit."""
    lines = (
        "LAPORAN AUDIT",
        "Tanggal audit: 8 s.d. 9 Maret 2027",
        "KETIDAKSESUAIAN NO. 1",
        "Kriteria: ISO 9001:2015 klausul 8.5.1",
        "Auditi: Bidang Layanan Arsip",
        "Fakta: Lima peminjaman tidak memakai lembar kendali.",
        "Kategori: MINOR",
        "KETIDAKSESUAIAN NO. 2",
        "Kriteria: ISO 9001:2015 klausul 7.1.5.1",
        "Auditi: Sekretariat",
        "Fakta: Termometer depo tidak dikalibrasi sejak 2023.",
        "Kategori: MAYOR",
    )
    assert found(tmp_path, "laporan.docx", word(*lines)) == [
        ("AE-4", "minor", "8.5.1", "LAY", "Lima peminjaman tidak memakai lembar kendali."),
        ("AE-4", "major", "7.1.5.1", "SEK", "Termometer depo tidak dikalibrasi sejak 2023."),
    ]


def test_a_form_for_each_finding_in_the_words_of_another_body(tmp_path: Path) -> None:
    paper = docx.Document()
    paper.add_paragraph("Surveillance audit, 8-9 March 2027")
    for ref, grade in (("NC-1", "Minor"), ("NC-2", "Major")):
        rows = {
            "NCR Ref": ref,
            "Standard & Clause": "ISO 9001:2015 / 9.1.3",
            "Area / Department": "Sekretariat",
            "Details of Nonconformity": f"Complaints are not analysed, {ref}",
            "Classification": grade,
            "Objective Evidence Seen": "No analysis for 2026",
        }
        table = paper.add_table(rows=0, cols=2)
        for cells in rows.items():
            for cell, text in zip(table.add_row().cells, cells, strict=True):
                cell.text = text
        paper.add_paragraph("")
    assert found(tmp_path, "report.docx", saved(paper)) == [
        ("AE-4", "minor", "9.1.3", "SEK", "Complaints are not analysed, NC-1"),
        ("AE-4", "major", "9.1.3", "SEK", "Complaints are not analysed, NC-2"),
    ]


def test_a_letter_with_a_line_for_each(tmp_path: Path) -> None:
    lines = (
        "Berikut hasil audit surveilan tanggal 8 Maret 2027:",
        "1) Minor - Klausul 8.5.1 - Bidang Layanan Arsip - Lembar kendali tidak dipakai petugas.",
        "2) OFI | Klausul 9.1.2 | Sekretariat | Survei dapat dipilah menurut layanan.",
        "Hormat kami,",
    )
    assert found(tmp_path, "surat.docx", word(*lines)) == [
        ("AE-4", "minor", "8.5.1", "LAY", "Lembar kendali tidak dipakai petugas."),
        ("AE-4", "improvement", "9.1.2", "SEK", "Survei dapat dipilah menurut layanan."),
    ]


def test_what_was_found_may_stand_below_a_heading_that_says_the_rest(tmp_path: Path) -> None:
    paper = docx.Document()
    paper.add_heading("Surveillance Audit Report", 0)
    paper.add_paragraph("Audit dates: 8-9 March 2027")
    for head, text in (
        ("Nonconformity #1 \u2014 Minor \u2014 Clause 7.2", "Two officers are not trained yet."),
        ("Opportunity for Improvement #1 \u2014 Clause 9.1.2", "Results could be analysed."),
    ):
        paper.add_heading(head, 2)
        paper.add_paragraph(text)
    assert found(tmp_path, "report.docx", saved(paper)) == [
        ("AE-4", "minor", "7.2", "SEK", "Two officers are not trained yet."),
        ("AE-4", "improvement", "9.1.2", "SEK", "Results could be analysed."),
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            [
                ["LEMBAR TEMUAN AUDIT"],
                ["Hari/Tanggal: Senin, 8 Maret 2027"],
                [],
                ["No", "Bagian", "Persyaratan", "Pernyataan Temuan", "Mj", "Mn", "Obs"],
                [1, "Bidang Layanan Arsip", "8.2.2", "Jam layanan tidak sama", "", "v", ""],
                [2, "Sekretariat", "7.2", "Dua petugas belum dilatih", "v", "", ""],
            ],
            [
                ("AE-4", "minor", "8.2.2", "LAY", "Jam layanan tidak sama"),
                ("AE-4", "major", "7.2", "SEK", "Dua petugas belum dilatih"),
            ],
        ),
        (
            [
                ["REKAP TEMUAN SURVEILAN 2027"],
                ["Klausul", "Temuan", "Kategori"],
                ["BIDANG LAYANAN ARSIP"],
                ["8.2.1", "Formulir tidak tersedia", "Minor"],
                ["SEKRETARIAT"],
                ["7.1.3", "Alat rusak dua bulan", "Minor"],
            ],
            [
                ("AE-4", "minor", "8.2.1", "LAY", "Formulir tidak tersedia"),
                ("AE-4", "minor", "7.1.3", "SEK", "Alat rusak dua bulan"),
            ],
        ),
        (  # a column for each
            [
                ["FORM KETIDAKSESUAIAN AUDIT SURVEILAN"],
                ["Nomor NC", "NC-1", "NC-2"],
                ["Klausul", "8.5.1", "7.2"],
                ["Unit", "Bidang Layanan Arsip", "Sekretariat"],
                ["Kategori", "Minor", "Mayor"],
                ["Uraian ketidaksesuaian", "Lembar tidak dipakai", "Dua petugas belum dilatih"],
            ],
            [
                ("AE-4", "minor", "8.5.1", "LAY", "Lembar tidak dipakai"),
                ("AE-4", "major", "7.2", "SEK", "Dua petugas belum dilatih"),
            ],
        ),
        (  # the form of one, in which the auditor stands beside what was found
            [
                ["FORM KETIDAKSESUAIAN AUDIT SURVEILAN"],
                ["Klausul", "8.5.1", ""],
                ["Unit", "Sekretariat", ""],
                ["Kategori", "Minor", ""],
                ["Uraian ketidaksesuaian", "Lembar tidak dipakai", "pada lima kasus"],
            ],
            [("AE-4", "minor", "8.5.1", "SEK", "Lembar tidak dipakai pada lima kasus")],
        ),
        (
            [
                ["DAFTAR TEMUAN AUDIT INTERNAL / LIST OF FINDINGS"],
                ["Unit / Department", "Uraian (klausul) / Description", "Klasifikasi / Class"],
                ["Sekretariat", "Kriteria penyedia belum ada (8.4.1)", "Minor NC"],
                ["Sekretariat", "Target belum diukur, klausul 9.1.1", "OFI"],
            ],
            [
                ("AI-9", "minor", "8.4.1", "SEK", "Kriteria penyedia belum ada (8.4.1)"),
                ("AI-9", "improvement", "9.1.1", "SEK", "Target belum diukur, klausul 9.1.1"),
            ],
        ),
    ],
)
def test_lists_of_findings(
    tmp_path: Path, rows: list[list[object]], expected: list[tuple[str, ...]]
) -> None:
    assert found(tmp_path, "temuan.xlsx", sheet(rows)) == expected
