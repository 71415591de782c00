"""SMM314 policy-not-understood."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.lifecycle.live import is_live
from smmkit.documents.policy import QualityPolicy
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Asking(Part):
    """How long it may take."""

    days: Annotated[Whole, Field(ge=0)] = 30
    """How many days after its first approval somebody has asked."""


@rule(
    "SMM314",
    "policy-not-understood",
    of=QualityPolicy,
    severity=Severity.WARNING,
    source="juknis II.A3",
    clause="5.2.2",
    settings=Asking,
)
def policy_not_understood(policy: QualityPolicy, qms: Qms, settings: Asking) -> Problems:
    """Somebody has found out whether the quality policy is understood, and it is.

    Why: whether words are understood is seen by asking those who read them, not by those who wrote them.
    """
    first = min((given.on for given in policy.approvals), default=None)
    if first is None or not is_live(policy, qms) or (qms.as_of - first).days <= settings.days:
        return
    judged = [one for one in policy.readability if one.on <= qms.as_of]
    if not judged:
        yield problem(
            policy,
            "sentence",
            message=say("nobody has found out whether {id} is understood", id=policy.id),
            hint=say("ask some who work by it, then write what came out under `readability:`"),
        )
        return
    last = max(judged, key=lambda one: one.on)
    if not last.understood:
        yield problem(
            policy,
            "readability",
            policy.readability.index(last),
            "understood",
            message=say("{id} was not understood when asked on {day}", id=policy.id, day=last.on),
            hint=say("say it in plainer words, approve that, and ask again"),
        )
