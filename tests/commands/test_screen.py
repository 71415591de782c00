"""`smm screen` and what it keeps `smm bundle` from sending."""

from __future__ import annotations

import io
import json
import zipfile

import openpyxl
import pytest
from PIL import Image

from folders import contents, lay
from running import smm
from smmkit.bundle import stops

NIP, NIK = "19850312 201001 2 003", "5371015203850004"
HOME = """
kind: qms
id: QMS-01
title: Contoh
version: "1"
smmkit: 2
as_of: 2026-03-02
organization: {name: Dinas Contoh, short_name: DC, head: Kepala Dinas, language: en}
scope: {statement: Layanan.}
units: [{id: SEK, title: Sekretariat}]
classes:
  - {id: terbuka, title: Terbuka, outside: true}
  - {id: rahasia, title: Rahasia}
"""
PEOPLE = """
kind: people
id: ORG-01
title: Orang
version: "1"
owner: SEK
classification: rahasia
entries:
  - id: P-01
    title: Ratna Cakrawala
    assignments: [{role: Kepala Dinas, unit: SEK, since: 2018-09-03}]
  - {id: P-02, title: Damar Segara}
"""
RECORD = """
kind: coaching
id: BIN-1
title: Pembinaan mutu
date: 2026-02-03
owner: SEK
classification: terbuka
recorded_by: P-01
coach: Inspektorat
topic: Mutu
evidence: [FILES]
"""
SUBMISSION = """
kind: submission
id: AJU-1
title: Pengajuan
date: 2026-03-01
owner: SEK
classification: rahasia
recipient: Lembaga
include: [BIN-1]
"""


def photo() -> bytes:
    stream, exif = io.BytesIO(), Image.Exif()
    exif[315] = "Budi Santoso"
    Image.new("RGB", (8, 4), "red").save(stream, "jpeg", exif=exif)
    return stream.getvalue()


def table() -> bytes:
    book, stream = openpyxl.Workbook(), io.BytesIO()
    book.active["A1"] = "gaji"
    book.create_sheet("x").sheet_state = "hidden"
    book["x"]["C3"] = f"NIK {NIK}"
    book.properties.creator = "Budi Santoso"
    book.save(stream)
    return stream.getvalue()


def qms(tmp_path, more: str = "", **files: bytes):
    named = {name.replace("_", "."): data for name, data in files.items()}
    return lay(
        tmp_path / "qms",
        {
            "qms.yaml": HOME.lstrip(),
            "orang.yaml": PEOPLE.lstrip(),
            "b.yaml": RECORD.lstrip().replace("FILES", ", ".join(named)),
            "p.yaml": SUBMISSION.lstrip() + more,
            **named,
        },
    )


def screened(root):
    done = smm("screen", root, "--format", "json")
    return done.returncode, json.loads(done.stdout)


def bundled(root, tmp_path):
    return smm("bundle", root, "-o", tmp_path / "out.zip")


def test_what_is_hidden_in_a_file_blocks_with_its_place_and_nothing_is_made(tmp_path):
    root = qms(tmp_path, a_xlsx=table())
    before = contents(root)
    code, told = screened(root)
    assert code == 1
    assert [(o["file"], o["data"], o["count"], o["places"][0]["place"]) for o in told["open"]] == [
        ("a.xlsx", "nik", 1, "sheet x, cell C3 (hidden)")
    ]
    assert NIK not in json.dumps(told)
    done = bundled(root, tmp_path)
    assert done.returncode == 1
    assert "No bundle was made" in done.stderr
    assert not (tmp_path / "out.zip").exists()
    checked = smm("bundle", root, "--check")
    assert checked.returncode == 1
    assert "no: 1 reason below" in checked.stdout
    assert "personal data that nobody has accepted: 1" in checked.stdout
    assert contents(root) == before


ACCEPTED = """
accepted_data:
  - {file: a.xlsx, data: nik, count: COUNT, reason: REASON, by: BY, on: ON}
"""
GOOD = {
    "COUNT": "1",
    "REASON": "Pemiliknya menyetujui secara tertulis.",
    "BY": "P-01",
    "ON": "2026-03-01",
}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({}, 0),
        ({"COUNT": "0"}, 1),
        ({"REASON": "nanti"}, 1),
        ({"BY": "P-99"}, 1),
        ({"ON": "2027-01-01"}, 1),
    ],
)
def test_a_person_accepts_so_many_of_one_sort_in_one_file_with_a_reason(tmp_path, change, code):
    text = ACCEPTED
    for word, value in {**GOOD, **change}.items():
        text = text.replace(word, value)
    root = qms(tmp_path, text, a_xlsx=table())
    assert screened(root)[0] == code
    assert bundled(root, tmp_path).returncode == code


