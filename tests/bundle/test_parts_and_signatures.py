"""A bundle in parts, and signed: what is made beside it, and how it is checked."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys

import pytest

from running import EXAMPLE, smm
from smmkit.bundle import bag, parts
from smmkit.bundle.instructions import instructions
from smmkit.bundle.verify import verify
from smmkit.errors import SmmError
from smmkit.words import language

HAS_KEYGEN = pytest.mark.skipif(
    shutil.which("ssh-keygen") is None, reason="ssh-keygen is not there"
)
PAYLOAD = {"a.bin": bytes(range(256)) * 900, "b.bin": b"b" * 70_000}


@pytest.fixture
def bundle(tmp_path):
    place = tmp_path / "s.zip"
    bag.write(place, PAYLOAD, tags={"VERIFY.txt": instructions(language("id"))}, folder="S-1")
    return place


@pytest.fixture
def key(tmp_path):
    for name in ("key", "other"):
        call = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / name)]
        subprocess.run(call, check=True)
    (tmp_path / "allowed").write_text(f"bkd {(tmp_path / 'key.pub').read_text()}")
    return tmp_path / "key"


def listing(bundle):
    return verify(bundle).listing


def split(bundle):
    count = parts.split(bundle, 64 * 1024, language("id"))
    return count, parts.folder_of(bundle)


def test_the_first_part_stands_for_all(bundle):
    count, folder = split(bundle)
    assert count == 5
    assert verify(folder / "s.zip.001").identity == verify(bundle).identity
    assert verify(folder / "s.zip.001").sound
    assert parts.first_in(folder) == folder / "s.zip.001"
    (folder / "t.zip.001").write_bytes(b"")  # of two bundles none is meant
    assert parts.first_in(folder) == folder


def test_a_missing_or_changed_part_is_told(bundle):
    _, folder = split(bundle)
    last = folder / "s.zip.005"
    kept = last.read_bytes()
    last.unlink()
    assert not verify(folder / "s.zip.001").sound
    last.write_bytes(kept)
    changed = bytearray((folder / "s.zip.002").read_bytes())
    changed[1000] ^= 1
    (folder / "s.zip.002").write_bytes(changed)
    assert not verify(folder / "s.zip.001").sound
    (folder / "s.zip.003").unlink()
    done = smm("verify", folder / "s.zip.001")
    assert done.returncode == 2
    assert "s.zip.003 is missing" in done.stderr
    assert smm("verify", folder / "s.zip.002").returncode == 2


@pytest.mark.skipif(sys.platform == "win32", reason="the lines are for a shell of Linux and macOS")
def test_the_line_that_joins_them_does_so(bundle):
    _, folder = split(bundle)
    text = (folder / "JOIN.txt").read_text("ascii")
    line = next(line.strip() for line in text.splitlines() if line.strip().startswith("cat "))
    subprocess.run(["sh", "-c", line], cwd=folder, check=True)
    assert (folder / "s.zip").read_bytes() == bundle.read_bytes()
    assert 'copy /b "s.zip.001"+"s.zip.002"+' in text


def test_joined_files_read_as_one_at_every_place(tmp_path):
    data = bytes(range(200))
    files = []
    for number, at in enumerate(range(0, 200, 50)):
        (tmp_path / str(number)).write_bytes(data[at : at + 50])
        files.append((tmp_path / str(number)).open("rb"))
    joined = io.BufferedReader(parts.Joined(files))
    for at in (0, 1, 49, 50, 51, 149, 199, 200):
        joined.seek(at)
        assert joined.read() == data[at:]
    joined.seek(-3, 2)
    assert joined.read() == data[-3:]
    for file in files:
        file.close()


@pytest.mark.parametrize("size", ["", "0", "10", "10T", "-1M", "1K", "x", "1.5M", "9999999M"])
def test_what_is_no_size_is_refused(size):
    with pytest.raises(SmmError):
        parts.size_of(size)


def test_sizes_are_those_that_people_write():
    assert [parts.size_of(one) for one in ("10M", "64k", "1 GB")] == [10 * 2**20, 2**16, 2**30]


def signed(bundle, key):
    from smmkit.bundle.signature import beside, sign

    beside(bundle).write_bytes(sign(key, listing(bundle)))


def checked(bundle, tmp_path):
    done = smm("verify", bundle, "--allowed-signers", tmp_path / "allowed")
    return done.returncode, done.stdout + done.stderr


@HAS_KEYGEN
def test_a_signature_names_who_signed(bundle, key, tmp_path):
    signed(bundle, key)
    code, said = checked(bundle, tmp_path)
    assert (code, "Signed by bkd" in said) == (0, True)


@HAS_KEYGEN
def test_a_signature_of_somebody_else_or_of_another_bundle_is_none(bundle, key, tmp_path):
    code, said = checked(bundle, tmp_path)
    assert (code, "there is no signature" in said) == (2, True)
    signed(bundle, tmp_path / "other")
    code, said = checked(bundle, tmp_path)
    assert (code, "by nobody in" in said) == (1, True)
    bag.write(tmp_path / "t.zip", {"other": b"1"})
    signed(tmp_path / "t.zip", key)
    shutil.copy(tmp_path / "t.zip.sig", tmp_path / "s.zip.sig")
    code, said = checked(bundle, tmp_path)
    assert (code, "not one of this bundle" in said) == (1, True)


@HAS_KEYGEN
def test_a_signature_for_something_else_is_none(bundle, key, tmp_path):
    (tmp_path / "list").write_bytes(listing(bundle))
    call = ["ssh-keygen", "-Y", "sign", "-f", str(key), "-n", "git", str(tmp_path / "list")]
    subprocess.run(call, check=True, capture_output=True)
    (tmp_path / "list.sig").rename(tmp_path / "s.zip.sig")
    assert checked(bundle, tmp_path)[0] == 1


@HAS_KEYGEN
@pytest.mark.parametrize("data", [b"", b"x" * 70_000, b"-----BEGIN SSH SIGNATURE-----\nAAAA\n"])
def test_what_is_no_signature_is_told(bundle, key, tmp_path, data):
    (tmp_path / "s.zip.sig").write_bytes(data)
    code, said = checked(bundle, tmp_path)
    assert code in (1, 2)
    assert "Traceback" not in said


def test_a_certificate_with_its_key_is_no_key_which_is_said_before_anything_is_made(tmp_path):
    (tmp_path / "k.p12").write_bytes(b"\x30\x82\x0a\x00\x02\x01\x03")
    out = tmp_path / "b.zip"
    done = smm("bundle", EXAMPLE, "-o", out, "--sign", tmp_path / "k.p12", "--lang", "en")
    assert (done.returncode, out.exists()) == (2, False)
    assert "k.p12 is no key; make one with: ssh-keygen" in done.stderr


def test_without_ssh_keygen_it_says_so(bundle, tmp_path):
    (tmp_path / "s.zip.sig").write_bytes(b"x")
    (tmp_path / "allowed").write_bytes(b"x")
    call = ("verify", bundle, "--allowed-signers", tmp_path / "allowed")
    done = smm(*call, PATH=str(tmp_path))
    assert done.returncode == 2
    assert "ssh-keygen is not installed" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="a script is no program there")
def test_no_ssh_keygen_of_the_folder_one_is_in_is_started(bundle, tmp_path):
    trap = tmp_path / "ssh-keygen"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n")
    trap.chmod(0o755)
    for name in ("s.zip.sig", "allowed"):
        (tmp_path / name).write_bytes(b"x")
    for path in (str(tmp_path), ".", ""):
        smm("verify", bundle, "--allowed-signers", tmp_path / "allowed", cwd=tmp_path, PATH=path)
    assert not (tmp_path / "ran").exists()


@HAS_KEYGEN
@pytest.mark.skipif(sys.platform == "win32", reason="the lines are for a shell of Linux and macOS")
def test_every_line_for_a_shell_in_the_instructions_says_that_all_is_well(bundle, key, tmp_path):
    signed(bundle, key)
    shutil.unpack_archive(bundle, tmp_path / "out")
    inside = tmp_path / "out" / "S-1"
    before = sorted(file.name for file in inside.iterdir())
    assert before[0] == "VERIFY.txt"
    shutil.copy(tmp_path / "s.zip.sig", inside / "NAMA.sig")
    shutil.copy(tmp_path / "s.zip.sig", inside / "NAME.sig")
    for name, who in (("DAFTAR", "NAMA"), ("LIST", "NAME")):
        (inside / name).write_text(f"{who} {(tmp_path / 'key.pub').read_text()}")
    text = (inside / "VERIFY.txt").read_text("ascii")
    starts = ("sha512sum ", "shasum ", "find ", "grep ", "ssh-keygen ")
    lines = [line.strip() for line in text.splitlines() if line.strip().startswith(starts)]
    assert len(lines) == 14
    for line in lines:
        if line.startswith("shasum") and shutil.which("shasum") is None:
            continue
        done = subprocess.run(
            ["sh", "-c", line], check=False, cwd=inside, capture_output=True, text=True
        )
        assert done.returncode == 0, (line, done.stderr)
    assert len(text) == len(text.encode("ascii"))
