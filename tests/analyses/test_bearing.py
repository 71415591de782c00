"""A claim counts no more than what the verdict, its documents and a later audit say of it themselves."""

from __future__ import annotations

import re
from datetime import date

import pytest

from running import EXAMPLE
from samples import AT_HOUSE, HOUSE
from smmkit.analyses.gap.comparison import gap
from smmkit.analyses.lifecycle.fingerprint import fingerprint
from smmkit.documents.assessment import Status
from smmkit.files.tree import Memory
from smmkit.loading.folder import load
from smmkit.words import language

ENGLISH = language("en")

DAY = date(2026, 3, 2)
PACK = (
    HOUSE
    + """\
chapters: [{id: "7", title: {en: Have, id: Punya}, phase: do}]
clauses:
  - id: "7.1"
    parent: "7"
    title: {en: Have, id: Punya}
    phase: do
    proof: {kinds: [resources, change-plan, process], named: false}
    requirements:
      - {id: 7.1-a, text: {en: have, id: punya}}
      - id: 7.1-b
        text: {en: have enough, id: cukup}
        bears:
          - {at: entries, where: {resource_type: [people]}, enough: [available, needed]}
          - {at: entries.care, in_time: true}
          - {at: entries, where: {resource_type: [measuring]}, recent: care.done, months: 6}
          - {at: steps, in_time: true}
          - {has: kpis}
"""
)
REGISTER = """\
kind: resources
id: SD
title: S
version: "1"
entries:
"""
CLAIM = """\
kind: gap-assessment
id: GA
title: G
date: 2026-01-10
standard: house
verdicts: [{requirement: "7.1", status: conform, condition: Seen, evidence: [SD]%s}]
"""
AUDIT = """\
kind: audit
id: {id}
title: A
date: {day}
audit_type: internal
checklist: [{{clause: "7.1", unit: U-1, question: Q, seen: S, status: {status}{more}}}]
"""
HOME = AT_HOUSE + "scope: {statement: S}\nunits: [{id: U-1, title: One}]\n"


@pytest.fixture
def reasons(folder):
    """What 7.1-b counts as, and why, with these entries of an approved register and other files."""

    def of(entries="", more="", **files):
        texts = {"standards/house.yaml": PACK, "qms.yaml": HOME, "g.yaml": CLAIM % more} | {
            f"{name}.yaml": text for name, text in files.items()
        }
        register = REGISTER + "".join(f"  - {{unit: U-1, {one}}}\n" for one in entries)
        plain = folder(texts | {"s.yaml": register}, DAY)
        seal = fingerprint(plain.things["SD"], plain)
        seals = f"approvals: [{{version: '1', by: P, role: R, on: 2026-01-01, hash: '{seal}'}}]\n"
        qms = folder(texts | {"s.yaml": register + seals}, DAY)
        assert not qms.found, qms.found
        (clause,) = gap(qms, qms.standard("house")).clauses
        plain_one, asked = clause.requirements
        assert more or files or plain_one.status is Status.CONFORM
        told = [ENGLISH.say(one) for one in asked.because]
        assert (asked.status is Status.CONFORM) is not told
        return told

    return of


PEOPLE = "id: SD-1, title: Staff, resource_type: people"
TOOL = "id: SD-2, title: Scale, resource_type: measuring"


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        (f"{PEOPLE}, needed: 5, available: 4", ["less than is needed: SD-1 (4/5)"]),
        (f"{PEOPLE}, needed: 5, available: 5", []),
        (f"{PEOPLE}, needed: 5", []),
        ("id: SD-1, title: Room, resource_type: environment, needed: 5, available: 4", []),
        (
            f"{PEOPLE}, care: [{{what: Mend, due: 2026-03-01}}]",
            ["past the day without being done: SD-1"],
        ),
        (f"{PEOPLE}, care: [{{what: Mend, due: 2026-03-02}}]", []),
        (f"{PEOPLE}, care: [{{what: Mend, due: 2026-03-01, done: 2026-03-01}}]", []),
        (f"{TOOL}, care: [{{what: Test, done: 2025-09-03}}]", []),
        (
            f"{TOOL}, care: [{{what: Test, done: 2025-09-02}}]",
            ["not in the last 6 months: SD-2"],
        ),
    ],
)
def test_what_a_document_says_of_itself_bounds_the_claim(reasons, entry, told):
    assert reasons([entry]) == told


PLENTY = [f"{PEOPLE}, needed: 5, available: 5"]


def test_what_the_verdict_admits_bounds_the_claim(reasons):
    admitted = ["the verdict itself names a gap"]
    assert reasons(PLENTY, ", gap: Two are lacking") == admitted
    assert reasons(PLENTY, ", gap: none") == []


def seen(id, day, status, more=""):
    return AUDIT.format(id=id, day=day, status=status, more=more)


def test_what_a_later_audit_saw_bounds_the_claim_until_another_saw_better(reasons):
    short = ["A-1 saw that it is not met as a whole"]
    later = seen("A-1", "2026-02-01", "partial")
    assert reasons(PLENTY, a=later) == short
    assert reasons(PLENTY, a=seen("A-1", "2026-01-10", "partial")) == []
    assert reasons(PLENTY, a=seen("A-1", "2026-03-03", "partial")) == []
    assert reasons(PLENTY, a=later, b=seen("A-2", "2026-02-02", "conform")) == []
    assert reasons(PLENTY, a=later, b=seen("A-0", "2026-01-31", "conform")) == short
    of_all = later.replace("unit: U-1, ", "")
    assert reasons(PLENTY, a=of_all, b=seen("A-2", "2026-02-02", "conform")) == short
    with_finding = seen("A-1", "2026-02-01", "partial", ", finding: T-1")
    finding = (
        "kind: finding\nid: T-1\ntitle: T\ndate: 2026-02-01\naudit: A-1\ngrade: minor\n"
        "clause: '7.1'\nunit: U-1\nstatement: S\nclosed: 2026-02-10\n"
    )
    assert reasons(PLENTY, a=with_finding, t=finding) == []


def test_of_a_process_that_is_only_a_draft_nothing_is_said(reasons):
    process = "kind: process\nid: PRO-1\ntitle: P\nversion: '1'\nowner: U-1\nprocess_type: core\n"
    assert reasons(PLENTY, p=process) == []


def test_in_the_example_who_claims_all_as_conforming_is_contradicted_by_the_folder():
    files = {
        one.relative_to(EXAMPLE).as_posix(): one.read_bytes()
        for one in EXAMPLE.rglob("*")
        if one.is_file()
    }
    claims = files["kesenjangan/GA-2021.yaml"].decode()
    claims = re.sub(r"status: (partial|nonconform)", "status: conform", claims)
    bare = re.sub(r"(?m)^    gap: .*(\n      .*)*\n", "", claims)
    for text, wanted in ((claims, {"6.3", "7.1.6", "8.6"}), (bare, set())):
        qms = load(Memory(files | {"kesenjangan/GA-2021.yaml": text.encode()}), date(2021, 6, 30))
        found = {one.clause for one in gap(qms, qms.standard("iso9001-2015")).overclaims}
        assert found >= {"4.4.1", "6.1.2", "7.1.2", "7.1.3", "8.4.1", "10.2.1"} | wanted
