"""The gap report: claim beside proof, in tables and as data; nothing is missing in one of them."""

from __future__ import annotations

from datetime import date

import pytest

from smmkit.analyses.proof.proof import Evidence, ShortOf, Shown, Strength
from smmkit.page import Fields, Figure, Table, Tone
from smmkit.reports.gap.changes import together
from smmkit.reports.gap.proofs import documents
from smmkit.reports.gap.report import GapReport
from smmkit.serialized import serialized
from smmkit.standards.proof import Condition
from smmkit.words import language, say

ENGLISH, INDONESIAN = language("en"), language("id")
PROCEDURE = "---\nkind: procedure\nid: {}\ntitle: T\nversion: '1'\nsteps: [{{activity: A, actor: B}}]\n---\n"


def test_what_no_longer_holds_is_named_as_such_and_what_falls_short_by_what_it_lacks(folder):
    names = ("GONE", "DRAFT", "GROUP")
    qms = folder({f"{name}.md": PROCEDURE.format(name) for name in names})
    gone, draft, group = (qms.things[name] for name in names)
    lacks = (Condition.APPROVED, Condition.CURRENT)
    proof = Shown(
        Strength.SHORT,
        (Evidence(group, indirect=True),),
        (
            ShortOf(gone, lacks[:1], (say("withdrawn on {day}", day=date(2021, 3, 1)),)),
            ShortOf(draft, lacks, (say("a draft that nobody has approved"), say("not closed"))),
        ),
    )
    assert [ENGLISH.say(text) for text in documents(proof)] == [
        "GROUP (indirect)",
        "GONE (withdrawn on 1 March 2021)",
        "DRAFT (a draft that nobody has approved, not closed)",
    ]


PACK = """\
kind: standard
id: house
title: {en: House, id: Rumah}
edition: "1"
version: "7"
disclaimer: {en: ours, id: kami}
chapters:
  - {id: "8", title: {en: Operation, id: Operasi}, phase: do}
  - {id: "9", title: {en: Checking, id: Pemeriksaan}, phase: check}
clauses:
  - id: "8.1"
    parent: "8"
    title: {en: Plan, id: Rencana}
    phase: do
    proof: {kinds: [audit]}
    requirements:
      - {id: 8.1-a, text: {en: plan it, id: rencanakan}, blocking: true}
      - {id: 8.1-b, text: {en: do it, id: kerjakan}}
      - {id: 8.1-c, text: {en: keep it, id: simpan}}
  - id: "9.1"
    parent: "9"
    title: {en: Look, id: Lihat}
    phase: check
    requirements:
      - {id: 9.1-a, text: {en: look, id: lihat}}
    documented_information:
      - kind: retain
        what: {en: what was seen, id: yang dilihat}
        proof: {kinds: [submission]}
  - id: "9.2"
    parent: "9"
    title: {en: Compare, id: Bandingkan}
    phase: check
    na_allowed: true
    requirements:
      - {id: 9.2-a, text: {en: compare, id: bandingkan}, blocking: true}
"""
OTHER = """\
kind: standard
id: other
title: {en: Other, id: Lain}
edition: "1"
version: "1"
disclaimer: {en: o, id: l}
chapters: [{id: "1", title: {en: C, id: B}, phase: plan}]
clauses:
  - id: "1.1"
    parent: "1"
    title: {en: Ask, id: Tanya}
    phase: plan
    proof: {kinds: [audit]}
    requirements: [{id: 1.1-a, text: {en: ask, id: tanya}}]
    documented_information:
      - {kind: maintain, what: {en: a list, id: daftar}, proof: {kinds: [submission]}}
"""
HOME = """\
kind: qms
id: Q
title: Q
version: "1"
smmkit: 2
organization: {name: B, short_name: B, head: K}
standards: [house, other]
scope: {statement: S, exclusions: [{clause: "house/9.2", reason: Nobody to compare with.}]}
units: [{id: U-1, title: Secretariat}]
"""
ASSESSMENT = """\
kind: gap-assessment
id: GAP-1
title: G
date: 2026-01-01
standard: house
verdicts:
  - {requirement: 8.1-a, status: nonconform, condition: No plan., gap: All of it., evidence: [a memo],
     actions: [{what: write it, owner: U-1, due: 2026-03-01}, {what: read it, owner: U-1, due: 2026-03-02}]}
  - {requirement: 8.1-b, status: conform}
  - requirement: 9.1-a
    status: partial
    actions: [{what: look twice, owner: U-1, due: 2026-01-02, done: 2026-01-05}]
"""
AUDIT = "kind: audit\nid: A-1\ntitle: A\ndate: 2026-01-01\naudit_type: internal\nclauses: ['8.1']\n"
FILES = {
    "standards/house.yaml": PACK,
    "standards/other.yaml": OTHER,
    "qms.yaml": HOME,
    "g.yaml": ASSESSMENT,
    "a.yaml": AUDIT,
}


