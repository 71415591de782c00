"""SMM497 more-than-were-there."""

from __future__ import annotations

from smmkit.analyses.texts.claims import SENTENCE
from smmkit.analyses.texts.own_words import own_words
from smmkit.analyses.texts.spoken_counts import any_count, count_of
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.training import Training
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import pattern_of
from smmkit.standards.vocabulary.patterns import so_many_there
from smmkit.words import say


@rule(
    "SMM497",
    "more-than-were-there",
    of=Training,
    severity=Severity.WARNING,
    source="ISO 9001, 7.2 d",
    clause="7.2",
    filled=True,
)
def more_than_were_there(training: Training, qms: Qms) -> Problems:
    """A training speaks of no more participants than attended, and of as many absent as stayed away.

    Why: the list of attendance is the proof; a result that counts others was written for another training.
    """
    words, count = qms.fact(vocabulary), any_count(qms)
    absent, there = stayed_away(training), sum(one.attended for one in training.attendance)
    part, counts = pattern_of(words.present.parts), so_many_there(words.present, count)
    for steps, text in own_words(training) if there else ():
        some = pattern_of(words.present.some).search(text)
        for sentence in SENTENCE.split(text):
            for found in counts.finditer(sentence) if not part.search(sentence) else ():
                said = count_of(found[1] or found[2] or found[3], words.numbers) or 0
                known = absent if found[1] else there
                fewer = bool(found[1]) and not some and said < (known or 0)
                if known is not None and (said > known or fewer):
                    yield problem(
                        training,
                        *steps,
                        message=say(
                            "it says {said}; by the attendance it is {n}", said=found[0], n=known
                        ),
                        hint=say("count again, or enter under `attendance:` who is missing there"),
                    )


def stayed_away(training: Training) -> int | None:
    """How many were asked to come and did not; None where nobody wrote how many were asked."""
    asked = [one.invited for one in training.attendance if one.invited is not None]
    if not asked or len(asked) < len(training.attendance):
        return None
    return sum(asked) - sum(one.attended for one in training.attendance)
