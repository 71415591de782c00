"""smm baseline: what was wrong on the first day rests; what is new is told; it only shrinks."""

from __future__ import annotations

from pathlib import Path

import pytest

from folders import SETTINGS, lay
from running import git, smm
from smmkit.errors import SmmError
from smmkit.waivers.baseline import grown, mended, read, shrunk, written

DAY = ("--as-of", "2026-03-02")
SERVICES = "kind: services\nid: DL-1\ntitle: Services\nversion: '1'\nentries:\n"
ITEM = "  - {{id: LAY-{n}, title: A, owner: U-{owner}}}\n"


def services(*owners: int) -> dict[str, str]:
    entries = "".join(ITEM.format(n=n, owner=owner) for n, owner in enumerate(owners, 1))
    return {"a.yaml": SERVICES + entries}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return lay(tmp_path / "qms", {"qms.yaml": SETTINGS, **services(7, 8)})


def baseline(folder: Path, *more: str, yes: bool = True):
    return smm("baseline", *DAY, *more, *(["--yes"] if yes else []), cwd=folder)


def validate(folder: Path, *more: str):
    return smm("validate", *DAY, "--select", "SMM201", *more, cwd=folder)


def text(folder: Path) -> str:
    return (folder / ".smm/baseline.yaml").read_text("utf-8")


def test_from_the_first_day_only_what_is_new_is_told(folder):
    assert validate(folder).returncode == 1
    assert baseline(folder).returncode == 0
    done = validate(folder)
    assert (done.returncode, done.stdout.count("there is no")) == (0, 0)
    assert "2 in the baseline" in done.stdout
    lay(folder, services(7, 8, 9))
    done = validate(folder)
    assert done.returncode == 1
    assert "there is no U-9" in done.stdout
    assert "there is no U-8" not in done.stdout
    assert "there is no U-8" in validate(folder, "-v").stdout
    assert validate(folder, "--no-baseline").stdout.count("there is no") == 3


def test_it_is_keyed_by_rule_document_and_field_and_not_by_place(folder):
    baseline(folder)
    assert '- ["SMM201", "DL-1", "entries[LAY-2].owner", 1]\n' in text(folder)
    (folder / "a.yaml").unlink()
    turned = SERVICES + ITEM.format(n=2, owner=8) + "\n# moved\n" + ITEM.format(n=1, owner=7)
    lay(folder, {"sub/b.yaml": turned})
    assert validate(folder).returncode == 0


def test_it_shrinks_and_never_grows_by_itself(folder):
    baseline(folder)
    lay(folder, services(7, 1, 9))
    assert "smm baseline --update" in validate(folder).stdout
    before = text(folder)
    assert baseline(folder).returncode == 0
    assert text(folder) == before
    baseline(folder, "--update")
    assert "LAY-1" in text(folder)
    assert "LAY-2" not in text(folder)
    assert "LAY-3" not in text(folder)
    assert validate(folder).returncode == 1
    baseline(folder, "--add")
    assert "LAY-3" in text(folder)
    assert validate(folder).returncode == 0


def test_nothing_is_written_unasked(folder):
    done = baseline(folder, yes=False)
    assert done.returncode == 1
    assert not (folder / ".smm/baseline.yaml").exists()


def test_more_of_one_sort_than_are_told_are_known_too(folder):
    lay(folder, services(*range(10, 60)))
    assert baseline(folder).returncode == 0
    assert validate(folder).returncode == 0
    lay(folder, services(*range(10, 61)))
    assert validate(folder).stdout.count("there is no") == 1


