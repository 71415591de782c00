"""The numbers cut by unit, owner, process, service and dimension, and the page of one unit."""

from __future__ import annotations

from datetime import date

import pytest

from samples import AT_HOUSE, HOUSE
from smmkit.analyses.gap.belonging import BY, View, naming_unit
from smmkit.analyses.gap.comparison import gap
from smmkit.analyses.gap.papers import grouped, papers
from smmkit.analyses.gap.views import cut, of_unit
from smmkit.analyses.proof.proof import Strength

PACK = (
    HOUSE
    + """\
chapters:
  - {id: "8", title: {en: Doing, id: Kerja}, phase: do}
  - {id: "9", title: {en: Looking, id: Lihat}, phase: check}
clauses:
  - id: "8.1"
    parent: "8"
    title: {en: Ask, id: Tanya}
    phase: do
    proof: {kinds: [audit]}
    requirements:
      - {id: 8.1-a, text: {en: ask, id: tanya}, blocking: true}
      - {id: 8.1-b, text: {en: ask again, id: tanya lagi}}
  - id: "8.2"
    parent: "8"
    title: {en: Tell, id: Bilang}
    phase: do
    proof: {kinds: [audit], needs: [{has: conclusion}]}
    requirements: [{id: 8.2-a, text: {en: tell, id: bilang}}]
    documented_information:
      - {kind: retain, what: {en: words, id: kata}, proof: {kinds: [interview]}}
  - id: "9.1"
    parent: "9"
    title: {en: Look, id: Lihat}
    phase: check
    proof: {kinds: [survey], named: false}
    requirements: [{id: 9.1-a, text: {en: look, id: lihat}}]
"""
)
HOME = (
    AT_HOUSE
    + """\
scope: {statement: S}
units:
  - {id: TOP, title: All}
  - {id: U-1, title: Secretariat, part_of: TOP}
  - {id: U-2, title: Field, part_of: TOP}
"""
)
AUDIT = """\
kind: audit
id: {id}
title: An audit
date: 2026-01-01
audit_type: internal
clauses: [{clauses}]
{more}"""
FINDING = """\
kind: finding
id: T-1
title: T
date: 2026-01-02
audit: A-1
grade: major
clause: "9.1"
unit: U-2
statement: S
"""
DAY = date(2026, 3, 2)


@pytest.fixture
def seen(folder):
    """A folder with these files, and its comparison."""

    def of(files, pack=PACK):
        qms = folder({"standards/house.yaml": pack, "qms.yaml": HOME} | files, DAY)
        assert not qms.found, qms.found
        return qms, gap(qms, qms.standard("house"))

    return of


def audit(id, *clauses, more=""):
    return AUDIT.format(id=id, clauses=", ".join(f"'{c}'" for c in clauses), more=more)


def by(seen, view) -> dict[str, tuple[str, ...]]:
    """Which clauses belong to which part of a view."""
    return {one.id: one.clauses for one in cut(*seen, view).parts}


def test_a_clause_is_the_units_that_answer_for_its_document_or_that_it_is_about(seen):
    found = seen(
        {
            "a.yaml": audit("A-1", "8.1", more="owner: U-1\n"),
            "b.yaml": audit("A-2", "8.2", more="units: [U-1, U-2]\n"),
        }
    )
    assert by(found, View.UNIT) == {"TOP": (), "U-1": ("8.1", "8.2"), "U-2": ("8.2",)}
    assert by(found, View.OWNER) == {"TOP": (), "U-1": ("8.1",), "U-2": ()}
    assert cut(*found, View.UNIT).nobodys == ("9.1",)
    assert cut(*found, View.OWNER).nobodys == ("8.2", "9.1")


def test_a_document_with_an_entry_of_a_unit_is_not_that_units(seen):
    check = "checklist: [{clause: '9.1', unit: U-2, question: Q, seen: S, status: conform}]\n"
    found = seen({"a.yaml": audit("A-1", "8.1", more="owner: U-1\n" + check)})
    assert by(found, View.UNIT) == {"TOP": (), "U-1": ("8.1",), "U-2": ()}
    assert naming_unit(found[0])["A-1"] == {"U-1", "U-2"}


def test_who_gets_a_copy_has_no_part_in_it(seen):
    text = "kind: glossary\nid: G\ntitle: G\nversion: '1'\nclauses: ['8.1']\nentries: []\n"
    found = seen({"g.yaml": text + "owner: U-1\ndistribution: [U-2]\n"})
    assert by(found, View.UNIT) == {"TOP": (), "U-1": ("8.1",), "U-2": ()}


def test_what_belongs_to_several_counts_whole_in_each(seen):
    found = seen({"b.yaml": audit("A-2", "8.1", more="units: [U-1, U-2]\n")})
    numbers = {one.id: one.totals for one in cut(*found, View.UNIT).parts}
    assert numbers["U-1"] == numbers["U-2"]
    assert (numbers["U-1"].applicable, numbers["U-1"].proved) == (2, 100)
    assert found[1].totals.applicable == 4


def test_what_falls_short_open_findings_and_late_actions_are_counted_where_they_are(seen):
    found = seen(
        {
            "a.yaml": audit("A-1", "8.2", more="owner: U-1\n"),
            "t.yaml": FINDING + "action: {what: mend, owner: U-1, due: 2026-02-01}\n",
        }
    )
    parts = {one.id: one for one in cut(*found, View.UNIT).parts}
    assert (parts["U-1"].documents, parts["U-1"].short) == (1, 1)
    assert [(one.findings, one.late) for one in parts.values()] == [(0, 0), (0, 1), (1, 0)]
    assert parts["U-2"].clauses == ("9.1",)


