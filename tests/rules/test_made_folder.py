"""The folder that is measured is one that a careful office could have: no error, few warnings."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from running import ROOT
from smmkit.files.tree import Disk
from smmkit.loading.folder import load
from smmkit.problem import Severity
from smmkit.rules import judged


@pytest.mark.parametrize("size", [40, 300])
def test_it_has_no_error_and_few_warnings(size: int, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bench.folder", str(tmp_path), str(size)]
    subprocess.run(command, cwd=ROOT, check=True)
    told, _ = judged(load(Disk(tmp_path)))
    assert not [one for one in told if one.rule.severity is Severity.ERROR]
    assert 0 < len(told) <= 30
    assert "entered-twice" not in {one.rule.name for one in told}
