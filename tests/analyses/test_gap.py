"""The gap to a standard: three numbers together, claims beside proof, exclusions by structure."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import samples
from samples import AT_HOUSE
from smmkit.analyses.gap.comparison import gap
from smmkit.analyses.gap.score import summed, together
from smmkit.analyses.proof.claims import latest_assessment
from smmkit.analyses.proof.proof import Strength, ids
from smmkit.documents.assessment import Status

WEIGHTS = st.integers(1, 9)
PAIRS = st.lists(st.tuples(st.sampled_from(Status), WEIGHTS), max_size=20)
NEUTRAL = st.sampled_from([Status.NOT_APPLICABLE, Status.NOT_TRIGGERED])
BETTER = {
    Status.NONCONFORM: Status.PARTIAL,
    Status.PARTIAL: Status.CONFORM,
    Status.CONFORM: Status.CONFORM,
}


@given(PAIRS)
def test_all_three_lie_between_0_and_100_and_are_there_together(pairs):
    found = summed(pairs)
    for number in (found.conformity, found.coverage, found.floor):
        assert number is None or 0 <= number <= 100
    assert (found.coverage is None) is (found.floor is None) is (found.applicable == 0)
    assert (found.conformity is None) is (found.assessed == 0)
    assert found.assessed <= found.applicable


@given(PAIRS, st.randoms())
def test_the_order_changes_nothing(pairs, random):
    mixed = random.sample(pairs, len(pairs))
    assert summed(mixed) == summed(pairs)


@given(PAIRS, NEUTRAL, WEIGHTS)
def test_what_does_not_apply_or_was_not_triggered_neither_helps_nor_harms(pairs, status, weight):
    assert summed([*pairs, (status, weight)]) == summed(pairs)


@given(PAIRS)
def test_the_floor_is_never_above_conformity_and_equals_it_when_all_is_assessed(pairs):
    found = summed(pairs)
    if found.conformity is not None:
        assert found.floor <= found.conformity
    known = [(s, w) for s, w in pairs if s is not Status.NOT_ASSESSED]
    assert summed(known).floor == summed(known).conformity


@given(PAIRS, st.data())
def test_a_better_verdict_never_lowers_a_number(pairs, data):
    places = [i for i, (status, _) in enumerate(pairs) if status in BETTER]
    if not places:
        return
    at = data.draw(st.sampled_from(places))
    better = [*pairs]
    better[at] = (BETTER[pairs[at][0]], pairs[at][1])
    before, after = summed(pairs), summed(better)
    assert after.conformity >= before.conformity
    assert after.floor >= before.floor
    assert after.coverage == before.coverage


@given(PAIRS, WEIGHTS)
def test_one_more_that_nobody_looked_at_lowers_the_floor_and_not_conformity(pairs, weight):
    before, after = summed(pairs), summed([*pairs, (Status.NOT_ASSESSED, weight)])
    assert after.conformity == before.conformity
    assert after.floor <= (100 if before.floor is None else before.floor)
    assert after.coverage <= (100 if before.coverage is None else before.coverage)


def test_by_hand():
    found = summed(
        [
            (Status.CONFORM, 2),
            (Status.PARTIAL, 1),
            (Status.NONCONFORM, 1),
            (Status.NOT_ASSESSED, 1),
            (Status.NOT_APPLICABLE, 7),
        ]
    )
    assert (found.applicable, found.assessed) == (4, 3)
    assert (found.conformity, found.coverage, found.floor) == (Decimal("62.5"), 75, 50)


def test_the_status_of_a_clause_is_its_worst():
    assert together([Status.CONFORM, Status.PARTIAL, Status.NOT_ASSESSED]) is Status.PARTIAL
    assert together([Status.CONFORM, Status.NOT_ASSESSED]) is Status.NOT_ASSESSED
    assert together([Status.NONCONFORM, Status.PARTIAL]) is Status.NONCONFORM
    assert together([Status.CONFORM, Status.NOT_TRIGGERED]) is Status.CONFORM
    assert together([Status.NOT_TRIGGERED, Status.NOT_APPLICABLE]) is Status.NOT_TRIGGERED
    assert together([]) is Status.NOT_APPLICABLE


PACK = """\
kind: standard
id: house
title: {en: House, id: Rumah}
edition: "1"
version: "1"
disclaimer: {en: ours, id: kami}
chapters:
  - {id: "8", title: {en: Operation, id: Operasi}, phase: do}
  - {id: "8.5", parent: "8", title: {en: Service, id: Jasa}, phase: do}
  - {id: "8.55", parent: "8", title: {en: Neighbour, id: Tetangga}, phase: check}
