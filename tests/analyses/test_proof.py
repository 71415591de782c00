"""What counts as proof: each condition on the day before, on the day, on the day after."""

from datetime import date

import pytest

from smmkit.analyses.lifecycle.fingerprint import fingerprint
from smmkit.analyses.proof.naming import namings
from smmkit.analyses.proof.proof import Strength, evidence_for, ids
from smmkit.calendar_ends import months_before
from smmkit.standards import shipped_standard
from smmkit.standards.proof import Condition, Proof
from smmkit.words import language

AUDIT = (
    "kind: audit\nid: {id}\ntitle: A\ndate: {day}\naudit_type: {type}\nclauses: ['8.5.1']\n{more}"
)


@pytest.fixture
def proved(folder):
    """What a folder shows for 8.5.1 under a proof."""

    def result(files, as_of=date(2026, 3, 2), **proof):
        qms = folder(files, as_of)
        assert not qms.found, qms.found
        standard = qms.standard("iso9001-2015")
        asked = Proof.model_validate({"kinds": ("audit",)} | proof)
        return evidence_for(qms, asked, "8.5.1", namings(qms, standard))

    result.standard = shipped_standard("iso9001-2015")
    return result


def audit(id="A-1", day="2026-01-01", type="internal", more="") -> str:
    return AUDIT.format(id=id, day=day, type=type, more=more)


def test_a_document_of_another_kind_is_nothing_not_even_too_little(proved):
    found = proved({"a.yaml": audit()}, kinds=("submission",))
    assert (found.strength, found.evidence, found.short_of) == (Strength.NONE, (), ())


def test_one_is_enough_unless_more_are_asked_for(proved):
    one, two = {"a.yaml": audit()}, {"a.yaml": audit(), "b.yaml": audit("A-2")}
    assert proved(one).strength is Strength.PROVED
    assert proved(one, at_least=2).strength is Strength.SHORT
    assert proved(two, at_least=2).strength is Strength.PROVED
    assert proved({}, at_least=2).strength is Strength.NONE


@pytest.mark.parametrize("left", ["TBD", "[Description]", "(isi)", "akan diisi kemudian", "xxx"])
def test_what_nobody_has_finished_proves_nothing(proved, left):
    found = proved({"a.yaml": audit(more=f'conclusion: "{left}"\n')})
    assert found.strength is Strength.SHORT
    assert left in str(found.short_of[0].reasons[0].values)
    assert proved({"a.yaml": audit(more="conclusion: It works\n")}).strength is Strength.PROVED


def test_fields_have_the_values_that_are_wanted(proved):
    files = {"a.yaml": audit(type="internal"), "b.yaml": audit("A-2", type="stage-1")}
    assert ids(proved(files, where={"audit_type": ("internal",)}).evidence) == ["A-1"]
    assert ids(proved(files, where={"audit_type": ("stage-1", "internal")}).evidence) == [
        "A-1",
        "A-2",
    ]
    assert proved(files, where={"audit_type": ("stage",)}).strength is Strength.NONE
    both = {"audit_type": ("internal",), "location": ("off-site",)}
    assert proved(files, where=both).strength is Strength.NONE


def test_what_need_not_name_the_clause_counts_without(proved):
    silent = {"a.yaml": audit().replace("clauses: ['8.5.1']\n", "")}
    assert proved(silent).strength is Strength.NONE
    assert ids(proved(silent, named=False).evidence) == ["A-1"]


def test_closed(proved):
    files = {"a.yaml": audit(more="closed: 2026-02-01\n")}
    asked = {"conditions": (Condition.CLOSED,)}
    early = proved(files, date(2026, 1, 31), **asked)
    assert early.strength is Strength.SHORT
    assert early.short_of[0].conditions == (Condition.CLOSED,)
    assert proved(files, date(2026, 2, 1), **asked).strength is Strength.PROVED
    assert proved({"a.yaml": audit()}, **asked).strength is Strength.SHORT


@pytest.mark.parametrize(
    ("as_of", "strength"),
    [
        (date(2025, 12, 31), Strength.SHORT),
        (date(2026, 1, 1), Strength.PROVED),
        (date(2026, 12, 31), Strength.PROVED),
        (date(2027, 1, 1), Strength.SHORT),
    ],
)
def test_in_period_is_the_last_twelve_months(proved, as_of, strength):
    asked = {"conditions": (Condition.IN_PERIOD,)}
    assert proved({"a.yaml": audit()}, as_of, **asked).strength is strength


