"""Two editions of one standard: the packs fit, and what carries over counts no more than its proof."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest

from running import EXAMPLE, smm
from smmkit.analyses.cycle.editions import cited, editions, paper_day
from smmkit.analyses.gap.belonging import View, parts_of
from smmkit.analyses.gap.comparison import gap
from smmkit.analyses.gap.crossing import Carry, crossing
from smmkit.analyses.gap.parts import Obstacle
from smmkit.analyses.lifecycle.fingerprint import fingerprint
from smmkit.analyses.proof.claims import exclusions
from smmkit.analyses.proof.naming import BROAD
from smmkit.analyses.proof.proof import COUNTS, Strength, ids
from smmkit.document_view import DocumentView
from smmkit.documents.assessment import GapAssessment, Status
from smmkit.files.tree import Disk
from smmkit.loading.folder import load
from smmkit.page import Fields, Heading, Prose, Table
from smmkit.reports.gap.crossing import CrossingReport, report_on
from smmkit.rules import examine
from smmkit.serialized import serialized
from smmkit.standards import Standard, shipped, shipped_standard
from smmkit.standards.editions import Certainty, Change
from smmkit.standards.heads import shipped_heads, standard_on
from smmkit.words import language

OLD, NEW = "iso9001-2015", "iso9001-2026"
PUBLISHED = date(2026, 9, 16)
DAY = date(2027, 3, 1)
BOTH = f"standards: [{OLD}, {NEW}]\n"
NEW_FIRST = f"standards: [{NEW}, {OLD}]\n"
PROCEDURE = """\
kind: procedure
id: {id}
title: T
version: "1"
owner: U-1
clauses: {clauses}
steps: [{{activity: A, actor: B}}, {{activity: C, actor: D}}]
"""
PAPER = "kind: document\nid: {id}\ntitle: T\nversion: '1'\nclauses: {clauses}\n"
ENGLISH = language("en")


@pytest.fixture(scope="module")
def old() -> Standard:
    return shipped_standard(OLD)


@pytest.fixture(scope="module")
def new() -> Standard:
    return shipped_standard(NEW)


@pytest.fixture
def sealed(folder):
    """A folder in which every document is approved; `.md` are procedures."""

    def made(files: dict[str, str], more: str = "", drafts: tuple[str, ...] = ()):
        def text(name, seal=""):
            body = files[name] + seal
            return f"---\n{body}---\nText.\n" if name.endswith(".md") else body

        qms = folder({name: text(name) for name in files}, DAY, more)
        seals = {
            document.path: f"approvals: [{{version: '1', by: P-1, role: Head, on: 2027-01-01,"
            f" hash: {fingerprint(document, qms)}}}]\n"
            for document in qms.documents
            if document.path in files and document.id not in drafts and hasattr(document, "version")
        }
        qms = folder({name: text(name, seals.get(name, "")) for name in files}, DAY, more)
        assert not qms.found, qms.found
        return qms

    return made


def procedure(id_: str, *clauses: str) -> str:
    return PROCEDURE.format(id=id_, clauses=[*clauses])


def paper(id_: str, *clauses: str) -> str:
    return PAPER.format(id=id_, clauses=[*clauses])


def clause_in(qms, standard: str, number: str):
    (found,) = [c for c in gap(qms, qms.standard(standard)).clauses if c.clause.id == number]
    return found


def strength(qms, standard: str, number: str) -> Strength:
    return clause_in(qms, standard, number).proof.strength


# The packs


def test_the_map_names_clauses_of_both_editions_and_loses_none(old, new):
    before, now = {c.id for c in old.clauses}, [c.id for c in new.clauses]
    assert (len(before), len(now)) == (65, 65)
    named = [number for c in new.clauses for number in c.comes_from[OLD]]
    assert set(named) == before
    assert set(now) - before == {"6.1.3"}
    assert before - set(now) == {"10.3"}
    ways = {c.id: c.comes_from[OLD] for c in new.clauses if c.comes_from[OLD] != (c.id,)}
    assert ways == {"6.1.3": ("6.1.2",), "10.1": ("10.1", "10.3")}


def test_every_point_says_how_it_is_known_and_names_sources_that_the_pack_has(new):
    parts = [*new.chapters, *new.clauses]
    assert {part.known.certainty for part in parts} == {Certainty.FIRM}
    worded = [one for c in new.clauses for one in (*c.requirements, *c.documented_information)]
    assert {one.known.certainty for one in worded} == {Certainty.SECOND_HAND}
    known = [one.known for one in (*parts, *worded, *new.editions, new.transition)]
    assert {name for one in known for name in one.sources} == set(new.sources)


def test_what_the_editions_share_is_proved_alike_in_both(old, new):
    """Why: a proof that is mended in one pack alone would make the editions differ."""
    before = {clause.id: clause for clause in old.clauses}
    split = {"6.1.2", "6.1.3", "10.1"}
    for clause in new.clauses:
        if clause.id in split:
            continue
        was = before[clause.id]
        assert (clause.proof, clause.na_allowed, clause.phase) == (
            was.proof,
            was.na_allowed,
            was.phase,
        ), clause.id
        assert [(i.proof, i.basis, i.conditional) for i in clause.documented_information] == [
            (i.proof, i.basis, i.conditional) for i in was.documented_information
        ], clause.id
        kept = [r for r in clause.requirements if r.change is None]
        marks = {r.id: (r.conditional, r.any_of, r.blocking, r.weight) for r in was.requirements}
        assert {r.id: (r.conditional, r.any_of, r.blocking, r.weight) for r in kept}.items() <= (
            marks.items()
        ), clause.id


def test_what_is_different_is_told_with_what_to_do(new):
    told = {clause.id for clause in new.clauses if clause.change}
    assert all(clause.to_do for clause in new.clauses if clause.change)
    assert {c.id for c in new.clauses for r in c.requirements if r.change} <= told
    assert len([r for c in new.clauses for r in c.requirements if r.change is Change.NEW]) == 11


@pytest.mark.parametrize("id_", shipped())
def test_the_head_of_a_pack_says_what_the_whole_pack_says(id_):
    pack, head = shipped_standard(id_), shipped_heads()[id_]
    assert (pack.editions, pack.transition) == (head.editions, head.transition)


def test_editions_follow_one_another_without_a_gap(folder):
    known = folder({}).fact(editions)
    for one in known.values():
        assert one.since is None or one.until is None or one.since <= one.until
        if one.replaced_by:
            assert known[one.replaced_by].since <= one.until + timedelta(1)


def test_the_days_of_the_change(new):
    days = new.transition
    assert (days.replaces, days.published) == (OLD, PUBLISHED)
    assert (days.first_only, days.ends) == (date(2028, 3, 31), date(2029, 9, 30))


# What carries over


def test_who_names_a_clause_of_2015_shows_what_came_of_it(sealed):
    files = {"a.md": procedure("SOP-1", "8.5.1"), "b.md": procedure("SOP-2", "8.5.2")}
    qms = sealed(files, drafts=("SOP-2",))
    for standard in (OLD, NEW):
        assert strength(qms, standard, "8.5.1") is Strength.PROVED
        assert strength(qms, standard, "8.5.2") is Strength.SHORT
        assert strength(qms, standard, "8.5.6") is Strength.NONE


def test_a_group_or_very_many_clauses_carry_over_as_vaguely_as_they_were(sealed):
    many = [clause.id for clause in shipped_standard(OLD).clauses][-BROAD:]
    for named in (["8.5"], [*many, "8.5.1"]):
        qms = sealed({"a.md": procedure("SOP-1", *named)})
        found = [clause_in(qms, standard, "8.5.1").proof for standard in (OLD, NEW)]
        assert [one.strength for one in found] == [Strength.SHORT] * 2
        assert [ids(one.evidence) for one in found] == [[], []]


def test_what_is_new_is_shown_by_nothing_that_names_the_old_clause(sealed):
    def new_point(*clauses: str) -> Strength:
        found = clause_in(sealed({"d.yaml": paper("D-1", *clauses)}), NEW, "5.1.1")
        return {one.requirement.id: one.proof.strength for one in found.requirements}["5.1.1-1"]

    assert new_point("5.1.1") is Strength.CLAIM_ONLY
    assert new_point("iso9001-2026/5.1") is Strength.CLAIM_ONLY
    assert new_point("iso9001-2026/5.1.1") is Strength.PAPER
    assert new_point("5.1.1", "iso9001-2026/5.1.1") is Strength.PAPER


def test_nothing_carries_over_better_than_it_was_proved():
    qms = load(Disk(EXAMPLE), None)
    found = crossing(qms, gap(qms, qms.standard(NEW)))
    assert len(found.clauses) == 65
    assert found.count(Carry.WHOLE) > 40
    for one in found.clauses:
        was = [r.proof.strength in COUNTS for c in one.before for r in c.requirements if applies(r)]
        if one.carry in {Carry.WHOLE, Carry.IN_PART}:
            assert all(was), one.here.clause.id
        if not any(was):
            assert one.carry in {Carry.ANEW, Carry.SHORT, Carry.NOTHING, Carry.OUT}
    before, now = (unproved(gap(qms, qms.standard(id_))) for id_ in ("iso9001-2015", NEW))
    assert now >= before > 0
    assert 0 < found.new_proved < len(found.new)


def unproved(found) -> int:
    """How many of the requirements that apply nothing in the folder proves."""
    every = [r for c in found.clauses for r in c.requirements if applies(r)]
    return sum(r.proof.strength not in COUNTS for r in every)


def applies(judged) -> bool:
    return judged.status not in {Status.NOT_APPLICABLE, Status.NOT_TRIGGERED}


def test_what_was_not_shown_for_2015_and_is_for_2026_did_not_carry_over(sealed):
    qms = sealed({"a.md": procedure("SOP-1", "iso9001-2026/8.5.2")}, f"standards: [{OLD}]\n")
    found = crossing(qms, gap(qms, qms.standard(NEW)))
    carries = {one.here.clause.id: one.carry for one in found.clauses}
    assert carries["8.5.1"] is Carry.NOTHING
    assert strength(qms, OLD, "8.5.2") is Strength.NONE
    assert strength(qms, NEW, "8.5.2") is Strength.PROVED
    assert carries["8.5.2"] is Carry.SHORT  # its record is not there


HOUSE = """\
kind: standard
id: house-{n}
title: {{en: House {n}, id: Rumah {n}}}
edition: "{n}"
version: "1"
disclaimer: {{en: ours, id: kami}}
{more}
chapters: [{{id: "1", title: {{en: C, id: B}}, phase: plan}}]
clauses:
  - id: "1.1"
    parent: "1"
    title: {{en: Ask, id: Tanya}}
    phase: plan
    proof: {{kinds: [{kind}], named: false}}
    comes_from: {origin}
    requirements:
      - {{id: 1.1-a, text: {{en: ask, id: tanya}}}}
      {point}
