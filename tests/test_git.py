"""The one door to git, against real repositories."""

import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from smmkit import git
from smmkit.errors import SmmError
from smmkit.files.tree import Disk
from smmkit.git import desk
from smmkit.git.revision import Revision
from smmkit.words import Message, language
from smmkit.writing import write_inside


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


def said(answer: git.Origin) -> str:
    """Why there is no commit."""
    assert isinstance(answer, Message)
    return language("en").say(answer)


def refused(ask, *question) -> str:
    """With which words a question is refused."""
    with pytest.raises(SmmError) as stopped:
        ask(*question)
    return language("en").say(stopped.value.message)


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


def test_what_smm_has_drawn_from_a_folder_is_no_change_of_it(repository):
    (repository / "cetak").mkdir()
    write_inside(repository, "cetak/SOP é.pdf", b"the paper")
    assert git.commit_of(repository).clean
    (repository / "cetak/SOP é.pdf").write_bytes(b"the scan of it")
    assert not git.commit_of(repository).clean
    (repository / "cetak/SOP é.pdf").write_bytes(b"the paper")
    assert git.commit_of(repository).clean
    (repository / "sop.yaml").write_bytes(b"new\n")
    assert not git.commit_of(repository).clean


def test_a_list_of_what_was_made_hides_no_document_and_no_change(repository):
    write_inside(repository, "a.pdf", b"one")
    listed = repository / ".smm/made/list.json"
    sums = {name: [hashlib.sha256(b"one\n").hexdigest()] for name in ("a.yaml", "qms.yaml")}
    listed.write_text(json.dumps({**json.loads(listed.read_bytes()), **sums}))
    (repository / "a.yaml").write_bytes(b"one\n")
    assert not git.commit_of(repository).clean
    (repository / "a.yaml").unlink()
    assert git.commit_of(repository).clean
    (repository / "spasi dan é.md").unlink()
    assert not git.commit_of(repository).clean


def test_a_file_touched_without_change_is_clean(repository):
    os.utime(repository / "qms.yaml", (1, 1))
    assert git.commit_of(repository).clean


def test_without_a_commit_without_a_repository_without_a_folder(tmp_path, repository):
    (tmp_path / "empty").mkdir()
    run(tmp_path / "empty", "init", "-q")
    (tmp_path / "bare").mkdir()
    new = repository.parent / "new"
    new.mkdir()
    for folder in (tmp_path / "bare", tmp_path / "nowhere"):
        assert git.commit_of(folder) is None
        assert git.top_of(folder) is None
        assert not git.changed(folder, ["a"])
        assert "is in no git repository" in refused(git.resolve, folder, "HEAD")
        assert "is in no git repository" in refused(git.files_at, folder, "HEAD")
    assert "the branch that is checked out has no" in said(git.commit_of(tmp_path / "empty"))
    assert said(git.commit_of(new)) == "nothing of this folder is committed yet"
    for folder in (tmp_path / "empty", new):
        assert "git knows no revision HEAD~9" in refused(git.resolve, folder, "HEAD~9")


def test_without_git_every_answer_says_so(repository, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not git.installed()
    assert "there is no git on this machine" in said(git.commit_of(repository))
    assert git.top_of(repository).samefile(repository.parent)
    assert "it is not installed" in refused(git.resolve, repository, "HEAD")
    assert "is not installed" in refused(git.files_at, repository, "HEAD")
    assert not git.changed(repository, ["qms.yaml"])


def test_a_git_that_does_not_start_is_told(repository, monkeypatch, tmp_path):
    broken = tmp_path / "git"
    broken.write_text("#!/bin/sh\nexit 127\n")
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "does not start; install git anew" in refused(git.commit_of, repository)
    broken.write_text("no program")
    assert "cannot be started" in refused(git.commit_of, repository)
    assert "cannot be started" in said(git.origin_of(repository))


def test_a_disk_without_room_is_not_taken_for_a_broken_git(repository, monkeypatch):
    def full(*_arguments, **_options):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.TemporaryFile", full)
    assert refused(git.commit_of, repository) == "git cannot be asked: the disk is full"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "it does not say why; see whether the disk is full"),
        ("To /there\n ! [remote rejected]\nerror: failed to push\n", "failed to push"),
        (
            "To /there\n ! [remote rejected] HEAD -> main (hook declined)\nerror: failed to push\n",
            "hook declined",
        ),
        ("fatal: No space left on device\n", "No space left on device"),
        ("remote: fatal: no room\n", "no room"),
        ("odd\n", "odd"),
    ],
)
def test_of_all_that_git_says_the_error_is_told(text, line):
    assert said(desk.refused(text).message) == f"git refuses: {line}"