def test_two_branches_never_conflict(folder):
    top = folder.parent
    git(top, "init", "-q", "-b", "main")
    lay(folder, services(*range(10, 16)))
    baseline(folder)
    git(top, "add", "-A")
    git(top, "commit", "-qm", "first")
    for branch, owners in (("a", (1, 11, 12, 13, 14, 15)), ("b", (10, 1, 12, 13, 14, 15))):
        git(top, "checkout", "-q", "-b", branch, "main")
        lay(folder, services(*owners))
        baseline(folder, "--update")
        git(top, "add", "qms/.smm")
        git(top, "commit", "-qm", branch)
        git(top, "checkout", "-q", "--", ".")
    git(top, "merge", "-q", "a")
    assert read(text(folder).encode())
    lay(folder, services(1, 1, 12, 13, 14, 15))
    assert validate(folder).returncode == 0
    baseline(folder, "--update")
    assert text(folder).count("SMM201") == 4


def test_a_change_that_adds_to_the_baseline_does_not_excuse_itself(folder):
    top = folder.parent
    git(top, "init", "-q", "-b", "main")
    baseline(folder)
    git(top, "add", "-A")
    git(top, "commit", "-qm", "first")
    lay(folder, services(7, 8, 9))
    baseline(folder, "--add")
    assert validate(folder).returncode == 0
    done = validate(folder, "--since", "main")
    assert (done.returncode, done.stdout.count("there is no")) == (1, 1)
    assert "there is no U-9" in done.stdout
    assert "knows 1 problems more than at main" in done.stderr


@pytest.mark.parametrize(("old", "new"), [("DL-1", "DL-7"), ("LAY-2", "LAY-7")])
def test_what_is_renumbered_keeps_its_old_faults(folder, old, new):
    baseline(folder)
    known = text(folder)
    assert smm("renumber", old, new, folder, "--yes").returncode == 0
    assert text(folder) == known.replace(old, new)
    assert validate(folder).returncode == 0
    assert smm("undo", folder, "--yes").returncode == 0
    assert text(folder) == known


def test_who_takes_out_what_is_mended_is_not_told_to(folder):
    baseline(folder)
    lay(folder, services(1, 8))
    assert "smm baseline --update" in baseline(folder).stdout
    assert "smm baseline --update" not in baseline(folder, "--update").stdout


def test_faults_of_waivers_are_never_old(folder):
    lay(folder, {"a.yaml": "# smm: ignore[SMM301]\n" + services(7)["a.yaml"]})
    baseline(folder)
    assert "SMM906" not in text(folder)
    assert smm("validate", *DAY, "--select", "SMM906", cwd=folder).returncode == 1


@pytest.mark.parametrize("line", ["<<<<<<< HEAD", "- [1, 2]", '- ["SMM201", "A", "b", 0]', "- {}"])
def test_a_line_that_is_none_of_ours_is_refused(folder, line):
    lay(folder, {".smm/baseline.yaml": f"# a\n{line}\n"})
    done = validate(folder)
    assert done.returncode == 2
    assert ".smm/baseline.yaml: line 2 is no entry of a baseline; delete that line" in done.stderr


def test_it_follows_no_link_out_of_the_folder(folder, tmp_path):
    (folder / ".smm").mkdir()
    (folder / ".smm/baseline.yaml").symlink_to(tmp_path / "elsewhere")
    assert validate(folder).returncode == 2


def test_counting():
    known = {("SMM1", "A", "x"): 3, ("SMM2", "A", "x"): 1}
    now = {("SMM1", "A", "x"): 2, ("SMM3", "A", "x"): 5}
    assert shrunk(known, now) == {("SMM1", "A", "x"): 2}
    assert grown(known, now) == now
    assert mended(known, now) == 2
    assert read(written(known)) == known
    twice = written(known) + b'- ["SMM1", "A", "x", 1]\n'
    assert read(twice) == known
    with pytest.raises(SmmError):
        read(b"\xff\n")


@pytest.mark.parametrize(
    "line", [b"- " + b"[" * 100_000, b"<<<<<<< HEAD"], ids=["deep", "conflict"]
)
def test_a_line_that_is_no_entry_is_told_and_is_no_crash(line):
    with pytest.raises(SmmError):
        read(line + b"\n")
