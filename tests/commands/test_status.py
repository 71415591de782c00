"""`smm status`: one page of where the organization stands; `smm` says it in three lines."""

from __future__ import annotations

import json
import re

import pypdfium2
import pytest

from running import EXAMPLE, smm
from smmkit.analyses.audits import open_findings
from smmkit.analyses.cycle.followed import followed_findings
from smmkit.documents.finding import AuditFinding
from smmkit.reports.status.blocks import MOST


def data(*arguments: object) -> dict:
    """What programs get."""
    done = smm("status", EXAMPLE, "-f", "json", *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def test_the_example_is_at_its_internal_audits():
    found = data()
    assert [one["id"] for one in found["journey"] if not one["done"]] == ["C1"]
    assert found["step"] == "C1"
    assert found["next"]["how"] == "smm why juknis/C1"
    assert found["next"]["people"] == ["P-01"]
    assert found["numbers"]["open_findings"] == ["T-2020-04", "T-2021-01", "T-2021-02", "T-2021-03"]
    assert found["numbers"]["management_review_by"] == "2022-03-10"
    # it has targets since 2019 and no table: its value is as wanting as one that is late
    assert found["numbers"]["unmeasured_kpis"] == ["IKU-08"]
    certificate = found["numbers"]["certificates"][0]
    assert (certificate["id"], certificate["stands"]["course"]) == ("SERT-2020", "holds")
    assert certificate["next"]["planned"] == "2022-05-15"
    assert [one["dimension"] for one in found["dimensions"]] == [
        *("planning", "processing", "control", "correction", "quality-improvement")
    ]


@pytest.mark.parametrize(
    ("title", "statement", "counts"),
    [
        ("(isi) Judul", "(isi) Pernyataan", False),
        ("(fill in) Title", "(fill in) Statement", False),
        ("(isi) Judul", "Buku tamu kosong sejak Maret.", True),
        ("Buku tamu kosong", "(isi) Pernyataan", True),
        ("Kolom (isi) kosong", "Kolom (isi) pada formulir tidak diisi.", True),
    ],
)
def test_a_form_that_nobody_has_filled_in_is_no_open_finding(folder, title, statement, counts):
    text = f"kind: finding\nid: T-1\ntitle: {title}\ndate: 2026-02-01\naudit: A-1\ngrade: minor\n"
    qms = folder({"t.yaml": text + f"unit: U-1\nclause: '8.1'\nstatement: {statement}\n"})
    assert len(qms.of(AuditFinding)) == 1
    for found in (qms.fact(open_findings), followed_findings(qms)):
        assert bool(found) is counts


def test_all_agree_on_what_is_overdue():
    agenda = json.loads(smm("agenda", EXAMPLE, "-f", "json").stdout)
    assert data()["numbers"]["overdue"] == agenda["overdue"]
    said = smm(cwd=EXAMPLE).stdout
    assert f"{agenda['overdue']} things overdue" in said
    assert "4 open findings" in said
    assert "Step: C1 Internal audit twice a year." in said
    assert "(Ratna Cakrawala)" in said


def test_more_are_told_than_shown_as_many_as_the_agenda_has():
    shown = len(json.loads(smm("agenda", EXAMPLE, "-f", "json").stdout)["entries"])
    said = smm("status", EXAMPLE, "--lang", "en").stdout
    assert f"{shown - MOST} more: smm agenda" in said


def test_a_unit_and_a_person_have_their_part():
    whole, unit, person = data(), data("--unit", "MUT"), data("--person", "P-05")
    assert unit["numbers"]["open_findings"] == ["T-2020-04"]
    assert person["numbers"]["open_findings"] == ["T-2020-04"]
    assert 0 < unit["numbers"]["overdue"] < whole["numbers"]["overdue"]
    assert unit["journey"] == whole["journey"]


@pytest.mark.parametrize("form", ["txt", "html", "json", "xlsx", "pdf"])
def test_every_format(tmp_path, form):
    file = tmp_path / f"a.{form}"
    done = smm("status", EXAMPLE, "-o", file)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert file.stat().st_size > 500


@pytest.mark.parametrize("language", ["en", "id"])
def test_for_the_head_it_is_one_page(tmp_path, language):
    smm("status", EXAMPLE, "--brief", "--lang", language, "-o", tmp_path / "a.pdf")
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as pages:
        assert len(pages) == 1


def test_a_folder_just_begun_is_at_the_first_step(tmp_path):
    smm("init", "q", "--name", "Dinas Contoh", cwd=tmp_path)
    done = smm("status", "q", "-f", "json", cwd=tmp_path)
    found = json.loads(done.stdout)
    assert found["step"] == found["journey"][0]["id"]
    assert found["next"]["how"]
    done = smm("status", "q", cwd=tmp_path)
    assert done.returncode == 0
    # what no standard of it asks for is no table of noughts
    assert "five dimensions" not in done.stdout
    # whose name nobody has written yet is called by the id, not by the blank
    assert "(fill in)" not in done.stdout
    assert "(isi)" not in done.stdout


def test_without_the_guide_the_steps_are_those_of_the_certification(qms):
    text = (qms / "qms.yaml").read_text("utf-8")
    (qms / "qms.yaml").write_text(
        text.replace("standards: [iso9001-2015, juknis]", "standards: [iso9001-2015]"), "utf-8"
    )
    found = json.loads(smm("status", qms, "-f", "json").stdout)
    assert [one["id"] for one in found["journey"]] == [
        *("registration", "stage-1", "stage-2", "surveillance")
    ]
    # its certificate puts behind what led to it; the steps are said in words
    assert (found["step"], [one["done"] for one in found["journey"]][:3]) == (
        "surveillance",
        [True] * 3,
    )
    said = smm("status", qms, "--lang", "id").stdout
    lead = r"Siap untuk +3 dari 4: registrasi, audit tahap 1, audit tahap 2"
    assert re.search(lead, said)


@pytest.mark.parametrize(
    ("status", "day", "step"),
    [
        ("suspended", "2021-06-30", "surveillance"),  # was sent back to its registration
        ("active", "2023-10-29", "surveillance"),  # the last day on which it can be restored
        ("active", "2023-10-30", "registration"),
    ],
)
def test_a_certificate_that_can_be_taken_up_again_is_not_begun_anew(qms, status, day, step):
    for name, old, new in (
        ("qms.yaml", "standards: [iso9001-2015, juknis]", "standards: [iso9001-2015]"),
        (
            "sertifikat/SERT-2020.yaml",
            "cycle: three",
            f"changes: [{{on: 2021-06-01, status: {status}}}]\ncycle: three",
        ),
    ):
        text = (qms / name).read_text("utf-8")
        assert old in text
        (qms / name).write_text(text.replace(old, new), "utf-8")
    found = json.loads(smm("status", qms, "-f", "json", "--as-of", day).stdout)
    assert found["step"] == step


def test_a_journey_of_the_folder_goes_before(qms):
    (qms / "standards").mkdir(exist_ok=True)
    (qms / "standards/perjalanan.yaml").write_text(
        "kind: journey\nid: ours\nstandard: juknis\nsteps:\n"
        "  - {id: X1, title: {en: Ours, id: Kami}, command: smm list,"
        " criteria: [{id: X, text: {en: x, id: x}, certified: true}]}\n"
    )
    found = json.loads(smm("status", qms, "-f", "json").stdout)
    assert [(one["id"], one["title"], one["done"]) for one in found["journey"]] == [
        ("X1", "Ours", True)
    ]
    assert found["step"] is None
    assert "every step is done" in smm("status", qms).stdout


def test_a_broken_file_is_told(qms):
    (qms / "sop/rusak.yaml").write_text("kind: [")
    done = smm("status", qms)
    assert done.returncode == 1
    assert "sop/rusak.yaml" in done.stdout
    assert "1 file, of which nothing is counted here" in done.stdout.partition("The journey")[0]


def test_a_step_without_a_number_is_said_in_words_and_no_git_is_not_spoken_of(tmp_path):
    smm("init", tmp_path / "q", "--name", "X", "--lang", "id")
    home = tmp_path / "q/qms.yaml"
    home.write_text(home.read_text("utf-8").replace(", juknis]", "]"), "utf-8")
    said = smm("status", tmp_path / "q", "--as-of", "2026-03-02", "--lang", "id").stdout
    assert "menyiapkan registrasi" in said
    assert "menyiapkan audit tahap 1" in said
    assert "menyiapkan stage-1" not in said
    assert "git" not in said
    assert "commit" not in said
