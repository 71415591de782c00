"""SMM822 sample-impossible."""

from __future__ import annotations

from smmkit.analyses.texts import squeezed
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.submission import Submission
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM822", "sample-impossible", of=Submission, source="juknis II.B2")
def sample_impossible(submission: Submission, qms: Qms) -> Problems:
    """A sample is not larger than what it is taken from, and not smaller where all were taken.

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
        is_all = squeezed(sample.how or "") in qms.fact(vocabulary).reached.all
        if is_all and sample.population is not None and sample.chosen < sample.population:
            yield problem(
                submission,
                "samples",
                index,
                "how",
                message=say(
                    "{how}, it says, and {chosen} of {population} were chosen",
                    how=sample.how or "",
                    chosen=sample.chosen,
                    population=sample.population,
                ),
                hint=say("say how they were chosen, so that others would choose the same"),
            )
