"""smm import of what agencies keep in Word and Excel: each kind of paper, and what is told of it."""

from __future__ import annotations

import io
from datetime import date, datetime
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from papers import QMS, saved, sheet, word

from folders import lay
from running import smm
from smmkit.yaml_text.source import Source

UNITS = """\
units:
  - {id: SEK, title: Sekretariat}
  - {id: CAPIL, title: Bidang Pencatatan Sipil}
  - {id: PIAK, title: Bidang PIAK}
classes: [{id: terbuka, title: Terbuka, outside: true}, {id: rahasia, title: Rahasia}]
"""
HOME = QMS["qms.yaml"].partition("units:")[0] + UNITS
PEOPLE = """\
kind: people
id: ORG-01
title: Orang  # dijaga
version: "1"
owner: SEK
entries:
  - id: P-01
    title: Siti Rekaan, S.Sos.
    assignments: [{role: Sekretaris, unit: SEK, since: 2019-01-02}]
"""
AUDIT = """\
kind: audit
id: AI-01
title: Audit internal 2020
date: 2020-11-16
audit_type: internal
"""


@pytest.fixture
def qms(tmp_path: Path) -> Path:
    return lay(tmp_path / "qms", {"qms.yaml": HOME})


def taken(qms: Path, name: str, data: bytes, *more: str) -> str:
    file = lay(qms.parent / "papers", {name: data}) / name
    done = smm("import", file, qms, "--yes", *more)
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


def values(qms: Path, path: str) -> dict[str, Any]:
    return Source.parse(path, (qms / path).read_bytes()).values


SERVICES = """\
kind: services
id: DL-01
title: Layanan
version: "1"
owner: SEK
entries: [{id: LAY-01, title: KTP-el, owner: SEK}]
"""
MAPPING = """\
heading;column
Pertanyaan pertama;=persyaratan
Pertanyaan kedua;=waktu
Pertanyaan ketiga;=biaya
Biaya;-
"""
DUK = [
    ["DAFTAR URUT KEPANGKATAN"],
    ["PEGAWAI NEGERI SIPIL"],
    [],
    [
        "No",
        "N A M A",
        "NIP",
        "Pangkat / Gol. Ruang",
        "Jabatan",
        "Unit Kerja",
        "TMT Jabatan",
        "Tempat, Tanggal Lahir",
    ],
    ["1", "2", "3", "4", "5", "6", "7", "8"],
    [
        1,
        "Drs. BUDI REKAAN, M.Si.",
        "196801011990031001",
        "IV/c",
        "Kepala Dinas",
        "Sekretariat",
        "02-01-2018",
        "Kupang, 1 Januari 1968",
    ],
    [
        2,
        "Hj. Siti Rekaan, S.Sos",
        "197002021995032002",
        "IV/a",
        "Sekretaris",
        "Sekretariat",
        datetime(2019, 1, 2),
        "",
    ],
    [
        3,
        "Agus Contoh, S.Kom.",
        "198003032005011003",
        "III/d",
        "Kepala Bidang",
        "Bidang Antariksa",
        "2020-01-02",
        "",
    ],
]


def test_a_staff_list_becomes_the_register_of_people(qms: Path) -> None:
    DUK[3][1] = "Nama"
    said = taken(qms, "DUK.xlsx", sheet(DUK))
    known = values(qms, "orang/ORG-01.yaml")
    assert known["classification"] == "rahasia"
    assert [(e["title"], e["assignments"]) for e in known["entries"][:2]] == [
        (
            "Drs. BUDI REKAAN, M.Si.",
            [{"role": "Kepala Dinas", "unit": "SEK", "since": "2018-01-02"}],
        ),
        ("Hj. Siti Rekaan, S.Sos", [{"role": "Sekretaris", "unit": "SEK", "since": "2019-01-02"}]),
    ]
    assert "Kepala Bidang: without unit it was left out" in said
    assert "Bidang Antariksa" in said
    text = (qms / "orang/ORG-01.yaml").read_text("utf-8")
    assert "1968" not in text
    assert "NIP" in said
    assert "data of people are not taken" in said
    assert "196801" not in said


