"""SMM626 seen-on-a-later-day."""

from __future__ import annotations

from smmkit.analyses.audits.seen import seen
from smmkit.analyses.texts.claims import SENTENCE
from smmkit.analyses.texts.days import Said, days_said, months_said
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents import Information
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import pattern_of
from smmkit.words import say


@rule(
    "SMM626",
    "seen-on-a-later-day",
    of=Information,
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.3.2",
    clause="7.5.3.2",
    filled=True,
)
def seen_on_a_later_day(document: Information, qms: Qms) -> Problems:
    """What was seen, said or decided on a day speaks of no later day, except of one that is still to come.

    Why: a checklist of March that knows what happened in May was written in May; one of the days is wrong,
    or the paper was made up afterwards.
    """
    to_come = pattern_of(qms.fact(vocabulary).to_come)
    for steps, text, last in seen(document, qms):
        for sentence in SENTENCE.split(" ".join((text or "").split())):
            said = last_said(sentence)
            if said and said.day > last and not to_come.search(sentence):
                yield problem(
                    document,
                    *steps,
                    message=say(
                        "this speaks of {later}, and is of {day}",
                        later=sentence[said.begins : said.ends],
                        day=last,
                    ),
                    hint=say("put the day right that is wrong"),
                )


def last_said(sentence: str) -> Said | None:
    """The latest day that a sentence names; of a month with its year the first."""
    return max([*days_said(sentence), *months_said(sentence)], default=None)
