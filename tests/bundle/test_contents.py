"""What lies in a bundle: each document as its own PDF, the pages that lead to it, the files as they are."""

from __future__ import annotations

import json
import re
from datetime import date

import pypdfium2
import pytest

from smmkit.analyses.selection import select
from smmkit.bundle.contents import contents, printed
from smmkit.documents.submission import Submission
from smmkit.page import Page
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
    files = contents(
        qms, selection, standard, None, lambda done, total: steps.append((done, total))
    )
    return {
        path: data if isinstance(data, bytes) else data() for path, data in files.items()
    }, steps


def text_of(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    return " ".join(page.get_textpage().get_text_range() for page in pages)


def test_all_that_was_promised_lies_there_and_nothing_else(made):
    files, steps = made
    forms = ("pdf", "html", "xlsx")
    pages = [f"{page}.{form}" for page in ("00_index", "01_stage-1") for form in forms]
    assert sorted(files) == sorted(
        [
            *pages,
            "00_index_id.pdf",
            "01_stage-1_id.pdf",
            "documents/A-1_2026-02-01.pdf",
            "documents/A-2_2026-02-02.pdf",
            "files/A-1/x.pdf",
            "manifest.json",
        ]
    )
    assert files["files/A-1/x.pdf"] == b"%PDF evidence"
    assert steps == [(1, 2), (2, 2)]


def test_each_document_is_the_one_that_its_name_says(made):
    files, _ = made
    for n, other in ((1, 2), (2, 1)):
        text = text_of(files[f"documents/A-{n}_2026-02-0{n}.pdf"])
        assert f"Audit number {n}" in text
        assert f"Audit number {other}" not in text


def test_the_index_leads_to_the_files_and_stage_1_to_the_clauses(made):
    files, _ = made
    index, stage = files["00_index.html"].decode(), files["01_stage-1.html"].decode()
    for path in ("documents/A-1_2026-02-01.pdf", "files/A-1/x.pdf"):
        assert path in index
    assert "Index of the submission" in index
    assert "Document review (stage 1)" in stage
    assert "A-1, 2026-02-01 (documents/A-1_2026-02-01.pdf)" in re.sub("<[^>]+>", "", stage)
    assert "Daftar isi pengajuan" in text_of(files["00_index_id.pdf"])
    assert [entry["id"] for entry in json.loads(files["manifest.json"])["documents"]] == [
        "A-1",
        "A-2",
    ]


@pytest.mark.parametrize(("code", "other"), [("en", "id"), ("id", "en")])
def test_a_page_is_printed_for_reading_and_once_in_the_other_language(folder, code, other):
    names = [name for name, _ in printed("x", Page("T"), folder({}), language(code))]
    assert names == ["x.pdf", "x.html", "x.xlsx", f"x_{other}.pdf"]
