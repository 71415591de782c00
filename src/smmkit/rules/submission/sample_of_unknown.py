"""SMM823 sample-of-unknown."""

from __future__ import annotations

from smmkit.documents.submission import Submission
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM823",
    "sample-of-unknown",
    of=Submission,
    severity=Severity.WARNING,
    source="juknis II.B2",
    filled=True,
)
def sample_of_unknown(submission: Submission, qms: Qms) -> Problems:  # noqa: ARG001
    """A sample says of how many it is taken, and is not empty.

    Why: ten files of twelve show much, ten of a thousand little. Without the number nobody can tell.
    """
    for index, sample in enumerate(submission.samples):
        if sample.population is None:
            yield problem(
                submission,
                "samples",
                index,
                "chosen",
                message=say("nothing says out of how many the {n} were chosen", n=sample.chosen),
                hint=say("write `population:` with the number of all of them in that time"),
            )
        elif not sample.chosen and sample.population:
            yield problem(
                submission,
                "samples",
                index,
                "chosen",
                message=say("none of {population} was chosen", population=sample.population),
                hint=say("send a sample, or take the line away"),
            )
