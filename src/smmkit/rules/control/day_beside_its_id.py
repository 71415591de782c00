"""SMM629 day-beside-its-id."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from smmkit.analyses.audits.seen import seen
from smmkit.analyses.texts import texts_in
from smmkit.analyses.texts.days import days_in
from smmkit.analyses.texts.vocabulary import AROUND, vocabulary
from smmkit.documents import Information, Record
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

BETWEEN = 60
"""So many letters at most stand between an id and its day."""

ID = re.compile(r"(?<![\w/-])([A-Za-z]{1,12}(?:-[A-Za-z0-9]{1,12}){1,4})(?![\w/-])")


@rule(
    "SMM629",
    "day-beside-its-id",
    of=Record,
    severity=Severity.WARNING,
    source="ISO 9001, 7.5.3.2",
    clause="7.5.3.2",
    filled=True,
)
def day_beside_its_id(record: Record, qms: Qms) -> Problems:
    """The day that a record gives beside the id of another document is a day of that document.

    Why: "RTM-2020 of 5 February" where that review was in January: one of the two papers is wrong, and
    the auditor asks for the one that is not there.
    """
    last = {steps: day for steps, _, day in seen(record, qms)}
    for steps, text in texts_in(record.source.values):
        for id_, day in dated(text, qms):
            other = qms.get(id_, Information)
            if other is None or other is record or day > last.get(steps, day):  # told by SMM626
                continue
            if not is_of(other, day):
                yield problem(
                    record,
                    *steps,
                    message=say(
                        "this says that {id} is of {day}, a day that it does not have",
                        id=id_,
                        day=day,
                    ),
                    hint=say("write the day that stands in {id}, or put it right there", id=id_),
                )


def dated(text: str, qms: Qms) -> Iterator[tuple[str, date]]:
    """The ids in a text that have a day beside them: "RTM-2020 pada 29 Januari 2020"."""
    if "-" not in text:
        return
    words = {*qms.fact(vocabulary).dated}
    said = " ".join(text.split())
    for start, _, day in days_in(said):
        before = said[max(start - BETWEEN, 0) : start]
        ids = [*ID.finditer(before)]
        if (
            ids
            and {one.strip(AROUND).casefold() for one in before[ids[-1].end() :].split()} - {""}
            <= words
        ):
            yield ids[-1][1], day


def is_of(document: Information, day: date) -> bool:
    """Whether a day is one of a document: written in it, or between its first and its last."""
    first, last = getattr(document, "date", None), getattr(document, "until", None)
    if isinstance(first, date) and isinstance(last, date) and first <= day <= last:
        return True
    return any(text == day.isoformat() for _, text in texts_in(document.source.values))
