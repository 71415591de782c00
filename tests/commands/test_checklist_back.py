"""The checklist of an audit goes out as a workbook, is filled in, and comes back into the audit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from folders import contents, lay
from running import smm
from smmkit.yaml_text.source import Source

HOME = """\
kind: qms
id: QMS-01
title: Q
version: "1"
smmkit: 2
as_of: 2026-03-02
organization: {name: Dinas, short_name: D, head: Kepala, language: LANG}
scope: {statement: Layanan}
units: [{id: SEK, title: Sekretariat}, {id: MUT, title: Bidang Mutasi}]
"""
PROGRAMME = """\
kind: audit-programme
id: PRG-1
title: Program
version: "1"
owner: SEK
since: 2026-01-01
until: 2026-12-31
entries:
  - id: RA-1
    title: "Audit, pertama"
    audit_type: internal
    period: 2026-Q1
    units: [MUT]
    audited_clauses: ["7.2"]
"""
AUDIT = """\
kind: audit
id: AI-1
title: Audit  # dijaga
date: 2026-02-20
audit_type: internal
planned: RA-1
units: [MUT]
checklist:
  - clause: "7.2"
    question: Apa buktinya?  # tetap
    status: not-assessed
  - {clause: "7.3", question: Tahu kebijakan, seen: Dua dari lima, status: partial}
