"""One clause told whole: each thing asked for, what has it, what lacks it and where, what to do next."""

from __future__ import annotations

import re
import shlex
from datetime import date
from textwrap import dedent, indent

import pytest

from running import EXAMPLE
from smmkit.analyses.gap.comparison import gap
from smmkit.analyses.gap.numbers import meant, meant_elsewhere, nearest
from smmkit.analyses.gap.steps import steps
from smmkit.analyses.gap.why import why
from smmkit.analyses.gap.why_parts import Joined
from smmkit.analyses.proof.proof import Strength
from smmkit.documents import class_of
from smmkit.files.tree import Disk
from smmkit.kinds import CREATABLE
from smmkit.loading.folder import load
from smmkit.model.fields import fields_of
from smmkit.standards import shipped_standard
from smmkit.words import language

ENGLISH, INDONESIAN = language("en"), language("id")
DAY = date(2026, 3, 2)
PACK = """\
kind: standard
id: house
title: {{en: House, id: Rumah}}
edition: "1"
version: "1"
disclaimer: {{en: o, id: k}}
chapters:
  - {{id: "8", title: {{en: Doing, id: Kerja}}, phase: do}}
  - {{id: "8.1", parent: "8", title: {{en: Plans, id: Rencana}}, phase: do}}
clauses:
  - id: "8.1.1"
    parent: "8.1"
    title: {{en: Ask, id: Tanya}}
    phase: do
    na_allowed: true
    proof:
{proof}
    requirements:
      - {{id: 8.1.1-a, text: {{en: ask, id: tanya}}}}
  - id: "8.1.2"
    parent: "8.1"
    title: {{en: Tell, id: Bilang}}
    phase: do
    requirements:
      - {{id: 8.1.2-a, text: {{en: tell, id: bilang}}}}
"""
HOME = """\
kind: qms
id: Q
title: Q
version: "1"
smmkit: 2
organization: {name: B, short_name: B, head: Head}
standards: [house]
scope: {statement: S, exclusions: [EXCLUDED]}
units: [{id: U-1, title: Secretariat}, {id: U-2, title: Field}]
"""
AUDIT = """\
kind: audit
id: {id}
title: An audit
date: {day}
audit_type: internal
clauses: ['{clause}']
"""
PLAIN = "kinds: [audit]"


@pytest.fixture
def told(folder):
    """What is told of 8.1.1 in a folder, and the steps, by a proof."""

    def of(files, proof=PLAIN, clause="8.1.1", excluded="", day=DAY):
        pack = PACK.format(proof=indent(dedent(proof), "      "))
        home = {"standards/house.yaml": pack, "qms.yaml": HOME.replace("EXCLUDED", excluded)}
        qms = folder(home | files, day)
        assert not qms.found, qms.found
        found = gap(qms, qms.standard("house"))
        (one,) = [c for c in found.clauses if c.clause.id == clause]
        answer = why(qms, found, one)
        return answer, steps(qms, answer)

    return of


def audit(id="A-1", day="2026-01-01", clause="8.1.1", more="") -> str:
    return AUDIT.format(id=id, day=day, clause=clause) + more


def spoken(found, speech=ENGLISH) -> list[str]:
    return [" | ".join(filter(None, (speech.say(s.what), s.place, s.command))) for s in found]


def test_each_thing_asked_for_says_which_documents_have_it_and_what_the_others_lack_and_where(told):
    files = {
        "a.yaml": audit(more="conclusion: Both units do as they say.\n"),
        "b.yaml": audit("A-2", "2024-01-01", more="conclusion: One unit does not.\n"),
        "c.yaml": audit("A-3"),
    }
    proof = "kinds: [audit]\nconditions: [in-period]\nneeds: [{has: conclusion}]"
    answer, _ = told(files, proof)
    (way,) = answer.demands[0].ways
    found = [
        (
            ENGLISH.say(ask.what),
            [one.id for one in ask.met_by],
            [(lack.document.id, ENGLISH.say(lack.why), lack.place) for lack in ask.lacks],
        )
        for ask in way.asks
    ]
    assert found == [
        ("audit: at least 1; it names clause 8.1.1", ["A-1", "A-2", "A-3"], []),
        (
            "within the period: 12 months",
            ["A-1", "A-3"],
            [("A-2", "of 1 January 2024, more than 12 months ago", "b.yaml:4 date")],
        ),
        (
            "Conclusion: at least 1",
            ["A-1", "A-2"],
            [("A-3", "Conclusion: none", "c.yaml:1 conclusion")],
        ),
    ]
    assert (way.strength, [one.document.id for one in way.looked if not one.lacks]) == (
        Strength.PROVED,
        ["A-1"],
    )


