"""Bags good and bad, ours and others': what is found, and that nothing breaks the finder."""

import hashlib
import io
import os
import shutil
import stat
import unicodedata
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import bagit
import pytest
from hypothesis import given
from hypothesis import strategies as st

from folders import lay
from running import smm
from smmkit.bundle import bag
from smmkit.bundle.verdict import Verdict
from smmkit.bundle.verify import verify
from smmkit.errors import SmmError
from smmkit.words import Language, language

PAYLOAD = {"index.html": b"<h1>Isi</h1>", "sop/SOP-01.pdf": b"%PDF-1.7 one", "sop/B.csv": b"a;b\n"}
INFO = [("Source-Organization", "Balai Contoh"), ("Bagging-Date", "2026-03-02")]
OLD = b"BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n"
TAGS = {"VERIFY.txt": b"how to check\n"}


def make(path: Path) -> str:
    return bag.write(path, PAYLOAD, INFO, TAGS)


def found(verdict: Verdict) -> list[tuple[str, str]]:
    """What is wrong with which file; every message is spoken on the way."""
    assert [fault.order for fault in verdict.faults] == sorted(f.order for f in verdict.faults)
    for fault in verdict.faults:
        assert language("en").say(fault.message)
    return [(fault.path, str(fault.kind)) for fault in verdict.faults]


def zipped(folder: Path, top: str = "") -> Path:
    """The folder as somebody else's program would zip it."""
    target = folder.with_name(folder.name + "-again.zip")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.rglob("*")):
            archive.write(file, top + file.relative_to(folder).as_posix())
    return target


def foreign(folder: Path, files: dict[str, bytes], lines: str, **tags: bytes) -> Path:
    """A bag by another tool: the payload, a list as it stands, and no more than a bag needs."""
    head = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    listing = {"manifest-md5.txt": lines.encode(), "bagit.txt": head}
    return lay(folder, {**files, **listing, **{k.replace("_", "."): v for k, v in tags.items()}})


def md5(data: bytes) -> str:
    return hashlib.md5(data).hexdigest()


def test_a_good_bag_is_sound_however_it_lies(tmp_path):
    identity = make(tmp_path / "audit")
    make(tmp_path / "audit.zip")
    outer = tmp_path / "outer"
    shutil.copytree(tmp_path / "audit", outer / "audit")
    (outer / "desktop.ini").write_bytes(b"")
    places = [tmp_path / "audit", tmp_path / "audit.zip", outer]
    shutil.copy(tmp_path / "audit.zip", tmp_path / "attachment.bin")
    places += [tmp_path / "attachment.bin"]
    places += [zipped(tmp_path / "audit"), zipped(outer / "audit", "any name/")]
    for place in places:
        verdict = verify(place)
        assert (found(verdict), verdict.sound) == ([], True), place
        assert verdict.identity == identity
        assert (verdict.files, verdict.size) == (3, 28)
        assert verdict.lines == (*INFO, ("Payload-Oxum", "28.3"))


def change(folder: Path) -> None:
    (folder / "data/index.html").write_bytes(b"<h1>Isj</h1>")


def remove(folder: Path) -> None:
    (folder / "data/sop/SOP-01.pdf").unlink()


def add(folder: Path) -> None:
    (folder / "data/sop/more.pdf").write_bytes(b"")


def add_a_tag_file(folder: Path) -> None:
    (folder / "00_READ_FIRST.html").write_bytes(b"<script>")


def change_a_tag_file(folder: Path) -> None:
    (folder / "VERIFY.txt").write_bytes(b"how to cheat\n")


def swap(folder: Path) -> None:
    one, two = folder / "data/index.html", folder / "data/sop/SOP-01.pdf"
    first, second = one.read_bytes(), two.read_bytes()
    one.write_bytes(second)
    two.write_bytes(first)


def break_a_line(folder: Path) -> None:
    file = folder / "manifest-sha512.txt"
    file.write_bytes(file.read_bytes().replace(b"  data/index.html", b"0  data/index.html"))


