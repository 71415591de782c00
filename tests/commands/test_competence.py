"""smm competence: verdicts at their edges, people named to readers alone, whom trainings reached."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from folders import home, lay
from running import EXAMPLE, example_on, smm
from smmkit.analyses.people.competence_matrix import policy_reach, reaches
from smmkit.documents.policy import QualityPolicy
from smmkit.documents.submission import Shown
from smmkit.documents.training import Training
from smmkit.files.tree import Disk
from smmkit.loading.folder import load
from smmkit.reports.competence import CompetenceReport

REGISTER = """\
kind: competences
id: KOM-09
title: Kompetensi
version: "1"
entries:
  - {id: KP-901, title: Hitung, person: P-05, level: 3, level_held: 3, sufficient: true, until: 2021-06-29}
  - {id: KP-902, title: Hitung, person: P-06, level: 3, level_held: 3, sufficient: true, until: 2021-06-30}
  - {id: KP-903, title: Hitung, person: P-07, level: 3, level_held: 3, sufficient: true, until: 2021-09-28}
  - {id: KP-904, title: Hitung, person: P-08, level: 3, level_held: 3, sufficient: true, until: 2021-09-29}
  - {id: KP-905, title: Hitung, person: P-09, level: 3, level_held: 2, sufficient: true}
  - {id: KP-906, title: Membaca, role: ROLE-06, required: sertifikat, sufficient: true}
training_plan:
  - {id: RP-901, title: Kursus, due: 2021-06-01, competences: [KP-905]}
"""


def told(folder: Path) -> dict[str, Any]:
    done = smm("competence", folder, "-f", "json")
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture
def register(qms: Path) -> Path:
    (qms / "pelatihan" / "KOM-09.yaml").write_text(REGISTER, encoding="utf-8")
    return qms


def test_the_example_lacks_one() -> None:
    found = told(EXAMPLE)
    assert [one["id"] for one in found["competences"] if one["verdict"] != "enough"] == ["KP-11"]
    assert found["without_any"] == []


def test_the_verdict_at_its_edges(register: Path) -> None:
    verdicts = {one["id"]: one["verdict"] for one in told(register)["competences"]}
    assert {id_: verdicts[id_] for id_ in verdicts if id_ > "KP-9"} == {
        "KP-901": "lapsed",
        "KP-902": "lapses-soon",
        "KP-903": "lapses-soon",
        "KP-904": "enough",
        "KP-905": "gap",
        "KP-906": "enough",
    }


def test_a_role_means_those_who_hold_it(register: Path) -> None:
    one = next(one for one in told(register)["competences"] if one["id"] == "KP-906")
    assert one["holders"] == ["P-07", "P-08", "P-09", "P-13"]


def test_who_holds_a_role_without_any_competence_is_told(qms: Path) -> None:
    path = qms / "pelatihan" / "KOM-01.yaml"
    path.write_text(
        path.read_text("utf-8").replace("person: P-08", "person: P-02"), encoding="utf-8"
    )
    assert told(qms)["without_any"] == ["P-08"]


def test_a_planned_training_stands_until_it_is_held(register: Path) -> None:
    assert told(register)["planned"] == ["RP-901"]


def test_whom_trainings_reached() -> None:
    found = {one["id"]: one for one in told(EXAMPLE)["trainings"]}
    assert found["PLT-2019-1"]["share"] == 90.7
    assert found["PLT-2021-1"]["units_not_reached"] == ["BKM"]
    assert found["PLT-2019-3"]["share"] is None


def test_a_training_has_reached_people_from_its_day_on() -> None:
    first = min(one.date for one in example_on().of(Training) if one.attendance)
    assert reaches(example_on(first))
    assert reaches(example_on(first - timedelta(1))) == []


def test_a_training_of_which_nobody_wrote_who_came_was_held_all_the_same(qms: Path) -> None:
    text = (
        "kind: training\nid: PLT-{n}\ntitle: {title}\ndate: 2021-06-01\ntraining_type: course\n"
        "topic: {title}\naudience: [all-staff]\n"
    )
    titles = {8: "(isi) Judul", 9: "Arsip"}
    lay(qms, {f"{n}.yaml": text.format(n=n, title=title) for n, title in titles.items()})
    [found] = [one for one in told(qms)["trainings"] if one["id"] in {"PLT-8", "PLT-9"}]
    assert (found["attended"], found["share"]) == (None, None)


def test_a_policy_is_made_known_to_units_from_that_day_on() -> None:
    [policy] = example_on().of(QualityPolicy)
    first = min(one.on for one in policy.communicated)
    before, then = (
        {unit for _, units in policy_reach(example_on(day)) for unit in units}
        for day in (first - timedelta(1), first)
    )
    assert then < before


def test_people_are_named_to_readers_and_not_to_programs() -> None:
    assert "Ratna Cakrawala (P-01)" in smm("competence", EXAMPLE).stdout
    shown = smm("competence", EXAMPLE, "-f", "json").stdout
    assert "P-01" in shown
    assert "Ratna" not in shown


def test_where_people_appear_by_their_codes_the_matrix_has_no_name() -> None:
    qms = replace(load(Disk(EXAMPLE)), people=Shown.CODES)
    page = str(CompetenceReport(qms).page(None))
    assert "P-01" in page
    assert "Ratna" not in page


def test_nothing_written_is_said_and_no_fault(tmp_path: Path) -> None:
    (tmp_path / "qms.yaml").write_text(
        "kind: qms\nid: Q\ntitle: Q\nversion: '1'\nsmmkit: 2\n"
        "organization: {name: B, short_name: B, head: H}\nscope: {statement: S}\n",
        encoding="utf-8",
    )
    assert "no competence is written" in smm("competence", tmp_path).stdout


@pytest.mark.parametrize("form", ["html", "xlsx", "pdf", "csv", "docx"])
def test_drawn_in_every_format(form: str, tmp_path: Path) -> None:
    assert smm("competence", EXAMPLE, "-o", tmp_path / f"k.{form}").returncode == 0


def test_without_a_register_of_roles_whoever_holds_one_is_asked_for(tmp_path: Path) -> None:
    people = (
        "kind: people\nid: ORG-1\ntitle: P\nversion: '1'\nentries:\n"
        "  - {id: P-1, title: A, assignments: [{role: Clerk, unit: U-1, since: 2020-01-01}]}\n"
        "  - {id: P-2, title: B, assignments: [\n"
        "      {role: Clerk, unit: U-1, since: 2019-01-01, until: 2020-01-01}]}\n"
    )
    folder = lay(tmp_path / "q", {"qms.yaml": home(), "p.yaml": people})
    assert told(folder)["without_any"] == ["P-1"]
