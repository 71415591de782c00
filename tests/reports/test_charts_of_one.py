"""One finding alone is no picture; a change that was looked at with the last submission is none since."""

from datetime import date
from types import SimpleNamespace

import pytest

from smmkit.analyses.cycle.followed import followed_findings
from smmkit.page import Figure
from smmkit.reports import criteria
from smmkit.reports.findings.figures import ages, closing, often
from smmkit.reports.findings.followed import FollowedReport

DAY = date(2026, 3, 2)
FINDING = (
    "kind: finding\nid: T-%d\ntitle: F\ndate: 2026-02-02\naudit: A-1\ngrade: minor\nclause: '8.1'\n"
    "unit: U-1\nstatement: S\n"
)
PLAN = (
    "kind: change-plan\nid: PP-1\ntitle: Counter\nversion: '1'\npurpose: A\nconsequences: B\n"
    "integrity: C\nresources: D\nresponsibilities: E\nreviewed: %s\nsteps: [{what: One, due: 2026-03-02}]\n"
)


@pytest.mark.parametrize(("count", "figures"), [(1, 0), (2, 4)])
def test_two_findings_are_drawn_by_audit_age_clause_and_unit(folder, count, figures):
    qms = folder({f"{n}.yaml": FINDING % n for n in range(count)}, DAY)
    page = FollowedReport(qms, followed_findings(qms), "Findings", "none").page(None)
    assert sum(isinstance(one, Figure) for one in page.blocks) == figures


def test_ages_stand_in_the_bar_of_their_last_day_and_a_pareto_ends_at_all(folder):
    day = date(2026, 3, 4)
    found = {"1": "2026-02-02", "2": "2026-02-01", "3": "2025-03-04", "4": "2025-03-03"}
    texts = {
        f"{n}.yaml": (FINDING % int(n))
        .replace("2026-02-02", on)
        .replace("U-1", f"U-{min(int(n), 2)}")
        for n, on in found.items()
    }
    qms = folder(texts, day, "units: [{id: U-1, title: One}, {id: U-2, title: Two}]\n")
    rows = followed_findings(qms)
    assert [row.age for row in rows] == [366, 365, 31, 30]
    bars = [bar.value for bar in ages(rows).drawing.rows]
    assert bars == [1, 1, 0, 1, 1]
    closed = closing("By audit", rows, lambda one: one.audit or "")
    assert [sum(bar.parts) for bar in closed.drawing.rows] == [100]
    first, last = often("By unit", [row.record.unit for row in rows]).drawing.rows
    assert (first.name, first.parts) == ("U-2", (0, 75))
    assert (last.name, last.parts) == ("U-1", (75, 25))


@pytest.mark.parametrize(("reviewed", "is_told"), [("2026-02-10", False), ("2026-02-11", True)])
def test_a_change_that_was_reviewed_after_the_last_submission_is_told(folder, reviewed, is_told):
    qms = folder({"p.yaml": PLAN % reviewed}, DAY)
    assert not qms.stubs
    changed = SimpleNamespace(before=SimpleNamespace(date=date(2026, 2, 10)))
    told = list(criteria.state(qms, [], changed))[-1][1]
    assert ("PP-1" in str(told.value)) is is_told
