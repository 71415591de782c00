"""SMM502 policy-by-acting-head."""

from __future__ import annotations

from smmkit.documents.people import PersonEntry, Standing
from smmkit.documents.policy import QualityPolicy
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM502",
    "policy-by-acting-head",
    of=QualityPolicy,
    severity=Severity.WARNING,
    source="UU 30/2014, 14",
    clause="5.2.1",
)
def policy_by_acting_head(policy: QualityPolicy, qms: Qms) -> Problems:
    """The quality policy is set by a definitive head, not by an acting one (Plt., Plh.).

    Why: an acting officer takes no strategic decisions.
    """
    for index, approval in enumerate(policy.approvals):
        person = qms.get(approval.by, PersonEntry)
        roles = person.held_on(approval.on, approval.role) if person else ()
        if roles and all(role.standing is Standing.ACTING for role in roles):
            yield problem(
                policy,
                "approvals",
                index,
                "by",
                message=say(
                    "{person} was only acting as {role}", person=approval.by, role=approval.role
                ),
            )
