"""Where several approve: a version is in force once the last of them has, each another person."""

from datetime import date

import pytest

from smmkit.analyses.lifecycle.fingerprint import fingerprint
from smmkit.analyses.lifecycle.signatures import needed
from smmkit.analyses.lifecycle.state import standings

TWO = """\
signatories: [{kinds: [procedure], roles: [Head, Chief], since: 2026-01-01}]
"""
PEOPLE = """\
kind: people
id: ORG-01
title: People
version: "1"
entries:
  - {id: P-1, title: A, assignments: [{role: Head, unit: U-1, since: 2020-01-01}]}
  - {id: P-2, title: B, assignments: [{role: Chief, unit: U-1, since: 2020-01-01}]}
"""
SOP = """\
---
kind: procedure
id: SOP-01
title: Leave
version: "1"
steps: [{activity: A, actor: B}]
%s---
"""
FIRST = ("P-1", "Head", "2026-02-01")
SECOND = ("P-2", "Chief", "2026-02-20")


@pytest.fixture
def standing(folder):
    """How a procedure stands that was approved so."""

    def found(*given, day=date(2026, 3, 2), more=TWO):
        draft = folder({"a.md": SOP % "", "p.yaml": PEOPLE}, day, more)
        hash_ = fingerprint(draft.things["SOP-01"], draft)
        lines = "".join(
            f'  - {{version: "1", by: {by}, role: {role}, on: {on}, hash: {hash_}}}\n'
            for by, role, on in given
        )
        text = SOP % (f"approvals:\n{lines}" if lines else "")
        one = folder({"a.md": text, "p.yaml": PEOPLE}, day, more).fact(standings)["SOP-01"]
        return one.state.value, one.since

    return found


def test_one_of_two_is_not_enough_and_the_last_of_them_counts(standing):
    assert standing(FIRST) == ("draft", None)
    assert standing(FIRST, SECOND) == ("in-force", date(2026, 2, 20))
    assert standing(SECOND, FIRST, day=date(2026, 2, 19)) == ("draft", None)


def test_nobody_approves_for_two(standing):
    assert standing(FIRST, ("P-1", "Chief", "2026-02-20")) == ("draft", None)


def test_what_was_approved_before_the_setting_stays_approved(standing):
    assert standing(("P-1", "Head", "2025-12-31"))[0] == "in-force"


def test_without_the_setting_one_is_enough(standing):
    assert standing(FIRST, more="") == ("in-force", date(2026, 2, 1))


@pytest.mark.parametrize(("since", "state"), [("2026-02-02", "in-force"), ("2026-02-01", "draft")])
def test_what_was_approved_on_the_day_of_the_setting_needs_all_of_them(standing, since, state):
    assert standing(FIRST, more=TWO.replace("2026-01-01", since))[0] == state


@pytest.mark.parametrize(("day", "need"), [(1, "typed"), (2, "signed")])
def test_how_an_approval_is_shown_counts_from_the_day_of_the_setting(folder, day, need):
    more = "approval_needs: [{needs: signed, since: 2026-02-02}]\n"
    qms = folder({"a.md": SOP % ""}, more=more)
    assert needed(qms, qms.things["SOP-01"], date(2026, 2, day)).value == need