"""
KNOWN = "known: {certainty: firm, sources: [us]}"
CHANGE = (
    "transition: {replaces: house-1, published: 2027-01-01, first_only: 2028-01-01,"
    " ends: 2029-01-01, " + KNOWN + "}"
)
POINT = "- {id: 1.1-b, text: {en: new, id: baru}, change: new}"


@pytest.mark.parametrize(
    ("before", "now", "point", "carry"),
    [
        ("audit", "audit", "", Carry.WHOLE),
        ("audit", "audit", POINT, Carry.IN_PART),
        ("survey", "audit", "", Carry.ANEW),
        ("survey", "audit", POINT, Carry.SHORT),
        ("audit", "survey", "", Carry.NOTHING),
        ("audit", "survey", POINT, Carry.NOTHING),
    ],
)
def test_what_carries_over_by_the_packs_of_a_folder_itself(folder, before, now, point, carry):
    files = {
        "standards/1.yaml": HOUSE.format(n=1, kind=before, more="", origin="{}", point=""),
        "standards/2.yaml": HOUSE.format(
            n=2, kind=now, more=CHANGE, origin='{house-1: ["1.1"]}', point=point
        ),
        "a.yaml": "kind: audit\nid: A-1\ntitle: A\ndate: 2027-01-01\naudit_type: internal\n",
    }
    qms = folder(files, DAY, "standards: [house-1]\n")
    assert not qms.found, qms.found
    found = crossing(qms, gap(qms, qms.standard("house-2")))
    assert [one.carry for one in found.clauses] == [carry]
    assert isinstance(
        report_on(qms, qms.standard("house-2"))(qms, qms.standard("house-2")), CrossingReport
    )


@pytest.mark.parametrize("more", ["", CHANGE])
def test_nothing_carries_over_from_an_edition_that_is_not_there(folder, more):
    pack = HOUSE.format(n=2, kind="audit", more=more, origin="{}", point="")
    qms = folder({"standards/2.yaml": pack}, DAY, "standards: [house-2]\n")
    assert crossing(qms, gap(qms, qms.standard("house-2"))) is None


def test_both_editions_in_one_folder_each_with_its_own_numbers(sealed):
    files = {
        "a.md": procedure("SOP-1", "8.5.1"),
        "b.md": procedure("SOP-2", "iso9001-2026/8.5.2"),
        "c.yaml": paper("D-1", "10.3"),
    }
    qms = sealed(files, BOTH)
    assert [d.rule.code for d in examine(qms) if d.rule.code in {"SMM204", "SMM902"}] == []
    for standard in (OLD, NEW):
        assert strength(qms, standard, "8.5.1") is Strength.PROVED
        assert strength(qms, standard, "8.5.2") is Strength.PROVED  # read backwards for 2015
    assert ids(clause_in(qms, OLD, "10.3").proof.evidence) == ["D-1"]
    assert ids(clause_in(qms, NEW, "10.1").proof.evidence) == ["D-1"]


def test_a_folder_that_has_gone_on_to_the_new_edition_keeps_what_it_has(sealed):
    files = {"a.md": procedure("SOP-1", "8.5.1"), "c.yaml": paper("D-1", "iso9001-2015/10.3")}
    qms = sealed(files, NEW_FIRST)
    assert strength(qms, OLD, "8.5.1") is strength(qms, NEW, "8.5.1") is Strength.PROVED
    assert ids(clause_in(qms, NEW, "10.1").proof.evidence) == ["D-1"]


def test_a_number_that_the_new_edition_dropped_is_told_with_what_it_is_now(folder):
    qms = folder({"d.yaml": paper("D-1", "10.3")}, DAY, f"standards: [{NEW}]\n")
    (found,) = [d.problem for d in examine(qms) if d.rule.code == "SMM204"]
    assert ENGLISH.say(found.hint) == "10.3 of iso9001-2015 is 10.1 here"


def test_what_the_scope_leaves_out_is_left_out_of_both(folder):
    home = "kind: qms\nid: Q\ntitle: Q\nversion: '1'\nsmmkit: 2\n"
    home += "organization: {name: B, short_name: B, head: K}\nunits: [{id: U-1, title: S}]\n"
    home += "scope: {statement: S, exclusions: [{clause: '8.3', reason: Nothing is designed.}]}\n"
    qms = folder({"qms.yaml": home}, DAY)
    left = [exclusions(qms, qms.standard(standard)) for standard in (OLD, NEW)]
    assert left[0] == left[1]
    assert "8.3.1" in left[0]
    partly = home.replace("designed.}", "designed., partial: true}")
    assert exclusions(folder({"qms.yaml": partly}, DAY), qms.standard(NEW)) == {}


def test_an_open_finding_on_the_old_clause_stands_against_the_new_one(folder):
    files = {
        "a.yaml": "kind: audit\nid: A-1\ntitle: A\ndate: 2027-01-01\naudit_type: internal\n",
        "f.yaml": "kind: finding\nid: F-1\ntitle: F\ndate: 2027-01-02\naudit: A-1\ngrade: major\n"
        "unit: U-1\nclause: '10.3'\nstatement: Nothing got better.\naction: {what: mend, due: 2027-02-01}\n",
        "g.yaml": f"kind: gap-assessment\nid: G-1\ntitle: G\ndate: 2027-01-03\nstandard: {NEW}\n"
        "verdicts: [{requirement: '10.1', status: conform}]\n",
    }
    qms = folder(files, DAY, BOTH)
    assert not qms.found, qms.found
    found = gap(qms, qms.standard(NEW))
    majors = [(one.clause, one.what.id) for one in found.blocking if one.why is Obstacle.MAJOR_OPEN]
    assert majors == [("10.1", "F-1")]
    assert [(action.clause, action.source) for action in found.actions] == [("10.1", "F-1")]
    reasons = [ENGLISH.say(why) for one in found.overclaims for why in one.because]
    assert "F-1 is open" in reasons


def test_a_finding_by_the_old_numbers_counts_where_the_new_edition_stands_alone(folder):
    files = {
        "a.yaml": "kind: audit\nid: A-1\ntitle: A\ndate: 2027-01-01\naudit_type: internal\n",
        "f.yaml": "kind: finding\nid: F-1\ntitle: F\ndate: 2027-01-02\naudit: A-1\ngrade: major\n"
        "unit: U-1\nclause: 'iso9001-2015/10.3'\nstatement: Nothing got better.\n",
        "g.yaml": f"kind: gap-assessment\nid: G-1\ntitle: G\ndate: 2027-01-03\nstandard: {NEW}\n"
        "verdicts: [{requirement: '10.1', status: conform}]\n",
    }
    qms = folder(files, DAY, f"standards: [{NEW}]\n")
    found = gap(qms, qms.standard(NEW))
    reasons = [ENGLISH.say(why) for one in found.overclaims for why in one.because]
    assert "F-1 is open" in reasons
    assert "10.1" in [one.clause.id for one in parts_of(qms, View.UNIT, NEW, found.clauses)["U-1"]]


def test_an_audit_programme_by_the_old_numbers_covers_the_new_clauses():
    qms = load(Disk(EXAMPLE), None)
    was, now = (clause_in(qms, standard, "9.2.2").proof for standard in (OLD, NEW))
    assert was.uncovered == now.uncovered


# A folder that answers to 2015 alone


def test_the_report_on_2015_knows_nothing_of_the_new_edition(monkeypatch):
    qms = load(Disk(EXAMPLE), None)
    report = report_on(qms, qms.standard(OLD))(qms, qms.standard(OLD))
    made, page = serialized(report, ENGLISH), report.page(None)
    assert "transition" not in made
    monkeypatch.setattr("smmkit.qms.shipped", lambda: [id_ for id_ in shipped() if id_ != NEW])
    alone = load(Disk(EXAMPLE), None)
    assert alone.standard(NEW) is None
    report = report_on(alone, alone.standard(OLD))(alone, alone.standard(OLD))
    assert serialized(report, ENGLISH) == made
    assert report.page(None) == page


# The report


def test_the_report_tells_what_carries_over_what_is_new_and_what_to_do(folder):
    qms = folder({}, PUBLISHED)
    report = report_on(qms, qms.standard(NEW))(qms, qms.standard(NEW))
    assert isinstance(report, CrossingReport)
    blocks = report.page(None).blocks
    tables = {ENGLISH.say(b.name): b for b in blocks if isinstance(b, Table)}
    assert len(tables["What carries over"].rows) == 65
    assert len(tables["What is new or changed"].rows) == 21
    assert any(row[0].value == "6.1.3" for row in tables["What is new or changed"].rows)
    data = serialized(report, ENGLISH)["transition"]
    assert (data["replaces"], data["ends"]) == (OLD, "2029-09-30")
    assert {one["known"] for one in data["points"]} == {"second-hand"}
    (added,) = [one for one in data["clauses"] if one["id"] == "6.1.3"]
    assert (added["from"], added["carries"], added["known"]) == (["6.1.2"], "nothing", "firm")
    said = [ENGLISH.say(name) for b in blocks if isinstance(b, Fields) for name, _ in b.rows]
    assert "Last day of certificates to the edition before" in said


@pytest.mark.parametrize("early", [True, False])
def test_before_it_was_published_nobody_answers_to_it(folder, early):
    qms = folder({}, PUBLISHED - timedelta(early))
    page = report_on(qms, qms.standard(NEW))(qms, qms.standard(NEW)).page(None)
    told = [ENGLISH.say(block.text) for block in page.blocks if isinstance(block, Prose)]
    assert any(text.startswith("Published on 16 September 2026") for text in told) is early


@pytest.mark.parametrize(
    ("standards", "crosses"),
    [(f"[{OLD}]", True), (f"[{OLD}, {NEW}]", True), (f"[{NEW}, {OLD}]", True), (f"[{NEW}]", False)],
)
def test_who_answers_to_the_new_edition_alone_has_nothing_to_carry_over(folder, standards, crosses):
    qms = folder({}, DAY, f"standards: {standards}\n")
    blocks = report_on(qms, qms.standard(NEW))(qms, qms.standard(NEW)).page(None).blocks
    heads = [ENGLISH.say(block.text) for block in blocks if isinstance(block, Heading)]
    assert ("What carries over with its proof" in heads) is crosses


def test_a_standard_that_nobody_knows_is_told_with_those_of_the_folder(qms):
    pack = (
        "kind: standard\nid: house\ntitle: {en: H, id: R}\nedition: '1'\nversion: '1'\n"
        "disclaimer: {en: o, id: k}\nchapters: [{id: H, title: {en: H, id: R}, phase: plan}]\n"
        "clauses: [{id: H.1, parent: H, title: {en: O, id: S}, phase: plan,"
        " requirements: [{id: H.1-a, text: {en: Do, id: Lakukan}}]}]\n"
    )
    (qms / "standards").mkdir()
    (qms / "standards" / "house.yaml").write_text(pack)
    done = smm("gap-report", qms, "--standard", "iso9001-2008", "--lang", "en")
    assert done.returncode == 2
    assert "there are: house, iso27001-2022, iso9001-2015, iso9001-2026, juknis" in done.stderr
    assert smm("gap-report", qms, "--standard", "house", "--lang", "en").returncode == 0


# What papers cite


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("SNI ISO 9001:2015", ["ISO 9001:2015"]),
        ("ISO9001:2015, klausul 8", ["ISO 9001:2015"]),
        ("iso 9001 : 2015", ["ISO 9001:2015"]),
        ("ISO 9001-2026.", ["ISO 9001:2026"]),
        ("ISO 9001:2015/Amd 1:2024", ["ISO 9001:2015/Amd 1:2024"]),
        ("ISO 9001:20151", []),
        ("ISO 9001", []),
        ("bukti/iso-9001-2015.pdf", []),
        ("iso9001-2015", []),
        ("KMK 127/2026", ["KMK 127/2026"]),
    ],
)
def test_a_paper_cites_an_edition_however_it_is_spaced(folder, text, found):
    qms = folder({"d.yaml": f"kind: document\nid: D-1\ntitle: '{text}'\nversion: '1'\n"})
    said = [one.edition.name for one in cited(qms, qms.things["D-1"]) if one.edition]
    assert said == found


def test_the_day_of_a_paper(sealed, folder):
    qms = sealed({"d.yaml": paper("D-1"), "e.yaml": paper("D-2") + "effective: 2027-02-01\n"})
    assert paper_day(qms.things["D-1"]) == date(2027, 1, 1)
    assert paper_day(qms.things["D-2"]) == date(2027, 2, 1)
    draft = folder({"d.yaml": paper("D-1")}).things["D-1"]
    assert paper_day(draft) is None


def test_a_kpi_report_names_no_rule_of_a_later_year():
    said = [smm("kpi", EXAMPLE, "--as-of", day, "--lang", "en").stdout for day in DAYS]
    assert ["KMK 127/2026" in text for text in said] == [False, True]


DAYS = ("2025-12-31", "2026-01-01")


# A new QMS


@pytest.mark.parametrize(
    ("day", "standard"),
    [
        (date(2026, 9, 16), OLD),
        (date(2028, 3, 30), OLD),
        (date(2028, 3, 31), NEW),
        (date(2031, 1, 1), NEW),
    ],
)
def test_a_new_qms_begins_with_what_a_first_certificate_can_be_had_to(day, standard):
    assert standard_on(day) == standard


@pytest.mark.parametrize(
    ("told", "standards"),
    [
        ("2026", (NEW,)),
        (NEW, (NEW,)),
        ("2015, 2026", (OLD, NEW)),
        ("2026; juknis 2026", (NEW, "juknis")),
    ],
)
def test_init_offers_both_editions(tmp_path, told, standards):
    done = smm("init", tmp_path / "q", "--name", "X", "--standards", told, "--lang", "en")
    assert done.returncode == 0, done.stderr
    qms = load(Disk(tmp_path / "q"), DAY)
    assert qms.settings.standards == standards
    assert [d for d in examine(qms) if d.rule.severity.name == "ERROR"] == []
    assert smm("gap-report", tmp_path / "q").returncode == 0


def test_init_takes_the_editions_from_a_file_and_refuses_what_nobody_knows(tmp_path):
    answers = tmp_path / "a.yaml"
    answers.write_text("name: X\nlanguage: en\nstandards: [iso9001-2026, iso9001-2015]\n")
    assert smm("init", tmp_path / "q", "--answers", answers).returncode == 0
    assert load(Disk(tmp_path / "q"), DAY).settings.standards == (NEW, OLD)
    answers.write_text("name: X\nlanguage: en\nstandards: [iso9001-2026, iso9001-2008]\n")
    done = smm("init", tmp_path / "r", "--answers", answers, "--lang", "en")
    assert done.returncode == 2
    assert "a.yaml:3:27: error" in done.stderr
    assert "there is no standard iso9001-2008" in done.stderr


def test_a_replica_has_the_editions_of_what_it_begins_from(tmp_path):
    done = smm("init", tmp_path / "q", "--name", "X", "--from", EXAMPLE, "--standards", "2026")
    assert done.returncode == 2
    assert not (tmp_path / "q").exists()


def test_a_new_assessment_asks_for_the_clauses_of_its_own_edition(tmp_path):
    smm("init", tmp_path / "q", "--name", "X", "--standards", "2015 2026", "--lang", "en")
    done = smm("new", "gap-assessment", tmp_path / "q", "--set", f"standard={NEW}")
    assert done.returncode == 0, done.stderr
    (made,) = load(Disk(tmp_path / "q"), DAY).of(GapAssessment)
    asked = [verdict.requirement for verdict in made.verdicts]
    assert (made.standard, asked) == (NEW, [c.id for c in shipped_standard(NEW).clauses])


def test_a_new_document_names_the_clauses_of_the_first_edition_alone(tmp_path):
    smm("init", tmp_path / "q", "--name", "X", "--standards", "2015 2026", "--lang", "en")
    assert smm("new", "training", tmp_path / "q").returncode == 0
    training = next((tmp_path / "q").rglob("training/*.yaml")).read_text()
    assert 'clauses: ["7.2", "7.3"]' in training


def test_a_standard_that_is_none_of_quality_is_a_pack_like_any_other(folder):
    """Four themes with 37, 8, 14 and 34 controls; whatever is in it says that it is second-hand."""
    pack = shipped_standard("iso27001-2022")
    themes = Counter(c.parent for c in pack.clauses if c.parent.startswith("A."))
    assert themes == {"A.5": 37, "A.6": 8, "A.7": 14, "A.8": 34}
    assert all(part.known and part.known.certainty == "second-hand" for part in pack.parts)
    text = (
        'kind: procedure\nid: SOP-1\ntitle: Backup\nversion: "1"\n'
        'clauses: ["iso27001-2022/A.8.13"]\nsteps: []\n'
    )
    qms = folder({"a.yaml": text}, date(2026, 3, 2), more="standards: [iso27001-2022]\n")
    found = {one.clause.id: one.proof.strength.value for one in gap(qms, pack).clauses}
    assert (found["A.8.13"], found["A.8.14"]) == ("short", "none")


AMENDED = "ISO 9001:2015 with Amd 1:2024"
DAYS_OF_THE_AMENDMENT = [
    (date(2024, 2, 22), "ISO 9001:2015", False),
    (date(2024, 2, 23), AMENDED, True),
    (date(2026, 3, 2), AMENDED, True),
]


@pytest.mark.parametrize(("day", "title", "is_asked"), DAYS_OF_THE_AMENDMENT)
def test_what_an_amendment_adds_is_called_and_asked_from_its_day(folder, day, title, is_asked):
    standard = folder({}).on(day).standard(OLD)
    assert ENGLISH.say(standard.title) == title
    asked = {one.id for clause in standard.clauses for one in clause.requirements}
    assert ("4.1-3" in asked) is is_asked
    assert "4.1-2" in asked
    assert "4.1-3" in standard.requirement_ids, "who speaks of it later has no wrong number"
    assert folder({}).on(day).standard(OLD) is standard


def test_every_amendment_that_asks_for_something_has_a_day():
    for pack in map(shipped_standard, shipped()):
        asking = {r.amendment for c in pack.clauses for r in c.requirements if r.amendment}
        assert asking == {one.name for one in pack.amendments}


@pytest.mark.parametrize(
    ("day", "title"), [("2019-12-02", "ISO 9001:2015"), ("2025-01-02", AMENDED)]
)
def test_a_paper_names_the_edition_of_its_day(folder, day, title):
    paper = f"kind: gap-assessment\nid: GA-1\ntitle: G\ndate: {day}\nstandard: {OLD}\n"
    qms = folder({"g.yaml": paper})
    (assessment,) = qms.of(GapAssessment)
    blocks = DocumentView(qms, assessment).content(assessment)
    rows = [row for block in blocks if isinstance(block, Fields) for row in block.rows]
    said = [ENGLISH.say(cell.value) for _, cell in rows]
    assert title in said
