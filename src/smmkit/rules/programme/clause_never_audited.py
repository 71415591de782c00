"""SMM726 clause-never-audited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from smmkit.analyses.audits import internal, plans_of
from smmkit.analyses.proof.coverage import clauses_left, clauses_named, clauses_of_process
from smmkit.calendar_ends import months_before
from smmkit.documents.audit import Audit, AuditProgramme, PlannedAudit
from smmkit.documents.settings import Settings
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say, say_n


class AuditCycle(Part):
    """How long a cycle of internal audits takes."""

    months: Annotated[Whole, Field(ge=1)] = 36
    """Within how many months every clause is asked about."""
    grace: Annotated[Whole, Field(ge=0)] = 12
    """How many months after the first internal audit this is asked for."""


SHOWN = 12
"""So many clauses are named; their number is told in any case."""


@rule(
    "SMM726",
    "clause-never-audited",
    severity=Severity.WARNING,
    source="ISO 9001, 9.2.1",
    clause="9.2.1",
    settings=AuditCycle,
    whole=(Audit, AuditProgramme, Settings),
)
def clause_never_audited(qms: Qms, limits: AuditCycle) -> Problems:
    """The internal audits of a cycle ask about every clause that applies.

    Why: certification bodies expect the whole standard to have been audited inside before they come;
    what nobody asked about is where they find most.
    """
    been = [a for a in internal(qms) if a.date >= months_before(qms.as_of, limits.months)]
    first = next(iter(internal(qms)), None)
    if first is None or first.date > months_before(qms.as_of, limits.grace):
        return
    asked = {c for a in been for check in a.checklist for c in clauses_named(qms, check.clause, a)}
    for id_ in {plan for a in been for plan in plans_of(a)}:
        if entry := qms.get(id_, PlannedAudit):
            home = qms.homes[id_][0]
            asked |= {c for name in entry.audited_clauses for c in clauses_named(qms, name, home)}
            asked |= {c for name in entry.processes for c in clauses_of_process(qms, name)}
    standard = qms.standard(qms.standard_ids[0])
    left = clauses_left(qms, standard, asked) if standard else []
    if left:
        yield problem(
            been[-1] if been else first,
            "checklist",
            message=say_n(
                "no internal audit of the last {months} months asks about {n} clause: {clauses}",
                "no internal audit of the last {months} months asks about {n} clauses, such as {clauses}",
                n=len(left),
                months=limits.months,
                clauses=left[:SHOWN],
            ),
            hint=say("plan them for the next internal audits, with a question each"),
        )