def test_the_root_of_the_repository(repository):
    assert git.top_of(repository).samefile(repository.parent)


def test_a_revision_is_a_commit_and_never_an_option(repository):
    head = run(repository, "rev-parse", "HEAD")
    assert git.resolve(repository, "HEAD") == head
    assert git.resolve(repository, head[:8]) == head
    blob = run(repository, "rev-parse", "HEAD:./qms.yaml")
    tree = run(repository, "rev-parse", "HEAD^{tree}")
    for name in (
        "nothing",
        "@{u}",
        "--all",
        "-n1",
        "",
        blob,
        tree,
        "HEAD^{tree}",
        "HEAD~999999999",
        "\0",
    ):
        assert "git knows no revision" in refused(git.resolve, repository, name)


def test_every_way_to_name_a_revision(repository):
    top = repository.parent
    one, two = run(top, "rev-parse", "HEAD~1"), run(top, "rev-parse", "HEAD")
    run(top, "tag", "-a", "v1", "-m", "v1", "HEAD~1")
    run(top, "branch", "cabang/satu", "HEAD~1")
    run(top, "update-ref", "refs/remotes/origin/main", "HEAD~1")
    for packed in (False, True):
        if packed:
            run(top, "pack-refs", "--all")
            run(top, "repack", "-adq")
        for name in ("HEAD^", "v1", "cabang/satu", "origin/main", "@{1}", "HEAD@{1}"):
            assert git.resolve(repository, name) == one, name
        assert git.resolve(repository, "@") == git.resolve(repository, two[:9]) == two
        assert git.commit_of(repository) == git.Commit(one, clean=True)


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
    git.changed(repository, ["qms.yaml"])
    list(git.blobs(repository, [*git.files_at(repository, "HEAD").values()]))
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


# as git sees it, however it is kept


def agrees(folder: Path, clean: bool) -> bool:
    """Whether the answer is this, and that of git."""
    status = run(folder, "status", "--porcelain", "--untracked-files=all", "--", ".")
    assert (status == "") == clean, status
    return git.commit_of(folder) == git.Commit(
        run(folder, "log", "-1", "--format=%H", "--", "."), clean
    )


def check_out(folder: Path, *options: str) -> None:
    """Have git write a file anew, as on a system that ends lines differently."""
    (folder / "qms.yaml").unlink()
    run(folder, *options, "checkout", "--", "qms.yaml")
    assert (folder / "qms.yaml").read_bytes() == b"one\r\n"


@pytest.mark.parametrize("whose", ["repository", "reader", "worktree"])
def test_ends_of_lines_are_compared_as_git_compares_them(repository, whose, monkeypatch, tmp_path):
    if whose == "repository":
        run(repository, "config", "core.autocrlf", "true")
    elif whose == "worktree":
        run(repository, "config", "extensions.worktreeConfig", "true")
        run(repository, "config", "--worktree", "core.autocrlf", "true")
    else:
        (tmp_path / "gitconfig").write_text("[core]\n\tautocrlf = true\n")
        monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    check_out(repository, "-c", "core.autocrlf=true")
    assert git.commit_of(repository).clean
    (repository / "qms.yaml").write_bytes(b"two\r\n")
    assert not git.commit_of(repository).clean


def test_without_such_a_setting_an_end_of_line_is_a_change(repository):
    (repository / "qms.yaml").write_bytes(b"one\r\n")
    assert agrees(repository, clean=False)


