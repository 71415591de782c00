"""SMM954 auditor-of-another-body."""

from __future__ import annotations

from smmkit.analyses.texts import squeezed
from smmkit.documents.audit import Audit
from smmkit.documents.certification import CertificationBody
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM954",
    "auditor-of-another-body",
    of=Audit,
    severity=Severity.WARNING,
    source="ISO/IEC 17021-1, 9.2.2",
    filled=True,
)
def auditor_of_another_body(audit: Audit, qms: Qms) -> Problems:
    """At least one auditor of a certification body comes from the body that makes the audit.

    Why: an audit by somebody of another house is not the one of the contract.
    """
    body = qms.get(audit.body or "", CertificationBody)
    houses = [one.body for one in audit.auditors if one.body]
    if body is None or not houses:
        return
    own = squeezed(body.title)
    if not any(squeezed(house) in own or own in squeezed(house) for house in houses):
        yield problem(
            audit,
            "auditors",
            message=say(
                "the audit is made by {body}, its auditors are of {houses}",
                body=body.title,
                houses=sorted(set(houses)),
            ),
            hint=say("write the same body in both places, or ask why others came"),
        )
