"""The wheel, built and used elsewhere, has its templates, fonts, packs and catalogue."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.long

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
        p.relative_to(above).as_posix()
        for above, folder in ((SOURCE, SOURCE), (ROOT, ROOT / "templates"))
        for p in folder.rglob("*")
        if p.is_file() and "__pycache__" not in p.parts
    }
    lib = elsewhere / "lib" / "smmkit"
    assert {p.relative_to(lib).as_posix() for p in lib.rglob("*") if p.is_file()} == kept


def test_a_wheel_of_the_packed_source_is_the_same(elsewhere):
    build = [sys.executable, "-m", "hatchling", "build", "-d"]
    subprocess.run(
        [*build, str(elsewhere), "-t", "sdist"], cwd=ROOT, check=True, capture_output=True
    )
    (packed,) = elsewhere.glob("*.tar.gz")
    shutil.unpack_archive(packed, elsewhere / "source", filter="data")
    (source,) = (elsewhere / "source").iterdir()
    again = elsewhere / "again"
    subprocess.run([*build, str(again), "-t", "wheel"], cwd=source, check=True, capture_output=True)
    names = []
    for folder in (elsewhere, again):
        with zipfile.ZipFile(next(folder.glob("*.whl"))) as archive:
            names.append(sorted(archive.namelist()))
    assert names[0] == names[1]


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