def test_ends_of_lines_by_attributes(repository):
    (repository / ".gitattributes").write_text("*.yaml text eol=crlf\n")
    run(repository, "add", ".")
    run(repository, "commit", "-qm", "attributes")
    check_out(repository)
    assert agrees(repository, clean=True)


@pytest.mark.parametrize("place", [".gitignore", ".git/info/exclude", "of the reader"])
def test_what_is_ignored_is_no_change(repository, place, monkeypatch, tmp_path):
    if place == "of the reader":
        (tmp_path / "git").mkdir()
        (tmp_path / "git" / "ignore").write_text("*.tmp\n")
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    else:
        (repository.parent / place).write_text("*.tmp\n")
    (repository / "a.tmp").write_bytes(b"x")
    assert git.commit_of(repository).clean
    (repository / "a.md").write_bytes(b"x")
    assert not git.commit_of(repository).clean


def test_a_worktree_has_its_own_commit_and_cleanliness(repository, tmp_path):
    other = tmp_path / "other" / "mutu, é"
    run(repository, "worktree", "add", "-q", "-b", "cabang", str(other.parent))
    assert agrees(other, clean=True)
    (other / "qms.yaml").write_bytes(b"two\n")
    assert agrees(other, clean=False)
    run(other, "commit", "-qam", "three")
    assert agrees(other, clean=True)
    assert agrees(repository, clean=True)
    assert git.commit_of(other) != git.commit_of(repository)
    assert git.top_of(other).samefile(other.parent)
    assert git.resolve(other, "HEAD~1") == git.resolve(repository, "HEAD")
    assert git.resolve(other, "HEAD@{1}") == run(other, "rev-parse", "HEAD@{1}")
    assert git.resolve(repository, "HEAD@{1}") == run(repository, "rev-parse", "HEAD@{1}")


@pytest.fixture
def with_submodule(repository, tmp_path):
    """The same folder, with a submodule in it."""
    source = tmp_path / "source"
    source.mkdir()
    run(source, "init", "-q")
    (source / "a.md").write_bytes(b"a\n")
    run(source, "add", ".")
    run(source, "commit", "-qm", "a")
    allowing = ("-c", "protocol.file.allow=always")
    run(repository, *allowing, "submodule", "--quiet", "add", str(source), "sub")
    run(repository, "commit", "-qm", "sub")
    return repository


def test_a_submodule_is_a_repository_of_its_own(with_submodule):
    sub = with_submodule / "sub"
    assert agrees(with_submodule, clean=True)
    assert agrees(sub, clean=True)
    assert git.top_of(sub).samefile(sub)
    assert "sub/a.md" not in git.files_at(with_submodule, "HEAD")


@pytest.mark.parametrize("change", ["edit", "new", "commit", "staged"])
def test_a_change_in_a_submodule_is_a_change(with_submodule, change):
    sub = with_submodule / "sub"
    (sub / ("new.md" if change == "new" else "a.md")).write_bytes(b"b\n")
    if change in {"commit", "staged"}:
        run(sub, "commit", "-qam", "b")
    if change == "staged":
        run(with_submodule, "add", "sub")
    assert agrees(with_submodule, clean=False)


def test_a_submodule_that_is_not_fetched_is_no_change(with_submodule):
    run(with_submodule, "submodule", "--quiet", "deinit", "-f", "sub")
    assert agrees(with_submodule, clean=True)
    shutil.rmtree(with_submodule / "sub")
    assert git.commit_of(with_submodule).clean == ("D" not in run(with_submodule, "status", "-s"))


@pytest.mark.parametrize("index", [[], ["--sparse-index"]])
def test_a_sparse_checkout_is_clean_without_what_is_left_out(repository, index):
    (repository / "besar").mkdir()
    (repository / "besar" / "a.md").write_bytes(b"a")
    run(repository, "add", ".")
    run(repository, "commit", "-qm", "besar")
    run(repository.parent, "sparse-checkout", "set", "--cone", *index, "nothing")
    top = repository.parent
    assert not (repository / "besar").exists()
    assert agrees(top, clean=True)
    (top / "new.md").write_bytes(b"b")
    assert agrees(top, clean=False)


