"""SMM898 sampled-otherwise."""

from __future__ import annotations

from smmkit.analyses.processes.sampling_said import counts_said, steps_said
from smmkit.documents.services import ServiceLog
from smmkit.documents.submission import Submission
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM898",
    "sampled-otherwise",
    severity=Severity.WARNING,
    source="juknis II.B2; ISO 9001, 8.6",
    clause="8.6",
    filled=True,
)
def sampled_otherwise(qms: Qms) -> Problems:
    """How a sample was chosen makes as many cases as it has.

    Why: every seventh of 112 is sixteen; where there are fourteen the auditor asks for the other two.
    """
    hint = say("write the number that is true; what was left out is told with its reason")
    for log in qms.of(ServiceLog):
        text, received = log.sampling or "", log.received
        if log.cases and received and text:
            found = [*steps_said(qms, text, received, len(log.cases))]
            for message in (*found, *counts_said(qms, text, received, len(log.cases))):
                yield problem(log, "sampling", message=message, hint=hint)
    for submission in qms.of(Submission):
        for index, one in enumerate(submission.samples):
            if one.how and one.population and one.chosen:
                for message in steps_said(qms, one.how, one.population, one.chosen):
                    yield problem(submission, "samples", index, "how", message=message, hint=hint)
