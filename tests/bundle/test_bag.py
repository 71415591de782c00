"""A bag as others see it: the reference tool, coreutils, Windows, a second machine."""

import hashlib
import ntpath
import os
import shutil
import subprocess
import sys
import tracemalloc
import zipfile
from pathlib import Path, PureWindowsPath

import bagit
import pytest
from hypothesis import given
from hypothesis import strategies as st

import smmkit
from smmkit.bundle import bag
from smmkit.bundle import names as names_
from smmkit.bundle.instructions import instructions
from smmkit.bundle.parts import instructions as joining
from smmkit.errors import SmmError
from smmkit.words import language

PAYLOAD = {
    "index.html": b"<h1>Daftar isi</h1>\n",
    "03-sop/SOP-01.pdf": b"%PDF-1.7\n" + bytes(range(256)),
    "03-sop/SOP 02.pdf": b"",
    "records/2026/audit.csv": "temuan;déjà vu\r\n".encode(),
}
INFO = [("Source-Organization", "Balai Penyuluhan Ngada"), ("Bagging-Date", "2026-03-02")]
TAGS = {"VERIFY.txt": instructions(language("id")), "README.txt": b"Baca dahulu\n"}


def make(path: Path, **changes) -> str:
    """The bag that most tests look at."""
    return bag.write(path, **{"payload": PAYLOAD, "info": INFO, "tags": TAGS, **changes})


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, and its bytes."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def said(error: pytest.ExceptionInfo[SmmError]) -> str:
    """What the person reads."""
    return language("en").say(error.value.message)


@pytest.fixture(params=["audit", "audit.zip"])
def unpacked(request, tmp_path):
    """The folder of a bag: written as one, or out of the zip."""
    make(tmp_path / request.param)
    if request.param.endswith(".zip"):
        zipfile.ZipFile(tmp_path / request.param).extractall(tmp_path)
    return tmp_path / "audit"


def test_the_reference_tool_accepts_it(unpacked):
    theirs = bagit.Bag(str(unpacked))
    theirs.validate()
    assert theirs.version_info == (1, 0)
    assert theirs.info["Source-Organization"] == "Balai Penyuluhan Ngada"
    assert set(theirs.payload_entries()) == {f"data/{name}" for name in PAYLOAD}
    assert {"VERIFY.txt", "bag-info.txt", "manifest-sha512.txt"} <= theirs.tagfile_entries().keys()


def test_it_holds_these_files_and_no_other(unpacked):
    assert tree(unpacked) == {
        **{f"data/{name}": data for name, data in PAYLOAD.items()},
        **TAGS,
        **{name: (unpacked / name).read_bytes() for name in bag.OWN},
    }


@pytest.mark.parametrize("tool", [("sha512sum",), ("shasum", "-a", "512")], ids=lambda t: t[0])
@pytest.mark.parametrize("list_", ["manifest-sha512.txt", "tagmanifest-sha512.txt"])
def test_coreutils_check_it_and_name_a_changed_byte(unpacked, tool, list_):
    if not shutil.which(tool[0]):
        pytest.skip(f"{tool[0]} is not installed")
    command = [*tool, "-c", list_]
    assert " ".join(command) in instructions(language("id")).decode()
    good = subprocess.run(command, cwd=unpacked, capture_output=True, text=True, check=False)
    assert (good.returncode, good.stderr) == (0, "")
    assert len(good.stdout.splitlines()) == (4 if list_.startswith("m") else 5)
    victim = "data/03-sop/SOP-01.pdf" if list_.startswith("m") else "bag-info.txt"
    data = bytearray((unpacked / victim).read_bytes())
    data[7] ^= 1
    (unpacked / victim).write_bytes(data)
    bad = subprocess.run(command, cwd=unpacked, capture_output=True, text=True, check=False)
    assert bad.returncode != 0
    assert f"{victim}: FAILED" in bad.stdout


