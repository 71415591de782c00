"""Bags that somebody made to hide something, or to eat a machine."""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from folders import lay
from running import smm
from smmkit.bundle import bag
from smmkit.bundle.verdict import Verdict
from smmkit.bundle.verify import verify
from smmkit.errors import SmmError
from smmkit.words import harmless, language

DECLARED = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
AGENT = [("Bag-Software-Agent", "smmkit 1.0")]
PAYLOAD = {"a.pdf": b"%PDF", "b/c.csv": b"a;b\n"}


def sha(data: bytes) -> str:
    return hashlib.sha512(data).hexdigest()


def said(verdict: Verdict) -> list[str]:
    speech = language("en")
    return [f"{fault.path}: {speech.say(fault.message)}" for fault in verdict.faults]


def ours(folder: Path) -> str:
    return bag.write(folder, PAYLOAD, AGENT, {"VERIFY.txt": b"how\n"})


def packed(path: Path, files: dict[str, bytes], how: int = zipfile.ZIP_STORED) -> Path:
    """A bag as a zip: what it must have, and these files."""
    with zipfile.ZipFile(path, "w", how) as archive:
        for name, data in {"bagit.txt": DECLARED, **files}.items():
            archive.writestr(f"b/{name}", data)
    return path


def listed(files: dict[str, bytes]) -> bytes:
    return "".join(f"{sha(data)}  {name}\n" for name, data in files.items()).encode()


# the truth


def test_a_bag_of_ours_without_its_last_list_is_not_whole(tmp_path):
    ours(tmp_path / "b")
    (tmp_path / "b/tagmanifest-sha512.txt").unlink()
    (tmp_path / "b/VERIFY.txt").unlink()
    (fault,) = said(verify(tmp_path / "b"))
    assert fault.startswith("tagmanifest-sha512.txt: is missing, and smmkit made")


def test_a_page_beside_the_data_that_nothing_lists_is_a_fault_in_every_bag(tmp_path):
    files = {"data/a": b"a"}
    bare = {**files, "manifest-sha512.txt": listed(files), "bagit.txt": DECLARED}
    assert verify(lay(tmp_path / "b", {**bare, "bag-info.txt": b"A: b\n"})).sound
    lay(tmp_path / "b", {"01-index.pdf": b"fake"})
    assert said(verify(tmp_path / "b")) == ["01-index.pdf: is there but not listed"]


@pytest.mark.parametrize("zipped", [False, True])
def test_what_a_system_has_left_is_told_and_is_no_fault(tmp_path, zipped):
    ours(tmp_path / "b")
    junk = [
        ".DS_Store",
        ".Spotlight-V100/store",
        "Icon\r",
        "System Volume Information/IndexerVolumeGuid",
        "Thumbs.db",
        "data/.DS_Store",
        "data/b/desktop.ini",
        "__MACOSX/data/._a.pdf",
    ]
    lay(tmp_path / "b", dict.fromkeys(junk, b"junk"))
    place = tmp_path / "b"
    if zipped:
        place = Path(shutil.make_archive(str(tmp_path / "z"), "zip", tmp_path, "b"))
        with zipfile.ZipFile(place, "a") as archive:
            archive.writestr("__MACOSX/b/._a.pdf", b"junk")
        junk = ["__MACOSX/b/._a.pdf", *junk]
    verdict = verify(place)
    assert (said(verdict), verdict.files) == ([], 2)
    assert verdict.strays == tuple(sorted(map(harmless, junk)))
    done = smm("verify", place)
    assert done.returncode == 0
    assert "data/.DS_Store: left there by a computer" in done.stdout


def test_junk_that_a_list_names_is_a_file_like_others(tmp_path):
    bag.write(tmp_path / "b", {"Thumbs.db": b"x"}, AGENT)
    assert verify(tmp_path / "b").files == 1
    (tmp_path / "b/data/Thumbs.db").write_bytes(b"y")
    assert not verify(tmp_path / "b").sound


