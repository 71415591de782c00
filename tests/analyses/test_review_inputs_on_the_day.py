"""What goes before a management review, where a day, a count or a value stands exactly on the edge."""

from datetime import date

import pytest

from smmkit.analyses.review_inputs import customers, outset, performance, work
from smmkit.analyses.review_inputs.fact import Time
from smmkit.analyses.review_inputs.inputs import inputs, since_last
from smmkit.analyses.texts.unfilled import unfilled_records
from smmkit.documents.review import ReviewTopic
from smmkit.page import Tone
from smmkit.words import language

ENGLISH = language("en")
DAY = date(2026, 3, 2)
TIME = Time(date(2026, 1, 1), DAY)
SEAL = "sha256:" + "0" * 64
APPROVED = f"approvals: [{{version: '1', by: P-1, role: Head, on: 2026-01-10, hash: '{SEAL}'}}]\n"
REVIEW = (
    "kind: management-review\nid: RTM-1\ntitle: R\ndate: 2026-02-02\nchair: P-1\ninputs: []\ndecisions:\n"
    "  - {decision_type: improvement, what: A list, owner: U-1, due: %s}\n"
)
PLAN = (
    "kind: change-plan\nid: PP-1\ntitle: Counter\nversion: '1'\npurpose: A\nconsequences: B\n"
    "integrity: C\nresources: D\nresponsibilities: E\n"
    "steps: [{what: One, due: 2026-03-02, done: %s}]\n"
)
PROVIDERS = (
    "kind: external-providers\nid: PE-01\ntitle: P\nversion: '1'\nentries:\n"
    "  - {id: PE-1, title: Net, provides: Net, unit: U-1, next_review: %s, evaluations: [%s]}\n"
)
EVALUATED = "{on: %s, by: U-1, result: Good, score: 62, stays: true}"
RESOURCES = (
    "kind: resources\nid: SD-01\ntitle: S\nversion: '1'\nentries:\n"
    "  - {id: ALAT-1, title: PC, resource_type: infrastructure, unit: U-1, needed: 4, available: %s}\n"
)
COMPLAINT = (
    "kind: feedback\nid: ADU-1\ntitle: A\ndate: 2026-02-10\nfeedback_type: complaint\nabout: SOP-1\n"
    "channel: Letter\nstatement: Late\nunit: U-1\nanswer: Sorry\nanswered: %s\n"
)
SURVEY = (
    "kind: survey\nid: SKM-{n}\ntitle: S\ndate: {since}\nuntil: {until}\ncounted_by: mean\n"
    "questions: [{{id: U{n}, title: Speed}}]\naverages: [{{question: U{n}, average: {mean}}}]\n"
)
OBJECTIVE = (
    "kind: objective\nid: SM-1\ntitle: O\nversion: '1'\nstatement: O\npolicy_point: PP-1\n"
    "perspective: customer\nunits: [U-1]\nkpis:\n"
    "  - {id: K-1, title: K, measured_in: x, formula: maximize, aggregation: last, frequency: yearly,\n"
    "     targets: [{period: '2025', value: 80}], series: k.csv}\n"
)
LOG = (
    "kind: service-log\nid: LOG-1\ntitle: L\ndate: 2026-01-01\nuntil: 2026-03-31\nservice: L1\ncases:\n"
    "  - {number: '1', received: 2026-01-05, due: 2026-01-09, released: 2026-01-%s}\n"
)
FINDING = (
    "kind: finding\nid: T-1\ntitle: F\ndate: %s\naudit: A-1\ngrade: minor\nclause: '8.1'\nunit: U-1\n"
    "statement: S\n"
)
RISK = (
    "kind: risk-register\nid: RR-1\ntitle: R\nversion: '1'\nentries:\n"
    "  - {id: R-1, title: R, owner: U-1, likelihood: %d, impact: 4, likelihood_after: 2, impact_after: 4,\n"
    "     treatments: [{what: T, owner: U-1, due: 2026-03-02, done: %s}]}\n"
)
CRITERIA = "risk: {appetite: 6}\n"
SWOT = "kind: swot\nid: SW-1\ntitle: S\nversion: '1'\nitems: []\n"


