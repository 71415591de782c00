"""`smm approve`: who and what is meant, what shows an approval, and what a signed copy has to carry."""

from __future__ import annotations

import hashlib
import json

import pikepdf
import pytest
from approving import HOME, SOP, laid, printed, scanned, signed, typed

from folders import contents
from running import smm


def approve(folder, *more, id_="SOP-01", by="P-1", on="2026-02-01", typed_=None):
    """What `smm approve` answers."""
    return smm("approve", id_, folder, "--by", by, "--on", on, *more, typed=typed_)


def state(folder, id_="SOP-01"):
    """How a document stands."""
    said = json.loads(smm("list", folder, "-f", "json").stdout)["items"]
    return next(one["state"] for one in said if one["id"] == id_)


# who and what is meant


@pytest.mark.parametrize("word", ["SOP-01", "sop-01", "Leave of absence", "leave  OF absence"])
def test_a_document_is_meant_by_its_id_or_title_in_any_case(tmp_path, word):
    laid(tmp_path)
    assert approve(tmp_path, id_=word).returncode == 0
    assert state(tmp_path) == "in-force"


@pytest.mark.parametrize(
    "words",
    [
        "Leave of absence",
        "secretariat policy",
        "SOP 1 secretariat policy",
        "leave of absence SOP-02",
    ],
)
def test_words_of_one_title_need_no_quotes_though_one_of_them_is_a_unit(tmp_path, words):
    laid(
        tmp_path,
        b__md=SOP.replace("SOP-01", "SOP-02").replace("Leave of absence", "Secretariat policy"),
    )
    done = smm("approve", *words.split(), tmp_path, "--by", "P-1", "--on", "2026-02-01")
    assert done.returncode == 0, done.stderr
    wanted = {"SOP-01": "eav" in words or "SOP 1" in words, "SOP-02": words != "Leave of absence"}
    assert {id_: state(tmp_path, id_) == "in-force" for id_ in wanted} == wanted


def test_a_title_that_is_not_whole_is_offered_by_all_its_words(tmp_path):
    laid(tmp_path)
    done = smm("approve", "leave", "of", tmp_path, "--by", "P-1")
    assert "there is no leave of; did you mean SOP-01 (Leave of absence)?" in done.stderr


@pytest.mark.parametrize(
    "word", ["P-1", "p-1", "Dra. Ayu Rekaan, M.Si.", "ayu rekaan", "head", "Head"]
)
def test_a_person_is_meant_by_code_name_or_post(tmp_path, word):
    laid(tmp_path)
    done = approve(tmp_path, by=word)
    assert (done.returncode, "by Head (P-1)" in done.stdout) == (0, True), done.stderr


def test_the_post_that_was_named_is_the_one_in_which_somebody_approves(tmp_path):
    laid(tmp_path)
    assert "by Clerk (P-2)" in approve(tmp_path, by="clerk").stdout


@pytest.mark.parametrize(
    ("id_", "by", "said"),
    [
        ("Leave", "P-1", "did you mean SOP-01 (Leave of absence)?"),
        ("SOP-O1", "P-1", "did you mean SOP-01 (Leave of absence)?"),
        ("nothing like it", "P-1", "there is no nothing like it in this folder"),
        ("S", "P-1", "S may be one of these: "),
        ("P-1", "P-1", "P-1 stands in PPL-01 (p.yaml:6), and is approved with it: name PPL-01"),
        ("SOP-01", "Budi", "Budi may be one of these: P-2 (Budi Rekaan), P-3 (Budi Contoh)"),
        ("SOP-01", "Ayu", "did you mean P-1 (Dra. Ayu Rekaan, M.Si.)?"),
        ("SOP-01", "Gubernur", "write the person, with the post and its first day, into p.yaml"),
        ("SOP-01", "Gubernur", "These posts may approve it: Head (P-1), Chief (P-2), Clerk (P-2)"),
        (
            "SOP-01",
            "P-3",
            "roles held: none. If that is wrong, mend the `assignments` at p.yaml:12",
        ),
    ],
)
def test_what_is_not_sure_is_offered_and_nothing_is_written(tmp_path, id_, by, said):
    laid(
        tmp_path,
        b__yaml=SOP.replace("---\n", "")
        .replace("SOP-01", "SOP-02")
        .replace("Leave of absence", "Staff"),
    )
    before = contents(tmp_path)
    done = approve(tmp_path, id_=id_, by=by)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert contents(tmp_path) == before


