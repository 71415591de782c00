"""Every demand of the implementation guide has a home that exists, or a reason why not."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from folders import SETTINGS, TODAY
from smmkit.analyses.gap.comparison import gap
from smmkit.analyses.leaving.selection import select
from smmkit.analyses.lifecycle.fingerprint import fingerprint
from smmkit.analyses.proof.naming import namings
from smmkit.analyses.proof.proof import evidence_for
from smmkit.bundle.bag import write
from smmkit.bundle.contents import contents
from smmkit.bundle.instructions import instructions
from smmkit.documents import KINDS, Record, class_of
from smmkit.files.tree import Memory
from smmkit.loading.folder import load
from smmkit.model.fields import fields_of
from smmkit.model.part import Dimension
from smmkit.standards import Home, Phase, Standard, shipped, shipped_standard
from smmkit.standards.drills import shipped_drills
from smmkit.standards.proof import Condition
from smmkit.words import Words, language

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "docs"))

from juknis_page import homeless, juknis_page, state  # noqa: E402

SECTIONS = [
    *("KP", "I.A", "I.B", "I.C", "I.D"),
    *("A1", "A2", "A3", "A4", "A5", "A6", "A7"),
    *("B1", "B2", "B3", "B4", "B5"),
    *("C1", "C2", "III"),
]
SUBMISSION = """\
kind: submission
id: S-1
title: S
date: 2026-03-01
recipient: B
classification: open
"""


@pytest.fixture(scope="module")
def juknis() -> Standard:
    return shipped_standard("juknis")


@pytest.fixture(scope="module")
def bundle(tmp_path_factory) -> set[str]:
    """The names of the files of a bundle, made of a folder that has hardly anything to send."""
    tmp_path = tmp_path_factory.mktemp("bundle")
    classes = "classes: [{id: open, title: O, outside: true}]\n"
    qms = load(Memory({"qms.yaml": SETTINGS + classes, "s.yaml": SUBMISSION}), TODAY)
    assert not qms.found
    (asked,) = [d for d in qms.documents if d.id == "S-1"]
    payload = contents(qms, select(qms, asked), qms.standard("juknis"), None, {})
    write(tmp_path / "b", payload, [], {"VERIFY.txt": instructions(language("id"))})
    made = (file.relative_to(tmp_path / "b") for file in (tmp_path / "b").rglob("*"))
    return {file.as_posix().removeprefix("data/") for file in made}


def asked(standard: Standard):
    return [(clause, one) for clause in standard.clauses for one in clause.requirements]


def test_every_demand_has_a_home_that_exists(juknis, bundle):
    assert homeless(juknis, bundle) == []


def test_every_section_of_the_guide_is_there(juknis):
    assert [clause.id for clause in juknis.clauses] == SECTIONS
    assert len(asked(juknis)) >= 64
    assert all(one.text.en and one.text.id for _, one in asked(juknis))


def test_every_dimension_and_every_phase_is_asked_for(juknis):
    assert {one.dimension for _, one in asked(juknis)} == set(Dimension)
    assert {clause.phase_of(one) for clause, one in asked(juknis)} == set(Phase)


def changed(standard: Standard, id: str, **values: object) -> Standard:
    """The same pack with one demand that says something else."""
    clauses = tuple(
        clause.model_copy(
            update={
                "requirements": tuple(
                    one.model_copy(update=values) if one.id == id else one
                    for one in clause.requirements
                )
            }
        )
        for clause in standard.clauses
    )
    return standard.model_copy(update={"clauses": clauses})


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"met_by": None}, "has no home and no reason"),
        ({"met_by": Home()}, "has no home and no reason"),
        ({"dimension": None}, "has no dimension"),
        ({"met_by": Home(kinds=("policy",))}, "there is no kind or field policy"),
        ({"met_by": Home(kinds=("qms.aim",))}, "there is no kind or field qms.aim"),
        ({"met_by": Home(kinds=("qms.purpose.x",))}, "there is no kind or field qms.purpose.x"),
        ({"met_by": Home(kinds=("audit.agenda.x",))}, "there is no kind or field audit.agenda.x"),
        ({"met_by": Home(commands=("report",))}, "there is no command report"),
        ({"met_by": Home(outputs=("report: nothing",))}, "nothing gives report: nothing"),
        ({"met_by": Home(outputs=("sheet: spot-check",))}, "nothing gives sheet: spot-check"),
        ({"met_by": Home(outputs=("bundle: 99_x.pdf",))}, "nothing gives bundle: 99_x.pdf"),
        ({"met_by": Home(outputs=("gap",))}, "nothing gives gap"),
        ({"met_by": Home(not_yet=Words("later", ""))}, "has a reason in one language only"),
    ],
)
def test_what_has_no_home_is_named(juknis, bundle, values, why):
    assert homeless(changed(juknis, "A4-3", **values), bundle) == [f"A4-3: {why}"]


@pytest.mark.parametrize(
    "home",
    [
        Home(kinds=("audit.agenda.time", "glossary")),
        Home(outputs=("report: kpi", "sheet: procedure", "sheet: general", "bundle: VERIFY.txt")),
        Home(not_yet=Words("later", "nanti")),
    ],
)
def test_what_has_one_is_not(juknis, bundle, home):
    assert homeless(changed(juknis, "A4-3", met_by=home), bundle) == []


def test_half_a_home_is_counted_as_such():
    reason = Words("later", "nanti")
    assert state(Home(kinds=("qms",))) == "home"
    assert state(Home(kinds=("qms",), not_yet=reason)) == "part"
    assert state(Home(not_yet=reason)) == "none"


def test_the_page_lists_every_demand_once(juknis):
    lines = juknis_page().splitlines()
    demands = [line for line in lines if line.count(" | ") == 5 and not line.startswith("| no.")]
    for _, one in asked(juknis):
        assert len([line for line in demands if line.startswith(f"| {one.id} | ")]) == 1
    assert f"| all | {len(asked(juknis))} |" in "\n".join(lines)


def test_the_page_lists_every_fault_below_each_section_that_it_goes_against(juknis):
    page = juknis_page()
    for fault in shipped_drills()["juknis"].breaks:
        sections = {clause.id for clause, one in asked(juknis) if one.id in fault.demands}
        assert page.count(f"| {fault.text.en} | {fault.text.id} |") == len(sections)


def test_the_frame_is_listed_and_leaves_the_score_to_the_steps(juknis, folder):
    frame = [one for clause, one in asked(juknis) if clause.parent == "0"]
    steps = [one for clause, one in asked(juknis) if clause.parent != "0"]
    assert {one.weight for one in frame} == {0}
    verdicts = "".join(
        f'  - {{requirement: "{clause.id}", status: conform}}\n'
        for clause in juknis.clauses
        if clause.parent != "0"
    )
    text = (
        "kind: gap-assessment\nid: G-1\ntitle: G\ndate: 2026-01-01\nstandard: juknis\nverdicts:\n"
    )
    found = gap(folder({"g.yaml": text + verdicts}), juknis)
    assert (found.totals.applicable, found.totals.claimed) == (len(steps), 100)
    numbers = {one.chapter.id: one.totals.applicable for one in found.chapters}
    assert numbers["0"] == 0
    assert sum(one.totals.applicable for one in found.phases) == len(steps)


@pytest.mark.parametrize("standard", shipped())
def test_what_is_joined_to_a_proof_can_be_proof_too(standard):
    """What test_house.py asks of a proof, of those behind `also` and `instead`."""
    pack, wrong = shipped_standard(standard), []
    for clause in pack.clauses:
        for proof in clause.proofs:
            for kind in proof.kinds:
                nature = class_of(kind) if kind in KINDS else None
                records = {Condition.IN_PERIOD, Condition.CLOSED, Condition.HOLDING}
                if nature is None or set(proof.where) - set(fields_of(nature)):
                    wrong.append((clause.id, kind))
                elif issubclass(nature, Record) != bool(records & set(proof.conditions)):
                    allowed = not proof.conditions or Condition.MEASURED in proof.conditions
                    wrong += [] if allowed else [(clause.id, kind)]
    assert wrong == []


def test_a_clause_of_the_frame_is_proved_like_any_other(folder):
    terms = "kind: glossary\nid: GLO-1\ntitle: G\nversion: '1'\n"
    qms = folder({"g.yaml": terms}, date(2026, 3, 2))
    found = {
        c.clause.id: c.proof.strength.value for c in gap(qms, shipped_standard("juknis")).clauses
    }
    assert (found["I.D"], found["I.A"], found["KP"]) == ("short", "none", "claim-only")


@pytest.mark.parametrize(
    ("type_", "approved", "strength"),
    [("Renstra", True, "proved"), ("Renstra", False, "short"), ("Formulir", True, "none")],
)
def test_a_document_registered_as_it_is_shows_what_its_type_says(folder, type_, approved, strength):
    text = f"kind: document\nid: D-1\ntitle: X\nversion: '1'\ndocument_type: {type_}\n"
    if approved:
        seal = fingerprint((qms := folder({"d.yaml": text})).things["D-1"], qms)
        text += (
            f"approvals: [{{version: '1', by: P-1, role: Head, on: 2026-02-01, hash: {seal}}}]\n"
        )
    qms = folder({"d.yaml": text})
    pack = qms.standard("juknis")
    items = [item for clause in pack.clauses for item in clause.documented_information]
    renstra = next(item for item in items if item.requirements == ("A7-1",))
    assert evidence_for(qms, renstra.proof, "A7", namings(qms, pack)).strength.value == strength
