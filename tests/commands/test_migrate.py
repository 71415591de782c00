"""`smm migrate`: shows first, writes all or nothing, and tells what a person must do after it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from folders import contents
from running import EXAMPLE, git, smm, smm_at_terminal
from smmkit.analyses.lifecycle.fingerprint import fingerprint
from smmkit.analyses.lifecycle.state import State, standings
from smmkit.analyses.lifecycle.timeline import copy_of
from smmkit.documents.settings import Settings
from smmkit.files.tree import Disk
from smmkit.loading.folder import load

OLD = """\
# Data pokok
kind: qms
smmkit: 1
id: QMS
title: SMM
version: "1"
as_of: 2019-12-31
organization: {name: Badan Contoh, short_name: BC, head: Kepala Badan}
scope:
  statement: Layanan kepegawaian
  services:
    - Mutasi
    - Pensiun  # dan pemberhentian
units: [{id: SEK, title: Sekretariat}]
"""
PEOPLE = """\
kind: people
id: ORG-01
title: Personel
version: "1"
entries:
  - id: P-01
    title: Nama Rekaan
    assignments: [{role: Kepala Badan, unit: SEK, since: 2019-01-01}]
"""


@pytest.fixture
def folder(tmp_path) -> Path:
    (tmp_path / "qms.yaml").write_text(OLD)
    (tmp_path / "orang.yaml").write_text(PEOPLE)
    return tmp_path


def test_without_a_terminal_it_only_shows_and_leaves_with_1(folder):
    before = contents(folder)
    done = smm("migrate", folder)
    assert (done.returncode, done.stderr) == (1, "")
    assert "From the format 1 to 2:" in done.stdout
    assert "\n-smmkit: 1\n+smmkit: 2\n" in done.stdout
    assert "\n-    - Pensiun  # dan pemberhentian\n" in done.stdout
    assert "\n--- /dev/null\n+++ layanan/DL-01.yaml\n" in done.stdout
    assert "every service got the unit SEK" in done.stdout
    assert "Nothing was written; with --yes it will be." in done.stdout
    assert contents(folder) == before


def test_yes_writes_and_then_there_is_nothing_to_do(folder):
    done = smm("migrate", folder, "--yes")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("The folder has the format 2 now. Next: smm validate\n")
    cut = OLD.partition("  services:")[0] + "units: [{id: SEK, title: Sekretariat}]\n"
    assert (folder / "qms.yaml").read_text() == cut.replace("smmkit: 1", "smmkit: 2")
    assert "title: Pensiun\n" in (folder / "layanan/DL-01.yaml").read_text()
    assert smm("validate", folder).returncode == 0
    after = contents(folder)
    again = smm("migrate", folder, "--yes")
    assert again.returncode == 0
    assert again.stdout == "The folder has the format 2; there is nothing to change.\n"
    assert contents(folder) == after


def test_the_text_of_the_register_is_in_the_language_of_the_qms(folder):
    smm("migrate", folder, "--yes", "--lang", "en")
    assert "title: Register of services" not in (folder / "layanan/DL-01.yaml").read_text()


def test_a_folder_can_be_named_from_inside(folder):
    (folder / "sop").mkdir()
    assert smm("migrate", "--yes", cwd=folder / "sop").returncode == 0
    assert (folder / "layanan/DL-01.yaml").is_file()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "there is no qms.yaml in"),
        (OLD.replace("smmkit: 1", "smmkit: 3"), "update smmkit"),
        (OLD.replace("smmkit: 1\n", ""), "does not say its format, as in `smmkit: 2`"),
        (OLD.replace("smmkit: 1", "smmkit: satu"), "does not say its format"),
        (OLD.replace("kind: qms", "kind: audit"), "qms.yaml has faults"),
        (OLD + "x: [\n", "qms.yaml has faults"),
        (OLD.replace("- Mutasi", "- 1"), "must be text"),
    ],
)
def test_what_cannot_be_brought_up_to_date_is_told_and_left_alone(tmp_path, text, said):
    if text is not None:
        (tmp_path / "qms.yaml").write_text(text)
    before = contents(tmp_path)
    done = smm("migrate", tmp_path, "--yes")
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(tmp_path) == before


def test_other_faults_of_the_folder_do_not_hinder_it(folder):
    (folder / "qms.yaml").write_text(OLD.replace('version: "1"', "version: 1"))
    (folder / "torn.yaml").write_text("kind: [\n")
    assert smm("migrate", folder, "--yes").returncode == 0
    assert "version must be text" in smm("validate", folder).stdout


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything may be written")
def test_a_folder_that_may_not_be_written_stays_as_it_is(folder):
    before = contents(folder)
    folder.chmod(0o500)
    try:
        done = smm("migrate", folder, "--yes")
    finally:
        folder.chmod(0o700)
    assert done.returncode == 2
    assert "cannot be written" in done.stderr
    assert contents(folder) == before


def test_a_file_in_the_way_of_the_folder_stops_all(folder):
    (folder / "layanan").write_text("x")
    before = contents(folder)
    done = smm("migrate", folder, "--yes")
    assert done.returncode == 2
    assert "cannot be written" in done.stderr
    assert contents(folder) == before


# approvals


@pytest.fixture
def approved(folder) -> Path:
    """A folder whose qms.yaml of format 1 was approved, as an older smmkit did it."""
    qms = load(Disk(folder))
    seal = fingerprint(qms.settings, qms)
    (folder / "issued/QMS/1").mkdir(parents=True)
    (folder / "issued/QMS/1/qms.yaml").write_text(OLD)
    item = f'approvals:\n  - {{version: "1", by: P-01, role: Kepala Badan, on: 2019-02-01, hash: "{seal}"}}\n'
    (folder / "qms.yaml").write_text(OLD + item)
    return folder


def test_an_approval_still_fits_while_the_folder_is_old(approved):
    qms = load(Disk(approved))
    assert qms.fact(standings)["QMS"].state is State.IN_FORCE
    assert "• Mutasi" in qms.settings.scope.statement


def test_what_must_be_approved_again_is_told_and_approvals_are_kept(approved):
    before = (approved / "qms.yaml").read_text()
    done = smm("migrate", approved, "--yes")
    assert "QMS: the approval of version 1 does not cover the new text" in done.stdout
    assert "smm approve QMS --by PERSON" in done.stdout
    text = (approved / "qms.yaml").read_text()
    assert text.partition("approvals:")[2] == before.partition("approvals:")[2]
    assert "SMM302" in smm("validate", approved).stdout
    (approved / "qms.yaml").write_text(text.replace('version: "1"\nas_of', 'version: "2"\nas_of'))
    assert smm("validate", approved).returncode == 0
    qms = load(Disk(approved))
    standing = qms.fact(standings)["QMS"]
    assert standing.state is State.REVISING
    issued = copy_of(qms, qms.settings, standing.approval)
    assert "• Pensiun" in issued.document.scope.statement
    assert smm("approve", "QMS", approved, "--by", "P-01").returncode == 0
    assert smm("validate", approved).returncode == 0


def test_a_changed_copy_of_the_old_format_is_still_found_out(approved):
    copy = approved / "issued/QMS/1/qms.yaml"
    copy.write_text(OLD.replace("Mutasi", "Mutasi pegawai"))
    assert "SMM306" in smm("validate", approved).stdout


def test_the_issued_copies_of_the_example_are_the_texts_that_were_approved():
    qms = load(Disk(EXAMPLE))
    settings = qms.get("QMS-01", Settings)
    assert len(settings.approvals) >= 2
    for approval in settings.approvals:
        assert copy_of(qms, settings, approval) is not None


# git


def test_changes_that_are_not_committed_are_told(folder):
    git(folder, "init", "-q")
    said = "git: qms.yaml has changes that are not committed"
    assert said in smm("migrate", folder).stdout
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "a")
    assert said not in smm("migrate", folder).stdout
    (folder / "orang.yaml").write_text(PEOPLE + "# x\n")
    assert said not in smm("migrate", folder).stdout
    (folder / "qms.yaml").write_text(OLD + "# x\n")
    assert said in smm("migrate", folder).stdout


def test_an_earlier_revision_of_the_old_format_can_be_compared_with(folder):
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "a")
    smm("migrate", folder, "--yes")
    done = smm("validate", folder, "--since", "HEAD")
    assert (done.returncode, "SMM305" in done.stdout) == (0, False)


# a terminal


@pytest.mark.skipif(os.name == "nt", reason="there is no pty")
def test_at_a_terminal_it_asks_and_shows_colour(folder):
    before = contents(folder)
    code, said = smm_at_terminal("migrate", folder, typed="t\n")
    assert code == 1
    assert "\x1b[31m-smmkit: 1" in said
    assert "\x1b[32m+smmkit: 2" in said
    assert "Write 2 files into" in said
    assert "Nothing was written." in said
    assert contents(folder) == before
    code, said = smm_at_terminal("migrate", folder, typed="y\n")
    assert code == 0
    assert "smmkit: 2" in (folder / "qms.yaml").read_text()


def test_the_example_can_be_migrated_from_its_first_format(tmp_path):
    top = Path(shutil.copytree(EXAMPLE, tmp_path / "example"))
    old = (top / "issued/QMS-01/2/qms.yaml").read_text()
    assert "smmkit: 1" in old
    now = (top / "qms.yaml").read_text()
    given = "approvals:" + now.partition("\napprovals:")[2].partition('  - version: "3"')[0]
    (top / "qms.yaml").write_text(old.partition("\napprovals:")[0] + "\n" + given)
    shutil.rmtree(top / "layanan", ignore_errors=True)
    done = smm("migrate", top, "--yes", "--lang", "en")
    assert done.returncode == 0
    assert "QMS-01: the approval of version 2 does not cover the new text" in done.stdout
