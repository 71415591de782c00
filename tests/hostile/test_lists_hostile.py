"""Lists that come back damaged, forged, or with what should become code: refused, and nothing is lost."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import openpyxl
import pytest

from folders import contents
from running import smm

RISK = "risiko.yaml"


def heading(file: Path) -> tuple[list[list[str]], str]:
    """The rows of a list in CSV, and the heading over its marks."""
    rows = list(csv.reader(io.StringIO(file.read_text("utf-8-sig")), delimiter=";"))
    return rows, rows[0][-1]


def sent(qms: Path, word: str = "risk") -> Path:
    file = qms.parent / f"{word}.csv"
    assert smm("export", word, qms, "-o", file, "--lang", "id").returncode == 0
    return file


def back(qms: Path, file: Path, rows: list[list[str]]) -> tuple[int, str]:
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(rows)
    file.write_text(out.getvalue(), "utf-8")
    done = smm("import", file, qms, "--yes")
    assert "Traceback" not in done.stdout + done.stderr
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    "sign",
    [
        "smm qms title organization",
        "smm nothing title",
        "smm kpi/0000 value",
        "smm kpi/x value",
        "smm gap/../../etc status",
        "smm gap/ status",
        "smm risk ../../x title",
        "smm risk title title title",
        "smm \u202e\u0000 x",
    ],
)
def test_a_forged_heading_changes_nothing(qms: Path, sign: str) -> None:
    file = sent(qms)
    rows, _ = heading(file)
    rows[0][-1] = sign.replace("\0", "")
    before = contents(qms)
    code, _ = back(qms, file, rows)
    assert code in {0, 1, 2}
    assert contents(qms) == before


@pytest.mark.parametrize("mark", ["", ":", "x", "PL-01", "PL-01:1:2", ":" * 500, "../x:" + "0" * 9])
def test_a_damaged_mark_changes_nothing(qms: Path, mark: str) -> None:
    file = sent(qms)
    rows, _ = heading(file)
    for row in rows[1:]:
        row[-1], row[1] = mark, "Lain"
    before = contents(qms)
    code, _ = back(qms, file, rows)
    assert code in {0, 1, 2}
    assert contents(qms) == before


@pytest.mark.parametrize(
    "text",
    [
        'a"\nversion: "9',
        "a\n- b: c",
        "{a: b}",
        "[x]",
        "# bukan komentar",
        "&a *b !!python/object:x",
        "- x",
        "2020-01-01",
        "true",
        "0x10",
        "1e999",
        "\u202eabc",
        "'",
        "=1+1",
        ": ",
        "|",
        "x" * 20_000,
    ],
)
def test_whatever_is_typed_is_a_text_and_nothing_else(qms: Path, text: str) -> None:
    file = sent(qms)
    rows, _ = heading(file)
    rows[1][1] = text
    back(qms, file, rows)
    done = smm("list", "risk", qms, "-f", "json")
    assert done.returncode == 0, done.stderr
    assert smm("show", rows[1][0], qms).returncode == 0


def test_a_list_of_the_wrong_shape_is_refused(qms: Path) -> None:
    file = sent(qms)
    rows, sign = heading(file)
    before = contents(qms)
    for shape in (
        [[sign]],
        [["x", sign], ["y"]],
        [["Kode", sign]],
        [[*rows[0], *rows[0]], *rows[1:]],
    ):
        code, _ = back(qms, file, shape)
        assert code in {0, 1, 2}
    assert contents(qms) == before


def test_numbers_that_can_be_read_in_two_ways_are_refused(qms: Path) -> None:
    file = sent(qms)
    rows, _ = heading(file)
    place = rows[0].index("Kemungkinan")
    for row, text in zip(rows[1:], ("1.000", "2,5", "-1", "9" * 40, "nan", "\u0664"), strict=False):
        row[place] = text
    code, said = back(qms, file, rows)
    assert code == 1
    assert "two ways" in said
    assert "no whole number" in said


def test_the_folder_lacks_what_the_list_names(qms: Path) -> None:
    file = sent(qms)
    rows, _ = heading(file)
    rows[1][1] = "Lain"
    (qms / RISK).unlink()
    before = contents(qms)
    code, said = back(qms, file, rows)
    assert code == 1
    assert "in no file any more" in said
    assert contents(qms) == before


def test_a_file_in_another_style_keeps_every_other_byte(qms: Path) -> None:
    path = qms / RISK
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    file = sent(qms)
    rows, _ = heading(file)
    rows[1][1] = "Judul lain"
    code, said = back(qms, file, rows)
    assert code == 0, said
    after = path.read_bytes()
    assert after.startswith(b"\xef\xbb\xbf")
    assert b"\n" not in after.replace(b"\r\n", b"")
    changed = [
        a for a, b in zip(before.split(b"\r\n"), after.split(b"\r\n"), strict=True) if a != b
    ]
    assert len(changed) == 1


@pytest.mark.long
def test_rubbish_for_libreoffice_ends_in_a_sentence(qms: Path) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    for name in ("a.xls", "a.ods", "a.doc", "a.odt"):
        file = qms.parent / name
        file.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 40)
        done = smm("import", file, qms, "--yes")
        assert done.returncode in {0, 2}
        assert "Traceback" not in done.stderr


def test_a_list_with_too_many_rows_is_told(qms: Path) -> None:
    file = qms.parent / "risk.xlsx"
    assert smm("export", "risk", qms, "-o", file).returncode == 0
    book = openpyxl.load_workbook(file)
    for n in range(300):
        book.worksheets[0].cell(200 + n, 2).value = f"Risiko {n}"
    book.save(file)
    done = smm("import", file, qms, "--yes")
    assert done.returncode == 1
    assert "must not be empty" in done.stdout
