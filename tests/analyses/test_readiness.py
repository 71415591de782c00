"""Readiness for registration, stage 1, stage 2 and surveillance: blockers in order, as data of the packs."""

from __future__ import annotations

from datetime import date

import pytest

from running import EXAMPLE
from samples import AT_HOUSE, HOUSE
from smmkit.analyses.gap.comparison import gap
from smmkit.analyses.gap.numbers import meant
from smmkit.analyses.gap.readiness import MOST, Reason, first_few, readiness
from smmkit.documents import KINDS
from smmkit.documents.finding import Grade
from smmkit.files.tree import Disk
from smmkit.loading.folder import load
from smmkit.standards import shipped, shipped_standard
from smmkit.standards.readiness import Milestone
from smmkit.words import language, say

ENGLISH = language("en")
DAY = date(2026, 3, 2)
PACK = (
    HOUSE
    + """\
chapters: [{id: "8", title: {en: Doing, id: Kerja}, phase: do}]
clauses:
  - id: "8.1"
    parent: "8"
    title: {en: Ask, id: Tanya}
    phase: do
    proof: {kinds: [audit]}
    requirements: [{id: 8.1-a, text: {en: ask, id: tanya}, blocking: BLOCKING}]
ITEM  - id: "8.2"
    parent: "8"
    title: {en: Tell, id: Bilang}
    phase: do
    na_allowed: true
    proof: {kinds: [audit]}
    requirements: [{id: 8.2-a, text: {en: tell, id: bilang}}]
readiness:
"""
)
HOME = (
    AT_HOUSE
    + """\
scope: {statement: S, exclusions: [EXCLUDED]}
units: [{id: U-1, title: Secretariat}]
"""
)
AUDIT = """\
kind: audit
id: {id}
title: An audit
date: {day}
audit_type: {type}
clauses: [{clauses}]
"""


@pytest.fixture
def ready(folder):
    """What blocks each step, by the criteria of a pack."""

    def of(criteria, files=(), excluded="", blocking="false", item="", day=DAY):
        pack = PACK.replace("BLOCKING", blocking).replace("ITEM", item) + criteria
        home = {"standards/house.yaml": pack, "qms.yaml": HOME.replace("EXCLUDED", excluded)}
        qms = folder(home | dict(files), day)
        assert not qms.found, qms.found
        return {one.stage: one for one in readiness(qms, [gap(qms, qms.standard("house"))])}

    return of


def stage(id, *criteria, after=""):
    lines = "".join(
        f"      - {{id: C{n}, text: {{en: c, id: c}}, {c}}}\n" for n, c in enumerate(criteria)
    )
    return f"  - id: {id}\n    after: [{after}]\n    criteria:\n{lines}"


def audit(id="A-1", day="2026-01-01", type="internal", clauses="'8.1'"):
    return {f"{id}.yaml": AUDIT.format(id=id, day=day, type=type, clauses=clauses)}


def reasons(found):
    return [ENGLISH.say(r.why) for blocker in found.blockers for r in blocker.reasons]


def test_a_clause_that_is_not_proved_blocks_and_one_that_is_does_not(ready):
    rule = stage("registration", "proved: ['8.1']")
    blocked = ready(rule)[Milestone.REGISTRATION]
    assert reasons(blocked) == ["8.1 Ask: no proof"]
    assert blocked.blockers[0].reasons[0].how == "smm why 8.1"
    assert ready(rule, audit())[Milestone.REGISTRATION].is_ready


def test_a_group_asks_for_every_clause_below_it_that_applies(ready):
    rule = stage("registration", "proved: ['8']")
    assert reasons(ready(rule, audit())[Milestone.REGISTRATION]) == ["8.2 Tell: no proof"]
    out = "{clause: '8.2', reason: Nobody to tell.}"
    assert ready(rule, audit(), out)[Milestone.REGISTRATION].is_ready


