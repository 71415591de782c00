"""`smm fix` saves as UTF-8 what certainly is in another encoding, after it has shown it."""

import pytest

from folders import SETTINGS
from running import smm

TEXT = """\
kind: document
id: D-1
title: Pelayanan né – “prima” €
version: "1"
owner: U-1
"""


@pytest.fixture
def root(tmp_path):
    (tmp_path / "qms.yaml").write_text(SETTINGS)
    return tmp_path


MIXED = TEXT.encode().replace("né".encode(), "né".encode("cp1252"))

ENCODED = {
    "Windows": (TEXT.encode("cp1252"), TEXT, "Windows-1252"),
    "UTF-16": (TEXT.encode("utf-16"), TEXT, "UTF-16"),
    "UTF-16 turned round": (b"\xfe\xff" + TEXT.encode("utf-16-be"), TEXT, "UTF-16"),
    "UTF-16 without its mark": (TEXT.encode("utf-16-le"), TEXT, "UTF-16LE"),
    "UTF-16 turned round, without it": (TEXT.encode("utf-16-be"), TEXT, "UTF-16BE"),
    "UTF-32 without its mark": (TEXT.encode("utf-32-be"), TEXT, "UTF-32BE"),
    "UTF-32": (TEXT.encode("utf-32"), TEXT, "UTF-32"),
    "both": (MIXED, TEXT, "Windows-1252"),
    "ends of lines": (
        TEXT.replace("\n", "\r\n").encode("utf-16"),
        TEXT.replace("\n", "\r\n"),
        "UTF-16",
    ),
    "a date as well": (
        (TEXT + "review_by: 31/12/2026\n").encode("cp1252"),
        TEXT + "review_by: 2026-12-31\n",
        "Windows-1252",
    ),
}


@pytest.mark.parametrize(("data", "right", "name"), ENCODED.values(), ids=ENCODED)
def test_what_is_certain_becomes_utf_8_and_can_be_undone(root, data, right, name):
    file = root / "d.yaml"
    file.write_bytes(data)
    assert "let `smm fix` do it" in smm("validate", cwd=root).stdout
    shown = smm("fix", cwd=root)
    assert shown.returncode == 1
    assert f"d.yaml is saved as {name}; it becomes UTF-8" in shown.stdout
    assert file.read_bytes() == data
    assert smm("fix", "--yes", cwd=root).returncode == 0
    assert file.read_bytes() == right.encode()
    assert "nothing that can be put right" in smm("fix", "--yes", cwd=root).stdout
    assert smm("undo", "--yes", cwd=root).returncode == 0
    assert file.read_bytes() == data


UNKNOWN = {
    "a byte without a meaning": TEXT.encode("cp1252") + b"# \x81\n",
    "half a letter": TEXT.encode("utf-16")[:-1],
    "a letter that nobody sees": TEXT.encode("cp1252") + b"# \x07\n",
    "bytes of a program": b"\xff\xfe\x00\x00\xff\xff\x00\xd8",
}


@pytest.mark.parametrize("data", UNKNOWN.values(), ids=UNKNOWN)
def test_what_nobody_can_know_is_left_as_it_is(root, data):
    file = root / "d.yaml"
    file.write_bytes(data)
    done = smm("fix", "--yes", cwd=root)
    assert done.returncode == 0
    assert "nothing that can be put right" in done.stdout
    assert file.read_bytes() == data


def test_what_is_shown_is_what_the_text_becomes(root):
    (root / "d.yaml").write_bytes(TEXT.encode("cp1252"))
    shown = smm("fix", cwd=root).stdout
    assert "-title: Pelayanan n\ufffd " in shown
    assert "+title: Pelayanan né – “prima” €" in shown
