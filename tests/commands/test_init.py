"""`smm init` as a person runs it: answers from options and files, and from another QMS."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from running import EXAMPLE, smm
from smmkit.documents import Document, class_of
from smmkit.errors import SmmError
from smmkit.files.tree import Disk
from smmkit.intake.organization import read_headcount, read_services, read_units
from smmkit.loading.folder import load
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules import examine
from smmkit.yaml_text.reading import read

ALL = """\
# Contoh
language: id
name: Dinas Contoh
short_name: DCK
parent: Pemerintah Kota Contoh
head: Kepala Dinas
head_name: Rekaan Satu, S.T.
time_zone: WIB
units:
  - {id: SEK, title: Sekretariat}
  - {id: MUT, title: "Bidang: Mutasi"}
services:
  - {title: "Mutasi: masuk", owner: MUT}
  - {title: Legalisasi}
headcount: 40
"""


def qms_in(folder: Path) -> Qms:
    return load(Disk(folder))


def wrong(folder: Path, *severities: Severity) -> list[str]:
    found = examine(load(Disk(folder), None, lambda _: __import__("datetime").date(2029, 9, 30)))
    wanted = severities or tuple(Severity)
    return [f"{d.at.path}: {d.rule.code}" for d in found if d.rule.severity in wanted]


def test_a_file_answers_everything(tmp_path):
    (tmp_path / "jawaban.yaml").write_text(ALL)
    done = smm("init", "q", "--answers", "jawaban.yaml", "--zone", "WIT", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert wrong(tmp_path / "q") == []
    qms = qms_in(tmp_path / "q")
    organization = qms.settings.organization
    assert (organization.name, organization.short_name) == ("Dinas Contoh", "DCK")
    assert (organization.language, organization.parent) == ("id", "Pemerintah Kota Contoh")
    assert organization.time_zone == "Asia/Jayapura"  # an option goes before the file
    assert qms.settings.headcount == 40
    services = [(s.id, s.owner, s.title) for s in qms.get("DL-01", class_of("services")).entries]
    assert services == [("LAY-01", "MUT", "Mutasi: masuk"), ("LAY-02", "SEK", "Legalisasi")]
    assert qms.things["ORG-01"].classification == "rahasia"


def test_the_head_is_entered_in_the_unit_that_is_called_so(tmp_path):
    (tmp_path / "a.yaml").write_text(ALL)
    assert (
        "dicatat di SEK, unit yang pertama"
        in smm("init", "q", "--answers", "a.yaml", cwd=tmp_path).stdout
    )
    (tmp_path / "b.yaml").write_text(
        ALL.replace("head: Kepala Dinas", "head: Direktur Utama").replace(
            "Bidang: Mutasi", "Direksi"
        )
    )
    assert "unit yang pertama" not in smm("init", "r", "--answers", "b.yaml", cwd=tmp_path).stdout
    assert qms_in(tmp_path / "r").things["P-01"].assignments[0].unit == "MUT"


def test_the_head_may_approve_at_once(tmp_path):
    smm("init", "q", "--name", "X", "--head-name", "Rekaan Satu", "--lang", "id", cwd=tmp_path)
    policy = tmp_path / "q" / "kebijakan" / "KM-01.md"
    policy.write_text(policy.read_text().replace("(isi)", "Kami"))
    done = smm("approve", "KM-01", "q", "--by", "P-01", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert wrong(tmp_path / "q", Severity.ERROR) == []


def test_every_fault_of_a_file_is_told_at_once_with_its_place(tmp_path):
    text = "nama: X\nheadcount: banyak\nunits:\n  - {id: 'A B', title: x}\nlanguage: jw\n"
    (tmp_path / "a.yaml").write_text(text)
    done = smm("init", "q", "--answers", "a.yaml", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert re.findall(r"^a\.yaml:(\d+):(\d+): error (SMM\d+|.*)", done.stderr, re.M)
    for part in (
        "a.yaml:1:1:",
        "there is no field nama here",
        "here it is called name: write `name: X`",
        "a.yaml:2:12:",
        "headcount must be a whole number",
        "a.yaml:4:10:",
        "a.yaml:5:11:",
        "language cannot be jw",
        "Nothing was written.",
    ):
        assert part in done.stderr
    assert not (tmp_path / "q").exists()


def test_answers_that_do_not_go_together_are_told_too(tmp_path):
    text = "name: X\ntime_zone: Mars\nunits: [{id: A, title: x}, {id: A, title: y}]\n"
    (tmp_path / "a.yaml").write_text(text + "services: [{title: s, owner: B}]\n")
    done = smm("init", "q", "--answers", "a.yaml", cwd=tmp_path)
    assert done.returncode == 2
    assert "a.yaml:2:12:" in done.stderr
    assert "two units have the code A" in done.stderr
    assert "a.yaml:4:30: " in done.stderr
    assert "there is no unit B" in done.stderr


@pytest.mark.parametrize("text", ["name: [\n", "- a\n", "name: \x00\n", ""])
def test_a_file_that_cannot_be_read_is_told_with_its_place(tmp_path, text):
    (tmp_path / "a.yaml").write_text(text)
    done = smm("init", "q", "--answers", "a.yaml", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("a.yaml:")


def test_the_help_shows_a_file_of_answers_that_can_be_used(tmp_path):
    said = smm("init", "--help").stdout
    sample = "\n".join(line[4:] for line in said.splitlines() if line.startswith("    "))
    assert "name: Dinas Contoh Provinsi Rekaan" in said
    from smmkit.dialogue.init_options import SAMPLE

    assert all(line.strip() in said for line in SAMPLE.splitlines()), sample
    (tmp_path / "a.yaml").write_text(SAMPLE)
    assert smm("init", "q", "--answers", "a.yaml", cwd=tmp_path).returncode == 0


def test_services_and_numbers_are_read_as_they_are_meant():
    units = {"SEK": "Sekretariat", "MUT": "Mutasi"}
    text = "MUT: Pangkat, golongan, sek: Surat: umum; Konsultasi: hukum"
    assert read_services(text, units) == (
        ("MUT", "Pangkat, golongan"),
        ("SEK", "Surat: umum"),
        ("SEK", "Konsultasi: hukum"),
    )
    with pytest.raises(SmmError):
        read_services("XYZ: a", units)
    assert (read_headcount("1.200"), read_headcount(" ")) == (1200, None)
    for text in ("x", "0", "-3"):
        with pytest.raises(SmmError):
            read_headcount(text)


def test_what_helps_editors_is_written_and_what_is_there_stays(tmp_path):
    smm("init", "q", "--name", "X", cwd=tmp_path)
    assert (tmp_path / "q/.smm/schemas/audit.json").is_file()
    assert (tmp_path / "q/.vscode/settings.json").is_file()
    first = (tmp_path / "q/people/PPL-01.yaml").read_text().splitlines()[0]
    assert first == "# yaml-language-server: $schema=../.smm/schemas/people.json"
    (tmp_path / "p/.vscode").mkdir(parents=True)
    (tmp_path / "p/.vscode/settings.json").write_text("{}")
    done = smm("init", "p", "--name", "X", cwd=tmp_path)
    assert "smm schema" in done.stdout
    assert [f.name for f in (tmp_path / "p/.vscode").iterdir()] == ["settings.json"]
    assert (tmp_path / "p/.vscode/settings.json").read_text() == "{}"
    again = smm("schema", "q", "--yes", cwd=tmp_path)
    assert "0 of them new or changed" in again.stdout


def test_git_is_named_only_where_it_is(tmp_path, monkeypatch):
    said = [smm("init", "q", "--name", "X", "--lang", "id", cwd=tmp_path).stdout]
    said.append(smm("init", "p", "--name", "X", cwd=tmp_path, PATH=str(tmp_path)).stdout)
    assert ["smm save --begin" in text for text in said] == [shutil.which("git") is not None, False]


# from another QMS

OTHER = {
    "qms.yaml": """\
