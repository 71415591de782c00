"""What a form that is not filled in keeps from happening: approval, a bundle, an empty one."""

from __future__ import annotations

import re
from pathlib import Path

from faults import fails_at
from folders import contents
from running import smm
from smmkit.cli import run


def begun(tmp_path) -> Path:
    """A folder as `smm init` leaves it, with two procedures that are filled in."""
    folder = tmp_path / "new"
    assert smm("init", folder, "--name", "Dinas Contoh", "--head-name", "Kirana").returncode == 0
    for title in ("Cuti", "Izin"):
        assert smm("new", "procedure", folder, "--title", title).returncode == 0
    for file in (folder / "procedures").glob("*.md"):
        file.write_text(
            file.read_text("utf-8").replace("(isi)", "Isi").replace("(fill in)", "Text")
        )
    return folder


def test_several_are_approved_at_once_or_none(tmp_path):
    folder = begun(tmp_path)
    ids = sorted(file.stem for file in (folder / "procedures").glob("*.md"))
    before = contents(folder)
    done = smm("approve", *ids, "QP-01", folder, "--by", "P-01")
    assert done.returncode == 2
    assert re.search(r"QP-01\.md:\d+:\d+: QP-01 has a blank", done.stderr)
    assert contents(folder) == before
    done = smm("approve", *ids, folder, "--by", "P-01")
    assert done.returncode == 0, done.stderr
    assert [
        line.split(" ")[0] for line in done.stdout.splitlines() if "is approved by" in line
    ] == ids
    assert sorted(path.name for path in (folder / "issued").iterdir()) == ids


def test_validate_names_the_forms_that_are_not_filled_in(tmp_path):
    folder = begun(tmp_path)
    said = smm("validate", folder).stdout
    assert re.search(r"forms? still holds? \(fill in\): .*QP-01\.md", said)
    assert "SOP-" not in said
    for path in (*folder.rglob("*.yaml"), *folder.rglob("*.md")):
        text = path.read_text("utf-8")
        path.write_text(text.replace("(isi)", "Isi").replace("(fill in)", "Text"), "utf-8")
    assert "still hold" not in smm("validate", folder).stdout


def test_a_bundle_never_goes_with_a_blank_nor_without_a_document(tmp_path):
    folder = begun(tmp_path)
    ids = sorted(file.stem for file in (folder / "procedures").glob("*.md"))
    assert smm("new", "submission", folder).returncode == 0
    empty = smm("bundle", folder, "-o", tmp_path / "out")
    assert (empty.returncode, (tmp_path / "out").exists()) == (1, False)
    assert re.search(r"SUB-01\.yaml:\d+:\d+: error SMM307", empty.stdout)
    submission = next((folder / "submissions").glob("*.yaml"))
    text = submission.read_text("utf-8")
    submission.write_text(text.replace("(isi)", "Isi").replace("(fill in)", "Text"), "utf-8")
    empty = smm("bundle", folder, "-o", tmp_path / "out")
    assert (empty.returncode, (tmp_path / "out").exists()) == (2, False)
    assert "nothing to send" in empty.stderr
    for file in (folder / "procedures").glob("*.md"):
        file.write_text(file.read_text("utf-8").replace("owner:", "classification: public\nowner:"))
    assert smm("approve", *ids, folder, "--by", "P-01").returncode == 0
    done = smm("bundle", folder, "-o", tmp_path / "out")
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_approval_that_cannot_be_written_takes_back_the_others(tmp_path, monkeypatch):
    folder = begun(tmp_path)
    ids = sorted(file.stem for file in (folder / "procedures").glob("*.md"))
    before = contents(folder)
    calls = fails_at(monkeypatch, ("replace",), 2, OSError(28, "No space left"))
    assert run(["approve", *ids, str(folder), "--by", "P-01"]) == 2
    assert len(calls) == 4  # the journal, the first, the second that failed, the first taken back
    assert contents(folder) == before
