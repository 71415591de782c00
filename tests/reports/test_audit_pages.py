"""Planning audits: gaps by name, auditors who may, and plans that close what they say they close."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from folders import home, lay
from running import EXAMPLE, smm
from smmkit.analyses.auditing.checklist import checklist
from smmkit.analyses.auditing.clauses import (
    CYCLE,
    clauses_covered,
    concerned,
    missing_in_cycle,
)
from smmkit.analyses.auditing.coverage import half_of, open_plans
from smmkit.analyses.auditing.own_numbers import own_number
from smmkit.analyses.auditing.plan import able, belongs, coming, proposals, weight
from smmkit.analyses.auditing.trails import trails
from smmkit.calendar_ends import months_after
from smmkit.files.tree import Disk, Memory
from smmkit.loading.folder import load
from smmkit.qms import Qms
from smmkit.standards.rehearsals import shipped_rehearsals


def test_the_gaps_of_the_example() -> None:
    told = json.loads(smm("audit", EXAMPLE, "-f", "json").stdout)
    units = {one["unit"]: one for one in told["units"]}
    assert units["MUT"]["held"] == {"2019-H1": ["AI-2019-1"], "2020-H2": ["AI-2020-1"]}
    assert units["MUT"]["planned"] == {"2021-H2": ["RA-2021-3"]}
    assert "4.1" in told["clauses_missing"]
    assert "7.2" not in told["clauses_missing"]


def test_processes_are_reached_by_name_or_by_their_unit(qms: Path) -> None:
    def told() -> dict[str, dict[str, dict[str, list[str]]]]:
        found = json.loads(smm("audit", qms, "-f", "json").stdout)["processes"]
        return {one["process"]: one for one in found}

    owned = {
        one.id for one in load(Disk(qms)).documents if one.kind == "process" and one.owner == "MUT"
    }
    assert owned
    for id_ in owned:
        assert "AI-2020-1" in told()[id_]["held"]["2020-H2"]
    other = next(id_ for id_ in sorted(told()) if id_ not in owned)
    path = qms / "audit" / "ai-2020-1.yaml"
    text = path.read_text("utf-8").replace(
        "units: [MUT, PPI]\nauditors", f"units: [MUT, PPI]\nprocesses: [{other}]\nauditors"
    )
    path.write_text(text, encoding="utf-8")
    assert "AI-2020-1" in told()[other]["held"]["2020-H2"]
    for id_ in owned:
        assert "AI-2020-1" not in told()[id_]["held"].get("2020-H2", [])


def test_a_held_audit_is_no_plan_any_more(qms: Path) -> None:
    path = qms / "audit" / "ai-2020-1.yaml"
    text = path.read_text("utf-8").replace("planned: RA-2020-4", "planned: RA-2021-3")
    path.write_text(text, encoding="utf-8")
    told = json.loads(smm("audit", qms, "-f", "json").stdout)
    assert {one["unit"]: one for one in told["units"]}["MUT"]["planned"] == {}


def test_nobody_audits_the_own_unit_and_the_load_is_shared() -> None:
    qms = load(Disk(EXAMPLE))
    found = proposals(qms)
    assert found
    for one in found:
        assert one.auditors
        day = max(one.half.since, qms.as_of)
        assert not any(belongs(qms, person, one.unit.id, day) for person in one.auditors)
    jobs = [person for one in found for person in one.auditors]
    assert jobs.count("P-13") == 5, "alone in date to the last day of June 2022"
    for one in found:
        others = set(able(qms, one.unit.id, one.half)).difference(one.auditors)
        most = max(map(jobs.count, one.auditors))
        assert most - min(map(jobs.count, others), default=most) <= 1


def test_the_same_every_time_and_never_audited_first() -> None:
    first, second = (proposals(load(Disk(EXAMPLE))) for _ in range(2))
    assert first == second
    assert first[0].unit.id == "BKD"
    assert "4.1" in first[0].clauses


def test_with_the_entries_in_the_programme_the_gaps_are_closed(qms: Path) -> None:
    entries = smm("audit", "plan", qms, "--yaml").stdout
    programme = (
        "kind: audit-programme\nid: PRG-NEW\ntitle: New\nversion: '1'\nsince: 2021-07-01\n"
        "until: 2022-06-30\n" + entries
    )
    tree = Memory({"audit/new.yaml": programme.encode()}, Disk(qms))
    new = load(tree)
    assert not [stub for stub in new.stubs if stub.path == "audit/new.yaml"]
    programmes = [one for one in new.documents if one.id == "PRG-NEW"]
    assert len(programmes[0].entries) == len(proposals(load(Disk(qms))))  # type: ignore[attr-defined]
    assert proposals(new) == []  # though nobody has approved it yet


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2021, 1, 1), "2021-H1"),
        (date(2021, 5, 31), "2021-H1"),
        (date(2021, 6, 1), "2021-H2"),
        (date(2021, 12, 1), "2021-H2"),
        (date(2021, 12, 2), "2022-H1"),
    ],
)
def test_a_half_year_counts_while_a_month_is_left(day: date, first: str) -> None:
    assert str(coming(day)[0]) == first


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("words", [(), ("plan",)])
def test_the_ends_of_the_calendar_are_no_fault(words: tuple[str, ...], day: str) -> None:
    assert smm("audit", *words, EXAMPLE, "--as-of", day).returncode == 0


def test_a_half_year_ends_with_june() -> None:
    assert str(half_of(date(2020, 6, 30))) == "2020-H1"
    assert str(half_of(date(2020, 7, 1))) == "2020-H2"


@pytest.mark.parametrize(("day", "is_open"), [("2021-11-12", True), ("2021-11-13", False)])
def test_a_plan_is_open_until_its_last_day(day: str, is_open: bool) -> None:
    found = open_plans(load(Disk(EXAMPLE), date.fromisoformat(day)))
    assert any(entry.id == "RA-2021-3" for entry, _ in found) is is_open


def test_a_clause_is_missing_once_a_cycle_has_passed_since_it_was_asked_about() -> None:
    qms = load(Disk(EXAMPLE))
    asked = next(one for one in clauses_covered(qms) if one.last)
    last = months_after(asked.last, CYCLE)
    for day, is_missing in [(last, False), (last + timedelta(1), True)]:
        missing = missing_in_cycle(load(Disk(EXAMPLE), day))
        assert any(one.clause.id == asked.clause.id for one in missing) is is_missing


def test_half_years_touch_without_a_gap() -> None:
    half = half_of(date(2020, 2, 29))
    for _ in range(6):
        assert half.next.since == half.until + timedelta(1)
        half = half.next


def test_the_checklist_of_a_plan_asks_its_clauses_and_what_is_open() -> None:
    told = json.loads(smm("audit", "checklist", "RA-2021-3", EXAMPLE, "-f", "json").stdout)
    clauses = {one["clause"] for one in told["lines"]}
    assert {"8.2.1", "8.5.2", "9.1.2"} <= clauses
    assert "4.1" not in clauses
    assert any("T-2020-04" in one["look_at"] for one in told["lines"])


def test_where_nobody_may_audit_it_is_said(qms: Path) -> None:
    for path in (qms / "pelatihan").glob("*.yaml"):
        text = path.read_text("utf-8").replace("internal-auditors", "all-staff")
        path.write_text(text, encoding="utf-8")
    shown = smm("audit", "plan", qms, "--lang", "en").stdout
    assert "nobody may" not in shown  # the register of competences shows it, as SMM736 has it
    (qms / "pelatihan" / "KOM-01.yaml").unlink()
    told = smm("audit", "plan", qms, "--lang", "en").stdout
    assert "nobody may" in told


def test_clauses_for_which_there_is_no_room_are_named(tmp_path: Path) -> None:
    lay(tmp_path, {"qms.yaml": home("standards: [iso9001-2015]\n")})
    day = ("--as-of", "2026-03-02", "--lang", "en")
    found = smm("audit", "plan", tmp_path, *day)
    assert "nor in these audits: 7.4, 7.5.1" in " ".join(found.stdout.split())
    told = json.loads(smm("audit", "plan", tmp_path, "-f", "json", *day).stdout)
    asked = [clause for one in told["proposals"] for clause in one["clauses"]]
    assert told["clauses_left"][-1] == "10.3"
    assert not {*asked} & {*told["clauses_left"]}
    assert json.loads(smm("audit", "plan", EXAMPLE, "-f", "json").stdout)["clauses_left"] == []


def test_without_units_there_is_nothing_to_plan(tmp_path: Path) -> None:
    lay(tmp_path, {"qms.yaml": home("standards: [iso9001-2015]\n", units={})})
    told = smm("audit", "plan", tmp_path, "--as-of", "2026-03-02", "--lang", "en").stdout
    assert "there is no unit to audit" in told


def test_units_that_weigh_the_same_stand_in_their_own_order(tmp_path: Path) -> None:
    units = {f"U-{n}": f"Unit {n}" for n in (2, 10, 1)}
    lay(tmp_path, {"qms.yaml": home("standards: [iso9001-2015]\n", units=units)})
    qms = load(Disk(tmp_path), date(2026, 3, 2))
    assert [one.unit.id for one in proposals(qms)][:3] == ["U-2", "U-10", "U-1"]


@pytest.mark.parametrize("words", [(), ("plan",), ("checklist", "RA-2021-3")])
@pytest.mark.parametrize("form", ["html", "xlsx", "pdf", "csv", "docx"])
def test_drawn_in_every_format(words: tuple[str, ...], form: str, tmp_path: Path) -> None:
    assert smm("audit", *words, EXAMPLE, "-o", tmp_path / f"a.{form}").returncode == 0


def test_what_is_unknown_is_refused() -> None:
    assert smm("audit", "checklist", "NONE-1", EXAMPLE).returncode == 2
    assert smm("audit", "a", "b", EXAMPLE).returncode == 2


def test_with_room_for_them_no_clause_is_left_out() -> None:
    """Two half-years ask about every clause, however the units are spread over them."""
    qms = load(Disk(EXAMPLE))
    asked = [clause for one in proposals(qms) for clause in one.clauses]
    assert sorted(asked) == sorted(one.clause.id for one in clauses_covered(qms))


def test_a_clause_is_asked_where_it_belongs() -> None:
    """Who keeps no papers of a clause is asked about it only where nobody does, or there is no room."""
    qms = load(Disk(EXAMPLE))
    found = proposals(qms)
    planned = {one.unit.id for one in found}
    for one in found:
        for clause in one.clauses:
            units = qms.fact(concerned).get(("iso9001-2015", clause), planned) & planned or planned
            assert one.unit.id in units, clause


def test_a_clause_that_one_unit_was_asked_about_is_open_in_the_others() -> None:
    found = {one.clause.id: one for one in clauses_covered(load(Disk(EXAMPLE)))}
    assert found["8.5.3"].asked_in == ("PPI",)
    assert found["8.5.3"].not_in == ("SEK", "MUT")
    assert "MUT" not in found["8.5.1"].not_in, "asked there"
    assert "PPI" not in found["8.5.1"].not_in, "planned there"


def test_who_has_left_or_is_out_of_date_by_the_end_is_not_asked(qms: Path) -> None:
    people = qms / "orang.yaml"
    text = people.read_text("utf-8")
    held = "{role: Auditor internal, unit: SEK, since: 2019-03-25}"
    assert held in text
    people.write_text(
        text.replace(
            held, "{role: Auditor internal, unit: SEK, since: 2019-03-25, until: 2021-05-31}"
        ),
        encoding="utf-8",
    )
    asked = {person for one in proposals(load(Disk(qms))) for person in one.auditors}
    assert asked
    assert "P-08" not in asked


def test_a_second_plan_takes_no_id_of_the_first(qms: Path) -> None:
    first = smm("audit", "plan", qms, "--yaml").stdout
    one = first.split("  - id: ")[1].split("\n")[0]
    (qms / "audit" / "new.yaml").write_text(
        "kind: audit-programme\nid: PRG-NEW\ntitle: New\nversion: '1'\nsince: 2021-07-01\n"
        f"until: 2022-06-30\nentries:\n  - id: {one}\n    title: A\n    audit_type: internal\n"
        "    period: 2021-Q3\n    units: [KIN]\n",
        encoding="utf-8",
    )
    assert f"id: {one}\n" not in smm("audit", "plan", qms, "--yaml").stdout


def test_whose_training_runs_out_within_the_half_year_is_asked_last(qms: Path) -> None:
    for name in ("PLT-2020-1.yaml", "KOM-01.yaml"):
        path = qms / "pelatihan" / name
        text = path.read_text("utf-8")
        assert text.count("    until: 2023-10-21\n") == 1
        path.write_text(text.replace("until: 2023-10-21", "until: 2021-09-30"), encoding="utf-8")
    changed = load(Disk(qms))
    assert not changed.stubs
    found = proposals(changed)
    assert any("P-13" in one.auditors for one in proposals(load(Disk(EXAMPLE))))
    assert not [one for one in found if "P-13" in one.auditors]


@pytest.mark.parametrize("day", ["2021-07-01", "2021-12-20", "2022-03-10", "2022-07-01"])
def test_nobody_is_proposed_whom_the_programme_may_not_name(qms: Path, day: str) -> None:
    """A competence that ends between, and a team that another one follows."""
    old = qms / "tim" / "TIM-02.yaml"
    text = old.read_text("utf-8")
    new = text.replace("id: TIM-02", "id: TIM-09").replace("2020-10-26", "2022-01-01")
    assert "person: P-09" in new
    lay(
        qms / "tim",
        {
            "TIM-02.yaml": text.replace("until: 2023-12-31", "until: 2021-12-31"),
            "TIM-09.yaml": new.replace("person: P-09", "person: P-06"),
        },
    )
    entries = smm("audit", "plan", qms, "--yaml", "--as-of", day).stdout
    assert "P-13" in entries
    lay(
        qms,
        {
            "new.yaml": "kind: audit-programme\nid: PRG-NEW\ntitle: New\nversion: '1'\n"
            "since: 2021-01-01\nuntil: 2023-12-31\n" + entries
        },
    )
    said = smm("validate", qms, "--as-of", day, "--select", "SMM976", "--all").stdout
    assert "new.yaml" not in said


def test_half_years_are_said_in_words():
    shown = smm("audit", "plan", EXAMPLE, "--lang", "id").stdout
    assert "semester II 2021" in " ".join(shown.split())
    assert "2021-H2" not in shown.split("audits:")[0]


@pytest.mark.parametrize(
    ("last", "day", "months"),
    [
        # counted from the first day of the half-year it would be nine
        (date(2026, 3, 3), date(2026, 10, 1), 6),
        (date(2026, 3, 3), date(2026, 10, 3), 7),
        (date(2025, 8, 31), date(2026, 2, 27), 5),
        (date(2025, 8, 31), date(2026, 2, 28), 6),
    ],
)
def test_the_months_since_an_audit_are_those_since_its_last_day(
    folder: Callable[..., Qms], last: date, day: date, months: int
) -> None:
    audit = f"kind: audit\nid: A-1\ntitle: A\ndate: {last}\naudit_type: internal\nunits: [U-1]\n"
    qms = folder({"a.yaml": audit}, day)
    assert weight(qms, "U-1").months == months


def test_what_is_seen_in_a_unit_stands_below_a_clause_that_the_standard_has(tmp_path: Path) -> None:
    """ISO/IEC 27001 has a 9.1 and no 9.1.1, and no 8.5; its 8.2 is about threats, not about customers."""
    asked = ["9.1.1", "8.5.1", "6.1.2", "A.5.1", "8.2.2", "4.4.1", "10.2.1"]
    found = {}
    both = "iso27001-2022, iso9001-2026"
    for standard in ("iso9001-2015", "iso27001-2022", both):
        lay(tmp_path / standard, {"qms.yaml": home(f"standards: [{standard}]\n")})
        qms = load(Disk(tmp_path / standard), date(2026, 3, 2))
        found[standard] = [own_number(qms, one) for one in asked]
    assert found["iso9001-2015"] == asked
    assert found["iso27001-2022"] == ["9.1", "8", "6.1.2", "A.5.1", "8", "4.4", "10.2"]
    assert found[both][:2] == ["iso9001-2026/9.1.1", "iso9001-2026/8.5.1"]


AUDITED = "kind: audit\nid: {id}\ntitle: A\ndate: {day}\naudit_type: {sort}\nunits: [U-1]\n"
SUGGESTED = """\
kind: finding
id: T-1
title: Merge the forms
date: 2025-01-20
audit: A-1
grade: improvement
clause: "8.2.1"
unit: U-1
statement: Three forms ask the same
closed: {closed}
"""


@pytest.mark.parametrize(
    ("closed", "sort", "again"),
    [
        ("2025-01-20", "surveillance", False),  # before the auditor had left
        ("2025-01-21", "surveillance", True),
        ("2025-11-30", "surveillance", True),
        ("2025-06-02", "internal", True),
        ("2025-06-01", "internal", False),  # the internal audit of that day has seen it
    ],
)
def test_what_was_closed_since_the_last_audit_of_that_side_is_looked_at_again(
    folder: Callable[..., Qms], closed: str, sort: str, again: bool
) -> None:
    qms = folder(
        {
            "a1.yaml": AUDITED.format(id="A-1", day="2025-01-20", sort="surveillance"),
            "a2.yaml": AUDITED.format(id="A-2", day="2025-06-01", sort="internal"),
            "a3.yaml": AUDITED.format(id="A-3", day="2026-01-15", sort=sort),
            "t1.yaml": SUGGESTED.format(closed=closed),
        },
        date(2026, 1, 15),
    )
    asked = checklist(qms, qms.things["A-3"])
    assert any(line.look == ("T-1",) for line in asked) is again


@pytest.mark.parametrize("standards", ["iso27001-2022", "iso27001-2022, iso9001-2015"])
def test_a_rehearsal_asks_by_numbers_that_the_qms_knows(tmp_path: Path, standards: str) -> None:
    lay(tmp_path / "q", {"qms.yaml": home(f"standards: [{standards}]\n")})
    qms = load(Disk(tmp_path / "q"), date(2026, 3, 2))
    for trail in trails(qms, shipped_rehearsals()["usual"], 1):
        for stop in trail.stops:
            standard, number = qms.clause(stop.clause, qms.settings)
            assert standard is not None
            assert standard.has(number)


def test_a_team_of_two_is_proposed_up_to_the_day_on_which_a_training_ends() -> None:
    day = ("--as-of", "2021-10-11")
    told = json.loads(smm("audit", "plan", EXAMPLE, "-f", "json", *day).stdout)
    assert {len(one["auditors"]) for one in told["proposals"]} == {2}
    assert "    until: 2022-03-20\n" in smm("audit", "plan", EXAMPLE, "--yaml", *day).stdout
    shown = smm("audit", "plan", EXAMPLE, "--lang", "en", *day).stdout
    assert "by 20 March 2022, when a training ends" in " ".join(shown.split())