clauses:
  - id: "8.1"
    parent: "8"
    title: {en: Plan, id: Rencana}
    phase: do
    requirements:
      - {id: 8.1-a, text: {en: a, id: a}, any_of: true}
      - {id: 8.1-b, text: {en: b, id: b}, any_of: true}
      - {id: 8.1-c, text: {en: c, id: c}, weight: 3}
  - id: "8.5.1"
    parent: "8.5"
    title: {en: One, id: Satu}
    phase: do
    proof: {kinds: [audit]}
    requirements:
      - {id: 8.5.1-a, text: {en: a, id: a}, blocking: true}
      - {id: 8.5.1-b, text: {en: b, id: b}}
    documented_information:
      - kind: retain
        requirements: [8.5.1-b]
        what: {en: results, id: hasil}
        proof: {kinds: [submission]}
  - id: "8.5.10"
    parent: "8.5"
    title: {en: Ten, id: Sepuluh}
    phase: do
    proof: {kinds: [audit]}
    requirements:
      - {id: 8.5.10-a, text: {en: a, id: a}}
  - id: "8.55.1"
    parent: "8.55"
    title: {en: Other, id: Lain}
    phase: check
    proof: {kinds: [audit]}
    requirements:
      - {id: 8.55.1-a, text: {en: a, id: a}}
