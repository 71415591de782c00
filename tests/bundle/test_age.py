"""A bundle that one reader alone opens, by the program age."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from running import EXAMPLE, smm
from smmkit.bundle import age, bag, parts
from smmkit.bundle.verify import verify
from smmkit.errors import SmmError
from smmkit.words import language

HAS_AGE = pytest.mark.skipif(shutil.which("age") is None, reason="age is not installed")
PAYLOAD = {"a.bin": bytes(range(256)) * 900, "rahasia.txt": b"Rahasia sekali " * 50}


@pytest.fixture
def bundle(tmp_path):
    place = tmp_path / "s.zip"
    bag.write(place, PAYLOAD, folder="S-1")
    return place


@pytest.fixture
def reader(tmp_path):
    subprocess.run(["age-keygen", "-o", tmp_path / "key"], check=True, capture_output=True)
    said = (tmp_path / "key").read_text().partition("public key: ")[2]
    return said.partition("\n")[0]


def opened(place, tmp_path):
    again = tmp_path / "again.zip"
    subprocess.run(["age", "-d", "-i", tmp_path / "key", "-o", again, place], check=True)
    return again


@HAS_AGE
def test_its_reader_opens_it_and_nobody_else_sees_a_name(bundle, reader, tmp_path):
    place = age.encrypt(bundle, age.to_whom(reader))
    assert place == tmp_path / "s.zip.age"
    assert b"rahasia" not in place.read_bytes()
    assert opened(place, tmp_path).read_bytes() == bundle.read_bytes()


@HAS_AGE
@pytest.mark.parametrize("armored", [(), ("-a",)])
def test_whoever_checks_it_unopened_is_told_how(bundle, reader, tmp_path, armored):
    place = tmp_path / "to me.zip.age"
    subprocess.run(["age", "-r", reader, *armored, "-o", place, bundle], check=True)
    verdict = verify(place)
    assert verdict.locked
    assert "age -d -i KEY -o NAME.zip to me.zip.age" in verdict.faults[0].message.text.format(
        **verdict.faults[0].message.values
    )


@HAS_AGE
def test_it_is_cut_into_parts_that_are_read_as_one(bundle, reader, tmp_path):
    place = age.encrypt(bundle, age.to_whom(reader))
    assert parts.split(place, 64 * 1024, language("en")) > 1
    folder = parts.folder_of(place)
    assert folder == parts.folder_of(bundle)
    assert verify(parts.first_in(folder)).locked
    joined = tmp_path / "joined.age"
    joined.write_bytes(b"".join(file.read_bytes() for file in sorted(folder.glob("s.zip.age.0*"))))
    assert verify(opened(joined, tmp_path)).sound


@HAS_AGE
def test_a_list_of_keys_is_taken_and_a_secret_one_is_not(bundle, reader, tmp_path):
    (tmp_path / "readers").write_text(f"# lembaga sertifikasi\n{reader}\n")
    place = age.encrypt(bundle, age.to_whom(str(tmp_path / "readers")))
    assert verify(opened(place, tmp_path)).sound
    for wrong in (str(tmp_path / "key"), "age1abc", "ssh-dss AAAA", "auditor@ls.example"):
        with pytest.raises(SmmError):
            age.to_whom(wrong)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("-o", "b", "--age", "age1x"), "--age is for a zip"),
        (("-o", "b.zip", "--age", "auditor"), "neither a public key"),
        (("--check", "--age", "age1x"), "--check makes none"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_made(tmp_path, options, said):
    done = smm("bundle", EXAMPLE, *options, "--lang", "en", cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert [*tmp_path.iterdir()] == []


def test_without_age_it_says_so(tmp_path):
    call = ["bundle", EXAMPLE, "-o", tmp_path / "b.zip", "--age", "age1x", "--lang", "en"]
    done = smm(*call, PATH=str(tmp_path))
    assert (done.returncode, "age is not installed" in done.stderr) == (2, True)


@HAS_AGE
@pytest.mark.long
def test_a_bundle_is_made_for_its_reader(tmp_path, reader):
    call = ["bundle", EXAMPLE, "-o", tmp_path / "b.zip", "--age", reader, "--parts", "10M"]
    done = smm(*call, "--lang", "en")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "b.zip.age: the bundle for its reader alone" in done.stdout
    assert (tmp_path / "b-parts" / "b.zip.age.001").exists()
    assert verify(opened(tmp_path / "b.zip.age", tmp_path)).sound
