"""Sharing work: held against every way there is, and against taking the least busy each time."""

import random
from collections import Counter
from itertools import combinations, product

from smmkit.analyses.auditing.fair_load import shared


def unevenness(jobs) -> int:
    """The sum of the squares of the loads: the smaller, the more even."""
    return sum(n * n for n in Counter(one for job in jobs for one in job).values())


def test_those_who_may_do_everything_leave_the_rest_to_the_others():
    able = ["abc", "abc", "ab", "ab"]
    loads = Counter(one for job in shared(able, 1) for one in job)
    assert sorted(loads.values()) == [1, 1, 2]
    # the least busy each time: the one who may do the last work is used up before
    assert shared(["ab", "a"], 1) == [("b",), ("a",)]


def test_work_is_handed_on_along_a_chain():
    # a may hand on to b only, b to c only
    assert unevenness(shared(["ab", "a", "a", "bc", "b"], 1)) == 4 + 4 + 1


def test_no_other_way_is_more_even():
    chance = random.Random(7)
    for _ in range(150):
        each = chance.choice((1, 2))
        able = [chance.sample("abcd", chance.randint(0, 4)) for _ in range(chance.randint(1, 5))]
        found = shared(able, each)
        ways = product(*(combinations(one, min(each, len(one))) for one in able))
        assert unevenness(found) == min(map(unevenness, ways))
        assert all(set(job) <= set(may) for job, may in zip(found, able, strict=True))
        assert [len(job) for job in found] == [min(each, len(may)) for may in able]
        assert found == shared(able, each)