def test_manifests_are_sorted_and_bag_info_is_one_line_each(tmp_path):
    make(tmp_path / "b", info=[("Internal-Sender-Description", "dua\r\nbaris  dan\ttab")])
    expected = {
        "manifest": [f"data/{name}" for name in PAYLOAD],
        "tagmanifest": [*TAGS, *bag.OWN[:3]],
    }
    for name, files in expected.items():
        lines = (tmp_path / f"b/{name}-sha512.txt").read_bytes().decode().split("\n")
        assert lines.pop() == ""
        assert [line[130:] for line in lines] == sorted(files)
        assert all(line[128:130] == "  " for line in lines)
    size = sum(map(len, PAYLOAD.values()))
    assert (tmp_path / "b/bag-info.txt").read_bytes().decode() == (
        f"Internal-Sender-Description: dua baris dan tab\nPayload-Oxum: {size}.4\n"
    )


def test_the_identity_is_that_of_the_files_not_of_the_container(tmp_path):
    identity = make(tmp_path / "one.zip")
    assert identity == make(tmp_path / "two")
    assert (
        identity
        == hashlib.sha512((tmp_path / "two/tagmanifest-sha512.txt").read_bytes()).hexdigest()
    )
    for n, change in enumerate(
        [
            {"payload": {**PAYLOAD, "index.html": b"<h1>Daftar isj</h1>\n"}},
            {"payload": {**PAYLOAD, "more.txt": b""}},
            {"info": INFO[:1]},
            {"tags": {}},
        ]
    ):
        assert make(tmp_path / f"changed-{n}.zip", **change) != identity


def test_a_zip_says_nothing_of_the_machine(tmp_path):
    make(tmp_path / "audit.zip")
    with zipfile.ZipFile(tmp_path / "audit.zip") as archive:
        names = [entry.filename for entry in archive.infolist()]
        payload = [name for name in names if name.startswith("audit/data/")]
        assert names == [*sorted(payload), *sorted(set(names) - set(payload))]
        assert names[-1] == "audit/tagmanifest-sha512.txt"
        for entry in archive.infolist():
            assert entry.filename.startswith("audit/")
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert entry.compress_type == zipfile.ZIP_STORED
            assert (entry.create_system, entry.external_attr >> 16) == (3, 0o100644)
            assert not entry.extra
            assert not entry.flag_bits


def test_the_same_bytes_everywhere(tmp_path):
    make(tmp_path / "audit.zip")
    expected = (tmp_path / "audit.zip").read_bytes()
    (tmp_path / "again").mkdir()
    make(tmp_path / "again/audit.zip", payload=dict(reversed(PAYLOAD.items())))
    assert (tmp_path / "again/audit.zip").read_bytes() == expected
    (tmp_path / "far").mkdir()
    program = (
        "import os; os.umask(0o077)\n"
        "from pathlib import Path; from smmkit.bundle import bag\n"
        f"bag.write(Path('audit.zip'), {PAYLOAD!r}, {INFO!r}, {TAGS!r})"
    )
    source = str(Path(smmkit.__file__).parent.parent)
    there = {"TZ": "Asia/Tokyo", "LC_ALL": "tr_TR.ISO-8859-9", "PYTHONHASHSEED": "77"}
    subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path / "far",
        env={**os.environ, **there, "PYTHONPATH": source, "PYTHONUTF8": "0"},
        check=True,
    )
    assert (tmp_path / "far/audit.zip").read_bytes() == expected


@pytest.mark.parametrize("name", ["out", "out.zip"])
@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError, ZeroDivisionError])
def test_an_interrupt_leaves_nothing(tmp_path, name, error):
    def stop() -> bytes:
        assert [file for file in tmp_path.rglob("*") if file.is_file()], "nothing was begun yet"
        raise error

    with pytest.raises(SmmError if error is OSError else error):
        bag.write(tmp_path / name, {"a.pdf": b"a", "b.pdf": stop, "c.pdf": b"c"})
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_refuses_at_the_end_leaves_the_folder_as_it_was(tmp_path, monkeypatch):
    def refuse(source: Path, target: Path) -> None:
        raise PermissionError(13, "this is not permitted")

    for step in ("link", "rename"):
        monkeypatch.setattr(os, step, refuse)
    with pytest.raises(SmmError) as error:
        make(tmp_path / "out.zip")
    assert "this is not permitted" in said(error)
    assert list(tmp_path.iterdir()) == []