def test_who_is_known_already_is_not_taken_twice(qms: Path) -> None:
    lay(qms, {"orang/ORG-01.yaml": PEOPLE})
    said = taken(
        qms,
        "DUK.xlsx",
        sheet(
            [
                ["No", "Nama", "Jabatan", "Unit Kerja", "TMT Jabatan"],
                *[[r[0], r[1], r[4], r[5], r[6]] for r in DUK[5:7]],
            ]
        ),
    )
    text = (qms / "orang/ORG-01.yaml").read_text("utf-8")
    assert text.startswith(PEOPLE)
    assert text.count("Siti Rekaan") == 1
    assert "BUDI REKAAN" in text
    assert "P-01" in said


def test_an_attendance_list_finds_its_people(qms: Path) -> None:
    lay(qms, {"orang/ORG-01.yaml": PEOPLE})
    rows = [
        ["DAFTAR HADIR PELATIHAN AUDITOR INTERNAL ISO 9001"],
        ["Hari/Tanggal: Senin, 5 Oktober 2020"],
        ["Tempat: Aula"],
        ["No", "Nama", "NIP", "Jabatan", "Unit Kerja", "Tanda Tangan", "Pre Test", "Post Test"],
        [1, "SITI REKAAN", "197002021995032002", "Sekretaris", "SEK", "", 60, "82,5"],
        [2, "Maria Fiksi", "", "Analis", "PIAK", "", 62, 90],
        [3, "Siti Rekaan", "", "", "", "", 1, 2],
        [4, "Tamu Asing", "", "", "Luar", "", "", ""],
    ]
    said = taken(qms, "Daftar Hadir.xlsx", sheet(rows))
    known = values(qms, "pelatihan/PLT-01.yaml")
    assert known["title"] == "Pelatihan Auditor Internal ISO 9001"
    assert known["date"] == "2020-10-05"
    assert known["place"] == "Aula"
    assert known["audience"] == ["internal-auditors"]
    assert known["attendance"] == [
        {"person": "P-01", "score_before": 60, "score_after": 82.5},
        {"unit": "PIAK", "attended": 1},
    ]
    for told in ("Maria Fiksi", "in this list already: P-01", "Tamu Asing", "its unit is unknown"):
        assert told in said


LKS = [
    ["LEMBAR KETIDAKSESUAIAN", "<"],
    ["No. LKS", "LKS/01/2020"],
    ["Tanggal Audit", "16 November 2020"],
    ["Unit/Auditi", "Bidang Pencatatan Sipil"],
    ["Klausul ISO 9001", "8.5.1 Pengendalian"],
    ["Kategori", "Minor"],
    ["Uraian Ketidaksesuaian", "Tidak ada bukti verifikasi pada 3 dari 10 berkas"],
    ["Akar Penyebab", "Petugas belum dilatih"],
    ["Tindakan Koreksi", "Melengkapi verifikasi"],
    ["Tindakan Korektif / Batas Waktu", "Pelatihan petugas, 30 November 2020"],
    ["Tanda tangan auditor", "Agus"],
]


def test_a_finding_sheet_becomes_a_finding(qms: Path) -> None:
    lay(qms, {"audit/AI-01.yaml": AUDIT})
    said = taken(qms, "LKS.docx", word("Mengetahui", table=LKS))
    known = values(qms, "temuan/T-01.yaml")
    assert {n: known[n] for n in ("audit", "grade", "clause", "unit", "date", "cause")} == {
        "audit": "AI-01",
        "grade": "minor",
        "clause": "8.5.1",
        "unit": "CAPIL",
        "date": "2020-11-16",
        "cause": "Petugas belum dilatih",
    }
    assert known["action"] == {"what": "Pelatihan petugas", "owner": "CAPIL", "due": "2020-11-30"}
    assert known["correction"]["what"] == "Melengkapi verifikasi"
    assert "the audit that found it: AI-01" in said
    assert "Tanda tangan auditor" in said


