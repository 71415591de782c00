"""A table that is broader than people make them, and a place that waits for ever: told at once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from folders import contents
from running import smm


def test_a_csv_of_many_columns_is_refused_at_once(qms: Path) -> None:
    file = qms.parent / "lebar.csv"
    heads = ";".join(f"K{n}" for n in range(200_000))
    file.write_text(f"Indikator;Satuan;Target;{heads}\nA;%;90\n", "utf-8")
    before = contents(qms)
    done = smm("import", file, qms, "--yes")
    assert done.returncode == 2
    assert "it has 200,003 columns; a table is read up to 500" in done.stderr
    assert contents(qms) == before


def test_a_csv_of_many_rows_is_refused_at_once(qms: Path) -> None:
    file = qms.parent / "panjang.csv"
    file.write_text("Periode,Nilai\n" + "2025-01,1\n" * 120_000, "utf-8")
    done = smm("import", file, qms, "--yes")
    assert done.returncode == 2
    assert "it has 120,000 rows; a table is read up to 10,000: divide it" in done.stderr


def test_a_table_becomes_no_thousands_of_files(qms: Path) -> None:
    file = qms.parent / "banyak.csv"
    rows = "".join(f"Indeks {n},80,{n}\n" for n in range(5_000))
    file.write_text(f"Indikator,Target,Realisasi\n{rows}", "utf-8")
    before = contents(qms)
    done = smm("import", file, qms, "--yes", "--year", "2026")
    assert done.returncode == 2
    assert "the table would become more than 1,000 files; divide it" in done.stderr
    assert contents(qms) == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such files")
@pytest.mark.parametrize("name", ["status.json", "kiriman.zip"])
def test_rollup_waits_for_no_pipe(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    done = smm("rollup", tmp_path / name)
    assert done.returncode == 1
    assert "is no ordinary file" in done.stdout + done.stderr
