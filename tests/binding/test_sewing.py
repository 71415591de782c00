"""Several PDFs as one: nothing is lost, and what PDF/A and PDF/UA ask for still holds."""

from __future__ import annotations

import re
from datetime import date

import pypdfium2
import pytest

from independent import faults
from smmkit.binding import Bookmark, Paper, sewn
from smmkit.binding.tokens import Renaming, end_of_text
from smmkit.formats import draw
from smmkit.page import Cell, Column, Fields, Heading, Page, Prose, Shape, Table
from smmkit.typesetting.typeset import typeset
from smmkit.words import language

DAY = date(2026, 3, 1)
HOSTILE = "((a)(b(c))) 12 0 R \\ )x( /ID(U1x0y0) /Headers[(U1x0y0)] endobj é “<FEFF> stream"


def paper(title: str, rows: int = 3) -> bytes:
    """A page of ours with a heading, a table and a link."""
    cells = tuple((Cell(f"{title} {n}"), Cell(n)) for n in range(rows))
    columns = (Column("Name"), Column("Number", Shape.NUMBER))
    blocks = (
        Heading(title),
        Table("Numbers", columns, cells),
        Fields((("About", Cell(title)),)),
        Prose("[a link](https://example.org/a_(b))", markdown=True),
    )
    return draw(Page(title, "", blocks), "pdf", language("en"), day=DAY)


def stamps(pages: int) -> Paper:
    data = {"title": "Binder", "counted": "Binder, page {page}", "pages": pages}
    return Paper(typeset("bundle/stamps", data, language="en", day=DAY))


def whole(*titles: str, rows: int = 3) -> bytes:
    """These papers as one, each with a bookmark and its own headings below."""
    papers = [Paper(paper(title, rows)) for title in titles]
    marks, at = [], 0
    for title, one in zip(titles, papers, strict=True):
        kids = tuple(Bookmark(h.text, at + h.page, (), h.place) for h in one.outline())
        marks.append(Bookmark(title, at, kids))
        at += len(one)
    return sewn(papers, at, marks, stamps(at))


def test_every_page_is_there_with_its_text_and_its_number_in_the_whole():
    pdf = pypdfium2.PdfDocument(whole("First", "Second", "Third", rows=80))
    texts = [page.get_textpage().get_text_range() for page in pdf]
    assert len(texts) == 6
    for n, text in enumerate(texts, 1):
        assert f"Binder, page {n}" in text
    assert [text.count("Page 1 of 2") for text in texts] == [1, 0, 1, 0, 1, 0]
    assert "Second 79" in "".join(texts[2:4])


def test_bookmarks_lead_to_the_pages_that_they_name():
    pdf = pypdfium2.PdfDocument(whole("First", "Second", rows=80))
    found = [(one.level, one.get_title(), one.get_dest().get_index()) for one in pdf.get_toc()]
    assert found == [(0, "First", 0), (1, "First", 0), (0, "Second", 2), (1, "Second", 2)]


@pytest.mark.parametrize("title", [HOSTILE, "(", "))((", "\\", "é" * 300, "</Title(x)"])
def test_no_text_of_a_person_is_taken_for_a_part_of_the_file(title):
    pdf = pypdfium2.PdfDocument(whole(title, "Last"))
    assert len(pdf) == 2
    toc = list(pdf.get_toc())
    assert [one.get_title() for one in toc][:2] == [title, title]
    assert [one.get_dest().get_index() for one in toc] == [0, 0, 1, 1]


def test_the_same_papers_make_the_same_bytes():
    assert whole("First", "Second") == whole("First", "Second")


