"""SMM758 many-minors."""

from __future__ import annotations

from collections import defaultdict
from typing import Annotated

from pydantic import Field

from smmkit.analyses.audits import findings_by_audit
from smmkit.documents.audit import Audit
from smmkit.documents.finding import AuditFinding, Grade
from smmkit.model.part import Part, Whole
from smmkit.problem import Severity
from smmkit.qms import Qms
from smmkit.rules.base import Problems, problem, rule
from smmkit.words import say


class Minors(Part):
    """How many are many."""

    at_most: Annotated[Whole, Field(ge=1)] = 2
    """How many minor nonconformities on one clause an audit may have."""


@rule(
    "SMM758",
    "many-minors",
    severity=Severity.WARNING,
    source="ISO/IEC 17021-1, 3.12",
    clause="10.2.1",
    filled=True,
    settings=Minors,
)
def many_minors(qms: Qms, limits: Minors) -> Problems:
    """Many minor nonconformities on one clause in one audit are looked at together.

    Why: several of them on one requirement can add up to the failure of that part of the system, which
    is a major one.
    """
    for audit in qms.of(Audit):
        per_clause: dict[str, list[AuditFinding]] = defaultdict(list)
        for found in qms.fact(findings_by_audit).get(audit.id, ()):
            if found.grade is Grade.MINOR:
                per_clause[found.clause].append(found)
        for clause, minors in per_clause.items():
            if len(minors) > limits.at_most:
                yield problem(
                    minors[-1],
                    "grade",
                    message=say(
                        "{n} minor nonconformities of {id} are on {clause}: {ids}",
                        n=len(minors),
                        id=audit.id,
                        clause=clause,
                        ids=[m.id for m in minors],
                    ),
                    hint=say(
                        "ask the auditors whether together they are a major one, and look for a common cause"
                    ),
                )
