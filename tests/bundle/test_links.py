"""A link that leads nowhere is told, of whatever file; of a bundle none does (test_bundle_command.py)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pikepdf
import pytest

from following import dead_links
from smmkit.formats import draw
from smmkit.page import Cell, Column, Page, Table, link
from smmkit.words import language


def laid(folder: Path, form: str, to: str = "b.pdf") -> Path:
    """A page in this form that leads to a file beside it of one page."""
    page = Page("T", "", (Table("T", (Column("A"),), ((Cell(link("there", to)),),)),))
    (folder / f"a.{form}").write_bytes(draw(page, form, language("en"), day=date(2026, 2, 10)))
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.save(folder / "b.pdf")
    return folder


@pytest.mark.parametrize("form", ["html", "pdf", "docx", "xlsx"])
def test_a_link_is_followed_and_told_where_its_file_is_gone(tmp_path, form):
    folder = laid(tmp_path, form)
    count, dead = dead_links(folder)
    assert (count >= 1, dead) == (True, [])
    (folder / "b.pdf").unlink()
    assert dead_links(folder)[1] == [f"a.{form}: b.pdf: there is no such file"]


@pytest.mark.parametrize("form", ["html", "pdf", "docx"])
def test_a_page_that_the_file_does_not_have_is_told(tmp_path, form):
    assert dead_links(laid(tmp_path, form, "b.pdf#page=1"))[1] == []
    assert dead_links(laid(tmp_path, form, "b.pdf#page=2"))[1] == [
        f"a.{form}: b.pdf#page=2: there is no such page"
    ]


def test_a_bookmark_of_a_page_that_was_taken_out_is_told(tmp_path):
    pdf = pikepdf.new()
    for _ in range(2):
        pdf.add_blank_page()
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("second", 1))
    pdf.save(tmp_path / "whole.pdf")
    assert dead_links(tmp_path) == (1, [])
    del pdf.pages[1]
    pdf.save(tmp_path / "cut.pdf")
    (fault,) = dead_links(tmp_path)[1]
    assert fault.startswith("cut.pdf: ")
    assert fault.endswith("there is no such page")
