"""Where bytes come from: nothing outside the folder, nothing hidden, nothing too large."""

import os
import sys

import pytest

from smmkit.errors import SmmError
from smmkit.files import tree
from smmkit.files.tree import Disk, Memory


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "qms"
    (root / "sop" / "deep").mkdir(parents=True)
    (root / "qms.yaml").write_bytes(b"kind: qms\n")
    (root / "sop" / "b.md").write_bytes(b"b")
    (root / "sop" / "a.md").write_bytes(b"a")
    (root / "sop" / "deep" / "spasi, dan koma.md").write_bytes("é".encode())
    return root


def test_every_file_by_its_path_sorted(folder):
    assert list(Disk(folder).paths()) == [
        "qms.yaml",
        "sop/a.md",
        "sop/b.md",
        "sop/deep/spasi, dan koma.md",
    ]
    assert Disk(folder).refused() == {}
    assert Disk(folder).read("sop/deep/spasi, dan koma.md") == "é".encode()


@pytest.mark.parametrize(
    "name", [".git/config", ".env", "~$surat.docx", "node_modules/a.md", "a/__pycache__/x.md"]
)
def test_what_tools_leave_behind_is_not_there(folder, name):
    before = dict(Disk(folder).paths())
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text("x")
    assert Disk(folder).paths() == before


def test_links_are_refused_wherever_they_lead(folder, tmp_path):
    (tmp_path / "secret.yaml").write_text("secret")
    (folder / "file.yaml").symlink_to("../secret.yaml")
    (folder / "inside.yaml").symlink_to("qms.yaml")
    (folder / "out").symlink_to("..")
    (folder / "loop").symlink_to(".")
    (folder / "gone.yaml").symlink_to("nowhere")
    found = Disk(folder)
    assert set(found.refused()) == {"file.yaml", "inside.yaml", "out/", "loop/", "gone.yaml"}
    assert not set(found.paths()) & set(found.refused())
    with pytest.raises(OSError, match="link"):
        found.read("file.yaml")


def test_a_file_behind_a_linked_folder_is_not_read(folder, tmp_path):
    (tmp_path / "secret.yaml").write_text("secret")
    (folder / "out").symlink_to("..")
    with pytest.raises(OSError, match="secret"):
        Disk(folder).read("out/secret.yaml")


@pytest.mark.parametrize("way", ["../secret.yaml", "sop/../../secret.yaml", "{}/secret.yaml"])
def test_a_file_outside_the_folder_is_not_read(folder, tmp_path, way):
    (tmp_path / "secret.yaml").write_text("secret")
    with pytest.raises(OSError, match="secret"):
        Disk(folder).read(way.format(tmp_path))


def test_a_file_that_is_not_there(folder):
    with pytest.raises(OSError, match="No such file"):
        Disk(folder).read("sop/c.md")


def test_a_folder_that_is_not_there_is_told(tmp_path):
    assert dict(Disk(tmp_path / "nowhere").paths()) == {}
    assert len(Disk(tmp_path / "nowhere").refused()) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_is_not_waited_for(folder):
    os.mkfifo(folder / "pipe.yaml")
    assert "pipe.yaml" not in Disk(folder).paths()


def test_a_folder_named_like_a_document_is_a_folder(folder):
    (folder / "folder.yaml").mkdir()
    (folder / "folder.yaml" / "x.yaml").write_text("x")
    assert "folder.yaml/x.yaml" in Disk(folder).paths()
    assert "folder.yaml" not in Disk(folder).paths()


@pytest.mark.skipif(sys.platform == "win32", reason="such names cannot exist there")
def test_names_that_break_a_line_or_are_no_text_are_refused(folder):
    (folder / "a\nb.yaml").write_text("x")
    (folder / os.fsdecode(b"caf\xe9.yaml")).write_text("x")
    found = Disk(folder)
    assert sorted(found.refused()) == ["a\\nb.yaml", "caf\\udce9.yaml"]
    assert len(found.paths()) == 4


def test_too_many_files_are_the_wrong_folder(folder, monkeypatch):
    monkeypatch.setattr(tree, "MAX_FILES", 4)
    assert len(Disk(folder).paths()) == 4
    monkeypatch.setattr(tree, "MAX_FILES", 3)
    with pytest.raises(SmmError) as error:
        Disk(folder).paths()
    assert error.value.message.values["n"] == 3


def test_a_file_beyond_the_limit_is_refused_and_not_cut(folder, monkeypatch):
    monkeypatch.setattr(tree, "MAX_BYTES", 4)
    (folder / "fits.bin").write_bytes(b"1234")
    (folder / "large.bin").write_bytes(b"12345")
    assert Disk(folder).read("fits.bin") == b"1234"
    with pytest.raises(OSError, match=r"large\.bin"):
        Disk(folder).read("large.bin")


def test_what_is_in_memory_goes_before_what_lies_below(folder):
    found = Memory({"sop/a.md": "unsaved", "new.md": b"new"}, Disk(folder))
    assert list(found.paths()) == sorted([*Disk(folder).paths(), "new.md"])
    assert found.read("sop/a.md") == b"unsaved"
    assert found.read("new.md") == b"new"
    assert found.read("sop/b.md") == b"b"
    assert Disk(folder).read("sop/a.md") == b"a"


def test_memory_alone_has_what_it_was_given():
    found = Memory({"b": "é", "a": b"\xff"})
    assert dict(found.paths()) == {"a": 1, "b": 2}
    with pytest.raises(FileNotFoundError):
        found.read("c")
