"""What every sheet shares: letterhead, paper, pictures, signatures, what goes along."""

import io
import zlib
from dataclasses import replace
from struct import pack

import pypdfium2
import pytest
from PIL import Image
from sheeting import (
    COMMIT,
    DAY,
    HOME,
    PEOPLE,
    approved,
    folder,
    pages_of,
    pdf_of,
    procedure,
    squeezed,
    text_of,
)

from smmkit.analyses.lifecycle.state import standings
from smmkit.arranging.pictures import clean
from smmkit.files.tree import Memory
from smmkit.loading.folder import load
from smmkit.page import Heading
from smmkit.sheets import Seal, sheet
from smmkit.sheets.general import general
from smmkit.typesetting import typeset
from smmkit.typesetting.press import pressing
from smmkit.words import language


def picture(size=(60, 40), form="PNG", mode="RGB", **more):
    """A picture of one colour."""
    out = io.BytesIO()
    Image.new(mode, size, "red").save(out, form, **more)
    return out.getvalue()


def home(more):
    return HOME.replace("head: Kepala Dinas}", f"head: Kepala Dinas, {more}}}")


def laid(text, name="sop.md", **files):
    """A folder with files that are no text."""
    base = {"qms.yaml": HOME, "people.yaml": PEOPLE.replace("CLASS", "rahasia"), name: text}
    qms = load(Memory({**base, **files}), DAY)
    assert [problem.message for _, problem in qms.found] == []
    return qms


def images(pdf):
    """How many pictures each page shows."""
    kind = pypdfium2.raw.FPDF_PAGEOBJ_IMAGE
    return [len(list(page.get_objects(filter=[kind]))) for page in pypdfium2.PdfDocument(pdf)]


