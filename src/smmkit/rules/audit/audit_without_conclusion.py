"""SMM787 audit-without-conclusion."""

from __future__ import annotations

from smmkit.documents.audit import Audit
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM787",
    "audit-without-conclusion",
    of=Audit,
    severity=Severity.WARNING,
    source="ISO 9001, 9.2.1",
    clause="9.2.1",
    filled=True,
)
def audit_without_conclusion(audit: Audit, qms: Qms) -> Problems:  # noqa: ARG001
    """A closed audit says what it means for the system as a whole.

    Why: the programme asks whether the system conforms and is kept up; findings alone do not say it.
    """
    if audit.closed and not audit.conclusion:
        yield problem(
            audit,
            "closed",
            message=say("{id} is closed without a conclusion", id=audit.id),
            hint=say("write under `conclusion:` whether the system conforms and is effective"),
        )