# Badan Uji: berkas induk
kind: qms
smmkit: 2
id: QMS-01
title: SMM Badan Uji Provinsi Antah
version: "7"
as_of: 2021-06-30
approvals:
  - {version: "6", by: P-09, role: Kepala Badan, on: 2020-01-01, hash: SEAL}
organization:
  name: Badan Uji Provinsi Antah (CONTOH)
  short_name: BUA
  parent: Pemerintah Provinsi Antah
  head: Kepala Badan
  language: id
  # alamat
  address: Jalan Rahasia 7
headcount: 86
scope:
  statement: >-
    Layanan Badan Uji
    Provinsi Antah bagi Pemerintah Provinsi Antah.
  exclusions:
    - {clause: "8.3", reason: Tidak merancang.}
units: [{id: SEK, title: Sekretariat BUA}, {id: MUT, title: Mutasi}]
classes:
  - {id: terbuka, title: Terbuka, outside: true}
  - {id: rahasia, title: Rahasia}
scales:
  - {id: PRED, title: Predikat, words: [{word: B, value: 1}, {word: A, value: 2}]}
risk: {matrix: product, appetite: 6, decided_by: Keputusan rahasia}
benefits:
  - {benefit: trust, kpis: [IKU-01, IKU-XX]}
responsible: P-09
ignore: ["templates/*"]
""",
    "orang.yaml": """\