def test_what_is_read_aloud_is_whole():
    """Each page leads to its parts, each part to its page and up to the top; no name stands twice."""
    pikepdf = pytest.importorskip("pikepdf")
    from io import BytesIO

    pdf = pikepdf.open(BytesIO(whole("First", HOSTILE, "Third", rows=80)))
    top = pdf.Root.StructTreeRoot
    nums = list(top.ParentTree.Nums)
    parents = {int(nums[n]): nums[n + 1] for n in range(0, len(nums), 2)}
    assert sorted(parents) == list(parents) == list(range(int(top.ParentTreeNextKey)))
    for page in pdf.pages:
        for part in parents[int(page.obj.StructParents)]:
            assert part.Pg.objgen == page.obj.objgen
            above = part
            while "/P" in above:
                above = above.P
            assert above.objgen == top.objgen
        for note in page.obj.get("/Annots", ()):
            assert parents[int(note.StructParent)].S == "/Link"
    names = [str(name) for name in list(top.IDTree.Names)[::2]]
    assert names == sorted(names)
    assert len(set(names)) == len(names) > 4
    body = b"".join(o.unparse() for o in pdf.objects if isinstance(o, pikepdf.Dictionary))
    for list_ in re.findall(rb"/Headers \[ ([^\]]*) \]", body):
        assert {str(n) for n in re.findall(r"\(([^)]*)\)", list_.decode())} <= set(names)
    assert not pdf.check_pdf_syntax()


def test_it_says_that_it_is_pdf_a_and_pdf_ua_and_how_many_pages_it_has():
    data = whole("First", "Second", rows=80)
    said = re.search(rb"<\?xpacket begin.*?<\?xpacket end", data, re.DOTALL)[0]
    assert b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A" in said
    assert b"<pdfuaid:part>1</pdfuaid:part>" in said
    assert b"<xmpTPg:NPages>4</xmpTPg:NPages>" in said
    assert data.count(b"/Type/Metadata") == 1
    assert data.count(b"/Type/Catalog") == 1
    assert b"/OutputIntents" in data
    assert b"/Marked true" in data


def test_a_link_of_the_front_leads_to_the_page_that_it_names_and_others_stay():
    front = typeset(
        "bundle/binder",
        {
            "title": "Front",
            "organization": "O",
            "counted": "{page}",
            "facts": [],
            "notes": [],
            "groups": [
                {"title": "G", "rows": [{"id": "A", "title": "T", "label": "1", "page": "4"}]}
            ],
            "clauses": [],
            "words": dict.fromkeys(("documents", "clauses", "id", "title", "version", "page"), "w"),
        },
        language="en",
        day=DAY,
    )
    first, second = Paper(front), Paper(paper("[x](smm:page/1)"))
    total = len(first) + len(second)
    assert total == 4
    data = sewn([first, second], total, [])
    links = re.findall(rb"/Annot/Subtype/Link[^\n]*/Dest\[(\d+) 0 R/Fit\]", data)
    kids = re.search(rb"/Kids\[([^\]]*)\]", data)[1].split(b" 0 R")
    assert [int(link) for link in links] == [int(kids[3])]
    assert b"https://example.org" in data


def test_what_is_no_pdf_of_ours_is_refused():
    for data in (b"", b"%PDF-1.7\n", b"%PDF-1.7\ntrailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF"):
        with pytest.raises(RuntimeError):
            Paper(data)


def test_a_text_ends_where_its_bracket_closes():
    assert end_of_text(b"(a(b)\\)c)d", 0) == 9
    with pytest.raises(RuntimeError):
        end_of_text(b"(a", 0)


def test_only_references_marks_and_names_of_cells_are_renamed():
    renamed = Renaming(lambda n: n + 100, 7, b"p.")
    given = b"<</P 3 0 R/ID(x)/A[<</Headers[(a)(b)]>>]/T(3 0 R)/StructParents 2/H<FEFF00>/K[1]>>"
    assert renamed(given) == (
        b"<</P 103 0 R/ID(p.x)/A[<</Headers[(p.a)(p.b)]>>]/T(3 0 R)/StructParents 9/H<FEFF00>/K[1]>>"
    )


@pytest.mark.long
def test_a_checker_of_another_house_finds_no_fault_in_papers_and_binder():
    for pdf in (paper("Alone", rows=90), whole("First", "Second", "Third", rows=80)):
        assert list(faults(pdf)) == []


@pytest.mark.long
@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b"/MarkInfo<<", b"/MarkInfa<<"),
        (b"<pdfaid:part>2<", b"<pdfaid:part>9<"),
        (b"<pdfuaid:part>1<", b"<pdfuaid:part>7<"),
        (b"/Lang (en)", b"/Lung (en)"),
    ],
)
def test_such_a_checker_sees_what_is_broken(right, wrong):
    pdf = whole("First", "Second")
    assert right in pdf
    assert list(faults(pdf.replace(right, wrong)))