"""
SHEETS = {
    "id": ("Daftar periksa", "Sesuai", "Ringkasan", "Tanggal audit"),
    "en": ("Checklist", "Conforms", "Summary", "Held on"),
}


@pytest.fixture(params=["id", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def root(tmp_path: Path, lang: str) -> Path:
    return lay(tmp_path / "q", {"qms.yaml": HOME.replace("LANG", lang), "p.yaml": PROGRAMME})


def filled(root: Path, lang: str, audit: str, *rows: tuple[Any, ...], held: Any = None) -> Path:
    """The sheet of an audit with what somebody wrote into its first rows."""
    file = root.parent / f"{len(list(root.parent.glob('*.xlsx')))}.xlsx"
    assert smm("audit", "checklist", audit, root, "-o", file, "--lang", lang).returncode == 0
    book = openpyxl.load_workbook(file)
    for number, row in enumerate(rows, 2):
        for column, text in zip("EFG", row, strict=False):
            book[SHEETS[lang][0]][f"{column}{number}"] = text
    for line in book[SHEETS[lang][2]].iter_rows():
        if line[0].value == SHEETS[lang][3] and held:
            line[1].value = held
    book.save(file)
    return file


def values(root: Path, path: str) -> dict[str, Any]:
    return Source.parse(path, (root / path).read_bytes()).values


def test_a_planned_audit_becomes_one_that_was_held(root: Path, lang: str) -> None:
    yes, no = ("Ya", "Tidak") if lang == "id" else ("yes", "no")
    rows = (("Lima ijazah", yes), ("Tidak ada", no), (None, None), ("Dilihat", None))
    file = filled(root, lang, "RA-1", *rows, held="20/02/2026")
    done = smm("import", file, root, "--yes")
    assert done.returncode == 0, done.stderr
    (path,) = [one for one in contents(root) if "AUD-" in one]
    audit = values(root, path)
    assert (audit["planned"], audit["title"], str(audit["date"])) == (
        "RA-1",
        "Audit, pertama",
        "2026-02-20",
    )
    assert [one["status"] for one in audit["checklist"]] == [
        "conform",
        "nonconform",
        "not-assessed",
    ]
    assert audit["checklist"][0]["seen"] == "Lima ijazah"
    assert "smm new finding --set audit=" in done.stdout
    before = contents(root)
    assert smm("import", file, root, "--yes").returncode == 0
    assert contents(root) == before


def test_what_is_written_already_stays_and_only_answers_change(root: Path, lang: str) -> None:
    lay(root, {"a.yaml": AUDIT})
    label = "sesuai" if lang == "id" else "conforms"
    file = filled(root, lang, "AI-1", ('Lima: "ijazah" # asli', label), held="20/02/2026")
    assert smm("import", file, root, "--yes").returncode == 0
    text = (root / "a.yaml").read_text("utf-8")
    assert "title: Audit  # dijaga" in text
    assert "Apa buktinya?  # tetap" in text
    first, second = values(root, "a.yaml")["checklist"]
    assert (first["seen"], first["status"]) == ('Lima: "ijazah" # asli', "conform")
    assert second["seen"] == "Dua dari lima"


def test_a_file_that_cannot_be_changed_safely_is_left_as_it_is(root: Path, lang: str) -> None:
    lay(root, {"a.yaml": AUDIT.replace("Tahu kebijakan,", "Tahu kebijakan?,")})
    before = contents(root)
    done = smm("import", filled(root, lang, "AI-1", ("Lima", "ok")), root, "--yes")
    assert (done.returncode, "a.yaml" in done.stderr) == (2, True)
    assert contents(root) == before


def test_an_untouched_sheet_changes_nothing(root: Path, lang: str) -> None:
    lay(root, {"a.yaml": AUDIT})
    before = contents(root)
    assert smm("import", filled(root, lang, "AI-1"), root, "--yes").returncode == 0
    assert contents(root) == before


def test_words_that_are_no_verdict_and_findings_that_are_not_there_are_told(
    root: Path, lang: str
) -> None:
    file = filled(root, lang, "RA-1", ("Dilihat", "mungkin", "T-99"), ("Dilihat", "✓"))
    said = smm("import", file, root, "--yes").stdout
    assert "mungkin" in said
    assert "T-99" in said
    (path,) = [one for one in contents(root) if "AUD-" in one]
    first, second = values(root, path)["checklist"]
    assert (first["status"], second["status"]) == ("not-assessed", "conform")
    assert "finding" not in first


def test_a_closed_audit_and_a_sheet_of_no_audit_change_nothing(root: Path, lang: str) -> None:
    lay(root, {"a.yaml": AUDIT + "closed: 2026-03-01\n"})
    before = contents(root)
    assert smm("import", filled(root, lang, "AI-1", ("Baru", "ok")), root, "--yes").returncode == 2
    other = filled(root, lang, "AI-1", ("Baru", "ok"))
    lay(root, {"a.yaml": AUDIT.replace("AI-1", "AI-2")})
    assert "AI-1" in smm("import", other, root, "--yes").stdout
    assert set(contents(root)) == set(before)


def test_the_lines_as_yaml_stand_in_an_audit_and_a_table_has_none(root: Path) -> None:
    lines = smm("audit", "checklist", "RA-1", root, "--yaml").stdout
    lay(root, {"a.yaml": AUDIT.partition("checklist:")[0] + lines})
    assert len(values(root, "a.yaml")["checklist"]) == lines.count("- clause:")
    assert "SMM1" not in smm("validate", root).stdout
    assert smm("audit", "coverage", root, "--yaml").returncode == 2
    assert smm("audit", "checklist", "RA-1", root, "--yaml", "-f", "json").returncode == 2


def test_a_verdict_is_chosen_from_a_list_and_one_without_what_was_seen_is_told(
    root: Path, lang: str
) -> None:
    yes = "Ya" if lang == "id" else "yes"
    file = filled(root, lang, "RA-1", (None, yes), ("Lima ijazah", yes))
    [rule] = openpyxl.load_workbook(file)[SHEETS[lang][0]].data_validations.dataValidation
    assert str(rule.sqref).startswith("F2:F")
    said = smm("import", file, root, "--lang", "en").stdout
    assert said.count("a verdict without what was seen") == 1


def test_an_empty_sheet_is_told_once(root: Path, lang: str) -> None:
    said = smm("import", filled(root, lang, "RA-1"), root, "--lang", "en").stdout
    assert "nothing is filled in yet" in said
    assert said.count("RA-1") == 1
