"""What certification bodies write beside their sheets: lists of suggestions, ticks, parts."""

from __future__ import annotations

import io

import docx
import openpyxl
import pytest
from papers import QMS, grid, pdf, saved, sheet
from test_import_audit_report import AUDITS, taken

from folders import contents, lay
from running import smm

TOP = ("LAPORAN AUDIT SURVEILAN", "Tanggal audit: 20 April 2020")
SHORT = ("grade", "clause", "unit", "statement")
HEADS = ["No", "Klausul", "Unit", "Uraian Temuan"]


@pytest.fixture
def qms(tmp_path):
    return lay(tmp_path / "qms", {**QMS, **AUDITS})


def report(*parts) -> bytes:
    """A Word file: `# ` begins a heading, rows are a table."""
    file = docx.Document()
    for part in parts:
        if not isinstance(part, str):
            grid(file, part)
        elif part.startswith("# "):
            file.add_heading(part[2:], 1)
        else:
            file.add_paragraph(part)
    return saved(file)


def short(found):
    return [tuple(one[name] for name in SHORT) for one in found]


def test_the_suggestions_of_a_report_are_findings_beside_its_sheet(qms):
    sheet_of_one = [
        ["Nomor NCR", "NCR-01"],
        ["Kategori", "Minor"],
        ["Klausul", "7.5.3.1"],
        ["Area / Proses", "Bidang Mutasi"],
        ["Pernyataan ketidaksesuaian", "Dokumen usang belum ditarik."],
        ["Batas waktu tanggapan", "90 hari"],
    ]
    suggestion = "Papan dapat diperbarui setiap pekan (8.5.1, MUT)."
    parts = ("# Peluang Perbaikan (OFI)", suggestion, "# Rencana berikutnya", "Mei 2021.")
    said, found = taken(qms, "r.docx", report(f"# {TOP[0]}", TOP[1], sheet_of_one, *parts))
    assert short(found) == [
        ("minor", "7.5.3.1", "MUT", "Dokumen usang belum ditarik."),
        ("improvement", "8.5.1", "MUT", suggestion),
    ]
    assert (str(found[0]["response_due"]), found[1]["audit"]) == ("2020-07-19", "AE-1")
    assert "Mei 2021." in said or "Rencana berikutnya" in said


def test_lines_that_belong_to_no_finding_are_told_with_their_place(qms):
    lines = (*TOP, "C. Saran", "1. Survei dapat dipakai (9.1.2, MUT)", "D. Jadwal", "Mei 2021.")
    said, found = taken(
        qms, "r.pdf", pdf(*(one.replace("(", "\\(").replace(")", "\\)") for one in lines))
    )
    assert short(found) == [("improvement", "9.1.2", "MUT", "Survei dapat dipakai (9.1.2, MUT)")]
    assert "lines 5 to 6" in " ".join(said.split())


@pytest.mark.parametrize("text", ["Nihil.", "Tidak ditemukan ketidaksesuaian (9.1.2, MUT)."])
def test_that_nothing_was_found_is_no_finding(qms, text):
    _, found = taken(
        qms, "r.docx", report(*TOP, "# Saran", text, "# Observasi", "Papan usang (8.5.1, MUT).")
    )
    assert [one["grade"] for one in found] == ["observation"]


def test_a_list_of_another_paper_is_no_finding(qms):
    _, found = taken(
        qms, "r.docx", report("NOTULA", "# Saran", "Survei dapat dipakai (9.1.2, MUT).")
    )
    assert not [one for one in found if one["kind"] == "finding"]


def test_findings_that_begin_with_their_number_are_apart(qms):
    parts = ("# Minor nonconformities", "NC 1 - clause 8.4.1 - SEK", "Requirement: It shall be so.")
    more = ("Nonconformity: No scores.", "Evidence: A list.", "NC 2 - clause 7.2 - MUT")
    last = ("Nonconformity: No proof.", "Evidence: Two files.")
    said, found = taken(qms, "r.docx", report("Audit report", *parts, *more, *last))
    assert short(found) == [
        ("minor", "8.4.1", "SEK", "No scores."),
        ("minor", "7.2", "MUT", "No proof."),
    ]
    assert "Requirement: It shall be so." in said


def test_a_form_of_a_pdf_without_colons(qms):
    lines = ("NCR No. 2020-01", "Grade Minor", "Standard clause 7.2", "Department MUT")
    more = ("Statement of nonconformity No proof.", "Objective evidence Two files.")
    _, (one,) = taken(qms, "r.pdf", pdf(*lines, *more, "Due date for response 19 July 2020"))
    assert short([one]) == [("minor", "7.2", "MUT", "No proof.")]
    assert (str(one["date"]) != "2020-07-19", str(one["response_due"])) == (True, "2020-07-19")


@pytest.mark.parametrize(
    "rows",
    [
        [[*HEADS, "Mayor", "Minor"], [1, "7.2", "MUT", "Tanpa bukti", "", "√"]],
        [HEADS, ["B. Minor"], [1, "7.2", "MUT", "Tanpa bukti"]],
        [["B. Minor"], HEADS, [1, "7.2", "MUT", "Tanpa bukti"]],
        [
            [*HEADS, "Mayor", "Minor"],
            [1, "7.2", "MUT", "Tanpa bukti", "", "√"],
            ["Jumlah", "", "", "", 0, 1],
        ],
        [[*HEADS, "Jenis"], [1, "7.2", "MUT", "Tanpa bukti", "Mi"]],
    ],
)
def test_the_grade_stands_around_a_row(qms, rows):
    _, found = taken(qms, "r.xlsx", sheet(rows))
    assert short(found) == [("minor", "7.2", "MUT", "Tanpa bukti")]


def test_a_sheet_or_a_column_that_is_called_like_a_grade(qms):
    book = openpyxl.Workbook()
    for name, heading in (("OFI", "Uraian"), ("Lain", "Uraian Observasi")):
        page = book.create_sheet(name)
        page.append(["No", "Klausul", "Unit", heading])
        page.append([1, "8.5.1", "MUT", f"Papan {name}"])
    out = io.BytesIO()
    book.save(out)
    _, found = taken(qms, "r.xlsx", out.getvalue())
    assert [one["grade"] for one in found] == ["improvement", "observation"]


@pytest.mark.parametrize("grade", ["Minor", "PP"])
def test_a_table_that_comes_again_changes_nothing(qms, grade):
    """Also where nobody has filled in the grade yet."""
    rows = [[*HEADS, "Kategori"], [1, "7.2", "MUT", "Tanpa bukti", grade]]
    taken(qms, "r.xlsx", sheet(rows))
    before = contents(qms)
    done = smm("import", qms.parent / "papers/r.xlsx", qms, "--yes")
    assert "T-01" in done.stdout
    assert contents(qms) == before