def test_in_period_of_other_lengths(proved):
    asked = {"conditions": (Condition.IN_PERIOD,), "months": 1}
    files = {"a.yaml": audit(day="2026-02-02")}
    assert proved(files, date(2026, 3, 1), **asked).strength is Strength.PROVED
    assert proved(files, date(2026, 3, 2), **asked).strength is Strength.SHORT


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2026, 3, 2), 12, date(2025, 3, 2)),
        (date(2026, 1, 31), 1, date(2025, 12, 31)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2026, 12, 15), 36, date(2023, 12, 15)),
        (date(2026, 12, 15), 0, date(2026, 12, 15)),
    ],
)
def test_months_before(day, months, before):
    assert months_before(day, months) == before


RISKS = """\
kind: risk-register
id: RR-1
title: R
version: "1"
clauses: ["8.5.1"]
entries: [{id: R-1, title: R, sort: risk, owner: U-1}]
"""


def test_current_until_the_day_of_review(proved):
    files = {"r.yaml": RISKS + "review_by: 2026-03-02\n"}
    asked = {"kinds": ("risk-register",), "conditions": (Condition.CURRENT,)}
    assert proved(files, date(2026, 3, 2), **asked).strength is Strength.PROVED
    assert proved(files, date(2026, 3, 3), **asked).strength is Strength.SHORT
    assert proved({"r.yaml": RISKS}, **asked).strength is Strength.PROVED


@pytest.mark.parametrize(
    ("as_of", "told"),
    [(date(2026, 12, 31), []), (date(2027, 1, 1), ["held until 31 December 2026"])],
)
def test_a_team_or_programme_counts_for_the_days_that_it_is_for(proved, as_of, told):
    files = {"p.yaml": programme("audited_clauses: ['8.1']")}
    asked = {"kinds": ("audit-programme",), "conditions": (Condition.CURRENT,)}
    assert reasons(proved(files, as_of, **asked)) == told


def programme(audits):
    return (
        "kind: audit-programme\nid: P-1\ntitle: P\nversion: '1'\nclauses: ['8.5.1']\n"
        "since: 2026-01-01\nuntil: 2026-12-31\nentries:\n- {id: E-1, title: E, audit_type: internal,"
        f" since: 2026-03-01, until: 2026-03-02, {audits}}}\n"
    )


def reasons(found):
    return [language("en").say(reason) for one in found.short_of for reason in one.reasons]


def test_approved_as_long_as_it_holds(proved, folder):
    draft = RISKS + "withdrawn: 2026-03-01\n"
    qms = folder({"r.yaml": draft})
    (register,) = [d for d in qms.documents if d.id == "RR-1"]
    line = "approvals: [{{version: '1', by: P, role: R, on: 2026-01-10, hash: '{}'}}]\n"
    files = {"r.yaml": draft + line.format(fingerprint(register, qms))}
    asked = {"kinds": ("risk-register",), "conditions": (Condition.APPROVED,)}
    assert proved(files, date(2026, 1, 9), **asked).strength is Strength.SHORT
    assert proved(files, date(2026, 1, 10), **asked).strength is Strength.PROVED
    assert proved(files, date(2026, 2, 28), **asked).strength is Strength.PROVED
    gone = proved(files, date(2026, 3, 1), **asked)
    assert gone.strength is Strength.SHORT
    assert reasons(gone) == ["withdrawn on 1 March 2026"]
    assert reasons(proved(files, date(2026, 1, 9), **asked)) == ["a draft that nobody has approved"]
    broken = {"r.yaml": draft + line.format("sha256:" + "0" * 64)}
    assert reasons(proved(broken, date(2026, 1, 10), **asked)) == ["changed since it was approved"]


OBJECTIVE = """\
kind: objective
id: O-1
title: O
version: "1"
clauses: ["8.5.1"]
statement: S
policy_point: PP-1
perspective: customer
units: [U-1]
kpis:
  - id: K-1
    title: K
    measured_in: x
    formula: maximize
    aggregation: sum
    series: one.csv
    targets: [{period: "2026", value: 1}]
"""


