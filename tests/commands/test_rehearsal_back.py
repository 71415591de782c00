"""The question sheets of a rehearsal go out, and come back from each coordinator into one record."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from folders import contents
from running import smm
from smmkit.files.tree import Disk
from smmkit.loading.folder import load
from smmkit.yaml_text.source import Source


def filled(root: Path, unit: str, lang: str, *rows: tuple[Any, Any], seed: int = 7) -> Path:
    """The sheet of a unit with answers in its first rows."""
    file = root.parent / f"{unit}-{lang}-{len(rows)}.xlsx"
    out = ("-o", file, "--lang", lang, "--seed", str(seed))
    assert smm("rehearse", root, "--unit", unit, *out).returncode == 0
    book = openpyxl.load_workbook(file)
    sheet = book.worksheets[1]
    columns = {cell.value: cell.column for cell in sheet[1]}
    answer, shown = ("Jawaban", "Ditunjukkan") if lang == "id" else ("Answer", "Shown")
    for number, (text, verdict) in enumerate(rows, 2):
        sheet.cell(number, columns[answer]).value = text
        sheet.cell(number, columns[shown]).value = verdict
    book.save(file)
    return file


def answers(root: Path) -> list[dict[str, Any]]:
    (path,) = [one for one in contents(root) if one.startswith("audit/GLA-")]
    return list(Source.parse(path, (root / path).read_bytes()).values["answers"])


@pytest.mark.parametrize("lang", ["id", "en"])
def test_what_was_shown_weak_and_not_answered(qms: Path, lang: str) -> None:
    yes, no = ("ya", "tidak") if lang == "id" else ("yes", "no")
    file = filled(qms, "MUT", lang, ("Tepat waktu", yes), ("Lupa", no), ("Ada", None), (None, "?"))
    done = smm("import", file, qms, "--yes", "--owner", "SEK")
    assert done.returncode == 0, done.stderr
    found = answers(qms)
    assert [one["answered"] for one in found[:4]] == ["shown", "weak", "weak", "nothing"]
    assert {one["answered"] for one in found[4:]} == {"nothing"}
    assert "?" in done.stdout
    told = smm("validate", qms, "--select", "SMM849").stdout
    assert told.count("SMM849") == len(found) - 1


def test_each_coordinator_sends_an_own_sheet_and_a_second_one_changes_the_first(qms: Path) -> None:
    for unit in ("MUT", "PPI"):
        file = filled(qms, unit, "id", ("Belum", "tidak"))
        assert smm("import", file, qms, "--yes").returncode == 0
    assert {one["unit"] for one in answers(qms)} == {"MUT", "PPI"}
    before = contents(qms)
    assert smm("import", file, qms, "--yes").returncode == 0
    assert contents(qms) == before
    again = filled(qms, "PPI", "id", ("Sudah", "ya"), (None, None))
    assert smm("import", again, qms, "--yes").returncode == 0
    first = next(one for one in answers(qms) if one["unit"] == "PPI")
    assert (first["answer"], first["answered"]) == ("Sudah", "shown")
    assert len(answers(qms)) == 2 * len([o for o in answers(qms) if o["unit"] == "MUT"])


def test_an_empty_sheet_writes_nothing(qms: Path) -> None:
    before = contents(qms)
    assert smm("import", filled(qms, "MUT", "id"), qms, "--yes").returncode == 2
    assert contents(qms) == before


def test_a_rehearsal_is_no_audit(qms: Path) -> None:
    smm("import", filled(qms, "MUT", "id", ("Tepat", "ya")), qms, "--yes")
    after = load(Disk(qms))
    assert not [one for one in after.documents if one.kind == "audit" and one.id.startswith("GLA")]


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("ending", ["xlsx", "docx"])
def test_what_smmkit_wrote_around_the_questions_is_not_told_as_not_read(
    qms: Path, lang: str, ending: str
) -> None:
    file = qms.parent / f"all.{ending}"
    assert smm("rehearse", qms, "-o", file, "--lang", lang).returncode == 0
    told = smm("import", file, qms, "--yes", "--lang", "en")
    words = ("rehearsal", "gladi", "answered by", "dijawab oleh")
    unread = told.stdout.partition("Not read")[2].partition("What the file does not")[0].casefold()
    assert "nothing is filled in yet" in unread
    assert not [one for one in words if one in unread]
