"""SMM317 policy-by-another."""

from __future__ import annotations

from smmkit.analyses.lifecycle.signatures import together
from smmkit.analyses.lifecycle.timeline import sealing
from smmkit.analyses.organization.head import head_of, is_office
from smmkit.documents.policy import QualityPolicy
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM317",
    "policy-by-another",
    of=QualityPolicy,
    source="ISO 9001, 5.2.1; juknis II.A3",
    clause="5.2.1",
)
def policy_by_another(policy: QualityPolicy, qms: Qms) -> Problems:
    """The quality policy is approved by top management, the head that qms.yaml names.

    Why: what somebody else has set binds nobody, least of all top management.
    """
    given, head = sealing(policy), head_of(qms)
    if given and head and not any(is_office(one.role, head) for one in together(policy, given)):
        yield problem(
            policy,
            "approvals",
            policy.approvals.index(given),
            "role",
            message=say(
                "{id} was approved by the {role}, and top management is the {head}",
                id=policy.id,
                role=given.role,
                head=head,
            ),
            hint=say("let the head approve it, or correct `head:` in qms.yaml"),
        )
