"""What lies in a bundle: each document as its own PDF, the pages that lead to it, the files as they are."""

from __future__ import annotations

import io
import json
import re
from datetime import date

import pikepdf
import pypdfium2
import pytest

from folders import home
from smmkit.analyses.leaving.selection import select
from smmkit.analyses.leaving.submissions import language_of
from smmkit.bundle.contents import contents, sheets
from smmkit.bundle.manifest import named
from smmkit.bundle.status import status
from smmkit.documents.submission import Submission
from smmkit.rollup.status_file import read
from smmkit.words import language

AUDIT = """\
kind: audit
id: A-{n}
title: Audit number {n}
date: 2026-02-0{n}
audit_type: internal
classification: open
clauses: ["9.2.{n}"]
"""
FILES = {
    "s.yaml": "kind: submission\nid: S-1\ntitle: S\ndate: 2026-02-10\nrecipient: Body\nlanguage: en\n",
    "1.yaml": AUDIT.format(n=1) + "evidence: [x.pdf]\n",
    "2.yaml": AUDIT.format(n=2),
    "x.pdf": b"%PDF evidence",
}


@pytest.fixture
def made(folder):
    """The files of a bundle, and how far it was at each call."""
    classes = "classes: [{id: open, title: Open, outside: true}]\n"
    qms = folder(FILES, date(2026, 2, 10), classes)
    assert not qms.found, qms.found
    steps: list[tuple[int, int]] = []
    selection = select(qms, qms.of(Submission)[0])
    standard = qms.standard("iso9001-2015")
    speech = language(selection.submission.language)
    attached = named(selection).files
    pdfs = dict(
        sheets(
            qms,
            selection.chosen,
            speech,
            None,
            lambda done, total: steps.append((done, total)),
            attached,
        )
    )
    files = contents(qms, selection, standard, None, pdfs)
    return {
        path: data if isinstance(data, bytes) else data() for path, data in files.items()
    }, steps


def test_the_status_names_no_finding_by_its_title_that_is_not_sent(folder):
    told = "kind: finding\nid: F-{n}\ntitle: About Siti {n}\ndate: 2026-02-01\naudit: A-1\n"
    told += 'unit: U-1\ngrade: minor\nclause: "8.5.1"\nstatement: missing\n'
    findings = {
        "f1.yaml": told.format(n=1) + "classification: open\n",
        "f2.yaml": told.format(n=2),
    }
    classes = "classes: [{id: open, title: Open, outside: true}]\n"
    qms = folder({**FILES, **findings}, date(2026, 2, 10), classes)
    data = status(qms, select(qms, qms.of(Submission)[0]))
    row = read(data, "here")
    assert row.findings == ("F-1: About Siti 1", "F-2")
    assert (row.open_findings, json.loads(data)["source"]) == (2, "S-1")


