"""What an auditor writes into the table of clauses comes back as questions, once, and nothing else of it."""

from __future__ import annotations

import openpyxl
import pytest

from folders import contents, lay
from running import smm

HOME = """\
kind: qms
id: QMS-01
title: Q
version: "1"
smmkit: 2
as_of: 2026-03-02
organization: {name: Dinas, short_name: D, head: Kepala, language: LANG}
scope: {statement: Layanan}
units: [{id: SEK, title: Sekretariat}]
"""
SENT = """\
kind: submission
id: AJU-1
title: Pengajuan
date: 2026-02-01
recipient: Lembaga
sent: 2026-02-02
"""
HEADS = {
    "id": ("Klausul", "Persyaratan", "Rujukan", "Verifikasi"),
    "en": ("Clause", "Requirement", "Reference", "Verification"),
}


def sheet(tmp_path, heads, *written):
    book = openpyxl.Workbook()
    book.active.append(heads)
    for number, text in enumerate(written, 1):
        book.active.append((f"9.3.{number}", "Tinjauan", "RTM-2021", text))
    book.save(tmp_path / "02-clauses.xlsx")
    return tmp_path / "02-clauses.xlsx"


@pytest.mark.parametrize("lang", ["id", "en"])
def test_it_comes_back_once(tmp_path, lang):
    root = lay(tmp_path / "qms", {"qms.yaml": HOME.replace("LANG", lang), "s.yaml": SENT})
    file = sheet(tmp_path, HEADS[lang], 'Di mana "notula": # 1?\n- dua', None, "aneh \u202e kata")
    assert smm("import", file, root, "--yes").returncode == 0
    text = (root / "s.yaml").read_text("utf-8")
    assert text.startswith(SENT)
    assert text.count("question:") == 2
    assert "9.3.3: aneh kata" in text
    assert "\u202e" not in text
    assert smm("validate", root).returncode == 0
    smm("import", file, root, "--yes")
    assert (root / "s.yaml").read_text("utf-8") == text


def test_a_tick_and_a_word_of_content_ask_nothing(tmp_path):
    root = lay(tmp_path / "qms", {"qms.yaml": HOME.replace("LANG", "id"), "s.yaml": SENT})
    file = sheet(tmp_path, HEADS["id"], "cukup", "\u2713", "Sesuai.", "cukup?", "Belum sesuai")
    done = smm("import", file, root, "--yes")
    text = (root / "s.yaml").read_text("utf-8")
    assert [line.split("question: ")[1] for line in text.splitlines() if "question:" in line] == [
        '"9.3.4: cukup?"',
        '"9.3.5: Belum sesuai"',
    ]
    assert "9.3.1: cukup" in done.stdout


@pytest.mark.parametrize("changed", [{3: "Catatan Auditor"}, {2: "Bukti"}, {1: "Butir"}])
def test_a_heading_may_be_renamed_and_a_column_added(tmp_path, changed):
    """The objectives on another sheet of the file were then taken for what is to be read."""
    root = lay(tmp_path / "qms", {"qms.yaml": HOME.replace("LANG", "id"), "s.yaml": SENT})
    heads = [changed.get(n, text) for n, text in enumerate(HEADS["id"])]
    file = sheet(tmp_path, [*heads, "Tanggal"], "Di mana notulanya?")
    book = openpyxl.load_workbook(file)
    book.create_sheet("Ringkasan", 0).append(["AJU-1: Pengajuan"])
    book.save(file)
    smm("import", file, root, "--yes")
    assert '"9.3.1: Di mana notulanya?"' in (root / "s.yaml").read_text("utf-8")


def test_formulas_are_no_questions_and_an_empty_table_changes_nothing(tmp_path):
    root = lay(tmp_path / "qms", {"qms.yaml": HOME.replace("LANG", "id"), "s.yaml": SENT})
    before = contents(root)
    for written in ('=HYPERLINK("http://x","klik")', None):
        done = smm("import", sheet(tmp_path, HEADS["id"], written), root, "--yes")
        assert "Traceback" not in done.stderr
    assert contents(root) == before


def test_they_come_to_the_submission_that_the_table_names(tmp_path):
    """They went to the one whose day of sending was noted last: where that was forgotten, to an older one."""
    other = SENT.replace("AJU-1", "AJU-2").replace("sent: 2026-02-02\n", "")
    files = {"qms.yaml": HOME.replace("LANG", "id"), "s.yaml": SENT, "t.yaml": other}
    root = lay(tmp_path / "qms", files)
    file = sheet(tmp_path, HEADS["id"], "Di mana notulanya?")
    book = openpyxl.load_workbook(file)
    book.create_sheet("Ringkasan", 0).append(["AJU-2: Pengajuan"])
    book.save(file)
    assert smm("import", file, root, "--yes").returncode == 0
    assert (root / "s.yaml").read_text("utf-8") == SENT
    assert "notulanya" in (root / "t.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("marks", "recommends", "asks"),
    [
        (("x", None), "nothing to add", ()),
        (("tidak", "\u2713"), "settle these points before the audit", ()),
        ((None, "notula 9.3"), "settle these points before the audit", ("notula 9.3",)),
        (("v", "tidak ada"), "nothing to add", ()),
        (("v", "-"), "nothing to add", ()),
        (("v", "notula 9.3"), None, ("notula 9.3",)),
        ((None, None), None, ()),
    ],
)
def test_what_the_auditor_recommends_comes_back(tmp_path, marks, recommends, asks):
    """The boxes below the table had no way back."""
    root = lay(tmp_path / "qms", {"qms.yaml": HOME.replace("LANG", "en"), "s.yaml": SENT})
    file = sheet(tmp_path, HEADS["id"], "cukup")
    book = openpyxl.load_workbook(file)
    table = book.create_sheet("Rekomendasi auditor")
    table.append(["Rekomendasi", "Verifikasi"])
    words = ("tidak ada tambahan", "selesaikan hal-hal ini sebelum audit")
    for row in zip(words, marks, strict=True):
        table.append(row)
    book.save(file)
    smm("import", file, root, "--yes")
    text = (root / "s.yaml").read_text("utf-8")
    assert (f"recommendation: {recommends}\n" in text) is (recommends is not None)
    assert text.count("question:") == len(asks)
    assert all(one in text for one in asks)
    assert smm("validate", root).returncode == 0
    smm("import", file, root, "--yes")
    assert (root / "s.yaml").read_text("utf-8") == text
