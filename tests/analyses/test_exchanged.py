"""Fields that stand in each other's place: few of them are slips, many are how people write."""

from collections import Counter
from itertools import chain

import pytest

from smmkit.analyses.references.exchanged import FEW, RARE, Member, exchanged, pairs

WORDS = (
    *("gelombang pelayaran badai", "arsip gudang rayap", "listrik generator padam"),
    *("pensiun janda ahliwaris", "kendaraan bengkel bensin", "jaringan peladen retas"),
    *("honorer kontrak upah", "gempa reruntuhan evakuasi", "pemilu netralitas kampanye"),
)
ENOUGH = (FEW + 1) * RARE - 2 * (FEW + 1) - 3
"""So many others beside one pair too many: with the register, and qms.yaml with its unit, a hundred each."""

HEAD = "kind: risk-register\nid: RR-1\ntitle: Risiko\nversion: '1'\nentries:\n"


def entry(number: int, words: str, effect: str) -> str:
    """A risk, and what it would lead to."""
    return (
        f"  - {{id: R-{number:03}, title: Soal {words}, owner: U-1, cause: Karena {words}, "
        f"effect: Akibatnya {effect}, likelihood: 2, impact: 2, response: accept}}\n"
    )


def register(pairs: int, others: int) -> str:
    """So many pairs of risks whose effects are exchanged, and others that say nothing of anything else."""
    said = WORDS[: 2 * pairs]
    swapped = [said[n ^ 1] for n in range(len(said))]
    found = [entry(n, *both) for n, both in enumerate(zip(said, swapped, strict=True))]
    more = [entry(100 + n, f"kata{n:03}", f"hal{n:03}") for n in range(others)]
    return HEAD + "".join(found + more)


@pytest.mark.parametrize(
    ("pairs", "others", "told"),
    [
        (1, 0, 1),
        (FEW, 0, FEW),
        (FEW + 1, 0, 0),
        (FEW + 1, ENOUGH, FEW + 1),
        (FEW + 1, ENOUGH - 1, 0),
    ],
    ids=["one", "a few", "too many", "one in a hundred", "more than that"],
)
def test_where_many_fit_each_other_people_simply_write_so(folder, pairs, others, told):
    assert len(exchanged(folder({"r.yaml": register(pairs, others)}))) == told


def member(said: str, around: str) -> Member:
    """An entry: what its effect speaks of, and all else."""
    words = {"effect": set(said.split()), "cause": set(around.split())}
    return Member(None, (), "", words, {}, Counter(chain.from_iterable(words.values())))


@pytest.mark.parametrize(
    ("others", "told"),
    [
        (["a b c", "d e f"], True),  # half of all speak of it
        (["a b c", "d e f", "", ""], True),
        (["a b c d e f", "a b c d e f"], False),  # more than half
    ],
)
def test_a_word_of_which_more_than_half_speak_says_nothing(others, told):
    two = [member("d e f", "a b c"), member("a b c", "d e f")]
    found = list(pairs(two + [member("", around) for around in others], "effect"))
    assert bool(found) is told


@pytest.mark.parametrize(
    ("around", "told"),
    [("b c", True), ("b", False)],
    ids=["three words that weigh two", "two words"],
)
def test_it_takes_three_words_that_together_weigh_two(around, told):
    two = [member(around, "a"), member("a", around)]
    others = [member("", around) for _ in range(3)] + [member("", "") for _ in range(3)]
    assert bool(list(pairs(two + others, "effect"))) is told