@pytest.fixture
def told(folder):
    """What an input tells of one file."""

    def of(finder, *texts, as_of=DAY, more=""):
        qms = folder({f"{n}.yaml": text for n, text in enumerate(texts)}, as_of, more)
        assert not qms.stubs, [stub.path for stub in qms.stubs]
        return [(ENGLISH.say(one.text), one.tone) for one in finder(qms, Time(TIME.since, as_of))]

    return of


@pytest.mark.parametrize(
    ("due", "counts"),
    [
        ("2026-03-01", "0 of 1 decisions done, 0 of them after their day; 1 overdue"),
        ("2026-03-02", "0 of 1 decisions done, 0 of them after their day; 0 overdue"),
        (
            "2026-03-02, done: 2026-03-02",
            "1 of 1 decisions done, 0 of them after their day; 0 overdue",
        ),
        (
            "2026-03-01, done: 2026-03-02",
            "1 of 1 decisions done, 1 of them after their day; 0 overdue",
        ),
    ],
)
def test_a_decision_is_overdue_the_day_after_its_day_and_done_on_the_day_it_was_done(
    told, due, counts
):
    assert counts in told(outset.earlier_actions, REVIEW % due)[0][0]


def test_a_review_that_was_held_today_is_no_first_one(told):
    texts = [
        told(outset.earlier_actions, REVIEW % "2026-04-01", as_of=date(2026, 2, day))[0][0]
        for day in (1, 2)
    ]
    assert texts[0].startswith("this is the first review")
    assert texts[1].startswith("RTM-1 of 2 February 2026")


@pytest.mark.parametrize(
    ("done", "steps"),
    [("2026-03-02", ["1 of 1"]), ("2026-03-03", ["0 of 1"]), ("2026-01-01", ["1 of 1"]), ("2025-12-31", [])],
)  # fmt: skip
def test_a_change_is_told_while_a_step_is_open_and_in_the_time_in_which_the_last_was_done(
    told, done, steps
):
    found = [text for text, _ in told(outset.changes, PLAN % done)]
    assert found == [f"Change Counter: {one} steps done" for one in steps]


@pytest.mark.parametrize(
    ("due", "evaluated", "is_overdue"),
    [
        ("2026-03-01", "", True),
        ("2026-03-02", "", False),
        ("2026-03-01", EVALUATED % "2026-02-28", True),
        ("2026-03-01", EVALUATED % "2026-03-01", False),
        ("2026-03-01", EVALUATED % "2026-03-02", False),
    ],
)
def test_a_provider_that_is_evaluated_on_its_day_or_today_is_not_overdue(
    told, due, evaluated, is_overdue
):
    found = told(work.providers, PROVIDERS % (due, evaluated) + APPROVED)
    assert any("overdue" in text for text, _ in found) is is_overdue


@pytest.mark.parametrize(("there", "tone"), [(3, Tone.BAD), (4, Tone.GOOD)])
def test_as_much_as_is_needed_is_not_too_little(told, there, tone):
    assert told(work.resources, RESOURCES % there + APPROVED)[0][1] is tone


@pytest.mark.parametrize(("answered", "is_open"), [("2026-03-02", False), ("2026-03-03", True)])
def test_a_complaint_that_is_answered_today_is_answered(told, answered, is_open):
    (text, _), *_ = told(customers.customer_satisfaction, COMPLAINT % answered)
    assert ("not answered: 1" in text) is is_open


