"""No text makes a regular expression work longer than its length: time grows as the text does."""

from __future__ import annotations

from time import process_time

import pytest
from expressions import Expression, expressions, hard_texts

LADDER = (14, 16, 18, 20, 22, 24, 26, 28, 250, 1_000, 4_000)
"""How often something is repeated; a step at a time, so that what explodes is seen early."""
FEW = 30
"""So few repeats take no time that can be measured, or it explodes."""
BRIEF = 0.008
"""CPU seconds that are too few to say anything of growth."""
STEEPEST = 8.0
"""Times the time for four times the text; a square takes 16, a line 4."""


@pytest.mark.parametrize("expression", expressions(), ids=lambda e: f"{e.place}-{e.way}")
def test_time_grows_as_the_text_does(expression):
    for before, again, behind in hard_texts(expression):
        for many in LADDER:
            if (short := time_of(expression, before + again * many + behind)) > BRIEF:
                assert many > FEW, (before, again, behind, many, short)
                long = time_of(expression, before + again * 4 * many + behind)
                assert long < STEEPEST * short, (before, again, behind, many, short, long)
                break


def time_of(expression: Expression, text: str) -> float:
    """CPU seconds; the least of several, if they are many."""
    least = 1e9
    for _ in range(3):
        start = process_time()
        expression.ask(text)
        least = min(least, process_time() - start)
        if least < BRIEF:
            break
    return least
