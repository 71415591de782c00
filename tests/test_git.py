"""The one door to git, against real repositories."""

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from smmkit import git
from smmkit.tree import Disk, Revision


def run(folder: Path, *words: str, day: str = "2026-01-01T12:00:00Z") -> str:
    """Git as a person calls it, with nobody's settings."""
    who = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b", "GIT_AUTHOR_DATE": day}
    who |= {"GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@b", "GIT_COMMITTER_DATE": day}
    who |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    done = subprocess.run(
        ["git", *words],
        cwd=folder,
        env=os.environ | who,
        capture_output=True,
        check=True,
        text=True,
    )
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """A repository with a QMS in a folder of it, and a later commit beside it."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    root = tmp_path / "repository"
    home = root / "mutu, é"
    home.mkdir(parents=True)
    run(root, "init", "-q")
    (home / "qms.yaml").write_bytes(b"one\n")
    (home / "spasi dan é.md").write_bytes(b"\x00\xff\n\n")
    (home / ".hidden").write_bytes(b"x")
    (root / "other.txt").write_bytes(b"x")
    run(root, "add", ".")
    run(root, "commit", "-qm", "one", day="2026-01-01T23:30:00-08:00")
    (root / "other.txt").write_bytes(b"y")
    run(root, "commit", "-qam", "two", day="2026-02-01T12:00:00Z")
    return home


def test_the_last_commit_is_that_of_the_folder_not_of_the_repository_around_it(repository):
    found = git.commit_of(repository)
    assert found.id == run(repository, "rev-parse", "HEAD~1")
    assert found.clean
    assert git.commit_of(repository.parent).id == run(repository, "rev-parse", "HEAD")


def test_the_day_of_a_commit_is_that_of_utc_whatever_the_zone(repository):
    assert git.commit_of(repository).day == date(2026, 1, 2)


@pytest.mark.parametrize("change", ["edit", "new", "delete", "staged", "hidden"])
def test_a_folder_with_changes_is_not_clean(repository, change):
    if change == "edit":
        (repository / "qms.yaml").write_bytes(b"two\n")
    elif change == "new":
        (repository / "new.md").write_bytes(b"x")
    elif change == "delete":
        (repository / "qms.yaml").unlink()
    elif change == "staged":
        (repository / "qms.yaml").write_bytes(b"two\n")
        run(repository, "add", ".")
    else:
        (repository / "deep").mkdir()
        (repository / "deep" / ".env").write_bytes(b"x")
    assert not git.commit_of(repository).clean


def test_changes_beside_the_folder_do_not_count(repository):
    (repository.parent / "other.txt").write_bytes(b"z")
    (repository.parent / "new.txt").write_bytes(b"z")
    assert git.commit_of(repository).clean


def test_a_file_touched_without_change_is_clean(repository):
    os.utime(repository / "qms.yaml", (1, 1))
    assert git.commit_of(repository).clean


def test_without_a_commit_without_a_repository_without_a_folder(tmp_path, repository):
    (tmp_path / "empty").mkdir()
    run(tmp_path / "empty", "init", "-q")
    (tmp_path / "bare").mkdir()
    new = repository.parent / "new"
    new.mkdir()
    for folder in (tmp_path / "empty", tmp_path / "bare", new, tmp_path / "nowhere"):
        assert git.commit_of(folder) is None
        assert git.resolve(folder, "HEAD~9") is None
    assert git.top_of(tmp_path / "bare") is None


def test_without_git_every_answer_is_none(repository, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert git.commit_of(repository) is None
    assert git.top_of(repository) is None
    assert git.resolve(repository, "HEAD") is None
    assert git.files_at(repository, "HEAD") == {}


def test_the_root_of_the_repository(repository):
    assert git.top_of(repository).samefile(repository.parent)


def test_a_revision_is_a_commit_and_never_an_option(repository):
    head = run(repository, "rev-parse", "HEAD")
    assert git.resolve(repository, "HEAD") == head
    assert git.resolve(repository, head[:8]) == head
    blob = run(repository, "rev-parse", "HEAD:./qms.yaml")
    for name in ("nothing", "--all", "-n1", "", blob):
        assert git.resolve(repository, name) is None


def test_the_files_of_a_commit_are_seen_from_the_folder(repository):
    first = git.commit_of(repository).id
    (repository / "qms.yaml").write_bytes(b"two\n")
    (repository / "link.md").symlink_to("qms.yaml")
    run(repository, "add", ".")
    run(repository, "commit", "-qm", "three")
    assert set(git.files_at(repository, first)) == {"qms.yaml", "spasi dan é.md", ".hidden"}
    assert set(git.files_at(repository, "HEAD")) == set(git.files_at(repository, first))
    assert (
        git.files_at(repository, first)["qms.yaml"] != git.files_at(repository, "HEAD")["qms.yaml"]
    )


def test_blobs_come_byte_for_byte_in_the_order_asked(repository):
    files = git.files_at(repository, "HEAD")
    asked = [files[".hidden"], files["spasi dan é.md"], files["qms.yaml"], files[".hidden"]]
    assert list(git.blobs(repository, asked)) == [b"x", b"\x00\xff\n\n", b"one\n", b"x"]
    assert list(git.blobs(repository, [])) == []


def test_a_revision_is_a_tree_like_any_other(repository):
    old = Revision(repository, git.commit_of(repository).id)
    (repository / "qms.yaml").write_bytes(b"two\n")
    assert list(old.paths()) == ["qms.yaml", "spasi dan é.md"]
    assert old.read("qms.yaml") == b"one\n"
    assert Disk(repository).read("qms.yaml") == b"two\n"
    assert old.read("spasi dan é.md") == b"\x00\xff\n\n"
    with pytest.raises(OSError, match="nothing"):
        old.read("nothing.md")


def test_asking_writes_nothing(repository):
    os.utime(repository / "qms.yaml", (1, 1))
    (repository / "new.md").write_bytes(b"x")

    def everything():
        return {
            path: (path.stat().st_mtime_ns, path.read_bytes())
            for path in sorted(repository.parent.rglob("*"))
            if path.is_file()
        }

    before = everything()
    git.commit_of(repository)
    git.files_at(repository, "HEAD")
    git.resolve(repository, "HEAD")
    git.top_of(repository)
    assert everything() == before


def test_settings_of_the_reader_change_no_answer(repository, monkeypatch, tmp_path):
    settings = tmp_path / "gitconfig"
    settings.write_text(
        "[color]\n\tui = always\n[log]\n\tshowSignature = true\n\tdate = iso\n"
        "[status]\n\tshortBranch = true\n\tbranch = true\n[core]\n\tquotePath = true\n"
    )
    plain = git.commit_of(repository), git.files_at(repository, "HEAD")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    assert (git.commit_of(repository), git.files_at(repository, "HEAD")) == plain
