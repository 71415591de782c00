"""Verbs that write, killed in the middle: the next one puts it right, and checking only tells it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

import pytest

from folders import contents
from running import PATIENCE, environment, git, smm

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no such signals")

SENT = ("--submission", "AJU-2020", "--allow", "sent=made again for a test")

KILLED = """
import os, signal, sys
from smmkit.__main__ import main
step, number, signal_ = sys.argv[1], int(sys.argv[2]), signal.Signals[sys.argv[3]]
real, calls = getattr(os, step), []
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)
def called(*arguments, **options):
    calls.append(0)
    if len(calls) == number:
        os.kill(os.getpid(), signal_)
    return real(*arguments, **options)
setattr(os, step, called)
sys.argv[1:] = sys.argv[4:]
main()
"""


def killed(step, number, *arguments, by="SIGKILL"):
    """A verb that gets a signal at its n-th call of one step of the system."""
    done = subprocess.run(
        [sys.executable, "-c", KILLED, step, str(number), by, *map(str, arguments)],
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done


TIDYING = """
import os, signal, sys
import smmkit.cli
from smmkit.__main__ import main
class Told:
    def __del__(self):
        os.kill(os.getpid(), signal.Signals[sys.argv[1]])
        for _ in range(1000):
            pass
def endless(arguments):
    Told()
    while True:
        pass
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)
smmkit.cli.run = endless
main()
"""


@pytest.mark.parametrize(("by", "code"), [("SIGTERM", 143), ("SIGHUP", 129), ("SIGINT", 130)])
def test_a_signal_that_comes_while_python_tidies_up_ends_the_verb(by, code):
    """What is raised there is lost, and the verb went on to its end."""
    done = subprocess.run(
        [sys.executable, "-c", TIDYING, by],
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr == "Interrupted; nothing was left half done.\n"


APPROVE = ("--by", "P-01", "--on", "2021-06-29")


def test_an_approval_that_is_killed_blocks_nothing(qms):
    before = contents(qms)
    done = killed("replace", 2, "approve", "SOP-13", qms, *APPROVE)  # the journal is the first
    assert done.returncode == -9
    half = contents(qms)
    assert set(half) - set(before) > {"issued/SOP-13"}
    for checking in (("validate", qms), ("list", qms), ("kpi", qms), ("gap-report", qms)):
        said = smm(*checking)
        assert "was cut off" in said.stderr
        assert "smm undo" in said.stderr
        assert said.returncode != 3
    assert contents(qms) == half, "checking never writes"
    sent = smm(
        "bundle",
        qms,
        "-o",
        qms.parent / "b.zip",
        *SENT,
    )
    assert (sent.returncode, (qms.parent / "b.zip").exists()) == (2, False)
    again = smm("approve", "SOP-13", qms, *APPROVE)
    assert again.returncode == 0, again.stderr
    assert "smm approve was cut off" in again.stderr
    assert smm("validate", qms).stderr == ""


def test_undo_puts_right_what_was_killed(qms):
    before = contents(qms)
    killed("replace", 2, "approve", "SOP-13", qms, *APPROVE)
    done = smm("undo", qms)
    assert done.returncode == 0
    assert "is put back" in done.stderr
    assert contents(qms) == before


@pytest.mark.parametrize("by", ["SIGTERM", "SIGHUP", "SIGINT"])
@pytest.mark.parametrize(("step", "number"), [("replace", 2), ("link", 2), ("fsync", 4)])
def test_a_signal_leaves_nothing_half_done(qms, by, step, number):
    before = contents(qms)
    done = killed(step, number, "approve", "SOP-13", qms, *APPROVE, by=by)
    assert done.returncode == {"SIGTERM": 143, "SIGHUP": 129, "SIGINT": 130}[by]
    assert "nothing was left half done" in done.stderr
    assert contents(qms) == before


@pytest.mark.parametrize("number", range(1, 12, 2))
def test_a_new_document_is_there_or_not(qms, number):
    before = set(contents(qms))
    killed("fsync", number, "new", "objective", qms, "--title", "X")
    first = smm("new", "objective", qms, "--title", "X", "--id", "SM-77")
    assert first.returncode == 0, first.stderr
    new = {path for path in set(contents(qms)) - before if not path.startswith(".smm")}
    assert len(new) in {2, 4}  # with that of before and its series, where it was done
    assert smm("validate", qms).returncode in {0, 1}
    assert "cut off" not in smm("validate", qms).stderr


@pytest.mark.parametrize("number", [1, 5, 20, 90, 200])
def test_a_folder_that_is_begun_is_there_or_not(tmp_path, number):
    killed("fsync", number, "init", tmp_path / "q", "--name", "X", "--lang", "en")
    if (tmp_path / "q").exists():
        assert smm("validate", tmp_path / "q").returncode == 0
        shutil.rmtree(tmp_path / "q")
    done = smm("init", tmp_path / "q", "--name", "X", "--lang", "en")
    assert done.returncode == 0, done.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["q"]


@pytest.mark.parametrize("number", [5, 60, 150])
def test_a_folder_that_is_there_is_begun_or_stays_as_it_was(tmp_path, number):
    (tmp_path / "mine.txt").write_text("mine")
    killed("link", number, "init", tmp_path, "--name", "X", "--lang", "en")
    done = smm("init", tmp_path, "--name", "X", "--lang", "en")
    if done.returncode:
        assert "is a QMS already" in done.stderr
    assert smm("validate", tmp_path).returncode == 0
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_a_bundle_that_is_killed_leaves_nothing_that_stays(qms, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    bundle = (
        "bundle",
        qms,
        "-o",
        out / "b.zip",
        *SENT,
    )
    assert killed("link", 1, *bundle).returncode == -9
    (left,) = out.iterdir()
    assert left.name.startswith(".smm-")
    done = smm(*bundle)
    assert done.returncode == 0, done.stderr
    assert f"{left}, left by a verb that was cut off, is removed" in done.stderr
    assert [p.name for p in out.iterdir()] == ["b.zip"]


def test_git_sees_nothing_of_what_smm_keeps(qms):
    git(qms, "init", "-q")
    git(qms, "add", "-A")
    git(qms, "commit", "-qm", "begin")
    killed("replace", 2, "approve", "SOP-13", qms, *APPROVE)
    assert ".smm" not in git(qms, "status", "--porcelain", "--untracked-files=all")
    assert smm("new", "objective", qms).returncode == 0
    assert smm("kpi", qms, "-o", qms / "kpi.html").returncode == 0
    assert ".smm" not in git(qms, "status", "--porcelain", "--untracked-files=all")


@pytest.mark.parametrize(
    "path", ["../outside", "/etc/hostname", ".git/hooks/pre-commit", "sop/../../outside", "."]
)
def test_a_journal_of_a_stranger_leads_nowhere(qms, path):
    """A folder that comes with a pull request or in an archive may hold anything."""
    outside = qms.parent / "outside"
    outside.write_text("mine")
    git(qms, "init", "-q")
    room = qms / ".smm/writing"
    (room / "was").mkdir(parents=True)
    (room / "was/0").write_text("evil")
    import hashlib

    for after in (hashlib.sha256(b"mine").hexdigest(), None):
        change = {"path": path, "before": hashlib.sha256(b"evil").hexdigest(), "after": after}
        noted = {
            "format": 1,
            "verb": "new",
            "changes": [change],
            "folders": ["../outside.d", ".git"],
        }
        room.mkdir(exist_ok=True)
        (room / "was").mkdir(exist_ok=True)
        (room / "was/0").write_text("evil")
        (room / "journal.json").write_text(json.dumps(noted))
        done = smm("new", "objective", qms)
        assert done.returncode in {0, 2}
        assert "Traceback" not in done.stderr
        assert outside.read_text() == "mine"
        assert not (qms / ".git/hooks/pre-commit").exists()
        assert (qms / ".git").is_dir()


@pytest.mark.parametrize(
    "text", ["", "{}", "[1]", '{"format": 99}', "\ufeff{", "9" * 9000, "[" * 99999]
)
def test_a_journal_that_is_none_is_told(qms, text):
    (qms / ".smm/writing").mkdir(parents=True)
    (qms / ".smm/writing/journal.json").write_text(text)
    assert smm("validate", qms).returncode == 0
    done = smm("new", "objective", qms)
    assert done.returncode == 2
    assert "journal.json is no journal of this smmkit" in done.stderr


def test_a_folder_of_smm_that_is_a_link_leads_nowhere(qms, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (qms / ".smm").symlink_to(tmp_path / "elsewhere")
    done = smm("new", "objective", qms)
    assert done.returncode == 2
    assert "leads out of the folder" in done.stderr
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_folder_of_documents_that_is_a_link_out_is_not_written_into(qms, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    shutil.rmtree(qms / "sop")
    (qms / "sop").symlink_to(tmp_path / "elsewhere")
    done = smm("new", "procedure", qms, "--id", "SOP-99")
    assert done.returncode == 2
    assert "leads out of the folder" in done.stderr
    assert list((tmp_path / "elsewhere").iterdir()) == []