KPIS = OBJECTIVE.partition("kpis:\n")[2]
OBJECTIVE += KPIS.replace("K-1", "K-2").replace("one.csv", "two.csv")
SEAL = "sha256:" + "0" * 64


def test_measured_means_that_every_kpi_has_a_value(proved):
    asked = {"kinds": ("objective",), "conditions": (Condition.MEASURED,)}
    full, empty = "period,value\n2026-01,0\n", "period,value\n2026-01,\n"
    both = {"o.yaml": OBJECTIVE, "one.csv": full, "two.csv": full}
    assert proved(both, **asked).strength is Strength.PROVED
    assert proved(both | {"two.csv": empty}, **asked).strength is Strength.SHORT
    assert proved({"o.yaml": OBJECTIVE, "one.csv": full}, **asked).strength is Strength.SHORT


@pytest.mark.parametrize(
    ("frequency", "last", "is_proof"),
    [
        ("monthly", "2025-12", True),
        ("monthly", "2025-06", False),
        ("quarterly", "2025-Q2", True),
        ("quarterly", "2025-Q1", False),
        ("yearly", "2024", True),
        ("yearly", "2023", False),
    ],
)
def test_what_is_measured_each_month_is_not_measured_by_a_value_of_last_summer(
    proved, frequency, last, is_proof
):
    kpi = OBJECTIVE.replace("aggregation: sum", f"aggregation: sum\n    frequency: {frequency}")
    files = {"o.yaml": kpi, "one.csv": f"period,value\n{last},0\n"}
    files["two.csv"] = files["one.csv"]
    found = proved(files, kinds=("objective",), conditions=(Condition.MEASURED,), months=18)
    assert (found.strength is Strength.PROVED) is is_proof


def test_a_reason_stands_for_a_value_but_not_for_all_of_them(proved):
    asked = {"kinds": ("objective",), "conditions": (Condition.MEASURED,)}
    old, reason = "2024-01,0,\n", "2026-01,,Nobody came\n"
    files = {"o.yaml": OBJECTIVE, "one.csv": f"period,value,reason\n{old}{reason}"}
    assert proved(files | {"two.csv": files["one.csv"]}, **asked).strength is Strength.PROVED
    never = proved(files | {"two.csv": f"period,value,reason\n{reason}"}, **asked)
    assert reasons(never) == ["never measured: K-2"]


@pytest.mark.parametrize("sealed", [True, False])
def test_each_kpi_that_is_due_is_covered_by_its_own_value_alone(proved, sealed):
    due = OBJECTIVE.replace('"2026"', '"2025"')
    due += (
        f"approvals: [{{version: '1', by: P, role: R, on: 2025-01-10, hash: '{SEAL}'}}]\n" * sealed
    )
    files = {"o.yaml": due, "one.csv": "period,value\n2025-12,0\n"}
    other = OBJECTIVE.replace("O-1", "O-2").replace("K-", "L-").replace("two.csv", "one.csv")
    needs = [{"has": "kpis", "covers": "kpis"}]
    found = proved(files | {"p.yaml": other}, kinds=("objective",), needs=needs)
    left = [one.values["missing"] for one in found.uncovered]
    assert left == ([["K-2"]] if sealed else [])  # what nobody has approved promises nothing


@pytest.mark.parametrize(
    ("text", "says"), [("-", False), ("Belum ada", False), ("not yet", False), ("Kartu stok", True)]
)
def test_none_yet_is_not_what_is_asked_for(proved, text, says):
    known = f"{{id: PK-1, title: T, unit: U, source: S, kept: '{text}'}}"
    kept = f"kind: knowledge\nid: K\ntitle: K\nversion: '1'\nentries: [{known}]\n"
    needs = [{"has": "entries", "each": ["kept"]}]
    found = proved({"k.yaml": kept}, kinds=("knowledge",), named=False, needs=needs)
    assert (found.strength is Strength.PROVED) is says


def test_none_yet_in_a_word_of_the_folder_itself_is_none(proved):
    known = "{id: PK-1, title: T, unit: U, source: S, kept: Akan datang}"
    kept = f"kind: knowledge\nid: K\ntitle: K\nversion: '1'\nentries: [{known}]\n"
    own = "kind: vocabulary\nid: vocabulary\nadds: true\nsometime: [akan datang]\n"
    needs = [{"has": "entries", "each": ["kept"]}]
    for files, strength in (({}, Strength.PROVED), ({"standards/w.yaml": own}, Strength.SHORT)):
        found = proved({"k.yaml": kept} | files, kinds=("knowledge",), named=False, needs=needs)
        assert found.strength is strength


