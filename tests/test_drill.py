"""A folder is broken on purpose, fault by fault: what is noticed, and what is told of it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from folders import lay
from running import smm
from smmkit.analyses.kpis.series import series
from smmkit.analyses.lifecycle.state import standings
from smmkit.documents import Thing
from smmkit.documents.glossary import Glossary
from smmkit.documents.policy import QualityPolicy
from smmkit.drill.asked_before import WHOLE, Answer, Watched, lasting, may_last, told_still
from smmkit.drill.breaking import broken, spelled
from smmkit.drill.drilled import drilled, drills_of, guarded
from smmkit.drill.ground import Ground, Notice
from smmkit.files.tree import Disk, Memory
from smmkit.loading.folder import load
from smmkit.rules import rules
from smmkit.standards import shipped_standard
from smmkit.standards.drills import Break, shipped_drills

pytestmark = pytest.mark.long

ROOT = Path(__file__).parent.parent
DRILL = shipped_drills()["juknis"]
JUKNIS = shipped_standard("juknis")
DEMANDS = {one.id for clause in JUKNIS.clauses for one in clause.requirements}


@pytest.fixture(scope="module")
def example():
    return load(Disk(ROOT / "example-qms"), None, None, None)


@pytest.fixture(scope="module")
def outcomes(example):
    """What became of every fault, tried on the example."""
    return {one.fault.id: one for one in drilled(example, DRILL.breaks)}


@pytest.mark.parametrize("fault", [pytest.param(f, id=f.id) for f in DRILL.breaks])
def test_each_fault_is_noticed_by_what_is_named(outcomes, fault):
    found = outcomes[fault.id]
    assert found.notice is Notice.NOTICED
    assert fault.noticed_by
    assert set(fault.noticed_by) <= {*found.rules, *found.clauses}


ALONE = [shipped_drills()[id_] for id_ in ("iso9001-2015", "iso9001-2026")]


@pytest.fixture(scope="module")
def without_the_guide(tmp_path_factory):
    """The example as one that answers to one edition alone, and what became of every fault there."""
    found = {}
    for drill in ALONE:
        place = tmp_path_factory.mktemp("alone") / "qms"
        shutil.copytree(ROOT / "example-qms", place)
        home = place / "qms.yaml"
        text = home.read_text("utf-8")
        home.write_text(text.replace("[iso9001-2015, juknis]", f"[{drill.standard}]"), "utf-8")
        qms = load(Disk(place), None, None, None)
        assert [one.id for one in drills_of(qms)] == [drill.id]
        found[drill.id] = {one.fault.id: one for one in drilled(qms, drill.breaks)}
    return found


@pytest.mark.parametrize(
    ("drill", "fault"),
    [pytest.param(d.id, f, id=f"{d.id}-{f.id}") for d in ALONE for f in d.breaks],
)
def test_where_iso_alone_is_answered_to_each_fault_is_noticed_by_what_it_names(
    drill, fault, without_the_guide
):
    found = without_the_guide[drill][fault.id]
    assert found.notice is Notice.NOTICED
    assert set(fault.noticed_by) <= {*found.rules, *found.clauses}


def test_the_faults_of_a_guide_go_before_those_of_the_standard_that_it_is_about(example):
    assert [drill.id for drill in drills_of(example)] == ["juknis", "iso9001-2015"]


def test_each_fault_against_a_standard_names_demands_that_it_has():
    for drill in shipped_drills().values():
        standard = shipped_standard(drill.standard)
        demands = {one.id for clause in standard.clauses for one in clause.requirements}
        assert {id_ for fault in drill.breaks for id_ in fault.demands} <= demands
        assert len({fault.id for fault in drill.breaks}) == len(drill.breaks)
        assert all(fault.noticed_by and fault.text.en and fault.text.id for fault in drill.breaks)


def test_each_demand_has_a_fault_or_a_reason_and_few_have_only_a_reason(outcomes):
    shown = list(guarded(JUKNIS, DRILL, outcomes.values()))
    assert [one.requirement.id for one in shown] == [
        asked.id for clause in JUKNIS.clauses for asked in clause.requirements
    ]
    without = [one for one in shown if not one.outcomes]
    assert len(without) <= 5
    assert all(
        one.field_only and one.field_only.why.en and one.field_only.why.id for one in without
    )
    assert {id_ for fault in DRILL.breaks for id_ in fault.demands} <= DEMANDS


def test_each_fault_has_an_id_of_its_own_and_speaks_both_languages():
    assert len({fault.id for fault in DRILL.breaks}) == len(DRILL.breaks)
    assert all(fault.text.en and fault.text.id for fault in DRILL.breaks)
    codes = {rule.code for rule in rules()}
    named = {one for fault in DRILL.breaks for one in fault.noticed_by if one.startswith("SMM")}
    assert named <= codes


def test_trying_changes_nothing(example, outcomes):
    assert outcomes
    again = load(Disk(ROOT / "example-qms"), None, None, None)
    assert {d.path: d.source.values for d in example.documents} == {
        d.path: d.source.values for d in again.documents
    }


def test_what_rules_said_before_is_what_they_would_say_anew(example):
    quick, thorough = Ground(example), Ground(example)
    assert quick._answers
    anew = thorough._loaded
    thorough._answers = {}
    thorough._loaded = lambda new, gone, _: anew(new, gone, None)
    never = frozenset({("documents", WHOLE)})
    thorough._proved = {id_: replace(one, asked=never) for id_, one in quick._proved.items()}
    for tried in DRILL.breaks[::25]:
        assert quick.tried(tried) == thorough.tried(tried)


def test_several_processes_find_the_same(example, outcomes, monkeypatch):
    monkeypatch.setattr("smmkit.drill.drilled.FEW", 1)
    chosen, told = DRILL.breaks[::40], []
    found = drilled(example, chosen, lambda *way: told.append(way), workers=2)
    assert found == [outcomes[one.id] for one in chosen]
    assert (told[0], told[-1]) == ((1, len(chosen)), (len(chosen), len(chosen)))


PATH = "g.yaml"


def kept(before, now, asked, changed=()):
    """Whether an answer for which this was asked is kept."""
    known = {frozenset(asked): [Answer("SMM301", PATH, ())]}
    return bool(told_still(known, lasting(before, now, changed), changed))


def test_a_rule_is_asked_again_where_what_it_asked_for_is_another(folder):
    before = folder({PATH: GLOSSARY})
    same = load(before.tree, before.as_of, None, None, {d.path: d for d in before.documents})
    other = load(before.tree, before.as_of, None, None, dict(before.sources))
    entry = {("things", "T-1")}
    assert kept(before, same, entry)
    assert not kept(before, other, entry)
    assert not kept(before, same, entry, {PATH})
    assert not kept(before, same, entry, {"qms.yaml"})
    home = {("homes", "T-1")}
    assert kept(before, same, home)
    assert not kept(before, other, home)
    assert kept(before, other, {("as_of", WHOLE)})
    assert kept(before, other, {("series", "IKU-01")})
    assert kept(before, other, {("standings", "GLO-01")})
    kin = {("of", Glossary)}, {("by_kind", "glossary")}
    assert all(kept(before, same, one) for one in kin)
    assert not any(kept(before, other, one) for one in kin)
    assert kept(before, other, {("by_kind", "quality-policy"), ("of", QualityPolicy)})
    assert not kept(before, same, {("documents", WHOLE)})
    withdrawn = folder({PATH: GLOSSARY + "withdrawn: 2026-01-01\n"})
    assert not kept(before, withdrawn, {("standings", "GLO-01")})


def test_what_a_rule_asks_is_noted(folder):
    qms = folder({PATH: GLOSSARY})
    watched = Watched(qms)
    assert not watched.asked
    assert watched.get("T-1", Thing) is qms.things["T-1"]
    assert watched.homes["T-1"] == qms.homes["T-1"]
    assert watched.fact(standings)["GLO-01"] == qms.fact(standings)["GLO-01"]
    assert watched.fact(series).get("IKU-01") is None
    assert watched.asked == {
        *(("things", "T-1"), ("homes", "T-1"), ("standings", "GLO-01"), ("series", "IKU-01"))
    }
    assert all(map(may_last, watched.asked))
    assert len(list(watched.documents)) == len(qms.documents)
    assert not all(map(may_last, watched.asked))


VALUES = {
    "since": "2025-01-31",
    "gone": "soon",
    "members": [
        {"unit": "A", "on": "2025-02-01"},
        {"unit": "B", "lead": True},
        {"unit": "A", "tags": ["x", "y"]},
    ],
}


def fault(act: str, at: str, **more: object) -> Break:
    words = {"en": "It is broken", "id": "Rusak"}
    base = {"id": "f", "demands": ["A1-1"], "text": words, "kind": "team"}
    return Break.model_validate({**base, "act": act, "at": at, **more})


def units(values) -> list[str]:
    return [one.get("unit", "-") for one in values["members"]]


@pytest.mark.parametrize(
    ("tried", "left"),
    [
        (fault("drop", "members"), ["B", "A"]),
        (fault("drop", "members", same="unit"), ["B"]),
        (fault("drop", "members", only={"unit": ["A"]}), ["B", "A"]),
        (fault("drop", "members", only={"unit": ["A"]}, every=True), ["B"]),
        (fault("drop", "members", only={"lead": ["true"]}), ["A", "A"]),
        (fault("drop", "members", only={"tags": ["y"]}), ["A", "B"]),
        (fault("keep", "members", first=1), ["A"]),
        (fault("keep", "members"), []),
        (fault("clear", "members.unit"), ["-", "B", "A"]),
        (fault("clear", "members.unit", every=True), ["-", "-", "-"]),
        (fault("clear", "members.unit", only={"unit": ["B"]}), ["A", "-", "A"]),
        (fault("set", "members.unit", to="C"), ["C", "B", "A"]),
        (fault("set", "members.unit", to="A"), ["A", "A", "A"]),
        (fault("add", "members", to={"unit": "D"}), ["A", "B", "A", "D"]),
    ],
)
def test_a_fault_is_put_where_it_is_meant(tried, left):
    assert units(broken(VALUES, tried)) == left
    assert units(VALUES) == ["A", "B", "A"]


def test_a_day_is_moved():
    assert broken(VALUES, fault("shift", "since", days=1))["since"] == "2025-02-01"
    moved = broken(VALUES, fault("shift", "members.on", days=-32, every=True))
    assert moved["members"][0]["on"] == "2024-12-31"


@pytest.mark.parametrize(
    "tried",
    [
        fault("clear", "until"),
        fault("clear", "members.name"),
        fault("drop", "since"),
        fault("drop", "members", only={"unit": ["C"]}),
        fault("keep", "members", first=3),
        fault("set", "since", to="2025-01-31"),
        fault("shift", "gone", days=1),
        fault("shift", "since", days=10**9),
        fault("add", "since", to=1),
        fault("set", "since.deep", to=1),
    ],
)
def test_where_there_is_nothing_to_break_nothing_is_broken(tried):
    assert broken(VALUES, tried) is None


def test_words_stand_for_what_the_folder_has(folder):
    qms = folder({})
    units = [unit.id for unit in qms.settings.units]
    assert spelled("$^unit", qms) == units[0]
    assert spelled(["$unit"], qms) == [units[-1]]
    assert spelled(["$$unit"], qms) == units
    assert spelled({"on": "$day-1", "in": "$year+1"}, qms) == {
        "on": (qms.as_of.fromordinal(qms.as_of.toordinal() - 1)).isoformat(),
        "in": qms.as_of.year + 1,
    }
    assert spelled("$glossary", qms) == "GLOSSARY"
    assert [spelled(plain, qms) for plain in ("$5", "a $unit", True, 3)] == [
        "$5",
        "a $unit",
        True,
        3,
    ]


GLOSSARY = """\
kind: glossary
id: GLO-01
title: Words
version: "1"
entries:
  - {id: T-1, title: Mutu, meaning: needs met}
