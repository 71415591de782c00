"""`smm adopt`: a list of people never gets a class that may leave, whatever is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from papers import pdf, sheet, word

from folders import lay
from running import smm
from smmkit.yaml_text.reading import read

HOME = """kind: qms
id: QMS-01
title: Contoh
version: "1"
smmkit: 2
organization: {name: Dinas Contoh, short_name: DC, head: Kepala Dinas, language: id}
scope: {statement: Layanan.}
units: [{id: SEK, title: Sekretariat}]
classes:
  - {id: terbuka, title: Terbuka, outside: true}
  - {id: rahasia, title: Rahasia}
  - {id: internal, title: Internal}
"""
STAFF = [
    ["No", "Nama", "NIP", "Jabatan"],
    [1, "Budi", "19700101", "Kepala"],
    [2, "Siti", "19700102", "Analis"],
]
BLOCK = ("Ditetapkan di Contoh", "Kepala Dinas,", "Ratna", "NIP. 19750101 200003 2 001")


@pytest.mark.parametrize(
    ("name", "data", "class_"),
    [
        ("DUK Pegawai 2026.xlsx", sheet(STAFF), "rahasia"),
        (
            "Daftar.docx",
            word(
                "Daftar", table=[["Nama", "No. HP"], ["A", "081234567890"], ["B", "081234567891"]]
            ),
            "rahasia",
        ),
        (
            "Peserta.docx",
            word(*(f"Orang {n}, NIK 53710152038500{n:02}" for n in range(1, 5))),
            "rahasia",
        ),
        ("Tamu.xlsx", sheet([["Nama", "Alamat"], ["Warga A", "Jl. A"], ["B", "Jl. B"]]), "rahasia"),
        ("Toko.xlsx", sheet([["Nama", "Alamat"], ["CV A", "Jl. A"], ["PT B", "Jl. B"]]), "terbuka"),
        ("SOP Cuti.docx", word("SOP Cuti", *BLOCK), "terbuka"),
        ("SOP Cuti.pdf", pdf("SOP Cuti", *BLOCK), "terbuka"),
        (
            "Agenda.xlsx",
            sheet([["No", "Nomor agenda", "Tanggal"], [1, "KP-1204", "2020-11-02"]]),
            "terbuka",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_list_of_people_stays_and_a_signature_is_told(tmp_path, name, data, class_):
    root = lay(tmp_path / "qms", {"qms.yaml": HOME})
    lay(tmp_path / "papers", {name: data})
    done = smm("adopt", tmp_path / "papers", root, "--yes", "--class", "terbuka", "--owner", "SEK")
    assert done.returncode == 0, done.stderr
    (file,) = (root / "dokumen").glob("*.yaml")
    document = read(file.name, file.read_text("utf-8"))
    assert document["classification"] == class_
    assert str(document["title"]) not in {"NIP", "Nama", "No", "No. HP"}
    assert ("is a list of people" in done.stdout) == (class_ == "rahasia")
    assert ("holds data of a person" in done.stdout) == name.startswith("SOP")


def test_without_a_class_that_stays_it_gets_none(tmp_path):
    home = "\n".join(
        line for line in HOME.splitlines() if "outside" not in line and "Internal" not in line
    )
    home = home.replace(
        "classes:\n  - {id: rahasia, title: Rahasia}",
        "classes: [{id: terbuka, title: T, outside: true}]",
    )
    root = lay(tmp_path / "qms", {"qms.yaml": home + "\n"})
    lay(tmp_path / "papers", {"DUK.xlsx": sheet(STAFF)})
    done = smm("adopt", tmp_path / "papers", root, "--yes", "--class", "terbuka")
    assert done.returncode == 0, done.stderr
    (file,) = (root / "dokumen").glob("*.yaml")
    assert "classification" not in file.read_text("utf-8")


PEOPLE = [
    ["DAFTAR"],
    ["No", "Nama", "Umur", "Alamat"],
    [1, "Rekaan", 45, "RT 01"],
    [2, "Contoh", 50, "RT 02"],
]


@pytest.mark.parametrize(
    "rows",
    [
        PEOPLE,
        [["NISN", "Nama Siswa"], ["0123456789", "Rekaan"], ["0123456790", "Contoh"]],
        [["NI PPPK", "TMT"], ["199005122023212001", "2023"], ["198806032023211002", "2023"]],
        [["Nama", "Nomor Kartu BPJS"], ["Rekaan", "0001234567891"], ["Contoh", "0001234567892"]],
        [["No RM", "Nama Pasien"], ["00-12-34", "Rekaan"], ["00-12-35", "Contoh"]],
    ],
    ids=["ages", "pupils", "contracts", "insured", "patients"],
)
def test_lists_of_people_by_other_numbers_or_none(tmp_path: Path, rows: list[list[object]]) -> None:
    """Their class opened, and `Nomor Kartu BPJS` became the title of one."""
    lay(tmp_path / "qms", {"qms.yaml": HOME})
    file = lay(tmp_path / "papers", {"Daftar rekaan.xlsx": sheet(rows)}) / "Daftar rekaan.xlsx"
    done = smm("adopt", file, tmp_path / "qms", "--yes", "--owner", "SEK", "--class", "terbuka")
    assert done.returncode == 0, done.stderr
    text = (tmp_path / "qms/dokumen/DOK-01.yaml").read_text("utf-8")
    assert "title: Daftar rekaan" in text
    assert "terbuka" not in text
