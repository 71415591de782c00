"""SMM786 audit-without-criteria."""

from __future__ import annotations

from smmkit.analyses.audits import is_told
from smmkit.documents.audit import Audit
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM786",
    "audit-without-criteria",
    of=Audit,
    severity=Severity.WARNING,
    source="ISO 9001, 9.2.2 b",
    clause="9.2.2",
    filled=True,
)
def audit_without_criteria(audit: Audit, qms: Qms) -> Problems:  # noqa: ARG001
    """An audit says against what it was held, and what it covered.

    Why: a finding is the difference to something; without the criteria there is none.
    """
    if is_told(audit) and not audit.standards:
        yield problem(
            audit,
            "id",
            message=say("{id} does not say against which standard it was held", id=audit.id),
            hint=say("write `standards:`"),
        )
    elif is_told(audit) and not audit.scope and not audit.units:
        yield problem(
            audit,
            "id",
            message=say("{id} does not say what it covered", id=audit.id),
            hint=say("write `units:` and `scope:`"),
        )
