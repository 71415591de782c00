"""A pipe that nobody fills or empties, in the place of a file: told in one sentence, never waited for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from writers import WRITERS

from running import PATIENCE, environment

pytestmark = pytest.mark.skipif(
    not hasattr(os, "mkfifo"), reason="this system has no pipes in folders"
)

BY = ("--by", "P-1")
NAMED = {
    "answers.yaml": ("init", "new", "--answers", "answers.yaml"),
    "signed.pdf": ("approve", "SOP-01", "q", *BY, "--signed", "signed.pdf"),
    "list.xlsx": ("import", "list.xlsx", "q", "--yes"),
    "bundle.zip": ("verify", "bundle.zip"),
    "out.html": ("kpi", "q", "-o", "out.html"),
}
KEPT = {
    "q/.vscode/settings.json": ("schema", "q", "--yes"),
    "q/.smm/schemas/ids.json": ("schema", "q", "--yes"),
    "q/SOP-01.md": ("undo", "q", "--yes"),
}
"""What is asked where a pipe stands in the place of a file that the verb reads before it writes."""


def called(top: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "smmkit", *words],
        cwd=top,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def piped(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(path)


@pytest.mark.parametrize("place", [*NAMED, *KEPT])
def test_nobody_waits_for_a_pipe(tmp_path: Path, place: str) -> None:
    top = WRITERS["approve"].laid(tmp_path / "top")
    if "undo" in KEPT.get(place, ()):
        assert called(top, "approve", "SOP-01", "q", *BY).returncode == 0
    piped(top / place)
    done = called(top, *NAMED.get(place, ()), *KEPT.get(place, ()))
    assert done.returncode == 2, done.stdout + done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert Path(place).name in done.stderr


@pytest.mark.parametrize("place", ["schemas/ids.json", "undo", "undo.old"])
def test_a_document_is_made_beside_a_pipe_among_our_own_files(tmp_path: Path, place: str) -> None:
    top = WRITERS["new"].laid(tmp_path / "top")
    if place.startswith("schemas"):
        assert called(top, "schema", "q", "--yes").returncode == 0
    piped(top / "q/.smm" / place)
    done = called(top, "new", "audit", "q", "--title", "X")
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
