"""Copies of a text that somebody has on a day."""

from datetime import date

import pytest

from smmkit.analyses.lifecycle.copies import is_out
from smmkit.analyses.lifecycle.master import handed
from smmkit.documents.base import HandedCopy

SOP = """\
---
kind: procedure
id: SOP-01
title: Leave
version: "1"
steps: [{activity: A, actor: B}]
copies: [{version: "1", unit: U-1, given: 2026-03-02, recalled: 2026-03-02}]
---
"""


@pytest.mark.parametrize(
    ("day", "out"), [(1, False), (2, True), (8, True), (9, False), (10, False)]
)
def test_a_copy_is_out_from_the_day_on_which_it_is_given_to_the_one_before_it_is_back(day, out):
    copy = HandedCopy.model_construct(given=date(2026, 3, 2), recalled=date(2026, 3, 9))
    assert is_out(copy, date(2026, 3, day)) is out
    assert is_out(copy.model_copy(update={"recalled": None}), date(2026, 3, day)) is (day > 1)


@pytest.mark.parametrize(("day", "number"), [(1, 0), (2, 1)])
def test_a_copy_was_handed_out_from_the_day_on_which_it_is_given(folder, day, number):
    qms = folder({"a.md": SOP}, date(2026, 3, day))
    assert len(handed(qms, qms.things["SOP-01"], every=True)) == number