def hide(folder: Path) -> None:
    """A file is taken out of the payload, of its list and of the count, but not of the tag list."""
    remove(folder)
    file = folder / "manifest-sha512.txt"
    file.write_bytes(b"".join(ln for ln in file.read_bytes().splitlines(True) if b"SOP" not in ln))
    info = folder / "bag-info.txt"
    info.write_bytes(info.read_bytes().replace(b"28.3", b"16.2"))


def miscount(folder: Path) -> None:
    info = folder / "bag-info.txt"
    info.write_bytes(info.read_bytes().replace(b"28.3", b"29.3"))


def break_info(folder: Path) -> None:
    (folder / "bag-info.txt").write_bytes(b"no label\nPayload-Oxum: many\n")


def fetch(folder: Path) -> None:
    (folder / "fetch.txt").write_bytes(b"http://example.org/x 3 data/x\n")


def undeclare(folder: Path) -> None:
    (folder / "bagit.txt").unlink()


def redeclare(folder: Path) -> None:
    (folder / "bagit.txt").write_bytes(b"BagIt-Version: 2.0\nTag-File-Character-Encoding: x\x1b\n")


def unlist(folder: Path) -> None:
    (folder / "manifest-sha512.txt").unlink()


def climb(folder: Path) -> None:
    with (folder / "manifest-sha512.txt").open("ab") as stream:
        for place in ("../../etc/passwd", "/etc/passwd", "data/../../x", "~/x", "C:\\x"):
            stream.write(b"0" * 128 + b"  " + place.encode() + b"\n")


def double(folder: Path) -> None:
    file = folder / "manifest-sha512.txt"
    file.write_bytes(file.read_bytes() + b"0" * 128 + b"  data/index.html\n")


def list_a_tag_file(folder: Path) -> None:
    digest = hashlib.sha512((folder / "bagit.txt").read_bytes()).hexdigest()
    with (folder / "manifest-sha512.txt").open("a") as stream:
        stream.write(f"{digest}  bagit.txt\n")


def another_algorithm(folder: Path) -> None:
    (folder / "manifest-blake3.txt").write_bytes(b"abcd  data/index.html\n")


INFO_, LIST, HTML = "bag-info.txt", "manifest-sha512.txt", "data/index.html"
SOP = "data/sop/SOP-01.pdf"
CORRUPTED = [
    (change, [(HTML, "changed")]),
    (remove, [(INFO_, "miscounted"), (SOP, "missing")]),
    (add, [(INFO_, "miscounted"), ("data/sop/more.pdf", "unlisted")]),
    (add_a_tag_file, [("00_READ_FIRST.html", "unlisted")]),
    (change_a_tag_file, [("VERIFY.txt", "changed")]),
    (swap, [(HTML, "changed"), (SOP, "changed")]),
    (break_a_line, [(HTML, "unlisted"), (LIST, "changed"), (LIST, "unreadable")]),
    (hide, [(INFO_, "changed"), (LIST, "changed")]),
    (miscount, [(INFO_, "changed"), (INFO_, "miscounted")]),
    (break_info, [(INFO_, "changed"), (INFO_, "unreadable"), (INFO_, "unreadable")]),
    (fetch, [("fetch.txt", "remote"), ("fetch.txt", "unlisted")]),
    (undeclare, [("bagit.txt", "missing")]),
    (redeclare, [("bagit.txt", "changed"), ("bagit.txt", "unknown"), ("bagit.txt", "unknown")]),
    (unlist, [(LIST, "missing"), (LIST, "missing")]),
    (climb, [(LIST, "changed"), *[(LIST, "unsafe")] * 5]),
    (list_a_tag_file, [(LIST, "changed"), (LIST, "unsafe")]),
    (double, [(LIST, "changed"), (LIST, "twice")]),
    (
        another_algorithm,
        [
            ("data/sop/B.csv", "unlisted"),
            (SOP, "unlisted"),
            ("manifest-blake3.txt", "unknown"),
            ("manifest-blake3.txt", "unlisted"),
        ],
    ),
]


