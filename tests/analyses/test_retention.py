"""How long something has to be kept, at the edge of its days."""

from datetime import date

from smmkit.analyses.lifecycle.retention import Kept
from smmkit.words import say


def test_the_last_day_on_which_something_has_to_be_kept_counts():
    last = Kept(date(2026, 3, 1), say("number"))
    assert [last.on(date(2026, 3, day)) for day in (1, 2)] == [True, False]
    assert Kept(None, say("number")).on(date.max)
