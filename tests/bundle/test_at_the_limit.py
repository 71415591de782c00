"""What is just not too much, too long or too late: it goes along, is read and is held to be sound."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from smmkit.bundle import (
    bag,
    container,
    encryption,
    found_again,
    parts,
    side,
    signature,
    site,
    tags,
)
from smmkit.bundle import verify as verifying
from smmkit.bundle.faults import Faults
from smmkit.bundle.instructions import instructions
from smmkit.bundle.names import MAX_FOLDER, safe_name
from smmkit.bundle.stops import Gate, allowed_of, is_younger
from smmkit.bundle.submission import submission_to_send
from smmkit.documents.base import Approval, Record
from smmkit.documents.procedure import Procedure
from smmkit.errors import SmmError
from smmkit.files.archives import ArchiveError
from smmkit.words import language

DAY = date(2026, 2, 10)


@pytest.fixture
def folder_of_files(tmp_path) -> Path:
    place = tmp_path / "b"
    bag.write(
        place, {"a.bin": b"a" * 100}, tags={"VERIFY.txt": instructions(language("id"))}, folder="b"
    )
    return place


@pytest.mark.parametrize("password", ["a" * 99, "twelve sign~", "twelve !sign"])
def test_a_password_may_have_ninety_nine_signs_and_each_of_ascii(password):
    assert encryption.judged(password) == password


def test_as_many_files_as_may_be_are_encrypted_and_opened(tmp_path, monkeypatch):
    encryption.check_count(encryption.MOST)
    with pytest.raises(SmmError):
        encryption.check_count(encryption.MOST + 1)
    monkeypatch.setattr(encryption, "MOST", 2)
    pytest.importorskip("pyzipper")
    for count in (2, 3):
        with encryption.made(tmp_path / f"{count}.zip", "twelve signs") as archive:
            for n in range(count):
                archive.writestr(f"{n}.txt", b"x")
    with (tmp_path / "2.zip").open("rb") as stream:
        assert len(encryption.opened(stream, lambda: "twelve signs").namelist()) == 2
    with (tmp_path / "3.zip").open("rb") as stream, pytest.raises(encryption.LockedError):
        encryption.opened(stream, lambda: "twelve signs")


def test_as_many_files_as_may_lie_in_a_folder_are_checked(folder_of_files, monkeypatch):
    count = sum(one.is_file() for one in folder_of_files.rglob("*"))
    monkeypatch.setattr(container, "MAX_FILES", count)
    assert verifying.verify(folder_of_files).sound
    monkeypatch.setattr(container, "MAX_FILES", count - 1)
    with pytest.raises(SmmError):
        verifying.verify(folder_of_files)


@pytest.mark.parametrize(
    ("text", "shown", "is_lost"),
    [
        ("alpha bravo", "", False),
        ("alpha bravo delta", "", True),
        ("alpha bravo delta gamma omega", "alpha bravo delta gamma", False),
        ("alpha bravo delta gamma omega", "alpha bravo delta", True),
    ],
)
def test_a_text_is_lost_that_has_three_words_and_shows_fewer_than_four_in_five(
    monkeypatch, text, shown, is_lost
):
    monkeypatch.setattr(found_again, "letters_of", lambda _: shown)
    monkeypatch.setattr(found_again, "sentences", lambda _: [text])
    chosen = SimpleNamespace(document=SimpleNamespace(id="D-1"))
    assert bool(list(found_again.lost_texts(chosen, b""))) is is_lost


def test_a_folder_stays_that_leaves_just_room_for_the_name_of_the_file():
    assert safe_name("abcdefghij/file.txt", 11 + MAX_FOLDER) == "abcdefghij/file.txt"
    assert safe_name("abcdefghij/file.txt", 10 + MAX_FOLDER) == "file.txt"


def test_as_many_parts_as_may_be_are_made(tmp_path, monkeypatch):
    (tmp_path / "s.zip").write_bytes(b"abcd")
    monkeypatch.setattr(parts, "MOST", 2)
    assert parts.split(tmp_path / "s.zip", 2, language("en")) == 2
    with pytest.raises(SmmError):
        parts.split(tmp_path / "s.zip", 1, language("en"))


def test_a_file_that_is_as_large_as_it_may_be_is_read(tmp_path, monkeypatch):
    held = container.Folder.__new__(container.Folder)
    held.root, held.sizes = tmp_path, {"a": 4}
    (tmp_path / "a").write_bytes(b"abcd")
    assert side.read(held, "a", 4) == b"abcd"
    with pytest.raises(ValueError, match="a"):
        side.read(held, "a", 3)
    for most, is_read in ((4, True), (3, False)):
        monkeypatch.setattr(signature, "LARGEST", most)
        if is_read:
            assert signature.small(tmp_path / "a") == b"abcd"
        else:
            with pytest.raises(SmmError):
                signature.small(tmp_path / "a")


def test_the_list_of_a_site_that_is_as_large_as_it_may_be_is_read(tmp_path, monkeypatch):
    text = f'{{"schema": "{site.SCHEMA}", "files": {{"a.html": "{"0" * 64}"}}}}'
    (tmp_path / site.LIST).write_text(text)
    monkeypatch.setattr(site, "LARGEST", len(text))
    assert site.listed(tmp_path)
    monkeypatch.setattr(site, "LARGEST", len(text) - 1)
    assert site.listed(tmp_path) == {}


@pytest.mark.parametrize(
    ("file", "day"),
    [
        ("documents/A-1_2026-02-01_title.pdf", "2026-02-01"),
        ("documents/SOP-1_2_title.pdf", ""),
        ("documents/title.pdf", ""),
    ],
)
def test_a_record_is_known_by_the_day_in_the_name_of_its_sheet(file, day):
    assert side.day_in(file) == day


def test_a_reason_of_three_words_may_be_written_as_two_and_not_as_one(folder):
    assert allowed_of(["draft=Naskah dicetak-ulang"], folder({})) == {
        Gate.DRAFT: "Naskah dicetak-ulang"
    }
    with pytest.raises(SmmError):
        allowed_of(["draft=naskah-dicetak-ulang"], folder({}))


@pytest.mark.parametrize(("day", "is_later"), [(10, False), (11, True)])
def test_what_came_to_hold_on_the_day_of_the_submission_goes_along(day, is_later):
    on = date(2026, 2, day)
    approved = Procedure.model_construct(approvals=(Approval.model_construct(on=on),))
    assert is_younger(approved, DAY) is is_later
    assert is_younger(Record.model_construct(date=on), DAY) is is_later


def test_the_only_submission_that_is_still_to_be_sent_is_sent(folder):
    text = (
        "kind: submission\nid: S-1\ntitle: S\ndate: 2026-02-10\nrecipient: Body\n"
        "classification: open\n"
    )
    assert submission_to_send(folder({"s.yaml": text}), None).id == "S-1"


def test_a_list_is_read_that_has_just_as_many_lines_as_may_be(monkeypatch):
    monkeypatch.setattr(tags, "MAX_USELESS", 2)
    lines = "".join(f"{'a' * 64}  data/{n}\n" for n in range(3))
    for text, room, is_read in (
        (lines, 3, True),
        (lines, 2, False),
        ("\n\n" + lines, 3, True),
        ("\n\n\n" + lines, 3, False),
    ):
        faults = Faults()
        reader = tags.ManifestReader("manifest-sha256.txt", faults, strict=False)
        reader.read(text.encode(), "utf-8", room)
        assert (faults == []) is is_read
    for text, is_read in (("A: 1\nB: 2\n", True), ("A: 1\nB: 2\nC: 3\n", False)):
        faults = Faults()
        tags.parse_info(text.encode(), "utf-8", faults)
        assert (faults == []) is is_read


def test_a_zip_that_unpacks_to_just_as_much_as_may_be_is_checked(monkeypatch):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", b"a" * 100)
    monkeypatch.setattr(verifying, "MAX_RATIO", 0)
    monkeypatch.setattr(verifying, "MAX_UNPACKED", 100)
    with zipfile.ZipFile(stream) as archive:
        with pytest.raises(SmmError):  # it is no bag
            verifying.unzipped(Path("s.zip"), archive, stream, None)
        monkeypatch.setattr(verifying, "MAX_UNPACKED", 99)
        with pytest.raises(ArchiveError):
            verifying.unzipped(Path("s.zip"), archive, stream, None)


def test_tag_files_that_are_as_large_as_may_be_are_read(folder_of_files, monkeypatch):
    held = container.Folder(folder_of_files)
    read = sum(map(len, verifying.tag_files(held, Faults()).values()))
    words = max(size for one, size in held.sizes.items() if one in verifying.SAYING)
    for all_, most, count in ((read, words, 0), (read, words - 1, 1), (read - 1, words, 1)):
        monkeypatch.setattr(verifying, "MAX_TAGS", all_)
        monkeypatch.setattr(verifying, "MAX_WORDS", most)
        faults = Faults()
        verifying.tag_files(held, faults)
        assert len(faults) == count
