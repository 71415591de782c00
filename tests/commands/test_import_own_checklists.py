"""smm import of the checklist that an auditor has made: ticks, words, forms that are not filled in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest
from papers import QMS, grid, saved, sheet
from test_import_context import taken, values
from test_import_papers import PEOPLE

from folders import lay

HEAD = ["CHECKLIST AUDIT INTERNAL"]
LINES = ("CHECKLIST AUDIT INTERNAL", "Auditi: Bidang Mutasi", "Auditor: Siti Rekaan, Tono Khayal")


@pytest.fixture
def qms(tmp_path: Path) -> Path:
    return lay(tmp_path / "qms", {**QMS, "orang/ORG-01.yaml": PEOPLE})


def asked(qms: Path) -> list[dict[str, Any]]:
    return list(values(qms, "audit/AUD-01.yaml")["checklist"])


def test_ticks_below_yes_and_no_in_a_text(qms):
    document = docx.Document()
    for line in (*LINES, "Tanggal: 12 Mei 2020"):
        document.add_paragraph(line)
    rows = [["No", "Klausul", "Pertanyaan", "Bukti yang diminta", "Ya", "Tidak", "Catatan"]]
    rows += [["1", "7.5", "Apakah SOP ada?", "SOP", "✓", "", "Lengkap"]]
    rows += [["2", "8.2.1; 8.2.2", "Apakah syarat diumumkan?", "Banner", "", "v", "Lama"]]
    rows += [["3", "", "Apakah loket buka?", "", "v", "v", ""]]
    grid(document, rows)
    said = taken(qms, "checklist.docx", saved(document), "--owner", "SEK")
    audit = values(qms, "audit/AUD-01.yaml")
    assert (audit["units"], str(audit["date"])) == (["MUT"], "2020-05-12")
    assert audit["auditors"] == [{"person": "P-01"}, {"name": "Tono Khayal"}]
    found = [(one["clause"], one["status"], one.get("seen")) for one in asked(qms)]
    assert found == [
        ("7.5", "conform", "Lengkap"),
        ("8.2.1", "nonconform", "Lama"),
        ("8.2.1", "not-assessed", None),
    ]
    assert "a question has one clause; 8.2.2 was not taken" in said
    assert "clause 8.2.1 goes on: Apakah loket buka?" in said
    assert "more than one answer is ticked" in said
    assert "Bukti yang diminta this column was not taken" in said
    assert "begin one with smm new finding --set audit=ID" in said


def test_verdicts_below_a_shared_heading_and_clauses_of_parts(qms):
    rows = [HEAD, ["Tanggal: 13/05/2020"]]
    rows += [["No", "Hal yang diperiksa", "Kesesuaian", "", "", "Bukti Objektif", "Keterangan"]]
    rows += [["", "", "S", "TS", "NA", "", ""], ["A", "Klausul 7.2 Kompetensi", "", "", "", "", ""]]
    rows += [[1, "Kompetensi petugas", "v", "", "", "Sertifikat", "lengkap"]]
    rows += [[2, "Kalibrasi alat", "", "", "v", "-", ""]]
    taken(qms, "AMI.xlsx", sheet(rows, merged=("C3:E3",)))
    found = [(one["clause"], one["status"], one.get("seen")) for one in asked(qms)]
    assert found == [
        ("7.2", "conform", "Sertifikat; lengkap"),
        ("7.2", "not-applicable", None),
    ]


def test_the_column_no_beside_yes_is_a_verdict_and_words_that_mean_none_are_told(qms):
    rows = [["INTERNAL AUDIT CHECKLIST"], ["Clause", "Question", "Yes", "No", "Evidence"]]
    rows += [["4.1", "Known?", "x", "", "SWOT"], ["5.2", "Communicated?", "", "x", ""]]
    taken(qms, "audit.xlsx", sheet(rows))
    assert [one["status"] for one in asked(qms)] == ["conform", "nonconform"]
    rows = [HEAD, ["No", "Klausul", "Pertanyaan", "Hasil"], [1, "4.1", "Ada isu?", "OFI"]]
    rows += [[2, "4.2", "Ada pihak?", "AOC"], [3, "4.3", "Ada lingkup?", "C/OBS"]]
    rows += [[4, "4.4", "Ada proses?", "NC (minor)"], [5, "5.1", "Ada pimpinan?", "Ya/Tidak"]]
    said = taken(qms, "audit2.xlsx", sheet(rows))
    assert "OFI it is taken for: conforms" in said
    assert "AOC it is taken for: conforms in part" in said
    assert "Ya/Tidak write yes, in part, no, does not apply, or not seen" in said
    found = [one["status"] for one in values(qms, "audit/AUD-02.yaml")["checklist"]]
    assert found == ["conform", "partial", "conform", "nonconform", "not-assessed"]


def test_what_a_certification_body_has_looked_at_in_stage_1(qms):
    rows = [["STAGE 1 AUDIT REPORT"], ["Client", "Badan Contoh"], ["Audit date", "3 June 2020"]]
    rows += [["Signed", "8 June 2020"], ["Clause", "Document reviewed", "Result", "Comment"]]
    rows += [["4.1", "Context", "OK", ""], ["6.2", "Objectives", "AOC", "Targets not set"]]
    said = taken(qms, "stage1.xlsx", sheet(rows))
    audit = values(qms, "audit/AUD-01.yaml")
    assert (audit["audit_type"], str(audit["date"])) == ("stage-1", "2020-06-03")
    assert [one["status"] for one in asked(qms)] == ["conform", "partial"]
    assert asked(qms)[1]["seen"] == "Targets not set"
    assert "AOC it is taken for: conforms in part" in said


def test_what_is_filled_in_again_goes_into_the_audit_of_the_day(qms):
    rows = [HEAD, ["Auditi: Bidang Mutasi"], ["Tanggal: 13 Mei 2020"]]
    rows += [["No", "Klausul", "Pertanyaan", "Hasil", "Catatan"], [1, "4.1", "Ada isu?", "Ya", ""]]
    taken(qms, "audit.xlsx", sheet(rows))
    rows[-1] = [1, "4.1", "Ada isu?", "Tidak", "kosong"]
    rows += [[2, "5.2", "Ada kebijakan?", "Ya", ""]]
    taken(qms, "audit.xlsx", sheet(rows))
    found = [(one["clause"], one["status"]) for one in asked(qms)]
    assert found == [("4.1", "nonconform"), ("5.2", "conform")]


@pytest.mark.parametrize(("head", "mark"), [(HEAD, ""), (["Kuesioner mandiri"], "v")])
def test_a_form_and_a_paper_that_speaks_of_no_audit_are_registered(qms, head, mark):
    rows = [head, ["No", "Klausul", "Pertanyaan", "Ya", "Tidak"], [1, "4.1", "Ada isu?", mark, ""]]
    said = taken(qms, "daftar.xlsx", sheet(rows))
    assert "none of the forms that are read" in said
    assert not (qms / "audit").exists()
