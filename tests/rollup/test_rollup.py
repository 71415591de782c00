"""Many agencies: one small row each, the same however it is made; a broken one is its own bad row."""

from __future__ import annotations

import json
import zipfile
from datetime import date
from functools import cache
from pathlib import Path

import openpyxl
import pikepdf
import pytest

from folders import lay
from running import EXAMPLE, smm
from smmkit.analyses.agenda.agenda import agenda
from smmkit.analyses.status.numbers import Whose, numbers
from smmkit.console.opening import today_in
from smmkit.errors import SmmError
from smmkit.files.tree import Disk
from smmkit.loading.folder import load
from smmkit.page import Tone
from smmkit.reports.gap.ready import ReadyReport
from smmkit.reports.kpi.overview import KpiReport
from smmkit.rollup.gather import Way, gathered
from smmkit.rollup.places import places_in
from smmkit.rollup.row import Broken, Row, row_of
from smmkit.rollup.status_file import read, written
from smmkit.standards.readiness import Milestone
from smmkit.words import language

pytestmark = pytest.mark.long

DAY = date(2026, 3, 2)
HOME = """\
kind: qms
id: QMS-01
title: Q
version: "1"
smmkit: 2
organization: {name: Dinas %s, short_name: D%s, head: Kepala, language: id}
scope: {statement: Layanan}
units: [{id: U-1, title: Sekretariat}]
"""
FINDING = """\
kind: finding
id: F-%s
title: Finding %s
date: 2026-01-05
audit: AI-1
unit: U-1
grade: %s
clause: "8.5.1"
statement: missing
"""


def agencies(folder: Path, number: int) -> list[Path]:
    """So many agencies; the first has one finding open, the second two, and so on."""
    found = []
    for n in range(number):
        place = folder / f"a{n:03}"
        place.mkdir(parents=True)
        (place / "qms.yaml").write_text(HOME % (n, n), encoding="utf-8")
        for one in range(n % 3):
            text = FINDING % (one, one, "major" if one else "minor")
            (place / f"F-{one}.yaml").write_text(text, encoding="utf-8")
        found.append(place)
    return found


@cache
def example_status() -> str:
    """The status file of the example."""
    return written(row_of(load(Disk(EXAMPLE)), "x"), language("en"))


def test_the_row_of_the_example() -> None:
    qms = load(Disk(EXAMPLE))
    row = row_of(qms, "here")
    assert row.documents == len(qms.documents)
    assert (row.errors, row.open_findings, row.open_majors) == (0, 4, 0)
    assert (row.short_name, row.standard) == ("BKD Nusa Lestari", "iso9001-2015")
    assert row.kpis == 11
    assert row.certified_until == date(2023, 4, 29)
    # who is certified is not sent back to registration; the next step is that of the cycle
    assert (row.next_step, row.ready) == ("surveillance", ("registration", "stage-1", "stage-2"))


@pytest.mark.parametrize("day", [date(2019, 6, 30), date(2021, 6, 30)])
def test_a_row_counts_the_criteria_of_every_standard_as_the_readiness_does(day: date) -> None:
    qms = load(Disk(EXAMPLE), day)
    row = row_of(qms, "here")
    standard = qms.standard(row.standard)
    assert standard is not None
    ready = ReadyReport(qms, standard, Milestone(row.next_step)).found
    assert row.blockers == len(ready.blockers) > 0
    assert {one.standard.id for one in ready.blockers} - {row.standard}


@pytest.mark.parametrize("day", [date(2019, 6, 30), date(2019, 11, 1), date(2020, 4, 15)])
def test_a_row_counts_what_the_status_counts(day: date) -> None:
    qms = load(Disk(EXAMPLE), day)
    row, told = row_of(qms, "here"), numbers(qms, Whose(), agenda(qms))
    assert (row.overdue, row.open_findings) == (told.overdue, len(told.findings))
    assert (row.period, row.red, row.kpis) == (told.period, len(told.red), told.kpis)
    page = KpiReport(qms, told.period)
    assert (
        [one for one in page.counted if one.band and one.band.tone is Tone.BAD],
        len(page.counted),
    ) == (
        list(told.red),
        told.kpis,
    )


