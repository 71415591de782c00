"""SMM482 no-such-day."""

from __future__ import annotations

from smmkit.analyses.texts.days import no_days
from smmkit.analyses.texts.own_words import with_digits
from smmkit.documents import Information
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM482",
    "no-such-day",
    of=Information,
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.3.2",
    clause="7.5.3",
    filled=True,
)
def no_such_day(document: Information, _: Qms) -> Problems:
    """A day in a sentence is one that the calendar has.

    Why: who reads "31 April" cannot tell which day was meant, and whether anything took place on it.
    """
    for steps, text in with_digits(document):
        for said in no_days(text):
            yield problem(
                document,
                *steps,
                message=say("there is no such day: {day}", day=said[0]),
                hint=say("write the day that was meant"),
            )
