"""SMM846 nobody-to-audit."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.audits import done_plans
from smmkit.documents.audit import Audit, AuditProgramme, AuditType
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Ahead(Part):
    """How early auditors are chosen."""

    days: Annotated[Whole, Field(ge=0)] = 30
    """How many days before an internal audit its auditors are named."""


@rule(
    "SMM846",
    "nobody-to-audit",
    of=AuditProgramme,
    severity=Severity.WARNING,
    source="ISO 9001, 9.2.2 c",
    clause="9.2.2",
    settings=Ahead,
    whole=(Audit,),
)
def nobody_to_audit(programme: AuditProgramme, qms: Qms, limits: Ahead) -> Problems:
    """An internal audit that is near has auditors.

    Why: who is chosen on the morning of the audit has prepared nothing, and may audit his own work.
    """
    held = qms.fact(done_plans)
    for index, entry in enumerate(programme.entries):
        if entry.audit_type is not AuditType.INTERNAL or entry.auditors or entry.id in held:
            continue
        if entry.since and (entry.since - qms.as_of).days <= limits.days:
            yield problem(
                programme,
                "entries",
                index,
                message=say("nobody is chosen to do {id}", id=entry.id),
                hint=say("write `auditors:`"),
            )
