"""`smm save`: a commit for who never learns git."""

import os
import stat
import subprocess
import time
from pathlib import Path

import pytest

from folders import contents, lay
from running import git, smm, smm_at_terminal
from sharing import FILES, audit, save, without_settings


@pytest.fixture
def qms(tmp_path: Path) -> Path:
    """A QMS with a history of one save."""
    folder = lay(tmp_path / "q", {**FILES, "audit/AUD-01.yaml": audit()})
    assert save(folder, "begun", "--begin").returncode == 0
    return folder


def last(folder: Path, form: str = "%an|%s") -> str:
    return git(folder, "log", "-1", f"--format={form}").strip()


def test_a_folder_without_a_history_stays_whole_until_somebody_wants_one(tmp_path):
    folder = lay(tmp_path / "q", FILES)
    before = contents(folder)
    done = save(folder)
    assert done.returncode == 2
    assert "has no history yet" in done.stderr
    assert "--begin" in done.stderr
    assert contents(folder) == before
    assert not (folder / ".git").exists()


@pytest.mark.long
def test_what_changes_within_the_second_of_a_save_is_not_hidden_by_it(qms):
    for first, second in (("oneA", "oneB"), ("twoA", "twoB")):
        time.sleep(1 - time.time() % 1)  # so that the save and the change fall into one second
        lay(qms, {"audit/AUD-01.yaml": audit(title=first)})
        assert save(qms).returncode == 0
        lay(qms, {"audit/AUD-01.yaml": audit(title=second)})
        time.sleep(1)
        assert save(qms).returncode == 0
        assert second in git(qms, "show", "HEAD:audit/AUD-01.yaml")


def test_a_person_is_asked_and_begins_a_history(tmp_path):
    folder = lay(tmp_path / "q", FILES)
    call = ("save", "the first of it", folder, "--by", "P-2")
    assert smm_at_terminal(*call, typed="n\n")[0] == 1
    assert not (folder / ".git").exists()
    code, shown = smm_at_terminal(*call, typed="y\n")
    assert "Begin one here?" in shown
    assert code == 0
    assert last(folder) == "Budi Contoh|the first of it"
    assert git(folder, "status", "--porcelain") == ""
    assert not (folder / ".git/hooks").exists()


def test_what_was_saved_is_said_document_by_document(qms):
    lay(qms, {"audit/AUD-01.yaml": audit(title="Another"), "audit/AUD-02.yaml": audit("AUD-02")})
    (qms / "people.yaml").write_text(FILES["people.yaml"] + "# end\n")
    done = save(qms, "two audits")
    assert done.returncode == 0
    assert "~ AUD-01 Another (audit/AUD-01.yaml)" in done.stdout
    assert "+ AUD-02 Audit (audit/AUD-02.yaml)" in done.stdout
    assert git(qms, "status", "--porcelain") == ""
    assert "Nothing has changed" in save(qms).stdout
    (qms / "audit/AUD-02.yaml").unlink()
    assert "- audit/AUD-02.yaml" in save(qms).stdout


def test_faults_are_saved_and_told(qms):
    lay(qms, {"audit/AUD-02.yaml": "kind: audit\nid: [\n"})
    done = save(qms)
    assert done.returncode == 0
    assert "smm validate" in done.stdout
    assert git(qms, "status", "--porcelain") == ""


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", ">>>>>>> main"])
def test_what_has_marks_of_a_conflict_is_not_saved(qms, mark):
    lay(qms, {"audit/AUD-01.yaml": audit() + mark + "\n"})
    before = last(qms, "%H")
    done = save(qms)
    assert done.returncode == 2
    assert "audit/AUD-01.yaml:7" in done.stderr
    assert last(qms, "%H") == before
    assert git(qms, "diff", "--cached", "--name-only") == ""


