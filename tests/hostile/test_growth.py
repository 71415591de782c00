"""No text makes a regular expression work longer than its length: time grows as the text does."""

from __future__ import annotations

import os
import re
from random import Random
from time import process_time

import pytest
from expressions import Expression, expressions, hard_texts

LADDER = (14, 20, 28, 250, 4_000)
"""How often something is repeated; a step at a time, so that what explodes, or is a cube, is seen early."""
FEW = 30
"""So few repeats take next to no time, or it explodes."""
MOST = int(os.environ.get("SMM_GROWTH", "50"))
"""Texts tried with one expression, drawn from all: what grows too fast does so for many of them, and
`make fuzz` tries more.
"""
ATTEMPTS = 4
"""A busy machine makes one measurement long, not each of some."""
BRIEF = 0.0006
"""CPU seconds that are too few to say anything of growth."""
STEEPEST = 8.0
"""Times the time for four times the text; a square takes 16, a line 4."""


@pytest.mark.parametrize("expression", expressions(), ids=lambda e: f"{e.place}-{e.way}")
def test_time_grows_as_the_text_does(expression):
    for before, again, behind in drawn(list(hard_texts(expression))):
        for many in LADDER:
            text = before + again * many + behind
            seconds = time_of(expression, text, 2)
            if seconds > BRIEF:
                said = (before, again, behind, many)
                assert many > FEW or time_of(expression, text, 9) < 3 * BRIEF, said
                longer = before + again * (4 * many) + behind
                assert many < FEW or grows_as_it_should(expression, text, longer, seconds), said
                if many > FEW:
                    break


def drawn(texts: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """All, or as many as are asked for, the same each time."""
    return texts if len(texts) <= MOST else Random(len(texts)).sample(texts, MOST)


def grows_as_it_should(expression: Expression, text: str, longer: str, seconds: float) -> bool:
    """Whether the time for four times the text is near four times its time, in one attempt of some.

    The first holds once the longer text against the time that the text has already taken.
    """
    for attempt in range(ATTEMPTS):
        often = 2**attempt
        if time_of(expression, longer, often) <= STEEPEST * seconds:
            return True
        seconds = time_of(expression, text, 2 * often)
    return False


@pytest.mark.parametrize(
    ("pattern", "way"),
    [
        (r"\s+$", "search"),
        (r"[ab]+c", "search"),
        (r"a*a*b", "search"),
        (r"(?:\w+\s?)+:", "match"),
        (r"(?:a|aa)+b", "match"),
        (r"x\d+-\d+-|\d+:", "finditer"),
        (r"(?=.*,)b", "search"),
    ],
)
def test_what_explodes_or_is_a_square_is_seen(pattern, way):
    with pytest.raises(AssertionError):
        test_time_grows_as_the_text_does(Expression("here", re.compile(pattern), way))


def time_of(expression: Expression, text: str, often: int = 3) -> float:
    """CPU seconds; the least of several, if they are many."""
    least = 1e9
    for _ in range(often):
        start = process_time()
        expression.ask(text)
        least = min(least, process_time() - start)
        if least < BRIEF:
            break
    return least
