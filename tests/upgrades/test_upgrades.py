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


@pytest.fixture(params=[p for p in SETS if (p.values[0] / "signers").exists()])
def sent(request, tmp_path):
    """A set that has also a signature, a baseline, and a list that went out; the first has not."""
    shutil.copytree(request.param, tmp_path / "set")
    return tmp_path / "set"


@pytest.mark.long
@pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="ssh-keygen is not installed")
def test_a_signature_holds(sent):
    call = ("verify", sent / "bundle.zip", "--allowed-signers", sent / "signers", "--lang", "en")
    done = smm(*call)
    assert (done.returncode, "contoh" in done.stdout) == (0, True), done.stdout + done.stderr
    with (sent / "bundle.zip").open("ab") as stream:
        stream.write(b"x")
    assert smm(*call).returncode != 0


def test_what_was_wrong_once_rests(sent):
    done = smm("validate", sent / "qms", "--format", "json")
    kept = (sent / "qms/.smm/baseline.yaml").read_text("utf-8")
    new = {(d["code"], d["path"]) for d in json.loads(done.stdout)["diagnostics"]}
    assert [code for code, _ in new if f'"{code}"' in kept] == []


def test_a_list_that_went_out_comes_back(sent):
    path = sent / "list.csv"
    text = path.read_text("utf-8-sig")
    assert ";SEK;;" in text
    path.write_text(text.replace(";SEK;;", ";SEK;2027-01-01;"), "utf-8-sig")
    done = smm("import", path, sent / "qms", "--yes")
    assert done.returncode == 0, done.stderr
    assert "review_by: 2027-01-01" in (sent / "qms/ISU-01.yaml").read_text("utf-8")


def test_a_copy_that_was_given_comes_back(sent):
    done = smm("copies", "back", "KM-01", sent / "qms", "--from", "SEK")
    assert done.returncode == 0, done.stderr


PARTS = sorted(HERE.glob("*/encrypted-parts"))


def test_there_is_an_encrypted_one():
    assert PARTS


@pytest.fixture(params=PARTS, ids=[folder.parent.name for folder in PARTS])
def parts(request, tmp_path):
    """An encrypted bundle in parts, with what its password is."""
    shutil.copytree(request.param, tmp_path / "parts")
    password = request.param.parent / "password"
    call = ("verify", tmp_path / "parts/encrypted.zip.001", "--password-file", password)
    return tmp_path / "parts", (*call, "--lang", "en")


def test_an_encrypted_bundle_in_parts_is_whole(parts):
    done = smm(*parts[1])
    assert (done.returncode, "The bundle is whole" in done.stdout) == (0, True), done.stdout


def test_without_its_password_an_encrypted_bundle_is_not_called_whole(parts):
    done = smm(*parts[1][:2], "--lang", "en")
    assert (done.returncode, "whole" in done.stdout) == (1, False)


def test_a_changed_byte_of_an_encrypted_bundle_is_still_seen(parts):
    path = parts[0] / "encrypted.zip.002"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    assert smm(*parts[1]).returncode == 1


def test_a_part_that_lacks_is_told(parts):
    (parts[0] / "encrypted.zip.003").unlink()
    done = smm(*parts[1])
    assert (done.returncode, "encrypted.zip.003" in done.stderr) == (2, True), done.stderr
