"""SMM818 more-than-all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from smmkit.analyses.texts.days import days_said, months_said
from smmkit.analyses.texts.own_words import own_words
from smmkit.analyses.texts.spoken_counts import any_count, count_of, pairs
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents import Information
from smmkit.documents.audit import Audit, Interview, SpotCheck
from smmkit.documents.finding import AuditFinding, CorrectiveAction
from smmkit.documents.training import Training
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import pattern_of
from smmkit.standards.vocabulary.patterns import at_so_many, of_them, so_many_things
from smmkit.words import say

SEEN = (Audit, Interview, SpotCheck, AuditFinding, CorrectiveAction, Training)
"""What tells how many of so many were seen."""
CLAUSE = re.compile(r"[.;:](?=\s)")
PART = re.compile(r"[.;:,]\s+")


@rule(
    "SMM818",
    "more-than-all",
    of=Information,
    severity=Severity.WARNING,
    source="ISO 9001, 9.2.2 f",
    clause="9.2.2",
    filled=True,
)
def more_than_all(record: Information, qms: Qms) -> Problems:
    """Of what was looked at no more was found than there was: not "13 of 12 files".

    Why: the evidence of a finding is what the unit looks up first, and a number that cannot be makes all
    of it doubtful.
    Nor is it "seven were chosen; for eleven there was none".
    """
    if not isinstance(record, SEEN):
        return
    course = qms.fact(vocabulary).course
    moved = pattern_of((*course.rises, *course.falls))
    no_nouns = {"", *qms.fact(vocabulary).counting.percent}
    of = [f" {one} " for one in qms.fact(vocabulary).counting.of]
    for steps, text in own_words(qms, record):
        more = [*more_of_them(qms, text)] or [*more_than_drawn(qms, text)]
        for clause in CLAUSE.split(text) if any(one in text for one in of) else ():
            if not moved.search(clause):
                more += [
                    said
                    for said, part, whole, noun in pairs(qms, clause)
                    if noun not in no_nouns and part > whole
                ]
        for said in more:
            yield problem(
                record,
                *steps,
                message=say("this is more than there were: {text}", text=said),
                hint=say("count again, and write both numbers"),
            )


def more_than_drawn(qms: Qms, text: str) -> Iterator[str]:
    """What a text says of more than it said just before were looked at: "7 were chosen; for 11 of them"."""
    words, numbers, count = (
        qms.fact(vocabulary).counting,
        qms.fact(vocabulary).numbers,
        any_count(qms),
    )
    drawn = pattern_of(words.drawn)
    for one, then in pairwise(PART.split(text)):
        some = at_so_many(words, count).match(then)
        whole = so_many_things(count).search(one) if some and drawn.search(one) else None
        if (
            some
            and whole
            and 0 < (count_of(whole[1], numbers) or 0) < (count_of(some[1], numbers) or 0)
        ):
            yield f"{one.strip()}; {some[0]}"


def more_of_them(qms: Qms, text: str) -> Iterator[str]:
    """What a text counts "of them", where it counted no more than fewer before."""
    words, numbers, count = qms.fact(vocabulary), qms.fact(vocabulary).numbers, any_count(qms)
    them = list(of_them(words.among, count).finditer(text))
    if not them:
        return
    days = (*days_said(text), *months_said(text))
    dated = {place for one in days for place in range(one.begins, one.ends)}
    counts = [one for one in so_many_things(count).finditer(text) if one.start() not in dated]
    most = read = 0
    for match in them:
        while read < len(counts) and counts[read].end() <= match.start():
            most = max(most, count_of(counts[read][1], numbers) or 0)
            read += 1
        if 0 < most < (count_of(match[1], numbers) or 0):
            yield match[0]