def test_a_record_of_a_day_to_come_is_no_proof_even_where_no_period_is_asked_for(proved):
    found = proved({"a.yaml": audit(day="2026-03-02")})
    assert found.strength is Strength.PROVED
    found = proved({"a.yaml": audit(day="2026-03-03")})
    assert reasons(found) == ["of 3 March 2026, which is still to come"]


def test_a_record_is_no_proof_while_a_file_that_it_names_is_missing(proved):
    files = {"b/a.yaml": audit(more="report: a.pdf\n")}
    assert reasons(proved(files)) == ["a.pdf is not there"]
    assert proved(files | {"b/a.pdf": "%PDF-1.4"}).strength is Strength.PROVED


def test_whoever_approves_holds_the_role_on_that_day(proved, folder):
    people = (
        "kind: people\nid: PP\ntitle: P\nversion: '1'\n"
        "entries: [{{id: P, title: N, assignments: [{{role: R, unit: U, since: {}}}]}}]\n"
    )
    qms = folder({"r.yaml": RISKS})
    seal = fingerprint(next(d for d in qms.documents if d.id == "RR-1"), qms)
    sealed = (
        f"{RISKS}approvals: [{{version: '1', by: P, role: R, on: 2026-01-10, hash: '{seal}'}}]\n"
    )
    asked = {"kinds": ("risk-register",), "conditions": (Condition.APPROVED,)}
    files = {"r.yaml": sealed, "p.yaml": people.format("2026-01-10")}
    assert proved(files, **asked).strength is Strength.PROVED
    late = proved(files | {"p.yaml": people.format("2026-01-11")}, **asked)
    assert reasons(late) == ["P did not hold the role R on 10 January 2026"]
    other = people.format("2026-01-10").replace("id: P,", "id: Q,")
    assert reasons(proved(files | {"p.yaml": other}, **asked)) == [
        "P is not in the register of people"
    ]


def test_every_condition_must_be_met_and_all_that_are_not_are_named(proved):
    asked = {"conditions": (Condition.CLOSED, Condition.IN_PERIOD, Condition.CURRENT)}
    found = proved({"a.yaml": audit(day="2020-01-01")}, **asked)
    assert found.short_of[0].conditions == (Condition.CLOSED, Condition.IN_PERIOD)


def test_a_good_one_beside_a_poor_one_is_proof(proved):
    files = {"a.yaml": audit(), "b.yaml": audit("A-2", more="closed: 2026-01-02\n")}
    found = proved(files, conditions=(Condition.CLOSED,))
    assert (found.strength, ids(found.evidence)) == (Strength.PROVED, ["A-2"])
    assert [one.document.id for one in found.short_of] == ["A-1"]


def training(id="TR-1", audience="quality-team", more="closed: 2026-02-01\n") -> str:
    return (
        f"kind: training\nid: {id}\ntitle: T\ndate: 2026-01-01\ntraining_type: course\n"
        f"audience: [all-staff, {audience}]\ntopic: T\n{more}"
    )


def test_of_a_list_one_value_is_enough(proved):
    files = {"t.yaml": training()}
    asked = {"kinds": ("training",), "named": False}
    assert proved(files, **asked, where={"audience": ("quality-team",)}).strength is Strength.PROVED
    assert (
        proved(files, **asked, where={"audience": ("internal-auditors",)}).strength is Strength.NONE
    )


BOTH = {"also": ({"kinds": ("training",), "named": False, "conditions": ("closed",)},)}


def test_what_is_asked_for_beside_it_must_be_there_too(proved):
    one, other = {"a.yaml": audit()}, {"t.yaml": training()}
    found = proved(one | other, **BOTH)
    assert (found.strength, ids(found.evidence)) == (Strength.PROVED, ["A-1", "TR-1"])
    assert found.lacking == ()
    half = proved(one, **BOTH)
    assert (half.strength, ids(half.evidence)) == (Strength.SHORT, ["A-1"])
    assert half.lacking == ("training",)
    assert proved(other, **BOTH).lacking == ("audit",)
    assert proved(other, **BOTH).strength is Strength.SHORT
    none = proved({}, **BOTH)
    assert (none.strength, none.lacking) == (Strength.NONE, ("audit", "training"))


