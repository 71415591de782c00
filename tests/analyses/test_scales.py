"""Which band holds a number, and where a scale has a hole."""

from decimal import Decimal

import pytest

from smmkit.analyses.kpis.scales import band_at, covers, holes, value_of
from smmkit.documents.settings import Band, Scale, Word
from smmkit.words import Words


def scale(*bands: dict[str, int], words: tuple[Word, ...] = ()) -> Scale:
    made = tuple(
        Band.model_construct(
            **{name: Decimal(n) for name, n in band.items()}, label=Words(str(i), f"nomor {i}")
        )
        for i, band in enumerate(bands)
    )
    return Scale.model_construct(id="S", title="S", bands=made, words=words)


OPEN = scale({"above": 80}, {"above": 60, "up_to": 80}, {"at_least": 0, "below": 60})


@pytest.mark.parametrize(
    ("value", "band"),
    [("80.01", "0"), ("80", "1"), ("60.01", "1"), ("60", None), ("59.99", "2"), ("-1", None)],
)
def test_a_band_may_leave_out_its_ends(value, band):
    found = band_at(OPEN, Decimal(value))
    assert (found.label.en if found else None) == band


def test_the_hole_between_two_bands_is_found_even_if_it_is_one_number():
    assert [*holes(OPEN)] == [(2, 60, 60)]
    assert [*holes(scale({"at_least": 85}, {"at_least": 75, "up_to": 84}))] == [(1, 84, 85)]
    assert [*holes(scale({"at_least": 85}, {"at_least": 75}, {"above": 1, "below": 75}))] == []


def test_a_word_counts_its_value_and_a_label_the_beginning_of_its_band():
    words = scale({"at_least": 7}, {"above": 3}, words=(Word(word="High", value=9),))
    assert [value_of(words, word) for word in ("high", "0", "NOMOR 1", "x")] == [9, 7, 3, None]


@pytest.mark.parametrize(
    ("one", "other", "holds"),
    [
        ({"at_least": 80}, {"at_least": 80}, True),
        ({"at_least": 80}, {"above": 80}, True),
        ({"above": 80}, {"at_least": 80}, False),
        ({"above": 80}, {"above": 80}, True),
        ({"up_to": 60}, {"up_to": 60}, True),
        ({"up_to": 60}, {"below": 60}, True),
        ({"below": 60}, {"up_to": 60}, False),
        ({"below": 60}, {"below": 60}, True),
        ({"at_least": 80}, {"at_least": 81}, True),
        ({"at_least": 80}, {"at_least": 79}, False),
    ],
)
def test_a_band_holds_another_with_its_ends_or_not(one, other, holds):
    first, second = scale(one, other).bands
    assert covers(first, second) is holds
