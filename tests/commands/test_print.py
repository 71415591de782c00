"""`smm print`: the paper to be signed, and where it goes."""

from __future__ import annotations

import pypdfium2
import pytest
from approving import PEOPLE, SOP, laid, printed

from folders import contents
from running import smm


def pages(file):
    """The text of each page, without what breaks a line."""
    document = pypdfium2.PdfDocument(file)
    return ["".join(page.get_textpage().get_text_bounded().split()) for page in document]


def fingerprint(folder):
    """The fingerprint of the draft."""
    from smmkit.analyses.lifecycle.fingerprint import fingerprint as of
    from smmkit.files.tree import Disk
    from smmkit.loading.folder import load

    qms = load(Disk(folder))
    return of(qms.things["SOP-01"], qms).removeprefix("sha256:")


def test_each_page_carries_the_fingerprint_short_and_in_full(tmp_path):
    home = laid(tmp_path / "qms", a__md=SOP + "A paragraph.\n\n" * 120)
    found = pages(printed(home, tmp_path / "s.pdf"))
    digits = fingerprint(home)
    assert len(found) > 2
    assert all(f"Fingerprint{digits[:16]}" in page and digits in page for page in found)
    assert not any("DRAFT" in page for page in found)


def test_there_is_a_place_for_each_post_and_the_reviewer_with_names(tmp_path):
    two = "signatories: [{kinds: [procedure], roles: [Head, Chief], since: 2026-01-01}]\n"
    home = laid(tmp_path / "qms", two, a__md=SOP.replace("steps:", "reviewer: P-2\nsteps:"))
    last = pages(printed(home, tmp_path / "s.pdf"))[-1]
    for said in ("Reviewedby", "Head", "Chief", "AyuRekaan", "BudiRekaan", "Place", "Date"):
        assert said in last, said
    assert last.count("Approvedby") == 3  # twice above a place, once above the column of versions


def test_the_changes_of_every_version_are_told(tmp_path):
    home = laid(tmp_path / "qms")
    smm("approve", "SOP-01", home, "--by", "P-1", "--on", "2026-02-01")
    text = (home / "a.md").read_text()
    text = text.replace('version: "1"\nsteps', 'version: "2"\nchange_note: A counter online\nsteps')
    (home / "a.md").write_text(text)
    last = pages(printed(home, tmp_path / "s.pdf"))[-1]
    assert "1-1February2026Head,1February2026" in last
    assert "2Acounteronline--" in last


@pytest.mark.parametrize(("paper", "size"), [("a4", (210, 297)), ("f4", (215, 330))])
def test_the_paper_is_chosen(tmp_path, paper, size):
    home = laid(tmp_path / "qms")
    file = tmp_path / "s.pdf"
    assert smm("print", "SOP-01", home, "-o", file, "--paper", paper).returncode == 0
    found = {
        tuple(round(mm * 25.4 / 72) for mm in p.get_size()) for p in pypdfium2.PdfDocument(file)
    }
    assert found <= {size, size[::-1]}
    assert size in found


def test_papers_have_a_name_of_their_own_text_and_change_no_document(tmp_path):
    home = laid(tmp_path / "qms")
    before = contents(home)
    for _ in range(2):
        done = smm("print", "sop-01", "PPL-01", cwd=home)
        assert done.returncode == 0, done.stderr
    made = sorted(path.name for path in (home / "print").iterdir())
    assert made == [f"PPL-01-v1-{made[0][10:18]}.pdf", f"SOP-01-v1-{fingerprint(home)[:8]}.pdf"]
    now = contents(home)
    assert {name: now[name] for name in before} == before
    assert "SMM209" not in smm("validate", home).stdout


def test_a_scan_that_lies_under_that_name_is_not_written_over(tmp_path):
    home = laid(tmp_path / "qms")
    smm("print", "SOP-01", cwd=home)
    (file,) = (home / "print").iterdir()
    file.write_bytes(b"the scan")
    done = smm("print", "SOP-01", cwd=home)
    assert (done.returncode, file.read_bytes()) == (2, b"the scan")


@pytest.mark.parametrize(
    ("ids", "output", "said"),
    [
        (["SOP-01", "PPL-01"], "s.pdf", "for several documents name a folder"),
        (["SOP-01"], "s.docx", "name a file that ends in .pdf, or a folder"),
        (["SOP-02"], "s.pdf", "a blank that is still to be filled in"),
        (["P-1"], "s.pdf", "stands in PPL-01 (p.yaml:6)"),
    ],
)
def test_misuse(tmp_path, ids, output, said):
    blank = SOP.replace("SOP-01", "SOP-02").replace("Leave of absence", "(fill in)")
    home = laid(tmp_path / "qms", b__md=blank)
    done = smm("print", *ids, home, "-o", tmp_path / output)
    assert (done.returncode, said in done.stderr) == (2, True), done.stderr
    assert not (tmp_path / output).exists()


def test_what_was_changed_under_its_version_or_is_withdrawn_is_not_printed(tmp_path):
    home = laid(tmp_path / "qms")
    smm("approve", "SOP-01", home, "--by", "P-1", "--on", "2026-02-01")
    text = (home / "a.md").read_text()
    (home / "a.md").write_text(text + "More.\n")
    done = smm("print", "SOP-01", home, "-o", tmp_path / "s.pdf")
    assert (done.returncode, "give it a new version at a.md:5" in done.stderr) == (2, True)
    (home / "a.md").write_text(text.replace("steps:", "withdrawn: 2026-02-15\nsteps:"))
    done = smm("print", "SOP-01", home, "-o", tmp_path / "s.pdf")
    assert (done.returncode, "is no longer in force (withdrawn)" in done.stderr) == (2, True)