kind: people
id: ORG-01
title: Orang
version: "1"
entries:
  - id: P-09
    title: "Drs. Wira Samudra Rekaan, M.Si."
    assignments: [{role: Kepala Badan, unit: SEK, since: 2019-01-01}]
""",
    "sop/a.md": """\
---
# Disusun menurut T-01.
kind: procedure
id: SOP-01
# Tetap ada.
title: "Mutasi di BUA"
version: "3"
number: 123/BUA/2019
owner: MUT
reviewer: P-09
attached: [formulir.txt, ../bukti/rahasia.pdf]
related: [SOP-02, SOP-99]
steps:
  - activity: Diperiksa Wira Samudra Rekaan
    actor: Petugas BUA   # sebagai contoh
---
Prosa Badan Uji Provinsi Antah, oleh Wira Samudra Rekaan.
""",
    "sop/formulir.txt": "Formulir BUA\n",
    "bukti/rahasia.pdf": "%PDF rahasia",
    "sop/b.md": "---\nkind: procedure\nid: SOP-02\ntitle: x\nversion: 1\nsteps: []\n---\n",
    "sasaran/s.yaml": """\
kind: objective
id: SM-01
title: Puas
version: "2"
effective: 2020-01-01
review_by: 2021-01-01
statement: Indeks 82,77 pada tahun 2020.
policy_point: BM-01
perspective: customer
units: [SEK, MUT]
kpis:
  - id: IKU-01
    title: Indeks
    measured_in: indeks
    formula: maximize
    aggregation: average
    frequency: quarterly
    baseline: 71.55
    targets:
      # lama
      - {period: "2020", value: 82.77}
      - {period: "2021", value: 83.77}
    series: ../data/iku.csv
  - {id: IKU-02, title: Predikat, measured_in: p, formula: ordinal, aggregation: last, \
words: PRED, targets: [{period: "2020", word: A}], frequency: yearly}
plan: {what: a, resources: b, who: SEK, when: Desember 2020, evaluation: c}
""",
    "data/iku.csv": "period;value\n2020-Q1;79,99\n",
    "kebijakan.md": """\
---
kind: quality-policy
id: KM-01
title: Kebijakan
version: "1"
sentence: Kami melayani.
points: [{id: BM-01, title: Cepat}]
missions: [MISI-1]
communicated:
  - on: 2020-01-01
    channel: apel
---
Teks.
""",
    "risiko.yaml": """\
kind: risk-register
id: RR-01
title: Risiko
version: "1"
entries:
  - id: R-01
    title: Terlambat
    about: T-01
    owner: MUT
    likelihood: 3
    impact: 4
    treatments:
      - what: Dipantau
        due: 2020-02-02
        # selesai
        done: 2020-02-03
""",
    "standar.yaml": """\
kind: service-standard
id: SP-01
title: Standar
version: "1"
service: LAY-09
requirements: [a]
procedure: [b]
time_limit: c
fee: d
product: e
complaint_channels: [f]
""",
    "temuan.yaml": """\
kind: finding
id: T-01
title: Temuan
date: 2020-05-05
statement: rahasia
""",
    "standards/sendiri.yaml": "",
    "templates/forms/audit.yaml": "kind: audit\nid: $id\ntitle: Audit BUA\n",
    "issued/SOP-01/1/a.md": "lama",
}


@pytest.fixture
def other(tmp_path) -> Path:
    """Another agency's QMS, with people, values and faults."""
    root = tmp_path / "lain"
    for path, text in OTHER.items():
        if text:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text.replace("SEAL", "sha256:" + "0" * 64))
    return root