def test_a_whole_bundle_is_to_be_compared_with_the_letter(tmp_path):
    identity = ours(tmp_path / "b")
    for lang, words in (
        ("en", "compare this identity with the letter"),
        ("id", "cocokkan identitas"),
    ):
        done = smm("verify", tmp_path / "b", "--lang", lang)
        assert done.returncode == 0
        assert words in done.stdout
        assert identity in done.stdout


def test_the_identity_is_compared_as_it_stands_in_the_letter(tmp_path):
    identity = ours(tmp_path / "b")
    grouped = " ".join(identity[n : n + 8].upper() for n in range(0, 128, 8))
    for written in (identity, grouped):
        done = smm("verify", tmp_path / "b", "--identity", written)
        assert (done.returncode, "the one that you named" in done.stdout) == (0, True)
    done = smm("verify", tmp_path / "b", "--identity", "0" * 128)
    assert (done.returncode, "This is NOT the bundle" in done.stdout) == (1, True)
    done = smm("verify", tmp_path / "b", "--identity", "0" * 128, "-f", "json")
    assert (done.returncode, json.loads(done.stdout)["identity_as_expected"]) == (1, False)
    for wrong in (identity[:-1], "g" * 128, ""):
        assert smm("verify", tmp_path / "b", "--identity", wrong).returncode == 2


def test_a_bag_without_an_identity_is_not_the_one_of_the_letter(tmp_path):
    files = {"data/a": b"a"}
    lay(tmp_path / "b", {**files, "manifest-sha512.txt": listed(files), "bagit.txt": DECLARED})
    assert smm("verify", tmp_path / "b").returncode == 0
    assert smm("verify", tmp_path / "b", "--identity", "0" * 128).returncode == 1


def test_what_bag_info_says_commands_no_terminal(tmp_path):
    lay(tmp_path / "b", {"bagit.txt": DECLARED, "bag-info.txt": b"A\x1b[2J: b\xe2\x80\xaec\n"})
    out = smm("verify", tmp_path / "b").stdout
    assert "\x1b" not in out
    assert "\u202e" not in out


# the machine


def test_of_many_faults_of_a_kind_twenty_are_told(tmp_path):
    lines = b"".join(b"%0128x  data/f%d\n" % (n, n) for n in range(100_000))
    place = packed(tmp_path / "b.zip", {"manifest-sha512.txt": lines}, zipfile.ZIP_DEFLATED)
    done = smm("verify", place)
    assert done.stdout.count("is missing\n") == 20
    assert "and 99,980 more like this: is missing; --all shows them" in done.stdout
    assert "100,000 faults" in done.stdout
    assert smm("verify", place, "--all").stdout.count("is missing\n") == 100_000