def occupy_file(path: Path) -> None:
    path.write_bytes(b"mine")


def occupy_folder(path: Path) -> None:
    path.mkdir()
    (path / "mine.txt").write_bytes(b"mine")


def occupy_link(path: Path) -> None:
    path.symlink_to(path.parent / "nowhere")


def occupy_link_to_empty(path: Path) -> None:
    (path.parent / "elsewhere").mkdir()
    path.symlink_to(path.parent / "elsewhere")


@pytest.mark.parametrize("name", ["out", "out.zip"])
@pytest.mark.parametrize("occupy", [occupy_file, occupy_folder, occupy_link, occupy_link_to_empty])
def test_what_is_there_is_never_touched(tmp_path, name, occupy):
    occupy(tmp_path / name)
    before = tree(tmp_path)
    called = []
    with pytest.raises(SmmError) as error:
        bag.write(tmp_path / name, {"a.pdf": lambda: called.append(1) or b""})
    assert name in said(error)
    assert (tree(tmp_path), called) == (before, [])


def test_an_empty_folder_may_be_there_but_not_for_a_zip(tmp_path):
    (tmp_path / "out").mkdir()
    make(tmp_path / "out")
    bagit.Bag(str(tmp_path / "out")).validate()
    (tmp_path / "out.zip").mkdir()
    with pytest.raises(SmmError):
        make(tmp_path / "out.zip")


def test_only_one_file_is_in_memory_at_a_time(tmp_path):
    size = 4 * 2**20
    for target in ("out.zip", "out"):
        tracemalloc.start()
        bag.write(tmp_path / target, {f"{n}.pdf": lambda: b"x" * size for n in range(8)})
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert peak < 2.5 * size


def test_an_empty_bag_is_refused(tmp_path):
    with pytest.raises(SmmError):
        bag.write(tmp_path / "out", {})
    assert list(tmp_path.iterdir()) == []


UNSAFE = [
    *("../up.pdf", "/etc/passwd", "a//b.pdf", "./a.pdf", "a/./b.pdf", ""),
    *("résumé.pdf", "tab\t.pdf", "line\n.pdf", "100%.pdf", "a\\b.pdf", "what?.pdf", "c:x.pdf"),
    *("con", "CON.pdf", "nul.tar.gz", "a/Lpt9.txt/b.pdf", "aux .txt", "end.", "end ", "a./b.pdf"),
    "x" * 92 + ".pdf",
]


@pytest.mark.parametrize("name", UNSAFE)
def test_unsafe_names_are_refused_before_anything_is_written(tmp_path, name):
    with pytest.raises(SmmError) as error:
        bag.write(tmp_path / "out", {"good.pdf": b"", name: b""})
    assert said(error).isascii()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "pair",
    [("scan.pdf", "Scan.PDF"), ("a", "a/b.pdf"), ("A/b.pdf", "a"), ("Sop", "sop/x/y.pdf")],
)
def test_names_that_are_one_to_windows_are_refused(pair):
    with pytest.raises(SmmError) as error:
        names_.check_names(pair)
    assert all(name in said(error) for name in pair)


def test_a_tag_file_cannot_take_the_place_of_our_own(tmp_path):
    for name in ("bagit.txt", "Manifest-SHA512.txt", "data"):
        with pytest.raises(SmmError):
            make(tmp_path / "out", tags={name: b""})


def test_the_top_folder_of_a_zip_counts(tmp_path):
    name = "x" * 85
    bag.write(tmp_path / "ok.zip", {name: b""})
    for stem in ("a-long-one", "con", "tahun 2026?", "ätsch"):
        with pytest.raises(SmmError):
            bag.write(tmp_path / f"{stem}.zip", {name: b""})


