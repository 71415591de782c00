"""The quality policy on one page."""

from sheeting import approved, folder, lacking, pages_of, pdf_of, squeezed

POLICY = """---
kind: quality-policy
id: KM-01
title: Kebijakan mutu
version: "1"
owner: SEK
classification: terbuka
clauses: ["5.2"]
sentence: 'Melayani izin dengan pasti dan #ramah'
points:
  - {id: BM-1, title: Kami $menepati$ janji, themes: [quality, service]}
  - {id: BM-2, title: Kami <b>belajar</b>}
---
Penjelasan bagi *pegawai*.
"""


def test_the_first_page_is_the_policy_and_who_stands_for_it():
    pdf = pdf_of(approved(POLICY, "policy.md"), "KM-01", "en")
    first, *_ = pages_of(pdf)
    assert "Melayaniizindenganpastidan#ramah" in squeezed(first)
    assert "BM-1 · quality, service" in first
    assert "Kami <b>belajar</b>" in first
    assert "5 January 2026" in first
    assert "Approved by" in first
    assert "Kepala Dinas" in first
    assert "signed copy" not in first
    assert lacking(pdf, "5.2 Penjelasan bagi pegawai.") == []


def test_a_policy_that_nobody_approved_says_so():
    first = pages_of(pdf_of(folder(POLICY, "policy.md"), "KM-01", "en"))[0]
    assert "To be approved by" in first
    assert "DRAFT" in first


def test_a_signed_copy_is_pointed_at():
    text = POLICY.replace(
        "sentence:",
        'approvals: [{version: "1", by: P-01, role: Kepala Dinas, on: 2026-01-05, '
        f'hash: "sha256:{"0" * 64}", signed: salinan.pdf}}]\nsentence:',
    )
    pages = pages_of(pdf_of(folder(text, "policy.md"), "KM-01", "en"))
    assert "The signature is on the signed copy." in pages[0]
    assert "APPROVAL BROKEN" in pages[0]
    assert "salinan.pdf" in pages[1]


def test_a_long_policy_takes_the_pages_it_needs():
    points = "\n".join(f"  - {{id: B-{n}, title: {'Kami melayani ' * 20}}}" for n in range(30))
    text = POLICY.replace("points:", f"points:\n{points}")
    pages = pages_of(pdf_of(approved(text, "policy.md"), "KM-01"))
    assert len(pages) > 3
    assert "B-29" in "".join(pages)
    sentence, point = (pages[0].index(said) for said in ("Melayani izin", "Kami melayani"))
    assert sentence < point