def test_what_is_proved_needs_no_step_but_to_be_assessed(told):
    _, todo = told({"a.yaml": audit()})
    assert spoken(todo) == ["assess it: 8.1.1-a | smm new gap-assessment"]


@pytest.mark.parametrize(
    ("more", "step"),
    [("", "g.yaml:1 verdicts"), ("closed: 2026-01-03\n", "smm new gap-assessment")],
)
def test_an_assessment_that_is_not_closed_is_filled_in_and_no_other_begun(told, more, step):
    own = "kind: gap-assessment\nid: GA-1\ntitle: G\ndate: 2026-01-02\nstandard: house\n" + more
    _, todo = told({"a.yaml": audit(), "g.yaml": own})
    assert spoken(todo) == [f"assess it: 8.1.1-a | {step}"]


def test_what_nobody_has_finished_does_not_count_and_is_told_with_its_place(told):
    answer, todo = told({"a.yaml": audit(more="conclusion: TBD\n")})
    (way,) = answer.demands[0].ways
    assert way.strength is Strength.SHORT
    assert [ENGLISH.say(lack.why) for lack in way.looked[0].lacks] == [
        "not finished, it still says TBD"
    ]
    assert ENGLISH.say(way.asks[-1].what) == "nothing is left of a form or template"
    assert spoken(todo)[0] == "A-1: not finished, it still says TBD | a.yaml:7 conclusion"


def test_of_several_that_fall_short_the_one_that_lacks_least_is_to_be_mended(told):
    files = {
        "a.yaml": audit(),
        "b.yaml": audit("A-2", more="conclusion: Both units do as they say.\n"),
    }
    _, todo = told(files, "kinds: [audit]\nneeds: [{has: conclusion}, {has: scope}]")
    assert spoken(todo)[0] == "A-2: Scope: none | b.yaml:1 scope"
    assert len(todo) == 2


def test_where_one_spoils_all_every_one_is_to_be_mended(told):
    files = {"a.yaml": audit(), "b.yaml": audit("A-2")}
    files |= {f"{n}.yaml": audit(f"A-{n}", more="scope: S\n") for n in (3, 4)}
    _, todo = told(files, "kinds: [audit]\nwhole: true\nneeds: [{has: scope}]")
    assert [line.partition(":")[0] for line in spoken(todo)[:2]] == ["A-1", "A-2"]


def test_a_record_whose_time_has_gone_by_is_not_mended_but_followed_by_another(told):
    proof = "kinds: [audit]\nwhere: {audit_type: [internal]}\nconditions: [in-period]"
    _, todo = told({"a.yaml": audit(day="2020-01-01")}, proof)
    assert spoken(todo)[0] == "begin one: audit | smm new audit --set audit_type=internal"


def test_a_draft_is_to_be_approved_by_somebody_who_holds_a_role(told):
    people = """\
        kind: people
        id: ORG-01
        title: People
        version: "1"
        entries: [{id: P-7, title: B, assignments: [{role: Head, unit: U-1, since: 2020-01-01}]}]
        """
    entry = "{id: G-1, title: SMM, meaning: Sistem manajemen mutu}"
    glossary = f"kind: glossary\nid: GLO-1\ntitle: G\nversion: '1'\nentries: [{entry}]\n"
    proof = "kinds: [glossary]\nnamed: false\nconditions: [approved]"
    files = {"g.yaml": glossary, "p.yaml": dedent(people)}
    _, todo = told(files, proof)
    assert spoken(todo)[0] == (
        "have GLO-1 approved (a draft that nobody has approved) | g.yaml:1 | smm approve GLO-1 --by P-7"
    )
    _, without = told({"g.yaml": glossary}, proof)
    assert without[0].command == "smm approve GLO-1"
    _, blank = told({"g.yaml": glossary.replace("title: G", "title: (fill in) words")}, proof)
    assert spoken(blank)[:2] == [
        "GLO-1: not finished, it still says (fill in) | g.yaml:3 title",
        "have GLO-1 approved (a draft that nobody has approved) | g.yaml:1 | smm approve GLO-1",
    ]
    _, gone = told({"g.yaml": glossary + "withdrawn: 2025-01-01\n"}, proof)
    assert spoken(gone)[0] == "begin one: glossary | smm new glossary"