def test_a_half_that_falls_short_is_named_with_what_it_lacks(proved):
    found = proved({"a.yaml": audit(), "t.yaml": training(more="")}, **BOTH)
    assert found.strength is Strength.SHORT
    assert [(one.document.id, one.conditions) for one in found.short_of] == [
        ("TR-1", (Condition.CLOSED,))
    ]
    assert found.lacking == ()


def test_one_document_that_counts_twice_is_named_once(proved):
    found = proved({"a.yaml": audit()}, also=({"kinds": ("audit",)},))
    assert (found.strength, ids(found.evidence)) == (Strength.PROVED, ["A-1"])


def test_what_stands_in_its_place_does_as_well_and_the_best_counts(proved):
    asked = {"conditions": (Condition.CLOSED,), "instead": BOTH["also"]}
    open_, closed = {"a.yaml": audit()}, {"a.yaml": audit(more="closed: 2026-01-02\n")}
    other = {"t.yaml": training()}
    assert ids(proved(open_ | other, **asked).evidence) == ["TR-1"]
    assert ids(proved(closed | other, **asked).evidence) == ["A-1"]
    assert proved(open_, **asked).strength is Strength.SHORT
    none = proved({}, **asked)
    assert (none.strength, none.lacking) == (Strength.NONE, ("audit",))


def test_a_proof_knows_all_that_it_is_joined_with():
    inner = Proof(kinds=("swot",))
    proof = Proof(kinds=("issues",), also=(Proof(kinds=("risk-register",), instead=(inner,)),))
    assert [kind for one in proof.every for kind in one.kinds] == [
        "issues",
        "risk-register",
        "swot",
    ]


REGISTER = "kind: risk-register\nid: RR-1\ntitle: R\nversion: '1'\nclauses: ['8.5.1']\n{}"
RISK = (
    "entries:\n- {id: R-1, title: R, sort: risk, likelihood: 1, impact: 1, owner: U-1, cause: C}\n"
)
BLANK = RISK.replace("cause: C", "cause: '(isi)'")
NEED = {"kinds": ("risk-register",)}


@pytest.mark.parametrize(
    ("need", "entries", "told"),
    [
        ({"has": "entries"}, "", ["Entries: none"]),
        ({"has": "entries"}, RISK, []),
        ({"has": "entries", "at_least": 2}, RISK, ["Entries: 1 of 2"]),
        ({"has": "entries", "where": {"sort": ["opportunity"]}}, RISK, ["Entries (opportunity): none"]),
        ({"has": "entries", "where": {"sort": ["risk"]}}, RISK, []),
        ({"has": "entries", "each": ["cause"]}, RISK, []),
        ({"has": "entries", "each": ["effect"]}, RISK, ["without Effect: R-1"]),
        ({"has": "entries", "each": ["effect|cause"]}, RISK, []),
        ({"has": "entries", "each": ["cause"]}, BLANK, ["without Cause: R-1"]),
        ({"has": "entries.cause"}, RISK, []),
        ({"has": "entries.effect"}, RISK, ["Effect: none"]),
        ({"has": "entries.treatments.done"}, RISK, ["Treatments, Done on: none"]),
        ({"has": "entries", "each": ["effect|treatments.due"]}, RISK, ["without Effect or Treatments: R-1"]),
        ({"has": "distribution|entries", "at_least": 2}, RISK, ["Distribution or Entries: 1 of 2"]),
        ({"has": "entries", "at_least": 0}, "", ["Entries: none"]),
    ],
)  # fmt: skip
def test_a_document_proves_by_what_stands_in_it(proved, need, entries, told):
    found = proved({"r.yaml": REGISTER.format(entries)}, needs=[need], **NEED)
    assert reasons(found) == told
    assert found.strength is (Strength.SHORT if told else Strength.PROVED)


PARTIES = """\
kind: interested-parties
id: PB-1
title: P
version: "1"
clauses: ['8.5.1']
entries:
- {{id: PB-A, title: A, party_type: customer, reviewed: {}, expectations: [{{what: W}}]}}
"""


