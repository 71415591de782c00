"""What an earlier smmkit has sealed, kept and sent holds with this one: each set here is of one version."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from running import smm
from smmkit.analyses.lifecycle.state import State, standings
from smmkit.files.tree import Disk
from smmkit.loading.folder import load

HERE = Path(__file__).parent
SETS = [
    pytest.param(file.parent, id=file.parent.name) for file in sorted(HERE.glob("*/bundle.zip"))
]


def test_there_is_a_set():
    assert SETS


@pytest.fixture(params=SETS)
def home(request, tmp_path):
    shutil.copytree(request.param, tmp_path / "set")
    return tmp_path / "set"


def states(qms: Path) -> dict[str, State]:
    found = load(Disk(qms))
    return {id_: standing.state for id_, standing in found.fact(standings).items()}


def test_seals_and_issued_copies_hold(home):
    said = json.loads(smm("validate", home / "qms", "--format", "json").stdout)
    errors = [d for d in said["diagnostics"] if d["severity"] == "error"]
    # the signed copy of the set is a text of one line, which only later versions look at
    assert [d for d in errors if not (d["code"] == "SMM208" and "ttd.pdf" in d["message"])] == []
    now = states(home / "qms")
    assert (now["KM-01"], now["ISU-01"]) == (State.IN_FORCE, State.IN_FORCE)


@pytest.mark.parametrize("file", ["KM-01.md", "ISU-01.yaml", "formulir.csv"])
def test_a_changed_word_is_still_seen(home, file):
    path = home / "qms" / file
    path.write_bytes(
        path.read_bytes().replace(b"layani", b"biarkan").replace(b"dua", b"tiga") + b"#"
    )
    now = states(home / "qms")
    assert State.BROKEN in {now["KM-01"], now["ISU-01"]}


@pytest.mark.parametrize("copy", ["KM-01/1/KM-01.md", "KM-01/2/KM-01.md", "ISU-01/1.0/ISU-01.yaml"])
def test_a_changed_copy_is_still_seen(home, copy):
    path = home / "qms/issued" / copy
    path.write_bytes(path.read_bytes().replace(b"mutu", b"mudah").replace(b"dua", b"tiga"))
    assert "SMM306" in smm("validate", home / "qms").stdout


def test_a_bundle_is_whole(home):
    done = smm("verify", home / "bundle.zip")
    assert done.returncode == 0, done.stdout + done.stderr
    data = (home / "bundle.zip").read_bytes()
    (home / "bundle.zip").write_bytes(data.replace(b"KM-01", b"KM-02", 1))
    assert smm("verify", home / "bundle.zip").returncode != 0
