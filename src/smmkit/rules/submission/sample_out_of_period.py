"""SMM824 sample-out-of-period."""

from __future__ import annotations

import re

from smmkit.documents import Record
from smmkit.documents.submission import Submission
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

YEAR = re.compile(r"\b((?:19|20)[0-9]{2})\b")
ID = re.compile(r"[\w.-]+")
"""Years, and what may be the ids of records, in the words of a sample."""


@rule(
    "SMM824",
    "sample-out-of-period",
    of=Submission,
    severity=Severity.WARNING,
    source="juknis II.B2",
    filled=True,
)
def sample_out_of_period(submission: Submission, qms: Qms) -> Problems:
    """The samples of a submission are of the time that it names.

    Why: the juknis sends samples of one year. A file of another year answers a question that was not
    asked.
    """
    period = set(YEAR.findall(submission.period or ""))
    for index, sample in enumerate(submission.samples if period else ()):
        years = set(YEAR.findall(sample.what))
        years |= {
            str(record.date.year)
            for id_ in ID.findall(sample.what)
            if (record := qms.get(id_, Record))
        }
        if years and years.isdisjoint(period):
            yield problem(
                submission,
                "samples",
                index,
                "what",
                message=say(
                    "this is of {years}, the submission of {period}",
                    years=sorted(years),
                    period=submission.period,
                ),
                hint=say("choose samples of that time, or write the right `period:`"),
            )
