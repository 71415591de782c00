"""Audits and findings at the edge of their days."""

from datetime import date

import pytest

from smmkit.analyses.audits import audits, is_before, made_findings
from smmkit.documents.audit import AgendaItem

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
