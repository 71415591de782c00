"""smm import of the register of a service: a log of each service, and its times against the standard."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest
from papers import QMS, sheet
from test_import_context import taken, values
from test_import_surveys import SERVICES

from folders import lay
from running import smm

STANDARD = """\
kind: service-standard
id: SP-01
title: Mutasi
version: "1"
service: LAY-01
requirements: [Surat usul]
procedure: [Terima, Periksa]
time_limit: 7 hari kerja
promised_days: 7
fee: Gratis
product: Keputusan
complaint_channels: [Loket]
"""
HEAD = ["No", "No. Register", "Tanggal Masuk", "Nama Pemohon", "Jenis Layanan", "Tanggal Selesai"]
ROWS = [
    [
        1,
        "M-1",
        "06/01/2020",
        "Contoh Satu",
        "Pelayanan Mutasi",
        "15/01/2020",
        7,
        "lewat Sdr. Contoh",
    ],
    [2, "M-2", datetime.date(2020, 1, 7), "Contoh Dua", "Mutasi", "20/01/2020", 9, ""],
    [3, "P-1", "03/02/2020", "Contoh Tiga", "Pensiun", "", "", ""],
    [4, "M-3", "", "Contoh Empat", "Mutasi", "", "", ""],
]


@pytest.fixture
def qms(tmp_path: Path) -> Path:
    return lay(
        tmp_path / "qms", {**QMS, "layanan/DL-01.yaml": SERVICES, "layanan/SP-01.yaml": STANDARD}
    )


def test_a_register_becomes_a_log_of_each_service_without_names(qms):
    rows = [["BUKU REGISTER TAHUN 2020"], [*HEAD, "Lama (hari)", "Keterangan"], *ROWS]
    said = taken(qms, "register.xlsx", sheet(rows))
    one, other = (values(qms, f"layanan/LOG-0{n}.yaml") for n in (1, 2))
    assert (one["service"], one["received"], str(one["until"])) == ("LAY-01", 2, "2020-01-20")
    assert [(c["number"], str(c["released"])) for c in one["cases"]] == [
        ("M-1", "2020-01-15"),
        ("M-2", "2020-01-20"),
    ]
    assert (other["service"], other["cases"][0].get("released")) == ("LAY-02", None)
    texts = "".join(path.read_text("utf-8") for path in (qms / "layanan").iterdir())
    assert "Contoh" not in texts
    assert "Nama Pemohon data of people are not taken" in said
    assert "no time is said; the row was left out" in said
    told = json.loads(smm("service", qms, "-f", "json").stdout)
    times = next(t for t in told["services"] if t["service"] == "LAY-01" and t["month"] is None)
    assert (times["mean"], times["in_time"], times["of"], times["share"]) == (8, 1, 2, 50)
    again = taken(qms, "register.xlsx", sheet(rows), code=2)
    assert "M-1 is there already as LOG-01" in again


def test_a_register_of_one_service_is_named_by_its_title(qms):
    rows = [["REGISTER PELAYANAN PENSIUN"], ["No", "Tgl Masuk", "Pemohon", "Tgl Penyerahan"]]
    rows += [[1, "06/01/2020", "Contoh Satu", "08/01/2020"]]
    taken(qms, "buku.xlsx", sheet(rows))
    log = values(qms, "layanan/LOG-01.yaml")
    assert (log["service"], log["cases"][0]["number"]) == ("LAY-02", "1")
