"""`smm` without a word: where one stands and what to do next. It never fails."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from running import EXAMPLE, smm


def lines(folder: Path, **env: str) -> list[str]:
    """What `smm` says in a folder: a few lines, and that all is well."""
    done = smm(cwd=folder, **env)
    assert (done.returncode, done.stderr) == (0, "")
    found = done.stdout.splitlines()
    assert 3 <= len(found) <= 12
    assert found[-1].startswith("  smm --help ")
    return found


def test_outside_of_a_qms(tmp_path):
    assert [line.split("  ")[1] for line in lines(tmp_path)[1:]] == [
        "smm init my-qms",
        "smm adopt FOLDER my-qms",
        "smm migrate FOLDER",
        "smm --help",
    ]


def test_above_a_qms(tmp_path):
    (tmp_path / "badan satu").mkdir()
    (tmp_path / "badan satu/qms.yaml").write_text("")
    assert '  cd "badan satu"' in lines(tmp_path)[1]


def test_what_it_says_first_works(tmp_path):
    smm("init", "my-qms", "--name", "Dinas Contoh", cwd=tmp_path)
    said = lines(tmp_path / "my-qms")
    assert said[0].startswith("Dinas Contoh, 4 documents, as of ")
    assert any("what is marked (fill in)" in line for line in said)
    assert "Dinas Contoh" in lines(tmp_path / "my-qms" / "people")[0]


def test_the_language_is_that_of_the_qms(tmp_path):
    smm("init", "q", "--name", "Dinas Contoh", "--lang", "id", cwd=tmp_path)
    assert any("(isi)" in line for line in lines(tmp_path / "q", SMM_LANG=""))


@pytest.mark.parametrize(
    "data", [b"", b"kind: [", b"\xff\xfe\x00", b"smmkit: 1\n", b"kind: qms\nsmmkit: 1\n", b"- a\n"]
)
def test_a_broken_folder(tmp_path, data):
    (tmp_path / "qms.yaml").write_bytes(data)
    (tmp_path / "a.yaml").write_bytes(data)
    command = "smm migrate" if data.startswith(b"kind: qms") else "smm validate"
    assert command in "".join(lines(tmp_path))


def test_a_lot_of_faults_stay_a_few_lines(tmp_path):
    for n in range(50):
        (tmp_path / f"{n}.yaml").write_text("kind: x\n")
    (tmp_path / "qms.yaml").write_text("x: 1\n")
    assert "and 48 more" in lines(tmp_path)[1]


def test_the_example():
    assert "NTT" not in "".join(lines(EXAMPLE))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything may be read")
def test_a_folder_that_may_not_be_read(tmp_path):
    inner = tmp_path / "inner"
    inner.mkdir()
    inner.chmod(0o100)
    try:
        assert "cannot be read" in lines(inner)[0]
    finally:
        inner.chmod(0o700)


BROKEN = """
import os, sys
import smmkit.loading.folder, smmkit.files.tree
from smmkit.cli import run
{breaks}
sys.exit(run([]))
"""


UNREADABLE, OURS = "This folder cannot be read: ", "This is a fault of smmkit, not yours: "


@pytest.mark.parametrize(
    ("breaks", "said"),
    [
        ("smmkit.files.tree.MAX_FILES = 0", UNREADABLE),
        ("def load(*_): raise RuntimeError('boom')\nsmmkit.loading.folder.load = load", OURS),
        ("def load(*_): raise RecursionError\nsmmkit.loading.folder.load = load", OURS),
        (
            "def load(*_): raise PermissionError(13, 'no')\nsmmkit.loading.folder.load = load",
            UNREADABLE,
        ),
    ],
    ids=["huge", "bug", "deep", "not permitted"],
)
def test_whatever_happens_there_is_an_answer(tmp_path, breaks, said):
    (tmp_path / "qms.yaml").write_text("kind: qms\n")
    done = subprocess.run(
        [sys.executable, "-c", BROKEN.format(breaks=breaks)],
        cwd=tmp_path,
        env={**os.environ, "SMM_LANG": "en"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(said)
    assert "smm --help" in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="a folder in use cannot be removed there")
def test_a_folder_that_is_gone(tmp_path):
    inner = tmp_path / "inner"
    inner.mkdir()
    program = f"import os; os.rmdir({str(inner)!r}); from smmkit.cli import run; raise SystemExit(run([]))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=inner, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "smm --help" in done.stdout


@pytest.mark.parametrize("name", ["qms.yaml.txt", "qms.yml", "QMS.YAML.docx"])
def test_a_qms_that_an_editor_has_saved_under_another_name_is_not_begun_anew(tmp_path, name):
    (tmp_path / name).write_text("kind: qms\n")
    done = smm(cwd=tmp_path)
    assert f"rename {name} to qms.yaml" in done.stdout
    assert "smm init" not in done.stdout


HEAVY = {"pydantic", "jinja2", "yaml", "yaml_rs", "typst", "rich", "xlsxwriter", "rapidfuzz"}
MODULES = """
import sys
from smmkit.cli import run
run([])
print(*sys.modules)
"""


def test_outside_of_a_qms_nothing_heavy_is_imported(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", MODULES], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    modules = {name.partition(".")[0] for name in done.stdout.splitlines()[-1].split()}
    assert modules & HEAVY == set()


def test_a_command_is_not_followed_by_advice(tmp_path):
    assert "smm --help" not in smm("validate", EXAMPLE).stdout
