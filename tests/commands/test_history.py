"""`smm history` and `smm list --master`: what each version changed, and where its copies are."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from approving import SOP, laid, printed

from running import EXAMPLE, smm
from smmkit.analyses.texts import differences

TWO = SOP.replace(
    "steps: [{activity: Ask, actor: Clerk}]",
    "clauses: ['7.5']\nsteps: [{activity: Ask, actor: Clerk}, {activity: Sign, actor: Head}]",
)


def grown(tmp_path: Path, copies: str = "") -> Path:
    """A folder in which the second version of a procedure was approved, and holds."""
    home = laid(tmp_path / "qms", a__md=TWO + "One paragraph.\n\nAnother,\nbroken.\n")
    smm("approve", "SOP-01", home, "--by", "P-1", "--on", "2026-01-05", "--proof", "SK 1/2026")
    text = (home / "a.md").read_text()
    for old, new in (
        ('version: "1"\nclauses', 'version: "2"\nchange_note: A counter online\nclauses'),
        ("Sign, actor: Head", "Stamp, actor: Head"),
        ("Another,\nbroken.", "Another, broken.\n\nA third one."),
        ("['7.5']", "['7.5', '8.5.1']"),
    ):
        assert old in text
        text = text.replace(old, new)
    (home / "a.md").write_text(text)
    smm("approve", "SOP-01", home, "--by", "P-1", "--on", "2026-02-05")
    if copies:
        text = (home / "a.md").read_text()
        (home / "a.md").write_text(text.replace("approvals:", f"copies:\n{copies}approvals:"))
    return home


def data(*arguments):
    """What programs are told."""
    done = smm(*arguments, "-f", "json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_every_version_stands_there_with_who_approved_it_and_what_it_changed(tmp_path):
    said = data("history", "leave of absence", grown(tmp_path))
    assert said["state"] == "in-force"
    first, second = said["versions"]
    assert (first["version"], first["kept"]) == ("1", "issued/SOP-01/1/a.md")
    assert first["approvals"][0]["proof"] == "SK 1/2026"
    assert (second["is_current"], second["since"]) == (True, "2026-02-05")
    (step,) = said["differences"]
    changes = [(one["field"], one["before"], one["after"]) for one in step["changes"]]
    assert changes == [
        ("change_note", None, "A counter online"),
        ("clauses[2]", None, "8.5.1"),
        ("steps[2].activity", "Sign", "Stamp"),
        ("text", None, "A third one."),
    ]


@pytest.mark.parametrize("suffix", ["txt", "html", "pdf", "xlsx", "json"])
def test_both_can_be_written(tmp_path, suffix):
    home = grown(tmp_path)
    for arguments in (("history", "SOP-01"), ("list", "--master")):
        file = tmp_path / f"{arguments[0]}.{suffix}"
        done = smm(*arguments, home, "-o", file)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        assert file.stat().st_size > 500


def test_a_draft_above_the_version_that_holds_is_the_last_of_them(tmp_path):
    home = grown(tmp_path)
    text = (home / "a.md").read_text()
    (home / "a.md").write_text(text.replace('version: "2"\nchange', 'version: "3"\nchange'))
    said = data("history", "SOP-01", home)
    assert [(one["version"], one["since"]) for one in said["versions"]] == [
        ("1", "2026-01-05"),
        ("2", "2026-02-05"),
        ("3", None),
    ]
    row = next(one for one in data("list", "--master", home)["documents"] if one["id"] == "SOP-01")
    assert (row["version"], row["version_in_force"], row["state"]) == ("3", "2", "revising")
    assert "2 (new: 3)" in smm("list", "--master", home).stdout


def test_where_a_text_is_not_kept_it_is_said(tmp_path):
    home = grown(tmp_path)
    (home / "issued/SOP-01/1/a.md").unlink()
    done = smm("history", "SOP-01", home)
    assert done.returncode == 0
    assert "not kept" in done.stdout
    assert "The text of one of them is not kept." in done.stdout


def test_a_record_has_no_versions_and_is_refused(tmp_path):
    done = smm("history", "AI-2019-1", EXAMPLE)
    assert (done.returncode, "is not a kind of document" in done.stderr) == (2, True)


COPIES = """\
  - {version: "1", unit: U-1, number: "7", given: 2026-01-06}
  - {version: "1", holder: The counter, given: 2026-01-06, recalled: 2026-02-06}
  - {version: "2", holder: The counter, given: 2026-02-06}
