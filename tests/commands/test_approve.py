"""`smm approve`: a version is sealed, its text kept, and the person's file extended by one item."""

from __future__ import annotations

import json

import pypdfium2
import pytest

from folders import home, lay
from running import smm
from smmkit.files.tree import Disk
from smmkit.loading.folder import load


def state(root, id_):
    from smmkit.analyses.lifecycle.state import standings

    found = load(Disk(root))
    return found.fact(standings)[id_].state.value


def test_a_draft_comes_into_force_and_its_text_is_kept(qms):
    draft = (qms / "sop" / "informasi-kepegawaian.md").read_bytes()
    assert state(qms, "SOP-13") == "draft"
    done = smm("approve", "SOP-13", qms, "--by", "P-01", "--on", "2021-06-29")
    assert done.returncode == 0, done.stderr
    assert state(qms, "SOP-13") == "in-force"
    version = load(Disk(qms)).things["SOP-13"].version
    assert (qms / "issued" / "SOP-13" / version / "informasi-kepegawaian.md").read_bytes() == draft
    assert smm("validate", qms).returncode == 0


def test_one_changed_word_breaks_the_approval_and_a_new_version_mends_it(qms):
    smm("approve", "SOP-13", qms, "--by", "P-01", "--on", "2021-06-29")
    file = qms / "sop" / "informasi-kepegawaian.md"
    text = file.read_text("utf-8")
    file.write_text(text + "\nSatu kalimat lagi.\n", "utf-8", newline="\n")
    assert state(qms, "SOP-13") == "broken"
    assert "SMM302" in smm("validate", qms).stdout


def test_an_edited_issued_copy_is_seen_and_never_sent(qms):
    copy = next((qms / "issued" / "SOP-02" / "1").glob("*.md"))
    copy.write_text(copy.read_text("utf-8").replace("Menerima", "Menolak"), "utf-8", newline="\n")
    assert "SMM306" in smm("validate", qms).stdout
    bundle = smm("bundle", qms, "-o", qms.parent / "out")
    assert (bundle.returncode, (qms.parent / "out").exists()) == (1, False)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("SOP-01", "--by", "P-01"), "has an approval already"),
        (("SOP-13", "--by", "P-99"), "P-99 is not in the register of people"),
        (("SOP-13", "--by", "P-01", "--role", "Gubernur"), "roles held: Kepala Badan"),
        (("SOP-31", "--by", "P-01"), "did you mean SOP-13 ("),
        (("GA-2019", "--by", "P-01"), "is not a kind of document that needs approval"),
    ],
)
def test_what_cannot_be_approved_is_refused_and_nothing_is_written(qms, arguments, said):
    before = {p: p.read_bytes() for p in qms.rglob("*") if p.is_file()}
    id_, *options = arguments
    done = smm("approve", id_, qms, *options)
    assert done.returncode == 2
    assert said in done.stderr
    assert {p: p.read_bytes() for p in qms.rglob("*") if p.is_file()} == before


def test_a_document_with_a_fault_or_a_blank_is_not_sealed(qms):
    file = qms / "sop" / "informasi-kepegawaian.md"
    text = file.read_text("utf-8")
    for change in (("8.5.1", "8.55"), ("title: ", "title: (isi) ")):
        file.write_text(text.replace(*change, 1), "utf-8", newline="\n")
        done = smm("approve", "SOP-13", qms, "--by", "P-01")
        assert (done.returncode, state(qms, "SOP-13")) == (2, "draft"), change


@pytest.mark.long
def test_a_signed_copy_is_kept_byte_for_byte_and_travels(qms, tmp_path):
    signed = tmp_path / "tanda tangan.pdf"
    blank = pypdfium2.PdfDocument.new()
    blank.new_page(595, 842)  # as a scan that no program has read
    blank.save(signed)
    done = smm(
        "approve",
        "SOP-13",
        qms,
        "--by",
        "P-01",
        "--on",
        "2021-06-18",
        "--signed",
        signed,
        "--compared-by",
        "P-01",
    )
    assert done.returncode == 0, done.stderr
    aju = qms / "pengajuan" / "AJU-2021-2.yaml"
    kept, left_out, rest = aju.read_text("utf-8").partition("  - document: SOP-13\n")
    assert left_out
    text = kept + rest.partition("\n")[2]
    out = tmp_path / "bundle"
    aju.write_text(text, "utf-8", newline="\n")
    done = smm("bundle", qms, "-o", out)
    assert done.returncode == 1  # a scan has to be looked at by a person before it is sent
    asked = done.stdout.partition("```yaml\n")[2].partition("```")[0]
    assert signed.name in asked
    aju.write_text(text.replace("seen:\n", asked, 1), "utf-8", newline="\n")
    assert smm("bundle", qms, "-o", out).returncode == 0
    sent = [p for p in (out / "data" / "signed").iterdir() if p.name.startswith("SOP-13")]
    assert [p.read_bytes() for p in sent] == [signed.read_bytes()]
    entries = {
        d["id"]: d for d in json.loads((out / "data" / "manifest.json").read_text())["documents"]
    }
    assert entries["SOP-13"]["signed"] == f"signed/{sent[0].name}"