def test_who_mends_a_text_that_is_in_force_is_told_to_have_it_approved_again(qms):
    day = "2022-06-30"
    home = (qms / "qms.yaml").read_text("utf-8").replace("as_of: 2021-06-30", f"as_of: {day}")
    (qms / "qms.yaml").write_text(home, "utf-8")
    now = load(Disk(qms))
    found = gap(now, now.standard("iso9001-2015"))
    (one,) = [c for c in found.clauses if c.clause.id == "4.2"]
    told = [line for line in spoken(steps(now, why(now, found, one))) if "PB-01" in line]
    assert told
    assert all("then a new version has to be approved" in line for line in told)


def test_of_two_ways_the_cheaper_is_told_and_of_what_is_asked_for_too_every_one(told):
    instead = "kinds: [submission]\ninstead: [{kinds: [audit], needs: [{has: scope}]}]"
    answer, todo = told({"a.yaml": audit()}, instead)
    assert [way.joined for way in answer.demands[0].ways] == [Joined.FIRST, Joined.INSTEAD]
    assert spoken(todo)[0] == "A-1: Scope: none | a.yaml:1 scope"
    assert not any("submission" in line for line in spoken(todo))
    also = "kinds: [submission]\nalso: [{kinds: [audit], needs: [{has: scope}]}]"
    answer, todo = told({"a.yaml": audit()}, also)
    assert [way.joined for way in answer.demands[0].ways] == [Joined.FIRST, Joined.ALSO]
    assert [line.partition(":")[0] for line in spoken(todo)[:2]] == ["A-1", "begin one"]


def test_a_document_that_names_only_the_group_is_to_name_the_clause(told):
    answer, todo = told({"a.yaml": audit(clause="8.1")})
    ask = answer.demands[0].ways[0].asks[0]
    assert (ask.met_by, [lack.document.id for lack in ask.lacks]) == ((), ["A-1"])
    naming = "if A-1 is about clause 8.1.1, write that into it | a.yaml:6 clauses"
    assert spoken(todo)[0] == naming
    lacks_more = "kinds: [audit]\nneeds: [{has: scope}]"
    _, todo = told({"a.yaml": audit(clause="8.1")}, lacks_more)
    assert spoken(todo)[:2] == [naming, "A-1: Scope: none | a.yaml:1 scope"]


def test_what_nothing_can_show_asks_for_a_paper(told):
    answer, todo = told({}, clause="8.1.2")
    assert answer.demands[0].ways == ()
    assert todo[0].command == "smm new document"
    assert "8.1.2" in ENGLISH.say(todo[0].what)


def test_what_all_together_leave_out_is_told_with_the_way_to_reach_it(told):
    proof = "kinds: [audit]\nneeds: [{has: units, covers: units}]"
    closed = "units: [U-1]\nclosed: 2026-01-02\n"
    answer, todo = told({"a.yaml": audit(more=closed)}, proof)
    assert ENGLISH.say(answer.demands[0].ways[0].asks[1].uncovered) == "Units: nothing for U-2"
    assert (
        spoken(todo)[0] == "Units: nothing for U-2: one more audit that reaches it | smm new audit"
    )
    files = {"a.yaml": audit(more=closed), "b.yaml": audit("A-2", more="units: [U-1]\n")}
    _, todo = told(files, proof)
    said = "Units: nothing for U-2: write it into A-2, which is not closed, or one more audit"
    assert spoken(todo)[0] == f"{said} | b.yaml:7 units"


FINDING = """\
kind: finding
id: T-{n}
title: T
date: {day}
audit: A-1
grade: minor
clause: "8.1.1"
unit: U-1
statement: S
{more}"""


def test_findings_on_it_are_told_open_ones_first_and_what_they_lack(told):
    files = {
        "a.yaml": audit(),
        "t1.yaml": FINDING.format(n=1, day="2026-01-01", more="closed: 2026-02-01\n"),
        "t2.yaml": FINDING.format(n=2, day="2026-01-02", more="cause: C\n"),
        "t3.yaml": FINDING.format(n=3, day="2027-01-02", more=""),
    }
    answer, todo = told(files)
    assert [one.id for one in answer.findings] == ["T-2", "T-1"]
    assert spoken(todo)[0] == (
        "T-2 is open; still without: Corrective action, Effectiveness, Closed on | t2.yaml:1 action"
    )


def test_what_does_not_apply_needs_nothing(told):
    _, todo = told({}, excluded="{clause: '8.1.1', reason: Nobody asks for it.}")
    assert todo == []


