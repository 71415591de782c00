"""`smm undo`: what the last verb changed is shown, and put back; only if nobody has changed it since."""

from __future__ import annotations

import pytest
from papers import pdf

from folders import contents, lay
from running import git, smm, smm_at_terminal

APPROVE = ("--by", "P-01", "--on", "2021-06-29")


def test_an_approval_is_taken_back_and_may_be_given_again(qms):
    before = contents(qms)
    assert smm("approve", "SOP-13", qms, *APPROVE).returncode == 0
    after = contents(qms)
    shown = smm("undo", qms)
    assert shown.returncode == 1
    assert "The last to write here was: smm approve" in shown.stdout
    assert "-approvals:" in shown.stdout
    assert "issued/SOP-13/1/informasi-kepegawaian.md goes" in shown.stdout
    assert contents(qms) == after, "it shows first"
    done = smm("undo", qms, "--yes")
    assert done.returncode == 0, done.stderr
    assert contents(qms) == before
    redone = smm("undo", qms, "--yes")
    assert redone.returncode == 0, redone.stderr
    assert contents(qms) == after


def test_at_a_terminal_it_is_asked(qms):
    before = contents(qms)
    smm("new", "objective", qms)
    assert smm_at_terminal("undo", qms, typed="n\n")[0] == 1
    assert smm_at_terminal("undo", qms, typed="y\n")[0] == 0
    assert contents(qms) == before


@pytest.mark.parametrize(
    "verb",
    [
        ("new", "procedure"),
        ("adopt", "{p}"),
        ("import", "{p}/risks.csv", "--as", "risk-register"),
        ("schema",),
    ],
)
def test_every_verb_that_writes_can_be_undone(tmp_path, verb):
    risks = "Risk,Cause,Likelihood,Impact\nFire,Heat,2,3\n"
    lay(tmp_path / "p", {"SOP Surat.pdf": pdf("SOP Surat"), "risks.csv": risks})
    smm("init", tmp_path / "q", "--name", "X", "--lang", "en")
    (tmp_path / "q/.vscode/settings.json").write_text("{}\n")
    before = contents(tmp_path / "q")
    word, *options = (part.format(p=tmp_path / "p") for part in verb)
    yes = [] if word == "new" else ["--yes"]
    done = smm(word, *options, tmp_path / "q", *yes)
    assert done.returncode == 0, done.stdout + done.stderr
    assert contents(tmp_path / "q") != before
    done = smm("undo", tmp_path / "q", "--yes")
    assert done.returncode == 0, done.stderr
    assert contents(tmp_path / "q") == before


def test_what_was_changed_since_is_not_undone(qms):
    smm("approve", "SOP-13", qms, *APPROVE)
    file = qms / "sop/informasi-kepegawaian.md"
    file.write_bytes(file.read_bytes() + b"\nmy own\n")
    before = contents(qms)
    done = smm("undo", qms, "--yes")
    assert done.returncode == 2
    assert "sop/informasi-kepegawaian.md: changed since smm approve" in done.stderr
    assert ".smm/undo/was/" in done.stderr
    assert contents(qms) == before


def test_where_nothing_was_written_there_is_nothing_to_undo(qms):
    done = smm("undo", qms)
    assert done.returncode == 2
    assert "there is nothing to undo" in done.stderr


def test_what_is_made_anew_by_itself_stands_in_the_way_of_nothing(tmp_path):
    smm("init", tmp_path, "--name", "X", "--lang", "en")
    smm("new", "objective", tmp_path)
    smm("schema", tmp_path)
    assert "smm new" in smm("undo", tmp_path).stdout


def test_it_is_the_same_with_git(qms):
    git(qms, "init", "-q")
    git(qms, "add", "-A")
    git(qms, "commit", "-qm", "begin")
    smm("new", "objective", qms)
    assert smm("undo", qms, "--yes").returncode == 0
    assert git(qms, "status", "--porcelain", "--untracked-files=all") == ""


def test_a_migration_is_undone(tmp_path):
    settings = """\
kind: qms
id: QMS
title: SMM
version: "1"
smmkit: 1
organization: {name: Badan Contoh, short_name: BC, head: Kepala Badan, services: [Kartu]}
scope: {statement: Layanan kepegawaian}
units: [{id: SEK, title: Sekretariat}]
"""
    lay(tmp_path, {"qms.yaml": settings})
    before = contents(tmp_path)
    done = smm("migrate", tmp_path, "--yes")
    assert done.returncode == 0, done.stdout + done.stderr
    assert contents(tmp_path) != before
    assert smm("undo", tmp_path, "--yes").returncode == 0
    assert contents(tmp_path) == before


def test_of_what_was_erased_it_is_not_said_that_nobody_wrote(qms):
    assert smm("erase", "P-01", qms, "--yes").returncode in {0, 1}
    done = smm("undo", qms)
    assert done.returncode == 2
    assert "or the last one was smm erase, of which nothing is kept" in done.stderr
