"""SMM833 period-of-long-ago."""

from __future__ import annotations

import re

from smmkit.documents.audit import Audit
from smmkit.documents.submission import Submission
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

YEAR = re.compile(r"\b((?:19|20)[0-9]{2})\b")


@rule(
    "SMM833",
    "period-of-long-ago",
    of=Submission,
    severity=Severity.WARNING,
    source="juknis II.B2",
    filled=True,
)
def period_of_long_ago(submission: Submission, qms: Qms) -> Problems:
    """The samples of a submission are of the year of the audit, or of the one before.

    Why: the juknis sends samples of 2019 for an audit in 2020. Older ones show how it was.
    """
    audit = qms.get(submission.audit or "", Audit)
    years = [int(year) for year in YEAR.findall(submission.period or "")]
    if audit and years and not audit.date.year - 1 <= max(years) <= audit.date.year:
        yield problem(
            submission,
            "period",
            message=say(
                "{period} is not the time before {audit} of {day}",
                period=submission.period,
                audit=audit.id,
                day=audit.date,
            ),
            hint=say("send samples of the year before the audit"),
        )
