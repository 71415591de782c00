"""A bundle under a password: what others open, what is told, and that nothing is left half or readable."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from importlib.util import find_spec

import click
import pytest

from bundling import LITTLE
from folders import lay
from running import EXAMPLE, environment, smm
from smmkit.bundle import bag, encryption, parts
from smmkit.bundle.instructions import instructions
from smmkit.bundle.verify import verify
from smmkit.console.passwords import asked_twice, given, to_open
from smmkit.errors import SmmError
from smmkit.words import language

HAS_KIT = pytest.mark.skipif(
    find_spec("pyzipper") is None, reason="pyzipper is not installed: pip install 'smmkit[encrypt]'"
)
WORDS = "kuda biru makan pelan"
PAYLOAD = {"a.bin": bytes(range(256)) * 900, "b.txt": b"Rahasia sekali " * 50}
SENT = ("--submission", "AJU-2020", "--allow", "sent=made again for a test")


def made(place, password=WORDS, payload=PAYLOAD):
    tags = {"VERIFY.txt": instructions(language("id"))}
    return bag.write(place, payload, tags=tags, folder="S-1", password=password)


@pytest.fixture
def locked(tmp_path):
    place = tmp_path / "s.zip"
    made(place)
    return place


@pytest.fixture
def words(tmp_path):
    place = tmp_path / "words"
    place.write_text(f"{WORDS}\nanother line\n")
    return place


def kinds(verdict):
    return [(fault.path, str(fault.kind)) for fault in verdict.faults]


def everything(place, password):
    import pyzipper

    with pyzipper.AESZipFile(place) as archive:
        archive.setpassword(password.encode())
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


@HAS_KIT
def test_what_is_in_it_is_the_same_bundle(locked, tmp_path):
    identity = made(tmp_path / "plain.zip", None)
    verdict = verify(locked, password=lambda: WORDS)
    assert (verdict.sound, verdict.identity) == (True, identity)
    with zipfile.ZipFile(tmp_path / "plain.zip") as plain:
        assert everything(locked, WORDS) == {name: plain.read(name) for name in plain.namelist()}


@HAS_KIT
def test_no_word_and_no_checksum_of_a_text_is_readable(locked):
    assert b"Rahasia sekali" not in locked.read_bytes()
    with zipfile.ZipFile(locked) as archive:
        for entry in archive.infolist():
            assert (entry.flag_bits & 1, entry.compress_type, entry.CRC) == (1, 99, 0)
            assert entry.extra[-7:] == b"\x02\x00AE\x03\x00\x00"  # AE-2, 256 bits, stored


@HAS_KIT
def test_no_two_are_alike(locked, tmp_path):
    made(tmp_path / "t.zip")
    assert locked.read_bytes() != (tmp_path / "t.zip").read_bytes()


@HAS_KIT
@pytest.mark.parametrize("tool", ["7zz", "bsdtar"])
def test_other_programs_open_it(locked, tmp_path, tool):
    if (program := shutil.which(tool) or shutil.which(tool.replace("zz", "z"))) is None:
        pytest.skip(f"{tool} is not installed")
    (out := tmp_path / "out").mkdir()
    call = [program, "x", "-y", f"-p{WORDS}", str(locked)]
    if tool == "bsdtar":
        call = [program, "-x", "--passphrase", WORDS, "-f", str(locked)]
    subprocess.run(call, cwd=out, check=True, capture_output=True)
    for name, data in PAYLOAD.items():
        assert (out / "S-1/data" / name).read_bytes() == data
    assert verify(out / "S-1").sound


@HAS_KIT
def test_one_changed_byte_is_told(locked):
    whole = bytearray(locked.read_bytes())
    whole[whole.find(b"a.bin") + 60] ^= 1
    locked.write_bytes(whole)
    found = kinds(verify(locked, password=lambda: WORDS))
    assert found
    assert {path for path, _ in found} <= {"data/a.bin", "s.zip"}


@HAS_KIT
def test_without_the_password_it_is_said_what_to_do(locked):
    done = smm("verify", locked)
    assert done.returncode == 1
    assert "--password-file FILE" in done.stdout
    assert "Nothing was checked" in done.stdout
    done = smm("verify", locked, SMM_PASSWORD="another password")
    assert (done.returncode, "is not that of the zip" in done.stdout) == (1, True)
    assert smm("verify", locked, "--format", "json").returncode == 1


@HAS_KIT
def test_verify_reads_the_password_from_a_file_or_the_environment(locked, words):
    assert smm("verify", locked, "--password-file", words).returncode == 0
    assert smm("verify", locked, SMM_PASSWORD=WORDS).returncode == 0
    both = smm("verify", locked, "--password-file", words, SMM_PASSWORD="another password")
    assert both.returncode == 0
    absent = smm("verify", locked, "--password-file", words.with_name("absent"))
    assert absent.returncode == 2


@HAS_KIT
def test_at_a_terminal_it_is_asked_for_once(locked, monkeypatch):
    answers = iter([WORDS])
    monkeypatch.setattr("click.termui.hidden_prompt_func", lambda _: next(answers))
    done = smm("verify", locked, typed=())
    assert done.returncode == 0, done.stdout + done.stderr
    assert WORDS not in done.stdout + done.stderr


@HAS_KIT
def test_an_interrupt_at_the_question_is_one(locked, monkeypatch):
    def stopped(_):
        raise KeyboardInterrupt

    monkeypatch.setattr("click.termui.hidden_prompt_func", stopped)
    done = smm("verify", locked, typed=())
    assert (done.returncode, "damaged" in done.stdout) == (130, False)


def test_a_new_password_is_asked_for_until_it_is_one_typed_twice(monkeypatch, capsys):
    answers = iter(["short", "short", WORDS, "other words of it", WORDS, WORDS])
    monkeypatch.setattr(click.termui, "hidden_prompt_func", lambda _: next(answers))
    assert asked_twice(language("en")) == WORDS
    assert "too short" in capsys.readouterr().err


@pytest.mark.parametrize(
    "password",
    [
        *("", "elevensigns", "a" * 100, "kuda biru mākan"),
        *(" kuda biru makan", "kuda biru makan ", "kuda\tbiru makan", "kuda\x00biru makan"),
    ],
)
def test_what_no_password_should_be_is_refused(password):
    with pytest.raises(SmmError):
        encryption.judged(password)
    assert encryption.judged("twelve signs") == "twelve signs"


@pytest.mark.parametrize(
    "data", [f"{WORDS}\r\n".encode(), f"\ufeff{WORDS}".encode(), f"{WORDS}\n".encode("utf-16")]
)
def test_the_first_line_is_read_as_editors_save_it(tmp_path, data):
    (tmp_path / "words").write_bytes(data)
    assert given(tmp_path / "words") == WORDS


@pytest.mark.parametrize("data", [b"", b"\nsecond", b"x" * 70_000])
def test_a_file_without_a_password_is_told(tmp_path, data):
    (tmp_path / "words").write_bytes(data)
    with pytest.raises(SmmError):
        to_open(tmp_path / "words", tmp_path / "s.zip")()


def test_without_the_library_one_sentence_says_what_to_install(
    locked_sample, tmp_path, monkeypatch
):
    monkeypatch.setitem(sys.modules, "pyzipper", None)
    done = smm("bundle", EXAMPLE, *SENT, "-o", tmp_path / "b.zip", "--encrypt", SMM_PASSWORD=WORDS)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "pip install 'smmkit[encrypt]'" in done.stderr
    done = smm("verify", locked_sample, SMM_PASSWORD=WORDS)
    assert (done.returncode, "smmkit[encrypt]" in done.stdout) == (1, True)


@pytest.fixture
def locked_sample(tmp_path):
    """A zip that says that it is encrypted by AES, made without the library."""
    made(tmp_path / "s.zip", None)
    data = bytearray((tmp_path / "s.zip").read_bytes())
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        data[at + 10] = encryption.AES
        at = data.find(b"PK\x01\x02", at + 1)
    (tmp_path / "s.zip").write_bytes(data)
    return tmp_path / "s.zip"


def test_a_zip_that_only_says_that_it_is_encrypted_is_told(locked_sample):
    assert [kind for _, kind in kinds(verify(locked_sample, password=lambda: WORDS))] in (
        ["encrypted"],
        ["damaged"],
    )


def test_more_encrypted_files_than_a_bundle_has_are_not_read(locked_sample, monkeypatch):
    monkeypatch.setattr(encryption, "MOST", 3)
    verdict = verify(locked_sample, password=lambda: pytest.fail("it was asked for"))
    assert kinds(verdict) == [("s.zip", "encrypted")]
    with pytest.raises(SmmError):
        made(locked_sample.with_name("t.zip"))


@HAS_KIT
def test_the_first_part_stands_for_all(locked, words):
    parts.split(locked, 64 * 1024, language("en"))
    first = parts.folder_of(locked) / "s.zip.001"
    assert smm("verify", first, "--password-file", words).returncode == 0


@HAS_KIT
@pytest.mark.skipif(os.name == "nt", reason="no such limit of files there")
@pytest.mark.parametrize("room", [0, 40, 1000, 231_500, 232_800, 300_000])
def test_a_full_disk_leaves_nothing(tmp_path, room):
    program = f"""if True:
        import resource, sys
        resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, {room}))
        from pathlib import Path
        from smmkit.bundle import bag
        from smmkit.errors import SmmError
        try:
            bag.write(Path("s.zip"), {{"a.bin": bytes(230_400), "b.txt": b"x" * 750}}, password={WORDS!r})
        except SmmError as error:
            sys.exit(7)
    """
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env=environment(PYTHONPATH=os.pathsep.join(sys.path)),
        capture_output=True,
        text=True,
        check=False,
    )
    left = [file.name for file in tmp_path.iterdir()]
    enough = (0, "", ["s.zip"])
    assert (done.returncode, done.stderr, left) == (enough if room == 300_000 else (7, "", []))


@HAS_KIT
def test_an_interrupt_leaves_nothing(tmp_path):
    def stopped():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        made(tmp_path / "s.zip", payload={"a": b"x" * 9000, "b": stopped})
    assert [*tmp_path.iterdir()] == []


@HAS_KIT
@pytest.mark.long
def test_a_bundle_is_made_signed_split_and_compared(tmp_path, words):
    qms = lay(tmp_path / "qms", LITTLE)
    call = ["bundle", qms, "-o", tmp_path / "e.zip", "--encrypt"]
    call += ["--password-file", words, "--parts", "64K", "--letter", tmp_path / "letter.html"]
    if shutil.which("ssh-keygen"):
        keygen = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / "key")]
        subprocess.run(keygen, check=True)
        (tmp_path / "allowed").write_text(f"bkd {(tmp_path / 'key.pub').read_text()}")
        call += ["--sign", tmp_path / "key"]
    done = smm(*call)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "names and sizes of the files in it stay readable" in done.stdout
    assert WORDS not in done.stdout + done.stderr
    first = tmp_path / "e-parts/e.zip.001"
    more = ["--allowed-signers", tmp_path / "allowed", "--signature", tmp_path / "e.zip.sig"]
    done = smm("verify", first, *(more if "--sign" in call else ()), SMM_PASSWORD=WORDS)
    assert done.returncode == 0, done.stdout + done.stderr
    made_plain = smm("bundle", qms, "-o", tmp_path / "p.zip", SMM_PASSWORD=WORDS)
    assert "Encrypted" not in made_plain.stdout
    assert smm("diff", tmp_path / "p.zip", tmp_path / "e.zip", SMM_PASSWORD=WORDS).returncode == 0
    refused = smm("diff", tmp_path / "p.zip", tmp_path / "e.zip")
    assert (refused.returncode, "--password-file" in refused.stderr) == (2, True)


@HAS_KIT
@pytest.mark.parametrize(
    ("options", "env", "said"),
    [
        (["-o", "{t}/folder", "--encrypt"], {"SMM_PASSWORD": WORDS}, "is for a zip"),
        (["-o", "{t}/b.zip", "--encrypt"], {"SMM_PASSWORD": "short"}, "too short"),
        (["-o", "{t}/b.zip", "--encrypt"], {}, "--password-file FILE"),
        (["-o", "{t}/b.zip", "--encrypt"], {"SMM_PASSWORD": ""}, "--password-file FILE"),
        (["-o", "{t}/b.zip", "--password-file", "{t}/words"], {}, "name both"),
        (["--check", "--encrypt"], {}, "--check makes none"),
        (["--check", "--password-file", "{t}/words"], {}, "--check makes none"),
        (["-o", "{t}/b.zip", "--encrypt", "--password-file", "{q}/qms.yaml"], {}, "in the QMS"),
    ],
)
def test_what_does_not_go_together_is_refused_in_words(tmp_path, words, options, env, said):
    filled = [one.format(t=tmp_path, q=EXAMPLE) for one in options]
    done = smm("bundle", EXAMPLE, *SENT, *filled, **env)
    assert (done.returncode, said in done.stderr) == (2, True), done.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["words"]


@HAS_KIT
def test_a_rollup_says_that_a_bundle_is_encrypted(tmp_path):
    locked = tmp_path / "s.zip"
    made(locked, payload=PAYLOAD | {"status.json": b"{}"})
    done = smm("rollup", locked)
    assert "is encrypted; extract it" in done.stdout + done.stderr
