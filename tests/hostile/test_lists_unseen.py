"""A list shows what no eye sees as its code, and comes back exactly as it was."""

from __future__ import annotations

import csv
import io
import itertools
from pathlib import Path

import openpyxl
import pytest
import yaml

from folders import contents
from running import smm
from smmkit.lists.visible import as_it_was, visible
from smmkit.words import UNSEEN_IN_LINES

RISK = "risiko.yaml"
TEXT = "a\u202eb \u200b \U000e0041 \\u202e \\\\u200b \\\u00ad c:\\u0041"
HARD = ["\\", "u202e", "\u202e", "U000e0041", "\U000e0041", "a", "\\u0041", "\n", "\x1b"]


def laid(qms: Path) -> None:
    """A text with signs that no eye sees, and with codes of such signs, in the first risk."""
    path = qms / RISK
    escaped = TEXT.encode("unicode_escape").decode()
    lines = path.read_text("utf-8").split("\n")
    place = next(n for n, line in enumerate(lines) if line.startswith("    cause: "))
    lines[place] = f'    cause: "{escaped}"'
    path.write_text("\n".join(lines), "utf-8")


def test_every_text_comes_back() -> None:
    for several in itertools.product(HARD, repeat=4):
        text = "".join(several)
        assert as_it_was(visible(text)) == text
        assert UNSEEN_IN_LINES.search(visible(text)) is None
    assert visible("C:\\unit\\Users \\n \\u0041 é") == "C:\\unit\\Users \\n \\u0041 é"


@pytest.mark.parametrize("end", ["csv", "xlsx"])
def test_a_list_shows_the_codes_and_changes_nothing(qms: Path, end: str) -> None:
    laid(qms)
    file = qms.parent / f"list.{end}"
    before = contents(qms)
    assert smm("export", "risk", qms, "-o", file).returncode == 0
    if end == "csv":
        said = file.read_text("utf-8-sig")
    else:
        sheets = openpyxl.load_workbook(file)
        said = " ".join(str(c.value) for s in sheets for row in s.iter_rows() for c in row)
    assert "a\\u202eb \\u200b" in said
    assert UNSEEN_IN_LINES.search(said.replace("\r\n", "\n")) is None
    done = smm("import", file, qms, "--yes")
    assert "nothing was written" in done.stdout, done.stdout + done.stderr
    assert contents(qms) == before


def changed(qms: Path, change) -> str:
    """The risks after a cause was changed in a list that came back."""
    file = qms.parent / "list.csv"
    assert smm("export", "risk", qms, "-o", file, "--lang", "id").returncode == 0
    rows = list(csv.reader(io.StringIO(file.read_text("utf-8-sig")), delimiter=";"))
    place = rows[0].index("Penyebab")
    row = next((one for one in rows[1:] if "\\u" in one[place]), rows[1])
    row[place] = change(row[place])
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(rows)
    file.write_text(out.getvalue(), "utf-8")
    done = smm("import", file, qms, "--yes")
    assert done.returncode == 0, done.stdout + done.stderr
    return (qms / RISK).read_text("utf-8")


def test_a_cell_that_is_changed_loses_the_signs_and_nothing_else(qms: Path) -> None:
    laid(qms)
    now = changed(qms, lambda cell: f"{cell} lagi")
    again = now.split("    cause: ", 1)[1].split("\n", 1)[0]
    assert (
        yaml.safe_load(again) == "ab \\u202e \\\\u200b \\ c:\\u0041 lagi"
    )  # as in all that is written


def test_a_code_that_a_colleague_types_is_text(qms: Path) -> None:
    now = changed(qms, lambda _: "ketik \\u202e di sini")
    assert "ketik \\u202e di sini" in now or "ketik \\\\u202e di sini" in now
