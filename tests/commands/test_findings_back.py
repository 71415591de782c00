"""What an auditor writes into the sheet of findings of a bundle comes back: accepted, asked, or new."""

from __future__ import annotations

from datetime import date

import openpyxl
import pytest
from docx import Document

from folders import contents, home, lay
from running import smm
from smmkit.analyses.leaving.audit_trail import trail as audit_trail
from smmkit.analyses.leaving.places import Places
from smmkit.documents.submission import Submission
from smmkit.files.tree import Disk
from smmkit.formats import draw
from smmkit.loading.folder import load
from smmkit.reports import trail
from smmkit.words import language

AUDIT = """\
kind: audit
id: AE-1
title: Surveilan
date: 2026-01-05
audit_type: surveillance
"""
FINDING = """\
kind: finding
id: {id}
title: F
date: 2026-01-05
audit: AE-1
grade: {grade}
clause: "8.1"
unit: SEK
statement: Something was seen of {id}.
"""
SENT = """\
kind: submission
id: AJU-1
title: Answers
date: 2026-02-01
recipient: Body
"""


@pytest.fixture(params=["id", "en"])
def root(tmp_path, request):
    """A folder in one of the languages, with findings of a body."""
    units = {"SEK": "Sekretariat"}
    files = {
        "qms.yaml": home(language=request.param, as_of="2026-03-02", units=units),
        "a.yaml": AUDIT,
        "s.yaml": SENT,
        "old.yaml": SENT.replace("AJU-1", "AJU-0") + "sent: 2026-02-01\n",
    }
    grades = {"T-1": "minor", "T-2": "minor", "T-3": "observation", "T-4": "major"}
    for id_, grade in grades.items():
        files[f"{id_}.yaml"] = FINDING.format(id=id_, grade=grade)
    files["T-3.yaml"] += "closed: 2026-01-20\n"
    return lay(tmp_path / "qms", files)


def sheet(root, code, form):
    """The sheet as a bundle has it, in a language."""
    qms = load(Disk(root))
    (sent,) = (one for one in qms.of(Submission) if one.id == "AJU-1")
    page = trail.page(qms, sent, audit_trail(qms), None, Places({}, {}), None)
    file = root.parent / f"03-findings.{form}"
    file.write_bytes(draw(page, form, language(code), day=date(2026, 3, 2)))
    return file


def filled(file, said, added=()):
    """What an auditor writes behind each id, and below the rows."""
    if file.suffix == ".xlsx":
        book = openpyxl.load_workbook(file)
        table = book.worksheets[1]
        for row in table.iter_rows(min_row=2):
            row[-1].value = said.get(row[0].value)
        if added:
            table.append(added)
        book.save(file)
    else:
        text = Document(file)
        for row in text.tables[-1].rows[1:]:
            row.cells[-1].text = said.get(row.cells[0].text.strip(), "")
        text.save(file)
    return file


@pytest.mark.parametrize("form", ["xlsx", "docx"])
@pytest.mark.parametrize("code", ["id", "en"])
def test_as_it_was_sent_it_says_nothing(root, code, form):
    """Each row that the folder has became a new finding of the last audit."""
    before = contents(root)
    done = smm("import", sheet(root, code, form), root, "--yes", "--lang", "en")
    assert contents(root) == before
    assert "nothing is written in the column for the auditor" in done.stdout
    assert "what is still missing" not in " ".join(done.stdout.split())


@pytest.mark.parametrize("form", ["xlsx", "docx"])
@pytest.mark.parametrize(
    ("code", "accepted"),
    [("id", "Diterima 25 Februari 2026"), ("en", "accepted on 25 February 2026")],
)
def test_what_is_accepted_and_what_is_asked_come_back_once(root, code, accepted, form):
    said = {"T-1": accepted, "T-2": "Belum diterima: bukti?", "T-3": "\u2713", "T-4": "-"}
    file = filled(sheet(root, code, form), said)
    assert smm("import", file, root, "--yes").returncode == 0
    assert (root / "T-1.yaml").read_text("utf-8").endswith("accepted: 2026-02-25\n")
    assert (root / "T-3.yaml").read_text("utf-8").endswith("accepted: 2026-03-02\n")
    assert (root / "T-4.yaml").read_text("utf-8") == FINDING.format(id="T-4", grade="major")
    told = (root / "s.yaml").read_text("utf-8")
    assert 'question: "T-2: Belum diterima: bukti?"' in told
    assert "questions" not in (root / "old.yaml").read_text("utf-8")
    before = contents(root)
    smm("import", file, root, "--yes")
    assert contents(root) == before


def test_a_word_in_place_of_ours_for_the_state_counts_too(root):
    """Who has no column of their own writes there; it was not taken."""
    file = sheet(root, "id", "xlsx")
    book = openpyxl.load_workbook(file)
    for row in book.worksheets[1].iter_rows(min_row=2):
        row[7].value = "diterima auditor" if row[0].value == "T-1" else row[7].value
    book.save(file)
    smm("import", file, root, "--yes")
    assert "accepted: 2026-03-02" in (root / "T-1.yaml").read_text("utf-8")
    assert "accepted" not in (root / "T-2.yaml").read_text("utf-8")


def test_a_row_that_the_auditor_adds_is_a_new_finding(root):
    added = ["", "AE-1", "minor", "7.5.3", "Two old copies are still in use.", "", "", "", ""]
    smm("import", filled(sheet(root, "en", "xlsx"), {}, added), root, "--yes")
    (new,) = [path for path in root.rglob("*.yaml") if "old copies" in path.read_text("utf-8")]
    text = new.read_text("utf-8")
    assert 'clause: "7.5.3"' in text
    assert "audit: AE-1" in text
    assert len(list(root.rglob("*.yaml"))) == 9


@pytest.mark.parametrize("said", ["accepted 2025-12-31", "accepted 2030-01-01"])
def test_a_day_on_which_nobody_can_have_accepted_it_is_told(root, said):
    before = contents(root)
    done = smm(
        "import", filled(sheet(root, "en", "xlsx"), {"T-1": said}), root, "--yes", "--lang", "en"
    )
    assert "cannot be accepted then" in done.stdout
    assert contents(root) == before


@pytest.mark.parametrize("heading", ["Kode", "Code", "Ref", "Finding"])
def test_a_list_that_names_our_findings_makes_none_anew(root, heading):
    """Whatever the column of the ids is called."""
    book = openpyxl.Workbook()
    book.active.append([heading, "Klausul", "Kategori", "Uraian temuan"])
    book.active.append(["T-2", "8.1", "minor", "In other words."])
    book.save(root.parent / "list.xlsx")
    before = contents(root)
    done = smm("import", root.parent / "list.xlsx", root, "--yes", "--lang", "en")
    assert "known already" in done.stdout
    assert contents(root) == before
