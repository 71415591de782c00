"""SMM456 sample-against-its-log."""

from __future__ import annotations

import re

from smmkit.documents.services import ServiceLog
from smmkit.documents.submission import Submission
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

NAMED = re.compile(r"[A-Za-z][\w.-]{2,40}")


@rule(
    "SMM456",
    "sample-against-its-log",
    of=Submission,
    severity=Severity.WARNING,
    source="juknis II.B2",
    clause="8.6",
    filled=True,
    whole=(ServiceLog,),
)
def sample_against_its_log(submission: Submission, qms: Qms) -> Problems:
    """A sample out of a service log is taken from as many cases as came in.

    Why: the auditor counts the log. Two numbers for one pile make both doubtful.
    """
    for index, sample in enumerate(submission.samples):
        said = f"{sample.what} {sample.how or ''}"
        logs = [log for word in NAMED.findall(said) if (log := qms.get(word, ServiceLog))]
        counts = [log.received if log.received is not None else len(log.cases) for log in logs]
        if counts and sample.population is not None and sample.population != sum(counts):
            yield problem(
                submission,
                "samples",
                index,
                "population",
                message=say(
                    "the sample is said to be of {n}, and {ids} has {m}",
                    n=sample.population,
                    ids=[log.id for log in logs],
                    m=sum(counts),
                ),
                hint=say("write how many there were: {n}", n=sum(counts)),
            )
