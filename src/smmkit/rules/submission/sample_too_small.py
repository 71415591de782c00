"""SMM956 sample-too-small."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.submission import Submission
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import claims
from smmkit.words import say


class Smallest(Part):
    """How small a sample may be."""

    least: Annotated[Whole, Field(ge=1)] = 3
    """So many records a sample has, or all, where there are fewer."""


@rule(
    "SMM956",
    "sample-too-small",
    of=Submission,
    severity=Severity.WARNING,
    source="own rule",
    filled=True,
    settings=Smallest,
)
def sample_too_small(submission: Submission, qms: Qms, settings: Smallest) -> Problems:
    """A sample is more than one or two records, where there are more, and not the best of them.

    Why: one file shows that somebody picked the best one.
    """
    for index, sample in enumerate(submission.samples):
        if sample.population and 0 < sample.chosen < min(settings.least, sample.population):
            yield problem(
                submission,
                "samples",
                index,
                "chosen",
                message=say(
                    "{n} of {m} is no sample: {what}",
                    n=sample.chosen,
                    m=sample.population,
                    what=sample.what,
                ),
                hint=say("send at least {n}, chosen by a rule", n=settings.least),
            )
        if claims(qms.fact(vocabulary).picks_best, sample.how or ""):
            yield problem(
                submission,
                "samples",
                index,
                "how",
                message=say("who picks the best shows no sample: {how}", how=sample.how),
                hint=say("choose by a rule: each tenth by its number"),
            )
