"""SMM686 loss-not-told."""

from __future__ import annotations

import re

from smmkit.analyses.texts.days import days_said
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.customers import CustomerProperty
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import Vocabulary, pattern_of
from smmkit.standards.vocabulary.patterns import begins_with_none
from smmkit.words import say

SENTENCE = re.compile(r"[.;](?:\s|$)")


@rule(
    "SMM686",
    "loss-not-told",
    of=CustomerProperty,
    severity=Severity.WARNING,
    source="ISO 9001, 8.5.3",
    clause="8.5.3",
    filled=True,
)
def loss_not_told(register: CustomerProperty, qms: Qms) -> Problems:
    """What became of the things of others has its day, and the owner was told of a loss or damage.

    Why: the owner is to be told and the record to be kept; "once" and "somebody" cannot be looked up.
    """
    words = qms.fact(vocabulary)
    lost, told = pattern_of(words.lost), pattern_of(words.owner_told)
    for n, entry in enumerate(register.entries):
        for m, event in enumerate(entry.events):
            if is_of_nothing(event, words):
                continue
            steps = "entries", n, "events", m
            day = next((said.day for said in days_said(event)), None)
            if day is None or day > qms.as_of:
                yield problem(
                    register,
                    *steps,
                    message=say("when this was is not said: {text}", text=event)
                    if day is None
                    else say("this is said to have been on {day}, which is still to come", day=day),
                    hint=say("begin with the day on which it was: 2021-03-11: ..."),
                )
            if lost.search(event) and not told.search(event):
                yield problem(
                    register,
                    *steps,
                    message=say("nothing says that the owner was told: {text}", text=event),
                    hint=say("write when and how the owner was told, and what was done for them"),
                )


def is_of_nothing(event: str, words: Vocabulary) -> bool:
    """Whether a text says that nothing was lost, and does not go on with what was."""
    first, *others = SENTENCE.split(event)
    is_none = begins_with_none(words.none, words.welcome).search(first) is not None
    return is_none and not any(map(pattern_of(words.lost).search, others))