@pytest.mark.parametrize(
    ("corrupt", "expected"), CORRUPTED, ids=lambda v: getattr(v, "__name__", "")
)
@pytest.mark.parametrize("place", ["folder", "zip"])
def test_each_corruption_is_named(tmp_path, corrupt, expected, place):
    make(tmp_path / "audit")
    corrupt(tmp_path / "audit")
    verdict = verify(tmp_path / "audit" if place == "folder" else zipped(tmp_path / "audit"))
    assert sorted(found(verdict)) == sorted(expected)


@pytest.mark.parametrize(
    "corrupt", [change, remove, add, change_a_tag_file, swap, hide, climb, double]
)
def test_the_reference_tool_agrees_that_it_is_broken(tmp_path, corrupt):
    make(tmp_path / "audit")
    corrupt(tmp_path / "audit")
    with pytest.raises(bagit.BagError):
        bagit.Bag(str(tmp_path / "audit")).validate()


def test_all_faults_are_found_in_one_run(tmp_path):
    make(tmp_path / "audit")
    for corrupt in (change, remove, add, add_a_tag_file, change_a_tag_file):
        corrupt(tmp_path / "audit")
    assert found(verify(tmp_path / "audit")) == [
        ("00_READ_FIRST.html", "unlisted"),
        ("VERIFY.txt", "changed"),
        (INFO_, "miscounted"),
        (HTML, "changed"),
        (SOP, "missing"),
        ("data/sop/more.pdf", "unlisted"),
    ]


