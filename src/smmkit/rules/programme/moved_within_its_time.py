"""SMM837 moved-within-its-time."""

from __future__ import annotations

from smmkit.analyses.audits import last_day, planned_days, plans_of
from smmkit.documents.audit import Audit, PlannedAudit
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM837",
    "moved-within-its-time",
    of=Audit,
    severity=Severity.WARNING,
    source="ISO 9001, 9.2.2 a",
    clause="9.2.2",
)
def moved_within_its_time(audit: Audit, qms: Qms) -> Problems:
    """An audit that says why it was moved was held outside the time for which it was planned.

    Why: a reason for a delay that there was not makes a reader doubt the day, the programme or both.
    """
    if not audit.moved:
        return
    plans = [qms.get(plan, PlannedAudit) for plan in plans_of(audit)]
    times = [days for plan in plans if plan and (days := planned_days(plan))]
    if times and all(since <= audit.date and last_day(audit) <= until for since, until in times):
        yield problem(
            audit,
            "moved",
            message=say(
                "{id} says why it was moved, and {day} lies in the time for which it was planned: "
                "{since} to {until}",
                id=audit.id,
                day=audit.date,
                since=times[0][0],
                until=times[0][1],
            ),
            hint=say("delete `moved:`, or correct the day or the entry of the programme"),
        )
