"""Documents of every kind on paper."""

from functools import cache
from pathlib import Path

import pytest
from sheeting import COMMIT, folder, lacking, pages_of, pdf_of, spoken, squeezed, text_of

from smmkit.documents import KINDS
from smmkit.documents.references import references
from smmkit.files.tree import Disk
from smmkit.loading.folder import load
from smmkit.model.marks import RefersTo
from smmkit.words import language

EXAMPLE = load(Disk(Path(__file__).parents[2] / "example-qms"))
PEOPLE = {
    next(step for step in reversed(steps) if isinstance(step, str))
    for document in EXAMPLE.documents
    for steps, _, mark in references(document)
    if mark == RefersTo("person")
}  # said by their roles
ONE_OF_EACH = list({document.kind: document for document in EXAMPLE.documents}.values())
OTHERS = [document for document in EXAMPLE.documents if document not in ONE_OF_EACH]
BY_TITLE = {"kind", "owner", "classification", "hash"}  # said in the frame, in other words


@cache
def paper(id, code="id"):
    """The sheet of a document of the example, set once."""
    return pdf_of(EXAMPLE, id, code)


def test_the_example_has_every_kind_but_what_its_scope_leaves_out():
    assert {document.kind for document in EXAMPLE.documents} == set(KINDS) - {"design"}


@pytest.mark.parametrize(
    ("document", "code"),
    [
        *((document, "id") for document in ONE_OF_EACH),
        *(pytest.param(document, "id", marks=pytest.mark.long) for document in OTHERS),
        *(pytest.param(document, "en", marks=pytest.mark.long) for document in ONE_OF_EACH),
    ],
    ids=lambda value: getattr(value, "id", value),
)
def test_each_word_is_found_again(document, code):
    pdf = paper(document.id, code)
    values = {k: v for k, v in document.source.values.items() if k != "approvals"}
    said = spoken(values, language(code), PEOPLE | BY_TITLE, document)
    assert lacking(pdf, *said) == []
    prose = document.source.prose
    for mark in "*`#|_[]":
        prose = prose.replace(mark, " ")
    assert [word for word in lacking(pdf, prose) if word.strip("-:.,0123456789>")] == []
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in pdf


@pytest.mark.parametrize(
    "document",
    [*ONE_OF_EACH, *(pytest.param(document, marks=pytest.mark.long) for document in OTHERS)],
    ids=lambda document: document.id,
)
def test_no_name_of_the_register_leaves(document):
    if document.kind == "people":
        return
    text = text_of(paper(document.id))
    names = [entry.title for entry in EXAMPLE.things["ORG-01"].entries]
    assert [name for name in names if squeezed(name) in text] == []


def test_every_page_says_whose_it_is_and_whether_it_holds():
    pages = [squeezed(page) for page in pages_of(pdf_of(EXAMPLE, "RR-01", "en"))]
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        for said in (
            EXAMPLE.settings.organization.name,
            "RR-01",
            "Daftar Risiko dan Peluang SMM",
            "Version 2",
            "in force on 30 June 2021",
            "effective from 6 July 2020",
            "approved by P-01, Kepala Badan",
            "class: Terbatas",
            f"commit {COMMIT.id[:12]}",
            EXAMPLE.things["RR-01"].approvals[1].hash[7:23],
            f"Page {number} of {len(pages)}",
        ):
            assert squeezed(said) in page


def test_parts_of_parts_stand_beside_the_key_of_their_row():
    text = text_of(pdf_of(EXAMPLE, "PB-01"))
    assert squeezed("PB-PUBLIK Pengaduan tentang pegawai ditanggapi") in text


def test_a_record_has_its_day_in_place_of_a_version():
    record = """
kind: audit
id: AI-1
title: Audit internal
date: 2026-02-03
recorded_by: P-01
classification: terbuka
audit_type: internal
"""
    pages = pages_of(pdf_of(folder(record, "ai.yaml"), "AI-1", "en"))
    assert len(pages) == 1
    assert "Dated 3 February 2026" in pages[0]
    assert "not closed yet" in pages[0]
    assert "Kepala Dinas" in pages[0]
    assert "Wulan" not in pages[0]
    closed = folder(f"{record}closed: 2026-02-10\n", "ai.yaml")
    assert "closed on 10 February 2026" in pages_of(pdf_of(closed, "AI-1", "en"))[0]


@pytest.mark.parametrize(
    ("code", "helped", "holds"),
    [("id", "Efektif", "Berlakusejak"), ("en", "Effective", "Effectivefrom")],
)
def test_a_field_is_called_as_its_own_class_calls_it(code, helped, holds):
    action = text_of(paper("PLT-2019-1", code))
    assert helped in action
    assert holds not in action
    dated = folder(
        "{kind: process, id: PRO-01, title: Izin, version: '1', owner: SEK, "
        "process_type: core, effective: 2026-01-02}",
        "p.yaml",
    )
    assert holds in text_of(pdf_of(dated, "PRO-01", code))


def test_a_year_is_a_name_and_no_number():
    text = text_of(paper("LKJ-2020"))
    assert "Tahun2020" in text
    assert "2.020" not in text