def test_links_are_not_followed(tmp_path):
    make(tmp_path / "audit")
    outside = lay(tmp_path / "outside", {"index.html": PAYLOAD["index.html"], "x": b""})
    (tmp_path / "audit/data/index.html").unlink()
    (tmp_path / "audit/data/index.html").symlink_to(outside / "index.html")
    (tmp_path / "audit/data/more").symlink_to(outside)
    assert found(verify(tmp_path / "audit")) == [
        (INFO_, "miscounted"),
        (HTML, "missing"),
        (HTML, "unsafe"),
        ("data/more", "unsafe"),
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_in_a_bag_does_not_hang(tmp_path):
    make(tmp_path / "audit")
    os.mkfifo(tmp_path / "audit/data/pipe")
    assert found(verify(tmp_path / "audit")) == [("data/pipe", "unsafe")]


@pytest.mark.parametrize(
    "algorithms", [["md5"], ["sha1"], ["sha256"], ["sha512"], ["md5", "sha256"]]
)
def test_bags_of_the_reference_tool_are_accepted(tmp_path, algorithms):
    lay(tmp_path / "b", {**PAYLOAD, "sub/é ünï.txt": b"x", "a  b.txt": b"two spaces"})
    bagit.make_bag(str(tmp_path / "b"), {"Contact-Name": "x " * 300}, checksums=algorithms)
    for place in (tmp_path / "b", zipped(tmp_path / "b"), zipped(tmp_path / "b", "b/")):
        verdict = verify(place)
        assert found(verdict) == []
        assert verdict.files == 5
        assert verdict.info["Contact-Name"].split() == ["x"] * 300
    change_in = tmp_path / "b/data/sop/B.csv"
    change_in.write_bytes(b"a;c\n")
    assert found(verify(tmp_path / "b")) == [("data/sop/B.csv", "changed")]


def spelled(folder: Path, lines: str) -> list[tuple[str, str]]:
    return found(verify(foreign(folder, {"data/a.txt": b"a", "data/b c.txt": b"b"}, lines)))


@pytest.mark.parametrize(
    "lines",
    [
        "{a}  data/a.txt\n{b}  data/b c.txt\n",
        "{a} data/a.txt\r\n{b}\tdata/b c.txt\r\n",
        "{a} *data/a.txt\n\n{b} *./data/b c.txt",
        "{A}  ./data/a.txt\n{B}   ././data/b c.txt\n",
        "\ufeff{a}  data/A.TXT\n{b}  data/b C.txt\n",
    ],
)
def test_lists_of_others_are_read(tmp_path, lines):
    sums = {"a": md5(b"a"), "b": md5(b"b"), "A": md5(b"a").upper(), "B": md5(b"b").upper()}
    assert spelled(tmp_path, lines.format(**sums)) == []


def test_escaped_names_are_read_as_the_rfc_says(tmp_path):
    files = {"data/100%.txt": b"1", "data/a%0A.txt": b"2", "data/line\nfeed\r.txt": b"3"}
    lines = (
        f"{md5(b'1')}  data/100%25.txt\n{md5(b'2')}  data/a%250A.txt\n"
        f"{md5(b'3')}  data/line%0Afeed%0d.txt\n"
    )
    assert found(verify(foreign(tmp_path, files, lines))) == []
    raw = lines.replace("%25", "%")
    assert found(verify(foreign(tmp_path, files, raw, bagit_txt=OLD))) == []
    (tmp_path / "data/a%0A.txt").write_bytes(b"3")
    assert found(verify(tmp_path)) == [("data/a%0A.txt", "changed")]


def test_an_escape_and_a_name_that_looks_like_one_do_not_change_places(tmp_path):
    files = {"data/a%25.txt": b"1", "data/a%.txt": b"2"}
    lines = f"{md5(b'1')}  data/a%2525.txt\n{md5(b'2')}  data/a%25.txt\n"
    assert found(verify(foreign(tmp_path / "new", files, lines))) == []
    lines = f"{md5(b'1')}  data/a%25.txt\n{md5(b'2')}  data/a%.txt\n"
    assert found(verify(foreign(tmp_path / "old", files, lines, bagit_txt=OLD))) == []


def test_older_bags_may_list_a_file_twice_if_they_say_the_same(tmp_path):
    one, other = f"{md5(b'a')}  data/a\n", f"{md5(b'b')}  data/a\n"
    files = {"data/a": b"a"}
    assert found(verify(foreign(tmp_path / "x", files, one * 2, bagit_txt=OLD))) == []
    twice = [("manifest-md5.txt", "twice")]
    assert found(verify(foreign(tmp_path / "y", files, one + other, bagit_txt=OLD))) == twice
    assert found(verify(foreign(tmp_path / "z", files, one * 2))) == twice


def test_one_of_two_checksums_is_enough_to_name_a_file(tmp_path):
    foreign(tmp_path, {"data/a": b"a"}, f"{md5(b'a')}  data/a\n")
    (tmp_path / "manifest-SHA-256.txt").write_text(f"{hashlib.sha256(b'b').hexdigest()}  data/a\n")
    assert found(verify(tmp_path)) == [("data/a", "changed")]


def test_folded_lines_of_bag_info_are_joined(tmp_path):
    info = b"External-Description: one\n  two: three\n\tfour\nBag-Count : 1 of 1\n"
    foreign(tmp_path, {"data/a": b"a"}, f"{md5(b'a')}  data/a\n")
    (tmp_path / "bag-info.txt").write_bytes(info)
    verdict = verify(tmp_path)
    assert verdict.lines == (
        ("External-Description", "one two: three four"),
        ("Bag-Count", "1 of 1"),
    )
    assert verdict.sound


def test_names_with_accents_stored_in_another_form(tmp_path):
    names = ["data/é.txt", "data/ñ/ü.txt"]
    lines = "".join(f"{md5(name.encode())}  {name}\n" for name in names)
    files = {unicodedata.normalize("NFD", name): name.encode() for name in names}
    assert found(verify(foreign(tmp_path, files, lines))) == []


def test_one_file_cannot_stand_for_two(tmp_path):
    lines = f"{md5(b'a')}  data/a.txt\n{md5(b'a')}  data/A.txt\n"
    assert found(verify(foreign(tmp_path, {"data/a.txt": b"a"}, lines))) == [
        ("data/A.txt", "missing")
    ]


def test_other_encodings_of_tag_files(tmp_path):
    head = b"BagIt-Version: 0.97\nTag-File-Character-Encoding: %b\n"
    for name, codec in (("UTF-16", "utf-16"), ("ISO-8859-1", "latin-1")):
        folder = tmp_path / name
        foreign(folder, {"data/é.txt": b"e"}, "", bagit_txt=head.replace(b"%b", name.encode()))
        (folder / "manifest-md5.txt").write_bytes(f"{md5(b'e')}  data/é.txt\n".encode(codec))
        assert found(verify(folder)) == []


def test_bagit_1_wants_each_file_in_each_list_and_0_97_in_one(tmp_path):
    folder = foreign(tmp_path, {"data/a": b"a", "data/b": b"b"}, f"{md5(b'a')}  data/a\n")
    (folder / "manifest-sha1.txt").write_text(f"{hashlib.sha1(b'b').hexdigest()}  data/b\n")
    assert found(verify(folder)) == [("data/a", "unlisted"), ("data/b", "unlisted")]
    (folder / "bagit.txt").write_bytes(OLD)
    assert found(verify(folder)) == []


@pytest.mark.parametrize(
    "files", [{}, {"notes.txt": b""}, {"a/bagit.txt": b"", "b/bagit.txt": b""}, {"data/x": b""}]
)
def test_what_is_no_bag_is_misuse(tmp_path, files):
    lay(tmp_path / "x", files).mkdir(exist_ok=True)
    for place in (tmp_path / "x", zipped(tmp_path / "x"), tmp_path / "nothing"):
        with pytest.raises(SmmError) as error:
            verify(place)
        assert str(place.name) in language("en").say(error.value.message)


def test_a_file_that_is_no_zip_is_misuse(tmp_path):
    (tmp_path / "scan.pdf").write_bytes(b"%PDF")
    with pytest.raises(SmmError):
        verify(tmp_path / "scan.pdf")


def test_a_zip_cut_anywhere_is_damaged(tmp_path):
    make(tmp_path / "audit.zip")
    data = (tmp_path / "audit.zip").read_bytes()
    for length in [0, 1, 2, 30, *range(100, len(data), 97), len(data) - 1]:
        (tmp_path / "cut.zip").write_bytes(data[:length])
        assert found(verify(tmp_path / "cut.zip")) == [("cut.zip", "damaged")]


def test_a_flipped_byte_in_a_zip_is_named(tmp_path):
    make(tmp_path / "audit.zip")
    data = (tmp_path / "audit.zip").read_bytes()
    (tmp_path / "audit.zip").write_bytes(data.replace(b"%PDF-1.7 one", b"%PDF-1.7 onE"))
    assert found(verify(tmp_path / "audit.zip")) == [("data/sop/SOP-01.pdf", "damaged")]


def test_a_list_of_endless_length_is_not_read(tmp_path, monkeypatch):
    make(tmp_path / "audit")
    monkeypatch.setattr("smmkit.bundle.verify.MAX_TAGS", 200)
    [fault] = [
        f for f in verify(tmp_path / "audit").faults if f.path == LIST and f.kind != "missing"
    ]
    assert "larger" in fault.message.text


def test_an_encrypted_zip_is_called_so(tmp_path):
    make(tmp_path / "audit.zip")
    data = bytearray((tmp_path / "audit.zip").read_bytes())
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 1)
    (tmp_path / "audit.zip").write_bytes(data)
    assert found(verify(tmp_path / "audit.zip")) == [("audit.zip", "encrypted")]