def test_a_list_of_findings_becomes_findings(qms: Path) -> None:
    lay(qms, {"audit/AI-01.yaml": AUDIT})
    rows = [
        ["REKAP TEMUAN AUDIT INTERNAL"],
        [
            "No",
            "No LKS",
            "Klausul",
            "Unit",
            "Kategori",
            "Uraian Temuan",
            "Akar Masalah",
            "Tindakan Perbaikan",
            "PIC",
            "Target",
            "Status",
        ],
        [
            1,
            "LKS/01",
            "8.5.1",
            "CAPIL",
            "Minor",
            "Tidak ada bukti",
            "Belum dilatih",
            "Pelatihan",
            "Kabid",
            "30/11/2020",
            "Open",
        ],
        [
            2,
            "LKS/02",
            7.5,
            "Sekretariat",
            "OFI",
            "Arsip belum rapi",
            "",
            "",
            "Sekretaris",
            "segera",
            "Close",
        ],
        [
            3,
            "LKS/03",
            "9.2",
            "Sekretariat",
            "Parah",
            "Audit terlambat",
            "",
            "Jadwal",
            "",
            "segera",
            "",
        ],
    ]
    said = taken(qms, "Temuan.xlsx", sheet(rows))
    first, second, third = (values(qms, f"temuan/T-0{n}.yaml") for n in (1, 2, 3))
    assert first["action"] == {"what": "Pelatihan", "owner": "CAPIL", "due": "2020-11-30"}
    assert (second["grade"], second["clause"]) == ("improvement", "7.5")
    assert third["grade"].startswith("(isi)")
    for told in ("Parah", "segera", "PIC", "Close"):
        assert told in said


SKM = [
    "Timestamp",
    "Jenis Kelamin",
    "Usia",
    "Jenis Layanan",
    "1. Bagaimana pendapat Saudara tentang kesesuaian persyaratan pelayanan?",
    "2. Kemudahan prosedur pelayanan",
    "3. Kecepatan waktu dalam memberikan pelayanan",
    "4. Kewajaran biaya/tarif",
    "Nama",
    "Saran",
]


def test_answers_of_google_forms_become_a_survey(qms: Path) -> None:
    lay(qms, {"layanan/DL-01.yaml": SERVICES})
    rows = [
        SKM,
        [
            datetime(2020, 10, 5, 9, 1),
            "L",
            34,
            "KTP-el",
            "Sesuai",
            "3. Mudah",
            4,
            "Gratis",
            "Budi Rekaan",
            "bagus",
        ],
        ["07/10/2020 10:00:00", "P", 20, "KTP-el", "Tidak sesuai", 2, 3, 9.5, "Ani", ""],
        [None, None, None, None, None, None, None, None, "Kosong", "tak menjawab"],
    ]
    said = taken(qms, "SKM 2020 (Jawaban).xlsx", sheet(rows), "--owner", "SEK")
    known = values(qms, "pelanggan/SKM-01.yaml")
    assert (known["title"], known["date"], known["until"]) == (
        "SKM 2020",
        "2020-10-05",
        "2020-10-07",
    )
    assert [q["element"] for q in known["questions"]] == [
        "persyaratan",
        "prosedur",
        "waktu",
        "biaya",
    ]
    assert known["services"] == ["LAY-01"]
    assert (qms / "pelanggan/skm-01.csv").read_text("utf-8").splitlines() == [
        "service;U1;U2;U3;U4;jenis_kelamin;usia;saran",
        "LAY-01;3;3;4;4;L;34;bagus",
        "LAY-01;1;2;3;;P;20;",
    ]
    assert known["remarks"] == ["saran"]
    for told in ("9,5", "Nama", "5 October 2020"):
        assert told in said
    assert "Budi" not in said + "".join(p.read_text("utf-8") for p in (qms / "pelanggan").iterdir())


def test_a_saved_mapping_says_which_column_is_which(qms: Path) -> None:
    lay(qms, {"pelanggan/kolom-survei.csv": MAPPING})
    rows = [
        ["Tanggal", "Pertanyaan pertama", "Pertanyaan kedua", "Pertanyaan ketiga", "Biaya"],
        [date(2020, 5, 1), 4, 3, 2, 1],
    ]
    taken(qms, "S.xlsx", sheet(rows), "--owner", "SEK")
    known = values(qms, "pelanggan/SKM-01.yaml")
    assert [q["element"] for q in known["questions"]] == ["persyaratan", "waktu", "biaya"]
    assert (qms / "pelanggan/kolom-survei.csv").read_text("utf-8") == MAPPING


