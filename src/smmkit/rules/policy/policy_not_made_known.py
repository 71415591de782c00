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
    """How many days after its first approval a policy is known everywhere."""


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
    """The quality policy is made known to every unit.

    Why: an auditor asks the person at the desk; a policy that never came there is paper.
    """
    first = min((given.on for given in policy.approvals), default=None)
    if first is None or not is_live(policy, qms) or (qms.as_of - first).days <= settings.days:
        return
    told = [one for one in policy.communicated if one.on <= qms.as_of]
    missing = unreached(qms, [unit for one in told for unit in one.units])
    if missing:
        yield problem(
            policy,
            "communicated" if policy.communicated else "sentence",
            message=say(
                "{id} was never made known to {units}",
                id=policy.id,
                units=[unit.id for unit in missing],
            ),
            hint=say("tell them, then write the day, the way and the units under `communicated:`"),
        )
