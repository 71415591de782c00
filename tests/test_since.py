"""`smm validate --since`, in real repositories: a change is judged as a reviewer would."""

from pathlib import Path

import pytest

from folders import home, lay
from running import git, smm

HOME = home()
AUDIT = "kind: audit\nid: {id}\ntitle: {title}\ndate: 2026-02-01\naudit_type: internal\n"


def audit(id: str = "AUD-01", title: str = "Audit of the archive") -> str:
    return AUDIT.format(id=id, title=title)


def commit(folder: Path, files: dict[str, str], *gone: str) -> None:
    lay(folder, files)
    for path in gone:
        (folder / path).unlink()
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "x")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a QMS of one audit, on main."""
    folder = tmp_path / "q"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    commit(folder, {"qms.yaml": HOME, "audit/AUD-01.yaml": audit()})
    return folder


def told(folder: Path, since: str, *words: str) -> list[str]:
    """The problems of comparing rules, each with its code."""
    select = "SMM304,SMM305,SMM325,SMM326,SMM327,SMM328,SMM329,SMM330"
    done = smm("validate", folder, "--since", since, "--select", select, "-q", *words)
    assert done.returncode in {0, 1}, done.stderr
    return [line for line in done.stdout.splitlines() if "SMM" in line]


def test_what_others_have_added_to_main_since_is_no_change_of_this_branch(repository):
    git(repository, "checkout", "-qb", "mine")
    commit(repository, {"audit/AUD-03.yaml": audit("AUD-03", "Mine")})
    git(repository, "checkout", "-q", "main")
    commit(repository, {"audit/AUD-02.yaml": audit("AUD-02", "Theirs")})
    git(repository, "checkout", "-q", "mine")
    assert told(repository, "main") == []
    (repository / "audit/AUD-01.yaml").unlink()
    assert [line for line in told(repository, "main") if "AUD-01 was in" in line]


def test_the_id_of_a_document_that_was_deleted_long_ago_is_not_given_to_another(repository):
    commit(repository, {"audit/AUD-02.yaml": audit("AUD-02", "Surveillance by PT X")})
    commit(repository, {}, "audit/AUD-02.yaml")
    commit(repository, {"audit/AUD-03.yaml": audit("AUD-03", "Another")})
    lay(repository, {"audit/two.yaml": audit("AUD-02", "Kitchen")})
    (line,) = told(repository, "HEAD")
    assert "SMM329 AUD-02 has been something else before: Surveillance by PT X (audit)" in line
    lay(repository, {"audit/two.yaml": audit("AUD-02", "Surveillance by PT X")})
    assert told(repository, "HEAD") == []


def test_kept_copies_are_compared_byte_for_byte_whatever_ends_lines(repository):
    data = bytes(range(256))
    lay(repository / "issued/A/1", {"a.pdf": data, "b.md": "words\nmore\n", "c.pdf": data})
    commit(repository, {"audit/A.yaml": audit("A")})
    lay(repository / "issued/A/1", {"b.md": "words\r\nmore\r\n"})
    assert told(repository, "HEAD") == []
    lay(repository / "issued/A/1", {"a.pdf": data[1:]})
    (repository / "issued/A/1/c.pdf").unlink()
    lines = told(repository, "HEAD")
    assert [line.rpartition("SMM328 ")[2] for line in lines] == [
        "issued/A/1/a.pdf was kept and has been changed",
        "issued/A/1/c.pdf was kept and has been deleted",
    ]


def test_a_shallow_clone_is_said_and_what_to_type(repository, tmp_path):
    git(repository, "checkout", "-qb", "mine")
    commit(repository, {"audit/AUD-03.yaml": audit("AUD-03", "Mine")})
    commit(repository, {"audit/AUD-04.yaml": audit("AUD-04", "Mine, too")})
    git(repository, "checkout", "-q", "main")
    commit(repository, {"audit/AUD-02.yaml": audit("AUD-02", "Theirs")})
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth=1", "--no-single-branch", repository.as_uri(), str(clone))
    git(clone, "checkout", "-q", "mine")
    done = smm("validate", clone, "--since", "origin/main")
    assert done.returncode == 2
    assert "this clone is shallow" in done.stderr
    assert "git fetch --unshallow" in done.stderr
    done = smm("validate", clone, "--since", "HEAD")
    assert "ids of documents that were deleted earlier are not known" in done.stderr


def test_checking_writes_nothing_into_the_repository(repository):
    def everything() -> dict[str, bytes]:
        return {str(p): p.read_bytes() for p in repository.rglob("*") if p.is_file()}

    before = everything()
    lay(repository, {"audit/AUD-02.yaml": audit("AUD-02", "New")})
    told(repository, "HEAD")
    (repository / "audit/AUD-02.yaml").unlink()
    assert everything() == before


def test_an_unrelated_history_is_compared_with_as_it_is(repository):
    git(repository, "checkout", "-q", "--orphan", "other")
    commit(repository, {"audit/AUD-09.yaml": audit("AUD-09", "Other")}, "audit/AUD-01.yaml")
    assert [line for line in told(repository, "main") if "AUD-01 was in" in line]


@pytest.mark.parametrize("empty", ["", " "])
def test_an_empty_variable_is_no_revision(repository, empty):
    done = smm("validate", repository, "--since", empty)
    assert done.returncode == 2
    assert "'--since': It is empty; give it a value, or leave it out." in done.stderr


def test_a_day_means_the_last_commit_before_it_however_it_is_written(repository, monkeypatch):
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2019-06-30T12:00:00")
    git(repository, "commit", "-q", "--amend", "--no-edit")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2020-02-01T12:00:00")
    commit(repository, {"audit/AUD-02.yaml": audit("AUD-02", "Later")})
    (repository / "audit/AUD-02.yaml").unlink()
    assert told(repository, "2020-02-01") == told(repository, "31 Januari 2020") == []
    assert [line for line in told(repository, "2020-02-02") if "AUD-02 was in" in line]
    done = smm("validate", repository, "--since", "2019-06-30")
    assert (done.returncode, "git knows no revision 2019-06-30" in done.stderr) == (2, True)


def test_what_git_ignores_does_not_enter_the_history(repository):
    commit(repository, {".gitignore": "private.csv\n"})
    table = "nama,no hp\na,081234567890\n"
    lay(repository, {"private.csv": table, "sub/private.csv": table, "staff.csv": table})
    done = smm("validate", repository, "--since", "HEAD", "--select", "SMM970", "-q")
    assert [line.split(":")[0][-9:] for line in done.stdout.splitlines()] == ["staff.csv"]
