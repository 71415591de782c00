"""No stream at all: every verb that asks or reads leaves as it would at no terminal, never with 3."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from folders import contents
from running import PATIENCE, environment

VERBS = (
    ("fix",),
    ("save", "apa yang berubah"),
    ("renumber", "SOP-13", "SOP-77"),
    ("erase", "P-01"),
    ("undo",),
    ("migrate",),
    ("baseline",),
    ("validate", "-"),
    ("lsp",),
)


@pytest.mark.skipif(os.name == "nt", reason="the shell of Windows closes no stream so")
@pytest.mark.parametrize("streams", ["<&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("verb", VERBS, ids=" ".join)
def test_closed_streams_are_no_fault(qms: Path, verb: tuple[str, ...], streams: str) -> None:
    before = contents(qms)
    done = subprocess.run(
        ["sh", "-c", f'exec "$@" {streams}', "sh", sys.executable, "-m", "smmkit", *verb],
        cwd=qms,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode in {0, 1, 2}, done.stderr
    assert "Traceback" not in done.stderr
    assert verb == ("baseline",) or contents(qms) == before