def test_who_saves_is_a_person_of_the_register_or_whom_git_knows(qms, tmp_path):
    env = without_settings(tmp_path)
    lay(qms, {"a.yaml": audit("AUD-03")})
    done = smm("save", "x", qms, **env)
    assert done.returncode == 2
    assert "--by PERSON" in done.stderr
    assert "P-9" in smm("save", "x", qms, "--by", "P-9", **env).stderr
    (tmp_path / "home/.gitconfig").write_text("[user]\n\tname = Cici <x>\n\temail = c@x.id\n")
    assert smm("save", "x", qms, **env).returncode == 0
    assert last(qms, "%an|%ae") == "Cici x|c@x.id"


def test_who_has_saved_once_need_not_say_it_again(tmp_path):
    env = without_settings(tmp_path)
    folder = lay(tmp_path / "q", FILES)
    assert "known here as Budi Contoh" in save(folder, "x", "--begin", by="P-2", **env).stdout
    lay(folder, {"a.yaml": audit("AUD-03")})
    assert smm("save", "y", folder, **env).returncode == 0
    assert last(folder, "%an|%ae") == "Budi Contoh|P-2@smm.invalid"
    lay(folder, {"a.yaml": audit("AUD-03", "B")})
    assert save(folder, "z", **env).returncode == 0
    assert last(folder, "%an") == "Ani Contoh"
    assert git(folder, "config", "--local", "user.name").strip() == "Budi Contoh"


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_a_save_says_what_has_changed(qms, text):
    lay(qms, {"a.yaml": audit("AUD-03")})
    assert save(qms, text).returncode == 2


def test_only_the_folder_of_the_qms_is_saved_and_what_else_is_staged_stays_so(tmp_path):
    top = lay(tmp_path / "top", {"other.txt": "1\n", **{f"q/{p}": t for p, t in FILES.items()}})
    git(top, "init", "-q", "-b", "main")
    git(top, "add", "-A")
    git(top, "commit", "-qm", "one")
    lay(top, {"other.txt": "2\n", "third.txt": "3\n", "q/a.yaml": audit()})
    git(top, "add", "other.txt")
    assert save(top / "q").returncode == 0
    assert git(top, "show", "--name-only", "--format=").split() == ["q/a.yaml"]
    assert git(top, "status", "--porcelain").splitlines() == ["M  other.txt", "?? third.txt"]
    assert git(top, "fsck", "--strict") == "" or "dangling" in git(top, "fsck")


def test_what_git_ignores_is_not_saved(qms):
    lay(qms, {".gitignore": "out/\n", "out/x.pdf": "x", "kept.txt": "x"})
    assert save(qms).returncode == 0
    assert "out/x.pdf" not in git(qms, "ls-files")
    assert ".smm/undo" not in git(qms, "ls-files")


def test_a_repository_in_the_folder_is_told_and_nothing_is_saved(qms):
    inner = lay(qms / "inner", {"x.txt": "x"})
    git(inner, "init", "-q")
    git(inner, "add", "-A")
    git(inner, "commit", "-qm", "x")
    done = save(qms)
    assert done.returncode == 2
    assert "inner is a git repository of its own" in done.stderr


def test_while_git_is_in_the_middle_of_something_nothing_is_saved(qms):
    git(qms, "checkout", "-qb", "b")
    lay(qms, {"audit/AUD-01.yaml": audit(title="B")})
    git(qms, "commit", "-qam", "b")
    git(qms, "checkout", "-q", "main")
    lay(qms, {"audit/AUD-01.yaml": audit(title="C")})
    git(qms, "commit", "-qam", "c")
    with pytest.raises(subprocess.CalledProcessError):
        git(qms, "merge", "b")
    done = save(qms)
    assert done.returncode == 2
    assert "in the middle of something" in done.stderr


def test_without_a_branch_or_with_another_git_at_work_nothing_is_saved(qms):
    lay(qms, {"a.yaml": audit("AUD-03")})
    lock = qms / ".git/index.lock"
    lock.write_text("")
    before = last(qms, "%H")
    done = save(qms)
    assert done.returncode == 2
    assert "another git is at work" in done.stderr
    assert lock.exists()
    lock.unlink()
    git(qms, "checkout", "-q", "--detach")
    assert "no branch is checked out" in save(qms).stderr
    assert last(qms, "%H") == before