@pytest.mark.parametrize(
    ("reviewed", "told"),
    [
        ("2025-03-03", []),
        ("2025-03-02", ["Reviewed on: last on 2 March 2025, more than 12 months ago"]),
        ("2026-03-02", []),
        ("2026-03-03", ["Reviewed on: not yet"]),
    ],
)
def test_what_is_looked_at_again_is_so_within_its_months(proved, reviewed, told):
    needs = [{"has": "entries.reviewed", "months": 12}]
    asked = {"kinds": ("interested-parties",), "needs": needs}
    found = reasons(proved({"p.yaml": PARTIES.format(reviewed)}, **asked))
    assert [one.partition(":")[2] for one in found] == [one.partition(":")[2] for one in told]


def test_all_documents_together_cover_what_has_to_be_covered(proved):
    named = "units: [{}]\n"
    asked = {"needs": [{"has": "units", "covers": "units"}]}
    short = proved({"a.yaml": audit()}, needs=[{"has": "units", "covers": "units", "at_least": 0}])
    assert short.strength is Strength.SHORT
    assert [language("en").say(one) for one in short.uncovered] == ["Units: nothing for U-1"]
    assert proved({"a.yaml": audit(more=named.format("U-1"))}, **asked).strength is Strength.PROVED
    both = {"a.yaml": audit(more=named.format("U-1")), "b.yaml": audit("A-2")}
    assert proved(both, **asked).strength is Strength.PROVED


def test_a_word_of_a_list_that_is_not_reached_is_spoken_in_the_language_of_the_reader(proved):
    needs = [{"has": "audit_type", "covers": "words", "at_least": 0}]
    (told,) = proved({"a.yaml": audit()}, needs=needs).uncovered
    assert "stage 1, stage 2, surveillance" in language("en").say(told)
    assert "audit tahap 1, audit tahap 2, audit surveilan" in language("id").say(told)


def test_one_that_lacks_what_it_needs_spoils_the_whole_where_all_are_asked(proved):
    files = {"a.yaml": audit(more="conclusion: C\n"), "b.yaml": audit("A-2")}
    need = [{"has": "conclusion"}]
    assert proved(files, needs=need).strength is Strength.PROVED
    assert proved(files, needs=need, whole=True).strength is Strength.SHORT


def test_twenty_clauses_prove_none_alone(proved):
    many = [f"'{n}'" for n in ("4.1", "4.2", "4.3", "4.4.1", "4.4.2", "5.1.1", "5.1.2", "5.2.1",
                               "5.2.2", "5.3", "6.1.1", "6.1.2", "6.2.1", "6.2.2", "6.3", "7.1.1",
                               "7.1.2", "7.1.3", "8.5.1")]  # fmt: skip
    some = audit().replace("'8.5.1'", ", ".join(many))
    assert proved({"a.yaml": some}).strength is Strength.PROVED
    assert proved({"a.yaml": some.replace("'4.1'", "'4.1', '7.1.4'")}).strength is Strength.SHORT


def test_an_approved_paper_that_names_the_clause_counts_unread(proved, folder):
    paper = "kind: document\nid: D-1\ntitle: D\nversion: '1'\nclauses: ['8.5.1']\n"
    qms = folder({"d.yaml": paper})
    seal = fingerprint(next(d for d in qms.documents if d.id == "D-1"), qms)
    line = f"approvals: [{{version: '1', by: P, role: R, on: 2026-01-10, hash: '{seal}'}}]\n"
    draft = proved({"d.yaml": paper})
    assert (draft.strength, reasons(draft)) == (Strength.NONE, ["a draft that nobody has approved"])
    found = proved({"d.yaml": paper + line})
    assert (found.strength, ids(found.evidence)) == (Strength.PAPER, ["D-1"])
    read = {"d.yaml": paper + line, "a.yaml": audit()}
    assert proved(read).strength is Strength.PROVED
    late = proved({"d.yaml": paper + line + "review_by: 2026-03-01\n"})
    assert late.strength is Strength.NONE
    some = audit(more="units: [U-MUTASI]\n")  # which tells itself what no paper makes good
    asked = {"needs": [{"has": "units", "covers": "units"}]}
    assert proved({"d.yaml": paper + line, "a.yaml": some}, **asked).strength is Strength.SHORT
    old = {"d.yaml": paper + line, "a.yaml": audit(day="2024-01-01")}
    assert proved(old, conditions=("in-period",)).strength is Strength.SHORT
    ahead = {"d.yaml": paper + line, "a.yaml": audit(day="2099-01-01")}  # is not there yet
    assert proved(ahead, conditions=("in-period",)).strength is Strength.PAPER
    unread = {"d.yaml": paper + line, "a.yaml": audit(more="conclusion: TBD\n")}
    assert proved(unread).strength is Strength.SHORT