TWO_HOME = home(
    "signatories: [{kinds: [procedure], roles: [Head, Chief], since: 2026-01-01}]\n",
    as_of="2026-03-01",
)
TWO_PEOPLE = """\
kind: people
id: PPL-01
title: People
version: "1"
entries:
  - {id: P-1, title: A, assignments: [{role: Head, unit: U-1, since: 2020-01-01}]}
  - {id: P-2, title: B, assignments: [{role: Chief, unit: U-1, since: 2020-01-01}]}
  - {id: P-3, title: C, assignments: [{role: Clerk, unit: U-1, since: 2020-01-01}]}
"""
TWO_SOP = "---\nkind: procedure\nid: SOP-01\ntitle: L\nversion: '1'\nsteps: [{activity: A, actor: B}]\n---\n"


def test_two_approve_where_qms_yaml_says_so_and_the_text_is_kept_once(tmp_path):
    lay(tmp_path, {"qms.yaml": TWO_HOME, "p.yaml": TWO_PEOPLE, "a.md": TWO_SOP})
    first = smm("approve", "SOP-01", tmp_path, "--by", "P-1", "--on", "2026-02-01")
    assert first.returncode == 0, first.stderr
    assert "in force only when these have approved it, too: Chief" in first.stdout
    assert state(tmp_path, "SOP-01") == "draft"
    kept = (tmp_path / "issued" / "SOP-01" / "1" / "a.md").read_bytes()
    for by, said in (("P-1", "has an approval already"), ("P-3", "by Head, Chief, not by Clerk")):
        again = smm("approve", "SOP-01", tmp_path, "--by", by, "--on", "2026-02-02")
        assert (again.returncode, said in again.stderr) == (2, True), again.stderr
    last = smm("approve", "SOP-01", tmp_path, "--by", "P-2", "--on", "2026-02-03")
    assert last.returncode == 0, last.stderr
    assert "too" not in last.stdout
    assert state(tmp_path, "SOP-01") == "in-force"
    assert (tmp_path / "issued" / "SOP-01" / "1" / "a.md").read_bytes() == kept
    assert smm("validate", tmp_path, "--as-of", "2026-03-01").returncode == 0
    third = smm("approve", "SOP-01", tmp_path, "--by", "P-2", "--on", "2026-02-04")
    assert "has an approval already" in third.stderr


def test_of_several_of_which_one_cannot_be_approved_none_is(qms):
    done = smm("approve", "SOP-13", "SOP-01", qms, "--by", "P-01", "--on", "2021-06-29")
    assert done.returncode == 2
    assert "none of the 2 documents was approved: " in done.stderr
    assert "has an approval already" in done.stderr
    assert state(qms, "SOP-13") == "draft"


@pytest.mark.parametrize("option", ["--proof", "--by", "--role"])
def test_an_option_that_says_nothing_approves_nothing(qms, option):
    given = {"--by": "P-01", option: " "}
    done = smm("approve", "SOP-13", qms, *(word for pair in given.items() for word in pair))
    assert done.returncode == 2
    assert f"'{option}'" in done.stderr
    assert state(qms, "SOP-13") == "draft"


def test_where_the_signatories_have_a_fault_nobody_approves(qms):
    home = qms / "qms.yaml"
    text = (
        home.read_text("utf-8")
        + "signatories: [{kinds: [procedure], roles: [Kepala Badan, Sekretaris]}]\n"
    )
    home.write_text(text, "utf-8", newline="\n")
    done = smm("approve", "SOP-13", qms, "--by", "P-01", "--on", "2021-06-29", "--lang", "en")
    assert done.returncode == 2
    assert "has a fault in `signatories`" in done.stderr
    assert state(qms, "SOP-13") == "draft"