@pytest.mark.parametrize(("answer", "code"), [("y", 0), ("n", 2)])
def test_at_a_terminal_the_one_that_is_near_is_asked_for(tmp_path, answer, code):
    laid(tmp_path)
    assert approve(tmp_path, id_="leave", typed_=[answer]).returncode == code
    assert (state(tmp_path) == "in-force") is (code == 0)


def test_a_title_with_a_slash_is_no_path(tmp_path):
    laid(
        tmp_path,
        b__md=SOP.replace("SOP-01", "SOP-02").replace("Leave of absence", "In/out of office"),
    )
    done = smm("approve", "SOP-01", "In/out of office", "--by", "P-1", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert state(tmp_path, "SOP-02") == "in-force"


# days


def test_a_paper_of_last_month_keeps_its_own_day_and_tomorrow_has_none(tmp_path):
    laid(tmp_path)
    done = approve(tmp_path, on="2026-03-02")
    assert (done.returncode, "lies ahead" in done.stderr) == (2, True)
    assert approve(tmp_path, on="2026-01-31").returncode == 0
    assert "on: 2026-01-31" in (tmp_path / "a.md").read_text()


def test_a_new_version_is_not_approved_before_the_old_one(tmp_path):
    laid(tmp_path)
    approve(tmp_path, on="2026-02-01")
    file = tmp_path / "a.md"
    file.write_text(file.read_text().replace('version: "1"\nsteps', 'version: "2"\nsteps'))
    done = approve(tmp_path, on="2026-01-31")
    assert done.returncode == 2
    assert "version 1 of SOP-01 was approved on 1 February 2026 (a.md:8)" in done.stderr
    assert approve(tmp_path, on="2026-02-01").returncode == 0


def test_who_approves_after_the_day_of_effect_is_told(tmp_path):
    laid(tmp_path, a__md=SOP.replace("steps:", "effective: 2026-01-15\nsteps:"))
    done = approve(tmp_path)
    assert done.returncode == 0
    assert (
        "is to hold from 15 January 2026, and was approved on 1 February 2026 only" in done.stdout
    )
    assert "a.md:6" in done.stdout


# faults say where


def test_a_fault_is_named_with_its_line(tmp_path):
    laid(tmp_path, a__md=SOP.replace("steps:", 'clauses: ["99.9"]\nsteps:'))
    done = approve(tmp_path)
    assert done.returncode == 2
    assert (
        "a.md has faults, so it is neither approved nor printed; the first, in line 6: "
        in done.stderr
    )
    assert "(SMM204)" in done.stderr


def test_a_changed_text_is_not_approved_a_second_time_under_its_version(tmp_path):
    two = "signatories: [{roles: [Head, Chief], since: 2026-01-01}]\n"
    laid(tmp_path, two)
    assert approve(tmp_path).returncode == 0
    file = tmp_path / "a.md"
    file.write_text(file.read_text() + "One more sentence.\n")
    done = approve(tmp_path, by="P-2")
    assert (done.returncode, "its text was changed since" in done.stderr) == (2, True)
    assert "a.md:5" in done.stderr


def test_posts_that_are_missing_are_named_with_who_holds_them(tmp_path):
    two = "signatories: [{kinds: [procedure], roles: [Head, Chief], since: 2026-01-01}]\n"
    laid(tmp_path, two)
    done = approve(tmp_path, by="clerk")
    assert done.returncode == 2
    assert (
        "These posts approve it: Head (P-1), Chief (P-2) (qms.yaml:11, `signatories`)"
        in done.stderr
    )
    assert "have approved it, too: Chief (P-2)" in approve(tmp_path).stdout


def test_the_second_signature_may_be_of_an_earlier_day(tmp_path):
    two = "signatories: [{kinds: [procedure], roles: [Head, Chief], since: 2026-01-01}]\n"
    laid(tmp_path, two)
    assert approve(tmp_path, on="2026-02-10").returncode == 0
    assert approve(tmp_path, by="P-2", on="2026-02-05").returncode == 0
    assert state(tmp_path) == "in-force"
    assert "SMM309" not in smm("validate", tmp_path).stdout


# what shows an approval


NEEDS = "approval_needs: [{kinds: [procedure], needs: %s, since: 2026-01-01}]\n"


@pytest.mark.parametrize(
    ("needs", "shown"),
    [("number", "number"), ("either", "number"), ("signed", "signed"), ("either", "signed")],
)
def test_what_is_not_shown_is_not_in_force_until_it_is(tmp_path, needs, shown):
    home = tmp_path / "qms"
    laid(home, NEEDS % needs)
    done = approve(home)
    assert done.returncode == 0
    assert "is in force only when this shows the approval" in done.stdout
    assert state(home) == "draft"
    assert "SMM391" in smm("validate", home).stdout
    paper = ("--signed", signed(home, tmp_path / "s.pdf"))
    done = approve(home, *(("--proof", "SK  7/2026") if shown == "number" else paper))
    assert done.returncode == 0, done.stderr
    assert state(home) == "in-force"
    assert smm("validate", home).returncode == 0
    assert "SMM391" not in smm("validate", home).stdout
    if shown == "number":
        assert "proof: SK 7/2026" in (home / "a.md").read_text()


def test_without_the_setting_an_entry_is_enough_and_another_person_does_not_complete_it(tmp_path):
    laid(tmp_path, NEEDS % "number")
    approve(tmp_path)
    done = approve(tmp_path, "--proof", "SK 1", by="P-2")
    assert done.returncode == 2
    assert "What shows it is missing: smm approve with --by P-1" in done.stderr
    (tmp_path / "qms.yaml").write_text(HOME)
    assert state(tmp_path) == "in-force"


# a signed copy


def test_a_paper_that_was_signed_is_taken_and_kept_byte_for_byte(tmp_path):
    home = laid(tmp_path / "qms")
    paper = signed(home, tmp_path / "s.pdf")
    assert approve(home, "--signed", paper).returncode == 0
    assert (home / "issued/SOP-01/1/s.pdf").read_bytes() == paper.read_bytes()
    digest = hashlib.sha256(paper.read_bytes()).hexdigest()
    assert f"signed_hash: sha256:{digest}" in (home / "a.md").read_text()
    assert "SMM39" not in smm("validate", home).stdout
    (home / "issued/SOP-01/1/s.pdf").write_bytes(scanned(tmp_path / "t.pdf").read_bytes())
    assert "SMM395" in smm("validate", home).stdout


@pytest.mark.parametrize("sort", ["as printed", "saved again", "signed"])
def test_a_sheet_that_nobody_has_signed_is_no_signed_copy(tmp_path, sort):
    home = laid(tmp_path / "qms")
    paper = (signed if sort == "signed" else printed)(home, tmp_path / "s.pdf")
    if sort == "saved again":
        with pikepdf.open(paper, allow_overwriting_input=True) as whole:
            whole.save(paper)
    done = approve(home, "--signed", paper, "--compared-by", "P-2")
    assert ("nobody has signed it" in done.stderr) == (sort != "signed")
    assert done.returncode == (0 if sort == "signed" else 2), done.stderr


def test_a_paper_of_another_text_is_refused_whoever_has_compared_it(tmp_path):
    home = laid(tmp_path / "qms")
    paper = signed(home, tmp_path / "s.pdf")
    (home / "a.md").write_text(SOP + "One more sentence.\n")
    before = contents(home)
    for more in ((), ("--compared-by", "P-2")):
        done = approve(home, "--signed", paper, *more)
        assert done.returncode == 2
        assert "what was signed is not this text" in done.stderr
        assert "smm print SOP-01" in done.stderr
    assert contents(home) == before


def test_it_is_said_of_which_version_another_paper_is(tmp_path):
    home = laid(tmp_path / "qms")
    paper = signed(home, tmp_path / "s.pdf")
    approve(home)
    text = (home / "a.md").read_text().replace('version: "1"\nsteps', 'version: "2"\nsteps')
    (home / "a.md").write_text(text)
    assert "(SOP-01, version 1)" in approve(home, "--signed", paper, on="2026-02-02").stderr


@pytest.mark.parametrize("sort", ["scan", "other", "picture"])
def test_where_no_fingerprint_can_be_read_a_person_has_to_compare(tmp_path, sort):
    home = laid(tmp_path / "qms")
    paper = {
        "scan": lambda: scanned(tmp_path / "s.pdf"),
        "other": lambda: typed(tmp_path / "s.pdf", "Signed by the head, with a stamp"),
        "picture": lambda: tmp_path / "s.jpg",
    }[sort]()
    if sort == "picture":
        paper.write_bytes(b"\xff\xd8\xff a picture \xff\xd9")
    done = approve(home, "--signed", paper)
    assert (done.returncode, "--compared-by PERSON" in done.stderr) == (2, True), done.stderr
    done = approve(home, "--signed", paper, "--compared-by", "budi rekaan")
    assert done.returncode == 0, done.stderr
    assert "compared_by: P-2" in (home / "a.md").read_text()
    assert "SMM394" not in smm("validate", home).stdout


@pytest.mark.parametrize("sort", ["damaged", "locked"])
def test_a_paper_that_nobody_can_open_is_refused_whoever_has_compared_it(tmp_path, sort):
    home = laid(tmp_path / "qms")
    paper = printed(home, tmp_path / "s.pdf")
    if sort == "locked":
        with pikepdf.open(paper, allow_overwriting_input=True) as whole:
            whole.save(paper, encryption=pikepdf.Encryption(owner="o", user="u"))
    else:
        paper.write_bytes(b"%PDF-1.4 nothing %%EOF")
    before = contents(home)
    for more in ((), ("--compared-by", "P-2")):
        done = approve(home, "--signed", paper, *more)
        assert done.returncode == 2
        assert "s.pdf cannot be kept as the signed copy" in done.stderr
        assert ("a password protects it" in done.stderr) == (sort == "locked")
    assert contents(home) == before


def digits_of(home):
    """The fingerprint of the draft, as its paper says it."""
    said = smm("print", "SOP-01", home, "-o", home.parent / "d.pdf")
    assert said.returncode == 0
    from smmkit.office.reading import pages

    text = "".join("".join(pages((home.parent / "d.pdf").read_bytes())[0]).split())
    return text.split("Infull:")[1][:64]


def test_spaces_hyphens_and_a_misread_digit_do_not_hide_the_fingerprint(tmp_path):
    home = laid(tmp_path / "qms")
    digits = digits_of(home)
    broken = f"Finger- print {digits[:5]} {digits[5:9]}-{digits[9:16]}"
    assert approve(home, "--signed", typed(tmp_path / "a.pdf", broken)).returncode == 0
    smm("undo", home, "--yes")
    misread = digits[:15].replace("0", "O").replace("1", "l") + ("a" if digits[15] != "a" else "b")
    done = approve(home, "--signed", typed(tmp_path / "b.pdf", f"Fingerprint {misread}"))
    assert "no fingerprint stands on its pages" in done.stderr  # a scanner read it: to be compared


def test_a_page_with_another_fingerprint_among_the_right_ones_is_seen(tmp_path):
    from smmkit.analyses.lifecycle.signed_copy import Verdict, held_against

    own = "0123456789abcdef" * 4
    right, wrong = f"Fingerprint {own[:16]}", "Sidik digital fedcba9876543210"
    assert held_against([right, "an annex"], {own}).bare == [2]
    assert held_against([right, wrong], {own}).verdict is Verdict.OTHER
    assert held_against([f"{right} and of the last one {wrong}"], {own}).verdict is Verdict.SAME
    assert held_against(["", " 1 "], {own}).verdict is Verdict.SCAN


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("s.docx", b"x", "a signed copy is a PDF, or a picture of the paper"),
        ("s.pdf", b"", "is empty"),
        ("s.pdf", b"<!doctype html><html>", "is a web page"),
        ("s.pdf", b"%PDF-1.7 cut", "is cut off"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(tmp_path, name, data, said):
    home = laid(tmp_path / "qms")
    (tmp_path / name).write_bytes(data)
    done = approve(home, "--signed", tmp_path / name, "--compared-by", "P-2")
    assert (done.returncode, said in done.stderr) == (2, True), done.stderr


def test_a_second_signed_copy_of_the_same_name_takes_the_place_of_none(tmp_path):
    two = "signatories: [{kinds: [procedure], roles: [Head, Chief], since: 2026-01-01}]\n"
    home = laid(tmp_path / "qms", two)
    first = signed(home, tmp_path / "s.pdf")
    approve(home, "--signed", first)
    (tmp_path / "2").mkdir()
    second = scanned(tmp_path / "2" / "s.pdf")
    done = approve(home, "--signed", second, "--compared-by", "P-1", by="P-2")
    assert done.returncode == 0, done.stderr
    assert (home / "issued/SOP-01/1/s.pdf").read_bytes() == first.read_bytes()
    assert (home / "issued/SOP-01/1/s-2.pdf").read_bytes() == second.read_bytes()


@pytest.mark.parametrize(
    ("text", "told"),
    [("nothing", True), ("Fingerprint 0000000000000000", True), ("Fingerprint {own}", False)],
)
def test_a_signed_copy_that_was_written_in_by_hand_is_read(tmp_path, text, told):
    home = laid(tmp_path / "qms")
    digits = digits_of(home)
    approve(home)
    typed(home / "s.pdf", text.format(own=digits[:16]))
    file = home / "a.md"
    file.write_text(
        file.read_text().replace(
            f"hash: sha256:{digits}", f"hash: sha256:{digits}\n    signed: s.pdf"
        )
    )
    assert ("SMM394" in smm("validate", home).stdout) is told