@pytest.mark.parametrize(("now", "tone"), [("2.9", Tone.BAD), ("3", Tone.GOOD)])
def test_a_survey_with_the_same_result_as_before_is_no_worse(told, now, tone):
    before = SURVEY.format(n=1, since="2025-02-01", until="2025-02-28", mean=3)
    found = told(
        customers.customer_satisfaction,
        before,
        SURVEY.format(n=2, since="2026-02-01", until="2026-02-28", mean=now),
    )
    assert [one for _, one in found] == [tone]


@pytest.mark.parametrize(("value", "tone"), [("79.9", Tone.BAD), ("80", Tone.GOOD)])
def test_a_kpi_that_is_just_on_its_target_has_reached_it(folder, value, tone):
    qms = folder({"o.yaml": OBJECTIVE + APPROVED, "k.csv": f"period,value\n2025,{value}\n"}, DAY)
    assert not qms.stubs
    (counted, *_) = performance.objectives(qms, TIME)
    assert counted.tone is tone


@pytest.mark.parametrize(("released", "tone"), [("09", Tone.GOOD), ("10", Tone.BAD)])
def test_cases_that_were_all_released_on_their_day_are_no_fault(told, released, tone):
    assert [one for _, one in told(performance.processes, LOG % released)] == [tone]


@pytest.mark.parametrize(("day", "is_told"), [("2026-03-02", True), ("2026-03-03", False)])
def test_a_finding_of_today_is_told_and_one_of_tomorrow_is_not(told, day, is_told):
    assert bool(told(performance.nonconformities, FINDING % day)) is is_told


@pytest.mark.parametrize(
    ("likelihood", "done", "counts"),
    [
        (2, "2026-03-02", "all done: 1; still above the level that was meant: 0"),
        (3, "2026-03-02", "all done: 1; still above the level that was meant: 1"),
        (3, "2026-03-03", None),
    ],
)
def test_a_risk_on_the_level_that_was_meant_is_not_above_it(told, likelihood, done, counts):
    found = [
        text for text, _ in told(work.risks, RISK % (likelihood, done) + APPROVED, more=CRITERIA)
    ]
    assert any("all done" in one for one in found) is (counts is not None)
    assert counts is None or any(counts in one for one in found)


@pytest.mark.parametrize(
    ("as_of", "text"),
    [(9, None), (10, "S: version 1 of 10 January 2026"), (31, "S: version 1 of 10 January 2026")],
)
def test_what_is_around_is_told_from_the_day_of_its_approval(told, as_of, text):
    found = told(outset.changes, SWOT + APPROVED, as_of=date(2026, 1, as_of))
    assert [one for one, _ in found] == [text] * (text is not None)


def test_values_of_an_objective_that_nobody_has_approved_are_said_not_to_count(folder):
    qms = folder({"o.yaml": OBJECTIVE, "k.csv": "period,value\n2025,80\n"}, DAY)
    for source in (performance.objectives, performance.measurement):
        assert [ENGLISH.say(one.text) for one in source(qms, TIME)] == [
            "Not counted, since they are not approved: 1 (SM-1)"
        ]


def test_records_that_are_still_to_be_filled_in_are_no_facts(folder):
    files = {"a.yaml": COMPLAINT.replace("Late", "(fill in) what is said") % "2026-02-12"}
    files["r.yaml"] = REVIEW.replace("A list", "(fill in) Description") % "2026-04-01"
    files["b.yaml"] = COMPLAINT.replace("ADU-1", "ADU-2") % "2026-02-12"
    qms = folder(files, DAY)
    told = {one.topic: [ENGLISH.say(f.text) for f in one.facts] for one in inputs(qms, TIME.since)}
    assert told[ReviewTopic.CUSTOMER_SATISFACTION] == [
        "complaint: 1, found justified: 0, not answered: 0"
    ]
    assert told[ReviewTopic.EARLIER_ACTIONS] == [
        "this is the first review: there are no earlier decisions"
    ]
    assert since_last(qms) is None
    assert {one.id for one in unfilled_records(qms)} == {"ADU-1", "RTM-1"}
