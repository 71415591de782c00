"""Every kind on paper with little in it and with much, on both papers, in both languages."""

import json

import pypdfium2
import pytest
from filling import Filling
from sheeting import DAY, HOME, lacking, pdf_of, spoken, text_of

from independent import faults
from smmkit.documents import KINDS, class_of
from smmkit.documents.references import references
from smmkit.files.tree import Memory
from smmkit.loading.folder import load
from smmkit.model.marks import RefersTo
from smmkit.words import language

SIZES = {"a4": (595, 841), "f4": (609, 935)}
SAID_OTHERWISE = {
    "finding": ["effective", "accepted"],
    "corrective-action": ["effective"],
    "procedure": ["ends"],
    "performance-report": ["period"],
}
"""What the forms say in words of their own."""

NOT_SAID = {"kind", "classification", "hash", "approvals", "checked_against"}
"""What says how a document is kept, and stands in the frame or in `smm show`."""

WRITTEN = [kind for kind in KINDS if kind not in {"qms"}]
MARGIN = 48  # points; the margin is 57, and letters lean out a little
NASTY = "katayangpanjangsekali" * 6 + " #panic() $x$ <b> @x \\u{41}"
PROSE = "\n# Catatan\n\nIsi **tebal** dengan [tautan](https://contoh.example) dan `kode`.\n"


def home(paper):
    """qms.yaml with a paper of its own."""
    return HOME.replace("head: Kepala Dinas}", f"head: Kepala Dinas, paper: {paper}, place: Kota}}")


def laid(kind, rows, paper="a4", **words):
    """A folder with one document of a kind, so full."""
    values = Filling(rows, **words).document(kind)
    values |= {"classification": "terbuka"}
    values.pop("withdrawn", None)  # the mark of that is meant to cross the page
    text = json.dumps(values, ensure_ascii=False)
    is_prose = class_of(kind).shape == "md"
    name = "uji.md" if is_prose else "uji.yaml"
    file = f"---\n{text}\n---\n{PROSE}" if is_prose else text
    qms = load(Memory({"qms.yaml": home(paper), name: file}), DAY)
    assert [problem.message for _, problem in qms.found] == []
    return qms, qms.things["DOK-UJI"]


def outside(pdf):
    """The first words of each page that stand in its margin."""
    for page in pypdfium2.PdfDocument(pdf):
        text = page.get_textpage()
        for n in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(n)
            said = text.get_text_bounded(left, bottom, right, top).strip()
            if said and not MARGIN < left <= right < page.get_width() - MARGIN:
                yield said
                break


def lost(kind, rows, paper, code):
    """What of the document is not found again on its sheet; and the sizes of its pages."""
    qms, document = laid(kind, rows, paper)
    pdf = pdf_of(qms, "DOK-UJI", code)
    people = {
        next(step for step in reversed(steps) if isinstance(step, str))
        for steps, _, mark in references(document)
        if mark == RefersTo("person")
    }
    apart = people | NOT_SAID | set(SAID_OTHERWISE.get(kind, ()))
    said = spoken(document.source.values, language(code), apart, document)
    found = pypdfium2.PdfDocument(pdf)
    sizes = {tuple(sorted(map(int, found.get_page_size(n)))) for n in range(len(found))}
    return lacking(pdf, *said), sizes


@pytest.mark.long
@pytest.mark.parametrize("kind", WRITTEN)
def test_with_little(kind):
    paper, code = ("f4", "en") if WRITTEN.index(kind) % 2 else ("a4", "id")
    missing, sizes = lost(kind, 0, paper, code)
    assert missing == []
    assert sizes == {SIZES[paper]}


@pytest.mark.parametrize("kind", WRITTEN)
def test_with_some(kind):
    paper, code = ("a4", "id") if WRITTEN.index(kind) % 2 else ("f4", "en")
    missing, sizes = lost(kind, 7, paper, code)
    assert missing == []
    assert sizes == {SIZES[paper]}


@pytest.mark.parametrize(
    "kind",
    [k if n % 3 == 0 else pytest.param(k, marks=pytest.mark.long) for n, k in enumerate(WRITTEN)],
)
def test_nothing_that_is_written_leaves_the_paper_or_becomes_code(kind):
    qms, _ = laid(kind, 3, words=NASTY)
    pdf = pdf_of(qms, "DOK-UJI", "en")
    assert list(outside(pdf)) == []
    assert "#panic()$x$<b>@x" in text_of(pdf)


@pytest.mark.long
@pytest.mark.parametrize(
    ("kind", "paper", "code"),
    [(kind, *(("a4", "en") if n % 2 else ("f4", "id"))) for n, kind in enumerate(WRITTEN)],
)
def test_with_three_hundred_rows(kind, paper, code):
    """Long: some sheets have a hundred pages. The other pairs are tried with fewer rows, above."""
    missing, _ = lost(kind, 300, paper, code)
    assert missing == []


@pytest.mark.long
@pytest.mark.parametrize("kind", WRITTEN)
def test_a_checker_of_another_house_finds_no_fault(kind):
    qms, document = laid(kind, 20)
    assert list(faults(pdf_of(qms, document.id, "id"))) == []