"""


def test_what_is_told_already_is_as_good_as_noticed(folder):
    ground = Ground(folder({"g.yaml": GLOSSARY + "review_by: 2020-01-01\n"}))
    absent = fault("clear", "entries.source", kind="glossary")
    assert ground.tried(absent).notice is Notice.ABSENT
    again = fault("set", "title", to="Other words", kind="glossary")
    assert ground.tried(again).notice is Notice.UNNOTICED
    told = again.model_copy(update={"noticed_by": ("SMM301",)})
    assert ground.tried(told).notice is Notice.TOLD


def test_a_text_that_is_changed_stays_approved(example):
    policy = next(d for d in example.documents if d.kind == "quality-policy")
    found = Ground(example).tried(fault("set", "title", to="Kebijakan", kind="quality-policy"))
    assert found.documents == (policy.id,)
    assert "SMM302" not in found.rules


def test_the_command_tells_and_leaves_with_one_where_something_goes_unnoticed(tmp_path):
    done = smm("drill", ROOT / "example-qms", "--demand", "A5-1", "--lang", "en")
    assert done.returncode == 0
    assert "Faults tried            4" in done.stdout
    done = smm("drill", ROOT / "example-qms", "--demand", "A5-1", "-f", "json")
    assert '"notice": "noticed"' in done.stdout
    wrong = smm("drill", ROOT / "example-qms", "--demand", "A9-9", "--lang", "en")
    assert wrong.returncode == 2
    assert "nothing is tried against A9-9" in wrong.stderr


def test_the_faults_of_the_folder_go_before_those_of_smmkit(qms):
    own = """\
kind: drill
id: juknis
standard: juknis
title: {en: Ours, id: Kami}
breaks:
  - id: other-title
    demands: [A1-1]
    text: {en: The glossary has another title, id: Judul glosarium lain}
    act: set
    kind: glossary
    at: title
    to: Other words
"""
    lay(qms, {"standards/drill.yaml": own, "g.yaml": GLOSSARY})
    done = smm("drill", qms, "--lang", "en")
    assert done.returncode == 1
    assert "The glossary has another title" in done.stdout


def test_a_fault_that_cannot_be_read_is_told():
    qms = load(Memory({"standards/d.yaml": "kind: drill\nid: x\n"}), date(2026, 3, 2))
    assert "standards/d.yaml" in {problem.path for _, problem in qms.found}