@pytest.mark.parametrize(
    ("item", "blocks"),
    [
        ("", True),
        ("basis: implied, ", False),
        ("conditional: true, ", False),
    ],
)
def test_what_must_be_written_down_in_any_case_blocks_where_it_is_not_shown(ready, item, blocks):
    rule = stage("registration", "proved: ['8.1']")
    asked = f"    documented_information: [{{kind: retain, {item}what: {{en: words, id: kata}}, "
    asked += "proof: {kinds: [interview]}}]\n"
    found = ready(rule, audit(), item=asked)[Milestone.REGISTRATION]
    assert reasons(found) == (["8.1 words: no proof"] if blocks else [])


def test_a_number_that_the_pack_does_not_have_blocks_and_says_so(ready):
    found = ready(stage("registration", "proved: ['7']"))[Milestone.REGISTRATION]
    assert reasons(found) == ["house has no clause 7"]


def test_documents_that_must_be_there_are_asked_for_with_their_form(ready):
    rule = stage(
        "stage-2",
        "shows: {kinds: [audit], named: false, where: {audit_type: [stage-1]}, conditions: [in-period]}",
    )
    found = ready(rule)[Milestone.STAGE_2]
    assert reasons(found) == ["missing: audit"]
    assert found.blockers[0].reasons[0].how == "smm new audit --set audit_type=stage-1"
    assert not ready(rule, audit())[Milestone.STAGE_2].is_ready
    assert ready(rule, audit(type="stage-1"))[Milestone.STAGE_2].is_ready
    later = ready(rule, audit(type="stage-1", day="2026-03-03"))[Milestone.STAGE_2]
    assert reasons(later) == ["A-1 (of 3 March 2026, which is still to come)"]


def test_where_there_may_be_none_each_that_is_there_is_looked_at(ready):
    rule = stage(
        "surveillance",
        "shows: {kinds: [audit], named: false, at_least: 0, whole: true, needs: [{has: conclusion}]}",
    )
    assert ready(rule)[Milestone.SURVEILLANCE].is_ready
    done = {"b.yaml": AUDIT.format(id="B", day="2026-01-01", type="internal", clauses="")}
    done["b.yaml"] += "conclusion: Both units do as they say.\n"
    assert ready(rule, done)[Milestone.SURVEILLANCE].is_ready
    found = ready(rule, audit() | done)[Milestone.SURVEILLANCE]
    assert reasons(found) == ["A-1 (Conclusion: none)"]


FINDING = """\
kind: finding
id: T-1
title: Broken
date: 2026-01-02
audit: A-1
grade: {grade}
clause: "8.1"
unit: U-1
statement: S
{more}"""


@pytest.mark.parametrize(
    ("grade", "more", "blocks"),
    [
        ("major", "", True),
        ("minor", "", False),
        ("major", "closed: 2026-03-02\n", False),
        ("major", "closed: 2026-03-03\n", True),
    ],
)
def test_an_open_finding_of_the_grade_blocks_until_the_day_it_is_closed(ready, grade, more, blocks):
    files = audit() | {"t.yaml": FINDING.format(grade=grade, more=more)}
    found = ready(stage("stage-2", "no_open: [major]"), files)[Milestone.STAGE_2]
    assert reasons(found) == (["T-1 is open: Broken"] if blocks else [])


def test_what_blocks_in_the_gap_report_blocks(ready):
    rule = stage("stage-2", "nothing_blocks: true")
    assert reasons(ready(rule, blocking="true")[Milestone.STAGE_2]) == ["8.1: ask (not assessed)"]
    assert ready(rule)[Milestone.STAGE_2].is_ready


CERTIFICATE = """\
kind: certificate
id: S-1
title: S
date: 2025-01-01
number: "1"
body: LS
standards: [house]
scope: S
expires: {expires}
changes: [{changes}]
"""


@pytest.mark.parametrize(
    ("expires", "changes", "holds"),
    [
        ("2026-03-02", "", True),
        ("2026-03-01", "", False),
        ("2028-01-01", "{on: 2026-01-01, status: suspended}", False),
        ("2028-01-01", "{on: 2026-03-03, status: suspended}", True),
    ],
)
def test_a_certificate_holds_until_its_day_unless_it_is_suspended(ready, expires, changes, holds):
    files = {"s.yaml": CERTIFICATE.format(expires=expires, changes=changes)}
    rule = stage("surveillance", "certified: true")
    assert ready(rule, files)[Milestone.SURVEILLANCE].is_ready is holds
    assert not ready(rule)[Milestone.SURVEILLANCE].is_ready


