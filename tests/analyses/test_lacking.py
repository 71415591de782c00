"""What a finding or an action waits for first, on the day on which it was done, looked at or decided."""

from datetime import date

import pytest

from smmkit.analyses.cycle.followed import Lack, lacking

ACTION = (
    "kind: corrective-action\nid: TP-1\ntitle: T\ndate: 2026-01-10\nfrom_elsewhere: A hint\nunit: U-1\n"
    "statement: Too late\ncause: No rule\nactions: [{what: A rule, due: 2026-02-01, done: 2026-02-01}]\n"
    "effectiveness: {checked_on: %s, by: P-1, effective: true, how: Cases were looked at}\n"
)
SUGGESTION = (
    "kind: finding\nid: T-1\ntitle: T\ndate: 2026-01-10\naudit: A-1\ngrade: improvement\nclause: '8.5.1'\n"
    "unit: U-1\nstatement: A list would help\ndecision: {on: 2026-02-10, accepted: false}\n"
)


@pytest.mark.parametrize(
    ("checked", "day", "lacks"),
    [
        ("2026-02-10", 9, Lack.EFFECT),
        ("2026-02-10", 10, Lack.CLOSING),
        # on the day on which it was done nothing can be seen yet
        ("2026-02-01", 10, Lack.EFFECT),
        ("2026-02-02", 10, Lack.CLOSING),
    ],
)
def test_an_effect_counts_from_the_day_it_was_looked_at_after_all_was_done(
    folder, checked, day, lacks
):
    qms = folder({"t.yaml": ACTION % checked})
    assert lacking(qms.things["TP-1"], date(2026, 2, day)) is lacks


@pytest.mark.parametrize(("day", "lacks"), [(9, Lack.DECISION), (10, Lack.CLOSING)])
def test_a_suggestion_is_decided_from_the_day_of_its_decision(folder, day, lacks):
    qms = folder({"t.yaml": SUGGESTION})
    assert lacking(qms.things["T-1"], date(2026, 2, day)) is lacks