@pytest.fixture
def report(folder):
    """The report on the small standard, on one day."""

    def of(files=(), **how):
        qms = folder(FILES | dict(files), date(2026, 3, 2))
        return GapReport(qms, qms.standard("house"), **how)

    return of


def tables(page) -> dict[str, Table]:
    """The tables of a page by their English name."""
    return {ENGLISH.say(b.name): b for b in page.blocks if isinstance(b, Table)}


def spoken(value):
    many = isinstance(value, list | tuple)
    return [ENGLISH.say(one) for one in value] if many else ENGLISH.say(value)


def column(table: Table, title: str) -> list:
    """The cells below a heading."""
    (at,) = [n for n, one in enumerate(table.columns) if ENGLISH.say(one.title) == title]
    return [row[at] for row in table.rows]


def texts(table: Table, title: str) -> list:
    return [spoken(cell.value) for cell in column(table, title)]


def test_the_three_numbers_stand_together_with_their_formula(report):
    made = report()
    (fields,) = [block for block in made.page(None).blocks if isinstance(block, Fields)]
    found = {ENGLISH.say(name).partition(":")[0]: spoken(cell.value) for name, cell in fields.rows}
    numbers = [found[name] for name in ("Proved", "Claimed", "Coverage", "Counts")]
    assert numbers == ["75.00 %", "37.50 %", "75.00 %", "37.50 %"]
    assert found["Requirements"] == "3 assessed of 4 that apply"
    data = serialized(made, ENGLISH)["totals"]
    assert found["Formula"] == f"{data.pop('formula')} (version {data.pop('formula_version')})"
    assert data == {
        "applicable": 4,
        "assessed": 3,
        "proved": 75.0,
        "claimed": 37.5,
        "beyond": 12.5,
        "conformity": 50.0,
        "coverage": 75.0,
        "floor": 37.5,
    }


def test_what_is_claimed_beyond_its_proof_is_drawn_though_something_else_is_proved(report):
    (bars,) = [block.drawing for block in report().page(None).blocks if isinstance(block, Figure)]
    drawn = {ENGLISH.say(bar.name)[0]: bar.parts for bar in bars.rows}
    assert drawn == {"8": (100.0, 0.0, 0.0), "9": (0.0, 50.0, 50.0)}


def test_clauses_stand_in_the_order_of_the_standard_with_claim_and_proof(report):
    found = tables(report().page(None))["Clauses"]
    assert texts(found, "Clause") == ["8.1", "9.1", "9.2"]
    assert texts(found, "Claim") == ["does not conform", "conforms in part", "not applicable"]
    assert texts(found, "Proof") == ["proved", "claim only", "not applicable"]
    assert [cell.tone for cell in column(found, "Proof")] == [Tone.GOOD, Tone.MUTED, Tone.MUTED]
    assert texts(found, "Documents") == [["A-1"], [], "excluded in the scope"]
    assert texts(found, "Proved") == ["100.00 %", "0.00 %", "-"]
    assert texts(found, "Claimed") == ["33.33 %", "50.00 %", "-"]
    assert texts(found, "Counts") == ["33.33 %", "50.00 %", "-"]


def test_programs_get_the_same_clauses_and_numbers(report):
    data = serialized(report(), INDONESIAN)
    plan, look, compare = data["clauses"]
    assert (plan["id"], plan["title"], plan["status"]) == ("8.1", "Rencana", "nonconform")
    assert (plan["score"], plan["coverage"], plan["floor"]) == (50.0, 66.67, 33.33)
    assert (look["score"], look["excluded"]) == (50.0, None)
    assert (compare["score"], compare["excluded"]) == (None, "Nobody to compare with.")
    assert plan["proof"] == {
        "strength": "proved",
        "documents": [{"id": "A-1", "indirect": False}],
        "short_of": [],
        "lacking": [],
        "uncovered": [],
        "elsewhere": [],
    }
    assert [one["status"] for one in plan["requirements"]] == [
        "nonconform",
        "conform",
        "not-assessed",
    ]
    assert (data["standard"], data["standard_title"], data["standard_version"]) == (
        "house",
        "Rumah",
        "7",
    )
    assert (data["as_of"], data["assessment"]) == ("2026-03-02", "GAP-1")
    assert [(one["id"], one["floor"]) for one in data["chapters"]] == [("8", 33.33), ("9", 50.0)]
    assert [one["id"] for one in data["phases"]] == ["plan", "do", "check", "act"]


def test_what_blocks_says_why_in_the_language_of_the_reader(report):
    found = tables(report().page(None))["Blocking"]
    assert texts(found, "Clause") == ["8.1", "9.1"]
    assert texts(found, "Description") == ["plan it", "what was seen"]
    assert texts(found, "Why") == ["does not conform", "required information is not proved"]
    assert [
        (one["clause"], one["why"], one["what"])
        for one in serialized(report(), INDONESIAN)["blocking"]
    ] == [
        ("8.1", "nonconform", "rencanakan"),
        ("9.1", "not-proved", "yang dilihat"),
    ]
    whys = [INDONESIAN.say(cell.value) for cell in column(found, "Why")]
    assert whys == ["tidak sesuai", "informasi terdokumentasi yang wajib belum terbukti"]