def entry(name: str, mode: int = 0o100644) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = mode << 16
    return info


@pytest.mark.parametrize(
    ("add_", "expected"),
    [
        (entry("../evil.txt"), ("../evil.txt", "unsafe")),
        (entry("audit/../../evil.txt"), ("audit/../../evil.txt", "unsafe")),
        (entry("/etc/passwd"), ("/etc/passwd", "unsafe")),
        (entry("..\\evil.txt"), ("../evil.txt", "unsafe")),
        (entry("C:/evil.txt"), ("C:/evil.txt", "unsafe")),
        (entry("audit/data/link", stat.S_IFLNK | 0o777), ("audit/data/link", "unsafe")),
        (entry("beside.txt"), ("beside.txt", "unlisted")),
        (entry("audit/data\\index.html"), ("audit/data/index.html", "twice")),
        (entry("audit/\x1b[2J.txt"), ("\\x1b[2J.txt", "unlisted")),
    ],
    ids=lambda v: v.filename if isinstance(v, zipfile.ZipInfo) else "",
)
def test_traps_in_a_zip(tmp_path, add_, expected):
    make(tmp_path / "audit.zip")
    with zipfile.ZipFile(tmp_path / "audit.zip", "a") as archive:
        archive.writestr(add_, b"evil")
    assert found(verify(tmp_path / "audit.zip")) == [expected]


