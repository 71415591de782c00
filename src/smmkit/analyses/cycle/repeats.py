"""Which nonconformities have come again: on the same clause, in the same unit, in another audit."""

from __future__ import annotations

from smmkit.analyses.audits import NONCONFORMITIES, made_findings
from smmkit.analyses.organization.units import heir
from smmkit.documents.finding import AuditFinding
from smmkit.qms import Qms


def repeats(qms: Qms) -> dict[str, AuditFinding]:
    """For each that has come again, by its id, the last one before it."""
    last: dict[tuple[str, str], AuditFinding] = {}
    found: dict[str, AuditFinding] = {}
    for one in sorted(made_findings(qms), key=lambda one: (one.date, one.id)):
        if one.grade not in NONCONFORMITIES:
            continue
        before = last.get(about := matter(qms, one))
        if before and before.audit == one.audit:
            before = found.get(before.id)
        if before:
            found[one.id] = before
        last[about] = one
    return found


def matter(qms: Qms, found: AuditFinding) -> tuple[str, str]:
    """What a finding is about on the day: the clause as the first standard has it, and who has the work."""
    standard, number = qms.clause(found.clause, found)
    first = qms.standard(qms.standard_ids[0])
    if standard and number not in standard.known:
        number = next(
            (c.id for c in standard.clauses if number in {r.id for r in c.requirements}), number
        )
    if standard and first and standard.id != first.id:
        became = (c.id for c in first.clauses if number in c.comes_from.get(standard.id, ()))
        number = next(became, f"{standard.id}/{number}")
    return number, heir(qms, found.unit)
