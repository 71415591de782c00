"""`smm import` registers no file that is not what its name says."""

import pytest

from folders import contents, lay
from running import EXAMPLE, smm

WHOLE = (EXAMPLE / "bukti/sk-tim-mutu.pdf").read_bytes() + b"\n%of another day\n%%EOF\n"
BROKEN = {
    "pointer.pdf": b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n",
    "login.pdf": b"<!doctype html><html><body>login</body></html>",
    "cut.pdf": WHOLE[: len(WHOLE) // 2],
    "nothing-in-it.pdf": b"%PDF-1.4\n%%EOF",
    "archive.pdf": b"PK\3\4" + b"x" * 99,
    "picture.pdf": b"\x89PNG\r\n\x1a\n" + b"x" * 200,
    "login.xlsx": b"<html><body>login</body></html>",
    "junk.doc": b"junk",
    "cut.png": b"\x89PNG\r\n\x1a\n" + b"x" * 200,
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_paper_is_not_imported(qms, tmp_path, name):
    lay(tmp_path / "in", {name: BROKEN[name]})
    before = contents(qms)
    done = smm("import", tmp_path / "in" / name, qms, "-y", "--owner", "SEK")
    assert "Traceback" not in done.stderr
    assert contents(qms) == before
    assert done.returncode == 2
    assert str(tmp_path / "in" / name) in done.stderr


def test_a_paper_with_a_password_is_registered(qms, tmp_path):
    locked = WHOLE.replace(b"%of another day", b"trailer << /Encrypt 9 0 R >>")
    file = lay(tmp_path / "in", {"SK Rahasia.pdf": locked}) / "SK Rahasia.pdf"
    assert "1 document is registered" in smm("import", file, qms, "-y", "--owner", "SEK").stdout