def test_an_action_is_late_from_the_day_after_it_was_due_unless_it_is_done(report):
    found = tables(report().page(None))["Actions"]
    assert texts(found, "Action") == ["write it", "read it", "look twice"]
    assert [cell.tone for cell in column(found, "Due")] == [Tone.BAD, Tone.PLAIN, Tone.PLAIN]
    assert texts(found, "Done on") == ["open", "open", "5 January 2026"]
    assert serialized(report(), ENGLISH)["actions"][2] == {
        "clause": "9.1-a",
        "what": "look twice",
        "owner": "U-1",
        "due": "2026-01-02",
        "done": "2026-01-05",
        "source": "GAP-1",
    }


def test_documents_that_are_asked_for_stand_with_what_there_is_of_them(report):
    found = tables(report().page(None))["Documented information"]
    assert texts(found, "Clause") == ["9.1"]
    assert texts(found, "Proof") == ["no proof"]
    assert column(found, "Proof")[0].tone is Tone.BAD
    (one,) = serialized(report(), ENGLISH)["mandatory"]
    assert (one["clause"], one["kind"], one["applies"], one["strength"]) == (
        "9.1",
        "retain",
        True,
        "none",
    )


def test_another_standard_of_the_folder_is_a_checklist_and_this_one_is_not(report):
    found = tables(report().page(None))
    assert texts(found["other"], "No.") == ["1.1", "1.1"]
    assert texts(found["other"], "What is asked for") == ["Ask", "a list"]
    assert "house" not in found
    (one,) = serialized(report(), ENGLISH)["checklists"]
    assert one["standard"] == "other"
    assert [(item["id"], item["what"]) for item in one["items"]] == [
        ("1.1", "Ask"),
        ("1.1", "a list"),
    ]


def test_each_requirement_is_told_only_where_there_is_room_for_it(report):
    assert "Requirements" not in tables(report(detailed=False).page(None))
    found = tables(report().page(None))["Requirements"]
    assert texts(found, "No.") == ["8.1-a", "8.1-b", "8.1-c", "9.1-a", "9.2-a"]
    assert texts(found, "Objective condition and gap")[0] == "No plan. All of it."
    assert texts(found, "Evidence named")[:2] == [["a memo"], []]
    assert texts(found, "Claim")[2] == "not assessed"


def test_without_an_assessment_the_head_says_so(report):
    made = report({"g.yaml": ASSESSMENT.replace("standard: house", "standard: other")})
    (fields,) = [block for block in made.page(None).blocks if isinstance(block, Fields)]
    last = fields.rows[-1][1]
    assert (spoken(last.value), last.tone) == (
        "there is no assessment of this standard in the folder",
        Tone.BAD,
    )
    assert serialized(made, ENGLISH)["assessment"] is None


def test_what_could_not_be_read_is_named_on_the_page_and_in_the_data(report):
    made = report({"torn.yaml": "kind: [\nid: X\n"})
    assert texts(tables(made.page(None))["Left out"], "File") == ["torn.yaml"]
    assert serialized(made, ENGLISH)["left_out"] == ["torn.yaml"]


def test_overclaims_stand_below_the_headline_in_brief_as_a_line(report):
    unproved = "    proof: {kinds: [risk]}\n    requirements:"
    pack = PACK.replace("    proof: {kinds: [audit]}\n", "").replace("    requirements:", unproved)
    claims = {
        "g.yaml": ASSESSMENT.replace("nonconform", "conform").replace("partial", "conform"),
        "standards/house.yaml": pack,
    }
    whole, brief = (report(claims, brief=short).page(None) for short in (False, True))
    assert next(iter(tables(whole))) == "Overclaims"
    assert texts(tables(whole)["Overclaims"], "Clause") == ["8.1", "8.1", "9.1"]
    (head,) = [one for one in brief.blocks if isinstance(one, Fields)]
    told = {spoken(name): spoken(cell.value) for name, cell in head.rows}
    assert told["Claimed better than it is shown"] == ["8.1", "9.1"]
    assert "Overclaims" not in tables(report().page(None))


def test_what_changed_alike_for_several_documents_is_one_sentence():
    why = [say("a draft")]
    told = [
        say("{id} counts now; before: {reasons}", id=f"PRO-0{n}", reasons=why) for n in (1, 2, 3)
    ]
    other = say("{id} counts now; before: {reasons}", id="SOP-01", reasons=[say("withdrawn")])
    gone = say("left out in the scope")
    assert spoken(together([told[0], other, *told[1:], gone, gone])) == [
        "PRO-01 to PRO-03 counts now; before: a draft",
        "SOP-01 counts now; before: withdrawn",
        "left out in the scope",
        "left out in the scope",
    ]
