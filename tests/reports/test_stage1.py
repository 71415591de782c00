"""The table of stage 1: what answers a clause, in which order, and what the auditor is asked."""

from __future__ import annotations

from datetime import date

import pytest

from smmkit.analyses.leaving.clause_answers import clause_answers
from smmkit.analyses.leaving.places import Place, Places
from smmkit.analyses.leaving.selection import select
from smmkit.documents.submission import Submission
from smmkit.page import Fields, Table, Tone
from smmkit.reports import criteria, stage1
from smmkit.words import language

ENGLISH = language("en")
MORE = """\
classes: [{id: open, title: Open, outside: true}]
"""
SENT = """\
kind: submission
id: S-1
title: S
date: 2026-02-10
recipient: Body
include: [A-1, A-2, A-3]
"""
AUDIT = """\
kind: audit
id: {id}
title: A
date: {on}
audit_type: {type}
classification: open
clauses: ["{clause}"]
"""


@pytest.fixture
def page(folder):
    """The page on one day, of these documents."""

    def of(files, as_of=date(2026, 2, 10), settings=MORE):
        qms = folder({"s.yaml": SENT} | files, as_of, settings)
        assert not qms.found, qms.found
        (submission,) = qms.of(Submission)
        selection = select(qms, submission)
        places = {one.document.id: Place("x.pdf", n) for n, one in enumerate(selection.chosen, 7)}
        standard = qms.standard("iso9001-2015")
        answers = clause_answers(qms, selection, standard)
        facts = criteria.blocks(qms, submission, [], None)
        return stage1.page(qms, selection, standard, answers, Places(places), None, facts)

    return of


def audit(id, clause, on="2026-02-01", type="stage-1"):
    return AUDIT.format(id=id, clause=clause, on=on, type=type)


def rows(page) -> dict[str, tuple]:
    """The rows of the table, by the number of the clause."""
    table, _ = [block for block in page.blocks if isinstance(block, Table)]
    return {ENGLISH.say(row[0].value): row for row in table.rows}


def spoken(cell) -> list[str]:
    value = cell.value
    return [ENGLISH.say(one) for one in value] if isinstance(value, list) else [ENGLISH.say(value)]


def test_who_names_a_clause_goes_before_who_names_its_group(page):
    found = rows(page({"1.yaml": audit("A-1", "8.5"), "2.yaml": audit("A-2", "8.5.1")}))
    assert spoken(found["8.5.1"][2]) == [
        "A-2 A (audit, 1 February 2026), page 8",
        "A-1 A (audit, 1 February 2026), page 7 (for the group above)",
    ]
    assert spoken(found["8.5.2"][2]) == [
        "A-1 A (audit, 1 February 2026), page 7 (for the group above)"
    ]


def test_what_is_not_sent_answers_nothing(page):
    found = rows(page({"1.yaml": audit("A-4", "8.5.1"), "2.yaml": audit("A-2", "8.5.2")}))
    assert spoken(found["8.5.1"][2]) == ["Not sent: A-4: not part of the sample"]
    assert spoken(found["8.5.3"][2]) == ["nothing in this bundle"]
    assert found["8.5.3"][2].tone is Tone.WARN
    assert found["8.5.2"][2].tone is not Tone.WARN


def test_proof_answers_a_clause_that_it_does_not_name(page):
    closed = audit("A-1", "8.5.2", type="internal") + (
        "closed: 2026-02-05\nauditors: [{name: N}]\nconclusion: C\nchecklist:\n"
        + "- {clause: '8.5.2', question: Q, seen: S, status: conform}\n" * 3
    )
    found = rows(page({"1.yaml": closed}))
    assert spoken(found["9.2.1"][2]) == ["A-1 A (audit, 1 February 2026), page 7"]


def test_an_excluded_clause_refers_to_the_reason_above(page):
    files = {"1.yaml": audit("A-1", "8.3.1")}
    qms = """\
kind: qms
id: QMS-01
title: Q
version: "1"
smmkit: 2
organization: {name: B, short_name: B, head: Kepala, language: en}
scope: {statement: Services, exclusions: [{clause: "8.3", reason: The law designs them.}]}
units: [{id: U-1, title: Secretariat}]
"""
    made = page(files | {"qms.yaml": qms + MORE})
    assert spoken(rows(made)["8.3.1"][2]) == ["not applicable, see above"]
    (fields,) = [block for block in made.blocks if isinstance(block, Fields)]
    facts = {ENGLISH.say(name): cell for name, cell in fields.rows}
    assert spoken(facts["Not applicable"]) == ["8.3: The law designs them."]


@pytest.mark.parametrize(
    ("on", "counts"), [("2026-02-09", True), ("2026-02-10", True), ("2026-02-11", False)]
)
def test_internal_audits_are_those_held_by_the_day(page, on, counts):
    files = {"1.yaml": audit("A-1", "9.2", on, "internal"), "2.yaml": audit("A-2", "9.2")}
    (fields,) = [block for block in page(files).blocks if isinstance(block, Fields)]
    (cell,) = [cell for name, cell in fields.rows if ENGLISH.say(name) == "Internal audits"]
    assert spoken(cell) == (
        [f"A-1 of {int(on[-2:])} February 2026"] if counts else ["none in the folder"]
    )
    assert (cell.tone is Tone.WARN) is not counts


