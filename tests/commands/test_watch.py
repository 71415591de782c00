"""`smm watch`: a folder judged again on each save, in a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from folders import lay
from running import PATIENCE, ROOT, environment, smm
from sharing import FILES, audit
from smmkit.console.watching import Judging
from smmkit.rules import examine

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no such signals")

BAD = audit(title="[")


@pytest.fixture
def qms(tmp_path: Path) -> Path:
    return lay(tmp_path / "q", {**FILES, "audit/AUD-01.yaml": audit()})


@contextmanager
def watching(folder: Path) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """The process, and the file that it writes into."""
    out = folder.parent / "out"
    with out.open("w") as stream:
        process = subprocess.Popen(
            [sys.executable, "-m", "smmkit", "watch", folder],
            cwd=ROOT,
            env=environment(),
            stdout=stream,
            stderr=subprocess.PIPE,
            text=True,
        )
    try:
        wait_for(out, "Waiting for what is saved")
        yield process, out
    finally:
        process.kill()
        process.communicate()


def wait_for(out: Path, words: str) -> str:
    """What was written, once these words are among it."""
    end = time.monotonic() + PATIENCE
    while words not in out.read_text():
        assert time.monotonic() < end, out.read_text()
        time.sleep(0.05)
    return out.read_text()


def test_only_what_a_save_has_changed_is_shown(qms):
    lay(qms, {"b.yaml": BAD})
    with watching(qms) as (process, out):
        assert "+ b.yaml:3:8: error SMM001" in out.read_text()
        lay(qms, {"audit/AUD-01.yaml": BAD})
        shown = wait_for(out, "audit/AUD-01.yaml:3:8: error SMM001")
        assert shown.count("b.yaml:3:8") == 1
        lay(qms, {"audit/AUD-01.yaml": audit()})
        wait_for(out, "- audit/AUD-01.yaml:3:8: error SMM001")
        assert "\x1b" not in out.read_text()
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 130


@pytest.mark.long
def test_a_burst_is_one_run_and_what_editors_and_git_leave_is_none(qms):
    with watching(qms) as (_, out):
        before = len(out.read_text())
        for name in (".b.yaml.swp", "b.yaml~", "~$b.docx", "#b.yaml#", "4913", ".git/x", ".smm/x"):
            lay(qms, {name: "x"})
        time.sleep(2)
        assert len(out.read_text()) == before
        lay(qms, {f"n{n}.yaml": BAD for n in range(30)})
        shown = wait_for(out, "n29.yaml:3:8")
        assert len([line for line in shown[before:].splitlines() if " n0.yaml, " in line]) == 1


def test_what_was_saved_before_it_began_to_watch_is_seen(qms, monkeypatch):
    from smmkit.console import watching as module

    bursts = module.bursts(qms)
    assert next(bursts) == set()
    lay(qms, {"early.yaml": BAD})
    assert next(bursts) == {"early.yaml"}
    bursts.close()


def test_a_folder_that_goes_ends_it(qms):
    with watching(qms) as (process, _):
        qms.rename(qms.parent / "away")
        assert process.wait(PATIENCE) == 2


def test_without_a_qms_it_is_said(tmp_path):
    assert smm("watch", tmp_path).returncode == 2


def test_what_nobody_can_see_while_a_file_is_broken_is_not_told_as_mended(qms):
    judging = Judging(qms, lambda found: tuple(examine(found.qms)))
    before, _ = judging.again(set())
    assert before
    (qms / "audit/AUD-01.yaml").write_text(BAD)
    new, gone = judging.again({"audit/AUD-01.yaml"})
    assert ([one.rule.code for one in new], gone) == (["SMM001"], [])
    (qms / "audit/AUD-01.yaml").write_text(audit())
    new, gone = judging.again({"audit/AUD-01.yaml"})
    assert (new, [one.rule.code for one in gone]) == ([], ["SMM001"])