"""
HOUSE = "standards: [house]\n"
AUDIT = (
    "kind: audit\nid: {id}\ntitle: A\ndate: 2026-01-01\naudit_type: internal\nclauses: {clauses}\n"
)


def assessment(*verdicts, id="GAP-01", day="2026-01-01") -> str:
    lines = "".join(f'  - {{requirement: "{of}", status: {status}}}\n' for of, status in verdicts)
    head = f"kind: gap-assessment\nid: {id}\ntitle: G\ndate: {day}\nstandard: house\n"
    return head + ("verdicts:\n" + lines if lines else "")


@pytest.fixture
def held(folder):
    """A folder held against the small standard."""

    def result(files=(), settings="", as_of=date(2026, 3, 2)):
        qms = folder({"standards/house.yaml": PACK} | dict(files), as_of, HOUSE + settings)
        assert not qms.found
        return gap(qms, qms.standard("house"))

    return result


def statuses(found, clause) -> dict[str, Status]:
    (one,) = [c for c in found.clauses if c.clause.id == clause]
    return {j.requirement.id: j.status for j in one.requirements}


def test_without_an_assessment_nothing_is_assessed(held):
    found = held()
    assert found.assessment is None
    assert (found.totals.applicable, found.totals.assessed) == (6, 0)
    assert (found.totals.conformity, found.totals.coverage, found.totals.floor) == (None, 0, 0)


PROVING = {
    "p.yaml": AUDIT.format(id="A-9", clauses='["8.5.1", "8.5.10"]'),
    "s.yaml": "kind: submission\nid: S-9\ntitle: S\ndate: 2026-01-01\nrecipient: B\n"
    "clauses: ['8.5.1']\n",
}
"""What proves 8.5.1, each of its requirements, and 8.5.10."""


def test_a_claim_counts_no_more_than_its_proof(held):
    claimed = {"g.yaml": assessment(("8.5.1", "conform"), ("8.5.10", "partial"))}
    bare, proved = held(claimed), held(claimed | PROVING)
    assert set(statuses(bare, "8.5.1").values()) == {Status.NONCONFORM}
    assert set(statuses(proved, "8.5.1").values()) == {Status.CONFORM}
    assert (bare.totals.proved, bare.totals.floor) == (0, 0)
    assert (bare.totals.beyond, proved.totals.beyond) == (bare.totals.claimed, 0)
    assert bare.totals.claimed == proved.totals.claimed == proved.totals.floor
    assert [(one.clause, one.counts) for one in bare.overclaims] == [
        ("8.5.1", Status.NONCONFORM),
        ("8.5.10", Status.NONCONFORM),
    ]
    assert proved.overclaims == ()
    assert bare.blocking


def test_a_claim_beyond_proof_is_seen_though_something_else_is_proved_and_not_claimed(held):
    totals = held(PROVING | {"g.yaml": assessment(("8.55.1", "conform"))}).totals
    assert (totals.proved, totals.claimed, totals.beyond) == (Decimal("37.5"), 12.5, 12.5)


def test_what_is_proved_is_counted_whatever_is_claimed(held):
    assert held(PROVING).totals.proved == Decimal("37.5")
    assert held().totals.proved == 0


@pytest.mark.parametrize(
    ("grade", "status"),
    [("major", "nonconform"), ("minor", "partial"), ("observation", "conform")],
)
def test_a_claim_counts_no_more_than_an_open_finding_on_the_clause_allows(held, grade, status):
    finding = (
        f"kind: finding\nid: F-1\ntitle: F\ndate: 2026-01-01\naudit: A-9\ngrade: {grade}\n"
        'clause: "8.5.1"\nunit: U-1\nstatement: S\n'
    )
    files = PROVING | {"g.yaml": assessment(("8.5.1", "conform")), "f.yaml": finding}
    assert set(statuses(held(files), "8.5.1").values()) == {Status(status)}
    closed = files | {"f.yaml": finding + "closed: 2026-01-02\n"}
    assert set(statuses(held(closed), "8.5.1").values()) == {Status.CONFORM}


@pytest.mark.parametrize(
    ("claimed", "reasons"), [("conform", 1), ("partial", 0), ("nonconform", 0)]
)
def test_only_what_claims_more_than_a_finding_allows_is_held_back(held, claimed, reasons):
    finding = (
        "kind: finding\nid: F-1\ntitle: F\ndate: 2026-01-01\naudit: A-9\ngrade: minor\n"
        'clause: "8.5.1"\nunit: U-1\nstatement: S\n'
    )
    found = held(PROVING | {"g.yaml": assessment(("8.5.1", claimed)), "f.yaml": finding})
    (clause,) = [one for one in found.clauses if one.clause.id == "8.5.1"]
    assert {len(one.because) for one in clause.requirements} == {reasons}


def test_what_always_applies_goes_on_counting(held):
    before = held(PROVING).totals.applicable
    for word in ("not-applicable", "not-triggered"):
        found = held(PROVING | {"g.yaml": assessment(("8.5.1", word))})
        assert found.totals.applicable == before
        assert set(statuses(found, "8.5.1").values()) == {Status.NOT_ASSESSED}


def test_who_says_that_a_gap_does_not_apply_gains_nothing(held):
    """It left the count of what was assessed, and the share of what conforms rose."""
    told = [("8.5.10", "conform"), ("8.5.1", "nonconform")]
    before = held(PROVING | {"g.yaml": assessment(*told)}).totals.conformity
    for word in ("not-applicable", "not-triggered"):
        now = held(PROVING | {"g.yaml": assessment(told[0], ("8.5.1", word))}).totals.conformity
        assert now == before


def test_no_word_takes_out_of_what_is_proved_for_which_something_is_there(held):
    """A requirement that was said not to have been triggered left the headline, which rose."""
    pack = {
        "standards/house.yaml": PACK.replace("id: 8.5.10-a,", "id: 8.5.10-a, conditional: true,")
    }
    before = held(PROVING | pack).totals.proved
    now = held(PROVING | pack | {"g.yaml": assessment(("8.5.10", "not-triggered"))})
    assert Status.NOT_TRIGGERED in statuses(now, "8.5.10").values()
    assert now.totals.proved == before > 0


@pytest.mark.parametrize(
    ("more", "counts"),
    [("", Status.NOT_TRIGGERED), (", gap: None of it is kept", Status.NOT_ASSESSED)],
)
def test_what_has_a_gap_has_had_its_occasion(held, more, counts):
    pack = PACK.replace("id: 8.5.10-a,", "id: 8.5.10-a, conditional: true,")
    files = {
        "standards/house.yaml": pack,
        "g.yaml": assessment(("8.5.10", f"not-triggered{more}")),
    }
    assert set(statuses(held(files), "8.5.10").values()) == {counts}


def test_of_two_verdicts_on_one_clause_the_worse_counts(held):
    """The last one counted: a second verdict was a way to a better number."""
    told = [("8.5.1", "partial"), ("8.5.1", "conform")]
    for order in (told, told[::-1]):
        found = held(PROVING | {"g.yaml": assessment(*order)})
        assert set(statuses(found, "8.5.1").values()) == {Status.PARTIAL}


@pytest.mark.parametrize(
    ("named", "status"),
    [
        ("A-9", "conform"),
        ("G-1", "partial"),
        ("A-9, G-1", "conform"),
        ("D-1", "partial"),
        ("N-1", "partial"),
    ],
)
def test_evidence_that_is_about_something_else_or_holds_no_more_bears_only_a_part(
    held, named, status
):
    glossary = "kind: glossary\nid: {}\ntitle: G\nversion: '1'\n{}"
    files = PROVING | {
        "gl.yaml": glossary.format("G-1", "") if status == "partial" else "",
        "d.yaml": glossary.format("D-1", "withdrawn: 2026-01-01\n"),
        "n.yaml": glossary.format("N-1", "").replace("glossary", "document"),
        "g.yaml": assessment(("8.5.1", f"conform, evidence: [{named}]")),
    }
    if named == "A-9, G-1":
        files["gl.yaml"] = PROVING["p.yaml"].replace("A-9", "G-1")
    files = {path: text for path, text in files.items() if text}
    assert set(statuses(held(files), "8.5.1").values()) == {Status(status)}


def test_a_requirement_goes_before_its_clause_and_a_clause_is_no_group(held):
    found = held(
        PROVING
        | {
            "g.yaml": assessment(
                ("8.5.1", "conform"), ("8.5.1-b", "partial"), ("8.5", "nonconform")
            )
        }
    )
    assert statuses(found, "8.5.1") == {"8.5.1-a": Status.CONFORM, "8.5.1-b": Status.PARTIAL}
    assert statuses(found, "8.5.10") == {"8.5.10-a": Status.NOT_ASSESSED}
    assert statuses(found, "8.55.1") == {"8.55.1-a": Status.NOT_ASSESSED}


def test_of_options_the_best_counts_once(held):
    found = held({"g.yaml": assessment(("8.1-a", "conform"), ("8.1-b", "nonconform"))})
    (clause,) = [c for c in found.clauses if c.clause.id == "8.1"]
    assert (clause.totals.applicable, clause.totals.assessed) == (2, 1)
    assert (clause.totals.conformity, clause.totals.floor) == (100, 25)
    assert clause.status is Status.NOT_ASSESSED


def test_an_option_that_does_not_apply_leaves_the_other(held):
    found = held({"g.yaml": assessment(("8.1-a", "not-triggered"), ("8.1-b", "nonconform"))})
    (clause,) = [c for c in found.clauses if c.clause.id == "8.1"]
    assert clause.status is Status.NONCONFORM


def test_chapters_and_phases_count_requirements_not_averages(held):
    claimed = {"g.yaml": assessment(("8.5.1", "conform"), ("8.5.10", "nonconform"))}
    found = held(PROVING | claimed)
    (one,) = found.chapters
    chapter, numbers = one.chapter, one.totals
    assert chapter.id == "8"
    assert numbers == found.totals
    assert numbers.conformity == Decimal(2) / 3 * 100
    phases = {one.phase.value: one.totals.applicable for one in found.phases}
    assert phases == {"plan": 0, "do": 5, "check": 1, "act": 0}


def test_the_last_assessment_on_or_before_the_day_counts(folder):
    files = {
        "standards/house.yaml": PACK,
        "old.yaml": assessment(id="GAP-01", day="2025-01-01"),
        "new.yaml": assessment(id="GAP-02", day="2026-01-01"),
        "iso.yaml": assessment(id="GAP-03", day="2026-02-01").replace("house", "iso9001-2015"),
    }

    def latest(day):
        qms = folder(files, day, HOUSE)
        found = latest_assessment(qms, qms.standard("house"))
        return found and found.id

    assert latest(date(2026, 1, 1)) == "GAP-02"
    assert latest(date(2025, 12, 31)) == "GAP-01"
    assert latest(date(2024, 12, 31)) is None


SCOPE = 'scope: {{statement: S, exclusions: [{{clause: "{}", reason: Nobody asks it.}}]}}\n'


@pytest.mark.parametrize(
    ("excluded", "clauses"),
    [
        ("8.5", ["8.5.1", "8.5.10"]),
        ("8.5.1", ["8.5.1"]),
        ("8.55", ["8.55.1"]),
        ("8", ["8.1", "8.5.1", "8.5.10", "8.55.1"]),
        ("house/8.5.1", ["8.5.1"]),
        ("iso9001-2015/8.5.1", []),
        ("8.5.1-a", []),
    ],
)
def test_an_exclusion_leaves_out_what_lies_below_it_and_nothing_that_is_spelled_alike(
    folder, excluded, clauses
):
    files = {
        "standards/house.yaml": PACK.replace("\n    phase:", "\n    na_allowed: true\n    phase:"),
        "g.yaml": assessment(("8.5.1", "nonconform")),
        "qms.yaml": "kind: qms\nid: Q\ntitle: Q\nversion: '1'\nsmmkit: 2\n"
        "organization: {name: B, short_name: B, head: K}\n" + HOUSE + SCOPE.format(excluded),
    }
    qms = folder(files)
    found = gap(qms, qms.standard("house"))
    out = [c.clause.id for c in found.clauses if c.excluded]
    assert out == clauses
    assert all(c.status is Status.NOT_APPLICABLE for c in found.clauses if c.excluded)
    blocked = {b.clause for b in found.blocking}
    assert blocked == {"8.5.1"} - set(clauses)


@pytest.mark.parametrize(
    ("scope", "status"),
    [("8.5.10", Status.NOT_ASSESSED), ("8.5.1, partial: true", Status.NOT_APPLICABLE)],
)
def test_a_verdict_alone_leaves_nothing_out_that_the_scope_does_not(folder, scope, status):
    files = {
        "standards/house.yaml": PACK.replace("\n    phase:", "\n    na_allowed: true\n    phase:"),
        "g.yaml": assessment(("8.5.1", "not-applicable")),
        "qms.yaml": AT_HOUSE
        + f"scope: {{statement: S, exclusions: [{{reason: Nobody asks it., clause: {scope}}}]}}\n",
    }
    qms = folder(files)
    assert not qms.found
    assert set(statuses(gap(qms, qms.standard("house")), "8.5.1").values()) == {status}


def test_what_is_left_out_only_in_part_goes_on_counting(folder):
    files = {
        "standards/house.yaml": PACK,
        "qms.yaml": "kind: qms\nid: Q\ntitle: Q\nversion: '1'\nsmmkit: 2\n"
        "organization: {name: B, short_name: B, head: K}\n"
        + HOUSE
        + SCOPE.format("8.5.1").replace("reason", "partial: true, reason"),
    }
    qms = folder(files)
    assert [c for c in gap(qms, qms.standard("house")).clauses if c.excluded] == []


@pytest.mark.parametrize("reason", ["Belum dikerjakan tahun ini", "Not yet done.", "later"])
def test_what_is_only_not_done_yet_goes_on_counting(folder, reason):
    may = PACK.replace("\n    phase:", "\n    na_allowed: true\n    phase:")
    files = {
        "standards/house.yaml": may,
        "qms.yaml": "kind: qms\nid: Q\ntitle: Q\nversion: '1'\nsmmkit: 2\n"
        "organization: {name: B, short_name: B, head: K}\n"
        + HOUSE
        + SCOPE.format("8.5.1").replace("Nobody asks it.", reason),
    }
    before, after = folder({"standards/house.yaml": may}, more=HOUSE), folder(files)
    found = [gap(qms, qms.standard("house")).totals for qms in (before, after)]
    assert found[0] == found[1]


def test_what_cannot_be_left_out_goes_on_counting_whatever_the_scope_says(folder):
    before = folder({"standards/house.yaml": PACK}, more=HOUSE)
    files = {
        "standards/house.yaml": PACK,
        "qms.yaml": "kind: qms\nid: Q\ntitle: Q\nversion: '1'\nsmmkit: 2\n"
        "organization: {name: B, short_name: B, head: K}\n" + HOUSE + SCOPE.format("8.5"),
    }
    after = folder(files)
    found = [gap(qms, qms.standard("house")) for qms in (before, after)]
    assert found[0].totals == found[1].totals
    assert not any(clause.excluded for clause in found[1].clauses)


def test_a_group_that_cannot_be_left_out_as_a_whole_takes_nothing_with_it(folder):
    one_may = PACK.replace('- id: "8.5.10"', '- id: "8.5.10"\n    na_allowed: true')
    before = folder({"standards/house.yaml": one_may}, more=HOUSE)
    files = {
        "standards/house.yaml": one_may,
        "qms.yaml": "kind: qms\nid: Q\ntitle: Q\nversion: '1'\nsmmkit: 2\n"
        "organization: {{name: B, short_name: B, head: K}}\n" + HOUSE + SCOPE,
    }
    totals = {}
    for number in ("8.5", "8.5.10"):
        qms = folder(files | {"qms.yaml": files["qms.yaml"].format(number)})
        found = gap(qms, qms.standard("house"))
        totals[number] = found.totals
        assert [c.clause.id for c in found.clauses if c.excluded] == ["8.5.10"][number == "8.5" :]
    assert totals["8.5"] == gap(before, before.standard("house")).totals != totals["8.5.10"]


def test_proof_is_direct_or_from_a_group_above_never_from_below_beside_or_alike(held):
    files = {
        "a.yaml": AUDIT.format(id="A-CLAUSE", clauses='["8.5.1"]'),
        "b.yaml": AUDIT.format(id="A-GROUP", clauses='["8.5"]'),
        "c.yaml": AUDIT.format(id="A-BOTH", clauses='["8.5", "8.5.1"]'),
        "d.yaml": AUDIT.format(id="A-REQUIREMENT", clauses='["8.5.10-a"]'),
        "e.yaml": AUDIT.format(id="A-OTHER", clauses='["iso9001-2015/8.5.10"]'),
        "f.yaml": AUDIT.format(id="A-NONE", clauses="[]"),
    }
    found = {c.clause.id: c.proof for c in held(files).clauses}
    assert [(e.document.id, e.indirect) for e in found["8.5.1"].evidence] == [
        ("A-CLAUSE", False),
        ("A-BOTH", False),
        ("A-GROUP", True),
    ]
    assert found["8.5.10"].strength is Strength.SHORT
    assert ids(found["8.5.10"].evidence) == []
    assert [one.document.id for one in found["8.5.10"].short_of] == ["A-GROUP", "A-BOTH"]
    assert ids(found["8.55.1"].evidence) == []
    assert found["8.55.1"].strength is Strength.NONE
    assert found["8.1"].strength is Strength.CLAIM_ONLY


def test_a_requirement_is_proved_by_its_own_item_where_it_has_one(held):
    sent = (
        "kind: submission\nid: S-1\ntitle: S\ndate: 2026-01-01\nrecipient: B\nclauses: ['8.5.1']\n"
    )
    found = held({"s.yaml": sent})
    (clause,) = [c for c in found.clauses if c.clause.id == "8.5.1"]
    assert [j.proof.strength for j in clause.requirements] == [Strength.NONE, Strength.PROVED]
    (item,) = found.mandatory
    assert (item.proof.strength, item.applies) == (Strength.PROVED, True)


def test_what_blocks_is_told_with_its_reason(held):
    major = (
        "kind: finding\nid: F-1\ntitle: F\ndate: 2026-01-01\naudit: A-1\ngrade: major\n"
        'clause: "8.5.10"\nunit: U-1\nstatement: S\n'
    )
    audit = AUDIT.format(id="A-1", clauses="[]")
    found = held({"a.yaml": audit, "f.yaml": major})
    assert [(b.clause, b.why) for b in found.blocking] == [
        ("8.5.1", "not-assessed"),
        ("8.5.1", "not-proved"),
        ("8.5.10", "major-open"),
    ]
    closed = major + "closed: 2026-02-01\n"
    conform = assessment(("8.5.1-a", "partial"), ("8.5.1-b", "partial"))
    after = held(PROVING | {"a.yaml": audit, "f.yaml": closed, "g.yaml": conform})
    assert after.blocking == ()


def test_a_major_finding_is_open_until_the_day_it_is_closed(held):
    major = (
        "kind: finding\nid: F-1\ntitle: F\ndate: 2026-01-01\nclosed: 2026-02-01\naudit: A-1\n"
        'grade: major\nclause: "8.5.10"\nunit: U-1\nstatement: S\n'
    )
    files = {"a.yaml": AUDIT.format(id="A-1", clauses="[]"), "f.yaml": major}
    early = held(files, as_of=date(2026, 1, 31))
    assert ("8.5.10", "major-open") in [(b.clause, b.why) for b in early.blocking]
    on_the_day = held(files, as_of=date(2026, 2, 1))
    assert "8.5.10" not in [b.clause for b in on_the_day.blocking]


def test_actions_come_in_the_order_of_the_standard(held):
    verdicts = """\