def test_a_picture_waits_for_a_person_who_looks_at_these_very_bytes(tmp_path):
    root = qms(tmp_path, a_jpg=photo())
    code, told = screened(root)
    (dark,) = told["to_be_seen"]
    assert (code, dark["file"]) == (1, "a.jpg")
    seen = f'seen:\n  - {{file: a.jpg, fingerprint: "{dark["fingerprint"]}", by: P-01, on: 2026-03-01}}\n'
    lay(root, {"p.yaml": SUBMISSION.lstrip() + seen})
    assert screened(root)[0] == 0
    assert bundled(root, tmp_path).returncode == 0
    lay(root, {"a.jpg": photo() + b"\0"})
    assert screened(root)[0] == 1


def test_the_copy_that_is_sent_names_nobody_and_the_file_stays_as_it_is(tmp_path):
    text = ACCEPTED
    for word, value in GOOD.items():
        text = text.replace(word, value)
    root = qms(tmp_path, text, a_xlsx=table())
    told = screened(root)[1]
    assert [(r["file"], r["data"]) for r in told["removed"]] == [("a.xlsx", "author")]
    before = contents(root)
    assert bundled(root, tmp_path).returncode == 0
    assert contents(root) == before
    with zipfile.ZipFile(tmp_path / "out.zip") as bundle:
        (name,) = [n for n in bundle.namelist() if n.endswith("a.xlsx")]
        inner = zipfile.ZipFile(io.BytesIO(bundle.read(name)))
        assert b"Budi" not in inner.read("docProps/core.xml")


def test_who_signs_in_office_is_told_apart_and_does_not_block(tmp_path):
    text = "Kepala Dinas,\nRatna Cakrawala\nNIP 19750101 200003 2 001\n"
    root = qms(tmp_path, a_txt=text.encode())
    code, told = screened(root)
    assert code == 0
    assert {o["data"] for o in told["officers"]} == {"name", "nip"}
    lay(root, {"a.txt": text.replace("Kepala Dinas", "Hadir").encode()})
    assert {o["data"] for o in screened(root)[1]["open"]} == {"name", "nip"}


@pytest.mark.parametrize(("lang", "word"), [("en", "hidden"), ("id", "tersembunyi")])
@pytest.mark.parametrize("form", ["text", "html"])
def test_it_speaks_both_languages_and_shows_what_to_write(tmp_path, lang, word, form):
    root = qms(tmp_path, a_xlsx=table(), b_jpg=photo())
    done = smm("screen", root, "--lang", lang, "--format", form)
    assert done.returncode == 1
    assert word in done.stdout
    assert "accepted_data:" in done.stdout
    assert NIK not in done.stdout


@pytest.mark.parametrize("name", ["a_pdf", "a_docx", "a_xlsx", "a_csv", "a_jpg", "a_bin"])
def test_a_broken_file_is_no_crash(tmp_path, name):
    root = qms(tmp_path, **{name: b"PK\x03\x04broken"})
    assert smm("screen", root).returncode in {0, 1}


PEOPLE_AS = [("codes", "P-01, Kepala Dinas, SEK"), ("names", "Ratna Cakrawala, Kepala Dinas")]


@pytest.mark.parametrize(("people", "shown"), [*PEOPLE_AS, ("", "P-01, Kepala Dinas, SEK")])
def test_people_appear_by_code_or_by_name_as_the_submission_says(tmp_path, people, shown):
    import pypdfium2

    root = qms(tmp_path, f"people: {people}\n" if people else "", a_txt=b"x")
    assert bundled(root, tmp_path).returncode == 0
    with zipfile.ZipFile(tmp_path / "out.zip") as bundle:
        (name,) = [n for n in bundle.namelist() if "BIN-1" in n and n.endswith(".pdf")]
        document = pypdfium2.PdfDocument(bundle.read(name))
    text = " ".join(" ".join(p.get_textpage().get_text_bounded() for p in document).split())
    assert shown in text
    assert ("Ratna" in text) == (people == "names")


def test_a_file_that_opens_and_shows_nothing_waits_for_a_person(tmp_path):
    """An empty workbook, saved over the proof by a slip, left as if it proved something."""
    stream = io.BytesIO()
    openpyxl.Workbook().save(stream)
    (dark,) = screened(qms(tmp_path, a_xlsx=stream.getvalue()))[1]["to_be_seen"]
    assert (dark["file"], dark["why"]) == ("a.xlsx", ["nothing stands in it that can be read"])


@pytest.mark.long
def test_a_bundle_too_large_to_send_stops_the_dry_run_as_it_does_the_bundle(tmp_path, monkeypatch):
    root = qms(tmp_path, a_csv=b"bulan,nilai\n2026-01,3\n")
    monkeypatch.setattr(stops, "LARGEST", 2**10)
    told = "most ways to send it take"
    checked, done = smm("bundle", root, "--check"), bundled(root, tmp_path)
    assert [(one.returncode, told in one.stdout + one.stderr) for one in (checked, done)] == [
        (1, True),
        (1, True),
    ]
    monkeypatch.undo()
    assert [smm("bundle", root, "--check").returncode, bundled(root, tmp_path).returncode] == [0, 0]
