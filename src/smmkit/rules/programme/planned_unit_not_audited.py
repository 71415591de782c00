"""SMM723 planned-unit-not-audited."""

from __future__ import annotations

from smmkit.analyses.auditing.asked import unasked
from smmkit.analyses.audits import is_told, parts_of, plans_ended_by
from smmkit.analyses.organization.units import heir
from smmkit.documents.audit import Audit
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM723",
    "planned-unit-not-audited",
    of=Audit,
    severity=Severity.WARNING,
    source="ISO 9001, 9.2.2 a",
    clause="9.2.2",
    filled=True,
)
def planned_unit_not_audited(audit: Audit, qms: Qms) -> Problems:
    """An audit looks at every unit and every process for which it was planned, and asks each of its units.

    Why: the unit that was left out is easily left out again.
    """
    if not (audit.units or audit.processes):
        return
    for planned in plans_ended_by(audit, qms):
        parts = parts_of(planned, qms) or [audit]
        for name in ("units", "processes"):
            held = {one for part in parts for one in getattr(part, name)}
            if left := [one for one in getattr(planned, name) if not held & {one, heir(qms, one)}]:
                yield problem(
                    audit,
                    name if getattr(audit, name) else "planned",
                    message=say("{id} plans {units}, too", id=planned.id, units=left),
                    hint=say(
                        "write here what was looked at, too; plan another audit for what was left out"
                    ),
                )
    if is_told(audit) and (passed_by := unasked(qms, audit)):
        yield problem(
            audit,
            "checklist",
            message=say("no question was put to {units}", units=passed_by),
            hint=say("write down what was asked there, or plan another audit for it"),
        )