def test_a_list_of_documents_is_registered(qms: Path) -> None:
    rows = [
        ["No", "Kode Dokumen", "Judul Dokumen", "Revisi", "Tanggal Terbit", "Unit"],
        [1, "SOP-01", "SOP Akta", "02", "06/04/2020", "CAPIL"],
    ]
    said = taken(qms, "Daftar Induk.xlsx", sheet(rows))
    assert values(qms, "dokumen/DOK-01.yaml")["title"] == "SOP Akta"
    assert "it is registered" in said


def test_providers_become_a_register(qms: Path) -> None:
    rows = [
        ["DAFTAR PENYEDIA EKSTERNAL"],
        [
            "No",
            "Nama Penyedia",
            "Jenis Pekerjaan",
            "Unit Pengguna",
            "No. Kontrak",
            "Masa Berlaku",
            "Tanggal Evaluasi",
            "Nilai",
            "Rekomendasi",
            "No Telepon",
        ],
        [
            1,
            "CV Cetak Rekaan",
            "Cetak blangko",
            "SEK",
            "SPK/1/2020",
            "31 Desember 2020",
            "15/12/2020",
            82.5,
            "Dipertahankan",
            "0812",
        ],
        [2, "PT Jaringan", "Internet", "PIAK", "", "", "", 60, "Tidak dipakai lagi", ""],
    ]
    said = taken(qms, "Penyedia.xlsx", sheet(rows), "--owner", "SEK")
    one, two = values(qms, "sumber-daya/PE-01.yaml")["entries"]
    assert (one["title"], one["provides"], one["unit"], one["until"]) == (
        "CV Cetak Rekaan",
        "Cetak blangko",
        "SEK",
        "2020-12-31",
    )
    assert one["evaluations"] == [
        {"on": "2020-12-15", "score": 82.5, "result": "Dipertahankan", "stays": True}
    ]
    assert "evaluations" not in two
    assert "an evaluation needs its day" in said
    assert "0812" not in said
    again = smm("import", qms.parent / "papers/Penyedia.xlsx", qms, "--yes")
    assert again.returncode == 2
    assert "is there already" in again.stdout


def test_a_training_plan_joins_the_competences(qms: Path) -> None:
    rows = [
        ["RENCANA PELATIHAN TAHUN 2021"],
        [
            "No",
            "Nama Pelatihan",
            "Peserta",
            "Metode",
            "Waktu Pelaksanaan",
            "Penanggung Jawab",
            "Biaya",
        ],
        [1, "Pelatihan auditor internal", "Auditor", "Daring", "TW II 2021", "SEK", "5.000.000"],
        [2, "Pelayanan prima", "Petugas loket", "Luring", "Maret 2021", "CAPIL", ""],
        [3, "Arsip", "", "", datetime(2021, 5, 1), "", ""],
        [4, "Tanpa waktu", "", "", "nanti", "", ""],
    ]
    said = taken(qms, "Rencana Pelatihan.xlsx", sheet(rows), "--owner", "SEK")
    plan = values(qms, "pelatihan/KOM-01.yaml")["training_plan"]
    assert [(p["title"], p["due"]) for p in plan[:3]] == [
        ("Pelatihan auditor internal", "2021-06-30"),
        ("Pelayanan prima", "2021-03-31"),
        ("Arsip", "2021-05-01"),
    ]
    assert plan[3]["due"].startswith("(isi)")
    for told in ("TW II 2021 is taken as 30 June 2021", "Biaya", "nanti"):
        assert told in said


