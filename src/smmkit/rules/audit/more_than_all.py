"""SMM818 more-than-all."""

from __future__ import annotations

import re

from smmkit.analyses.texts.own_words import own_words
from smmkit.analyses.texts.spoken_counts import pairs
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents import Information
from smmkit.documents.audit import Audit, Interview, SpotCheck
from smmkit.documents.finding import AuditFinding, CorrectiveAction
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import pattern_of
from smmkit.words import say

SEEN = (Audit, Interview, SpotCheck, AuditFinding, CorrectiveAction)
"""What tells how many of so many were seen."""
CLAUSE = re.compile(r"[.;:](?=\s)")


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
    """
    if not isinstance(record, SEEN):
        return
    course = qms.fact(vocabulary).course
    moved = pattern_of((*course.rises, *course.falls))
    no_nouns = {"", *qms.fact(vocabulary).counting.percent}
    of = [f" {one} " for one in qms.fact(vocabulary).counting.of]
    for steps, text in own_words(qms, record):
        for clause in CLAUSE.split(text) if any(one in text for one in of) else ():
            more = [
                said
                for said, part, whole, noun in pairs(qms, clause)
                if noun not in no_nouns and part > whole
            ]
            if more and not moved.search(clause):
                for said in more:
                    yield problem(
                        record,
                        *steps,
                        message=say("this is more than there were: {text}", text=said),
                        hint=say("count again, and write both numbers"),
                    )
