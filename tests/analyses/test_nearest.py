"""What a person probably meant."""

from __future__ import annotations

import pytest

from smmkit.analyses.references.nearest import closest, nearest_id, why_missing
from smmkit.analyses.references.nearest_clause import nearest_clause
from smmkit.words import language

ENGLISH = language("en")
AUDIT = "kind: audit\nid: AUD-01\ntitle: A\ndate: 2026-01-01\naudit_type: internal\n"


@pytest.mark.parametrize(
    ("word", "nearest"),
    [("AUD-01", "AUD-01"), ("AUD-1", "AUD-01"), ("ADU-10", "AUD-01"), ("XYZ-01", None)],
)
def test_two_slips_of_the_pen_are_near_and_three_are_not(word, nearest):
    assert closest(word, ["AUD-01", "SOP-77"]) == nearest
    assert closest(word, []) is None


def test_an_id_is_looked_for_among_the_kinds_that_are_wanted(folder):
    qms = folder({"a.yaml": AUDIT})
    assert ENGLISH.say(nearest_id(qms, "AUD-1", ("audit",))) == "did you mean AUD-01?"
    assert ENGLISH.say(nearest_id(qms, "AUD-1", ())) == "did you mean AUD-01?"
    assert nearest_id(qms, "AUD-1", ("submission",)) is None


@pytest.mark.parametrize(
    ("number", "meant"),
    [("8.5.1.", "8.5.1"), ("8.5.9", "8.5.1"), ("8.5.77", "8.5"), ("12.3", None), ("x", None)],
)
def test_a_clause_is_one_slip_away_or_the_group_above(number, meant):
    said = nearest_clause(number, frozenset({"8.5", "8.5.1", "10"}))
    assert (said and said.values["word"]) == meant


def test_what_is_missing_is_misspelt_or_in_a_file_with_faults_or_nowhere(folder):
    qms = folder({"a.yaml": AUDIT, "b.yaml": "kind: audit\nid: BAD-77\ntitle: A\ndate: never\n"})
    assert ENGLISH.say(why_missing("AUD-1", qms)) == "there is no AUD-1; did you mean AUD-01?"
    assert ENGLISH.say(why_missing("ZZZZ-99", qms)) == "there is no ZZZZ-99 in this folder"
    assert "stands in b.yaml, which has faults" in ENGLISH.say(why_missing("BAD-77", qms))