@pytest.fixture
def made(other, tmp_path):
    options = ["--name", "Dinas Coba Kota Rekaan", "--parent", "Pemerintah Kota Rekaan"]
    more = ["--short-name", "DCK", "--head-name", "Rekaan Satu", "--lang", "id"]
    done = smm("init", "baru", "--from", "lain", *options, *more, cwd=tmp_path, SMM_LANG="en")
    assert done.returncode == 0, done.stderr
    return tmp_path / "baru", done.stdout


def texts(folder: Path) -> dict[str, str]:
    """Every file of a QMS but the schemas."""
    files = [f for f in folder.rglob("*") if f.is_file()]
    named = {f.relative_to(folder).as_posix(): f.read_text("utf-8") for f in files}
    return {path: text for path, text in named.items() if not path.startswith((".smm", ".vscode"))}


def test_a_replica_holds_and_has_no_data_of_the_other(made):
    folder, _ = made
    assert wrong(folder, Severity.ERROR) == []
    files = texts(folder)
    every = "\n".join(files.values())
    people = ["Wira", "Samudra", "P-09"]
    values = ["79,99", "82.77", "83.77", "71.55", "2020-02-02", "86", "2021-06-30", "123/BUA"]
    for gone in (*people, *values, "Jalan Rahasia", "Keputusan rahasia", "BUA", "Antah", "sha256"):
        assert gone not in every, gone
    assert {"bukti/rahasia.pdf", "temuan.yaml", "orang.yaml", "sop/b.md"} & set(files) == set()
    assert not any(path.startswith("issued/") for path in files)


def test_a_replica_keeps_what_carries_the_system(made):
    folder, _ = made
    files = texts(folder)
    assert files["sop/a.md"] == (
        '---\nkind: procedure\nid: SOP-01\n# Tetap ada.\ntitle: "Mutasi di DCK"\nversion: "1"\n'
        "owner: MUT\nattached: [formulir.txt]\nsteps:\n  - activity: Diperiksa (isi)\n"
        "    actor: Petugas DCK   # sebagai contoh\n---\n"
        "Prosa Dinas Coba Kota Rekaan, oleh (isi).\n"
    )
    assert files["sop/formulir.txt"] == "Formulir DCK\n"
    assert files["data/iku.csv"].splitlines()[0] == "period;value"
    assert re.fullmatch(r"\d{4}-Q1;", files["data/iku.csv"].splitlines()[1])
    assert files["templates/forms/audit.yaml"].endswith("title: Audit DCK\n")
    settings = read("", files["qms.yaml"])
    assert settings["organization"] == {
        "name": "Dinas Coba Kota Rekaan",
        "short_name": "DCK",
        "parent": "Pemerintah Kota Rekaan",
        "head": "Kepala Badan",
        "language": "id",
        "time_zone": "Asia/Makassar",
    }
    assert settings["scope"]["statement"] == (
        "Layanan Dinas Coba Kota Rekaan bagi Pemerintah Kota Rekaan."
    )
    assert settings["units"][0] == {"id": "SEK", "title": "Sekretariat DCK"}
    assert settings["risk"] == {"matrix": "product", "appetite": 6}
    assert settings["benefits"] == [{"benefit": "trust", "kpis": ["IKU-01"]}]
    assert [e["id"] for e in read("", files["risiko.yaml"])["entries"]] == ["R-01"]
    objective = read("", files["sasaran/s.yaml"])
    assert [t["value"] for t in objective["kpis"][0]["targets"]] == [1]
    assert [t["word"] for t in objective["kpis"][1]["targets"]] == ["B"]
    drafts = [d for d in qms_in(folder).documents if isinstance(d, Document)]
    assert {d.version for d in drafts} == {"1"}
    assert not any(d.approvals for d in drafts)


def test_a_replica_says_what_was_left_out_and_why(made):
    _, said = made
    assert "audit finding: 1" in said.replace("temuan audit", "audit finding")
    assert "sop/b.md" in said
    assert "standar.yaml" in said
    assert "LAY-09" in said


