"""SMM724 planned-clause-not-checked."""

from __future__ import annotations

from smmkit.analyses.audits import is_told, parts_of, plans_ended_by
from smmkit.analyses.proof.coverage import clauses_named
from smmkit.documents.audit import Audit
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


@rule(
    "SMM724",
    "planned-clause-not-checked",
    of=Audit,
    severity=Severity.WARNING,
    source="ISO 9001, 9.2.2 b",
    clause="9.2.2",
    filled=True,
)
def planned_clause_not_checked(audit: Audit, qms: Qms) -> Problems:
    """The checklist of an audit asks about every clause for which it was planned.

    Why: what was planned because it matters would be taken for audited.
    """
    if not audit.checklist or not is_told(audit):
        return
    for planned in plans_ended_by(audit, qms):
        parts = parts_of(planned, qms) or [audit]
        checks = [(check.clause, part) for part in parts for check in part.checklist]
        asked = {one for clause, part in checks for one in clauses_named(qms, clause, part)}
        home = qms.homes[planned.id][0]
        left = [
            name
            for name in planned.audited_clauses
            if (named := clauses_named(qms, name, home)) and asked.isdisjoint(named)
        ]
        if left:
            yield problem(
                audit,
                "checklist",
                message=say(
                    "{id} plans to ask about {clauses}; no question does",
                    id=planned.id,
                    clauses=left,
                ),
                hint=say("plan another audit for what was left out"),
            )
