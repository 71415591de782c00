"""What a problem says stays short, whatever a file holds."""

from smmkit.problem import LONGEST, Problem
from smmkit.words import language, say


def test_a_value_as_long_as_a_book_is_shown_by_its_beginning():
    longest = "x" * LONGEST
    for said, ends in ((longest, "x"), (longest + "x", "x...")):
        problem = Problem("a.yaml", (), say("there is no {id}", id=said), say("or {id}", id=said))
        for message in (problem.message, problem.hint):
            text = language("en").say(message)
            assert text.endswith(ends)
            assert len(text) < LONGEST + 20
