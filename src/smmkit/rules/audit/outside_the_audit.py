"""SMM750 outside-the-audit."""

from __future__ import annotations

from datetime import date

from smmkit.analyses.audits import interviews_by_audit, last_day, spot_checks_by_audit
from smmkit.documents import Information
from smmkit.documents.audit import Audit
from smmkit.location import Path
from smmkit.problem import Problem
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule("SMM750", "outside-the-audit", source="own rule")
def outside_the_audit(qms: Qms) -> Problems:
    """Interviews and spot checks of an audit, and its agenda, lie within its days.

    Why: what happened on another day did not happen in this audit; one of the days is wrong.
    """
    for audit in qms.of(Audit):
        if last_day(audit) < audit.date:
            continue  # it has no days at all, and that is told where they stand
        for n, item in enumerate(audit.agenda):
            if not audit.date <= item.on <= last_day(audit):
                yield off(audit, ("agenda", n, "on"), item.on, audit)
        within = (
            *qms.fact(interviews_by_audit).get(audit.id, ()),
            *qms.fact(spot_checks_by_audit).get(audit.id, ()),
        )
        for record in within:
            if not audit.date <= record.date <= last_day(audit):
                yield off(record, ("date",), record.date, audit)


def off(document: Information, steps: Path, day: date, audit: Audit) -> Problem:
    """What to say of a day that is none of the audit."""
    return problem(
        document,
        *steps,
        message=say(
            "{day} is no day of {id}, which lasts from {since} to {until}",
            day=day,
            id=audit.id,
            since=audit.date,
            until=last_day(audit),
        ),
        hint=say("put the day right that is wrong"),
    )