def test_a_finding_that_is_still_to_come_or_closed_is_not_open(seen):
    for change in (
        ("2026-01-02", "2026-04-01"),
        ("statement: S\n", "statement: S\nclosed: 2026-02-01\n"),
    ):
        found = seen({"t.yaml": FINDING.replace(*change)})
        parts = cut(*found, View.UNIT).parts
        assert [(one.findings, one.clauses) for one in parts] == [(0, ())] * 3


def test_a_finding_blocks_the_unit_where_it_was_made_and_no_other(seen):
    files = {
        "a.yaml": audit("A-1", "9.1", more="owner: U-1\n"),
        "t.yaml": FINDING,
    }
    qms, found = seen(files)
    whys = {u: [b.why.value for b in of_unit(qms, found, u).blocking] for u in ("U-1", "U-2")}
    assert "major-open" in whys["U-2"]
    assert "major-open" not in whys["U-1"]


def test_a_process_has_what_it_is_names_or_is_named_by(seen):
    process = """\
kind: process
id: PRO-1
title: P
version: "1"
process_type: core
owner: U-1
clauses: ["8.1"]
procedures: [SOP-1]
"""
    procedure = """\
---
kind: procedure
id: SOP-1
title: T
version: '1'
clauses: ['8.2']
steps: [{activity: A, actor: B}]
---
"""
    found = seen({"p.yaml": process, "s.md": procedure, "a.yaml": audit("A-1", "9.1")})
    assert by(found, View.PROCESS) == {"PRO-1": ("8.1", "8.2")}
    assert cut(*found, View.PROCESS).nobodys == ("9.1",)


def test_a_service_has_what_names_it(seen):
    services = """\
kind: services
id: DL-1
title: S
version: "1"
entries:
  - {id: LAY-1, title: One, owner: U-1}
  - {id: LAY-2, title: Two, owner: U-1}
"""
    output = """\
kind: nonconforming-output
id: KTS-1
title: K
date: 2026-01-03
service: LAY-2
unit: U-2
statement: S
handling: [corrected]
clauses: ["9.1"]
"""
    assert by(seen({"d.yaml": services, "k.yaml": output}), View.SERVICE) == {
        "LAY-1": (),
        "LAY-2": ("9.1",),
    }


def test_the_dimension_is_the_requirements_own_else_that_of_documents(seen):
    files = {"a.yaml": audit("A-1", "8.1", more="dimension: control\n")}
    assert by(seen(files), View.DIMENSION)["control"] == ("8.1",)
    own = PACK.replace("id: 8.1-b,", "id: 8.1-b, dimension: planning,")
    found = {one.id: one for one in cut(*seen(files, own), View.DIMENSION).parts}
    assert found["planning"].clauses == ("8.1",)
    assert found["planning"].totals.applicable == 1
    assert found["control"].clauses == ()


@pytest.mark.parametrize("view", View)
def test_every_view_knows_what_belongs_to_it(view):
    assert view in BY


def test_the_page_of_a_unit_has_its_clauses_documents_gaps_and_to_do_alone(seen):
    qms, found = seen(
        {
            "a.yaml": audit("A-1", "8.1", more="owner: U-1\n"),
            "b.yaml": audit("A-2", "8.1", "8.2", more="owner: U-2\n"),
            "t.yaml": FINDING + "action: {what: mend, owner: U-1, due: 2026-02-01}\n",
        }
    )
    own = of_unit(qms, found, "U-1")
    (one,) = own.clauses
    assert (one.clause.id, one.proof.strength) == ("8.1", Strength.PROVED)
    assert [e.document.id for e in one.proof.evidence] == ["A-1"]
    assert (own.totals.applicable, found.totals.applicable) == (2, 4)
    assert [c.chapter.id for c in own.chapters] == ["8"]
    assert [a.what for a in own.actions] == ["mend"]
    assert {b.clause for b in own.blocking} == {"8.1"}
    assert (own.mandatory, own.overclaims) == ((), ())
    other = of_unit(qms, found, "U-2")
    assert [c.clause.id for c in other.clauses] == ["8.1", "8.2", "9.1"]
    assert [(m.clause.id, m.proof.strength) for m in other.mandatory] == [("8.2", Strength.NONE)]
    assert other.actions == ()
    assert any(b.clause == "9.1" for b in other.blocking)


def test_a_unit_has_what_is_part_of_it(seen):
    qms, found = seen({"a.yaml": audit("A-1", "8.1", more="owner: U-1\n")})
    assert [c.clause.id for c in of_unit(qms, found, "TOP").clauses] == ["8.1"]
    assert of_unit(qms, found, "U-2").clauses == ()


def test_documents_that_are_worth_the_same_stand_together(seen):
    qms, found = seen(
        {
            "a.yaml": audit("A-1", "8.1"),
            "b.yaml": audit("A-2", "8.2"),
            "c.yaml": audit("A-3", "8.2"),
            "d.yaml": audit("A-4"),
        }
    )
    groups = [(one.do_count, one.by_kind) for one in grouped(papers(qms, found))]
    assert groups == [
        (True, {"audit": ["A-1"]}),
        (False, {"audit": ["A-2", "A-3"]}),
        (False, {"audit": ["A-4"], "qms": ["Q"]}),
    ]