FINDING = """\
kind: finding
id: T-1
title: T
date: 2026-01-05
audit: A-1
grade: minor
clause: '8.5.1'
unit: U-1
statement: S
closed: 2026-02-20
effectiveness: {{checked_on: 2026-02-20, by: P-1, effective: {}, how: Ten files}}
"""


@pytest.mark.parametrize(
    ("effective", "told"), [("true", []), ("false", ["Effectiveness (Effective: yes): none"])]
)
def test_what_did_not_help_proves_no_corrective_action(proved, effective, told):
    asked = next(one for one in proved.standard.clauses if one.id == "10.2.1").proof
    need = asked.needs[-1].model_dump()
    files = {"a.yaml": audit(), "t.yaml": FINDING.format(effective)}
    assert reasons(proved(files, kinds=("finding",), named=False, needs=[need])) == told


@pytest.mark.parametrize("id_", ["iso9001-2015", "iso9001-2026"])
def test_nothing_is_proved_by_its_kind_alone_nor_once_its_review_is_overdue(id_):
    proofs = [one for clause in shipped_standard(id_).clauses for one in clause.proofs]
    for one in proofs:
        assert one.needs or Condition.MEASURED in one.conditions
        assert (Condition.APPROVED in one.conditions) is (Condition.CURRENT in one.conditions)
        assert one.kinds != ("finding",) or Condition.IN_PERIOD in one.conditions
        assert "document" not in one.kinds


def test_a_step_of_the_guide_is_not_proved_by_an_empty_document_nor_by_an_overdue_one():
    proofs = [one for clause in shipped_standard("juknis").clauses for one in clause.proofs]
    for one in proofs:
        assert one.needs or one.where or one.kinds in WHOLE, one.kinds
        assert (Condition.APPROVED in one.conditions) is (Condition.CURRENT in one.conditions)


WHOLE = {("document",), ("certificate",), ("interview", "spot-check")}
"""What says by its mere being there, in its fields that nobody can leave out, what is asked for."""


def test_a_need_is_asked_in_all_that_it_says(proved):
    need = {"has": "entries", "each": ["expectations.met_by"]}
    late = PARTIES.format("2020-01-01")
    needs = [need, {"has": "entries.reviewed", "months": 12}]
    both = proved({"p.yaml": late}, kinds=("interested-parties",), needs=needs)
    assert len(reasons(both)) == 2


@pytest.mark.parametrize(
    ("named", "left"),
    [("'8'", []), ("'iso9001-2015/8'", []), ("'8.5'", ["8.1"]), ("'juknis/A1'", ["8.1", "8.5.1"])],
)
def test_clauses_are_covered_by_their_group_and_under_the_name_of_their_standard(
    proved, named, left
):
    planned = programme(f"audited_clauses: [{named}]")
    needs = [{"has": "entries.audited_clauses", "covers": "clauses"}]
    found = proved({"p.yaml": planned}, kinds=("audit-programme",), needs=needs)
    (told,) = found.uncovered
    more = 0 if len(told.values["missing"]) < 6 else told.values["missing"][-1].values["n"]
    whole = len(told.values["missing"]) - (1 if more else 0) + more
    outside = sum(not c.id.startswith("8.") for c in proved.standard.clauses)
    inside = whole - outside
    assert (inside == 0) is (left == [])


