"""SMM956 sample-too-small."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Field

from smmkit.documents.submission import Submission
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say

BEST = re.compile(
    r"^(?!.*\b(?:tidak|bukan|tanpa|not|never|without)\b).*"
    r"\b(?:terbaik|paling (?:baik|bagus|lengkap|rapi)|yang (?:bagus|rapi)|the best)\b",
    re.IGNORECASE,
)
"""What says that the best were picked."""


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
def sample_too_small(submission: Submission, qms: Qms, settings: Smallest) -> Problems:  # noqa: ARG001
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
        if BEST.search(sample.how or ""):
            yield problem(
                submission,
                "samples",
                index,
                "how",
                message=say("who picks the best shows no sample: {how}", how=sample.how),
                hint=say("choose by a rule: each tenth by its number"),
            )