def text_of(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    return " ".join(page.get_textpage().get_text_range() for page in pages)


def links_in(pdf: bytes) -> list[str]:
    """Where the links of a PDF lead that leave it."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        notes = [note for page in opened.pages for note in page.get("/Annots", [])]
        return [str(note.A.URI) for note in notes if "/URI" in note.get("/A", {})]


def test_all_that_was_promised_lies_there_and_nothing_else(made):
    files, steps = made
    assert sorted(files) == [
        "00-binder.pdf",
        "01-index.pdf",
        "01-index.xlsx",
        "01-index_id.pdf",
        "01-index_id.xlsx",
        "02-clauses.docx",
        "02-clauses.html",
        "02-clauses.pdf",
        "02-clauses.xlsx",
        "02-clauses_id.docx",
        "02-clauses_id.html",
        "02-clauses_id.pdf",
        "02-clauses_id.xlsx",
        "03-findings.docx",
        "03-findings.pdf",
        "03-findings.xlsx",
        "03-findings_id.docx",
        "03-findings_id.pdf",
        "03-findings_id.xlsx",
        "04-letter.docx",
        "04-letter.pdf",
        "04-letter_id.docx",
        "04-letter_id.pdf",
        "documents/A-1_2026-02-01_audit-number-1.pdf",
        "documents/A-2_2026-02-02_audit-number-2.pdf",
        "files/A-1/x.pdf",
        "index.html",
        "manifest.json",
        "status.json",
    ]
    assert files["files/A-1/x.pdf"] == b"%PDF evidence"
    assert steps == [(1, 2), (2, 2)]


def test_a_sheet_leads_to_the_files_that_go_along_and_so_does_the_binder(made):
    files, _ = made
    alone = files["documents/A-1_2026-02-01_audit-number-1.pdf"]
    assert links_in(alone) == ["../files/A-1/x.pdf"]
    assert "files/A-1/x.pdf" in links_in(files["00-binder.pdf"])
    assert not any(link.startswith("..") for link in links_in(files["00-binder.pdf"]))


def test_each_document_is_the_one_that_its_name_says(made):
    files, _ = made
    for n, other in ((1, 2), (2, 1)):
        text = text_of(files[f"documents/A-{n}_2026-02-0{n}_audit-number-{n}.pdf"])
        assert f"Audit number {n}" in text
        assert f"Audit number {other}" not in text


def test_the_index_leads_to_the_files_and_stage_1_to_the_clauses(made):
    files, _ = made
    index, stage = files["index.html"].decode(), files["02-clauses.html"].decode()
    for path in ("documents/A-1_2026-02-01_audit-number-1.pdf", "files/A-1/x.pdf"):
        assert f'href="{path}"' in index
    assert "Index of the submission" in index
    assert "Document review (stage 1)" in stage
    page = json.loads(files["manifest.json"])["documents"][0]["binder_page"]
    assert f'<a href="00-binder.pdf#page={page}">' in stage
    assert f"A-1 Audit number 1 (audit, 1 February 2026), page {page}" in re.sub(
        "<[^>]+>", "", stage
    )
    assert "Daftar isi pengajuan" in text_of(files["01-index_id.pdf"])
    assert [entry["id"] for entry in json.loads(files["manifest.json"])["documents"]] == [
        "A-1",
        "A-2",
    ]


def test_each_language_of_the_index_leads_to_the_pages_in_it(made):
    """The other language led to the files of the first, and what answers a clause to no row of its table."""
    files, _ = made
    english, indonesian = files["index.html"].decode().split('<div class="edition" lang="id">')
    for text, mark, other in ((english, "", "_id"), (indonesian, "_id", "")):
        led = set(re.findall(r'href="(0[2-9][^"]*)"', text))
        assert {f"02-clauses{mark}.{one}" for one in ("pdf", "docx", "xlsx")} <= led
        assert not any(other and other in one for one in led)
        assert '<td id="clause_9_2_2"' in files[f"02-clauses{mark}.html"].decode()


@pytest.mark.parametrize(
    ("spoken", "said", "code"), [("en", "", "en"), ("en", "id", "id"), ("id", "", "id")]
)
def test_a_submission_speaks_the_language_of_its_folder_unless_it_says_another(
    folder, spoken, said, code
):
    """It was Indonesian in an English folder that said nothing more."""
    settings = home(language=spoken)
    text = FILES["s.yaml"].replace("language: en\n", f"language: {said}\n" if said else "")
    qms = folder({"qms.yaml": settings, "s.yaml": text})
    assert not qms.found
    assert language_of(qms, qms.of(Submission)[0]).code == code


def test_days_stand_as_their_reader_writes_them(made):
    files, _ = made
    for name in ("00-binder.pdf", "01-index.pdf", "01-index_id.pdf", "02-clauses.pdf"):
        text = " ".join(text_of(files[name]).split())
        assert not re.search(r"(?<![\w-])2026-02-0\d", text), name
        assert ("1 Februari 2026" if "_id" in name else "1 February 2026") in text, name
