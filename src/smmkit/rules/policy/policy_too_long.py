"""SMM960 policy-too-long."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.texts import WORDS
from smmkit.documents.policy import QualityPolicy
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class SentenceLength(Part):
    """How long the sentence of the policy is."""

    fewest: Annotated[Whole, Field(ge=1)] = 3
    """With fewer words it is a slogan."""
    most: Annotated[Whole, Field(ge=1)] = 40
    """With more words nobody keeps it in mind."""


@rule(
    "SMM960",
    "policy-too-long",
    of=QualityPolicy,
    severity=Severity.WARNING,
    source="juknis II.A3; the numbers are an own rule",
    clause="5.2.1",
    settings=SentenceLength,
    filled=True,
)
def policy_too_long(policy: QualityPolicy, qms: Qms, settings: SentenceLength) -> Problems:  # noqa: ARG001
    """The sentence of the policy is neither a slogan nor a paragraph.

    Why: staff are asked for it by the auditor, and can only say what fits into a head.
    """
    n = len(WORDS.findall(policy.sentence))
    if not settings.fewest <= n <= settings.most:
        yield problem(
            policy,
            "sentence",
            message=say("the policy has {n} words", n=n),
            hint=say(
                "write one sentence of {fewest} to {most} words; the rest belongs into its points",
                fewest=settings.fewest,
                most=settings.most,
            ),
        )
