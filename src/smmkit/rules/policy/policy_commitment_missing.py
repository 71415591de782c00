"""SMM388 policy-commitment-missing."""

from __future__ import annotations

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.texts.vocabulary import vocabulary
from smmkit.documents.policy import QualityPolicy
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.standards.vocabulary import pattern_of
from smmkit.words import say


@rule(
    "SMM388",
    "policy-commitment-missing",
    of=QualityPolicy,
    severity=Severity.WARNING,
    source="ISO 9001, 5.2.1 c and d",
    clause="5.2.1",
    filled=True,
)
def policy_commitment_missing(policy: QualityPolicy, qms: Qms) -> Problems:
    """The policy commits the organization to meet what applies, and to get better.

    Why: these two are asked of every policy, and are the first thing that an auditor looks for.
    """
    if not is_live(policy, qms):
        return
    points = [point.title for point in policy.points]
    said = " ".join([policy.sentence, *points, policy.source.prose])
    for promise in qms.fact(vocabulary).commitments:
        if not pattern_of(promise.words).search(said):
            yield problem(
                policy,
                "points" if policy.points else "sentence",
                message=say(
                    "{id} has no commitment {what} ({clause})",
                    id=policy.id,
                    what=promise.what,
                    clause=promise.at,
                ),
                hint=say("say it in the sentence, in a point or below them, in your own words"),
            )