def test_what_was_done_well_is_no_open_finding(tmp_path: Path) -> None:
    (place,) = agencies(tmp_path, 1)
    (place / "F-P.yaml").write_text(FINDING % ("P", "P", "positive"), encoding="utf-8")
    row = row_of(load(Disk(place), DAY), "here")
    assert (row.open_findings, row.findings) == (0, ())


def test_a_status_file_says_the_same_again() -> None:
    row = row_of(load(Disk(EXAMPLE)), "here")
    assert read(written(row, language("en")).encode(), "here") == row


def test_a_hundred_agencies_are_the_same_however_they_are_made(tmp_path: Path) -> None:
    agencies(tmp_path, 100)
    places = places_in([tmp_path])
    assert len(places) == 100
    alone = gathered(places, DAY, today_in, Way(1))
    assert gathered(places, DAY, today_in, Way(2)) == alone
    assert [one.source for one in alone] == [str(place) for place in places]
    assert all(isinstance(one, Row) for one in alone)


def test_a_broken_agency_is_one_bad_row(tmp_path: Path) -> None:
    good, no_yaml, empty = agencies(tmp_path, 3)
    (no_yaml / "qms.yaml").write_text("kind: [", encoding="utf-8")
    (empty / "qms.yaml").unlink()
    (tmp_path / "x.zip").write_bytes(b"PK no zip")
    (tmp_path / "x.json").write_text("{", encoding="utf-8")
    found = smm(
        "rollup", good, no_yaml, empty, tmp_path / "x.zip", tmp_path / "x.json", "-f", "json"
    )
    told = json.loads(found.stdout)
    assert found.returncode == 1
    assert len(told["agencies"]) == 1
    assert [Path(one["source"]).name for one in told["broken"]] == [
        "a001",
        "a002",
        "x.zip",
        "x.json",
    ]
    assert "qms.yaml" in told["broken"][0]["reason"]


def test_an_agency_that_has_lost_its_settings_is_a_bad_row_and_no_gap(tmp_path: Path) -> None:
    _, lost, renamed = agencies(tmp_path, 3)
    (lost / "qms.yaml").unlink()
    (renamed / "qms.yaml").rename(renamed / "qms.yml")
    (tmp_path / ".git").mkdir()
    (tmp_path / "notes.txt").write_text("read me", encoding="utf-8")
    told = json.loads(smm("rollup", tmp_path, "-f", "json", "--as-of", "2026-03-02").stdout)
    assert len(told["agencies"]) == 1
    assert [Path(one["source"]).name for one in told["broken"]] == ["a001", "a002"]
    assert places_in([renamed]) == [renamed]


def test_agencies_of_several_provinces_are_all_found(tmp_path: Path) -> None:
    east, west = tmp_path / "country/east", tmp_path / "country/west"
    agencies(east, 2)
    agencies(west, 1)
    (east / "a001/qms.yaml").unlink()  # it has a file of its own, so it is one that was an agency
    (tmp_path / "country/empty").mkdir()
    for beside in ("README.md", "list.xlsx", "letter.pdf", ".gitignore"):
        (west / beside).write_text("of the province", encoding="utf-8")
    (west / "again").symlink_to(tmp_path)
    told = [one.relative_to(tmp_path / "country").as_posix() for one in places_in([tmp_path])]
    assert told == ["east/a000", "east/a001", "empty", "west/a000", "west/again"]


