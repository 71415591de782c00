"""SMM404 objective-without-number."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.objective import Objective
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import Vocabulary, pattern_of
from smmkit.words import say


@rule(
    "SMM404",
    "objective-without-number",
    of=Objective,
    severity=Severity.WARNING,
    source="juknis II.A4 (SMART)",
    clause="6.2.1",
)
def objective_without_number(objective: Objective, qms: Qms) -> Problems:
    """An objective says how much is to be reached.

    Why: `better` and `optimal` are reached by anybody at any time, and so by nobody.
    """
    scale = [target.word for kpi in objective.kpis for target in kpi.targets if target.word]
    words = qms.fact(vocabulary)
    if is_live(objective, qms) and not says_how_much(objective.statement, scale, words):
        yield problem(
            objective,
            "statement",
            message=say("the statement of {id} names no number", id=objective.id),
            hint=say("write how much is to be reached, and by when"),
        )


def says_how_much(text: str, scale: list[str], words: Vocabulary) -> bool:
    """Whether a text has a number, in digits or in words, or a word of the scale it aims at."""
    if any(letter.isdigit() for letter in text) or any(word in text for word in scale):
        return True
    return pattern_of((*words.numbers, *words.how_much)).search(text) is not None