def test_every_clause_has_a_row_with_room_for_the_auditor(page, folder):
    found = rows(page({}))
    assert list(found) == [c.id for c in folder({}).standard("iso9001-2015").clauses]
    assert {row[3].value for row in found.values()} == {""}


FINDING = """\
kind: finding
id: {id}
title: F
date: 2026-02-01
audit: A-1
grade: minor
clause: "8.5.1"
unit: U-1
statement: Something was seen.
classification: open
clauses: ["8.5.1"]
"""


def test_findings_stand_apart_after_the_evidence_and_what_stays_at_its_clause(page):
    files = {
        "1.yaml": audit("A-1", "8.5.1"),
        "2.yaml": audit("A-2", "8.5.1").replace("A\n", "Kept\n").replace("open", "inside"),
        "f.yaml": FINDING.format(id="T-1"),
        "g.yaml": FINDING.format(id="T-2").replace('clause: "8.5.1"', 'clause: "7.1.5"'),
    }
    sent = SENT.replace("include: [A-1, A-2, A-3]\n", "")
    settings = "classes: [{id: open, title: Open, outside: true}, {id: inside, title: Inside}]\n"
    found = rows(page(files | {"s.yaml": sent}, settings=settings))
    assert [line.split(",")[0] for line in spoken(found["8.5.1"][2])] == [
        "A-1 A (audit",
        "Finding: T-1 F (audit finding",
        "Finding: T-2 F (audit finding",
        "Not sent: A-2: class Inside: is shown on site only",
    ]
    [told] = spoken(found["7.1.5.2"][2])
    assert told.startswith("Finding: T-2 F")  # about the group: about each clause below it


def test_a_finding_alone_is_no_evidence(page):
    files = {
        "s.yaml": SENT.replace("A-3", "T-1"),
        "1.yaml": audit("A-1", "4.1"),
        "f.yaml": FINDING.format(id="T-1"),
    }
    found = rows(page(files))
    assert found["8.5.1"][2].tone is Tone.WARN


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("stage-1", "Document review (stage 1)"),
        ("surveillance", "Documents for the surveillance audit"),
        ("recertification", "Documents for the recertification audit"),
    ],
)
def test_the_heading_is_that_of_the_audit_it_is_for(page, kind, title):
    files = {"s.yaml": SENT + "audit: A-9\n", "9.yaml": audit("A-9", "4.1", "2026-03-01", kind)}
    assert ENGLISH.say(page(files).title).startswith(title)


def test_the_facts_that_an_auditor_asks_for_are_there_and_what_is_missing_is_told(page):
    more = MORE + "headcount: 41\nin_use_since: 2024-05-06\n"
    sent = SENT + "contact: Secretariat, desk 3\nconsultant: CV Contoh\n"
    files = {
        "s.yaml": sent,
        "r.yaml": "kind: regulations\nid: REG-1\ntitle: R\nversion: '1'\nclassification: open\nentries:\n"
        "  - {id: UU-1, title: Law, number: Act 1/2020, in_force: 2020-01-01}\n"
        "  - {id: UU-2, title: Old, number: Act 9/1999, in_force: 1999-01-01, until: 2019-12-31}\n",
    }
    (fields,) = [b for b in page(files, settings=more).blocks if isinstance(b, Fields)]
    facts = {ENGLISH.say(name): ENGLISH.say(cell.value) for name, cell in fields.rows}
    assert facts["People within the scope"] == "41"
    assert facts["In use since"] == "6 May 2024"
    assert facts["Contact"] == "Secretariat, desk 3"
    assert facts["Consultant"] == "CV Contoh"
    assert facts["Laws and regulations"] == "Act 1/2020"
    assert facts["Management reviews"] == "none in the folder"
    kept = files | {"r.yaml": files["r.yaml"].replace("classification: open\n", "")}
    (fields,) = [b for b in page(kept, settings=more).blocks if isinstance(b, Fields)]
    facts = {ENGLISH.say(name): ENGLISH.say(cell.value) for name, cell in fields.rows}
    assert facts["Laws and regulations"] == "shown on site only"
    (bare,) = [b for b in page({}).blocks if isinstance(b, Fields)]
    tones = {ENGLISH.say(name): cell.tone for name, cell in bare.rows}
    assert tones["Contact"] is tones["People within the scope"] is Tone.WARN


def test_results_are_said_with_the_decimals_that_they_need(page):
    files = {
        "o.yaml": "kind: objective\nid: O-1\ntitle: O\nversion: '1'\nclassification: open\n"
        "approvals: [{version: '1', by: P-1, role: Head, on: 2025-01-05, hash: 'sha256:"
        + "0"
        * 64
        + "'}]\nstatement: In time.\nunits: [U-1]\nkpis:\n  - {id: K-1, title: In time, measured_in: '%', "
        "formula: maximize, aggregation: ratio, frequency: yearly, series: v.csv, "
        "targets: [{period: '2025', value: 90}]}\n",
        "v.csv": "period;value;numerator;denominator\n2025;93,33;14;15\n",
    }
    table, *_ = [block for block in page(files).blocks if isinstance(block, Table)]
    said = [ENGLISH.say(cell.value) for cell in table.rows[0][2:5]]
    assert [one.replace("\xa0", " ") for one in said] == ["90", "93.33", "103.70 %"]