@pytest.mark.parametrize(
    ("wished", "given_"),
    [
        (["scan.pdf", "scan.pdf", "Scan.pdf"], ["scan.pdf", "scan-2.pdf", "Scan-3.pdf"]),
        (["a/scan.pdf", "b/scan.pdf"], ["a/scan.pdf", "b/scan.pdf"]),
        (["a", "a/b"], ["a-2", "a/b"]),
        (["SOP 01 – Café (final).pdf"], ["SOP-01-Cafe-final.pdf"]),
        (["résumé.pdf", "re\u0301sume\u0301.pdf"], ["resume.pdf", "resume-2.pdf"]),
        (["folder/" * 12 + "x.pdf"], ["folder/" * 6 + "x.pdf"]),
        (["con.pdf", "nul", "lpt1/x"], ["_con.pdf", "_nul", "_lpt1/x"]),
        (["文件.pdf", "....", "../../x.pdf"], ["file.pdf", "file", "x.pdf"]),
        (["dir\\file.txt", "7.5/x."], ["dir/file.txt", "7.5/x"]),
        (["x" * 61 + "..abc"] * 2, ["x" * 60 + ".abc", "x" * 58 + "-2.abc"]),
        (["x" * 61 + "-conconcon"] * 2, ["x" * 61 + "-co", "x" * 61 + "-2"]),
        (["x" * 200 + ".pdf"] * 2, ["x" * 60 + ".pdf", "x" * 58 + "-2.pdf"]),
        (
            ["con." + "x" * 60, "lpt1." + "y" * 20 + "/z"],
            ["_con." + "x" * 59, "_lpt1." + "y" * 14 + "/z"],
        ),
    ],
)
def test_wishes_and_what_becomes_of_them(wished, given_):
    assert names_.safe_names(wished) == given_


pieces = st.sampled_from(
    [
        *(
            "con",
            "COM1",
            "nul",
            ".",
            "..",
            " ",
            "-",
            "/",
            "\\",
            "a",
            "A",
            "é",
            "e\u0301",
            "文",
            "²",
        ),
        *(".pdf", ".PDF", "scan", "SCAN-2", "\n", "\udc80", "\ufb01", "x" * 30, ":", "_", "\u212a"),
    ]
)
wishes = st.lists(st.one_of(st.lists(pieces, max_size=12).map("".join), st.text()), max_size=12)


@given(wishes)
def test_every_wish_gets_a_safe_name_of_its_own(wished):
    names = names_.safe_names(wished)
    assert len(names) == len(wished)
    names_.check_names(f"{'z' * 30}/data/{name}" for name in names)
    for name in names:
        assert 0 < len(name) <= names_.MAX_NAME
        for part in name.split("/"):
            assert not is_reserved_to_windows(part)
            assert part.strip(". ") == part != ""
            assert not part.startswith("-")
    if len(set(names)) == len({name.lower() for name in names}):
        assert names_.safe_names(names) == names
    assert names_.safe_names(wished) == names


@given(wishes)
def test_safe_names_lie_on_a_disk_as_named(wished):
    names = names_.safe_names(wished)
    taken = {name.lower() for name in names}
    assert len(taken) == len(names)
    for name in taken:
        assert not any(other.startswith(name + "/") for other in taken)


def is_reserved_to_windows(part: str) -> bool:
    """What Python itself knows of Windows."""
    if hasattr(ntpath, "isreserved"):
        return ntpath.isreserved(part)
    return PureWindowsPath(part).is_reserved()


@pytest.mark.parametrize("code", ["id", "en"])
def test_the_instructions_are_readable_everywhere(code):
    text = instructions(language(code))
    assert text.isascii()
    assert text.count(b"\n") == text.count(b"\r\n") == text.count(b"\r")
    assert max(map(len, text.split(b"\r\n"))) <= 90
    for word in (b"Get-FileHash", b"certutil -hashfile", b"CARA MEMERIKSA", b"HOW TO CHECK"):
        assert word in text


@pytest.mark.parametrize(("code", "first"), [("id", "CARA"), ("en", "HOW TO CHECK")])
def test_the_instructions_begin_in_the_language_of_the_submission(code, first):
    """They were Indonesian first whatever the language, for an auditor from elsewhere, too."""
    for told in (instructions(language(code)), joining("s.zip", 2, language(code))):
        title, line, *_ = told.decode("ascii").split("\r\n")
        assert "(English below)" in title if code == "id" else title.endswith("di bawah)")
        assert line == "=" * len(title)
    assert title.startswith("JOINING" if code == "en" else "MENGGABUNGKAN")
    assert instructions(language(code)).decode("ascii").startswith(first)
    assert b"s.zip.002" in told
