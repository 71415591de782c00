"""`smm erase`: a person is found everywhere, taken out where the law lets it, and does not come back."""

from __future__ import annotations

import pytest
from test_screen import HOME, PEOPLE

from folders import contents, lay
from running import smm

NOTE = """---
kind: procedure
id: SOP-01
title: Cuti
version: "1"
owner: SEK
classification: terbuka
steps: [{activity: tanya, actor: SEK}]
---
Disusun Siti Rahma, NIP 19850312 201001 2 003, siti.rahma@gmail.com.
Siti Rahmawati adalah orang lain.
"""
COMPLAINT = """
kind: coaching
id: BIN-1
title: Keluhan
date: 2021-02-03
owner: SEK
classification: rahasia
coach: Inspektorat
topic: Siti Rahma menunggu lama.
retention: RETENTION
"""


def qms(tmp_path, retention: str = "Lima tahun", closed: str = "", **files: bytes):
    return lay(
        tmp_path / "qms",
        {
            "qms.yaml": HOME.lstrip(),
            "orang.yaml": PEOPLE.lstrip(),
            "a.md": NOTE,
            "k.yaml": COMPLAINT.lstrip().replace("RETENTION", retention) + closed,
            **{name.replace("_", "."): data for name, data in files.items()},
        },
    )


def test_it_is_shown_first_and_nothing_is_written_without_a_yes(tmp_path):
    root = qms(tmp_path)
    before = contents(root)
    done = smm("erase", "Siti Rahma", root)
    assert done.returncode == 1
    assert "a.md" in done.stdout
    assert "Nothing was written" in done.stdout
    assert contents(root) == before


def test_name_and_numbers_go_and_nobody_else(tmp_path):
    root = qms(tmp_path)
    done = smm("erase", "siti rahma", root, "--yes")
    text = (root / "a.md").read_text()
    assert "Disusun (dihapus), NIP (dihapus), (dihapus).\nSiti Rahmawati" in text
    assert "git filter-repo" in done.stdout


@pytest.mark.parametrize(
    ("retention", "closed", "stays", "said"),
    [
        ("Lima tahun", "", False, ""),
        ("Enam (enam) tahun", "", True, "3 February 2027"),
        ("10 years", "", True, "3 February 2031"),
        ("dua belas bulan", "", False, ""),
        ("Lima tahun setelah ditutup", "", True, "no day can be told"),
        ("Lima tahun setelah ditutup", "closed: 2021-03-03\n", True, "3 March 2026"),
        ("Permanen", "", True, "no day can be told"),
        ("Sesuai jadwal", "", True, "no day can be told"),
    ],
)
def test_a_record_stays_as_long_as_it_is_kept(tmp_path, retention, closed, stays, said):
    root = qms(tmp_path, retention, closed)
    done = smm("erase", "Siti Rahma", root, "--yes")
    assert ("Siti" in (root / "k.yaml").read_text()) == stays
    assert done.returncode == int(stays)
    assert said in " ".join(done.stdout.split())


def test_nothing_brings_it_back(tmp_path):
    root = qms(tmp_path)
    (root / "a.md").write_text(NOTE.replace("1985", "1986"))
    lay(root, {"sop.md": NOTE.replace("SOP-01", "SOP-02")})
    (root / ".smm/undo/was").mkdir(parents=True)
    (root / ".smm/undo/was/0").write_text(NOTE)
    assert smm("erase", "Siti Rahma", root, "--yes").returncode == 0
    assert smm("undo", root, "--yes").returncode == 2
    kept = [p for p in root.rglob("*") if p.is_file() and b"Siti Rahma," in p.read_bytes()]
    assert kept == []


def test_who_holds_a_role_stays_and_who_left_becomes_a_code(tmp_path):
    root = qms(tmp_path)
    done = smm("erase", "P-01", root, "--yes")
    assert done.returncode == 1
    assert "still holds the role" in " ".join(done.stdout.split())
    assert smm("erase", "Damar Segara", root, "--yes").returncode == 0
    assert "{id: P-02, title: P-02}" in (root / "orang.yaml").read_text()
    assert "Ratna Cakrawala" in (root / "orang.yaml").read_text()


def test_copies_and_other_files_are_named_and_left_to_a_person(tmp_path):
    root = qms(tmp_path, b_txt=b"Siti Rahma")
    lay(root, {"issued/SOP-01/1/a.md": NOTE})
    before = contents(root)
    done = smm("erase", "Siti Rahma", root, "--yes")
    assert done.returncode == 1
    assert "issued/SOP-01/1/a.md" in done.stdout
    for name in ("issued/SOP-01/1/a.md", "b.txt"):
        assert contents(root)[name] == before[name]


def test_a_file_that_is_called_after_a_person_is_still_found_where_it_is_named(tmp_path):
    """Its path was masked in the text, and led nowhere from then on."""
    root = qms(tmp_path, Siti_Rahma_txt=b"x")
    (root / "Siti.Rahma.txt").rename(root / "Siti_Rahma.txt")
    lay(root, {"a.md": NOTE.replace("Disusun", "Lihat [surat](Siti_Rahma.txt). Disusun")})
    done = smm("erase", "Siti Rahma", root, "--yes")
    assert "Lihat [surat](Siti_Rahma.txt). Disusun (dihapus)" in (root / "a.md").read_text()
    assert "give the file another name" in " ".join(done.stdout.split())


def test_a_number_is_found_however_it_is_spaced(tmp_path):
    root = qms(tmp_path)
    assert smm("erase", "198503122010012003", root, "--yes").returncode == 0
    assert "NIP (dihapus)" in (root / "a.md").read_text()
    assert "Siti Rahma" in (root / "a.md").read_text()


@pytest.mark.parametrize("who", ["a", "cuti", "12", "---"])
def test_too_little_is_refused(tmp_path, who):
    root = qms(tmp_path)
    before = contents(root)
    assert smm("erase", "--yes", "--", who, root).returncode == 2
    assert contents(root) == before


def test_nobody_is_found(tmp_path):
    assert smm("erase", "Tidak Ada", qms(tmp_path)).returncode == 0


def test_a_name_turned_round_or_shortened_goes_too(tmp_path):
    root = qms(tmp_path)
    text = NOTE.replace(
        "Siti Rahmawati adalah orang lain.", "Hadir: RAHMA, Siti; S. Rahma; rahma siti."
    )
    (root / "a.md").write_text(text)
    smm("erase", "Siti Rahma", root, "--yes")
    assert "Hadir: (dihapus); (dihapus); rahma siti." in (root / "a.md").read_text()