def test_a_zip_with_backslashes_is_read(tmp_path):
    make(tmp_path / "audit.zip")
    target = tmp_path / "old.zip"
    with zipfile.ZipFile(tmp_path / "audit.zip") as old, zipfile.ZipFile(target, "w") as new:
        new.writestr("audit\\", b"")
        for info in old.infolist():
            new.writestr(info.filename.replace("/", "\\"), old.read(info))
    assert found(verify(target)) == []


def base_zip(compression: int) -> bytes:
    with TemporaryDirectory() as folder:
        make(Path(folder, "audit.zip"))
        data = io.BytesIO()
        with (
            zipfile.ZipFile(Path(folder, "audit.zip")) as ours,
            zipfile.ZipFile(data, "w", compression) as other,
        ):
            for info in ours.infolist():
                other.writestr(zipfile.ZipInfo(info.filename), ours.read(info), compression)
    return data.getvalue()


ZIPS = [base_zip(kind) for kind in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)]
FILES = [
    {name: archive.read(name) for name in archive.namelist()}
    for archive in (zipfile.ZipFile(io.BytesIO(data)) for data in ZIPS)
]
edits = st.lists(
    st.tuples(st.floats(0, 1), st.binary(max_size=6), st.integers(0, 6)), min_size=1, max_size=6
)


def edited(data: bytes, changes: list[tuple[float, bytes, int]]) -> bytes:
    """Bytes after some were replaced, added or taken out; places count from the end as well."""
    for where, put, gone in changes:
        at = int(where * len(data))
        data = data[:at] + put + data[at + gone :]
    return data


def judged(place: Path) -> Verdict | None:
    """Any answer but a traceback."""
    try:
        verdict = verify(place)
    except SmmError as error:
        language("en").say(error.message)
        return None
    found(verdict)
    return verdict


@given(st.sampled_from([0, 1]), edits)
def test_no_bytes_of_a_zip_break_it_and_what_is_sound_is_the_same(which, changes):
    identity = verify_bytes(ZIPS[which]).identity
    data = edited(ZIPS[which], changes)
    verdict = verify_bytes(data)
    if verdict and verdict.sound and verdict.identity == identity:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert {name.partition("/")[2]: archive.read(name) for name in archive.namelist()} == {
                name.partition("/")[2]: content for name, content in FILES[which].items()
            }


def verify_bytes(data: bytes) -> Verdict | None:
    with TemporaryDirectory() as folder:
        Path(folder, "audit.zip").write_bytes(data)
        return judged(Path(folder, "audit.zip"))


tag_files = st.sampled_from(["bagit.txt", "bag-info.txt", LIST, "tagmanifest-sha512.txt"])


@given(tag_files, edits | st.binary().map(lambda data: [(0.0, data, 10**6)]))
def test_no_bytes_of_a_tag_file_break_it_and_none_pass_unseen(name, changes):
    with TemporaryDirectory() as folder:
        place = Path(folder, "audit")
        identity = make(place)
        before = (place / name).read_bytes()
        (place / name).write_bytes(edited(before, changes))
        verdict = judged(place)
        if edited(before, changes) != before:
            assert not verdict.sound or verdict.identity != identity


def test_the_verdict_is_in_words_for_who_does_not_know_bagit():
    from smmkit.bundle.verdict import Verdict
    from smmkit.commands.verify import lines
    from smmkit.words import Language

    told = (*INFO, ("Payload-Oxum", "28.3"), ("Accepted", "a draft"), ("Source-Clean", "no"))
    said = [Language("id").say(line) for line in lines(Verdict((), lines=told))]
    assert "Pengirim: Balai Contoh" in said
    assert "Diloloskan oleh pengirim: a draft" in said
    assert "bag-info.txt: Source-Clean: no" in said  # what has no other name keeps its own
    assert not [line for line in said if "Payload-Oxum" in line or "Source-Organization" in line]


