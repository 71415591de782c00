"""What a folder keeps of its own (words, cycles, units) is asked of every text, however it is written."""

from __future__ import annotations

import re
from random import Random

import pytest

from smmkit.analyses.references.reach import reached, rings
from smmkit.standards.vocabulary import pattern_of


@pytest.mark.parametrize("word", ["*a" * 50 + "*z", "*a*b* " * 9 + "c", "a" + "*" * 99 + "z"])
def test_a_word_with_any_number_of_stars_is_looked_for_once(word):
    """A pattern that may try each place of each `*` would not come to an end in this century."""
    assert not pattern_of((word,)).search("a" * 20_000 + " " + "ab " * 5_000)


def test_a_word_with_stars_is_found_wherever_it_stands():
    """What is taken for good must be what a pattern that tries every way would have found."""
    chance, signs = Random(8), "ab-*"
    for _ in range(500):
        word = " ".join(drawn(chance, signs, 5) for _ in range(chance.randint(1, 2)))
        text = " ".join(drawn(chance, signs[:3], 6) for _ in range(chance.randint(1, 3)))
        every_way = re.escape(word).replace("\\*", "[ab]*")
        found, expected = pattern_of((word,)).search(text), re.search(rf"\b{every_way}\b", text)
        assert bool(found) == bool(expected), (word, text)


def drawn(chance: Random, signs: str, most: int) -> str:
    """A word of some of these signs."""
    return "".join(chance.choice(signs) for _ in range(chance.randint(1, most)))


def test_what_is_in_one_ring_is_what_leads_back():
    """To share a number is to be reached from where one goes; a ring of 50,000 takes no square."""
    chance = Random(8)
    for _ in range(200):
        places = [str(n) for n in range(chance.randint(1, 8))]
        leads = {one: chance.choices(places, k=chance.randint(0, 3)) for one in places}
        found = rings(leads)
        for one in places:
            for other in leads[one]:
                assert (found[one] == found[other]) == (one in reached(other, leads)), leads
    long = {str(n): [str((n + 1) % 50_000)] for n in range(50_000)}
    assert len(set(rings(long).values())) == 1
