"""A document that cannot be opened weighs as much as one that cannot be read: told, counted, blocking."""

import os
import shutil
import socket
from pathlib import Path

import pytest

from running import EXAMPLE, smm
from smmkit.files.tree import Disk, Memory
from smmkit.loading.folder import load
from smmkit.problem import Severity
from smmkit.rules import examine

SENT = ("--submission", "AJU-2021", "--allow", "sent=made again for a test")

SOP = "sop/kenaikan-pangkat.md"


def pipe(path):
    os.mkfifo(path)


def link(path):
    path.symlink_to(path.parent / "nowhere.md")


def folder(path):
    path.mkdir()


def listening(path):
    here = Path.cwd()
    os.chdir(path.parent)  # the name of a socket may not be long
    try:
        with socket.socket(socket.AF_UNIX) as each:
            each.bind(path.name)
    finally:
        os.chdir(here)


@pytest.fixture(scope="module")
def qms(tmp_path_factory):
    place = tmp_path_factory.mktemp("unread") / "qms"
    shutil.copytree(EXAMPLE, place)
    return place


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
@pytest.mark.parametrize("put", [pipe, link, folder, listening])
def test_what_is_no_plain_file_in_the_place_of_a_document_blocks(qms, tmp_path, put):
    path = qms / SOP
    kept = path.read_bytes()
    path.unlink()
    try:
        put(path)
        found = smm("validate", qms)
        assert found.returncode == 1
        assert f"{SOP}:1:1: error SMM001 {SOP} is " in found.stdout
        assert smm("list", qms).returncode == 1
        made = smm(
            "bundle",
            qms,
            "--output",
            tmp_path / "b.zip",
            *SENT,
        )
        assert made.returncode == 1
        assert SOP in made.stdout
        assert not (tmp_path / "b.zip").exists()
    finally:
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
        path.write_bytes(kept)


class Locked(Memory):
    """A folder in which one file may not be opened, whoever asks."""

    def read(self, path, most=None):
        if path == "SOP-01.md":
            raise PermissionError(13, "no", path)
        return super().read(path, most)


def test_a_file_that_may_not_be_opened_leaves_a_stub_of_the_id_that_its_name_says():
    other = (
        "---\nkind: procedure\nid: SOP-02\ntitle: T\nversion: '1'\nsupersedes: [SOP-01]\n"
        "related: [SOP-09]\nsteps: [{activity: ask, actor: anybody}]\n---\n"
    )  # what may stand in the other file is not told as missing
    qms = load(Locked({"SOP-01.md": "---\nkind: procedure\n---\n", "SOP-02.md": other}))
    errors = [d for d in examine(qms) if d.rule.severity is Severity.ERROR]
    assert [(d.rule.code, d.at.path) for d in errors] == [
        ("SMM001", "SOP-01.md"),
        ("SMM901", "qms.yaml"),
    ]
    assert [(stub.path, stub.ids) for stub in qms.stubs] == [("SOP-01.md", ("SOP-01",))]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root opens all")
def test_a_folder_that_may_not_be_entered_may_hide_documents(tmp_path):
    (tmp_path / "sop").mkdir()
    (tmp_path / "sop").chmod(0)
    try:
        qms = load(Disk(tmp_path))
    finally:
        (tmp_path / "sop").chmod(0o755)
    assert [stub.path for stub in qms.stubs] == ["sop/"]


def test_a_folder_that_the_disk_refuses_may_hide_documents(tmp_path, monkeypatch):
    (tmp_path / "sop").mkdir()
    scandir = os.scandir

    def refuse(path):
        if str(path).rstrip("/").endswith("sop"):
            raise PermissionError(13, "no", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    qms = load(Disk(tmp_path))
    assert [stub.path for stub in qms.stubs] == ["sop/"]


@pytest.mark.skipif(os.name == "nt", reason="names are always text there")
def test_a_name_that_is_no_text_can_be_told_whatever_is_wrong_with_it(tmp_path, monkeypatch):
    top = os.fsencode(tmp_path)
    for name in (b"/d\xff", b"/e\xff.yaml"):
        Path(os.fsdecode(top + name)).mkdir()
    Path(os.fsdecode(top + b"/l\xff.yaml")).symlink_to("nowhere")
    os.mkfifo(top + b"/p\xff.yaml")
    scandir = os.scandir

    def refuse(path):
        if os.fsencode(path).rstrip(b"/").endswith(b"/d\xff"):
            raise PermissionError(13, "no", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert sorted(Disk(tmp_path).refused()) == [
        r"d\udcff/",
        r"e\udcff.yaml",
        r"l\udcff.yaml",
        r"p\udcff.yaml",
    ]
    for form in ("text", "json", "sarif"):
        assert smm("validate", tmp_path, "-f", form).returncode == 1


@pytest.mark.parametrize(("name", "taken"), [("big.yaml", 1), ("k.csv", 0)])
def test_of_a_file_that_is_too_large_only_the_begin_is_read(tmp_path, monkeypatch, name, taken):
    (tmp_path / "sm.yaml").write_text(
        "kind: objective\nid: SM-01\ntitle: T\nversion: '1'\nowner: SEK\nkpis:\n"
        "- {id: K-1, title: I, measured_in: x, formula: maximize, aggregation: last, frequency: yearly, "
        "series: k.csv}\n"
    )
    with (tmp_path / name).open("wb") as sparse:
        sparse.truncate(400 << 20)
    sizes = []
    read = Disk.read

    def counted(self, path, most=None):
        data = read(self, path, most)
        sizes.append(len(data))
        return data

    monkeypatch.setattr(Disk, "read", counted)
    said = smm("validate", tmp_path).stdout
    assert max(sizes) < 5 << 20
    assert said.count("the file is larger than 2 MB") == taken
