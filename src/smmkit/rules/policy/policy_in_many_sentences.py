"""SMM311 policy-in-many-sentences."""

from __future__ import annotations

from itertools import pairwise

from smmkit.documents.policy import QualityPolicy
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM311",
    "policy-in-many-sentences",
    of=QualityPolicy,
    severity=Severity.WARNING,
    source="juknis II.A3",
    clause="5.2.1",
    wish="policy-themes",
)
def policy_in_many_sentences(policy: QualityPolicy, qms: Qms) -> Problems:  # noqa: ARG001
    """The quality policy is one sentence.

    Why: nobody can repeat a paragraph; what it means in detail stands in its points.
    """
    count = sentences(policy.sentence)
    if count > 1:
        yield problem(
            policy,
            "sentence",
            message=say("the policy of {id} has {n} sentences", id=policy.id, n=count),
            hint=say("say it in one sentence; what it means in detail stands in its points"),
        )


ABBREVIATED = {"prof", "drs", "dra", "bpk", "hlm", "yth", "tbk"}
"""Words that end with a full stop and no sentence with them; so do words of one or two letters."""


def sentences(text: str) -> int:
    """How many sentences a text has: one more than there are ends with a capital behind them."""
    return 1 + sum(ends(one, other) for one, other in pairwise(text.split()))


def ends(word: str, following: str) -> bool:
    """Whether a sentence ends with a word and another begins with the one behind it."""
    bare = word.rstrip("\"'”’)")
    stem = bare.rstrip(".!?")
    if bare == stem or not following.lstrip("\"'“‘(")[:1].isupper():
        return False
    is_short = len(stem) < 3 or "." in stem or stem.lower() in ABBREVIATED
    return not (is_short and bare.endswith("."))