def test_a_post_that_nobody_holds_has_a_place_without_a_name(tmp_path):
    nobody = PEOPLE.replace("role: Head", "role: Adviser")
    home = laid(tmp_path / "qms", p__yaml=nobody)
    last = pages(printed(home, tmp_path / "s.pdf"))[-1]
    assert "Head" in last
    assert "Ayu" not in last


FINDING = """\
kind: finding
id: T-1
title: Reply late
date: 2026-01-20
audit: A-1
grade: minor
clause: "8.2.1"
unit: U-1
statement: Three replies came after the promised day.
causes:
  - {bone: method, what: Nobody counts the days}
"""
AUDIT = """\
kind: audit
id: A-1
title: Internal audit
date: 2026-01-20
audit_type: internal
units: [U-1]
auditors: [{name: Citra Rekaan, body: Other office, lead: true}]
conclusion: The counter keeps what it promises, but for replies.
"""


def test_a_record_is_printed_too_on_the_paper_that_is_chosen(tmp_path):
    home = laid(tmp_path / "qms", t__yaml=FINDING, u__yaml=AUDIT)
    done = smm("print", "T-1", "A-1", home, "--paper", "f4", "-o", tmp_path / "out", "--lang", "en")
    assert done.returncode == 0, done.stderr
    assert "t.yaml: `evidence:`" in done.stdout
    first, second = sorted((tmp_path / "out").glob("*.pdf"))
    assert second.name.startswith("T-1-")
    assert "Citra" in "".join(pages(first))
    assert "Nobodycountsthedays" in "".join(pages(second))
    width, height = pypdfium2.PdfDocument(second)[0].get_size()
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (215, 330)


def test_what_a_record_still_lacks_is_said_before_hands_are_put_to_it(tmp_path):
    checks = (
        "units: [U-1, U-2]\nchecklist:\n  - {clause: '8.5.1', unit: U-2, question: How do you begin?, "
        "status: conform, seen: Two files of May}\n"
    )
    bare = AUDIT.replace("units: [U-1]\n", checks).partition("conclusion")[0]
    extra = "units: [{id: U-1, title: Counter}, {id: U-2, title: Archive}]\n"
    home = laid(tmp_path / "qms", extra, t__yaml=bare)
    done = smm("print", "A-1", home, "-o", tmp_path / "a.pdf", "--lang", "en")
    assert done.returncode == 0, done.stderr
    said = done.stdout.splitlines()
    assert said[0].endswith("t.yaml: `report:`")
    assert "  no question was put to U-1" in said
    assert "  what the audit says as a whole is not written down: `conclusion:`" in said
    assert any("`agenda:`" in line for line in said[2:])


def test_each_of_several_records_is_said_to_lack_what_it_lacks_alone(tmp_path):
    home = laid(tmp_path / "qms", t__yaml=FINDING, u__yaml=AUDIT.partition("conclusion")[0])

    def lacking(*ids, to):
        done = smm("print", *ids, home, "-o", tmp_path / to, "--lang", "en")
        assert done.returncode == 0, done.stderr
        return [line for line in done.stdout.splitlines() if line.startswith("  ")]

    audit, finding = lacking("A-1", to="a.pdf"), lacking("T-1", to="t.pdf")
    assert audit
    assert finding
    assert lacking("A-1", "T-1", to="both") == [*audit, *finding]


def test_a_record_with_a_blank_is_not_printed(tmp_path):
    home = laid(tmp_path / "qms", t__yaml=FINDING + "observed: (fill in)\n", u__yaml=AUDIT)
    done = smm("print", "T-1", home, "-o", tmp_path / "t.pdf", "--lang", "en")
    assert (done.returncode, "a blank that is still" in done.stderr) == (2, True), done.stderr


def test_people_whose_hands_are_asked_for_stand_by_their_names(tmp_path):
    review = (
        "kind: management-review\nid: RTM-1\ntitle: Review\ndate: 2026-01-20\nchair: P-1\n"
        "participants: [P-2]\ninputs: [{topic: resources, what: Two seats}]\n"
        "decisions: [{decision_type: improvement, what: Buy a seat, owner: U-1, due: 2026-06-01}]\n"
    )
    home = laid(tmp_path / "qms", r__yaml=review)
    done = smm("print", "RTM-1", home, "-o", tmp_path / "r.pdf", "--lang", "en")
    assert done.returncode == 0, done.stderr
    said = "".join(pages(tmp_path / "r.pdf"))
    assert ("AyuRekaan" in said, "BudiRekaan" in said) == (True, True)


def test_what_is_approved_already_is_not_asked_to_be_approved_again(tmp_path):
    home = laid(tmp_path / "qms")
    smm("approve", "SOP-01", home, "--by", "P-1", "--on", "2026-02-01")
    done = smm("print", "SOP-01", home, "-o", tmp_path / "s.pdf", "--lang", "en")
    assert "approved on 1 February 2026 already" in done.stdout
    assert "smm approve" not in done.stdout
