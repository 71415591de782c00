"""The door to typst: what comes out lasts, is the same each time, and holds no code of others."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pypdfium2
import pytest

from running import outputs
from smmkit.typesetting.typeset import FONTS, TEMPLATES, UNPRINTABLE, printable, typeset

DAY = date(2026, 3, 1)
PROGRAM = """
import hashlib, sys
from datetime import date
from smmkit.typesetting.typeset import typeset
data = {"title": "Uji", "subtitle": "", "footer": "{page}/{pages}", "landscape": False,
        "blocks": [{"kind": "prose", "text": "Satu dua", "tone": "good"}]}
made = typeset("page", data, language="id", day=date(2026, 3, 1))
sys.stdout.write(hashlib.sha256(made).hexdigest())
"""


def made(*blocks, title="Uji"):
    data = {
        "title": title,
        "subtitle": "",
        "footer": "Halaman {page} dari {pages}",
        "landscape": False,
        "blocks": blocks,
    }
    return typeset("page", data, language="id", day=DAY)


def prose(text):
    return {"kind": "prose", "text": text, "tone": "plain"}


def text_of(pdf):
    pages = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in pages)


def test_it_claims_to_last_and_to_be_accessible():
    pdf = made(prose("Isi"))
    assert b"<pdfaid:part>2</pdfaid:part>" in pdf
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in pdf
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert b"2026-03-01" in pdf
    assert b"/Lang" in pdf
    assert pypdfium2.PdfDocument(pdf).get_metadata_value("Title") == "Uji"


def test_the_day_is_that_of_the_page_and_not_the_clock():
    document = pypdfium2.PdfDocument(made(prose("Isi")))
    assert document.get_metadata_value("CreationDate").startswith("D:20260301")


def test_a_template_without_a_date_bears_the_day_too(monkeypatch, tmp_path):
    (tmp_path / "try.typ").write_text('#set document(title: "x")\nx')
    monkeypatch.setattr("smmkit.typesetting.typeset.TEMPLATES", tmp_path)
    made_twice = {typeset("try", {}, language="id", day=day) for day in (DAY, DAY)}
    document = pypdfium2.PdfDocument(made_twice.pop())
    assert document.get_metadata_value("CreationDate").startswith("D:20260301")


def test_the_same_bytes_here_and_there():
    places = [
        {"TZ": "Asia/Tokyo", "LC_ALL": "C"},
        {"TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1"},
    ]
    hashes = outputs(PROGRAM, places=places)
    assert len(hashes) == 1
    assert len(hashes.pop()) == 64


def test_threads_do_not_mix_up_what_they_are_given():
    with ThreadPoolExecutor(4) as pool:
        pdfs = list(pool.map(lambda n: made(prose(f"nomor-{n}-nya")), range(12)))
    assert all(f"nomor-{n}-nya" in text_of(pdf) for n, pdf in enumerate(pdfs))


@pytest.mark.parametrize(
    "written",
    ["#panic()", "$x$", "@x", "<label>", "*a* _b_", "#{1+1}", "\\u{41}", '"; panic(); "', "// x"],
)
def test_what_people_write_is_never_code(written):
    assert written in text_of(made(prose(f"A {written} Z"), title=written))


def test_every_character_that_is_let_through_can_be_shown():
    shown = [chr(n) for n in range(0x20, 0x3000) if not UNPRINTABLE.match(chr(n))]
    lines = [" ".join(shown[n : n + 40]) for n in range(0, len(shown), 40)]
    assert len(shown) > 1500
    made(prose("\n".join(lines)))


@pytest.mark.parametrize(
    ("written", "named"),
    [("😀", "[U+1F600]"), ("日", "[U+65E5]"), ("\x07", "[U+0007]"), ("\ud800", "[U+D800]")],
)
def test_a_character_without_a_glyph_is_named(written, named):
    assert named in text_of(made(prose(f"a {written} b")))


def test_what_is_no_text_stays_as_it_is():
    given = {"a": [1, 2.5, None, True], "b": "x\r\ny\tz"}
    assert printable(given) == {"a": [1, 2.5, None, True], "b": "x\ny z"}


def test_our_own_faces_are_used():
    assert b"Inter-Regular" in made(prose("Isi"))
    assert {path.suffix for path in FONTS.iterdir()} >= {".otf", ".txt"}
    assert all(path.stat().st_size < 150_000 for path in FONTS.iterdir())


def test_a_template_gets_its_files(monkeypatch, tmp_path):
    (tmp_path / "try.typ").write_text(
        '#set document(title: "x")\n#read("/files/a/b.txt") #json("/given.json").language'
    )
    monkeypatch.setattr("smmkit.typesetting.typeset.TEMPLATES", tmp_path)
    pdf = typeset("try", {}, language="id", day=DAY, files={"a/b.txt": b"isi berkas"})
    assert "isi berkas id" in text_of(pdf)
    assert [path.name for path in tmp_path.iterdir()] == ["try.typ"]


@pytest.mark.parametrize("fault", ["#par(block[lost])", '#text(font: "No Such Font")[x]', "#oops"])
def test_what_the_compiler_warns_of_is_an_error(monkeypatch, tmp_path, fault):
    (tmp_path / "try.typ").write_text(f'#set document(title: "x")\n{fault}\n')
    monkeypatch.setattr("smmkit.typesetting.typeset.TEMPLATES", tmp_path)
    with pytest.raises(RuntimeError, match=r"templates/try\.typ"):
        typeset("try", {}, language="id", day=DAY)


def test_no_template_asks_the_network():
    for template in TEMPLATES.rglob("*.typ"):
        assert "@preview" not in template.read_text(encoding="utf-8")
