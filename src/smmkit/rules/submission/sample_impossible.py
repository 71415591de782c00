"""SMM822 sample-impossible."""

from __future__ import annotations

from smmkit.documents.submission import Submission
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM822", "sample-impossible", of=Submission, source="juknis II.B2")
def sample_impossible(submission: Submission, qms: Qms) -> Problems:  # noqa: ARG001
    """A sample is not larger than what it is taken from.

    Why: one of the two numbers is wrong, and the auditor counts.
    """
    for index, sample in enumerate(submission.samples):
        if sample.population is not None and sample.chosen > sample.population:
            yield problem(
                submission,
                "samples",
                index,
                "chosen",
                message=say(
                    "{chosen} were chosen out of {population}",
                    chosen=sample.chosen,
                    population=sample.population,
                ),
                hint=say("count again, and put the wrong number right"),
            )
