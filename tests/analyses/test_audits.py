"""Audits and findings at the edge of their days."""

from datetime import date

import pytest

from smmkit.analyses.audits import audits, is_before, made_findings
from smmkit.analyses.audits.auditors import ended_on
from smmkit.analyses.audits.case import case_of
from smmkit.documents.audit import AgendaItem, Audit

DAY = date(2025, 3, 10)
AUDIT = "kind: audit\nid: AUD-01\ntitle: A\ndate: 2025-03-10\naudit_type: internal\n"
FINDING = (
    "kind: finding\nid: T-1\ntitle: T\ndate: 2025-03-10\naudit: AUD-01\ngrade: minor\n"
    'clause: "8.5.1"\nunit: SEK\nstatement: Not done\n'
)


@pytest.mark.parametrize(("day", "known"), [(DAY, ["AUD-01", "T-1"]), (date(2025, 3, 9), [])])
def test_an_audit_and_its_finding_are_known_from_their_own_day(folder, day, known):
    qms = folder({"a.yaml": AUDIT, "t.yaml": FINDING}, day)
    assert not qms.stubs
    assert [one.id for one in (*audits(qms), *made_findings(qms))] == known


@pytest.mark.parametrize(
    ("day", "time", "is_earlier"),
    [
        (9, "10.00", True),
        (10, "08.59", True),
        (10, "09.00", False),
        (10, "", False),
        (11, "08.00", False),
    ],
)
def test_which_line_of_an_agenda_is_before_another(day, time, is_earlier):
    other = AgendaItem.model_construct(on=DAY, time="09.00")
    one = AgendaItem.model_construct(on=date(2025, 3, day), time=time)
    assert is_before(one, other) is is_earlier


@pytest.mark.parametrize(
    ("day", "over", "found"), [(9, False, []), (10, False, ["T-1"]), (11, True, ["T-1"])]
)
def test_an_audit_is_over_on_its_last_day_and_has_found_what_was_found_that_day(
    folder, day, over, found
):
    files = {"a.yaml": AUDIT + "until: 2025-03-11\n", "t.yaml": FINDING}
    qms = folder(files, date(2025, 3, day))
    case = case_of(qms, qms.things["AUD-01"])
    assert isinstance(case.audit, Audit)
    assert (case.over is not None, [one.id for one in case.findings]) == (over, found)


TRAINING = (
    "kind: training\nid: T-{n}\ntitle: T\ndate: {on}\ntraining_type: course\ntopic: Auditing\n"
    "audience: [internal-auditors]\nattendance: [{{person: P-1{until}}}]\n"
)


@pytest.mark.parametrize(("day", "lapsed"), [(9, date(2025, 3, 1)), (10, None)])
def test_a_training_renews_the_certificate_from_its_own_day(folder, day, lapsed):
    old = TRAINING.format(n=1, on="2024-03-01", until=", until: 2025-03-01")
    new = TRAINING.format(n=2, on="2025-03-10", until="")
    assert ended_on(folder({"o.yaml": old, "n.yaml": new}), "P-1", date(2025, 3, day)) == lapsed