@pytest.mark.parametrize("bit", ["--assume-unchanged", "--skip-worktree"])
def test_a_change_that_git_was_told_not_to_see_is_seen(repository, bit):
    run(repository, "update-index", bit, "qms.yaml", "spasi dan é.md")
    assert git.commit_of(repository).clean
    (repository / "qms.yaml").write_bytes(b"two\n")
    assert run(repository, "status", "--porcelain") == ""
    assert not git.commit_of(repository).clean


@pytest.mark.parametrize(
    "way",
    [("update-index", "--split-index"), ("update-index", "--index-version", "4"), ("gc", "-q")],
)
def test_however_git_keeps_it(repository, way):
    run(repository, *way)
    assert agrees(repository, clean=True)
    (repository / "qms.yaml").write_bytes(b"two\n")
    assert agrees(repository, clean=False)


def test_hashes_of_the_other_length(tmp_path):
    run(tmp_path, "init", "-q", "--object-format=sha256")
    (tmp_path / "a.md").write_bytes(b"a")
    run(tmp_path, "add", ".")
    run(tmp_path, "commit", "-qm", "a")
    assert agrees(tmp_path, clean=True)
    assert list(git.blobs(tmp_path, [*git.files_at(tmp_path, "HEAD").values()])) == [b"a"]


def test_no_branch_is_checked_out(repository):
    run(repository.parent, "checkout", "-q", "--detach", "HEAD~1")
    assert agrees(repository, clean=True)


def test_a_shallow_clone_says_where_its_history_ends(repository, tmp_path):
    run(tmp_path, "clone", "-q", "--depth=1", f"file://{repository.parent}", "shallow")
    shallow = tmp_path / "shallow" / "mutu, é"
    last = run(repository, "rev-parse", "HEAD")
    assert git.commit_of(shallow) == git.Commit(last, clean=True, cut=True)
    assert git.resolve(shallow, "HEAD") == last
    words = refused(git.resolve, shallow, "HEAD~1")
    assert "this clone is shallow" in words
    assert "git fetch --unshallow" in words


def test_a_clone_without_files_has_its_commit_and_fetches_nothing(repository, tmp_path):
    run(repository, "config", "uploadpack.allowFilter", "true")
    source = f"file://{repository.parent}"
    run(tmp_path, "clone", "-q", "--filter=blob:none", "-n", source, "partial")
    run(tmp_path / "partial", "reset", "-q", "--mixed")
    partial = tmp_path / "partial"
    assert git.commit_of(partial) == git.Commit(run(repository, "rev-parse", "HEAD"), clean=False)
    ids = [*git.files_at(partial, "HEAD").values()]
    words = refused(lambda: list(git.blobs(partial, ids)))
    assert "nothing is fetched" in words
    run(partial, "fetch", "-q", "--refetch", "--no-filter")
    assert len(list(git.blobs(partial, ids))) == len(ids)


def test_the_settings_around_a_hook_are_not_those_of_the_folder(repository, tmp_path, monkeypatch):
    plain = git.commit_of(repository)
    run(tmp_path, "init", "-q", "other")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other" / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(tmp_path / "other"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "nothing"))
    assert git.commit_of(repository) == plain


def test_a_replaced_commit_is_the_true_one(repository):
    one = git.commit_of(repository).id
    run(repository, "replace", one, run(repository, "rev-parse", "HEAD"))
    assert git.commit_of(repository).id == one


def test_changed_files_are_named_one_by_one(repository):
    assert not git.changed(repository, ["qms.yaml", "spasi dan é.md"])
    (repository / "qms.yaml").write_bytes(b"two\n")
    assert git.changed(repository, ["qms.yaml", "spasi dan é.md"])
    assert not git.changed(repository, ["spasi dan é.md"])
    assert not git.changed(repository, ["*"])
    assert not git.changed(repository, [])