verdicts:
  - requirement: "8.5.10"
    status: partial
    actions: [{what: ten, owner: U-1, due: 2026-03-01}]
  - requirement: "8.5.1-b"
    status: partial
    actions: [{what: one, owner: U-1, due: 2026-03-02, done: 2026-03-02}]
"""
    found = held({"g.yaml": assessment() + verdicts})
    assert [(a.clause, a.what) for a in found.actions] == [("8.5.1-b", "one"), ("8.5.10", "ten")]
    late = found.actions[1]
    assert (late.late(date(2026, 3, 1)), late.late(date(2026, 3, 2))) == (False, True)
    assert not found.actions[0].late(date(2030, 1, 1))


def test_what_weighs_nothing_is_listed_and_not_counted(folder):
    heavy = "{id: 8.55.1-a, text: {en: a, id: a}}"
    light = heavy[:-1] + ", weight: 0}"
    files = PROVING | {"g.yaml": assessment(("8.5.1", "conform"), ("8.5.10", "conform"))}

    def found(demand):
        pack = PACK.replace(heavy, demand)
        qms = folder(files | {"standards/house.yaml": pack}, more=HOUSE)
        return gap(qms, qms.standard("house"))

    before, after = found(heavy).totals, found(light).totals
    assert (before.applicable, after.applicable) == (6, 5)
    assert after.floor > before.floor
    assert statuses(found(light), "8.55.1") == {"8.55.1-a": Status.NOT_ASSESSED}


def test_a_requirement_may_be_of_another_phase_than_its_clause(folder):
    other = "{id: 8.5.10-a, text: {en: a, id: a}, phase: act}"
    pack = PACK.replace("{id: 8.5.10-a, text: {en: a, id: a}}", other)
    qms = folder({"standards/house.yaml": pack}, more=HOUSE)
    found = gap(qms, qms.standard("house"))
    phases = {one.phase.value: one.totals.applicable for one in found.phases}
    assert phases == {"plan": 0, "do": 4, "check": 1, "act": 1}
    assert sum(phases.values()) == found.totals.applicable


PARTS = (
    samples.HOUSE
    + """\