def bomb(side=60_000):
    """A PNG of a few bytes that says it is so broad and so high."""

    def chunk(name, data):
        return pack(">I", len(data)) + name + data + pack(">I", zlib.crc32(name + data))

    head = chunk(b"IHDR", pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


REGISTER = """
kind: issues
id: ISU-01
title: Daftar isu
version: "1"
classification: terbuka
entries: [{id: IS-1, title: Isu, side: internal}]
"""


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_the_letterhead_has_logo_lines_and_place(form):
    end = {"PNG": "png", "JPEG": "jpg"}[form]
    more = f"logo: lambang.{end}, letterhead: [Telepon 0000], address: Jalan Contoh, place: Kota"
    files = {"qms.yaml": home(more), f"lambang.{end}": picture(form=form)}
    pdf = pdf_of(laid(REGISTER, "isu.yaml", **files), "ISU-01")
    first = pages_of(pdf)[0]
    assert images(pdf)[0] == 1
    assert b"/Alt(Logo Dinas)" in pdf
    assert "Telepon 0000" in first
    assert "Jalan Contoh" in first
    assert "Kota, ......" in first


def test_a_logo_goes_along_to_the_process_that_sets_the_sheet(monkeypatch):
    files = {"qms.yaml": home("logo: lambang.png"), "lambang.png": picture()}
    qms = laid(REGISTER, "isu.yaml", **files)
    here = pdf_of(qms, "ISU-01")
    monkeypatch.setattr(typeset, "compiled", None)  # so that only another process can set it
    with pressing():
        assert pdf_of(qms, "ISU-01") == here


@pytest.mark.parametrize("content", [b"", b"<svg/>", b"\x89PNG\r\n\x1a\n", bomb(), picture()[:60]])
def test_a_logo_that_cannot_be_shown_is_named(content):
    files = {"qms.yaml": home("logo: lambang.png"), "lambang.png": content}
    pdf = pdf_of(laid(REGISTER, "isu.yaml", **files), "ISU-01", "en")
    assert images(pdf)[0] == 0
    assert "lambang.png cannot be shown" in pages_of(pdf)[0]


@pytest.mark.parametrize("logo", ["../luar.png", "/etc/passwd.png", "tidak-ada.png"])
def test_a_logo_is_taken_from_the_folder_alone(logo):
    pdf = pdf_of(laid(REGISTER, "isu.yaml", **{"qms.yaml": home(f"logo: {logo}")}), "ISU-01")
    assert images(pdf)[0] == 0


def test_a_picture_leaves_all_but_its_pixels_at_home():
    exif = Image.Exif()
    exif[0x010E] = "Rahasia"
    made, size = clean(picture(form="JPEG", exif=exif))
    assert b"Rahasia" not in made
    assert size == (60, 40)
    assert not Image.open(io.BytesIO(made)).getexif()


def test_a_transparent_picture_lies_on_white():
    made, _ = clean(picture(mode="RGBA"))
    assert Image.open(io.BytesIO(made)).mode == "RGB"


def test_a_picture_in_the_prose_is_shown_and_told_if_no_approval_covers_it():
    prose = "Sebelum.\n\n![Alur kerja](gambar/alur%20satu.png)\n\n![](gambar/b.png) Sesudah.\n"
    files = {"gambar/alur satu.png": picture(), "gambar/b.png": picture((3000, 20))}
    loose = pdf_of(laid(procedure(prose=prose), **files), code="en")
    assert sum(images(loose)) == 2
    assert b"/Alt(Alur kerja)" in loose
    assert "no approval covers it" in " ".join(pages_of(loose))
    more = "attached: [gambar/alur satu.png, gambar/b.png]"
    sealed = pdf_of(laid(procedure(more=more, prose=prose), **files), code="en")
    assert "no approval covers it" not in " ".join(pages_of(sealed))


def test_a_picture_that_cannot_be_shown_is_told():
    prose = "![Peta](peta.svg) ![Luar](https://contoh.example/a.png) ![Rusak](rusak.png)"
    pdf = pdf_of(laid(procedure(prose=prose), **{"rusak.png": b"tidak"}))
    text = text_of(pdf)
    assert sum(images(pdf)) == 0
    assert "[Peta:peta.svg]" in text
    assert "[Luar:https://contoh.example/a.png]" in text
    assert "[Rusak:rusak.png]" in text


def test_pictures_stand_in_tables_lists_and_quotes():
    shown = "![Alur](alur.png)"
    prose = f"| a | b |\n|---|---|\n| {shown} | 1 |\n\n- {shown}\n\n> {shown}\n\n**{shown}**\n"
    assert sum(images(pdf_of(laid(procedure(prose=prose), **{"alur.png": picture()})))) == 4


def test_every_page_bears_its_class():
    pages = pages_of(pdf_of(approved(procedure()), code="en"))
    assert all("BOLEH KELUAR" in page for page in pages)


def test_who_approved_signs_and_a_draft_has_room_for_it():
    given = pages_of(pdf_of(approved(REGISTER, "isu.yaml"), "ISU-01", "en"))[0]
    assert "Approved by" in given
    assert "5 January 2026" in given
    draft = pages_of(pdf_of(folder(REGISTER, "isu.yaml"), "ISU-01", "en"))[0]
    assert "To be approved by" in draft
    assert "Kepala Dinas" in draft


FINDING = """{kind: finding, id: T-1, title: Temuan, date: 2026-02-01, classification: terbuka,
 audit: AI-1, grade: minor, clause: '7.5', unit: SEK, statement: Formulir lama dipakai%s}"""
AUDIT = """{kind: audit, id: AI-1, title: Audit, date: 2026-02-01, audit_type: internal,
 classification: terbuka, auditors: [{person: P-01, lead: true}]}"""


@pytest.mark.parametrize(
    ("more", "stamp"),
    [
        ("", "OPEN"),
        (", response_due: 2026-02-10", "LATE"),
        (", action: {what: Menarik, due: 2026-02-20}", "LATE"),
        (", action: {what: Menarik, due: 2026-02-20, done: 2026-02-19}", "OPEN"),
        (", response_due: 2026-02-10, accepted: 2026-02-09", "SETTLED"),
    ],
)
def test_a_finding_is_stamped_and_has_three_places_to_sign(more, stamp):
    qms = laid(FINDING % more, "t.yaml", **{"ai.yaml": AUDIT})
    first = pages_of(pdf_of(qms, "T-1", "en"))[0]
    assert stamp in first
    for signer in ("Lead auditor", "For the unit", "Effectiveness checked by"):
        assert signer in first
    for part in ("Problem", "Location", "Objective evidence", "Reference", "Cause"):
        assert part in first


def test_content_comes_first_and_the_control_table_last():
    text = squeezed("".join(pages_of(pdf_of(approved(REGISTER, "isu.yaml"), "ISU-01", "en"))))
    assert text.index("IS1") < text.index("Approvedby") < text.index("Documentcontrol")


def test_files_that_go_along_are_linked():
    text = "{kind: document, id: DOK-01, title: D, version: '1', classification: terbuka, file: b/a.pdf}"
    qms = laid(text, "d.yaml", **{"b/a.pdf": b"%PDF"})
    seal = Seal(DAY, qms.fact(standings)["DOK-01"], COMMIT)
    along = replace(seal, files={"b/a.pdf": "files/DOK-01/a.pdf"})
    english = language("en")
    pdf = sheet(qms.things["DOK-01"], qms, english, seal=along)
    assert b"/URI(../files/DOK-01/a.pdf)" in pdf
    assert squeezed("files/DOK-01/a.pdf") in text_of(pdf)
    assert b"/URI(../" not in sheet(qms.things["DOK-01"], qms, english, seal=seal)


def test_headings_skip_no_level():
    qms = laid(
        REGISTER.replace("internal}", "internal}, {id: IS-2, title: Lain, side: external}"),
        "isu.yaml",
    )
    values = general(qms.things["ISU-01"], qms)
    headings = [b for part in values["parts"] for b in part.blocks if isinstance(b, Heading)]
    assert [one.level for one in headings] == [1, 1]
    prose = "### Dalam\n\nIsi yang cukup panjang.\n"
    pdf = pdf_of(laid(procedure(prose=prose)), code="en")
    assert b"/H1" in pdf
    assert b"/H3" not in pdf


@pytest.mark.parametrize(("lines", "alone"), [(24, False), (32, True), (45, False)])
def test_signatures_that_begin_a_page_say_what_is_signed(lines, alone):
    head = "---\nkind: document\nid: D-1\ntitle: D\nversion: '1'\nclassification: terbuka\n---\n"
    text = head + "".join(f"Kalimat {n}.\n\n" for n in range(lines))
    pages = pages_of(pdf_of(folder(text, "d.md"), "D-1", "en"))
    (page,) = (page for page in pages if "To be approved by" in page)
    assert ("Signed here: the text that ends on page 1." in page) is alone
