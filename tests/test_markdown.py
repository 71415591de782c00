"""Markdown: all that people write arrives, and none of it as markup of theirs."""

from datetime import date

import pypdfium2
import pytest

from smmkit.errors import SmmError
from smmkit.typesetting.markdown import html, pictures_in, tree
from smmkit.typesetting.typeset import typeset

EVERYTHING = """
# Tujuan

Kalimat **tebal**, *miring*, ~~coret~~, `kode`, [tautan](https://example.go.id), \\*bintang\\*
baris lanjut\\
baris baru

3. tiga
4. empat
   - anak

   paragraf anak

> kutipan

| Kiri | Kanan |
|:-----|------:|
| satu | dua   |

| Kepala | Saja |
|--------|------|

```sh
perintah   --panjang
```

    lekuk

---

![Bagan alir](rahasia.png) <https://example.org/a>
"""
SAID = """
Tujuan Kalimat tebal miring coret kode tautan *bintang* lanjut baru 3. tiga 4. empat anak paragraf
kutipan Kiri Kanan satu dua Kepala Saja perintah --panjang lekuk https://example.org/a
"""
WORDS = SAID.split()


def text_of(markdown):
    block = {"kind": "markdown", "tone": "plain", "tree": tree(markdown)}
    data = {"title": "Uji", "subtitle": "", "footer": "", "landscape": False, "blocks": [block]}
    pdf = typeset("page", data, language="id", day=date(2026, 3, 1))
    pages = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in pages)


def levels(node):
    own = [node["level"]] if node["kind"] == "heading" else []
    return own + [level for child in node["children"] for level in levels(child)]


def test_each_word_is_found_again_on_paper():
    text = text_of(EVERYTHING)
    assert [word for word in WORDS if word not in text] == []
    assert "[Bagan alir]" in text
    assert "rahasia" not in text


def test_each_word_is_found_again_in_html():
    drawn = html(EVERYTHING)
    words = [word for word in WORDS if not word.endswith(".")]
    assert [word for word in words if word not in drawn] == []
    assert '<ol start="3">' in drawn
    assert "<img" not in drawn


@pytest.mark.parametrize(
    "written",
    ["<script>alert(1)</script>", "<b onclick=x>", "<!-- x -->", "[x](javascript:alert(1))",
     "![x](javascript:alert(1))", "[x](data:text/html,y)", "<iframe src=x>"],
)  # fmt: skip
def test_html_of_the_author_is_text(written):
    drawn = html(f"A {written} Z\n\n{written}\n")
    for danger in ("<script", "<b ", "<!--", "<a ", "<img", "<iframe"):
        assert danger not in drawn


@pytest.mark.parametrize("href", ["../SOP-02.yaml", "", "#x", "C:/x", "//x.org"])
def test_a_link_that_leads_nowhere_is_its_text(href):
    assert html(f"[teks]({href})") == "<p>teks</p>\n"
    assert "teks" in text_of(f"[teks]({href})")


def test_a_link_to_the_web_or_the_post_stays():
    assert '<a href="https://a.go.id/?x=1&amp;y">' in html("[t](https://a.go.id/?x=1&y)")
    assert '<a href="mailto:a@b.go.id">' in html("<a@b.go.id>")


@pytest.mark.parametrize(
    ("markdown", "below", "expected"),
    [
        ("# a\n## b\n# c", 0, [1, 2, 1]),
        ("### a\n# b", 0, [1, 1]),
        ("# a\n##### b\n### c", 2, [3, 4, 5]),
        ("# a\n## b", 6, [6, 6]),
    ],
)
def test_headings_stand_below_and_skip_no_level(markdown, below, expected):
    assert levels(tree(markdown, below)) == expected


def test_tables_know_how_their_columns_lie():
    table = next(node for node in tree(EVERYTHING)["children"] if node["kind"] == "table")
    cells = table["children"][0]["children"][0]["children"]
    assert [cell["align"] for cell in cells] == ["left", "right"]


def test_a_line_of_code_that_is_too_long_is_not_cut_off():
    line = "x" * 300
    assert line in "".join(text_of(f"```\n{line}\n```").split())


@pytest.mark.parametrize(
    "written", ["#panic()", "$x$", "@x", "`#eval(x)`", "[#x](https://a.id/#y)"]
)
def test_nothing_is_code_to_typst(written):
    assert written.strip("`").split("]")[0].strip("[") in text_of(f"A {written} Z")


def test_a_table_that_would_fill_the_memory_is_told_and_asked_for_no_picture():
    text = "![a](b.png)\n\n" + "|a" * 70_000
    assert pictures_in(text) == []
    with pytest.raises(SmmError, match="too large tables"):
        tree(text)
