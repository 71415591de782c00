"""SMM914 more-than-there-are."""

from __future__ import annotations

from smmkit.analyses.consistency.counts_of_things import (
    Counted,
    audits_in,
    audits_until,
    counted_in,
    totals,
)
from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.texts.spoken_counts import with_counts
from smmkit.documents import Document, Information, Record
from smmkit.documents.settings import Settings
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

HISTORY = frozenset({"change_note", "title", "kpis", "plan"})
"""Fields that tell of what was, or of what is to be."""


@rule(
    "SMM914",
    "more-than-there-are",
    of=Information,
    severity=Severity.WARNING,
    source="own rule",
    clause="7.5.3.1",
    filled=True,
    whole=(Information,),
)
def more_than_there_are(document: Information, qms: Qms) -> Problems:
    """A sentence does not count more objectives, risks, processes, interviews or audits than the folder has.

    Why: who reads twelve interviews asks for twelve. Fewer may be some of them; more are not there.
    """
    if isinstance(document, Settings) or (
        isinstance(document, Document) and not is_live(document, qms)
    ):
        return
    for steps, text in with_counts(qms, document):
        if " " not in text or not HISTORY.isdisjoint(steps):
            continue
        for one in counted_in(qms, text):
            there = there_are(qms, document, one)
            if there and one.number > there:
                yield problem(
                    document,
                    *steps,
                    message=say("it says {said}; the folder has {n}", said=one.said, n=there),
                    hint=say("count them, and write that number, or enter what is missing"),
                )


def there_are(qms: Qms, document: Information, one: Counted) -> int:
    """How many there are of what was counted; of audits in the one year that is named, or until the day of
    a record. 0 where that is unknown.
    """
    if one.sort != "internal-audit":
        return qms.fact(totals).get(one.sort, 0)
    if len(one.years) == 1:
        return audits_in(qms, one.years[0])
    return audits_until(qms, document.date) if isinstance(document, Record) else 0
