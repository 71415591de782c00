"""A repository that is damaged, foreign or cut off is told as what it is, with what to type."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zlib
from collections.abc import Iterator
from hashlib import sha1
from pathlib import Path

import pytest

from folders import home, lay
from running import git, smm
from smmkit import git as door
from smmkit.errors import SmmError
from smmkit.words import Message, language

QMS = home()


TO_SEND = {
    "q/qms.yaml": QMS + "classes: [{id: open, title: Open, outside: true}]\n",
    "q/s.yaml": "kind: submission\nid: S-1\ntitle: S\ndate: 2026-02-10\nrecipient: Badan LS\nlanguage: en\n",
    "q/a.yaml": "kind: audit\nid: A-1\ntitle: A\ndate: 2026-02-01\naudit_type: internal\n"
    "classification: open\nscope: All units\nconclusion: It works\n",
}
"""What makes a bundle of the same QMS."""


@pytest.fixture
def top(tmp_path: Path) -> Path:
    """A repository with a QMS in a folder of it, and two commits."""
    top = lay(tmp_path / "top", {"q/qms.yaml": QMS, "q/b.txt": "x\n", "other": "1"})
    git(top, "init", "-q", "-b", "main")
    git(top, "add", ".")
    git(top, "commit", "-qm", "one")
    (top / "q" / "qms.yaml").write_text(QMS + "# two\n")
    git(top, "commit", "-qam", "two")
    git(top, "tag", "v1")
    return top


def told(said: object) -> str:
    return language("en").say(said) if isinstance(said, Message) else ""


def answers(folder: Path, commit: str, ids: list[str]) -> Iterator[str]:
    """What is said where a question has no answer; each of them ends in an answer or a sentence."""
    asked = (
        lambda: door.commit_of(folder),
        lambda: door.resolve(folder, "HEAD~1"),
        lambda: door.resolve(folder, "v1"),
        lambda: door.files_at(folder, commit),
        lambda: [*door.blobs(folder, ids)],
    )
    for question in asked:
        try:
            yield told(question())
        except SmmError as error:
            yield told(error.message)


DAMAGE = {
    "empty": lambda data: data[:0],
    "noise": lambda data: data[:0] + b"\xff\x00\x9b31m\x1b[31m" * 30,
    "half": lambda data: data[: len(data) // 2],
    "bit": lambda data: data[:-9] + bytes([data[-9] ^ 0x40]) + data[-8:] if len(data) > 9 else b"",
    "gone": None,
}


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("is_packed", [False, True])
def test_whatever_file_of_a_repository_is_damaged(top, tmp_path, damage, is_packed):
    if is_packed:
        git(top, "gc", "-q")
        git(top, "commit-graph", "write", "--reachable", "--changed-paths")
    commit = git(top, "rev-parse", "HEAD").strip()
    ids = [line.split()[2] for line in git(top, "ls-tree", "-r", "HEAD").splitlines()]
    files = [
        file.relative_to(top)
        for file in (top / ".git").rglob("*")
        if file.is_file() and not {"hooks", "logs"} & {*file.parts}
    ]
    for file in files:
        copy = tmp_path / "copy"
        shutil.copytree(top, copy)
        data = (copy / file).read_bytes()
        (copy / file).unlink()
        if DAMAGE[damage]:
            (copy / file).write_bytes(DAMAGE[damage](data))
        for words in answers(copy / "q", commit, ids):
            assert "no git" not in words, file
            assert words.isprintable(), file
            assert "smm-git-" not in words, file
            if "cannot read" in words:
                assert "type: git -C" in words or "look at it with: git -C" in words
        shutil.rmtree(copy)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
@pytest.mark.parametrize(
    "place",
    ["HEAD", "config", "index", "packed-refs", "shallow", "refs/heads/main", "info/exclude"],
)
def test_a_pipe_in_place_of_a_file_of_git_is_not_waited_for(top, place):
    file = top / ".git" / place
    file.unlink(missing_ok=True)
    os.mkfifo(file)
    done = smm("list", "q", cwd=top)
    assert done.returncode == 0
    assert "without a commit:" in done.stdout


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
@pytest.mark.parametrize("name", [".gitignore", ".gitattributes"])
@pytest.mark.parametrize("place", ["", "q/", "q/deep/"])
def test_a_pipe_among_the_files_that_git_looks_into(top, name, place):
    (top / "q" / "deep").mkdir()
    os.mkfifo(top / place / name)
    assert f"{top / place / name} is no plain file" in told(door.origin_of(top / "q"))
    assert f"{top / place / name} is no plain file" in told(door.origin_of(top))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
@pytest.mark.parametrize("place", ["info/alternates", "info/commit-graph", "pack/p.idx", ""])
def test_a_pipe_among_the_objects(top, place):
    id_ = git(top, "rev-parse", "HEAD").strip()
    file = top / ".git" / "objects" / (place or f"{id_[:2]}/{id_[2:]}")
    file.unlink(missing_ok=True)
    os.mkfifo(file)
    assert f"{file} is no plain file" in told(door.origin_of(top / "q"))


@pytest.mark.skipif(os.name == "nt", reason="its programs are scripts of a shell")
def test_what_takes_too_long_is_ended_and_told(top, tmp_path, monkeypatch):
    monkeypatch.setattr("smmkit.git.process.MAX_WAIT", 1)
    slow = lay(tmp_path / "bin", {"git": "#!/bin/sh\nexec sleep 60\n"})
    (slow / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow}{os.pathsep}{os.environ['PATH']}")
    assert "git has not answered within 1 second" in told(door.origin_of(top / "q"))


@pytest.mark.skipif(sys.platform != "linux", reason="only there has the memory of git a bound")
def test_a_tree_that_names_itself_ten_times_ten_levels_deep(top):
    id_ = git(top, "rev-parse", "HEAD:q/qms.yaml").strip()
    row = "".join(f"100644 blob {id_}\tf{n}.yaml\n" for n in range(10))
    for _ in range(10):
        tree = subprocess.run(
            ["git", "mktree"], cwd=top, input=row, capture_output=True, text=True, check=True
        ).stdout.strip()
        row = "".join(f"040000 tree {tree}\td{n}\n" for n in range(10))
    commit = git(top, "commit-tree", "-m", "x", tree).strip()
    git(top, "update-ref", "refs/heads/main", commit)
    done = smm("validate", ".", "--since", "HEAD", cwd=lay(top, {"qms.yaml": QMS}))
    assert done.returncode == 2
    assert "git answers with more than" in done.stderr
    assert "without a commit:" in smm("list", ".", cwd=top).stdout


def test_a_list_of_where_a_history_ends_that_is_noise(top):
    (top / ".git" / "shallow").write_bytes(b"\xff\xfe\n")
    assert "git cannot read the history" in told(door.origin_of(top / "q"))


def test_no_name_of_a_folder_becomes_a_command_that_a_person_is_told_to_type(tmp_path):
    folder = lay(tmp_path / "$(touch mark) `touch mark` ' ; touch mark", {"qms.yaml": QMS})
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "one")
    (folder / ".git" / "index").write_bytes(b"junk")
    words = told(door.origin_of(folder))
    (folder / ".git" / "index").unlink()
    command = re.search(r"then type: (git -C .*)", words)[1]
    subprocess.run(["sh", "-c", command], cwd=tmp_path, check=True)
    assert not (tmp_path / "mark").exists()
    assert isinstance(door.commit_of(folder), door.Commit)


VERBS = ("list q", "gap-report q", "validate q", "validate q -f sarif", "validate q --since HEAD")
NEEDS_HISTORY = "validate q --since HEAD"
BROKEN = {
    "HEAD of noise": ("HEAD", b"\xff\xfe"),
    "empty HEAD": ("HEAD", b""),
    "HEAD that leads out": ("HEAD", b"ref: ../../../../etc/passwd\n"),
    "HEAD of nothing": ("HEAD", b"1" * 40 + b"\n"),
    "HEAD of a ring": ("HEAD", b"ref: refs/heads/a\n"),
    "settings of noise": ("config", b"[core\nx"),
    "index of noise": ("index", b"junk"),
    "branch of noise": ("refs/heads/main", b"junk\n"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_report_goes_on_and_a_comparison_is_refused(top, name):
    path, data = BROKEN[name]
    (top / ".git" / path).write_bytes(data)
    if name == "HEAD of a ring":
        (top / ".git" / "refs" / "heads" / "a").write_text("ref: refs/heads/a\n")
    for verb in VERBS:
        done = smm(*verb.split(), cwd=top)
        is_refused = verb == NEEDS_HISTORY and name != "index of noise"
        assert done.returncode == (2 if is_refused else 0), (verb, done.stderr)
        if is_refused:
            assert done.stderr.count("\n") == 1
        if verb in {"list q", "gap-report q"}:
            assert "without a commit:" in done.stdout
            assert "without git," not in done.stdout


def write_commit(top: Path, change) -> str:
    """A commit like the last one, but for what is changed in its text; the branch leads to it."""
    text = change(git(top, "cat-file", "commit", "HEAD")).encode()
    data = b"commit %d\0" % len(text) + text
    id_ = sha1(data).hexdigest()
    file = top / ".git" / "objects" / id_[:2] / id_[2:]
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(zlib.compress(data))
    (top / ".git" / "refs" / "heads" / "main").write_text(id_ + "\n")
    return id_


DATES = ["-5", "0", "253402300800", "99999999999999", "18446744073709551615", "9" * 200, "x", ""]


@pytest.mark.parametrize("date", DATES)
def test_the_day_of_a_commit_never_matters(top, date):
    id_ = write_commit(
        top, lambda text: re.sub(r"(committer .*> )\d+ (\S+)", rf"\g<1>{date} \g<2>", text)
    )
    assert door.commit_of(top) == door.Commit(id_, clean=True)
    assert door.resolve(top, "HEAD") == id_
    for verb in VERBS:
        assert smm(*verb.split(), cwd=top).returncode == 0, verb


@pytest.mark.parametrize("line", ["tree", "parent", "author", "committer"])
def test_a_commit_without_one_of_its_lines_is_refused_in_a_sentence_or_read(top, line):
    write_commit(top, lambda text: re.sub(rf"(?m)^{line} .*\n", "", text))
    for verb in VERBS:
        done = smm(*verb.split(), cwd=top)
        assert done.returncode in {0, 2}, (verb, done.stderr)


@pytest.mark.parametrize("what", ["HEAD:q/qms.yaml", "HEAD:q", "HEAD^{tree}"])
@pytest.mark.parametrize("damage", ["gone", "noise"])
def test_objects_that_a_comparison_needs(top, what, damage):
    id_ = git(top, "rev-parse", what).strip()
    file = top / ".git" / "objects" / id_[:2] / id_[2:]
    file.unlink()
    if damage == "noise":
        file.write_bytes(b"x")
    done = smm("validate", "q", "--since", "HEAD", cwd=top)
    assert done.returncode == 2
    assert "fsck --full" in done.stderr


def test_an_object_that_unpacks_to_more_than_is_read_is_refused(top):
    size = door.MAX_BYTES + 1
    packer = zlib.compressobj(9)
    data = packer.compress(b"blob %d\0" % size)
    data += b"".join(packer.compress(bytes(2**20)) for _ in range(size // 2**20))
    data += packer.compress(bytes(size % 2**20)) + packer.flush()
    hashed = sha1(b"blob %d\0" % size)
    for _ in range(size // 2**20):
        hashed.update(bytes(2**20))
    hashed.update(bytes(size % 2**20))
    id_ = hashed.hexdigest()
    file = top / ".git" / "objects" / id_[:2] / id_[2:]
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(data)
    git(top, "update-index", "--add", "--cacheinfo", f"100644,{id_},q/big.yaml")
    git(top, "commit", "-qm", "big")
    done = smm("validate", "q", "--since", "HEAD", cwd=top)
    assert done.returncode == 2
    assert "the files of this revision have more than" in done.stderr


# whose it is


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid(), reason="only root gives files away")
def test_the_repository_of_another_user_is_read_since_nothing_of_it_is_run(
    top, tmp_path, monkeypatch
):
    last = git(top, "rev-parse", "HEAD").strip()
    for path in [top, *top.rglob("*")]:
        os.chown(path, 12345, 12345)
    asked = ["git", "status"]
    refused = subprocess.run(asked, cwd=top, capture_output=True, text=True, check=False)
    assert "dubious ownership" in refused.stderr
    assert door.commit_of(top / "q") == door.Commit(last, clean=True)
    assert f"commit {last[:12]} (no other changes)" in smm("list", "q", cwd=top).stdout
    done = smm("validate", "q", "--since", "HEAD", cwd=top)
    assert done.returncode == 0
    assert "dubious ownership" in done.stderr
    settings = tmp_path / "settings"
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    command = re.search(r"git config --global .*", done.stderr)[0]
    subprocess.run(command, shell=True, check=True)
    assert subprocess.run(asked, cwd=top, capture_output=True, check=False).returncode == 0
    done = smm("validate", "q", "--since", "HEAD", cwd=top, GIT_CONFIG_GLOBAL=str(settings))
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid(), reason="only root gives files away")
def test_a_bundle_of_the_repository_of_another_user_names_its_commit(top):
    lay(top, TO_SEND)
    git(top, "add", ".")
    git(top, "commit", "-qm", "three")
    last = git(top, "rev-parse", "HEAD").strip()
    os.chown(top, 12345, 12345)
    done = smm("bundle", "q", "-o", "b", cwd=top)
    assert done.returncode == 0
    assert "dubious ownership" in done.stdout
    assert f"Source-Commit: {last}" in (top / "b" / "bag-info.txt").read_text()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="this system has no such permissions")
def test_a_repository_that_may_not_be_read_says_whose_turn_it_is(top):
    assert smm("list", "q", cwd=top).returncode == 0
    is_root = os.geteuid() == 0
    closed = [above for above in top.parents if not above.stat().st_mode & 0o001]
    modes = {above: above.stat().st_mode for above in closed if is_root}
    for above, mode in modes.items():
        above.chmod(mode | 0o011)
    (top / ".git").chmod(0o700 if is_root else 0)
    try:
        if is_root:
            os.seteuid(65534)
        done = smm("list", "q", cwd=top)
    finally:
        if is_root:
            os.seteuid(0)
        (top / ".git").chmod(0o755)
        for above, mode in modes.items():
            above.chmod(mode)
    assert done.returncode == 0, done.stderr
    said = " ".join(done.stdout.split())
    assert ".git cannot be opened: this is not permitted." in said
    assert "chown -R USER" in said


# where it leads


def test_a_file_that_names_any_repository_is_not_believed(top, tmp_path):
    stranger = lay(tmp_path / "stranger", {"qms.yaml": QMS, ".git": f"gitdir: {top / '.git'}\n"})
    done = smm("validate", stranger, "--since", "HEAD")
    assert done.returncode == 2
    assert "does not know this folder" in done.stderr
    told_to = re.search(r"type: (git --git-dir=.*)\n", done.stderr)[1]
    subprocess.run(told_to, shell=True, check=True)
    assert smm("validate", stranger, "--since", "HEAD").returncode in {0, 1}


def test_a_repository_apart_from_its_folder_is_read_once_it_knows_it(tmp_path):
    top = lay(tmp_path / "apart", {"qms.yaml": QMS})
    git(tmp_path, "init", "-q", f"--separate-git-dir={tmp_path / 'kept'}", "apart")
    git(top, "add", ".")
    git(top, "commit", "-qm", "one")
    assert "does not know this folder" in told(door.origin_of(top))
    git(top, "config", "core.worktree", str(top))
    assert door.commit_of(top) == door.Commit(git(top, "rev-parse", "HEAD").strip(), clean=True)


def test_a_worktree_that_was_moved_says_how_to_mend_it(top, tmp_path):
    git(top, "worktree", "add", "-q", str(tmp_path / "one"))
    (tmp_path / "one").rename(tmp_path / "two")
    words = told(door.origin_of(tmp_path / "two"))
    assert "worktree repair" in words
    git(top, "worktree", "repair", str(tmp_path / "two"))
    assert isinstance(door.commit_of(tmp_path / "two"), door.Commit)


@pytest.mark.parametrize(
    "text", [b"", b"gitdir:", b"gitdir: nowhere\n", b"gitdir: \xff\x00\n", b"\x1b[31m", b"x" * 9**7]
)
def test_a_file_that_leads_nowhere_is_told(tmp_path, text):
    lay(tmp_path, {"q/qms.yaml": QMS, ".git": text})
    done = smm("list", "q", cwd=tmp_path)
    assert done.returncode == 0
    assert "without a commit:" in done.stdout
    refused = smm("validate", "q", "--since", "HEAD", cwd=tmp_path)
    assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)


def test_a_link_in_place_of_a_repository_is_not_followed(top, tmp_path):
    stranger = lay(tmp_path / "stranger", {"qms.yaml": QMS})
    (stranger / ".git").symlink_to(top / ".git")
    assert "links are not followed" in told(door.origin_of(stranger))
    assert "links are not followed" in smm("validate", stranger, "--since", "HEAD").stderr
    names = top / ".git" / "refs"
    names.rename(tmp_path / "names")
    names.symlink_to(tmp_path / "names")
    assert "links are not followed" in told(door.origin_of(top))


def test_an_empty_folder_called_git_is_no_repository(top):
    (top / "q" / ".git").mkdir()
    assert door.top_of(top / "q").samefile(top)
    assert isinstance(door.commit_of(top / "q"), door.Commit)


def test_submodules_in_a_ring_end(top):
    for name in ("a", "b"):
        git(top, "init", "-q", name)
    for name, other in (("a", "b"), ("b", "a")):
        lay(top / name, {"x": "x"})
        git(top / name, "add", "x")
        git(top / name, "commit", "-qm", "x")
        (top / name / other).symlink_to(top / other)
    assert not door.commit_of(top).clean


def test_what_init_and_sarif_need_of_a_broken_repository(top, tmp_path):
    (top / ".git" / "HEAD").write_bytes(b"")
    done = smm("init", "new", "--name", "X", "--head-name", "Y", cwd=top)
    assert done.returncode == 0, done.stderr
    assert "smm save --begin" not in done.stdout
    said = smm("validate", "q", "-f", "sarif", cwd=top)
    assert said.returncode == 0


def test_a_bundle_is_refused_where_its_commit_cannot_be_read(top):
    lay(top, TO_SEND)
    (top / ".git" / "index").write_bytes(b"junk")
    done = smm("bundle", "q", "-o", "b.zip", cwd=top)
    assert done.returncode == 2
    assert "delete this file, then type: git -C" in done.stderr
    assert not (top / "b.zip").exists()
    (top / ".git" / "index").unlink()
    git(top, "reset", "-q")
    git(top, "add", ".")
    git(top, "commit", "-qm", "four")
    assert smm("bundle", "q", "-o", "b.zip", cwd=top).returncode == 0


def test_a_bundle_of_a_shallow_clone_says_what_its_commit_is_worth(top, tmp_path):
    lay(top, TO_SEND)
    git(top, "add", ".")
    git(top, "commit", "-qm", "three")
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{top}", "clone")
    done = smm("bundle", "clone/q", "-o", "b.zip", cwd=tmp_path)
    assert done.returncode == 0
    assert "git fetch --unshallow" in done.stdout
    assert "git fetch --unshallow" in " ".join(smm("list", "clone/q", cwd=tmp_path).stdout.split())
    done = smm("validate", "clone/q", "--since", "HEAD~1", cwd=tmp_path)
    assert done.returncode == 2
    assert "this clone is shallow" in done.stderr
