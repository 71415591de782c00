"""SMM313 policy-not-made-known."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.lifecycle.live import is_live
from smmkit.analyses.organization.units import unreached
from smmkit.documents.policy import QualityPolicy
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Grace(Part):
    """How long it may take."""

    days: Annotated[Whole, Field(ge=0)] = 30
    """So many days after its approval a version is known; so many before, it may be shown as a draft."""


@rule(
    "SMM313",
    "policy-not-made-known",
    of=QualityPolicy,
    severity=Severity.WARNING,
    source="ISO 9001, 5.2.2; juknis II.A3",
    clause="5.2.2",
    settings=Grace,
)
def policy_not_made_known(policy: QualityPolicy, qms: Qms, settings: Grace) -> Problems:
    """The quality policy is made known to every unit, as it holds now, and not before there was one.

    Why: an auditor asks the person at the desk; a policy that never came there is paper.
    """
    given = max((given.on for given in policy.approvals), default=None)
    if given is None or not is_live(policy, qms) or (qms.as_of - given).days <= settings.days:
        return
    first = min(one.on for one in policy.approvals)
    for index, one in enumerate(policy.communicated):
        if (first - one.on).days > settings.days:
            yield problem(
                policy,
                "communicated",
                index,
                "on",
                message=say("{id} was first approved on {day}", id=policy.id, day=first),
                hint=say("write the day on which the policy was made known"),
            )
    told = [
        one
        for one in policy.communicated
        if one.on <= qms.as_of and (given - one.on).days <= settings.days
    ]
    missing = unreached(qms, [unit for one in told for unit in one.units])
    if missing:
        yield problem(
            policy,
            "communicated" if policy.communicated else "sentence",
            message=say(
                "{id} was never made known to {units} in the version of {day}",
                day=given,
                id=policy.id,
                units=[unit.id for unit in missing],
            ),
            hint=say("tell them, then write the day, the way and the units under `communicated:`"),
        )
