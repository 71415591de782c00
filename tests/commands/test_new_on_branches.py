"""`smm new` on several branches: two of them never make the same id."""

from pathlib import Path

import pytest

from folders import lay
from running import git, smm
from sharing import FILES, HOME, audit, save, share, two_people, without_settings


def new(folder: Path, kind: str = "audit", **env: str) -> str:
    """The id that a new document gets."""
    done = smm("new", kind, folder, "--title", "T", **env)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()[0]


@pytest.fixture
def qms(tmp_path: Path) -> Path:
    folder = lay(tmp_path / "q", {**FILES, "audit/AUD-01.yaml": audit()})
    save(folder, "begun", "--begin")
    return folder


def test_a_number_that_another_branch_has_is_not_given_again(qms):
    git(qms, "checkout", "-qb", "mine")
    assert new(qms) == "AUD-02"
    save(qms)
    git(qms, "checkout", "-q", "main")
    assert new(qms) == "AUD-03"
    save(qms)
    git(qms, "merge", "-q", "mine", "-m", "x")
    assert new(qms) == "AUD-04"
    assert "SMM203" not in smm("validate", qms).stdout


def test_nor_one_that_others_have_shared(tmp_path):
    numbered = {"qms.yaml": HOME + "new_ids: numbered\n", "audit/AUD-01.yaml": audit()}
    ours, theirs = two_people(tmp_path, numbered)
    git(ours, "checkout", "-qb", "more")
    lay(ours, {"audit/odd-name.yaml": audit("AUD-02", "Odd")})
    save(ours)
    git(ours, "push", "-q", "origin", "more")
    git(theirs, "fetch", "-q")
    assert new(theirs) == "AUD-03"


def test_with_the_suffix_of_the_author_two_clones_never_make_the_same(tmp_path):
    settings = HOME + "new_ids: author\n"
    ours, theirs = two_people(tmp_path, {"qms.yaml": settings, "audit/AUD-01.yaml": audit()})
    ids = set()
    for folder, name in ((ours, "Ani Contoh"), (theirs, "Budi Contoh")):
        git(folder, "config", "user.name", name)
        ids |= {new(folder, **without_settings(tmp_path)) for _ in range(2)}
        save(folder)
    names = ("AUD-02-ani", "AUD-02-budi", "AUD-03-ani", "AUD-03-budi")
    assert [id_[:-3] for id_ in sorted(ids)] == [*names]
    for folder in (ours, theirs, ours):
        assert share(folder).returncode == 0
    assert "SMM203" not in smm("validate", ours).stdout
    assert new(ours, **without_settings(tmp_path))[:-3] == "AUD-04-ani"


@pytest.mark.parametrize("names", [("Ani Contoh", "Ani Contoh"), ("Ani A", "Ani B"), ("", "")])
def test_nor_without_a_setting_whoever_they_are(tmp_path, names):
    ours, theirs = two_people(tmp_path)
    ids, quiet = [], without_settings(tmp_path)
    for folder, name in zip((ours, theirs), names, strict=True):
        git(folder, "config", "user.name", name)
        git(
            folder,
            "config",
            "user.email",
            f"{name.replace(' ', '.').lower()}@contoh.id" if name else "",
        )
        ids += [new(folder, **quiet), new(folder, "feedback", **quiet)]
        save(folder)
    for folder in (ours, theirs, ours):
        assert share(folder).returncode == 0
    assert "SMM203" not in smm("validate", ours).stdout
    assert len({*ids}) == 4


def test_nor_two_worktrees(qms, tmp_path):
    git(qms, "worktree", "add", "-q", str(tmp_path / "beside"))
    assert new(qms) != new(tmp_path / "beside")


def test_where_nobody_knows_the_author_it_is_said(tmp_path):
    folder = lay(tmp_path / "q", {**FILES, "qms.yaml": HOME + "new_ids: author\n"})
    done = smm("new", "audit", folder, "--title", "T", **without_settings(tmp_path))
    assert done.returncode == 2
    assert "--id" in done.stderr


def test_a_repository_that_cannot_be_read_stops_nobody(qms):
    (qms / ".git/HEAD").write_text("what\n")
    assert new(qms) == "AUD-02"
