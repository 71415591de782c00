"""SMM389 policy-not-shown-outside."""

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
    "SMM389",
    "policy-not-shown-outside",
    of=QualityPolicy,
    severity=Severity.WARNING,
    source="ISO 9001, 5.2.2 b and c",
    clause="5.2.2",
    filled=True,
)
def policy_not_shown_outside(policy: QualityPolicy, qms: Qms) -> Problems:
    """The policy is made known outside, too, and of one telling at least there is proof.

    Why: customers are to know what they may expect. That it was told is shown by a picture, a list, a page.
    """
    if not is_live(policy, qms) or not policy.communicated:
        return
    seen_outside = pattern_of(qms.fact(vocabulary).seen_outside)
    if not any(one.audience or seen_outside.search(one.channel) for one in policy.communicated):
        yield problem(
            policy,
            "communicated",
            message=say("{id} was told to nobody outside", id=policy.id),
            hint=say("put it where customers see it, and write that with `audience:`"),
        )
    if not any(one.evidence for one in policy.communicated):
        yield problem(
            policy,
            "communicated",
            message=say("nothing shows that {id} was made known", id=policy.id),
            hint=say("name a picture, a list or a page under `evidence:`"),
        )
