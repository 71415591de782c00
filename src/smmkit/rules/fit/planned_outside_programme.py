"""SMM866 planned-outside-programme."""

from __future__ import annotations

from smmkit.analyses.audits import planned_days
from smmkit.documents.audit import AuditProgramme
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM866",
    "planned-outside-programme",
    of=AuditProgramme,
    severity=Severity.WARNING,
    source="ISO 9001, 9.2.2 a",
    clause="9.2.2",
    filled=True,
)
def planned_outside_programme(programme: AuditProgramme, qms: Qms) -> Problems:  # noqa: ARG001
    """The audits of a programme are planned within its time.

    Why: an audit of the next year in the programme of this one is counted in both, or in none.
    """
    for index, planned in enumerate(programme.entries):
        days = planned_days(planned)
        if days and (days[0] < programme.since or days[1] > programme.until):
            yield problem(
                programme,
                "entries",
                index,
                "period" if planned.period else "since",
                message=say(
                    "{id} is planned for {since} to {until}, and the programme is for {first} to {last}",
                    id=planned.id,
                    since=days[0],
                    until=days[1],
                    first=programme.since,
                    last=programme.until,
                ),
                hint=say("correct one of them"),
            )
