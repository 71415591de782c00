"""SMM482 no-such-day."""

from __future__ import annotations

from smmkit.analyses.texts import texts_in
from smmkit.analyses.texts.days import no_days
from smmkit.analyses.texts.empty_words import is_own_text
from smmkit.analyses.texts.seen import seen_in
from smmkit.documents import Information
from smmkit.location import Path
from smmkit.model.fields import field_at
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
def no_such_day(document: Information, qms: Qms) -> Problems:
    """A day in a sentence is one that the calendar has.

    Why: who reads "31 April" cannot tell which day was meant, and whether anything took place on it.
    """
    for steps, said in seen_in(qms, document, said_in):
        yield problem(
            document,
            *steps,
            message=say("there is no such day: {day}", day=said),
            hint=say("write the day that was meant"),
        )


def said_in(document: Information) -> list[tuple[Path, str]]:
    """The days in the sentences of a document that there are not, each with its key path."""
    found = []
    for steps, text in texts_in(document.source.values):
        strange = [one[0] for one in no_days(text)] if any(map(str.isdigit, text)) else []
        field = field_at(type(document), steps) if strange else None
        if field and is_own_text(field):
            found += [(steps, one) for one in strange]
    return found