@pytest.mark.parametrize(
    "lines", [b"x\n", b"\n", b"0" * 70 + b"\n", b"x" * 9_000], ids=["bad", "empty", "half", "long"]
)
def test_a_list_that_says_nothing_is_not_read_to_its_end(tmp_path, lines):
    data = lines * (20_000_000 // len(lines))
    place = packed(tmp_path / "b.zip", {"manifest-sha512.txt": data}, zipfile.ZIP_DEFLATED)
    assert any("is the last read" in text for text in said(verify(place, None)))


def test_lists_without_end_are_not_read(tmp_path):
    lists = {f"manifest-x{n}.txt": b"\n" * 2**20 for n in range(40)}
    faults = said(verify(packed(tmp_path / "b.zip", lists, zipfile.ZIP_DEFLATED), None))
    assert sum("one list of checksums too many" in text for text in faults) == 20


def test_a_value_that_goes_on_without_end_is_cut(tmp_path):
    info = b"a: b\n" + b" xxxxxxxxxxxxxxxxxxxxx\n" * 40_000
    verdict = verify(packed(tmp_path / "b.zip", {"bag-info.txt": info}))
    assert "bag-info.txt: has more than 1,000 lines; the rest is not read" in said(verdict)
    assert len(verdict.lines) == 1


def test_folders_without_end_at_the_top_of_a_zip(tmp_path):
    files = {"data/a": b"a"}
    place = packed(tmp_path / "b.zip", {**files, "manifest-sha512.txt": listed(files)})
    with zipfile.ZipFile(place, "a") as archive:
        for n in range(60_000):
            archive.writestr(f"t{n}/x", b"")
    verdict = verify(place)
    assert sum(verdict.more.values()) == 60_000 - 20


def test_a_zip_with_entries_without_end_is_not_opened(tmp_path):
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        for n in range(60_000):
            archive.writestr(f"{n:0>100}", b"")
    assert said(verify(tmp_path / "b.zip")) == ["b.zip: it holds too many files"]


@pytest.mark.parametrize("how", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_only_plain_zips_are_unpacked(tmp_path, how):
    files = {"data/a": bytes(2**22), "manifest-sha512.txt": listed({"data/a": bytes(2**22)})}
    verdict = verify(packed(tmp_path / "b.zip", files, how))
    assert any("is packed in a way that is not read" in text for text in said(verdict))


def test_a_zip_that_unpacks_to_far_more_than_it_is_is_not_unpacked(tmp_path):
    with zipfile.ZipFile(tmp_path / "b.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("b/bagit.txt", DECLARED)
        with archive.open("b/data/a", "w") as stream:
            for _ in range(300):
                stream.write(bytes(2**20))
    (fault,) = said(verify(tmp_path / "b.zip"))
    assert (
        fault == "b.zip: unpacks from 0 to 300 MB, as no files of an agency do; do not extract it"
    )


def test_files_that_share_their_bytes_are_not_unpacked(tmp_path):
    raw = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = raw.compress(bytes(2**20)) + raw.flush()
    crc, name = zlib.crc32(bytes(2**20)), b"b/data/f0"
    sizes = (crc, len(data), 2**20)
    body = (
        struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 8, 0, 0, *sizes, len(name), 0) + name + data
    )
    central = b"".join(
        struct.pack(
            "<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, 0, 8, 0, 0, *sizes, len(each), *[0] * 6
        )
        + each
        for each in (b"b/data/f%d" % n for n in range(50))
    )
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 50, 50, len(central), len(body), 0)
    (tmp_path / "b.zip").write_bytes(body + central + end)
    (fault,) = said(verify(tmp_path / "b.zip"))
    assert "share their bytes" in fault


@pytest.mark.parametrize("claimed", [0xFFFFFFF0, 3])
def test_a_size_that_is_not_so_is_told(tmp_path, claimed):
    files = {"data/a": b"hi", "manifest-sha512.txt": listed({"data/a": b"hi"})}
    data = bytearray(packed(tmp_path / "b.zip", files).read_bytes())
    at = data.rindex(b"b/data/a", 0, data.rindex(b"PK\x05\x06")) - 46
    data[at + 24 : at + 28] = struct.pack("<I", claimed)
    (tmp_path / "b.zip").write_bytes(data)
    assert not verify(tmp_path / "b.zip").sound


ONE = {"data/a": b"hi", "manifest-sha512.txt": listed({"data/a": b"hi"})}


def at_the_end(data: bytes, skip: int, new: bytes) -> bytes:
    """A zip whose end says something else."""
    at = data.rindex(b"PK\x05\x06") + skip
    return data[:at] + new + data[at + len(new) :]


@pytest.mark.parametrize("zipped", [False, True])
def test_of_several_bags_beside_one_another_each_is_named_by_its_reader(tmp_path, zipped):
    ours(tmp_path / "both/a")
    ours(tmp_path / "both/b")
    place = tmp_path / "both"
    if zipped:
        place = Path(shutil.make_archive(str(tmp_path / "z"), "zip", place))
    with pytest.raises(SmmError) as error:
        verify(place)
    assert "holds 2 bags" in language("en").say(error.value.message)


TWO_WAYS = {
    "a program before it": lambda z: b"MZ" * 500 + z,
    "another zip before it": lambda z: z + z,
    "bytes after it": lambda z: z + bytes(9),
    "a file that its list leaves out": lambda z: at_the_end(z, 8, b"\1\0\1\0"),
    "a part of several": lambda z: at_the_end(z, 4, b"\1\0"),
    "a length that its list denies": lambda z: z[:22] + b"\1" + z[23:],
}


@pytest.mark.parametrize("name", TWO_WAYS)
def test_a_zip_of_which_another_program_unpacks_other_files_is_not_whole(tmp_path, name):
    place = packed(tmp_path / "b.zip", ONE)
    assert verify(place).sound
    place.write_bytes(TWO_WAYS[name](place.read_bytes()))
    assert "b.zip: holds bytes that belong to none of its files" in "".join(said(verify(place)))


@pytest.mark.parametrize("inner", ["data/a/b", "data/A/b/c", "data/a./b"])
def test_a_file_below_a_file_is_no_whole_bundle(tmp_path, inner):
    held = {"data/a": b"hi", "data/a-b": b"hi", inner: b"ho"}
    place = packed(tmp_path / "b.zip", held | {"manifest-sha512.txt": listed(held)})
    assert said(verify(place)) == [
        f"b/{inner}: lies in b/data/a, which is a file itself, so that only one of them is seen"
    ]


@pytest.mark.parametrize("other", ["data/A", "data/E\u0301", "data/a. ."])
def test_two_names_that_some_systems_do_not_tell_apart_are_no_whole_bundle(tmp_path, other):
    """The auditor who unpacks it on Windows sees one of the two, and does not learn that there are two."""
    first = {"data/A": "data/a", "data/E\u0301": "data/\xc9", "data/a. .": "data/a"}[other]
    held = {first: b"hi", other: b"ho"}
    place = packed(tmp_path / "b.zip", held | {"manifest-sha512.txt": listed(held)})
    assert [one for one in said(verify(place)) if "one file on Windows" in one and first in one]


@pytest.mark.parametrize("kept", [-30, -500, -5_000])
def test_a_zip_that_has_lost_its_begin_is_damaged_and_not_refused(tmp_path, kept):
    place = packed(tmp_path / "b.zip", {**ONE, "data/b": bytes(9_999)})
    place.write_bytes(place.read_bytes()[kept:])
    assert said(verify(place)) == [
        "b.zip: the zip is damaged or was cut off on its way; ask for it again"
    ]
    assert smm("verify", place).returncode == 1


class Pipe(io.BytesIO):
    """What a zip is written to from front to end."""

    def seekable(self) -> bool:
        return False


def test_zips_as_other_programs_pack_them_are_whole(tmp_path):
    for how in ("streamed", "large", "noted"):
        stream = Pipe() if how == "streamed" else io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in {"bagit.txt": DECLARED, **ONE}.items():
                with archive.open(name, "w", force_zip64=how == "large") as file:
                    file.write(data)
            archive.comment = b"for the office" if how == "noted" else b""
        (tmp_path / f"{how}.zip").write_bytes(stream.getvalue())
        assert verify(tmp_path / f"{how}.zip").sound, how


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
@pytest.mark.parametrize("name", ["f.zip", "b/data/pipe", "b/manifest-sha512.txt"])
def test_a_pipe_is_not_waited_for(tmp_path, name):
    ours(tmp_path / "b")
    (tmp_path / name).unlink(missing_ok=True)
    os.mkfifo(tmp_path / name)
    done = smm("verify", tmp_path / name.partition("/")[0])
    assert done.returncode == (2 if name == "f.zip" else 1)


def test_a_folder_whose_file_grows_while_it_is_read_is_told(tmp_path, monkeypatch):
    ours(tmp_path / "b")
    monkeypatch.setattr("smmkit.bundle.container.os.fstat", grown(tmp_path / "b/data/a.pdf"))
    assert any(
        text.startswith("data/a.pdf: cannot be read") for text in said(verify(tmp_path / "b"))
    )


def grown(file: Path):
    """To look at any open file makes this one longer."""
    look = os.fstat

    def looked(number: int) -> os.stat_result:
        file.write_bytes(file.read_bytes() + b"more")
        return look(number)

    return looked


def test_a_name_of_dots_without_end_is_taken_as_it_is(tmp_path):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("./" * 30_000 + "b/bagit.txt", DECLARED)
    (tmp_path / "b.zip").write_bytes(buffer.getvalue())
    assert verify(tmp_path / "b.zip").faults
