"""SMM981 finding-of-another-unit."""

from __future__ import annotations

from smmkit.analyses.organization.units import are_kin
from smmkit.documents.audit import Audit
from smmkit.documents.finding import AuditFinding
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM981",
    "finding-of-another-unit",
    of=Audit,
    severity=Severity.WARNING,
    source="own rule",
    clause="9.2.2",
    filled=True,
)
def finding_of_another_unit(audit: Audit, qms: Qms) -> Problems:
    """A finding goes to the unit that was asked.

    Why: the unit that was not asked cannot answer, and the one that was does not know of it.
    """
    for index, check in enumerate(audit.checklist):
        found = qms.get(check.finding or "", AuditFinding)
        if found and check.unit and not are_kin(qms, found.unit, check.unit):
            yield problem(
                audit,
                "checklist",
                index,
                "unit",
                message=say(
                    "{finding} goes to {other}, and {unit} was asked",
                    finding=found.id,
                    other=found.unit,
                    unit=check.unit,
                ),
                hint=say("put the unit right that is wrong"),
            )