chapters: [{id: "1", title: {en: One, id: Satu}, phase: do}]
clauses:
  - id: "1.1"
    parent: "1"
    title: {en: Release, id: Rilis}
    phase: do
    proof: {kinds: [glossary], named: false}
    requirements:
      - {id: "1.1-a", text: {en: A way is set, id: Cara ditetapkan}}
      - {id: "1.1-b", text: {en: It is recorded, id: Direkam}}
    documented_information:
      - kind: maintain
        basis: explicit
        requirements: ["1.1-b"]
        what: {en: The way, id: Cara}
        proof: {kinds: [glossary], named: false}
      - kind: retain
        basis: explicit
        requirements: ["1.1-b"]
        what: {en: Records, id: Rekaman}
        proof: {kinds: [survey, feedback], named: false}
"""
)
TERMS = (
    "kind: glossary\nid: G\ntitle: G\nversion: '1'\n"
    "entries: [{id: G-1, title: Case, meaning: One application}]\n"
)
HEARD = (
    "kind: feedback\nid: F-1\ntitle: F\ndate: 2026-01-05\nfeedback_type: complaint\nstatement: Late\n"
    "unit: U-1\nchannel: Counter\nabout: G-1\n"
)


@pytest.mark.parametrize(
    ("heard", "strength", "proved", "unproved"),
    [
        ({"f.yaml": HEARD}, Strength.PROVED, 100, []),
        ({}, Strength.SHORT, 50, ["1.1-b"]),
    ],
)
def test_a_clause_of_which_an_item_is_not_proved_falls_short(
    folder, heard, strength, proved, unproved
):
    files = {"standards/house.yaml": PARTS, "g.yaml": TERMS} | heard
    qms = folder(files, date(2026, 3, 2), more="standards: [house]\n")
    [clause] = gap(qms, qms.standard("house")).clauses
    assert clause.proof.strength is Strength.PROVED
    assert (clause.strength, clause.totals.proved, clause.unproved) == (strength, proved, unproved)
