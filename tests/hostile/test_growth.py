"""No text makes a regular expression work longer than its length: time grows as the text does."""

from __future__ import annotations

import re
from time import process_time

import pytest
from expressions import Expression, expressions, hard_texts

LADDER = (14, 16, 18, 20, 22, 24, 26, 28, 250, 1_000, 4_000)
"""How often something is repeated; a step at a time, so that what explodes is seen early."""
FEW = 30
"""So few repeats take no time that can be measured, or it explodes."""
BRIEF = 0.0006
"""CPU seconds that are too few to say anything of growth."""
STEEPEST = 8.0
"""Times the time for four times the text; a square takes 16, a line 4."""


@pytest.mark.parametrize("expression", expressions(), ids=lambda e: f"{e.place}-{e.way}")
def test_time_grows_as_the_text_does(expression):
    for before, again, behind in hard_texts(expression):
        for many in LADDER:
            text, longer = (before + again * n + behind for n in (many, 4 * many))
            if (short := time_of(expression, text)) > BRIEF:
                assert many > FEW, (before, again, behind, many, short)
                if time_of(expression, longer, 1) > STEEPEST * short:
                    short, long = (time_of(expression, each, 5) for each in (text, longer))
                    assert long < STEEPEST * short, (before, again, behind, many, short, long)
                break


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