"""


def test_copies_break_no_seal_and_those_of_an_old_version_have_to_come_back(tmp_path):
    home = grown(tmp_path, COPIES)
    checked = smm("validate", home)
    assert checked.returncode == 0, checked.stdout
    assert "Secretariat (7) still has version 1 of SOP-01" in checked.stdout
    said = data("list", "--master", home)
    assert [(one["holder"], one["obsolete_since"]) for one in said["to_recall"]] == [
        ("Secretariat (7)", "2026-02-05")
    ]
    row = next(one for one in said["documents"] if one["id"] == "SOP-01")
    assert [one["version"] for one in row["copies"]] == ["1", "2"]
    shown = smm("history", "SOP-01", home).stdout
    assert "The counter" in shown
    assert "6 February 2026" in shown


def test_who_approves_a_new_version_is_told_of_the_old_copies(tmp_path):
    home = grown(tmp_path, COPIES)
    text = (home / "a.md").read_text()
    (home / "a.md").write_text(text.replace('version: "2"\nchange', 'version: "3"\nchange'))
    done = smm("approve", "SOP-01", home, "--by", "P-1", "--on", "2026-02-20")
    assert "have to come back: Secretariat (7), The counter" in done.stdout


def test_the_master_list_goes_by_unit_and_state_and_takes_no_kind(tmp_path):
    said = data("list", "--master", EXAMPLE, "--owner", "MUT")["documents"]
    assert {one["owner"] for one in said} == {"MUT"}
    said = data("list", "--master", EXAMPLE, "--state", "draft")["documents"]
    assert {one["state"] for one in said} == {"draft"}
    done = smm("list", "risk", EXAMPLE, "--master")
    assert (done.returncode, "leave risk out" in done.stderr) == (2, True)


def git(folder, *arguments):
    """A command of git."""
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def test_git_adds_the_commits_that_changed_the_file_and_no_command_of_theirs_is_run(tmp_path):
    home = laid(tmp_path / "qms")
    git(home, "init", "-q")
    git(home, "add", "-A")
    git(home, "commit", "-q", "-m", "first\x1b[31m words")
    (home / "a.md").write_text(SOP + "More.\n")
    git(home, "commit", "-q", "-am", "second words")
    git(home, "config", "log.showSignature", "true")
    git(home, "config", "gpg.program", "touch ran")
    done = smm("history", "SOP-01", home)
    assert done.returncode == 0
    assert done.stdout.index("second words") < done.stdout.index(
        "words", done.stdout.index("first")
    )
    assert "\x1b" not in done.stdout
    assert not (home / "ran").exists()
    assert len(data("history", "SOP-01", home)["commits"]) == 2


def test_very_long_lists_are_counted_instead_of_compared(tmp_path, monkeypatch):
    monkeypatch.setattr(differences, "SequenceMatcher", None)
    home = laid(tmp_path / "qms", a__md=SOP + "".join(f"Line {n}.\n\n" for n in range(3000)))
    smm("approve", "SOP-01", home, "--by", "P-1", "--on", "2026-01-05")
    text = (home / "a.md").read_text().replace('version: "1"\nsteps', 'version: "2"\nsteps')
    (home / "a.md").write_text(text.replace("Line", "Row"))
    (step,) = data("history", "SOP-01", home)["differences"]
    assert step["changes"] == [{"field": "text", "before": "3000", "after": "3000"}]


def test_an_attached_file_that_changed_is_told(tmp_path):
    home = laid(
        tmp_path / "qms", a__md=SOP.replace("steps:", "attached: [f.txt]\nsteps:"), f__txt="1"
    )
    smm("approve", "SOP-01", home, "--by", "P-1", "--on", "2026-01-05")
    text = (home / "a.md").read_text().replace('version: "1"\nattached', 'version: "2"\nattached')
    (home / "a.md").write_text(text)
    (home / "f.txt").write_text("2")
    (step,) = data("history", "SOP-01", home)["differences"]
    assert [one["field"] for one in step["changes"]] == ["attached.f.txt"]
    assert printed(home, tmp_path / "s.pdf").exists()


@pytest.mark.parametrize("words", [["procedure"], ["prosedur"], ["sop leave of absence"]])
def test_the_only_document_of_a_kind_is_named_by_its_kind(tmp_path, words):
    assert data("history", *words, laid(tmp_path / "qms"))["id"] == "SOP-01"


def test_a_version_that_two_approved_on_one_day_is_approved_in_full(tmp_path):
    wish = "signatories: [{kinds: [procedure], roles: [Head, Chief], since: 2026-01-01}]\n"
    home = laid(tmp_path / "qms", wish)
    for person in ("P-1", "P-2"):
        smm("approve", "SOP-01", home, "--by", person, "--on", "2026-02-01")
    assert data("history", "SOP-01", home)["versions"][0]["since"] == "2026-02-01"