def test_a_number_is_a_clause_a_requirement_an_item_or_a_group():
    iso = shipped_standard("iso9001-2015")
    assert [c.id for c in meant(iso, "9.2.2").clauses] == ["9.2.2"]
    assert [c.id for c in meant(iso, "9.2.2-a").clauses] == ["9.2.2"]
    assert (meant(iso, "9.2.2:1").clauses[0].id, meant(iso, "9.2.2:1").item) == ("9.2.2", 1)
    chapter = meant(iso, "9")
    assert chapter.is_group
    assert [c.id for c in chapter.clauses][:2] == ["9.1.1", "9.1.2"]
    for unknown in ("9.2.2:9", "9.2.2:0", "9.9", "", "9.", "A4"):
        assert meant(iso, unknown) is None


@pytest.mark.parametrize(
    ("number", "among"),
    [("9.2.9", "9.2.2"), ("8.55", "8.5"), ("9.2.2.1", "9.2.2"), ("", "4"), ("x", "10")],
)
def test_an_unknown_number_names_the_nearest(number, among):
    assert among in nearest(shipped_standard("iso9001-2015"), number)


def test_a_number_that_only_another_standard_knows_is_found_there():
    qms = load(Disk(EXAMPLE))
    assert meant_elsewhere(qms, "A4").standard.id == "juknis"
    assert meant_elsewhere(qms, "Z9") is None


def every_step(qms):
    for id_ in qms.standard_ids:
        found = gap(qms, qms.standard(id_))
        for clause in found.clauses:
            yield from steps(qms, why(qms, found, clause))


def test_whatever_the_example_is_told_to_type_can_be_typed_and_every_place_is_there(tmp_path):
    bare = tmp_path / "bare"
    bare.mkdir()
    (bare / "qms.yaml").write_text((EXAMPLE / "qms.yaml").read_text("utf-8"), "utf-8")
    seen = set()
    for root in (EXAMPLE, bare):
        qms = load(Disk(root))
        for step in every_step(qms):
            assert INDONESIAN.say(step.what)
            if step.place:
                path, line = re.match(r"(.+?):(\d+)", step.place).groups()
                assert int(line) <= len((root / path).read_text("utf-8").splitlines())
            words = shlex.split(step.command)
            seen |= {tuple(words)}
            if words[1:2] == ["new"]:
                assert words[2] in CREATABLE
                known = fields_of(class_of(words[2]))
                for pair in words[4::2]:
                    name, _, value = pair.partition("=")
                    assert not known[name].many
                    assert value in known[name].choices
            elif words:
                assert words[:2] == ["smm", "approve"]
                assert words[2] in qms.things
    assert len(seen) > 20


def test_following_the_advice_proves_the_clause(qms):
    def strength():
        now = load(Disk(qms))
        found = gap(now, now.standard("iso9001-2015"))
        (one,) = [c for c in found.clauses if c.clause.id == "7.3"]
        return one.proof.strength, steps(now, why(now, found, one))

    before, todo = strength()
    assert before is Strength.SHORT
    path, _, field = re.match(r"(.+):(\d+) (.+)", todo[0].place).groups()
    text = (qms / path).read_text("utf-8")
    (qms / path).write_text(f"{text}{field}: 2021-06-01\n", "utf-8")
    assert strength() == (Strength.PROVED, [])


NONSENSE = """\
kinds: [spaceship, qms]
named: false
where: {colour: [red]}
needs: [{has: wings.span, each: [a|b], where: {x: [y]}}, {has: units.wings}, {has: title.x, months: 3}]
"""


def test_a_pack_of_ones_own_may_name_what_is_not_there(told):
    answer, todo = told({}, NONSENSE)
    said = [ENGLISH.say(ask.what) for ask in answer.demands[0].ways[0].asks]
    assert said[0] == "spaceship, quality management system: at least 1; colour: red"
    assert said[1] == "wings.span (x: y): at least 1, each with a"
    assert spoken(todo) == ["assess it: 8.1.1-a | smm new gap-assessment"]


def test_a_document_that_names_another_clause_is_told_before_another_is_begun(told):
    text = "kind: glossary\nid: GLO-1\ntitle: G\nversion: '1'\nentries: []\nclauses: ['8.1.2']\n"
    answer, todo = told({"g.yaml": text}, "kinds: [glossary]")
    assert answer.demands[0].shown.elsewhere == ("GLO-1",)
    said = "if one of GLO-1 is about clause 8.1.1, write that into it; else begin one: glossary"
    assert spoken(todo)[0] == f"{said} | smm new glossary"
    _, todo = told({"g.yaml": text}, "kinds: [glossary]\nnamed: false")
    assert "if one of" not in spoken(todo)[0]
