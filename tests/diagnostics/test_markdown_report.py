"""Problems as a page: read as Markdown, it says what was meant and nothing else."""

import pytest
from markdown_it import MarkdownIt

from diagnostics.found import AUDIT, drawn
from smmkit.problem import Severity


def html(text: str) -> str:
    return MarkdownIt("commonmark", {"html": True}).enable("table").render(text)


def test_a_table_for_each_file(folder):
    text = drawn(folder, "markdown")
    assert text.startswith("# The QMS has faults\n\n4 of 4 documents judged as of 2 March 2026: 3")
    shown = html(text)
    assert shown.count("<table>") == 2
    assert "<h2>qms/a b, c%.yaml</h2>" in shown
    assert "<td>there is no U-2</td>\n<td>did you mean U-1?</td>" in shown


def test_it_stands_where_nothing_fails(folder):
    assert drawn(folder, "markdown", fails_on=None).startswith("# The QMS stands\n")
    warned = drawn(folder, "markdown", codes=["SMM301"], fails_on=Severity.WARNING)
    assert warned.startswith("# The QMS has faults\n")


@pytest.mark.parametrize(
    "bad", ["a|b", "[a](http://b)", "<b>x</b>", "`a`", "**a**", "_a_", "&amp;", "![a](b)", "~~a~~"]
)
def test_no_text_of_a_file_means_anything_to_markdown(folder, bad):
    files = {"a.yaml": AUDIT.format(id="A") + f"owner: '{bad}'\n"}
    shown = html(drawn(folder, "markdown", files))
    kept = bad.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert f"<td>there is no {kept}</td>" in shown


def test_nobody_is_called_by_the_text_of_a_file(folder):
    page = drawn(folder, "markdown", {"@org/x.yaml": AUDIT.format(id="A") + "owner: '@org/team'\n"})
    assert "@org" not in page
    assert "there is no @org/team" in html(page).replace("<!-- -->", "")


def test_in_the_language_of_the_reader(folder):
    assert "| Baris |" in drawn(folder, "markdown", code="id")
