"""The wheel, built and used elsewhere, has its templates, fonts, packs and catalogue."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "smmkit"


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    pytest.importorskip("hatchling", reason="hatchling is not installed")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "lib")
    return folder


def test_nothing_of_the_package_is_missing(elsewhere):
    kept = {
        p.relative_to(SOURCE).as_posix()
        for p in SOURCE.rglob("*")
        if p.is_file() and "__pycache__" not in p.parts
    }
    lib = elsewhere / "lib" / "smmkit"
    assert {p.relative_to(lib).as_posix() for p in lib.rglob("*") if p.is_file()} == kept


def test_it_runs_away_from_its_source(elsewhere, tmp_path):
    env = {**os.environ, "PYTHONPATH": str(elsewhere / "lib"), "SMM_LANG": "id"}

    def smm(*arguments: str) -> str:
        code = (
            "import sys, smmkit; assert 'lib' in smmkit.__file__, smmkit.__file__;"
            "from smmkit.__main__ import main; sys.argv = ['smm', *sys.argv[1:]]; main()"
        )
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments],
            cwd=tmp_path,
            env=env,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    example = str(ROOT / "example-qms")
    assert "dokumen" in smm("validate", example)
    for form in ("html", "pdf", "xlsx", "json"):
        smm("gap-report", example, "--output", f"gap.{form}")
        assert (tmp_path / f"gap.{form}").stat().st_size > 1000
    smm("init", "baru", "--name", "Badan Contoh")
    smm("new", "procedure", "baru")
    smm("bundle", example, "--output", "b.zip")
    smm("verify", "b.zip")