@pytest.mark.skipif(os.name == "nt", reason="no such rights")
def test_modes_links_and_odd_names_are_kept_as_git_keeps_them(qms):
    (qms / "run.sh").write_text("x")
    (qms / "run.sh").chmod(0o755)
    (qms / "link").symlink_to("qms.yaml")
    lay(qms, {"spasi dan é “x”.txt": "x", "-dash.txt": "x"})
    assert save(qms).returncode == 0
    assert git(qms, "status", "--porcelain") == ""
    assert stat.S_IMODE((qms / "run.sh").stat().st_mode) == 0o755
    assert "100755" in git(qms, "ls-files", "--stage", "run.sh")
    assert "120000" in git(qms, "ls-files", "--stage", "link")


def test_a_first_save_on_an_unborn_branch_of_a_linked_worktree_and_sha256(tmp_path, qms):
    git(qms, "worktree", "add", "-q", "-b", "other", str(tmp_path / "tree"))
    lay(tmp_path / "tree", {"a.yaml": audit("AUD-03")})
    assert save(tmp_path / "tree").returncode == 0
    assert git(qms, "log", "-1", "--format=%s", "other").strip() == "x"
    assert git(tmp_path / "tree", "status", "--porcelain") == ""
    folder = lay(tmp_path / "s", FILES)
    git(folder, "init", "-q", "--object-format=sha256")
    assert save(folder).returncode == 0
    assert git(folder, "status", "--porcelain") == ""


def test_without_git_on_this_machine_it_is_said(tmp_path):
    folder = lay(tmp_path / "q", FILES)
    (tmp_path / "empty").mkdir()
    done = save(folder, "x", "--begin", PATH=str(tmp_path / "empty"))
    assert done.returncode == 2
    assert "git-scm.com" in done.stderr


NIK = "note: NIK 3171234567890123\n"


def test_a_number_of_a_person_enters_the_history_only_where_somebody_wants_it(qms):
    before = last(qms, "%H")
    lay(qms, {"audit/AUD-02.yaml": audit("AUD-02").replace("note: nothing\n", NIK)})
    done = save(qms)
    assert done.returncode == 1
    assert "audit/AUD-02.yaml:6: personal data about to enter the history: " in done.stdout
    assert "3171234567890123" not in done.stdout
    assert "--yes" in done.stdout
    assert last(qms, "%H") == before
    call = ("save", "x", qms, "--by", "P-1")
    code, shown = smm_at_terminal(*call, typed="n\n")
    assert (code, last(qms, "%H")) == (1, before)
    assert "Nothing takes it out of the history later" in shown
    assert smm_at_terminal(*call, typed="y\n")[0] == 0
    assert last(qms, "%H") != before
    lay(qms, {"audit/AUD-02.yaml": audit("AUD-02", "Other").replace("note: nothing\n", NIK)})
    assert save(qms).returncode == 0  # what is in it already is not told again


def test_a_number_of_a_person_is_told_before_a_history_is_begun(tmp_path):
    folder = lay(tmp_path / "q", {**FILES, "a.yaml": audit().replace("note: nothing\n", NIK)})
    assert save(folder, "x", "--begin").returncode == 1
    assert not (folder / ".git").exists()
    assert save(folder, "x", "--begin", "--yes").returncode == 0
    assert "NIK" in git(folder, "show", "HEAD:a.yaml")


def test_the_files_that_are_listed_are_as_many_as_are_counted(tmp_path):
    folder = lay(tmp_path / "q", {**FILES, ".smm/schemas/qms.json": "{}\n"})
    assert "and 1 that smmkit keeps, in .smm/" in save(folder, "begun", "--begin").stdout