def test_instruments_and_parties(qms: Path) -> None:
    rows = [
        [
            "No",
            "Nama Alat",
            "Merk/Type",
            "No. Seri",
            "Ruangan",
            "Tanggal Kalibrasi",
            "Kalibrasi Berikutnya",
        ],
        [1, "Tensimeter", "ABN", "X1", "SEK", "05/01/2020", "05/01/2021"],
    ]
    taken(qms, "Kalibrasi.xlsx", sheet(rows), "--owner", "SEK")
    (tool,) = values(qms, "sumber-daya/SD-01.yaml")["entries"]
    assert tool["resource_type"] == "measuring"
    assert tool["care"] == [
        {"what": "Kalibrasi", "done": "2020-01-05"},
        {"what": "Kalibrasi", "due": "2021-01-05"},
    ]
    rows = [
        ["No", "Pihak Berkepentingan", "Kebutuhan", "Harapan"],
        [1, "Masyarakat pemohon", "1. Cepat\n2. Murah", "Ramah"],
        [2, "Inspektorat", "Laporan", ""],
    ]
    taken(qms, "Pihak.xlsx", sheet(rows), "--owner", "SEK")
    one, two = values(qms, "konteks/PB-01.yaml")["entries"]
    assert [e["what"] for e in one["expectations"]] == ["Cepat", "Murah", "Ramah"]
    assert two["party_type"] == "supervisor"


def test_complaints_of_sp4n_are_taken_without_who_made_them(qms: Path) -> None:
    rows = [
        [
            "No",
            "Tracking ID",
            "Tanggal Laporan Masuk",
            "Nama Pelapor",
            "Klasifikasi Laporan",
            "Judul Laporan",
            "Isi Laporan Awal",
            "Instansi Terdisposisi",
            "Status Laporan",
            "Tindak Lanjut",
            "Tanggal Tindak Lanjut",
        ],
        [
            1,
            "7654321",
            "03/02/2020 10:11",
            "Budi Pelapor",
            "PENGADUAN",
            "Akta lama",
            "Akta kelahiran belum terbit dua minggu.",
            "CAPIL",
            "Selesai",
            "Sudah terbit",
            "06/02/2020",
        ],
        [
            2,
            "7654322",
            "04/02/2020",
            "Ani",
            "ASPIRASI",
            "",
            "Mohon loket dibuka Sabtu",
            "Dinas Lain",
            "Proses",
            "",
            "",
        ],
    ]
    said = taken(qms, "SP4N.xlsx", sheet(rows))
    one, two = (values(qms, f"pelanggan/ADU-0{n}.yaml") for n in (1, 2))
    assert (one["date"], one["answered"], one["feedback_type"], one["channel"], one["unit"]) == (
        "2020-02-03",
        "2020-02-06",
        "complaint",
        "SP4N-LAPOR!",
        "CAPIL",
    )
    assert two["feedback_type"] == "suggestion"
    assert two["unit"].startswith("(isi)")
    assert "Nama Pelapor" in said
    assert "Budi" not in said + "".join(p.read_text("utf-8") for p in (qms / "pelanggan").iterdir())


