"""SMM721 audit-out-of-its-time."""

from __future__ import annotations

from smmkit.analyses.audits import planned_days
from smmkit.documents.audit import Audit, PlannedAudit
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM721",
    "audit-out-of-its-time",
    of=Audit,
    severity=Severity.WARNING,
    source="ISO 9001, 9.2.2 a",
    clause="9.2.2",
)
def audit_out_of_its_time(audit: Audit, qms: Qms) -> Problems:
    """An audit is held within the time for which it was planned.

    Why: who looks at the programme later must be able to tell an audit that was moved from one that
    was forgotten.
    """
    planned = qms.get(audit.planned or "", PlannedAudit)
    days = planned_days(planned) if planned else None
    if planned and days and not audit.moved and not days[0] <= audit.date <= days[1]:
        yield problem(
            audit,
            "date",
            message=say(
                "{id} was planned for {since} to {until}",
                id=planned.id,
                since=days[0],
                until=days[1],
            ),
            hint=say("write why as `moved:`"),
        )
