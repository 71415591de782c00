"""The form for the inspectorate goes out, is filled in, and comes back as verification and coaching."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from folders import contents, home, lay
from running import smm
from smmkit.yaml_text.source import Source

HOME = home(
    "standards: [iso9001-2015, juknis]\n",
    language="id",
    as_of="2026-03-02",
    units={"SEK": "Sekretariat", "MUT": "Bidang Mutasi"},
)
REGISTRATION = """\
kind: registration
id: DAF-1
title: Pendaftaran  # dijaga
date: 2026-02-01
body: LS-1
standards: [iso9001-2015]
scope: Layanan
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay(tmp_path / "q", {"qms.yaml": HOME, "d.yaml": REGISTRATION})


def filled(root: Path, lang: str, head: dict[int, Any], *cells: tuple[int, str, Any]) -> Path:
    """The form with what a verifier wrote: beside the labels, and into cells of its two tables."""
    file = root.parent / f"{lang}.xlsx"
    form = ("gap-report", root, "--ready", "registration", "--form", "-o", file, "--lang", lang)
    assert smm(*form).returncode == 0
    book = openpyxl.load_workbook(file)
    first, *tables = book.worksheets
    for number, text in head.items():
        first.cell(number, 2).value = text
    for table, cell, text in cells:
        tables[table][cell] = text
    book.save(file)
    return file


def values(root: Path, prefix: str) -> dict[str, Any]:
    (path,) = [one for one in contents(root) if prefix in one]
    return Source.parse(path, (root / path).read_bytes()).values


@pytest.mark.parametrize(("lang", "verdict"), [("id", "Bersyarat"), ("en", "conditional")])
def test_verdict_shortages_and_advice_come_back(root: Path, lang: str, verdict: str) -> None:
    head = {4: "Inspektorat", 5: "28 Februari 2026", 6: verdict, 7: "Hampir siap", 17: "1/2/2026"}
    file = filled(
        root,
        lang,
        head,
        (0, "D2", "ya"),
        (0, "D3", "tidak"),
        (0, "E3", "Tinjauan manajemen belum ada"),
        (0, "F3", "SEK"),
        (0, "G3", "31/3/2026"),
        (0, "D4", "tidak"),
        (1, "A2", "Satukan daftar risiko"),
        (1, "B2", "MUT"),
    )
    done = smm("import", file, root, "--yes", "--owner", "SEK")
    assert done.returncode == 0, done.stderr
    told = values(root, "VER-")
    assert (told["verifier"], str(told["date"]), told["verdict"]) == (
        "Inspektorat",
        "2026-02-28",
        "conditional",
    )
    first, second = told["shortages"]
    assert (first["what"], first["owner"], str(first["due"])) == (
        "Tinjauan manajemen belum ada",
        "SEK",
        "2026-03-31",
    )
    assert second["what"]
    assert values(root, "BIN-")["advice"] == [{"what": "Satukan daftar risiko", "owner": "MUT"}]
    registration = (root / "d.yaml").read_text("utf-8")
    assert registration.startswith(REGISTRATION)
    assert f"verification: {told['id']}" in registration


@pytest.mark.parametrize("lang", ["id", "en"])
def test_what_we_have_written_on_the_form_is_not_told_as_not_read(root: Path, lang: str) -> None:
    head = {4: "Inspektorat", 5: "28 Februari 2026", 6: "Bersyarat", 7: "Hampir siap"}
    file = filled(root, lang, head, (0, "D3", "tidak"), (0, "E3", "Tinjauan manajemen belum ada"))
    shown = smm("import", file, root, "--yes", "--lang", "en").stdout
    assert "Not read" not in shown
    assert "registrasi/VER-01.yaml" in shown
    book = openpyxl.load_workbook(file)
    book.worksheets[0]["A9"].value = "Lampiran disusulkan lewat surat"
    book.save(file)
    shown = smm("import", file, root, "--yes", "--lang", "en").stdout.split("Not read")[1]
    assert "Lampiran disusulkan lewat surat" in shown
    assert "lines: 1" in shown


def test_the_same_form_twice_is_one_verification(root: Path) -> None:
    file = filled(root, "id", {4: "Inspektorat", 5: "28/2/2026", 6: "layak"})
    smm("import", file, root, "--yes")
    before = contents(root)
    assert smm("import", file, root, "--yes").returncode == 0
    assert contents(root) == before


def test_what_is_neither_yes_nor_no_and_no_verdict_are_told(root: Path) -> None:
    file = filled(root, "id", {6: "entahlah"}, (0, "D2", "kira-kira"))
    said = smm("import", file, root, "--yes").stdout
    assert "entahlah" in said
    assert "kira-kira" in said
    assert "(isi)" in values(root, "VER-")["verdict"]


def test_an_empty_form_writes_nothing_and_other_steps_have_none(root: Path) -> None:
    before = contents(root)
    assert smm("import", filled(root, "id", {}), root, "--yes").returncode == 2
    assert contents(root) == before
    assert smm("gap-report", root, "--ready", "stage-1", "--form").returncode == 2
    assert smm("gap-report", root, "--form").returncode == 2


def test_a_day_that_is_none_is_told_with_the_day_that_is_taken(root: Path) -> None:
    head = {4: "Inspektorat", 5: "31 Februari 2026", 6: "eligible"}
    done = smm("import", filled(root, "en", head, (0, "D2", "yes")), root, "--yes", "--lang", "en")
    (told,) = (line for line in done.stdout.splitlines() if "31 Februari 2026" in line)
    assert "this is no day" in told
    assert "the day:" in done.stdout