def test_old_excel_is_read_where_libreoffice_is(qms: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(qms.parent))
    file = lay(qms.parent, {"a.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096)}) / "a.xls"
    done = smm("import", file, qms, "--yes", PATH=str(qms.parent))
    assert done.returncode == 2
    assert "save it as .xlsx" in done.stderr


def workbook(rows: list[list[Any]]) -> Any:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    return book


def test_what_is_hidden_is_told(qms: Path) -> None:
    book = workbook(
        [
            ["No", "Nama", "Jabatan", "Unit Kerja", "TMT Jabatan"],
            [1, "Ani A", "Analis", "SEK", "01/02/2020"],
            [2, "Budi B", "Analis", "SEK", "01/02/2020"],
        ]
    )
    book.active.row_dimensions[3].hidden = True
    book.active.column_dimensions["D"].hidden = True
    said = taken(qms, "Staf.xlsx", saved(book))
    assert "row 3 is hidden" in said
    assert "column D is hidden" in said


FLOW = [
    ["No", "Kegiatan", "Pelaksana", "<", "Mutu Baku", "<", "<", "Ket."],
    ["^", "^", "Petugas", "Kabid", "Kelengkapan", "Waktu", "Output", "^"],
    ["1.", "Menerima berkas", "▭", "", "Berkas", "± 15 menit", "Berkas", ""],
    ["", "a. mencatat di register", "▭", "", "Register", "1/2 jam", "Register", ""],
    [
        "2.",
        "Memeriksa berkas",
        "◇ Tidak",
        "",
        "Berkas",
        "setengah jam",
        "Berkas",
        "Jika tidak lengkap kembali ke langkah 1",
    ],
    ["3.", "Menyetujui", "", "◆", "Draf", "1 hari", "Akta", "Tidak: kembali ke 2"],
    ["4.", "Menimbang", "", "◇", "Draf", "1 1/2 jam", "Akta", "Jika tidak, dikembalikan"],
    ["5.", "Mengarsip", "▭", "", "Akta", "2 hari kerja", "Arsip", "kembali ke 9"],
]


def test_ways_of_an_sop_follow_its_numbers_when_they_change(qms: Path) -> None:
    said = taken(qms, "SOP.docx", word("x", table=FLOW), "--owner", "SEK")
    steps = values(qms, "sop/SOP-01.md")["steps"]
    assert steps[2]["leads_to"] == [{"to": 4, "answer": "Ya"}, {"to": 1, "answer": "Tidak"}]
    assert steps[3]["leads_to"] == [{"to": 5, "answer": "Ya"}, {"to": 3, "answer": "Tidak"}]
    assert steps[3]["note"] == "Tidak: kembali ke 3"
    assert "(isi)" in steps[4]["note"]
    assert "leads_to" not in steps[4]
    assert "(isi)" in steps[5]["note"]
    times = [(step["duration"]["value"], step["duration"]["unit"]) for step in steps]
    assert times == [
        (15, "minute"),
        (0.5, "hour"),
        (0.5, "hour"),
        (1, "day"),
        (1.5, "hour"),
        (2, "day"),
    ]
    for told in (
        "± 15 menit is taken as it stands",
        "step 4: 1 hari is taken as working days",
        "2 -> 3",
        "step 4 leads to step 3 where the answer is Tidak",
        "step 5 is a decision: write where its answers lead",
    ):
        assert told in said


def test_ya_and_tidak_in_cells_are_taken_for_decisions(qms: Path) -> None:
    rows = [
        *FLOW[:3],
        ["2", "Memeriksa", "Tidak", "", "", "5 menit", "", ""],
        ["3", "Teken", "", "Ya", "", "5 menit", "", ""],
    ]
    said = taken(qms, "SOP.docx", word("x", table=rows), "--owner", "SEK")
    steps = values(qms, "sop/SOP-01.md")["steps"]
    assert [step["actor"] for step in steps] == ["Petugas", "Petugas", "Kabid"]
    assert "step 2: Tidak stands in the cell; it is taken for a decision" in said


def test_ya_alone_marks_who_does_it(qms: Path) -> None:
    rows = [*FLOW[:2], ["1", "Memeriksa", "Ya", "", "", "5 menit", "", ""]]
    said = taken(qms, "SOP.docx", word("x", table=rows), "--owner", "SEK")
    assert "decision" not in said
    assert values(qms, "sop/SOP-01.md")["steps"][0]["actor"] == "Petugas"


def test_the_form_of_a_hospital_becomes_a_procedure(qms: Path) -> None:
    rows = [
        ["RSUD", "PENERIMAAN PASIEN", "<"],
        ["No. Dokumen\n445/SPO/01", "No. Revisi\n02", "Halaman\n1/2"],
        ["SPO", "Tanggal Terbit\n02-01-2020", "Ditetapkan oleh Direktur RSUD\ndr. Rekaan"],
        ["PENGERTIAN", "Menerima pasien gawat", "<"],
        ["TUJUAN", "Sebagai acuan", "<"],
        ["KEBIJAKAN", "SK Direktur Nomor 1/2019", "<"],
        ["PROSEDUR", "1. Petugas triase menerima pasien\n2. Bila perlu, dipasang infus", "<"],
        ["UNIT TERKAIT", "PIAK, Rekam Medis", "<"],
    ]
    said = taken(qms, "SPO.docx", word("x", table=rows), "--owner", "SEK")
    known = values(qms, "sop/SOP-01.md")
    assert (known["title"], known["number"], known["version"]) == (
        "Penerimaan Pasien",
        "445/SPO/01",
        "02",
    )
    assert (known["effective"], known["purpose"], known["distribution"]) == (
        "2020-01-02",
        "Sebagai acuan",
        ["PIAK"],
    )
    assert known["steps"][0] == {"activity": "Menerima pasien", "actor": "Petugas triase"}
    assert known["steps"][1]["actor"].startswith("(isi)")
    for told in ("Rekam Medis", "dr. Rekaan", "who does step 1: Petugas triase"):
        assert told in said


def test_tracked_changes_and_content_controls_are_read_and_told(qms: Path) -> None:
    document = docx.Document(io.BytesIO(word("x", table=FLOW)))
    cell = document.tables[0].rows[2].cells[1]
    paragraph = cell.paragraphs[0]._p
    for child in list(paragraph):
        paragraph.remove(child)
    ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    for part in (
        f"<w:del {ns}><w:r><w:delText>Menolak berkas</w:delText></w:r></w:del>",
        f"<w:ins {ns}><w:r><w:t>Menerima </w:t></w:r></w:ins>",
        f"<w:sdt {ns}><w:sdtContent><w:r><w:t>permohonan</w:t></w:r></w:sdtContent></w:sdt>",
    ):
        paragraph.append(docx.oxml.parse_xml(part))
    said = taken(qms, "SOP.docx", saved(document), "--owner", "SEK")
    assert values(qms, "sop/SOP-01.md")["steps"][0]["activity"] == "Menerima permohonan"
    assert "Menolak berkas" in said
    assert "deleted, with changes tracked; not read" in said
    assert "read as if it were accepted" in said


def test_a_swot_is_read_from_boxes_and_from_rows(qms: Path) -> None:
    boxes = [
        ["Kekuatan (Strength)", "Kelemahan (Weakness)"],
        ["1. Pegawai terlatih\n2. Gedung baru", "Anggaran kecil"],
        ["Peluang (Opportunity)", "Ancaman (Threat)"],
        ["Aplikasi pusat", "Listrik padam"],
    ]
    taken(qms, "SWOT.docx", word("x", table=boxes), "--owner", "SEK")
    found = [(i["title"], i["quadrant"]) for i in values(qms, "konteks/SWOT-01.yaml")["items"]]
    assert sorted(found) == [
        ("Anggaran kecil", "weakness"),
        ("Aplikasi pusat", "opportunity"),
        ("Gedung baru", "strength"),
        ("Listrik padam", "threat"),
        ("Pegawai terlatih", "strength"),
    ]
    rows = [
        ["ANALISIS SWOT"],
        ["No", "Uraian", "Kategori", "Bobot", "Rating"],
        [1, "Pegawai terlatih", "Kekuatan", "0,25", 4],
        [2, "Listrik padam", "Ancaman", "0,1", 2],
    ]
    taken(qms, "SWOT.xlsx", sheet(rows), "--owner", "SEK")
    one, two = values(qms, "konteks/SWOT-02.yaml")["items"]
    assert (one["quadrant"], one["weight"], one["rating"]) == ("strength", 0.25, 4)
    assert two["quadrant"] == "threat"


def test_a_programme_of_audits_is_read_from_marks_below_months_and_from_days(qms: Path) -> None:
    lay(qms, {"orang/ORG-01.yaml": PEOPLE})
    rows = [
        ["PROGRAM AUDIT INTERNAL TAHUN 2020"],
        ["No", "Unit Kerja", "Jan", "Feb", "Maret", "Auditor"],
        [1, "Sekretariat", "", "v", "", "Siti Rekaan"],
        [2, "PIAK", "x", "", "x", "Orang Asing"],
        [3, "Bidang Antariksa", "", "x", "", ""],
    ]
    said = taken(qms, "Program.xlsx", sheet(rows), "--owner", "SEK")
    entries = values(qms, "audit/PRG-01.yaml")["entries"]
    assert [(e.get("units"), e["period"]) for e in entries] == [
        (["SEK"], "2020-02"),
        (["PIAK"], "2020-01"),
        (["PIAK"], "2020-03"),
        (None, "2020-02"),
    ]
    assert entries[0]["auditors"] == ["P-01"]
    for told in ("Orang Asing", "Bidang Antariksa"):
        assert told in said
    rows = [
        ["JADWAL AUDIT"],
        ["No", "Auditi", "Waktu", "Auditor"],
        [1, "SEK", "16 November 2020", ""],
        [2, "PIAK", "TW II 2020", ""],
    ]
    taken(qms, "Jadwal.xlsx", sheet(rows), "--owner", "SEK")
    one, two = values(qms, "audit/PRG-02.yaml")["entries"]
    assert (one["since"], one["until"], two["period"]) == ("2020-11-16", "2020-11-16", "2020-Q2")


@pytest.mark.parametrize(
    "heads",
    [
        [["No", "Auditi", "Semester I", "Semester II", "Auditor"]],
        [["No", "Auditi", "SMT. 1", "SMT. 2", "Auditor"]],
        [
            ["No", "Auditi", "Semester", "Semester", "Auditor"],
            ["No", "Auditi", "I", "II", "Auditor"],
        ],
    ],
)
def test_a_programme_whose_columns_are_halves_of_a_year(qms: Path, heads: list[list[str]]) -> None:
    rows = [
        ["PROGRAM AUDIT INTERNAL TAHUN 2020"],
        *heads,
        [1, "SEK", "v", "", ""],
        [2, "PIAK", "", "√", ""],
    ]
    said = taken(qms, "Program.xlsx", sheet(rows), "--owner", "SEK")
    entries = values(qms, "audit/PRG-01.yaml")["entries"]
    assert [(e["units"], e["period"]) for e in entries] == [
        (["SEK"], "2020-S1"),
        (["PIAK"], "2020-S2"),
    ]
    assert "tidak ada waktu" not in said


def test_a_team_finds_its_people(qms: Path) -> None:
    lay(qms, {"orang/ORG-01.yaml": PEOPLE})
    rows = [
        ["TIM AUDIT INTERNAL DINAS CONTOH"],
        ["Nomor: 800/12/2020 tanggal 3 Februari 2020"],
        ["No", "Nama", "NIP", "Jabatan", "Kedudukan dalam Tim"],
        [1, "Hj. SITI REKAAN", "1", "Sekretaris", "Ketua"],
        [2, "Orang Asing", "2", "Analis", "Anggota"],
    ]
    said = taken(qms, "Tim.xlsx", sheet(rows), "--owner", "SEK")
    known = values(qms, "tim/TIM-01.yaml")
    assert known["team_type"] == "internal-audit"
    assert known["since"] == "2020-02-03"
    assert known["members"] == [{"person": "P-01", "role": "Ketua", "unit": "SEK"}]
    assert "Orang Asing" in said
    assert "the unit of P-01: SEK" in said


def test_a_finding_sheet_with_pairs_side_by_side_and_text_below(qms: Path) -> None:
    lay(qms, {"audit/AI-01.yaml": AUDIT})
    rows = [
        ["LAPORAN KETIDAKSESUAIAN", "<", "<", "<"],
        ["No. LKS", ": 02/2020", "Tanggal Audit", ": 16 November 2020"],
        ["Auditi", "Sekretariat", "Kategori", "Major"],
        ["Klausul: 7.5.3", "<", "Auditor: Agus", "<"],
        ["Uraian Ketidaksesuaian:", "<", "<", "<"],
        ["Arsip hilang", "<", "<", "<"],
        ["Akar Masalah\nTidak ada petugas", "<", "<", "<"],
        ["Paraf", "x", "y", "z"],
    ]
    said = taken(qms, "LKS.docx", word("x", table=rows))
    known = values(qms, "temuan/T-01.yaml")
    found = tuple(
        known[n] for n in ("statement", "clause", "grade", "unit", "date", "cause", "note")
    )
    day = "2020-11-16"
    assert found == (
        "Arsip hilang",
        "7.5.3",
        "major",
        "SEK",
        day,
        "Tidak ada petugas",
        "nomor 02/2020",
    )
    assert "Paraf | x | y | z" in said
    assert "Agus" in said