def test_who_waits_to_take_up_a_certificate_again_is_not_told_to_record_a_new_one(ready):
    suspended = "{on: 2026-01-01, status: suspended}"
    files = {"s.yaml": CERTIFICATE.format(expires="2028-01-01", changes=suspended)}
    rule = stage("surveillance", "certified: true")
    for given, next_step in ((files, "smm show"), ({}, "smm new certificate")):
        (blocker,) = ready(rule, given)[Milestone.SURVEILLANCE].blockers
        assert [reason.how.startswith(next_step) for reason in blocker.reasons] == [True]


def test_a_step_rests_on_those_before_it_and_what_is_mended_first_comes_first(ready):
    rules = stage("registration", "proved: ['8.2'], rank: 9", "proved: ['8.1'], rank: 1") + stage(
        "stage-1", "certified: true, rank: 0", after="registration"
    )
    found = ready(rules)
    assert [b.criterion.id for b in found[Milestone.REGISTRATION].blockers] == ["C1", "C0"]
    own = [(b.stage.value, b.criterion.rank) for b in found[Milestone.STAGE_1].blockers]
    assert own == [("registration", 1), ("registration", 9), ("stage-1", 0)]


def test_a_step_of_which_nothing_is_said_is_not_called_ready(ready):
    found = ready(stage("registration", "proved: ['8.1']"), audit())
    assert found[Milestone.REGISTRATION].is_ready
    assert not found[Milestone.STAGE_2].is_ready


def test_the_example_is_ready_for_what_it_has_passed_and_not_for_what_is_open():
    qms = load(Disk(EXAMPLE))
    gaps = [gap(qms, qms.standard(id_)) for id_ in qms.standard_ids]
    found = {one.stage: one for one in readiness(qms, gaps)}
    assert found[Milestone.REGISTRATION].is_ready
    assert found[Milestone.STAGE_1].is_ready
    ids = [b.criterion.id for b in found[Milestone.SURVEILLANCE].blockers]
    assert ids == ["SV-ANSWERED", "SV-AUDITED", "C1", "SV-OBJECTIVES", "B4-SUGGESTIONS"]
    early = qms.on(date(2019, 3, 1))
    found = {
        one.stage: one
        for one in readiness(early, [gap(early, early.standard(id_)) for id_ in early.standard_ids])
    }
    assert not any(one.is_ready for one in found.values())


READINESS = [
    (id_, stage_, criterion)
    for id_ in shipped()
    for stage_ in shipped_standard(id_).readiness
    for criterion in stage_.criteria
]


@pytest.mark.parametrize(("id_", "stage_", "criterion"), READINESS)
def test_every_criterion_names_what_there_is(id_, stage_, criterion):
    pack = shipped_standard(id_)
    assert all(meant(pack, number) for number in criterion.proved)
    assert set(criterion.no_open) <= {grade.value for grade in Grade}
    for proof in criterion.shows.every if criterion.shows else ():
        assert set(proof.kinds) <= KINDS.keys()
    asks = (criterion.proved, criterion.shows, criterion.no_open)
    assert any(asks) or criterion.nothing_blocks or criterion.certified
    assert criterion.source


def test_every_step_has_criteria_of_both_packs_and_each_an_id_of_its_own():
    for id_ in ("iso9001-2015", "juknis"):
        pack = shipped_standard(id_)
        assert [one.id for one in pack.readiness] == list(Milestone)
        names = [c.id for one in pack.readiness for c in one.criteria]
        assert len(set(names)) == len(names)


def test_of_what_blocks_the_first_few_are_named_and_the_others_counted():
    told = [Reason(say("{n} more", n=n)) for n in range(MOST + 2)]
    assert [*first_few(told[:MOST])] == told[:MOST]
    assert [*first_few(told)] == [*told[:MOST], Reason(say("{n} more", n=2))]