def test_a_replica_may_have_units_of_its_own(other, tmp_path):
    more = ["--units", "UM=Umum, MUT=Mutasi", "--name", "Dinas Coba"]
    done = smm("init", "b", "--from", "lain", *more, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert re.search(r"\bUM\b.*: SEK$", done.stdout, re.M)
    assert wrong(tmp_path / "b", Severity.ERROR) == []
    qms = qms_in(tmp_path / "b")
    assert [u.id for u in qms.settings.units] == ["UM", "MUT"]
    assert qms.things["SM-01"].units == ("UM", "MUT")


def test_odd_names_are_written_so_that_they_read_as_they_are(other, tmp_path):
    name = "Dinas 'A': \"B\" #1, {x}"
    done = smm(
        "init", "b", "--from", "lain", "--name", name, "--short-name", "- D: 'x'", cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    assert wrong(tmp_path / "b", Severity.ERROR) == []
    qms = qms_in(tmp_path / "b")
    assert qms.settings.organization.name == name
    assert qms.things["SOP-01"].title == "Mutasi di - D: 'x'"
    assert qms.things["SEK"].title == "Sekretariat - D: 'x'"


@pytest.mark.parametrize("text", [None, "kind: qms\n", "kind: [\n"])
def test_a_qms_whose_settings_cannot_be_read_is_no_beginning(other, tmp_path, text):
    (other / "qms.yaml").unlink()
    if text:
        (other / "qms.yaml").write_text(text)
    done = smm("init", "b", "--from", "lain", "--name", "X", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("Error: ")
    assert not (tmp_path / "b").exists()


def test_services_are_not_named_beside_another_qms(other, tmp_path):
    done = smm("init", "b", "--from", "lain", "--name", "X", "--services", "a", cwd=tmp_path)
    assert done.returncode == 2
    assert "--from" in done.stderr


def rows(series: Path) -> list[str]:
    """The lines of a CSV file below its head."""
    return series.read_text("utf-8").splitlines()[1:]


def test_the_example_can_be_replicated(tmp_path):
    if not (EXAMPLE / "qms.yaml").is_file():
        pytest.skip("there is no example")
    done = smm("init", "b", "--from", EXAMPLE, "--name", "Dinas Coba", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert wrong(tmp_path / "b", Severity.ERROR) == []
    from smmkit.documents.people import PersonEntry

    before = load(Disk(EXAMPLE))
    names = [t.title for t in before.things.values() if isinstance(t, PersonEntry)]
    every = "\n".join(texts(tmp_path / "b").values())
    assert names
    assert [name for name in names if name in every] == []
    kinds = {d.kind for d in qms_in(tmp_path / "b").documents}
    assert {kind for kind in kinds if not class_of(kind).is_system} == {"people"}
    series = [line for f in (tmp_path / "b").rglob("*.csv") for line in rows(f)]
    assert series
    assert [line for line in series if not re.fullmatch(r"[\d-]+[Q\d]*[;,]", line)] == []


def test_a_role_that_answers_for_something_comes_along_and_what_says_nothing_more_stays(tmp_path):
    source = tmp_path / "old"
    files = {
        "qms.yaml": "kind: qms\nid: QMS-01\ntitle: S\nversion: '1'\nsmmkit: 2\n"
        "organization: {name: A, short_name: A, head: Head, language: en}\n"
        "scope: {statement: Services}\nunits: [{id: U-1, title: One}]\n",
        "roles.yaml": "kind: roles\nid: ROLES-01\ntitle: R\nversion: '1'\n"
        "entries: [{id: RO-1, title: Lead, duties: [Leads], unit: U-1}]\n",
        "p.yaml": "kind: process\nid: PRO-01\ntitle: P\nversion: '1'\nprocess_type: core\n"
        "owner: RO-1\nco_owners: [U-1]\n",
        "o.yaml": "kind: objective\nid: QO-01\ntitle: O\nversion: '1'\nstatement: Fast\n"
        "policy_points: [PP-9]\nunits: [U-1]\nkpis:\n  - {id: KPI-1, title: K, measured_in: d,"
        " formula: maximize, aggregation: sum, targets: [{period: '2026', value: 1, up_to: 2}]}\n",
    }
    for name, text in files.items():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text(text)
    done = smm(
        *("init", "new", "--from", "old", "--name", "B", "--units", "X=Ex", "--lang", "en"),
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stderr
    made = qms_in(tmp_path / "new")
    assert made.things["PRO-01"].owner == "RO-1"
    assert made.things["PRO-01"].co_owners == ("X",)
    assert "QO-01" not in made.things
    assert "PP-9" in done.stdout


ASKED = ("id", "Dinas Contoh", "DC", "", "Kepala Dinas", "Rekaan Satu", "WIB", "SEK=Sekretariat")


def test_who_is_interrupted_is_offered_the_answers_again(tmp_path):
    kept = tmp_path / "q-answers.yaml"
    done = smm("init", "q", cwd=tmp_path, typed=(*ASKED, "LAY=Bidang Layanan"))  # then no more
    assert done.returncode == 130
    assert str(kept) in done.stderr
    assert not (tmp_path / "q").exists()
    done = smm("init", "q", cwd=tmp_path, typed=["", "", "", "Pemkab"])  # cut off once more
    assert done.returncode == 130
    again = smm("init", "q", cwd=tmp_path, typed=["", *[""] * 12, "t"])
    assert again.returncode == 1
    assert "[LAY=Bidang Layanan]" in again.stdout
    assert str(kept) in again.stderr
    last = smm("init", "q", cwd=tmp_path, typed=["", *[""] * 12, "y"])
    assert last.returncode == 0, last.stderr
    assert not kept.exists()
    settings = qms_in(tmp_path / "q").settings
    assert [unit.id for unit in settings.units] == ["SEK", "LAY"]
    assert settings.organization.parent == "Pemkab"
    assert settings.organization.time_zone == "Asia/Jakarta"


def test_rows_of_before_can_be_left_out_and_an_empty_name_is_told(tmp_path):
    twice = ["", "Kultur", "Kultur"]
    smm("init", "q", cwd=tmp_path, typed=[*ASKED, *twice])  # cut off
    done = smm("init", "q", cwd=tmp_path, typed=["", *[""] * 9, "-", "", "", "", "y"])
    assert done.returncode == 0, done.stderr + done.stdout
    assert "ditiadakan dengan -" in done.stdout
    assert [
        one.title for one in qms_in(tmp_path / "q").things.values() if one.is_a == "service"
    ] == ["Kultur"]
    empty = smm("init", "z", cwd=tmp_path, typed=["id", "", "Dinas"])
    assert "jawabannya kosong" in empty.stdout + empty.stderr


def test_a_code_before_a_colon_and_the_name_of_a_unit_are_read_as_meant():
    units = read_units("HEM : Hematologi, KIM: Kimia klinik; Seksi: Umum")
    assert units == {"HEM": "Hematologi", "KIM": "Kimia klinik", "SU": "Seksi: Umum"}
    text = "Kimia Klinik: Glukosa, hematologi: Darah lengkap; Konsultasi: gizi"
    assert read_services(text, units) == (
        ("KIM", "Glukosa"),
        ("HEM", "Darah lengkap"),
        ("HEM", "Konsultasi: gizi"),
    )


def test_kept_answers_can_be_given_as_a_file(tmp_path):
    smm("init", "q", cwd=tmp_path, typed=[*ASKED, "", "SEK: Legalisasi", "", "40"])
    done = smm("init", "q", "--answers", "q-answers.yaml", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert qms_in(tmp_path / "q").settings.headcount == 40


@pytest.mark.parametrize("there", ["kind: qms\n", "# smm init\nunits: 7\n"])
def test_a_file_of_that_name_stops_nothing_and_that_of_a_person_is_left_alone(tmp_path, there):
    kept = tmp_path / "q-answers.yaml"
    kept.write_text(there)
    done = smm("init", "q", cwd=tmp_path, typed=(*ASKED, "", "", "", "", "y"))
    assert done.returncode == 0, done.stderr
    assert kept.exists() is there.startswith("kind")


def test_nothing_is_kept_where_nobody_is_asked(tmp_path):
    smm("init", "q", "--name", "X", "--units", "=", "--lang", "id", cwd=tmp_path)
    assert [*tmp_path.glob("*answers*")] == []