def test_a_zip_that_unpacks_to_too_much_says_so(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "b.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("A/data/status.json", b" " * 20_000_000)
    told = json.loads(smm("rollup", tmp_path / "b.zip", "-f", "json", "--lang", "en").stdout)
    assert "too large" in told["broken"][0]["reason"]


def test_fewer_open_findings_stand_before_more(tmp_path: Path) -> None:
    agencies(tmp_path, 6)
    told = json.loads(smm("rollup", tmp_path, "-f", "json", "--as-of", "2026-03-02").stdout)
    assert [one["short_name"] for one in told["agencies"]] == ["D0", "D3", "D1", "D4", "D2", "D5"]
    text = smm("rollup", tmp_path, "--lang", "en", "--as-of", "2026-03-02").stdout
    ranks = [
        line.split()[0] for line in text.splitlines() if line.strip().startswith(tuple("12345"))
    ]
    assert ranks[:6] == ["1", "1", "3", "3", "5", "5"]


def test_a_finding_that_cannot_be_read_gains_no_rank(tmp_path: Path) -> None:
    agencies(tmp_path, 5)
    hidden = tmp_path / "a004/F-0.yaml"  # the one open finding of D4; D0 and D3 have none
    hidden.write_text(hidden.read_text().replace("2026-01-05", "2026-02-31"))
    told = json.loads(smm("rollup", tmp_path, "-f", "json", "--as-of", "2026-03-02").stdout)
    assert [one["short_name"] for one in told["agencies"]] == ["D0", "D3", "D1", "D2", "D4"]
    text = smm("rollup", tmp_path, "--lang", "en", "--as-of", "2026-03-02").stdout
    assert "0; 1 file unreadable" in text


def test_a_bundle_tells_by_the_status_file_in_it(tmp_path: Path) -> None:
    text = written(row_of(load(Disk(EXAMPLE)), "x"), language("en"))
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("SUB-01/bagit.txt", "x")
        archive.writestr("SUB-01/data/status.json", text)
    folder = tmp_path / "unpacked" / "data"
    folder.mkdir(parents=True)
    (folder / "status.json").write_text(text, encoding="utf-8")
    found = gathered(places_in([tmp_path]), None, today_in, Way(1))
    assert [type(one) for one in found] == [Row, Row]


@pytest.mark.parametrize(
    "change",
    [
        {"schema": "other"},
        {"documents": "many"},
        {"documents": True},
        {"documents": -5},
        {"overdue": 10**30},
        {"proved": 101},
        {"proved": "NaN"},
        {"as_of": None},
        {"as_of": "2026-13-01"},
        {"findings": [1]},
        {"name": 7},
        {"name": "D" * 501},
    ],
)
def test_a_status_file_of_a_stranger_is_checked(change: dict[str, object]) -> None:
    values = json.loads(example_status()) | change
    with pytest.raises(ValueError, match=rf"^{'|'.join(change)}$"):  # no word of Python's own
        read(json.dumps(values).encode(), "x")


@pytest.mark.parametrize(
    "change",
    [
        {"name": "  "},
        {"unread": 999},
        {"measured": 99},
        {"red": 99},
        {"open_majors": 99},
        {"findings": []},
        {"ready": ["Z9"]},
        {"next_step": "Z9"},
        {"blockers": 0},
        {"certified_until": "2021-06-29"},
        {"next_day": "2021-06-29"},
        {"next_for": ""},
    ],
)
def test_a_status_file_that_contradicts_itself_is_refused(change: dict[str, object]) -> None:
    values = json.loads(example_status()) | change
    with pytest.raises(SmmError):
        read(json.dumps(values).encode(), "x")


def test_a_share_that_is_no_number_is_no_fault_of_ours() -> None:
    with pytest.raises(ValueError, match=r"^claimed$"):
        read(json.dumps(json.loads(example_status()) | {"claimed": float("nan")}).encode(), "x")


def test_of_agencies_with_several_standards_each_says_its_own(tmp_path: Path) -> None:
    values = json.loads(example_status())
    lay(tmp_path, {"a.json": json.dumps(values)})
    assert "Standard" not in smm("rollup", tmp_path / "a.json").stdout
    lay(tmp_path, {"b.json": json.dumps(values | {"name": "B", "standard": "iso9001-2026"})})
    said = smm("rollup", tmp_path / "a.json", tmp_path / "b.json").stdout
    assert "iso9001-2015" in said
    assert "iso9001-2026" in said


@pytest.mark.parametrize("data", [b"", b"[]", b"[" * 100_000, b"\xff", b" " * 1_000_001])
def test_what_is_no_status_file_is_refused(data: bytes) -> None:
    with pytest.raises((ValueError, SmmError)):
        read(data, "x")


def test_a_file_that_is_none_is_said_in_the_language_of_the_reader(tmp_path: Path) -> None:
    (tmp_path / "status.json").write_text("x", "utf-8")
    said = smm("rollup", tmp_path / "status.json", "--lang", "id").stdout
    assert "ini bukan kiriman utuh" in said
    assert "neither a whole bundle" not in said


def test_the_report_of_smm_status_is_known_for_what_it_is(tmp_path: Path) -> None:
    """It counts one agency in another shape; who is handed it learns what to ask for."""
    report = tmp_path / "dinas.json"
    assert smm("status", EXAMPLE, "-o", report).returncode == 0
    shown = smm("rollup", report, "--lang", "en").stdout
    assert "the report of smm status; take the folder, its bundle, or status.json" in " ".join(
        shown.split()
    )


def test_a_zip_that_says_less_than_it_holds_is_one_bad_row(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "b.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("b/data/status.json", b" " * 50_000_000)
    (one,) = gathered([tmp_path / "b.zip"], None, today_in, Way(1))
    assert isinstance(one, Broken)


@pytest.mark.parametrize("form", ["html", "xlsx", "pdf", "csv", "docx"])
def test_it_is_drawn_in_every_format(form: str, tmp_path: Path) -> None:
    agencies(tmp_path / "all", 2)
    out = tmp_path / f"r.{form}"
    assert smm("rollup", tmp_path / "all", "--detail", "-o", out).returncode == 0
    assert out.stat().st_size


def test_the_line_of_an_agency_leads_to_what_is_told_of_it(tmp_path: Path) -> None:
    """A name that is longer than a cell of LibreOffice shows leads there, too."""
    agencies(tmp_path / "in", 2)
    home = tmp_path / "in" / "a001" / "qms.yaml"
    long = "Dinas Kearsipan dan Perpustakaan Kabupaten Teluk Selatan"
    home.write_text(HOME.replace("D%s", long) % 1)
    found = {}
    for form, asked in {"html": (), "xlsx": (), "pdf": ("--detail",)}.items():
        found[form] = tmp_path / f"r.{form}"
        smm("rollup", tmp_path / "in", *asked, "--as-of", DAY, "-o", found[form])
    page = found["html"].read_text("utf-8")
    assert f'<a href="#agency_2">{long}</a>' in page
    assert '<h2 id="agency_2">Dinas 1</h2>' in page
    book = openpyxl.load_workbook(found["xlsx"])
    for cell in book.worksheets[1]["B"][1:]:
        sheet, place = next(iter(book.defined_names[cell.hyperlink.location].destinations))
        assert (cell.value, book[sheet][place].value) in {("D0", "Dinas 0"), (long, "Dinas 1")}
    with pikepdf.open(found["pdf"]) as pdf:
        links = [one for sheet in pdf.pages for one in sheet.get("/Annots", ())]
        assert len(links) == 2
        assert all("/URI" not in one.get("/A", {}) for one in links)


def test_a_real_cluster_makes_the_same_rows(tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed", reason="Dask is not installed")
    agencies(tmp_path, 20)
    places = places_in([tmp_path])
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as one:
        over = gathered(places, DAY, today_in, Way(1, one.scheduler_address))
    assert over == gathered(places, DAY, today_in, Way(1))


def test_a_scheduler_that_is_not_there_is_said(tmp_path: Path) -> None:
    pytest.importorskip("distributed", reason="Dask is not installed")
    agencies(tmp_path, 1)
    found = smm("rollup", tmp_path, "--scheduler", "tcp://127.0.0.1:9", "--lang", "en")
    assert found.returncode == 2
    assert "127.0.0.1:9" in found.stderr


def test_a_place_that_is_named_twice_is_one_and_an_agency_that_is_there_twice_is_told(
    tmp_path: Path,
) -> None:
    one, other = agencies(tmp_path / "all", 2)
    assert places_in([one.parent, one, one.parent / "x" / ".." / one.name, other]) == [one, other]
    again = tmp_path / "all" / "copy"
    again.mkdir()
    (again / "qms.yaml").write_bytes((one / "qms.yaml").read_bytes())
    said = smm("rollup", tmp_path / "all", "--lang", "en").stdout
    assert "More than once in the list, and in the sums: Dinas 0" in said
    assert "(copy)" in said
    assert f"({other.name})" not in said


def test_the_next_day_of_each_agency() -> None:
    row = row_of(load(Disk(EXAMPLE)), "here")
    told = json.loads(smm("agenda", EXAMPLE, "-f", "json").stdout)
    to_come = [one for one in told["entries"] if one["day"] >= str(row.as_of)]
    assert (str(row.next_day), row.next_for) == (to_come[0]["day"], to_come[0]["id"])


def test_a_status_of_long_ago_stands_with_its_day_and_a_certificate_that_has_ended_since(
    tmp_path: Path,
) -> None:
    (later,) = agencies(tmp_path, 1)
    kept = tmp_path / "kept.json"
    kept.write_text(example_status(), encoding="utf-8")
    said = " ".join(
        smm("rollup", kept, later, "--lang", "en", "--as-of", "2023-04-29").stdout.split()
    )
    assert "Day of judgement" in said
    assert "x 29 April 2023" not in said
    after = smm("rollup", kept, later, "--lang", "en", "--as-of", "2023-04-30").stdout
    assert "x 29 April 2023" in " ".join(after.split())
    assert "Day of judgement" not in smm("rollup", kept, "--lang", "en").stdout


def test_a_status_file_of_before_knows_no_next_day() -> None:
    row = row_of(load(Disk(EXAMPLE)), "here")
    told = json.loads(written(row, language("en")))
    del told["next_day"], told["next_for"]
    told["schema"] = "smmkit-status/1"
    older = read(json.dumps(told).encode(), "here")
    assert (older.next_day, older.next_for, older.overdue) == (None, "", row.overdue)


@pytest.mark.parametrize(("day", "sort"), [("2031-01-01", Broken), ("2021-06-30", Row)])
def test_a_status_of_a_day_to_come_is_one_bad_row(tmp_path: Path, day: str, sort: type) -> None:
    values = json.loads(written(row_of(load(Disk(EXAMPLE)), "x"), language("en")))
    (tmp_path / "s.json").write_text(json.dumps(values | {"as_of": day}), encoding="utf-8")
    (one,) = gathered([tmp_path / "s.json"], None, lambda _: date(2030, 12, 31), Way(1))
    assert isinstance(one, sort)


def test_a_bundle_with_two_status_files_is_one_bad_row(tmp_path: Path) -> None:
    text = written(row_of(load(Disk(EXAMPLE)), "x"), language("en"))
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("A/data/status.json", text)
        archive.writestr("B/data/status.json", text)
    (one,) = gathered([tmp_path / "b.zip"], None, today_in, Way(1))
    assert isinstance(one, Broken)


@pytest.mark.parametrize(
    ("home", "reason"),
    [
        ("kind: qms\nunits: [x\n", "the first: a `[` is opened here and never closed"),
        (HOME.replace("smmkit: 2", "smmkit: 99"), "the first: the folder has the format 99"),
    ],
)
def test_a_broken_qms_yaml_is_told_by_its_first_fault(
    home: str, reason: str, tmp_path: Path
) -> None:
    (tmp_path / "qms.yaml").write_text(home)
    (one,) = gathered([tmp_path], None, today_in, Way(1))
    assert reason in language("en").say(one.reason)
