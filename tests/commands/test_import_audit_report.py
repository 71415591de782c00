"""The report of an external auditor becomes findings of that audit, as the auditor wrote and graded them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from docx import Document
from papers import QMS, grid, pdf, saved, sheet, word

from folders import contents, lay
from running import smm
from smmkit.yaml_text.source import Source

AUDITS = {
    "ai.yaml": "kind: audit\nid: AI-1\ntitle: Internal\ndate: 2020-11-16\naudit_type: internal\n",
    "ae.yaml": (
        "kind: audit\nid: AE-1\ntitle: Surveilan\ndate: 2020-04-19\nuntil: 2020-04-20\n"
        "audit_type: surveillance\n"
    ),
}
REPORT = (
    "LAPORAN AUDIT SURVEILAN I",
    "Tanggal audit: 20 April 2020",
    "B. Ketidaksesuaian Minor",
    "NCR 01",
    "Problem: Formulir lama masih dipakai.",
    "Location: Bidang Mutasi, loket 2",
    "Objective evidence: Tiga dari lima formulir",
    "memakai versi lama.",
    "Reference: ISO 9001:2015 klausul 7.5.3.2",
    "Batas waktu tanggapan: 19 Juli 2020",
    "NCR 02 (Major)",
    "P: Penyedia tidak dievaluasi",
    "L: SEK",
    "O: Daftar tanpa nilai",
    "R: 8.4.1",
    "Kesimpulan",
    "Sistem dinilai efektif.",
)


@pytest.fixture
def qms(tmp_path: Path) -> Path:
    return lay(tmp_path / "qms", {**QMS, **AUDITS})


def taken(qms: Path, name: str, data: bytes, *more: str) -> tuple[str, list[dict[str, Any]]]:
    file = lay(qms.parent / "papers", {name: data}) / name
    before = set(contents(qms))
    done = smm("import", file, qms, "--yes", *more)
    assert done.returncode == 0, done.stderr + done.stdout
    new = sorted(n for n in set(contents(qms)) - before if n.endswith(".yaml"))
    return done.stdout, [Source.parse(path, (qms / path).read_bytes()).values for path in new]


@pytest.mark.parametrize(("day", "audit"), [("2020-05-20", "AE-1"), ("2020-05-21", "(isi) audit")])
def test_a_finding_of_weeks_later_is_of_no_audit_that_is_known(qms, day, audit):
    rows = [
        ["No", "Tanggal", "Klausul", "Unit", "Uraian Temuan", "Kategori"],
        ["1", day, "9.2.2", "Bid. SEK", "Belum dilaksanakan", "Minor"],
    ]
    _, (found,) = taken(qms, "temuan.xlsx", sheet(rows))
    assert (found["audit"], found["unit"]) == (audit, "SEK")


@pytest.mark.parametrize("name", ["laporan.docx", "laporan.pdf"])
def test_problem_location_evidence_reference(qms: Path, name: str) -> None:
    if name.endswith("pdf"):
        shown = (line.replace("(", r"\(").replace(")", r"\)") for line in REPORT)
        data = pdf(*shown)
    else:
        data = word(*REPORT)
    said, (first, second) = taken(qms, name, data)
    assert (first["audit"], str(first["date"])) == ("AE-1", "2020-04-20")
    assert (first["grade"], first["clause"], first["unit"]) == ("minor", "7.5.3.2", "MUT")
    assert first["statement"] == "Formulir lama masih dipakai."
    assert "loket 2" in first["observed"]
    assert "Tiga dari lima formulir memakai versi lama." in first["observed"]
    assert str(first["response_due"]) == "2020-07-19"
    assert (second["grade"], second["unit"], second["clause"]) == ("major", "SEK", "8.4.1")
    assert "efektif" not in str(first) + str(second)
    assert "Bidang Mutasi, loket 2" in said


@pytest.mark.parametrize("place", ["Mutasi, loket 2", "Loket 2 (Bid. Mutasi)"])
def test_a_unit_is_known_by_its_short_name(qms: Path, place: str) -> None:
    told = [line.replace("Bidang Mutasi, loket 2", place) for line in REPORT]
    _, (one, _) = taken(qms, "laporan.docx", word(*told))
    assert one["unit"] == "MUT"
    assert place in one["observed"]


@pytest.mark.parametrize(
    ("place", "unit"),
    [("Mutasi, loket 2", "MUT"), ("MUT dan SEK", None), ("MUT, SEK", None), ("Ruang arsip", None)],
)
def test_a_place_in_a_table_is_the_unit_that_it_names(
    qms: Path, place: str, unit: str | None
) -> None:
    rows = [
        ["No", "Problem", "Location", "Objective Evidence", "Reference", "Grade"],
        [1, "Formulir lama", place, "Tiga formulir", "7.5.3.2", "Minor"],
    ]
    said, (one,) = taken(qms, "ncr.xlsx", sheet(rows))
    assert one["unit"] == (unit or "(isi) unit kerja")
    assert place in said


def test_a_table_says_the_same(qms: Path) -> None:
    rows = [
        ["No", "Problem", "Location", "Objective Evidence", "Reference", "Grade"],
        [1, "Formulir lama", "Bidang Mutasi", "Tiga formulir", "7.5.3.2", "Minor"],
    ]
    _, (one,) = taken(qms, "ncr.xlsx", sheet(rows))
    assert (one["unit"], one["grade"], one["observed"]) == ("MUT", "minor", "Tiga formulir")


def test_lines_of_a_table_in_a_pdf(qms: Path) -> None:
    lines = (
        "9 April 2020",
        "Nomor Golongan Klausul Unit Uraian",
        "N-1 minor 7.2 MUT Bukti tidak ada",
    )
    _, (one,) = taken(qms, "tabel.pdf", pdf(*lines))
    assert (one["grade"], one["clause"], one["unit"]) == ("minor", "7.2", "MUT")
    assert one["statement"] == "Bukti tidak ada"


def test_what_is_known_already_is_told_and_not_written_twice(qms: Path) -> None:
    taken(qms, "laporan.docx", word(*REPORT))
    before = contents(qms)
    file = qms.parent / "papers/laporan.docx"
    assert "T-01" in smm("import", file, qms, "--yes").stdout
    assert set(contents(qms)) == set(before)


def test_a_grade_that_the_auditor_did_not_give_stays_open(qms: Path) -> None:
    lines = REPORT[3:10]
    _, (one,) = taken(qms, "laporan.docx", word(*lines))
    assert "(isi)" in one["grade"]


def test_prose_with_a_colon_is_no_finding(qms: Path) -> None:
    file = lay(qms.parent / "papers", {"surat.pdf": pdf("Perihal: undangan", "Lokasi: aula")})
    done = smm("import", file / "surat.pdf", qms, "--yes")
    assert done.returncode == 0
    assert not [name for name in contents(qms) if name.startswith("temuan")]
    assert smm("import", file / "surat.pdf", qms, "--yes", "--as", "finding").returncode == 2


WAYS = {
    "english sections": (
        "r.docx",
        word(
            "SURVEILLANCE AUDIT REPORT",
            "Audit dates: 19 - 20 April 2020",
            "Category: Minor",
            "Department: Sekretariat",
            "Standard clause: ISO 9001:2015, 7.2",
            "Statement of nonconformity: Competence of two officers was not shown.",
            "Response required by: 20 July 2020",
            "5. OPPORTUNITIES FOR IMPROVEMENT",
            "OFI 1: Consider one number for all services. (Clause 8.5.2, Sekretariat)",
        ),
        [
            ("minor", "7.2", "SEK", "2020-04-20", "2020-07-20"),
            ("improvement", "8.5.2", "SEK", "2020-04-20", None),
        ],
    ),
    "days in words, short grades": (
        "r.docx",
        word(
            "LAPORAN AUDIT SURVEILAN",
            "Tanggal: sembilan belas sampai dua puluh April dua ribu dua puluh",
            table=[
                ["No", "Klausul", "Uraian Temuan", "Kat.", "Auditi", "Batas Waktu Tanggapan"],
                ["1", "7.5.3.2", "Formulir lama", "Mnr", "Bidang Mutasi", "Dua Puluh Juli 2020"],
                ["2", "9.3.2", "Tanpa penyedia", "Mjr", "Sekretariat", "20-Jun-20"],
                ["3", "10.1", "Antrean daring", "SP", "Bidang Mutasi", "-"],
            ],
        ),
        [
            ("minor", "7.5.3.2", "MUT", "2020-04-19", "2020-07-20"),
            ("major", "9.3.2", "SEK", "2020-04-19", "2020-06-20"),
            ("improvement", "10.1", "MUT", "2020-04-19", None),
        ],
    ),
    "sentences": (
        "r.docx",
        word(
            "LAPORAN AUDIT SURVEILAN",
            "Audit dilaksanakan pada 19 sampai 20 April 2020.",
            "Dua ketidaksesuaian minor dicatat, tentang klausul 7.2 dan klausul 8.7.2.",
            "Ditemukan ketidaksesuaian mayor terhadap klausul 9.2.2: program tidak dijalankan.",
            "One minor nonconformity was raised against clause 7.2 (Bidang Mutasi).",
        ),
        [
            ("major", "9.2.2", "(isi) unit kerja", "2020-04-20", None),
            ("minor", "7.2", "MUT", "2020-04-20", None),
        ],
    ),
    "other headings in Excel": (
        "r.xlsx",
        sheet(
            [
                ["Lembaga: PT X", "", "", "Tanggal Audit:", "19-20 April 2020", ""],
                ["No. NCR", "Klausul ISO 9001:2015", "Deskripsi", "Gol.", "Bagian", "Tgl. Target"],
                ["NCR-01", "7.2", "Bukti tidak ada", "Minor", "Sekretariat", "20-Jul-20"],
            ]
        ),
        [("minor", "7.2", "SEK", "2020-04-20", "2020-07-20")],
    ),
    "boxes behind the grades": (
        "r.pdf",
        pdf(
            "Tanggal : 20 April 2020",
            "Golongan : Mayor [ ]  Minor [x]",
            "Unit kerja : Bidang Mutasi",
            "Klausul : 7.5.3.2",
            "Uraian ketidaksesuaian : Formulir lama",
        ),
        [("minor", "7.5.3.2", "MUT", "2020-04-20", None)],
    ),
    "sections whose numbers are those of clauses": (
        "r.docx",
        word(
            "RINGKASAN HASIL AUDIT",
            "Tanggal pelaksanaan: 19-20 April 2020",
            "3. Ketidaksesuaian Minor (1)",
            "3.1 Klausul 7.5.3.2 - Bidang Mutasi: formulir di loket adalah versi lama.",
            "4. Peluang Perbaikan (2)",
            "4.1 Klausul 9.1.2 \u2013 Sekretariat: hasil survei dapat dipilah.",
            "4.2 Papan di loket dapat diperbarui setiap bulan.",
            "5. Hal Positif",
            "5.1 Pimpinan bersungguh-sungguh.",
        ),
        [
            ("minor", "7.5.3.2", "MUT", "2020-04-20", None),
            ("improvement", "9.1.2", "SEK", "2020-04-20", None),
            ("improvement", "(isi) klausul", "(isi) unit kerja", "2020-04-20", None),
        ],
    ),
    "a heading with the unit": (
        "r.docx",
        word(
            "Surveillance Audit Report",
            "Date of audit: 19 April 2020",
            "Finding 1 (Minor NC) \u2013 Clause 7.5.3.2 \u2013 Bidang Mutasi",
            "Finding: Obsolete forms were in use at counter 2.",
            "Evidence: three of five forms.",
        ),
        [("minor", "7.5.3.2", "MUT", "2020-04-19", None)],
    ),
    "problem, location, evidence and reference in one cell": (
        "r.docx",
        word(
            "Rekap Temuan Audit Surveilan, 19 April 2020",
            table=[
                ["No", "Uraian Temuan (PLOR)", "Kategori", "Batas Waktu"],
                [
                    "1",
                    "P: Formulir lama\nL: Bidang Mutasi\nO: tiga dari\nlima formulir\nR: klausul 7.5.3.2",
                    "Minor",
                    "19 Mei 2020",
                ],
            ],
        ),
        [("minor", "7.5.3.2", "MUT", "2020-04-19", "2020-05-19")],
    ),
    "a log of requests for corrective action": (
        "r.xlsx",
        sheet(
            [
                ["Corrective Action Request Log"],
                [
                    *("CAR No", "Date Raised", "Raised By", "ISO Clause", "NC Grade"),
                    *("Non-conformance Details", "Dept / Process", "Target Date", "Date Closed"),
                ],
                [
                    "C-1",
                    "20/04/2020",
                    "Lead",
                    "7.2",
                    "Major",
                    "No evidence",
                    "SEK",
                    "30/06/2020",
                    "",
                ],
            ]
        ),
        [("major", "7.2", "SEK", "2020-04-20", "2020-06-30")],
    ),
}


@pytest.mark.parametrize(("name", "data", "told"), WAYS.values(), ids=WAYS)
def test_the_findings_of_a_report_are_read_in_many_ways(qms, name, data, told):
    _, found = taken(qms, name, data)
    names = ("grade", "clause", "unit", "date", "response_due")
    assert [tuple(one.get(field) for field in names) for one in found] == told


def test_a_table_that_goes_on_without_its_heading_is_read_to_its_end(qms):
    document = Document()
    document.add_paragraph("LAPORAN AUDIT, 20 April 2020")
    grid(document, [["No", "Temuan", "Klausul", "Kategori"], ["1", "Formulir", "7.5", "Minor"]])
    document.add_paragraph("")
    grid(document, [["2", "Penyedia", "8.4.1", "Mayor"], ["3", "Papan", "6.2.1", "Observasi"]])
    document.add_paragraph("")
    grid(document, [["7", "Ani", "Auditor", "ttd"]])
    out, found = taken(qms, "r.docx", saved(document))
    assert [one["grade"] for one in found] == ["minor", "major", "observation"]
    assert "Ani" in out  # its numbers do not go on: it is told


def test_an_item_that_begins_with_its_clause_is_a_finding_of_its_own(tmp_path: Path) -> None:
    qms = lay(tmp_path / "qms", {**QMS, **AUDITS})
    lines = ("LAPORAN AUDIT TAHAP 1", "Tanggal audit: 16 November 2020", "Area of Concern")
    items = ("1. Klausul 4.1: isu belum ditinjau.", "2. Klausul 9.3: tinjauan belum ada.")
    file = lay(tmp_path / "papers", {"tahap 1.docx": word(*lines, *items)}) / "tahap 1.docx"
    done = smm("import", file, qms, "--yes", "--owner", "SEK")
    assert done.returncode == 0, done.stderr
    found = [Source.parse("x", one.read_bytes()).values for one in sorted(qms.glob("temuan/*"))]
    assert [(one["clause"], one["grade"]) for one in found] == [
        ("4.1", "concern"),
        ("9.3", "concern"),
    ]


STATES = ("C", "NC", "OFI", "NC (minor)")
OF_CLAUSES = (
    ("4.1", "Isu", "KON-01 sudah ditinjau"),
    ("7.2", "Kompetensi", "Dua staf tanpa bukti pelatihan"),
    ("9.1.2", "Pelanggan", "Survei dapat dipilah menurut layanan"),
    ("8.5.1", "Pengendalian", "SOP di loket bukan yang terakhir"),
)


@pytest.mark.parametrize(
    ("heads", "columns"),
    [
        (("Klausul", "Persyaratan", "Temuan", "Status"), (0, 1, 2)),
        (("Clause", "Requirement", "Evidence / Observation", "C/NC/OFI"), (0, 1, 2)),
        (("Clause", "Requirement", "Auditor notes", "Result (C, NC, OFI)"), (0, 1, 2)),
        (("Clause", "Audit evidence", "Status (C / NC / OFI)"), (0, 2)),
        (("Klausul", "Hasil observasi", "Nilai"), (0, 2)),
    ],
)
def test_a_report_clause_by_clause_becomes_an_audit_and_its_findings(qms, heads, columns):
    document = Document()
    for line in ("LAPORAN AUDIT INTERNAL", "Tanggal audit: 12 Oktober 2020", "Unit: Sekretariat"):
        document.add_paragraph(line)
    lines = zip(OF_CLAUSES, STATES, strict=True)
    grid(document, [heads, *([*(one[n] for n in columns), state] for one, state in lines)])
    _, (audit, *found) = taken(qms, "r.docx", saved(document))
    assert [one["status"] for one in audit["checklist"]] == [
        *("conform", "nonconform", "conform", "nonconform"),
    ]
    assert [one.get("finding") for one in audit["checklist"]] == [None, "T-01", "T-02", "T-03"]
    assert [one["grade"] for one in found] == ["(isi) kategori", "improvement", "minor"]
    assert {one["audit"] for one in found} == {audit["id"]}
    assert [one["statement"] for one in found] == [text for *_, text in OF_CLAUSES[1:]]


IN_COLUMNS = {"C": ("√", "", ""), "NC": ("", "√", ""), "OFI": ("", "", "√")}


@pytest.mark.parametrize(
    ("heads", "marks"),
    [(("C", "NC", "OFI"), IN_COLUMNS), (("Status",), {word: (word,) for word in IN_COLUMNS})],
)
def test_what_conforms_is_no_finding(qms, heads, marks):
    rows = [
        ("Laporan audit",),
        ("No", "Klausul", "Uraian temuan", *heads),
        *((n, *OF_CLAUSES[n][::2], *marks[word]) for n, word in enumerate(("C", "NC", "OFI", "C"))),
    ]
    said, found = taken(qms, "r.xlsx", sheet(rows))
    assert [one["grade"] for one in found] == ["(isi) kategori", "improvement"]
    assert "it does not say whether it is major or minor" in said
    assert said.count("it conforms, as the report says") == 2


def test_letters_that_grade_findings_are_not_taken_for_conforming(qms):
    rows = [("1", "7.2", "Tanpa bukti", "A"), ("2", "8.4", "Tanpa nilai", "C")]
    _, found = taken(qms, "r.xlsx", sheet([("No", "Klausul", "Temuan", "Kategori"), *rows]))
    assert len(found) == 2
