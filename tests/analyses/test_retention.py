"""How long something has to be kept: what its words say, and the edge of its days."""

from datetime import date

import pytest

from smmkit.analyses.lifecycle.retention import Kept, months_in
from smmkit.words import say


def test_the_last_day_on_which_something_has_to_be_kept_counts():
    last = Kept(date(2026, 3, 1), say("number"))
    assert [last.on(date(2026, 3, day)) for day in (1, 2)] == [True, False]
    assert Kept(None, say("number")).on(date.max)


@pytest.mark.parametrize(
    ("said", "months"),
    [
        ("Lima tahun setelah ditutup.", 60),
        ("5 (lima) tahun", 60),
        ("Dua puluh lima tahun", 300),
        ("One year after it was closed", 12),
        ("18 months", 18),
        ("Satu siklus sertifikasi ditambah tiga tahun.", 72),
        ("Selama berlaku", 0),
    ],
)
def test_the_months_that_words_come_to(folder, said, months):
    assert months_in(said, folder({})) == months