@pytest.mark.parametrize("label", ["Identity of this bundle", "The bundle is whole", "Signed by"])
def test_what_a_bundle_says_of_itself_is_not_taken_for_the_verdict(label):
    from smmkit.bundle.verdict import Verdict
    from smmkit.commands.verify import lines
    from smmkit.words import Language

    verdict = Verdict((), lines=((label, "0123abcd"),), identity="4567")
    said = [Language("en").say(line) for line in lines(verdict)]
    assert f"bag-info.txt: {label}: 0123abcd" in said
    assert not [line for line in said if line.startswith(label) and "0123abcd" in line]


@pytest.mark.parametrize(
    ("inner", "why"),
    [
        ("data/CON", "keeps this name"),
        ("data/lpt1.pdf", "keeps this name"),
        ("data/nul/x.pdf", "keeps this name"),
        ("data/a:b", "no names with :"),
        ("data/why?.pdf", "no names with ?"),
        ("data/x.", "end in a dot or a space"),
        ("data/x /y.pdf", "end in a dot or a space"),
    ],
)
def test_a_listed_file_that_windows_cannot_unpack_is_told_though_the_bag_is_right(
    tmp_path, inner, why
):
    line = f"{hashlib.sha512(b'hi').hexdigest()}  {inner}\n"
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("b/bagit.txt", b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
        archive.writestr("b/manifest-sha512.txt", line)
        archive.writestr(f"b/{inner}", b"hi")
    (told,) = verify(tmp_path / "b.zip").faults
    assert (told.path, told.kind.value) == (f"b/{inner}", "unsafe")
    said = Language("en").say(told.message)
    assert said.startswith("cannot be unpacked on Windows: ")
    assert why in said


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot have such a name")
def test_a_folder_is_told_the_names_that_windows_refuses_too(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data/a:b").write_bytes(b"hi")
    (tmp_path / "bagit.txt").write_text("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    line = f"{hashlib.sha512(b'hi').hexdigest()}  data/a:b\n"
    (tmp_path / "manifest-sha512.txt").write_text(line)
    (told,) = verify(tmp_path).faults
    assert (told.path, told.kind.value) == ("data/a:b", "unsafe")


def test_a_bag_without_an_identity_is_not_called_whole(tmp_path):
    place = tmp_path / "audit"
    make(place)
    for name in ("tagmanifest-sha512.txt", "VERIFY.txt"):
        (place / name).unlink(missing_ok=True)
    info = place / "bag-info.txt"
    kept = [line for line in info.read_text().splitlines(keepends=True) if "Agent" not in line]
    info.write_text("".join(kept))
    done = smm("verify", place, "--lang", "en")
    assert done.returncode == 1
    assert "whole:" not in done.stdout
    assert "has no identity (there is no tagmanifest-sha512.txt)" in done.stdout
    assert "nothing proves that the list itself was not changed" in done.stdout
    info.unlink()  # it says nothing of itself any more, as a bag of another tool
    assert smm("verify", place, "--lang", "en").returncode == 0


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ("{first} {last}", "begins and ends with the digits"),
        ("{first}...{last}", "begins and ends with the digits"),
        ("{first}\u2026 {last}", "begins and ends with the digits"),
        ("{last} {first}", "NOT the bundle"),
        ("{first}{middle}{last}", "is the one that you named"),
    ],
)
def test_what_the_letter_has_room_for_by_hand_can_be_checked(tmp_path, told, says):
    """The letter asks for the first and last 16 digits; `smm verify` took nothing but all 128."""
    identity = make(tmp_path / "b.zip")
    parts = {"first": identity[:16].upper(), "middle": identity[16:-16], "last": identity[-16:]}
    asked = ("--identity", told.format(**parts), "--lang", "en")
    done = smm("verify", tmp_path / "b.zip", *asked)
    assert says in done.stdout
    assert done.returncode == int("NOT" in says)