def test_a_clause_is_covered_where_a_process_that_names_it_is_audited(proved):
    process = "kind: process\nid: PRO-1\ntitle: P\nversion: '1'\nowner: U-1\nprocess_type: core\n"
    process += "inputs: [{what: A}]\noutputs: [{what: B}]\nprocedures: [SOP-1]\nclauses: ['4.1']\n"
    sop = "---\nkind: procedure\nid: SOP-1\ntitle: S\nversion: '1'\nowner: U-1\nclauses: ['4.2']\n---\nA.\n"
    files = {"p.yaml": programme("processes: [PRO-1]"), "o.yaml": process, "s.md": sop}
    needs = [{"has": "entries.audited_clauses|processes", "covers": "clauses"}]
    found = proved(files, kinds=("audit-programme",), needs=needs)
    assert found.uncovered[0].values["missing"][:2] == ["4.3", "4.4.1"]


def test_what_a_template_has_left_behind_fills_nothing(proved):
    for blank in ("TBD", "xxx", "[Description]", "-", "(isi)", "..."):
        register = REGISTER.format(RISK.replace("cause: C", f"cause: '{blank}'"))
        found = proved({"r.yaml": register}, needs=[{"has": "entries.cause"}], **NEED)
        assert found.strength is Strength.SHORT, blank


@pytest.mark.parametrize("formal", ["Sesuai", "Baik dan lengkap.", "sudah dilaksanakan", "good"])
def test_what_only_says_that_all_is_well_fills_nothing(proved, formal):
    """Every text of 45 kinds could be "Sesuai", and most clauses stayed proved."""
    register = REGISTER.format(RISK.replace("cause: C", f"cause: {formal}"))
    found = proved({"r.yaml": register}, needs=[{"has": "entries.cause"}], **NEED)
    assert found.strength is Strength.SHORT
    review = "kind: management-review\nid: R-1\ntitle: R\ndate: 2026-01-01\nchair: P-1\n"
    review += "decisions: []\ninputs:\n"
    said = {formal: Strength.SHORT, "Complaints fell from nine to two": Strength.PROVED}
    for what, strength in said.items():
        files = {"r.yaml": f"{review}  - {{topic: risks, what: '{what}'}}\n"}
        needs = [{"has": "inputs.topic"}]
        found = proved(files, kinds=("management-review",), named=False, needs=needs)
        assert found.strength is strength


@pytest.mark.parametrize(
    ("title", "more", "told"),
    [
        ("(fill in) Title", "note: (fill in) what", []),
        ("(fill in) Title", "note: Two things seen", ["A-1"]),
        ("Audit of March", "note: (fill in) what", ["A-1"]),
    ],
)
def test_the_form_of_a_record_that_nobody_has_filled_in_does_not_even_fall_short(
    proved, title, more, told
):
    text = audit().replace("title: A\n", f"title: {title}\n") + more + "\n"
    found = proved({"a.yaml": text})
    assert [one.document.id for one in found.short_of] == told


CHECKED = "checklist:\n" + "".join(
    f"  - {{clause: '8.5.{n}', unit: U-MUTASI, question: Is it done, status: conform, seen: {{seen}}}}\n"
    for n in (1, 2, 3)
)


def test_entries_that_were_copied_down_prove_nothing(proved):
    same = CHECKED.replace("{seen}", "Ten files were looked at and all are there")
    found = proved({"a.yaml": audit(more=same)})
    assert found.strength is Strength.SHORT
    assert found.short_of[0].reasons[0].values == {"n": 3, "m": 3}
    own = CHECKED
    for seen in (
        "Ten files of May and all there",
        "Nine stamps on nine files",
        "Two keys to one box",
    ):
        own = own.replace("{seen}", seen, 1)
    assert proved({"a.yaml": audit(more=own)}).strength is Strength.PROVED


@pytest.mark.parametrize(
    ("condition", "is_shown"),
    [("Baik", True), ("Rusak ringan", True), ("-", False), ("belum", False)],
)
def test_good_is_the_condition_of_a_resource_and_nothing_is_none(proved, condition, is_shown):
    register = f"""\
kind: resources
id: SD-1
title: SD-1
version: "1"
clauses: ["8.5.1"]
entries:
  - id: S-1
    title: Mesin antrean
    resource_type: infrastructure
    unit: U-HEAD
    condition: "{condition}"
    care: [{{what: Servis, done: 2026-01-05}}]
"""
    need = {
        "has": "entries",
        "where": {"resource_type": ["infrastructure"]},
        "each": ["condition", "care"],
    }
    found = proved({"sd.yaml": register}, kinds=("resources",), needs=(need,))
    assert (found.strength is Strength.PROVED) is is_shown
